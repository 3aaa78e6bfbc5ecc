"""Says whether the log is whole, whether it is still guarded, and whether what repeats it is what it says."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from sources.selectors.guards import KEPT
from sources.services.projections import differences
from workbench.accounts.models import Workspace
from workbench.audit.selectors import GUARDS, missing_guards
from workbench.audit.verifier import in_words
from workbench.audit.verifying import verify_log

MOST_TOLD = 20


class Command(BaseCommand):
    """Verifies the stored logs; ends with status 1 where anything is wrong."""

    help = (
        "Follow each workspace's log from its first event and name the first that is not as it was recorded."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the workspace, anchors kept elsewhere, and whether outcomes are held against the log."""
        parser.add_argument("--workspace", default="", metavar="SLUG", help="of this workspace only")
        parser.add_argument(
            "--anchors", type=Path, metavar="FILE", help="a copy of its anchors, kept elsewhere"
        )
        parser.add_argument(
            "--replay",
            action="store_true",
            help="hold outcomes, estimates and merges against the events, too",
        )

    def handle(self, *args: object, **options: Any) -> None:
        """Verify; says what was found, one workspace after the other."""
        rows = Workspace.objects.order_by("slug")
        chosen = rows.filter(slug=options["workspace"]) if options["workspace"] else rows
        if not chosen:
            raise CommandError(
                "There is no such workspace: " + (options["workspace"] or "none was made yet") + "."
            )
        wrong = self._say_guards()
        for workspace in chosen:
            wrong |= self._say_log(workspace, options["anchors"])
            if options["replay"]:
                wrong |= self._say_differences(workspace)
        if wrong:
            sys.exit(1)

    def _say_guards(self) -> bool:
        missing = missing_guards({**GUARDS, **KEPT})
        for guard in missing:
            self.stdout.write(f"UNGUARDED. The trigger {guard} is missing or switched off.")
        return bool(missing)

    def _say_log(self, workspace: Workspace, kept: Path | None) -> bool:
        try:
            report = verify_log(workspace, kept=kept)
        except (OSError, ValueError) as error:
            raise CommandError(f"The anchors cannot be read: {error}") from error
        self.stdout.write(f"{workspace.slug}: {in_words(report)}", ending="")
        return report.broken is not None

    def _say_differences(self, workspace: Workspace) -> bool:
        found = differences(workspace)
        for difference in found[:MOST_TOLD]:
            self.stdout.write(f"{workspace.slug}: DIFFERS. {difference}.")
        counted = (
            f"{len(found)} entries differ from the log."
            if found
            else "Outcomes, estimates and merges are what the log says."
        )
        self.stdout.write(f"{workspace.slug}: {counted}")
        return bool(found)
