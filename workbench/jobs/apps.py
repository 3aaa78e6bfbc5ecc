"""The jobs app: background work with its state in PostgreSQL."""

from importlib import import_module

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Names the app."""

    name = "workbench.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Connect the sweeper to the worker's signals."""
        import_module("workbench.jobs.sweeper")
