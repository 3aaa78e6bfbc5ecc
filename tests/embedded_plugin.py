"""Gives the whole test run one throwaway PostgreSQL and one Valkey, before Django reads its settings."""

import atexit
import os
import signal
import sys

import pytest

from workbench.runtime.errors import CannotRun
from workbench.runtime.folders import throwaway_folder
from workbench.runtime.services import EmbeddedServices

STARTED = pytest.StashKey[EmbeddedServices]()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config):
    """Start the services once; xdist's workers inherit their addresses."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    os.environ["WORKBENCH_KEY_PREFIX"] = f"test-{worker}:"
    if worker != "main" or (os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL")):
        return
    try:
        services = EmbeddedServices(throwaway_folder())
        atexit.register(services.stop)
        os.environ.update(services.start())
    except CannotRun as error:
        raise pytest.UsageError(str(error)) from error
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    early_config.stash[STARTED] = services


def pytest_unconfigure(config):
    """Stop what this run started and forget its addresses."""
    services = config.stash.get(STARTED, None)
    if services is None:
        return
    for name in services.urls:
        os.environ.pop(name, None)
    services.stop()
    atexit.unregister(services.stop)
