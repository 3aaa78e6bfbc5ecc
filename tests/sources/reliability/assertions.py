"""Builds assertions for the tests of automatic evidence, by hand and at random."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from sources.reliability.assertions import Assertion, KnownValue, Tie, TieKind
from sources.reliability.automatic import weigh_agreement
from sources.reliability.parameters import Parameters

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def said(source, question, value, *, hours_ago=48, **changes):
    """Return that `source` said `value`, two days ago unless told otherwise."""
    facts = {"id": f"{source} on {question}: {value}", "made_at": NOW - timedelta(hours=hours_ago)}
    return Assertion(source=source, question=question, value=value, **{**facts, **changes})


def chain(earlier, later, kind=TieKind.CHAIN):
    """Return that one assertion was passed on by another."""
    return Tie(earlier.id, later.id, kind)


def resembling(earlier, later, jaccard):
    """Return that the texts of two assertions share so many of their word runs."""
    return Tie(earlier.id, later.id, TieKind.TEXT, jaccard)


def weigh(assertions, ties=(), known=(), *, parameters=None, copying=()):
    """Return what agreement comes to now."""
    return weigh_agreement(
        assertions, ties, known, parameters=parameters or Parameters(), as_of=NOW, copying=copying
    )


@st.composite
def random_news(draw, min_size=1, max_size=30):
    """Draw assertions of a few sources on a few questions, ties of all kinds (circles too), and verdicts."""
    letters = st.sampled_from("abcdef")
    assertions = {}
    for number in range(draw(st.integers(min_size, max_size))):
        source, question, value = draw(letters), draw(st.sampled_from("123")), draw(st.sampled_from("xyz"))
        item = said(
            source,
            question,
            value,
            id=f"{number:03}",
            hours_ago=draw(st.integers(0, 40)),
            root=draw(st.sampled_from(["", "", "wire"])),
            owner=draw(st.sampled_from(["", "", "group"])),
            descriptor=draw(st.sampled_from(["", "", "a guard", "a clerk"])),
        )
        assertions[source, question, value] = item
    items = list(assertions.values())
    names = st.sampled_from([item.id for item in items])
    kinds = st.sampled_from(TieKind)
    ties = draw(st.lists(st.builds(Tie, names, names, kinds, st.floats(0, 1)), max_size=12))
    answers = sorted({(item.question, item.value) for item in items})
    known = [
        KnownValue(*answer, draw(st.sampled_from([0.0, 0.25, 0.5, 0.8, 1.0])))
        for answer in draw(st.lists(st.sampled_from(answers), unique=True, max_size=3))
    ]
    return items, ties, known


def agreeing_sources(names, questions):
    """Return that every source gives the right value of every question."""
    return [said(name, question, "right") for question in questions for name in names]


def seasoned(names, *, checked=12, wrong_each=3):
    """Return assertions on questions that people settled, and how; each source erred alone in some."""
    questions = [f"old {number:02}" for number in range(checked * len(names))]
    items = []
    for place, name in enumerate(names):
        own = set(range(place * checked, place * checked + wrong_each))
        items += [said(name, q, f"error of {name}" if n in own else "right") for n, q in enumerate(questions)]
    return items, [KnownValue(question, "right", 1.0) for question in questions]
