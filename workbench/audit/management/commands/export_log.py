"""Writes a workspace's log to a file that anybody can verify without the workbench."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from workbench.accounts.models import Workspace
from workbench.audit.anchoring import anchors_file
from workbench.audit.verifying import export_log


class Command(BaseCommand):
    """Exports the log as JSON lines, anchored first."""

    help = "Write the log of a workspace to OUTPUT (JSON lines), to be verified by workbench.audit.verifier."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file and the workspace."""
        parser.add_argument("output", type=Path)
        parser.add_argument("--workspace", default="", metavar="SLUG", help="needed where there are several")

    def handle(self, *args: object, **options: Any) -> None:
        """Export; says how many events were written and where the anchors are."""
        workspace = only_workspace(options["workspace"])
        output: Path = options["output"]
        try:
            count = export_log(workspace, output)
        except OSError as error:
            advice = "Name files in folders that exist and that you may write to."
            raise CommandError(
                f"'{error.filename}' cannot be written ({error.strerror}). {advice}"
            ) from error
        self.stdout.write(f"{count} events: {output}\nanchors: {anchors_file(workspace)}")


def only_workspace(slug: str) -> Workspace:
    """Return the workspace of that slug, or the only one there is."""
    known = {workspace.slug: workspace for workspace in Workspace.objects.order_by("slug")}
    if not slug and len(known) == 1:
        return next(iter(known.values()))
    if slug in known:
        return known[slug]
    names = ", ".join(known) or "none"
    raise CommandError(f"Name a workspace with --workspace: {names}.")
