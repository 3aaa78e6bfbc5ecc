"""Marked texts stay outside the repository: what is absent is said, and never fails."""

import gzip
import json

from tests.benchmarks.attribution.corpora import corpus, held_out, is_held_out, script

NAMES = [f"quay-{number}" for number in range(300)]


def with_corpus(folder, name, identifiers):
    (folder / "attribution").mkdir(exist_ok=True)
    with gzip.open(folder / "attribution" / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
        for identifier in identifiers:
            file.write(json.dumps({"id": identifier, "lang": "ar", "text": "قال", "attributions": []}) + "\n")


def test_about_a_third_is_held_out_and_always_the_same():
    chosen = [name for name in NAMES if is_held_out(name)]

    assert 80 < len(chosen) < 120
    assert chosen[:2] == ["quay-0", "quay-3"]


def test_held_out_articles_come_from_every_file_named(tmp_path):
    with_corpus(tmp_path, "one", NAMES[:150])
    with_corpus(tmp_path, "two", NAMES[150:])

    assert list(held_out("one", "two", folder=tmp_path)) == [name for name in NAMES if is_held_out(name)]


def test_an_absent_file_is_empty_and_says_where_it_is_looked_for(tmp_path, capsys):
    assert corpus("nothing", tmp_path) == {}
    assert "nothing.jsonl.gz: set WORKBENCH_DATA_DIR" in capsys.readouterr().err


def test_an_absent_scorer_is_none_and_says_where_it_is_looked_for(tmp_path, capsys):
    assert script(tmp_path / "score.py", "WORKBENCH_EXAM_DIR") is None
    assert "score.py: set WORKBENCH_EXAM_DIR" in capsys.readouterr().err


def test_a_scorer_is_taken_from_where_it_lies(tmp_path):
    (tmp_path / "quay_score.py").write_text("def fold(name):\n    return name.casefold()\n")

    assert script(tmp_path / "quay_score.py", "WORKBENCH_EXAM_DIR").fold("Berri") == "berri"
