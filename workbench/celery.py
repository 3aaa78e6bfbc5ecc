"""The Celery application: the doorbell that tells workers a job waits."""

import gc
import os

from celery import Celery
from celery.signals import worker_before_create_process

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings.development")

app = Celery("workbench")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_before_create_process.connect
def keep_shared_memory_shared(**_: object) -> None:
    """Keep the collector off all that a worker's processes have in common, which it would copy by looking."""
    gc.collect()
    gc.freeze()
