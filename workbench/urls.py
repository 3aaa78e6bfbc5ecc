"""Where every page and endpoint of the workbench hangs."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView

handler403 = "workbench.ui.failures.forbidden"
handler404 = "workbench.ui.failures.not_found"
handler500 = "workbench.ui.failures.server_error"

urlpatterns = [
    path("", include("workbench.ui.urls")),
    path("", include("claims.urls")),
    path("sources/", include("workbench.ui.source_urls")),
    path("api/v1/", include("claims.api.urls")),
    path("api/v1/", include("sources.api.urls")),
    path("api/v1/schema", SpectacularAPIView.as_view(), name="schema"),
]
