"""The accounts app: people, newsrooms, and what each may do."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Names the app."""

    name = "workbench.accounts"
    label = "accounts"
