"""Claims as the engine leaves them once its components vote, for pages that explain them."""

from typing import NamedTuple

from claims.models import Article, Claim, ClaimSpan, Hop
from tests.factories import make_article, make_claim, make_region
from workbench.accounts.models import Workspace

ENGLISH = (
    "Dam gates jam\n\n"
    "By Nadia Farouk\n\n"
    "Engineers reached the dam at noon. It may have been two gates that jammed, the keeper of the dam "
    "told the Sail News Agency, adding that he had warned of it. Nobody was hurt.\n\n"
    "Read also: Rivers in spring"
)
ARABIC = (
    "تعطل بوابات السد\n\n"
    "وصل المهندسون إلى السد ظهرا. وقال حارس السد لوكالة الشراع إن بوابتين ربما تعطلتا خلال الليل، مضيفا أنه "
    "حذر من ذلك. ولم يصب أحد بأذى."
)


class Words(NamedTuple):
    """The words of one claim in one language."""

    content: str
    shorter: str
    cue: str
    source: str
    hedge: str
    pronoun: str
    full: str
    narrated: str
    second: str
    second_cue: str


IN_ENGLISH = Words(
    content="It may have been two gates that jammed",
    shorter="two gates that jammed",
    cue="told",
    source="the keeper of the dam",
    hedge="may have been",
    pronoun="It",
    full="The fault at the dam",
    narrated="Engineers reached the dam at noon",
    second="he had warned of it",
    second_cue="adding that",
)
IN_ARABIC = Words(
    content="بوابتين ربما تعطلتا خلال الليل",
    shorter="ربما تعطلتا خلال الليل",
    cue="وقال",
    source="حارس السد",
    hedge="ربما",
    pronoun="بوابتين",
    full="بوابتين من بوابات السد",
    narrated="وصل المهندسون إلى السد ظهرا",
    second="أنه حذر من ذلك",
    second_cue="مضيفا",
)


def spans(text: str, words: str) -> list[list[int]]:
    """Return where the words stand, as stored votes name places."""
    start = text.index(words)
    return [[start, start + len(words)]]


def make_weighed_article(workspace: Workspace, language: str = "en") -> Article:
    """Return an article with three claims: votes that differ in bounds, the tagger alone, own narration."""
    words, text = (IN_ENGLISH, ENGLISH) if language == "en" else (IN_ARABIC, ARABIC)
    outlet = "Valley Courier" if language == "en" else "بريد الوادي"
    article = make_article(
        workspace,
        text,
        outlet=outlet,
        language=language,
        title=text.partition("\n")[0],
        extractor_version="engine-2",
    )
    make_region(article, text.partition("\n")[0], "title")
    if language == "en":
        make_region(article, "By Nadia Farouk", "byline")
        make_region(article, "Read also: Rivers in spring", "boilerplate")
    body = text.index(words.narrated)
    article.regions.create(kind="body", start=body, end=text.rindex(".") + 1)
    make_claim(article, words.narrated, quote="none", factors=[{"name": "event", "points": 0.2}], worth=0.5)
    _weigh(make_claim(article, words.content, chain=_chain(language, words), cue=words.cue), words)
    second = make_claim(
        article, words.second, chain=[(words.source, "person")], cue=words.second_cue, form="participle"
    )
    vote = {"voice": "tagger", "form": "", "score": 0.58, "content": spans(text, words.second)}
    Claim.objects.filter(pk=second.pk).update(
        votes=[vote | {"cue": spans(text, words.second_cue), "source": []}], probability=0.62
    )
    return article


def _chain(language: str, words: Words) -> list[tuple[str, str]]:
    agency = "Sail News Agency" if language == "en" else "وكالة الشراع"
    return [(agency, "outlet"), (words.source, "anonymous")]


def _weigh(claim: Claim, words: Words) -> None:
    text = claim.article.text
    for part, marked in (("source", words.source), ("hedge", words.hedge)):
        [[start, end]] = spans(text, marked)
        ClaimSpan.objects.create(claim=claim, part=part, start=start, end=end)
    rules = {"voice": "rules", "form": "clause", "score": None, "content": spans(text, words.content)}
    tagger = {"voice": "tagger", "form": "", "score": 0.94, "content": spans(text, words.shorter)}
    both = {"cue": spans(text, words.cue), "source": spans(text, words.source)}
    [[start, end]] = spans(text, words.pronoun)
    fill = {"start": start, "end": end, "shown": words.full, "reason": "named earlier in the sentence"}
    Claim.objects.filter(pk=claim.pk).update(
        form="clause",
        modality="alleged",
        anonymity="official",
        votes=[rules | both, tagger | both],
        probability=0.87,
        worth=0.6,
        factors=[
            {"name": "attributed", "points": 0.5},
            {"name": "number", "points": 0.2},
            {"name": "hedged", "points": -0.1},
        ],
        wording=words.content.replace(words.pronoun, words.full, 1),
        fills=[fill],
    )
    [[start, end]] = spans(text, words.source)
    last = Hop.objects.filter(claim=claim, position=2)
    last.update(start=start, end=end, cue=words.cue, stance="reports", reason="named here")
    Hop.objects.filter(claim=claim, position=1).update(
        inferred=True, stance="doubts", reason="the article as a whole is credited to it"
    )
