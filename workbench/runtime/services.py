"""PostgreSQL and Valkey for whoever has none: started together, stopped together."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from workbench.runtime.folders import ServicesFolder
from workbench.runtime.postgres import Postgres
from workbench.runtime.valkey import Valkey


class Service(Protocol):
    """Something that can be started, watched and stopped."""

    name: str

    @property
    def log(self) -> Path:
        """Where it writes what troubles it."""

    def start(self) -> None:
        """Return once it answers."""

    def is_running(self) -> bool:
        """Say whether it is there."""

    def stop(self) -> None:
        """Return once it is gone."""


class EmbeddedServices:
    """The services that `environment` does not already name."""

    def __init__(self, folder: ServicesFolder, *, environment: Mapping[str, str] = os.environ) -> None:
        self.folder = folder
        self.postgres = None if environment.get("DATABASE_URL") else Postgres(folder)
        self.valkey = None if environment.get("REDIS_URL") else Valkey(folder)

    @property
    def running(self) -> list[Service]:
        """The services of ours, in the order in which they start."""
        return [service for service in (self.postgres, self.valkey) if service is not None]

    @property
    def urls(self) -> dict[str, str]:
        """The variables that lead Django and Celery to the services of ours."""
        return {
            **({"DATABASE_URL": self.postgres.url} if self.postgres else {}),
            **({"REDIS_URL": self.valkey.url} if self.valkey else {}),
        }

    def start(self) -> dict[str, str]:
        """Start what is ours and return the variables that lead to it; start all or none."""
        try:
            for service in self.running:
                service.start()
        except BaseException:
            self.stop()
            raise
        return self.urls

    def stop(self) -> None:
        """Stop what is ours; a throwaway folder goes with it."""
        for service in reversed(self.running):
            service.stop()
        if self.folder.durable:
            self.folder.remove_short_sockets()
        else:
            self.folder.remove()
