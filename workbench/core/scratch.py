"""A database for one command alone: made, migrated, and dropped when the command ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from workbench.runtime.folders import throwaway_folder
from workbench.runtime.services import EmbeddedServices
from workbench.settings import environment


@contextmanager
def scratch_database() -> Iterator[None]:
    """Point Django at an empty, migrated database inside the block.

    It is made on the server that `DATABASE_URL` names, beside the database there,
    which is not touched; without that variable on a PostgreSQL of its own.
    """
    services = None
    if not os.environ.get("DATABASE_URL"):
        services = EmbeddedServices(throwaway_folder(), environment={"REDIS_URL": "none needed"})
        connection.settings_dict.update(environment.database(services.start()["DATABASE_URL"]))
    own_name = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"workbench_scratch_{os.getpid()}"
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(own_name, verbosity=0)
    finally:
        connection.close()
        if services is not None:
            services.stop()
