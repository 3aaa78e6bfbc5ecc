"""Works a folder through on a scratch database and prints the story of each article; run by `stories`."""

import json
import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings.development")
django.setup()

from claims import engine  # noqa: E402  (Django must be set up first)
from claims.models import Article  # noqa: E402
from claims.services.analysis import add_folder  # noqa: E402
from claims.services.regrouping import queue_regrouping  # noqa: E402
from workbench.accounts.services import create_workspace  # noqa: E402
from workbench.core.scratch import scratch_database  # noqa: E402
from workbench.jobs.performing import perform_waiting_jobs  # noqa: E402


def story_of(article: Article) -> str:
    """Return the story that most of the article's claims are in, its own name where it has none."""
    found = list(article.claims.exclude(story=None).values_list("story_id", flat=True))
    return str(max(sorted(set(found)), key=found.count)) if found else str(article.pk)


def main(folder: Path) -> None:
    """Print the true story of each article, the one it came into, and the one it is in after the night."""
    truth = {}
    for path in sorted(folder.glob("*/*.json")):
        truth[str(json.loads(path.read_text(encoding="utf-8")).get("id"))] = path.parent.name
    engine.encode(["warm"])
    with scratch_database():
        workspace = create_workspace(name="Bench", slug="bench")
        articles = add_folder(workspace=workspace, folder=folder)
        perform_waiting_jobs(workspace)
        online = {name: story_of(article) for name, article in articles.items()}
        queue_regrouping(workspace=workspace)
        perform_waiting_jobs(workspace)
        night = {name: story_of(article) for name, article in articles.items()}
    told = {"truth": {name: truth[name] for name in articles}, "online": online, "after the night": night}
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
