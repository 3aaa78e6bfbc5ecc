"""Figures come from the scorer that lies beside the data."""

from pathlib import Path

import pytest

from claims.training.tagger.scoring import SHOWN, load_scorer, score

SCORER = f"""
def is_direct(attribution):
    return attribution["direct"]

def score(gold, read, kept=lambda attribution: True):
    names = {SHOWN!r}
    marks = sum(kept(a) for record in gold.values() for a in record["attributions"])
    return {{name: {{"f1": 10.0 * marks + (len(read) if name == "pair/partial" else 0)}} for name in names}}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "attribution").mkdir()
    (tmp_path / "attribution" / "score_attribution.py").write_text(SCORER, encoding="utf-8")
    return tmp_path


def test_the_figures_are_the_scorers_with_quotations_apart(data: Path):
    gold = [{"id": 1, "attributions": [{"direct": True}, {"direct": False}]}]

    figures = score(load_scorer(data), gold, [{"id": 1, "attributions": []}])

    assert set(figures) == {*SHOWN, "quoted pair"}
    assert (figures["exact/content"], figures["pair/partial"], figures["quoted pair"]) == (20, 21, 11)


def test_a_folder_without_the_scorer_is_refused_with_the_way_out(tmp_path: Path):
    with pytest.raises(SystemExit, match="point --data at the folder"):
        load_scorer(tmp_path)
