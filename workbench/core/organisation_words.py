"""Words that organisations are named with, and what they are called in the other language."""

import csv
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "organisation_words.tsv"


@lru_cache(maxsize=1)
def load_organisation_words() -> dict[str, str]:
    """Return each concept with its words in all languages, parted by `|`; read once.

    >>> load_organisation_words()["ministry"].split(" | ")[0]
    'ministry'
    """
    with TABLE.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["concept"]: row["words"] for row in rows}
