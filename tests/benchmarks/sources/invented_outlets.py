"""An invented world of outlets that report, pass on and conspire, where it is known who is right."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np

from sources.reliability.assertions import Assertion, KnownValue, Tie, TieKind
from sources.reliability.types import Outcome, Rating, Role

BEGIN = datetime(2026, 1, 5, tzinfo=UTC)
DAYS = 100
NOW = BEGIN + timedelta(days=DAYS + 20)


@dataclass(frozen=True, slots=True)
class WorldRules:
    """What the world is like; the first five are the design's (REL-1, 3c), the rest our reading of it.

    Accuracies spread as much as those of LIAR's speakers, for whom a prior mass of 6 predicted best (3d).
    Coverage, relaying and the ring were set so that the methods of others come near what the design reports
    of them in such worlds: majority voting .91 and .77 with a ring (there .92 and .75), ACCU .67 with one
    (there .70).

    Parameters
    ----------
    outlets, republishers : how many there are in all, and how many of them mostly pass on.
    questions, wrong_values : what there is to report, and in how many ways it can be wrong.
    checked : share of the questions that people settle.
    ring : sources that tell one story without saying so; they come on top of the outlets.
    declared : share of what is passed on that says from whom it is.
    """

    outlets: int = 60
    republishers: int = 40
    questions: int = 800
    wrong_values: int = 4
    checked: float = 0.1
    ring: int = 0
    declared: float = 0.7
    covered: float = 0.25
    passed_on: float = 0.55
    accuracy_mean: float = 0.7
    accuracy_mass: float = 6.0
    ring_covered: float = 1.0
    ring_accuracy: float = 0.45
    ring_loyalty: float = 1.0


@dataclass(slots=True)
class World:
    """Everything that was said, what is known of ties and truths, and the truth."""

    truth: dict[str, str]
    wrong_values: int
    assertions: list[Assertion] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    known: list[KnownValue] = field(default_factory=list)
    outcomes: dict[str, list[Outcome]] = field(default_factory=dict)

    def is_right(self, assertion: Assertion) -> bool:
        """Tell whether an assertion gives the true value."""
        return self.truth[assertion.question] == assertion.value

    def sources(self) -> list[str]:
        """Return everybody who said something."""
        return sorted({item.source for item in self.assertions})

    def settled(self) -> set[str]:
        """Return the questions that people settled."""
        return {item.question for item in self.known}


class _Maker:
    def __init__(self, rules: WorldRules, seed: int) -> None:
        self.rules = rules
        self.chance = np.random.default_rng(seed)
        self.questions = [f"q{number:04}" for number in range(rules.questions)]
        self.values = [f"v{number}" for number in range(rules.wrong_values + 1)]
        truth = {question: str(self.chance.choice(self.values)) for question in self.questions}
        self.world = World(truth, rules.wrong_values)
        self.opened = {
            q: BEGIN + timedelta(days=float(day))
            for q, day in zip(self.questions, self.chance.uniform(0, DAYS, rules.questions), strict=True)
        }
        self.said: dict[tuple[str, str], Assertion] = {}

    def value(self, question: str, accuracy: float) -> str:
        if self.chance.random() < accuracy:
            return self.world.truth[question]
        wrong = [value for value in self.values if value != self.world.truth[question]]
        return str(self.chance.choice(wrong))

    def accuracy(self) -> float:
        mean, mass = self.rules.accuracy_mean, self.rules.accuracy_mass
        return float(self.chance.beta(mean * mass, (1.0 - mean) * mass))

    def say(self, source: str, question: str, value: str, hours: float) -> Assertion:
        made_at = self.opened[question] + timedelta(hours=hours)
        item = Assertion(f"{source}/{question}", source, question, value, made_at, outlet=source)
        self.world.assertions.append(item)
        self.said[source, question] = item
        return item

    def covered(self, share: float) -> list[str]:
        return [question for question in self.questions if self.chance.random() < share]

    def originals(self) -> dict[str, float]:
        rules = self.rules
        names = [f"outlet {number:02}" for number in range(rules.outlets - rules.republishers)]
        accuracy = {name: self.accuracy() for name in names}
        for name, share in accuracy.items():
            for question in self.covered(rules.covered):
                self.say(name, question, self.value(question, share), self.chance.uniform(0, 12))
        return accuracy

    def republishers(self, originals: dict[str, float]) -> None:
        """Let the others pass on, from bad originals rather than good ones, or report what they find."""
        for number in range(self.rules.republishers):
            name = f"relay {number:02}"
            own = self.accuracy()
            for question in self.covered(self.rules.covered):
                sources = [one for one in originals if (one, question) in self.said]
                if sources and self.chance.random() < self.rules.passed_on:
                    self.pass_on(name, question, sources, originals)
                else:
                    self.say(name, question, self.value(question, own), self.chance.uniform(0, 24))

    def pass_on(self, name: str, question: str, sources: Sequence[str], accuracy: dict[str, float]) -> None:
        weights = np.array([1.0 - accuracy[one] for one in sources])
        chosen = str(self.chance.choice(sources, p=weights / weights.sum()))
        original = self.said[chosen, question]
        copy = self.say(name, question, original.value, self.chance.uniform(12, 48))
        if self.chance.random() < self.rules.declared:
            self.world.ties.append(Tie(original.id, copy.id, TieKind.CHAIN))

    def ring(self) -> None:
        """Let the ring tell its story: each member is loyal to it but for some reports of its own."""
        story = {
            question: self.value(question, self.rules.ring_accuracy)
            for question in self.covered(self.rules.ring_covered)
        }
        for number in range(self.rules.ring):
            for question, value in story.items():
                loyal = self.chance.random() < self.rules.ring_loyalty
                told = value if loyal else self.value(question, 0.7)
                self.say(f"ring {number}", question, told, self.chance.uniform(0, 24))

    def verdicts(self) -> None:
        """Let people settle some questions, and charge all who answered them in their known role."""
        count = round(self.rules.checked * len(self.questions))
        chosen = sorted(self.chance.choice(self.questions, count, replace=False).tolist())
        self.world.known = [KnownValue(question, self.world.truth[question], 1.0) for question in chosen]
        relayed = {tie.later for tie in self.world.ties}
        for item in self.world.assertions:
            if item.question in set(chosen):
                self.world.outcomes.setdefault(item.source, []).append(
                    Outcome(
                        id=f"outcome of {item.id}",
                        claim_id=item.id,
                        story_id=None,
                        rating=Rating.TRUE if self.world.is_right(item) else Rating.FALSE,
                        role=Role.REPUBLISHED if item.id in relayed else Role.ORIGINATED,
                        recorded_at=NOW - timedelta(days=1),
                        settled_on=(NOW - timedelta(days=1)).date(),
                        author="user:1",
                        reviewer="user:2",
                    )
                )


def make_world(seed: int, rules: WorldRules = WorldRules()) -> World:
    """Return the world of this seed: the same on every machine."""
    maker = _Maker(rules, seed)
    maker.republishers(maker.originals())
    maker.ring()
    maker.verdicts()
    return maker.world
