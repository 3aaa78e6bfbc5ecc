"""The exam's links by the languages of their two ends: Arabic-Arabic, English-English, mixed."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.exam import EXAM, analyse, scored
from tests.benchmarks.figures import Figure

LABELS = ("ar-ar", "en-en", "mixed")


def measure() -> Iterator[Figure]:
    """Yield F1 of both kinds of link for each pair of languages; none without the exam."""
    folder = EXAM / "dev"
    if not folder.is_dir():
        return
    with tempfile.TemporaryDirectory() as scratch:
        output = Path(scratch) / "analysis.json"
        analyse(folder, output)
        for label in LABELS:
            yield from _figures_of(label, folder, output)


def _figures_of(label: str, folder: Path, output: Path) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as scratch:
        kept, analysis = Path(scratch) / "stories", Path(scratch) / "analysis.json"
        shutil.copytree(folder, kept)
        languages = _languages_of(kept)
        for gold in kept.glob("**/gold.json"):
            _keep_links(gold, languages, label)
        shutil.copy(output, analysis)
        _keep_links(analysis, languages, label)
        for kind, links in scored(kept, analysis)["links"].items():
            yield Figure(f"exam {kind} F1 ({label}, {links['gold']} links)", links["f1"])


def _languages_of(folder: Path) -> dict[str, str]:
    articles = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("**/*.json")]
    return {article["id"]: article["language"] for article in articles if "language" in article}


def _keep_links(path: Path, languages: dict[str, str], label: str) -> None:
    """Leave in a gold or analysis file only the links between claims of the named languages."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    stored["links"] = [link for link in stored["links"] if _label_of(link, languages) == label]
    path.write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")


def _label_of(link: dict, languages: dict[str, str]) -> str:
    ends = {languages[link[end].partition("/")[0]] for end in "ab"}
    return "mixed" if len(ends) > 1 else "-".join([*ends, *ends])
