"""Makes a fresh workbench usable: the names it reads by, a workspace, a login, and the sample stories."""

import json

from django.core.management.base import BaseCommand
from django.db import transaction

from claims.services.name_tables import load_name_tables
from claims.services.samples import add_sample_stories, add_sample_verdicts
from sources.services.night_jobs import queue_night
from workbench.accounts.models import Role, Workspace
from workbench.accounts.services import create_workspace, new_password
from workbench.audit.members import add_member
from workbench.jobs.doorbell import ring

LOGIN = "editor"


class Command(BaseCommand):
    """Prints the login as one line of JSON on the first start, and `{}` on every later one."""

    help = (
        "Load the tables of names that come with this version, and create the first workspace "
        "with a login and the sample stories, unless there is one."
    )

    def handle(self, *args: object, **options: object) -> None:
        """Create what is missing; doing it twice changes nothing."""
        load_name_tables()
        if Workspace.objects.exists():
            self.stdout.write("{}")
            return
        password = new_password()
        with transaction.atomic():
            workspace = create_workspace(name="Newsroom", slug="newsroom")
            add_member(workspace=workspace, username=LOGIN, password=password, role=Role.EDITOR)
            add_sample_verdicts(workspace=workspace)
            jobs = [*add_sample_stories(workspace=workspace), *queue_night(workspace=workspace)]
        for job in jobs:
            ring(job)
        self.stdout.write(json.dumps({"login": LOGIN, "password": password}))
