"""Explains what the engine finds in one article, without any database."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims import engine
from claims.nlp.types import Document
from claims.reading.article import read_file
from claims.reading.errors import ReadingError
from claims.reading.types import ReadArticle
from claims.selectors.explanation import explanation_of
from claims.selectors.explanation_text import explanation_lines


class Command(BaseCommand):
    """Runs the engine on a file, and prints regions, credit and each claim with its reasons."""

    help = "Explain what is found in FILE (.txt, .html or .json) and why. Nothing is stored."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, what it does not say of itself, and what to print."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--claim", type=int, metavar="N", help="explain this claim only")
        parser.add_argument(
            "--language", default="", metavar="CODE", help="read it in this language (en, ar, …)"
        )
        parser.add_argument("--outlet", default="", metavar="NAME", help="who published it")
        parser.add_argument("--title", default="", metavar="WORDS", help="its headline")
        parser.add_argument("--json", action="store_true", help="print the same as JSON")

    def handle(self, *args: object, **options: Any) -> None:
        """Explain; fails with a sentence that says what to do."""
        articles = _articles(options["file"], title=options["title"], outlet=options["outlet"])
        found = [
            explanation_of(_analysed(a, options), engine_version=engine.extractor_version()) for a in articles
        ]
        wanted = options["claim"]
        for explanation in found:
            _check_claim(wanted, len(explanation["claims"]))
        if options["json"]:
            shown = [_narrowed(explanation, wanted) for explanation in found]
            self.stdout.write(
                json.dumps(shown[0] if len(shown) == 1 else shown, ensure_ascii=False, indent=1)
            )
            return
        for number, explanation in enumerate(found):
            if number:
                self.stdout.write("\n" + "=" * 60 + "\n")
            for line in explanation_lines(explanation, only=wanted):
                self.stdout.write(line)


def _articles(path: Path, *, title: str, outlet: str) -> list[ReadArticle]:
    if path.is_dir():
        raise CommandError(f"'{path}' is a folder. Name one file; `manage.py analyze` takes folders.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CommandError(
            f"'{path}' cannot be opened ({error.strerror}). Name a file that you may read."
        ) from error
    try:
        return read_file(name=path.name, data=data, title=title, outlet=outlet)
    except ReadingError as error:
        raise CommandError(f"{error.sentence()} {error.advice()}".strip()) from error


def _analysed(article: ReadArticle, options: dict[str, Any]) -> Document:
    language = options["language"].strip().lower() or article.language
    document = Document(
        text=article.text,
        language=language,
        title=options["title"] or article.title,
        outlet=options["outlet"] or article.outlet,
        published_on=article.published_on,
    )
    return replace(engine.analyse(document), language=language)


def _check_claim(wanted: int | None, total: int) -> None:
    if wanted is None or 1 <= wanted <= total:
        return
    known = f"Give a number from 1 to {total}." if total else "The article has no claims; leave --claim out."
    raise CommandError(f"There is no claim {wanted}. {known}")


def _narrowed(explanation: dict[str, Any], wanted: int | None) -> dict[str, Any]:
    claims = [claim for claim in explanation["claims"] if wanted in {None, claim["number"]}]
    return explanation | {"claims": claims}
