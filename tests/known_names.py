"""Small tables of places and actors, for tests that need them in the database."""

from pathlib import Path

from claims.linking import actors, gazetteer
from claims.services.name_tables import load_name_tables

PLACES = """\
id\tkind\tcountry\tregion_id\tlat\tlon\tpopulation\tnames
QX\tcountry\tQX\t\t\t\t900\tQuxland|كوكسلاند
x-norhus\tcity\tQX\t\t34.45\t40.95\t700\tNorhus|نورهوس|Nor Hus
x-sudhus\tcity\tQX\t\t33.10\t40.12\t90\tSudhus|سودهوس
"""
ACTORS = """\
key\tkind\tnames
port_authority\toffice\tPort Authority | سلطة الميناء
"""


def write_tables(folder: Path, *, places: str = PLACES, known: str = ACTORS) -> Path:
    """Write tables as the project's are written, and return their folder."""
    (folder / gazetteer.TABLES[0]).write_bytes(b"")
    (folder / gazetteer.TABLES[1]).write_text(places, encoding="utf-8")
    (folder / actors.TABLE).write_text(known, encoding="utf-8")
    return folder


def load_small_tables(folder: Path) -> None:
    """Load two towns of one country and one actor for all workspaces."""
    load_name_tables(folder=write_tables(folder))
