"""A thread in every worker that rings for overdue jobs, so that a dead beat stops nothing."""

import logging
import threading
from typing import Any

from celery.signals import worker_ready, worker_shutting_down
from django.db import DatabaseError, close_old_connections, connection

from workbench.jobs.tasks import sweep

logger = logging.getLogger(__name__)
SECONDS_BETWEEN_SWEEPS = 10.0
_stopping = threading.Event()


def _sweep_until_stopped() -> None:
    while not _stopping.wait(SECONDS_BETWEEN_SWEEPS):
        try:
            close_old_connections()
            sweep()
        except DatabaseError as error:
            logger.warning("sweep failed: %s", error)
            connection.close()
    connection.close()


@worker_ready.connect
def start_sweeping(**_: Any) -> None:
    """Start the thread once the worker takes tasks."""
    _stopping.clear()
    threading.Thread(target=_sweep_until_stopped, name="sweeper", daemon=True).start()


@worker_shutting_down.connect
def stop_sweeping(**_: Any) -> None:
    """Let the thread end with the worker."""
    _stopping.set()
