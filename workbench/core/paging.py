"""How REST lists are paged: by cursor, the newest first."""

from typing import Any

from rest_framework.pagination import CursorPagination

ADDRESS_OR_NOTHING = {"type": ["string", "null"], "format": "uri"}


class NewestFirstPagination(CursorPagination):
    """Pages that stay put while rows are added, the newest first."""

    ordering = ("-created_at", "-id")
    page_size_query_param = "limit"
    max_page_size = 100

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Return the OpenAPI 3.1 form of a page: its rows, and the addresses of its neighbours."""
        return {
            "type": "object",
            "required": ["results", "next", "previous"],
            "properties": {
                "next": ADDRESS_OR_NOTHING,
                "previous": ADDRESS_OR_NOTHING,
                "results": schema,
            },
        }
