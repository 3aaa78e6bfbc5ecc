"""How a claim stands once a person has marked its words or named its originator; writes no claim."""

from collections.abc import Mapping, Sequence

from claims import engine
from claims.models import Article, ClaimSpan
from claims.nlp.types import Span
from claims.selectors.inspection import VOTED_PARTS
from claims.services.claim_states import State
from claims.services.errors import ContentRequired, OutsideTheText
from sources.models import Source
from sources.services import NameAs, find_or_create_source

Places = Sequence[tuple[int, int]]
"""Half-open stretches in code points of the article's text."""

BY_PERSON = "set by a person"
"""The reason of a hop that a person set."""

CUE_LETTERS = 200
"""Characters of a cue that a hop keeps."""


def checked_places(text: str, places: Mapping[str, Places]) -> dict[str, list[list[int]]]:
    """Return the places by part without blanks at their ends, in order, those that touch as one.

    Raises `OutsideTheText` for a place without a word, `ContentRequired` for an empty content.
    """
    checked = {part: [_trimmed(text, *place) for place in _joined(text, places[part])] for part in places}
    if ClaimSpan.Part.CONTENT in checked and not checked[ClaimSpan.Part.CONTENT]:
        raise ContentRequired
    return {part: [list(place) for place in found] for part, found in checked.items()}


def _joined(text: str, places: Places) -> Places:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise OutsideTheText(start=start, end=end, length=len(text))
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def marked_state(article: Article, before: State, places: Mapping[str, list[list[int]]]) -> State:
    """Return the state with these places, and what follows from them: quote kind, hedges, narration.

    Words for a source give an outlet's own narration its originator.
    """
    after = {**before, **{part: places[part] for part in VOTED_PARTS if part in places}}
    after["narrated"] = not after["source"] and not after["cue"]
    content = [Span(start, end) for start, end in after["content"]]
    quote, hedges = engine.quote_and_hedges(article.text, article.language, content)
    after["quote"] = "none" if after["narrated"] else str(quote.value)
    if after["content"] != before.get("content"):
        after["hedge"] = [[span.start, span.end] for span in hedges]
        after |= {"wording": "", "fills": []}
    if after["cue"] != before.get("cue"):
        after = _cued(article, before, after)
    if after["source"] and after["source"] != before.get("source"):
        return _sourced(article, before, after)
    return after


def _cued(article: Article, before: State, after: State) -> State:
    """Return the state with the last hop's cue moved along, where it was the claim's own."""
    last, old = after["chain"][-1], _cue_words(article, {"cue": before.get("cue", [])})
    if not old or last["cue"] != old:
        return after
    return {**after, "chain": [*after["chain"][:-1], {**last, "cue": _cue_words(article, after)}]}


def _cue_words(article: Article, state: State) -> str:
    return " ".join(article.text[start:end] for start, end in state["cue"])[:CUE_LETTERS]


def _sourced(article: Article, before: State, after: State) -> State:
    """Return the state with its last hop at the words of its source."""
    start, end = after["source"][0]
    last = after["chain"][-1]
    if len(after["chain"]) == 1:
        return with_originator(article, after, *engine.named_by(article.text[start:end], article.language))
    if [last["start"], last["end"]] in before.get("source", []):
        return {**after, "chain": [*after["chain"][:-1], {**last, "start": start, "end": end}]}
    return after


def with_originator(article: Article, before: State, name: str, kind: str) -> State:
    """Return the state with a chain that ends at this source; at the last outlet where there is no name.

    A source that stands in the chain already ends it there. Makes the source where it is new.
    """
    relays = before["chain"][:-1] or before["chain"]
    if not name:
        return _ended(before, relays)
    anonymous = kind == Source.Kind.ANONYMOUS
    source = find_or_create_source(
        workspace=article.workspace,
        named=NameAs(
            name=name,
            kind=kind,
            language=article.language,
            outlet=_vouching(article, relays) if anonymous else None,
        ),
    )
    known = next((place for place, hop in enumerate(relays) if hop["source"] == str(source.pk)), None)
    if known is not None:
        return _ended(before, relays[: known + 1])
    hop = {"source": str(source.pk), "name": name[:300], "kind": str(kind), **_words_of_hop(article, before)}
    known_as = before["anonymity"] or "unknown"
    return {
        **before,
        "chain": [*relays, hop],
        "anonymous": anonymous,
        "anonymity": known_as if anonymous else "",
    }


def _ended(before: State, chain: list[State]) -> State:
    anonymous = chain[-1]["kind"] == Source.Kind.ANONYMOUS
    return {**before, "chain": chain, "anonymous": anonymous, "anonymity": ""}


def _words_of_hop(article: Article, state: State) -> State:
    start, end = state["source"][0] if state["source"] else (None, None)
    return {
        "start": start,
        "end": end,
        "cue": _cue_words(article, state),
        "stance": "",
        "inferred": False,
        "reason": BY_PERSON,
    }


def _vouching(article: Article, chain: list[State]) -> Source:
    """Return the outlet at which an unnamed source stands: the nearest before it."""
    outlets = [hop["source"] for hop in chain if hop["kind"] == Source.Kind.OUTLET]
    found = Source.objects.filter(workspace=article.workspace, pk__in=outlets[-1:]).first()
    return found or article.outlet
