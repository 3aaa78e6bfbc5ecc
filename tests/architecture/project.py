"""The project's own files, for the rules that hold for all of them."""

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("workbench", "claims", "sources")


def files(pattern):
    """Return the packages' files that match, as paths below the checkout, in order."""
    found = (path for package in PACKAGES for path in (CHECKOUT / package).rglob(pattern))
    return sorted(path.relative_to(CHECKOUT) for path in found)


def modules():
    """Return every Python module of the packages but the migrations."""
    return [path for path in files("*.py") if "migrations" not in path.parts]
