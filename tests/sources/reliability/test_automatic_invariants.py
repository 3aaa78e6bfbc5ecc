"""What holds of automatic evidence whatever the news (REL-1, 4.11)."""

import math
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.reliability.assertions import KnownValue, TieKind, in_columns
from sources.reliability.dependence import find_independence
from sources.reliability.parameters import Parameters
from sources.reliability.types import Role
from tests.sources.reliability.assertions import (
    agreeing_sources,
    chain,
    random_news,
    seasoned,
    weigh,
)

PARAMETERS = Parameters()
RULES = PARAMETERS.automatic
ONE_VOTE = math.log(RULES.most_trust / (1 - RULES.most_trust))

briefly = settings(max_examples=40, deadline=None)
"""An example takes some tenths of a second where the machine is busy."""


def log_odds(chance):
    return math.log(chance / (1 - chance))


@briefly
@given(random_news(), st.randoms())
def test_the_order_of_rows_means_nothing(news, chance):
    items, ties, known = news
    shuffled = [chance.sample(part, len(part)) for part in news]

    assert weigh(*shuffled) == weigh(items, ties, known)


@briefly
@given(random_news())
def test_the_names_of_sources_mean_nothing(news):
    items, ties, known = news
    names = dict(zip("abcdef", "qxwzvy", strict=True))
    renamed = [replace(item, source=names[item.source]) for item in items]

    before, after = weigh(items, ties, known), weigh(renamed, ties, known)

    assert after.posterior == pytest.approx(before.posterior)
    for source, evidence in before.by_source.items():
        renamed_evidence = after.by_source[names[source]]
        assert (renamed_evidence.upheld, renamed_evidence.mass) == pytest.approx(
            (evidence.upheld, evidence.mass)
        )


@briefly
@given(random_news())
def test_independent_mass_is_never_more_than_the_roots(news):
    items, ties, _ = news
    columns = in_columns(items)

    independence = find_independence(columns, ties, (), rules=Parameters().dependence)

    for number in range(len(columns.answers)):
        assert independence.share[columns.answer == number].sum() <= independence.roots[number] + 1e-9
    assert ((independence.share > 0) & (independence.share <= 1)).all()


@briefly
@given(random_news(), st.data())
def test_a_verbatim_copy_counts_for_next_to_nothing(news, data):
    items, ties, _ = news
    original = data.draw(st.sampled_from(items))
    copy = replace(original, id="copy", source="copier", made_at=original.made_at + timedelta(hours=60))
    answer = (original.question, original.value)

    before = weigh(items, ties)
    after = weigh([*items, copy], [*ties, chain(original, copy)])

    assert after.mass[answer] - before.mass[answer] <= 0.02 + 1e-9
    shift = log_odds(after.posterior[answer]) - log_odds(before.posterior[answer])
    assert abs(shift) < 0.02 * ONE_VOTE


@briefly
@given(random_news(min_size=2), st.data())
def test_chains_in_circles_come_to_one_root(news, data):
    items, _, _ = news
    circle = [replace(item, question="1", value="x", root="", id=f"{n}") for n, item in enumerate(items)]
    circle = list({item.source: item for item in circle}.values())
    ties = [chain(one, circle[n - 1], data.draw(st.just(TieKind.CHAIN))) for n, one in enumerate(circle)]

    assert weigh(circle, ties).mass[("1", "x")] <= 1.0 + 1e-9


@briefly
@given(st.integers(1, 40), st.sampled_from([0.0, 1.0]))
def test_one_verdict_outweighs_any_number_of_agreements_on_its_claim(count, upheld):
    names = [f"s{number:02}" for number in range(count)]
    past, settled = seasoned(["seen 1", "seen 2", "seen 3"])
    news = [*past, *agreeing_sources([*names, "seen 1", "seen 2", "seen 3"], ["q"])]

    agreed = weigh(news, known=settled)
    judged = weigh(news, known=[*settled, KnownValue("q", "right", upheld)])

    least_verdict = PARAMETERS.single_reviewer_weight * PARAMETERS.role_weights[Role.ORIGINATED]
    assert judged.posterior[("q", "right")] == upheld
    for name in names:
        assert agreed.by_source[name].mass <= RULES.weight < least_verdict
        assert judged.by_source[name].mass == 0.0


@briefly
@given(random_news(), st.integers(1, 60))
def test_automatic_evidence_stays_within_its_cap(news, count):
    items, ties, known = news
    past, settled = seasoned(["a", "b", "c", "d"])
    agreement = weigh(
        [*items, *past, *agreeing_sources("abcd", [f"new {number}" for number in range(count)])],
        ties,
        [*known, *settled],
    )

    for evidence in agreement.by_source.values():
        assert 0.0 <= evidence.upheld <= evidence.mass + 1e-12
        assert evidence.mass <= RULES.cap + 1e-12
        assert 0.0 <= evidence.skill <= 1.0


@briefly
@given(random_news())
def test_chances_are_chances_and_a_question_has_no_more_than_one(news):
    items, ties, known = news

    posterior = weigh(items, ties, known).posterior

    assert all(0.0 <= chance <= 1.0 for chance in posterior.values())
    for question in "123":
        judged = sum({(k.question, k.value): k.upheld for k in known if k.question == question}.values())
        total = sum(chance for (asked, _), chance in posterior.items() if asked == question)
        assert total <= max(1.0, judged) + 1e-9
