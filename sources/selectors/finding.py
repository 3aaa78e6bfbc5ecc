"""Finding sources by name, in any spelling and script."""

from uuid import UUID

from django.db.models import Q

from sources.models import SourceAlias
from sources.naming.keys import keys_of
from workbench.accounts.models import Workspace
from workbench.core.skeletons import name_key
from workbench.core.text import fold_name
from workbench.core.vowels import is_arabic, vowels_agree

LEAST_CONSONANTS = 3
"""Consonants from which a name is looked for in the other script: fewer are in every other name."""
MOST_SPELLINGS = 500


def sources_named(workspace: Workspace, words: str) -> set[UUID]:
    """Return the sources that go by these words in part: as written, as they sound, in the other script.

    The sources are those whose own spelling it is, merged or not. Two queries.
    """
    key = fold_name(words)
    if not key:
        return set()
    sound = keys_of(words).romanised
    rows = SourceAlias.objects.filter(workspace=workspace)
    spelt = rows.filter(Q(key__contains=key) | (Q(romanised__contains=sound) if sound else Q()))
    return set(spelt.values_list("source", flat=True)) | _across_scripts(workspace, words)


def _across_scripts(workspace: Workspace, words: str) -> set[UUID]:
    """Return the sources with these consonants in the other of the Arabic and the Latin script."""
    skeleton = " ".join(name_key(words))
    if len(skeleton.replace(" ", "")) < LEAST_CONSONANTS:
        return set()
    rows = SourceAlias.objects.filter(workspace=workspace, skeleton__contains=skeleton)
    found = rows.values_list("source", "name")[:MOST_SPELLINGS]
    return {source for source, name in found if _may_be_written(words, name)}


def _may_be_written(words: str, name: str) -> bool:
    if is_arabic(words) == is_arabic(name):
        return False
    arabic, latin = (words, name) if is_arabic(words) else (name, words)
    wanted = arabic.split() if is_arabic(words) else latin.split()
    others = latin.split() if is_arabic(words) else arabic.split()
    for word in wanted:
        same = [other for other in others if name_key(other) == name_key(word)]
        if not any(vowels_agree(*((word, other) if is_arabic(word) else (other, word))) for other in same):
            return False
    return True
