"""Addresses of the pages that need both domains, and of what all pages share."""

from django.urls import path

from workbench.ui.views.appearance import appearance

app_name = "ui"

urlpatterns = [
    path("appearance/", appearance, name="appearance"),
]
