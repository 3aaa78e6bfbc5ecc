"""Analyses a folder of articles as one corpus, apart from everything the workbench holds."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.services.analysis import add_folder, corpus_analysis
from workbench.accounts.services import create_workspace
from workbench.core.scratch import scratch_database
from workbench.jobs.models import Job, JobState
from workbench.jobs.performing import perform_waiting_jobs


class Command(BaseCommand):
    """Runs the real pipeline on a scratch database and writes claims and links as JSON."""

    help = "Analyse every article below FOLDER as one corpus and write what was found to FILE."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder and the file."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--output", type=Path, required=True, metavar="FILE")

    def handle(self, *args: object, **options: object) -> None:
        """Analyse; fails with the first job's sentence where one could not be done."""
        folder, output = Path(str(options["folder"])), Path(str(options["output"]))
        if not folder.is_dir():
            raise CommandError(f"'{folder}' is not a folder. Name one that holds article files (*.json).")
        with scratch_database():
            workspace = create_workspace(name="Analysis", slug="analysis")
            articles = add_folder(workspace=workspace, folder=folder)
            perform_waiting_jobs(workspace)
            unfinished = Job.objects.filter(workspace=workspace).exclude(state=JobState.DONE).first()
            if unfinished is not None:
                raise CommandError(
                    f"{unfinished.kind} of '{unfinished.subject_label}': {unfinished.last_error}"
                )
            analysis = corpus_analysis(articles)
        output.write_text(json.dumps(analysis, ensure_ascii=False, indent=1), encoding="utf-8")
        self.stdout.write(f"{len(analysis['articles'])} articles, {len(analysis['links'])} links: {output}")
