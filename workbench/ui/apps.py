"""The ui app: pages that need both domains, and what all pages share."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Names the app."""

    name = "workbench.ui"
    label = "ui"
