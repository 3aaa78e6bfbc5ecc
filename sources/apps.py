"""The sources app: who speaks, and how far their record lets us trust them."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """Names the app."""

    name = "sources"
