"""Adds a person to a workspace from the command line, for instance the second one that a verdict needs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from workbench.accounts.models import Role
from workbench.accounts.services import new_password
from workbench.audit.management.commands.export_log import only_workspace
from workbench.audit.members import add_member
from workbench.core.errors import WorkbenchError


class Command(BaseCommand):
    """Prints the login with its password, this once: only its hash is kept."""

    help = "Give a new person a login and a place in a workspace, and print the password once."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the login name, the role and the workspace."""
        parser.add_argument("username", metavar="USERNAME", help="login name")
        parser.add_argument("--role", required=True, choices=Role.values, help="what the person may do")
        parser.add_argument("--workspace", default="", metavar="SLUG", help="needed where there are several")

    def handle(self, *args: object, **options: Any) -> None:
        """Add the person; what is refused says what to do."""
        workspace = only_workspace(options["workspace"])
        password = new_password()
        try:
            membership = add_member(
                workspace=workspace,
                username=options["username"],
                password=password,
                role=Role(options["role"]),
            )
        except WorkbenchError as refused:
            raise CommandError(str(refused)) from refused
        name = membership.user.get_username()
        self.stdout.write(
            f"{name} is {membership.role} in {workspace.slug}. Password, shown once: {password}"
        )
