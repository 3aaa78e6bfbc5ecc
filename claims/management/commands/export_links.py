"""Writes links that people decided on, for the engine to learn from."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.management.commands.export_corrections import workspace_named
from claims.selectors.decided_links import decided_links


class Command(BaseCommand):
    """Exports confirmed, rejected and retyped links as training pairs, one JSON object a line."""

    help = "Write the links that people decided on to OUTPUT (JSON lines), as training examples."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, and from which workspace."""
        parser.add_argument("output", type=Path)
        parser.add_argument("--workspace", default="", metavar="SLUG", help="of this workspace only")

    def handle(self, *args: object, **options: Any) -> None:
        """Export; says how many pairs of each state were written."""
        workspace = workspace_named(options["workspace"])
        output: Path = options["output"]
        states: Counter[str] = Counter()
        try:
            with output.open("w", encoding="utf-8") as lines:
                for record in decided_links(workspace):
                    lines.write(json.dumps(record, ensure_ascii=False) + "\n")
                    states[record["state"]] += 1
        except OSError as error:
            advice = "Name a file in a folder that exists and that you may write to."
            raise CommandError(f"'{output}' cannot be written ({error.strerror}). {advice}") from error
        self.stdout.write(f"{states['confirmed']} confirmed, {states['rejected']} rejected: {output}")
        if not states:
            self.stdout.write("Nobody decided on a link yet: see the page 'Links to review'.")
