"""Loads the project's tables of places and actors into the database."""

from django.core.management.base import BaseCommand

from claims.services.name_tables import load_name_tables


class Command(BaseCommand):
    """Says how many rows were written: none where the tables were loaded before."""

    help = "Load the tables of places and actors that come with this version, unless they are loaded."

    def handle(self, *args: object, **options: object) -> None:
        """Load them; doing it twice changes nothing."""
        self.stdout.write(f"{load_name_tables()} rows written")
