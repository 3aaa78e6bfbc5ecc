"""Addresses of the sources domain in the REST API."""

from django.urls import path

from sources.api import views

app_name = "sources-api"
urlpatterns = [
    path("sources", views.SourceList.as_view(), name="sources"),
    path("sources/<uuid:pk>", views.SourceRead.as_view(), name="source"),
    path("sources/<uuid:pk>/record", views.RecordRead.as_view(), name="record"),
    path("sources/<uuid:pk>/history", views.HistoryRead.as_view(), name="history"),
    path("parameters/<str:digest>", views.ParametersRead.as_view(), name="parameters"),
]
