"""A small re-ranker of checked claims, fitted on half of the tweets, measured on the rest; not shipped."""

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from claims.linking.background import centre_on_background
from claims.linking.terms import terms_of
from claims.training.logistic import fit_logistic

Vectors = np.ndarray
Encode = Callable[[Sequence[str]], Vectors]
Signs = dict[str, float]

LANGUAGE = "en"
SHORTEST_SENTENCE = 15
"""Letters: what is shorter is an exclamation or a tag."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\s+—\s+")


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked claim with the title of its check."""

    claim: str
    title: str

    @property
    def text(self) -> str:
        """Both, as they are stored and found."""
        return f"{self.claim} {self.title}"


class Rarity:
    """How rare terms are among the texts, as BM25 weighs them (k1 1.2, b 0.75, a term counted once)."""

    def __init__(self, texts: Sequence[str]) -> None:
        listed = [terms_of(text, LANGUAGE) for text in texts]
        self._counts = Counter(term for terms in listed for term in terms)
        self._texts = len(listed)
        self._length = sum(map(len, listed)) / len(listed)

    def weight(self, terms: set[str]) -> float:
        """Return the sum of the terms' weights."""
        return sum(
            math.log(1 + (self._texts - self._counts[term] + 0.5) / (self._counts[term] + 0.5))
            for term in terms
        )

    def signs(self, asked: str, found: str) -> Signs:
        """Return BM25, and which share of either text's weight the other has."""
        ours, theirs = set(terms_of(asked, LANGUAGE)), set(terms_of(found, LANGUAGE))
        shared = self.weight(ours & theirs)
        length = 1 + 1.2 * (0.25 + 0.75 * len(theirs) / self._length)
        return {
            "words": 0.22 * shared / length,
            "share of ours": shared / max(1.0, self.weight(ours)),
            "share of theirs": shared / max(1.0, self.weight(theirs)),
        }


def signs_of(
    tweets: Sequence[str], ranked: Sequence[Sequence[str]], claims: Mapping[str, Checked], encode: Encode
) -> list[list[Signs]]:
    """Return, for every candidate of every tweet, what speaks for it.

    Nearness of the whole tweet and of its nearest sentence, to claim with title and to title alone; words.
    """
    listed = sorted({name for names in ranked for name in names})
    row = {name: place for place, name in enumerate(listed)}
    texts = _centred(encode([claims[name].text for name in listed]))
    titles = _centred(encode([claims[name].title for name in listed]))
    rarity = Rarity([claim.text for claim in claims.values()])
    whole = _centred(encode(tweets))
    found = []
    for tweet, vector, names in zip(tweets, whole, ranked, strict=True):
        sentences = _centred(encode(sentences_of(tweet)))
        rows = [row[name] for name in names]
        nearness = {
            "whole": texts[rows] @ vector,
            "whole to title": titles[rows] @ vector,
            "sentence": (texts[rows] @ sentences.T).max(axis=1),
            "sentence to title": (titles[rows] @ sentences.T).max(axis=1),
        }
        found.append(
            [
                {sign: float(values[place]) for sign, values in nearness.items()}
                | rarity.signs(tweet, claims[name].text)
                for place, name in enumerate(names)
            ]
        )
    return found


def sentences_of(tweet: str) -> list[str]:
    """Return the sentences of a tweet that are long enough to say something; the tweet where none is."""
    long = [part for part in _SENTENCE_END.split(tweet) if len(part) > SHORTEST_SENTENCE]
    return long or [tweet]


def reranked(
    rows: Sequence[Sequence[Signs]], ranked: Sequence[Sequence[str]], relevant: Sequence[set[str]]
) -> list[list[str]]:
    """Return each tweet's candidates in the order of weights fitted on the other half of the tweets."""
    found: list[list[str]] = [[] for _ in rows]
    for half in (0, 1):
        fitting = range(half, len(rows), 2)
        answers = [name in relevant[tweet] for tweet in fitting for name in ranked[tweet]]
        weights = fit_logistic([signs for tweet in fitting for signs in rows[tweet]], answers)
        for tweet in range(1 - half, len(rows), 2):
            scores = [sum(weights.get(k, 0.0) * v for k, v in signs.items()) for signs in rows[tweet]]
            order = np.argsort(-np.array(scores), kind="stable")
            found[tweet] = [ranked[tweet][place] for place in order]
    return found


def _centred(vectors: Vectors) -> Vectors:
    return centre_on_background(vectors, [LANGUAGE] * len(vectors))
