"""Which articles train, which are held out, and that a mark finds its text."""

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from claims.training.holding import is_held_out
from claims.training.tagger import gathering
from claims.training.tagger.gathering import FOLDS, fold_of, gather

LONG = "The ferry stayed in port. " * 30
"""Long enough for an article that nobody marked."""


def record(name: str, text: str = "Nora said it fell.", language: str = "en") -> dict:
    return {"id": name, "lang": language, "text": text, "attributions": []}


def write(path: Path, *records: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a data folder with a few invented articles, and marks on one of them."""
    marked = tmp_path / "attribution"
    write(marked / "polnear-train.jsonl.gz", record("broad"))
    write(marked / "polnear-dev.jsonl.gz", record("development"))
    for name in gathering.HAND_MARKED:
        write(marked / f"{name}.jsonl.gz", *(record(f"{name} {number}") for number in range(6)))
    write(tmp_path / gathering.UNMARKED["ar"], record("ar 1", "قال سامر " * 80), record("ar 2", "قصير"))
    write(tmp_path / gathering.UNMARKED["en"], record("en 1", LONG), record("en 2", LONG + "Marked."))
    mark = record("marked") | {"sha256": hashlib.sha256((LONG + "Marked.").encode()).hexdigest()}
    del mark["text"]
    write(tmp_path / "own" / "marks.jsonl", mark)
    monkeypatch.setattr(gathering, "MARKS", tmp_path / "own")
    monkeypatch.setattr(gathering, "ARTICLES", tmp_path / "none")
    return tmp_path


def test_held_out_articles_train_nothing(data: Path):
    corpus = gather(data, [])

    assert corpus.held_out
    assert all(is_held_out(one["id"]) for one in corpus.held_out)
    hand = [one for one in corpus.claims if one["id"] != "marked"]
    assert hand
    assert not any(is_held_out(one["id"]) for one in hand)
    assert len(hand) + len(corpus.held_out) == 6 * len(gathering.HAND_MARKED)


def test_broad_and_development_articles_are_kept_apart(data: Path):
    corpus = gather(data, [])

    assert [one["id"] for one in corpus.broad] == ["broad"]
    assert [one["id"] for one in corpus.development] == ["development"]


def test_marks_find_the_text_that_they_are_marks_on(data: Path):
    (found,) = (one for one in gather(data, []).claims if one["id"] == "marked")

    assert found["text"] == LONG + "Marked."


def test_marks_on_a_text_that_is_not_there_are_refused(data: Path):
    write(data / "own" / "marks.jsonl", {"id": "lost", "sha256": "0" * 64, "lang": "en", "attributions": []})

    with pytest.raises(SystemExit, match=r"lacks the text of lost, which marks\.jsonl marks"):
        gather(data, [])


def test_unmarked_articles_are_of_fitting_length_and_not_among_the_marked(data: Path):
    unmarked = gather(data, []).unmarked

    assert [(one["lang"], one["text"].strip()) for one in unmarked] == [
        ("ar", ("قال سامر " * 80).strip()),
        ("en", LONG.strip()),
    ]
    assert all(one["attributions"] == [] for one in unmarked)


def test_further_files_train_too(data: Path):
    write(data / "more.jsonl", record("more"))

    assert gather(data, [data / "more.jsonl"]).claims[-1]["id"] == "more"


def test_each_teacher_leaves_out_a_part_of_about_one_size():
    folds = [fold_of(f"invented {number}") for number in range(900)]

    assert set(folds) == set(range(FOLDS))
    assert all(folds.count(fold) == pytest.approx(900 / FOLDS, rel=0.15) for fold in range(FOLDS))


def test_the_teacher_of_an_article_is_not_told_by_its_being_held_out():
    held = [f"invented {k}" for k in range(900) if is_held_out(f"invented {k}")]

    assert len({fold_of(name) for name in held}) == FOLDS
