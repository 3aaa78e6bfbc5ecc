"""The accounts app: people, newsrooms, and what each may do."""

from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Names the app."""

    name = "workbench.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Tell the OpenAPI generator about our keys."""
        import_module("workbench.accounts.openapi")
