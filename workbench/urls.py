"""Where every page and endpoint of the workbench hangs."""

from django.urls import path

urlpatterns: list = []
