"""Addresses of the sources."""

from django.urls import path

from workbench.ui.views.calibration import show_calibration
from workbench.ui.views.sources import keep_owner, list_sources, show_source

app_name = "sources"

urlpatterns = [
    path("", list_sources, name="list"),
    path("calibration/", show_calibration, name="calibration"),
    path("<uuid:pk>/", show_source, name="source"),
    path("<uuid:pk>/owner/", keep_owner, name="owner"),
]
