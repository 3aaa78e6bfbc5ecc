"""The claims app: what was said, by whom, and who else says so."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    """Names the app."""

    name = "claims"
