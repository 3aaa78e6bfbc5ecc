"""Finding who says what in one article, and keeping it as claims with spans, chain and slots."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from claims import engine
from claims.linking.types import Slot as FoundSlot
from claims.models import Article, Claim, ClaimSpan, Hop, Region, Slot
from claims.nlp.types import Claim as FoundClaim
from claims.nlp.types import Document, Fill, Span, Vote, joined_text
from claims.selectors.corrections import contents_before, corrected_claims
from claims.selectors.names import known_names
from claims.selectors.weights import weights_of
from claims.services.chains import chain_sources
from claims.services.particulars import particulars_of, slot_rows
from claims.services.scoring import lock_with_corroborators
from sources.models import Source
from sources.services import NameAs, find_or_create_source
from workbench.core.text import fold_text
from workbench.jobs.models import Job
from workbench.jobs.services import finishing, follow_with

EMBED = "claims.embed"


@dataclass(frozen=True, slots=True)
class _Finding:
    """A claim that the engine found, with its particulars and the row made of it."""

    found: FoundClaim
    slots: tuple[FoundSlot, ...]
    row: Claim
    chain: tuple[Source, ...]


def extract_claims(*, job: Job) -> Sequence[Job]:
    """Work the job's article through: its regions, its claims, and whom it republishes.

    Claims that people have decided on stay as they are; the others are replaced.
    The engine runs outside the transaction.
    """
    article = Article.objects.select_related("outlet", "workspace").get(pk=job.subject_id)
    Article.objects.filter(pk=article.pk).update(state=Article.State.WORKING)
    document = engine.analyse(_document(article))
    names = known_names(article.workspace)
    slots = [particulars_of(article, claim.content, names) for claim in document.claims]
    with finishing(job, result={"count": len(document.claims)}):
        _store_regions(article, document)
        _store_claims(article, document, slots)
        _store_article(article, document)
        return [follow_with(job, EMBED)]


def _document(article: Article) -> Document:
    return Document(
        text=article.text,
        language=article.language,
        title=article.title,
        outlet=article.outlet.name,
        published_on=article.published_on,
        weights=weights_of(article.workspace),
    )


def _store_regions(article: Article, document: Document) -> None:
    article.regions.all().delete()
    Region.objects.bulk_create(
        Region(article=article, kind=region.kind.value, start=region.span.start, end=region.span.end)
        for region in document.regions
        if region.span.end > region.span.start
    )


def _decided_claims(article: Article) -> list[Claim]:
    """Return the article's claims that bear a person's decision or correction, a verdict or a decided link.

    All its claims are locked first: who decides meanwhile comes before or after, never in between.
    """
    lock_with_corroborators(list(article.claims.values_list("pk", flat=True)))
    decided = (
        article.claims.exclude(state=Claim.State.PROPOSED)
        | article.claims.filter(pk__in=corrected_claims(article))
        | article.claims.filter(verdicts__isnull=False)
        | article.claims.filter(links_as_a__decided_at__isnull=False)
        | article.claims.filter(links_as_b__decided_at__isnull=False)
    )
    return list(decided.distinct().prefetch_related("spans"))


def _content_key(claim: Claim) -> tuple[tuple[int, int], ...]:
    return tuple((s.start, s.end) for s in claim.spans.all() if s.part == ClaimSpan.Part.CONTENT)


def _store_claims(article: Article, document: Document, slots: Sequence[tuple[FoundSlot, ...]]) -> None:
    kept = _decided_claims(article)
    article.claims.exclude(pk__in=[claim.pk for claim in kept]).delete()
    taken = {_content_key(claim) for claim in kept} | contents_before(article)
    findings = [
        _finding(article, document, (claim, particulars))
        for claim, particulars in zip(document.claims, slots, strict=True)
        if tuple((s.start, s.end) for s in claim.content) not in taken
    ]
    _number(kept, findings)
    Claim.objects.bulk_create(finding.row for finding in findings)
    Claim.objects.bulk_update(kept, ["ordinal"])
    _store_parents(document, findings)
    ClaimSpan.objects.bulk_create(span for finding in findings for span in _span_rows(finding))
    Hop.objects.bulk_create(hop for finding in findings for hop in _hop_rows(finding))
    Slot.objects.bulk_create(row for f in findings for row in slot_rows(f.row, f.slots))


def _finding(
    article: Article, document: Document, claim: tuple[FoundClaim, tuple[FoundSlot, ...]]
) -> _Finding:
    found, slots = claim
    chain = chain_sources(article, found.chain)
    text = joined_text(found.content, document.text)
    row = Claim(
        workspace=article.workspace,
        article=article,
        ordinal=0,
        text=text,
        match_text=fold_text(text),
        language=document.language,
        quote=found.quote.value,
        modality=found.modality.value,
        anonymous=found.anonymous,
        anonymity=found.anonymity.value if found.anonymity else "",
        narrated=found.narrated,
        form=found.form.value if found.form else "",
        originator=chain[-1],
        worth=found.worth,
        factors=[{"name": factor.name, "points": factor.points} for factor in found.factors],
        probability=found.probability,
        votes=[_vote_record(vote) for vote in found.votes],
        wording=found.wording.text if found.wording else "",
        fills=[_fill_record(fill) for fill in found.wording.fills] if found.wording else [],
        reasons=list(found.reasons),
    )
    return _Finding(found, slots, row, chain)


def _vote_record(vote: Vote) -> dict[str, object]:
    parts = {"content": vote.content, "cue": vote.cue, "source": vote.source}
    spans = {part: [[span.start, span.end] for span in of] for part, of in parts.items()}
    sure = {"score": vote.score, "chances": dict(vote.chances)}
    return {"voice": vote.voice.value, "form": vote.form, **sure, **spans}


def _fill_record(fill: Fill) -> dict[str, object]:
    return {"start": fill.span.start, "end": fill.span.end, "shown": fill.shown, "reason": fill.reason}


def _number(kept: Sequence[Claim], findings: Sequence[_Finding]) -> None:
    """Give the claims numbers in the order in which the article makes them."""
    places = [(_content_key(claim)[0], claim) for claim in kept if _content_key(claim)]
    places += [((f.found.content[0].start, f.found.content[0].end), f.row) for f in findings]
    for ordinal, (_, claim) in enumerate(sorted(places, key=lambda place: place[0]), start=1):
        claim.ordinal = ordinal


def _store_parents(document: Document, findings: Sequence[_Finding]) -> None:
    rows = {id(finding.found): finding.row for finding in findings}
    nested = []
    for finding in findings:
        parent = finding.found.parent
        if parent is not None and (row := rows.get(id(document.claims[parent]))) is not None:
            finding.row.parent = row
            nested.append(finding.row)
    Claim.objects.bulk_update(nested, ["parent"])


def _span_rows(finding: _Finding) -> list[ClaimSpan]:
    parts: dict[str, tuple[Span, ...]] = {
        ClaimSpan.Part.CONTENT: finding.found.content,
        ClaimSpan.Part.CUE: finding.found.cue,
        ClaimSpan.Part.SOURCE: finding.found.source,
        ClaimSpan.Part.HEDGE: finding.found.hedges,
    }
    return [
        ClaimSpan(claim=finding.row, part=part, start=start, end=end)
        for part, spans in parts.items()
        for start, end in {span.start: span.end for span in spans if span.end > span.start}.items()
    ]


def _hop_rows(finding: _Finding) -> list[Hop]:
    return [
        Hop(
            claim=finding.row,
            position=position,
            source=source,
            name=hop.name[:300],
            kind=hop.kind.value,
            start=hop.span.start if hop.span else None,
            end=hop.span.end if hop.span else None,
            cue=hop.cue[:200],
            stance=hop.stance.value if hop.stance else "",
            inferred=hop.inferred,
            reason=hop.reason[:500],
        )
        for position, (hop, source) in enumerate(zip(finding.found.chain, finding.chain, strict=True))
    ]


def _store_article(article: Article, document: Document) -> None:
    origin = None
    if document.credit.republished_from:
        named = NameAs(
            name=document.credit.republished_from, kind=Source.Kind.OUTLET, language=document.language
        )
        origin = find_or_create_source(workspace=article.workspace, named=named)
    Article.objects.filter(pk=article.pk).update(
        republished_from=origin, extractor_version=engine.extractor_version(), analysed_at=timezone.now()
    )
