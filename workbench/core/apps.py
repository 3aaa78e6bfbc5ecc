"""The ground's app: it brings the Celery application up with Django."""

from django.apps import AppConfig

from workbench.celery import app as celery_app

__all__ = ["CoreConfig", "celery_app"]


class CoreConfig(AppConfig):
    """Names and starts the ground."""

    name = "workbench.core"
    label = "core"
