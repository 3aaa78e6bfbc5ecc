"""Which kinds of source one thing may be met as."""

ANONYMOUS = "anonymous"
ONE_THING = frozenset(
    map(
        frozenset,
        (
            ("outlet", "organisation"),
            ("outlet", "account"),
            ("organisation", "account"),
            ("person", "account"),
        ),
    )
)
"""Different kinds that one thing is met as: an agency publishes and is quoted, anybody has an account."""


def kinds_fit(one: str, other: str) -> bool:
    """Tell whether one thing may be met as both kinds. A person and an outlet are never one.

    >>> kinds_fit("outlet", "organisation"), kinds_fit("person", "outlet"), kinds_fit("person", "person")
    (True, False, True)
    """
    return one == other or frozenset((one, other)) in ONE_THING
