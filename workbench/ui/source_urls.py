"""Addresses of the sources."""

from django.urls import path

from workbench.ui.views.sources import list_sources, show_source

app_name = "sources"

urlpatterns = [
    path("", list_sources, name="list"),
    path("<uuid:pk>/", show_source, name="source"),
]
