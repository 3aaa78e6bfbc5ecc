"""Addresses of the sources domain in the REST API."""

from django.urls import path

from sources.api import views

app_name = "sources-api"
urlpatterns = [
    path("sources", views.SourceList.as_view(), name="sources"),
    path("sources/<uuid:pk>", views.SourceRead.as_view(), name="source"),
]
