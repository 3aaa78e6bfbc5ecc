"""An attribution counts when it is found with every hop of its chain."""

from types import SimpleNamespace

import pytest

from tests.benchmarks.attribution.seeds import has_chain

SCORER = SimpleNamespace(
    attributed=lambda claim: bool(claim.get("source") or claim.get("cue")),
    same_name=lambda name, accepted: name in accepted,
)
CHAIN = [["Daleel Courier"], ["Huda Berri", "Berri"]]


@pytest.mark.parametrize(
    ("claim", "whole"),
    [
        pytest.param({"cue": [[0, 4]], "chain": ["Daleel Courier", "Berri"]}, True, id="every hop"),
        pytest.param({"cue": [[0, 4]], "chain": ["Daleel Courier"]}, False, id="a hop too few"),
        pytest.param(
            {"cue": [[0, 4]], "chain": ["Daleel Courier", "Wazzan"]}, False, id="another originator"
        ),
        pytest.param({"chain": ["Daleel Courier", "Berri"]}, False, id="narrated"),
    ],
)
def test_a_chain_is_whole_with_every_hop(claim, whole):
    assert has_chain(claim, CHAIN, SCORER) is whole
