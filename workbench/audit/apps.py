"""The audit app: the record of who did what, and when."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Names the app."""

    name = "workbench.audit"
    label = "audit"
