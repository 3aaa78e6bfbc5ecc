"""An invented event told by four invented outlets in two languages, for pages that need a full table."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from claims.models import Article, Claim, Hop, Story
from tests.factories import make_article, make_claim, make_link, make_region, make_source, make_story
from workbench.accounts.models import Workspace

TEXTS = Path(__file__).parent / "data" / "silo"
LEDGER = (TEXTS / "ledger.en.txt").read_text(encoding="utf-8")
ECHO = (TEXTS / "echo.ar.txt").read_text(encoding="utf-8")
POST = (TEXTS / "post.en.txt").read_text(encoding="utf-8")
SAIL = (TEXTS / "sail.ar.txt").read_text(encoding="utf-8")


_RELAYED = (
    "drift at The Tidewater Post, unnamed became official: a security source / officials",
    "drift at The Tidewater Post, bound dropped: at least twelve workers / Twelve workers",
    "The two articles are nearly one text: 86 % of their word runs are shared. (dependence 0.95)",
    "The Tidewater Post passes on what Harbour Ledger reported. (dependence 0.80)",
    "Harbour Ledger was first, on 2026-03-09; The Tidewater Post followed on 2026-03-10. (dependence 0.00)",
)
"""Reasons of a link between a report and the one that it relays."""


class SiloStory(NamedTuple):
    """The event with its articles and the claims that matter most."""

    story: Story
    ledger: Article
    echo: Article
    toll: Claim
    other_toll: Claim


def make_silo_story(workspace: Workspace) -> SiloStory:
    """Build the event: two conflicts (place, number), two corroborations, one copy, one denial."""
    ledger, echo, post, sail = _articles(workspace)
    fire, toll, flames, alarm, loading, wheat, inquiry = _ledger_claims(ledger)
    fire_ar, toll_ar, flames_ar, alarm_ar, loading_ar, wheat_ar = _echo_claims(echo)
    copied = make_claim(
        post,
        "Twelve workers were injured when fire swept through the grain silo at Marsa Nour port on Monday",
        chain=[("Harbour Ledger", "outlet")],
        slots=[("number", "Twelve workers"), ("place", "grain silo"), ("time", "Monday")],
    )
    first = make_claim(
        sail,
        "اثني عشر عاملا أصيبوا في حريق شب مساء الاثنين داخل صومعة الحبوب في مرفأ مرسى نور",
        chain=[("مصدر أمني", "anonymous")],
        slots=[("number", "اثني عشر عاملا"), ("place", "صومعة الحبوب"), ("time", "مساء الاثنين")],
    )
    _links(
        conflicts=[
            (fire, fire_ar, "place", ("grain silo", "مستودع الوقود")),
            (toll, toll_ar, "number", ("Twelve workers", "سبعة عمال")),
            (toll_ar, first, "number", ("سبعة عمال", "اثني عشر عاملا")),
        ],
        same=[
            (flames, flames_ar, 0.3),
            (alarm, alarm_ar, 0.35),
            (loading, loading_ar, 0.1),
            (toll, first, 0.62),
            (toll, copied, 0.02, *_RELAYED),
        ],
    )
    Claim.objects.filter(pk=toll.pk).update(roots=1.6)
    claims = [fire, toll, flames, alarm, loading, wheat, inquiry, fire_ar, toll_ar]
    claims += [flames_ar, alarm_ar, loading_ar, wheat_ar, copied, first]
    story = make_story(workspace, *claims, title=ledger.title)
    return SiloStory(story, ledger, echo, toll, toll_ar)


def _articles(workspace: Workspace) -> tuple[Article, Article, Article, Article]:
    ledger = make_article(
        workspace,
        LEDGER,
        outlet="Harbour Ledger",
        title=LEDGER.partition("\n")[0],
        published_on=date(2026, 3, 9),
    )
    make_region(ledger, LEDGER.partition("\n")[0], "title")
    make_region(ledger, "By Salma Hadid, Marsa Nour", "byline")
    make_region(ledger, "Read also: Three quays that need repair", "boilerplate")
    echo = make_article(
        workspace,
        ECHO,
        outlet="صدى المرافئ",
        language="ar",
        title=ECHO.partition("\n")[0],
        published_on=date(2026, 3, 9),
    )
    make_region(echo, ECHO.partition("\n")[0], "title")
    post = make_article(
        workspace,
        POST,
        outlet="The Tidewater Post",
        title=POST.partition("\n")[0],
        published_on=date(2026, 3, 10),
        republished_from=make_source(workspace, "Harbour Ledger"),
    )
    make_region(post, POST.partition("\n")[0], "title")
    make_region(post, "The Tidewater Post has not verified its content.", "disclaimer")
    sail = make_article(
        workspace,
        SAIL,
        outlet="وكالة الشراع",
        language="ar",
        title=SAIL.partition("\n")[0],
        published_on=date(2026, 3, 9),
    )
    return ledger, echo, post, sail


def _ledger_claims(article: Article) -> tuple[Claim, ...]:
    agency, source = (
        ("Sail News Agency", "outlet"),
        ("a security source who asked not to be named", "anonymous"),
    )
    brigade, statement = ("Idris Kamal", "person"), ("The port authority", "organisation")
    fire = make_claim(
        article,
        "A fire broke out on Monday evening in the grain silo at the eastern quay of Marsa Nour port",
        chain=[agency, source],
        slots=[("time", "Monday evening"), ("place", "grain silo")],
        cue="reported, citing",
    )
    toll = make_claim(
        article,
        "Twelve workers were injured",
        chain=[agency, source],
        slots=[("number", "Twelve workers")],
        cue="told the agency",
    )
    Hop.objects.filter(claim=toll, position=2).update(
        inferred=True,
        reason="“the source” goes back to the security source of the sentence before",
        cue="told",
    )
    return (
        fire,
        toll,
        make_claim(
            article,
            "We had the flames under control before midnight",
            chain=[brigade],
            quote="direct",
            slots=[("time", "before midnight")],
            cue="said",
        ),
        make_claim(
            article,
            "the alarm system had been switched off",
            chain=[brigade],
            modality="denied",
            cue="denied that",
        ),
        make_claim(
            article,
            "loading would resume on Thursday",
            chain=[statement, ("a statement", "document")],
            modality="predicted",
            slots=[("time", "Thursday")],
        ),
        make_claim(
            article,
            "The eastern quay handles about a third of the country's wheat imports",
            quote="none",
            slots=[("number", "about a third")],
        ),
        make_claim(
            article,
            "demanded an independent inquiry, saying that inspectors had warned of faulty wiring in January",
            chain=[("The union of dock workers", "organisation")],
            modality="demanded",
        ),
    )


def _echo_claims(article: Article) -> tuple[Claim, ...]:
    defence, brigade = ("مصدر في الدفاع المدني", "anonymous"), ("إدريس كمال", "person")
    return (
        make_claim(
            article,
            "اندلع حريق مساء الاثنين في مستودع الوقود عند الرصيف الشرقي لمرفأ مرسى نور",
            chain=[defence],
            slots=[("time", "مساء الاثنين"), ("place", "مستودع الوقود")],
            cue="بحسب",
        ),
        make_claim(
            article,
            "سبعة عمال أصيبوا بحروق متفاوتة",
            chain=[defence],
            slots=[("number", "سبعة عمال")],
            cue="وأضاف المصدر",
        ),
        make_claim(
            article, "سيطرنا على النيران قبل منتصف الليل", chain=[brigade], quote="direct", cue="وقال"
        ),
        make_claim(article, "يكون نظام الإنذار معطلا", chain=[brigade], modality="denied", cue="ونفى"),
        make_claim(
            article,
            "التحميل سيُستأنف يوم الخميس",
            chain=[("هيئة المرفأ", "organisation")],
            modality="predicted",
        ),
        make_claim(article, "يستقبل الرصيف الشرقي نحو ثلث واردات البلاد من القمح", quote="none"),
    )


def _links(*, conflicts, same) -> None:
    for one, two, slot, texts in conflicts:
        make_link(
            one,
            two,
            "conflicts",
            slot=slot,
            texts=texts,
            probability=0.87,
            independence=0.7,
            reasons=["Same event, same day, same place", f"The reports part in one particular: {slot}"],
        )
    for one, two, independence, *told in same:
        make_link(
            one,
            two,
            probability=0.93,
            independence=independence,
            reasons=["The sentences mean the same", *(told or ["No wording in common beyond names"])],
        )
