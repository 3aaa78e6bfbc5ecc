"""What endpoints have in common in the OpenAPI document."""

from drf_spectacular.utils import OpenApiParameter

from workbench.core.as_of import PARAMETER

AS_OF = OpenApiParameter(
    PARAMETER,
    str,
    description="Look from the end of a day (2026-03-01) or from a moment (2026-03-01T09:30:00Z) gone by: "
    "only what was recorded by then is known. Now, where it is left out.",
)
