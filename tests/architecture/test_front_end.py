"""Colours have names, nothing comes from another host, and every word has its Arabic."""

import hashlib
import json
import re
from pathlib import Path

import lucide
import pytest
from django.utils.translation import gettext, ngettext, override

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [ROOT / "workbench", ROOT / "claims", ROOT / "sources"]
STYLES = [path for folder in FOLDERS for path in folder.rglob("static/**/*.css")]
SCRIPTS = [path for folder in FOLDERS for path in folder.rglob("static/**/*.js")]
TEMPLATES = [path for folder in FOLDERS for path in folder.rglob("templates/**/*.html")]
VENDOR = ROOT / "workbench" / "static" / "vendor"
CATALOGUE = ROOT / "workbench" / "locale" / "ar" / "LC_MESSAGES" / "django.po"

ELSEWHERE = re.compile(r"(?:src|href)=[\"']https?:|url\([\"']?https?:|@import", re.IGNORECASE)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(")


def names(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


@pytest.mark.parametrize("path", [name for name in names(STYLES) if not name.endswith("tokens.css")])
def test_colours_come_from_tokens(path):
    text = re.sub(r"dialog::backdrop[^}]*}", "", (ROOT / path).read_text(encoding="utf-8"))

    assert not COLOUR.findall(text), f"{path}: give the colour a name in tokens.css, light and dark"


@pytest.mark.parametrize("path", names([*STYLES, *SCRIPTS, *TEMPLATES]))
def test_nothing_is_fetched_from_another_host(path):
    assert not ELSEWHERE.findall((ROOT / path).read_text(encoding="utf-8"))


def test_vendored_files_are_those_of_the_lock():
    lock = json.loads((VENDOR / "vendor.lock.json").read_text(encoding="utf-8"))
    found = {str(p.relative_to(VENDOR)) for p in VENDOR.rglob("*") if p.is_file() and p.suffix != ".json"}

    assert found == set(lock)
    for name, entry in lock.items():
        assert hashlib.sha384((VENDOR / name).read_bytes()).hexdigest() == entry["sha384"], name


@pytest.mark.parametrize("path", names(TEMPLATES))
def test_icons_exist(path):
    for name in re.findall(r'{% lucide "([\w-]+)"', (ROOT / path).read_text(encoding="utf-8")):
        assert "<svg" in lucide._render_icon(name, 16)


def test_the_arabic_catalogue_is_whole():
    text = CATALOGUE.read_text(encoding="utf-8").split("\n\n", 1)[1]

    assert "nplurals=6" in CATALOGUE.read_text(encoding="utf-8")
    assert not re.findall(r'^msgstr(?:\[\d\])? ""$(?!\n")', text, re.MULTILINE)
    assert "fuzzy" not in text


def test_the_compiled_catalogue_is_that_of_the_text():
    entries = [e for e in CATALOGUE.read_text(encoding="utf-8").split("\n\n") if "msgctxt" not in e]
    found = (re.search(r'^msgid ("[^\n]+")\nmsgstr ("[^\n]+")$', entry, re.MULTILINE) for entry in entries)
    pairs = [match.groups() for match in found if match]

    with override("ar"):
        stale = [one for one, arabic in pairs if gettext(json.loads(one)) != json.loads(arabic)]

    assert len(pairs) > 300
    assert stale == []


PLURALS = [(0, "لا ادعاءات"), (1, "ادعاء واحد"), (2, "ادعاءان"), (5, "5 ادعاءات"), (14, "14 ادعاء")]


@pytest.mark.parametrize(("count", "words"), PLURALS)
def test_arabic_counts_as_arabs_do(count, words):
    with override("ar"):
        assert ngettext("%(count)d claim", "%(count)d claims", count) % {"count": count} == words
