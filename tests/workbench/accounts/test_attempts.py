"""Guessing a password is slowed down, for one name from one address, and not for good."""

import pytest
from django.core.cache import cache

from workbench.accounts.attempts import MOST_FAILURES, forget_failures, is_paused, note_failure

SALMA = {"username": "salma", "address": "192.0.2.7"}


@pytest.fixture(autouse=True)
def _nothing_remembered():
    cache.clear()


def fail(times, **tried):
    for _ in range(times):
        note_failure(**tried)


def test_a_few_mistakes_change_nothing():
    fail(MOST_FAILURES - 1, **SALMA)

    assert not is_paused(**SALMA)


def test_too_many_mistakes_bring_a_pause():
    fail(MOST_FAILURES, **SALMA)

    assert is_paused(**SALMA)


def test_capitals_and_spaces_around_the_name_do_not_begin_a_new_count():
    fail(MOST_FAILURES, **SALMA)

    assert is_paused(username=" SALMA ", address="192.0.2.7")


@pytest.mark.parametrize("other", [{"username": "omar"}, {"address": "192.0.2.8"}], ids=["name", "address"])
def test_the_pause_is_for_this_name_from_this_address_alone(other):
    fail(MOST_FAILURES, **SALMA)

    assert not is_paused(**SALMA | other)


def test_coming_in_begins_a_new_count():
    fail(MOST_FAILURES, **SALMA)
    forget_failures(**SALMA)

    assert not is_paused(**SALMA)


def test_what_people_typed_is_not_kept_in_clear():
    note_failure(username="my-password-by-mistake", address="192.0.2.7")

    assert not [key for key in cache._cache.get_client().keys("*") if b"mistake" in key]
