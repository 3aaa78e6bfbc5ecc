"""How REST lists are paged: by cursor, the newest first."""

from rest_framework.pagination import CursorPagination


class NewestFirstPagination(CursorPagination):
    """Pages that stay put while rows are added, the newest first."""

    ordering = ("-created_at", "-id")
    page_size_query_param = "limit"
    max_page_size = 100
