"""Writes articles that people went through, for the engine to learn from."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.selectors.marked_articles import marked_articles
from workbench.accounts.models import Workspace


class Command(BaseCommand):
    """Exports decided and corrected claims as marked articles, one JSON object a line."""

    help = "Write the articles that people went through to OUTPUT (JSON lines), as training examples."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, and which articles go into it."""
        parser.add_argument("output", type=Path)
        parser.add_argument("--workspace", default="", metavar="SLUG", help="of this workspace only")
        parser.add_argument("--all", action="store_true", help="articles that were gone through in part, too")

    def handle(self, *args: object, **options: Any) -> None:
        """Export; says how many articles and attributions were written."""
        workspace = workspace_named(options["workspace"])
        articles = attributions = 0
        output: Path = options["output"]
        try:
            with output.open("w", encoding="utf-8") as lines:
                for record in marked_articles(workspace, partial=options["all"]):
                    lines.write(json.dumps(record, ensure_ascii=False) + "\n")
                    articles += 1
                    attributions += len(record["attributions"])
        except OSError as error:
            advice = "Name a file in a folder that exists and that you may write to."
            raise CommandError(f"'{output}' cannot be written ({error.strerror}). {advice}") from error
        self.stdout.write(f"{articles} articles, {attributions} attributions: {output}")
        if not articles:
            advice = "every attributed claim of an article needs a decision, or use --all"
            self.stdout.write(f"Nothing was gone through wholly: {advice}.")


def workspace_named(slug: str) -> Workspace | None:
    """Return the workspace with this slug, none for an empty one; an error names those that there are."""
    if not slug:
        return None
    found = Workspace.objects.filter(slug=slug).first()
    if found is None:
        known = ", ".join(Workspace.objects.order_by("slug").values_list("slug", flat=True)) or "none yet"
        raise CommandError(f"There is no workspace '{slug}'. Known are: {known}.")
    return found
