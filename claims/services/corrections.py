"""What people set right in a claim: each act is kept with what was there before, and can be undone."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from claims.models import Article, Claim, Correction
from claims.services.claim_states import State, number_claims, put_state, state_of
from claims.services.correcting import (
    Corrected,
    Corrector,
    compare_again,
    follow_up,
    keep_correction,
    lock_claims_of,
    locked_claim,
)
from claims.services.errors import ContentRequired, NamedOriginatorRequired, NothingChanged, UnknownChoice
from claims.services.marking import Places, checked_places, marked_state, with_originator
from claims.services.scoring import count_roots
from sources.models import Source


@transaction.atomic
def correct_bounds(*, claim: Claim, by: Corrector, places: Mapping[str, Places], note: str = "") -> Corrected:
    """Set where the claim's content, cue or source stands; parts that `places` leaves out stay.

    Raises `OutsideTheText`, `ContentRequired` or `NothingChanged`.
    """
    row = locked_claim(claim)
    before = state_of(row)
    after = marked_state(row.article, before, checked_places(row.article.text, places))
    return _correct(row, by, kind=Correction.Kind.BOUNDS, change=(before, after), note=note)


@transaction.atomic
def correct_originator(*, claim: Claim, by: Corrector, name: str, kind: str, note: str = "") -> Corrected:
    """Set who makes the claim; without a name the chain ends at the last outlet.

    Raises `UnknownChoice` or `NothingChanged`.
    """
    _check("kind", kind, Source.Kind.values)
    row = locked_claim(claim)
    before = state_of(row)
    last = before["chain"][-1]
    after = with_originator(row.article, before, name.strip(), kind)
    if len(before["chain"]) > 1 and (name.strip(), kind) == (last["name"], last["kind"]):
        after = before
    return _correct(row, by, kind=Correction.Kind.ORIGINATOR, change=(before, after), note=note)


@transaction.atomic
def correct_modality(*, claim: Claim, by: Corrector, modality: str, note: str = "") -> Corrected:
    """Set what the originator does with the content. Raises `UnknownChoice` or `NothingChanged`."""
    _check("modality", modality, Claim.Modality.values)
    row = locked_claim(claim)
    before = state_of(row)
    return _correct(
        row, by, kind=Correction.Kind.MODALITY, change=(before, {**before, "modality": modality}), note=note
    )


@transaction.atomic
def correct_anonymity(*, claim: Claim, by: Corrector, anonymity: str, note: str = "") -> Corrected:
    """Set what is known of an originator without a name; empty says that the text identifies it.

    A named originator becomes an anonymous source at the outlet that vouches for it.
    Raises `UnknownChoice`, `NamedOriginatorRequired` or `NothingChanged`.
    """
    _check("anonymity", anonymity, ["", *Claim.Anonymity.values])
    row = locked_claim(claim)
    before = state_of(row)
    last = before["chain"][-1]
    if not anonymity and last["kind"] == Source.Kind.ANONYMOUS:
        raise NamedOriginatorRequired
    after = before
    if anonymity and len(before["chain"]) > 1 and last["kind"] != Source.Kind.ANONYMOUS:
        after = with_originator(row.article, before, last["name"], Source.Kind.ANONYMOUS)
    after = {**after, "anonymity": anonymity, "anonymous": bool(anonymity)}
    return _correct(row, by, kind=Correction.Kind.ANONYMITY, change=(before, after), note=note)


@transaction.atomic
def reject_claim(*, claim: Claim, by: Corrector, reason: str, note: str = "") -> Corrected:
    """Say that this is no claim, and why. Raises `UnknownChoice`."""
    _check("reason", reason, Correction.Reason.values)
    row = locked_claim(claim)
    before, after = {"state": row.state}, {"state": str(Claim.State.REJECTED), "reason": reason}
    put_state(row, {"state": after["state"]})
    count_roots([row.pk])
    kept = keep_correction(row, by, kind=Correction.Kind.REJECTION, change=(before, after), note=note)
    return Corrected(kept, ())


@transaction.atomic
def mark_missed_claim(
    *,
    article: Article,
    by: Corrector,
    places: Mapping[str, Places],
    facts: Mapping[str, str] | None = None,
    note: str = "",
) -> Corrected:
    """Keep a claim that the engine missed; it is accepted, for a person marked it.

    `facts` may hold `name` and `kind` of the originator (otherwise the words of the
    source name it), `modality` and `anonymity`. Raises `ContentRequired`,
    `OutsideTheText` or `UnknownChoice`.
    """
    known = {"modality": "asserted", "name": "", "kind": "", "anonymity": "", **(facts or {})}
    _check("modality", known["modality"], Claim.Modality.values)
    _check("anonymity", known["anonymity"], ["", *Claim.Anonymity.values])
    _check("kind", known["kind"], ["", *Source.Kind.values])
    checked = checked_places(article.text, places)
    if "content" not in checked:
        raise ContentRequired
    article = Article.objects.select_related("workspace", "outlet").get(pk=article.pk)
    lock_claims_of(article.pk, article.workspace_id)
    after = _missed_state(article, checked, known)
    row = _new_claim(article)
    put_state(row, after)
    number_claims(article)
    kept = keep_correction(row, by, kind=Correction.Kind.MISSED, change=({}, after), note=note)
    return Corrected(kept, [compare_again(article, by.user)])


def _missed_state(article: Article, places: Mapping[str, list[list[int]]], facts: Mapping[str, str]) -> State:
    outlet: State = {
        "source": str(article.outlet_id),
        "name": article.outlet.name,
        "kind": str(article.outlet.kind),
        "start": None,
        "end": None,
        "cue": "",
        "stance": "",
        "inferred": False,
        "reason": "published here",
    }
    blank: State = {"content": [], "cue": [], "source": [], "hedge": [], "chain": [outlet]}
    blank |= {"modality": facts["modality"], "anonymous": False, "anonymity": facts["anonymity"]}
    blank |= {"wording": "", "fills": [], "state": str(Claim.State.ACCEPTED)}
    state = marked_state(article, blank, places)
    if facts["name"].strip():
        kind = facts["kind"] or Source.Kind.PERSON
        state = with_originator(article, state, facts["name"].strip(), kind)
    if facts["anonymity"]:
        state |= {"anonymity": facts["anonymity"], "anonymous": True}
    return state


def _new_claim(article: Article) -> Claim:
    """Return a claim that has nothing yet but its article."""
    return Claim.objects.create(
        workspace=article.workspace,
        article=article,
        ordinal=article.claims.count() + 1,
        text="",
        match_text="",
        language=article.language,
        quote=Claim.Quote.NONE,
        modality=Claim.Modality.ASSERTED,
        originator=article.outlet,
    )


def _check(field: str, value: str, known: Sequence[str]) -> None:
    if value not in known:
        raise UnknownChoice(field=field, value=value, known=", ".join(filter(None, known)))


def _correct(
    claim: Claim, by: Corrector, *, kind: Correction.Kind, change: tuple[State, State], note: str
) -> Corrected:
    before, after = change
    changed = {name: value for name, value in after.items() if before[name] != value}
    if not changed:
        raise NothingChanged
    put_state(claim, changed)
    old = {name: before[name] for name in changed}
    kept = keep_correction(claim, by, kind=kind, change=(old, changed), note=note)
    return Corrected(kept, follow_up(claim, by, changed))
