"""Runs a workspace's night here and now, without a worker or the clock."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from sources.models import Alarm, Night
from sources.services.night_jobs import last_midnight, queue_night
from workbench.accounts.models import Workspace
from workbench.jobs.models import Job, JobQueue, JobState
from workbench.jobs.performing import perform_waiting_jobs


class Command(BaseCommand):
    """Says what the night came to, workspace by workspace."""

    help = "Make every record anew as of the last midnight (UTC), and look for what people should know of."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the workspace's short name; without one, all of them."""
        parser.add_argument("--workspace", default="", help="short name (slug) of one workspace")

    def handle(self, *args: object, **options: Any) -> None:
        """Run the nights; doing it twice changes nothing."""
        slug = options["workspace"]
        workspaces = list(Workspace.objects.filter(**({"slug": slug} if slug else {})).order_by("slug"))
        if not workspaces:
            raise CommandError(f"There is no workspace '{slug}'." if slug else "There is no workspace yet.")
        failed = [workspace for workspace in workspaces if not self._run(workspace)]
        if failed:
            raise CommandError("A step failed: see the jobs page.")

    def _run(self, workspace: Workspace) -> bool:
        """Run one night and say what came of it; False where a step failed."""
        jobs = queue_night(workspace=workspace)
        perform_waiting_jobs(workspace, queue=JobQueue.NIGHTLY)
        night = Night.objects.filter(workspace=workspace, as_of=last_midnight()).first()
        alarms = Alarm.objects.filter(workspace=workspace, closed_at=None).count()
        if night:
            self.stdout.write(
                f"{workspace.slug}: {night.source_count} sources, {night.card_count} scorecards as of"
                f" {night.as_of:%Y-%m-%d}, digest {night.digest[:16]}; {alarms} open alarms"
            )
        since = min(job.created_at for job in jobs)
        steps = Job.objects.filter(workspace=workspace, queue=JobQueue.NIGHTLY, created_at__gte=since)
        return not steps.exclude(state=JobState.DONE).exists()
