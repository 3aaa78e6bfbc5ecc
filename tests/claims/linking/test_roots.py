"""Roots are counted so that copies add nothing and no number of reports makes more roots than there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.linking.independence import count_independent, group_by_root
from claims.linking.independence.roots import ONE_ROOT

VALUES = st.sampled_from([0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 0.95, 1.0])


@st.composite
def tables(draw):
    """Return a symmetric table of independence between two to six reports."""
    size = draw(st.integers(2, 6))
    table = {(i, j): draw(VALUES) for i in range(size) for j in range(i)}
    return size, table


def between(table):
    return lambda i, j: table[(max(i, j), min(i, j))]


def counted(size, table):
    return count_independent(group_by_root(size, between(table)))


def test_reports_of_distinct_roots_add_the_product_over_those_before():
    assert counted(3, {(1, 0): 0.5, (2, 0): 0.5, (2, 1): 1.0}) == pytest.approx(1 + 0.5 + 0.5)


def test_three_relays_of_one_root_count_once():
    groups = group_by_root(3, between({(1, 0): 0.2, (2, 0): 0.2, (2, 1): 0.2}))

    assert [group.members for group in groups] == [(0, 1, 2)]
    assert count_independent(groups) == 1.0


def test_a_report_that_ties_two_groups_makes_them_one():
    groups = group_by_root(3, between({(1, 0): 1.0, (2, 0): 0.1, (2, 1): 0.1}))

    assert [group.members for group in groups] == [(0, 1, 2)]


def test_the_first_seen_stands_for_its_root():
    groups = group_by_root(
        4, between(dict.fromkeys(((1, 0), (2, 0), (2, 1), (3, 0), (3, 2)), 1.0) | {(3, 1): 0.02})
    )

    assert [(group.representative, group.members) for group in groups] == [(0, (0,)), (1, (1, 3)), (2, (2,))]


@given(tables())
def test_the_count_lies_between_one_and_the_number_of_roots(drawn):
    size, table = drawn
    groups = group_by_root(size, between(table))

    assert 1.0 <= count_independent(groups) <= len(groups) <= size
    assert sorted(member for group in groups for member in group.members) == list(range(size))


@given(tables(), st.data())
def test_a_pure_copy_changes_the_count_by_no_more_than_two_percent(drawn, data):
    size, table = drawn
    copied = data.draw(st.integers(0, size - 1))
    copy = {(size, i): 0.02 if i == copied else table[(max(i, copied), min(i, copied))] for i in range(size)}

    assert abs(counted(size + 1, table | copy) - counted(size, table)) <= 0.02


@given(tables(), st.data())
def test_the_number_of_roots_never_grows_with_dependence(drawn, data):
    size, table = drawn
    pair = data.draw(st.sampled_from(sorted(table)))
    tied = table | {pair: ONE_ROOT}

    assert len(group_by_root(size, between(tied))) <= len(group_by_root(size, between(table)))
