"""Works a folder through on a scratch database and prints the time it took; run by `speed`."""

import json
import os
import sys
import time
from itertools import combinations
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings.development")
django.setup()

from claims import engine  # noqa: E402  (Django must be set up first)
from claims.models import Article  # noqa: E402
from claims.services.analysis import add_folder  # noqa: E402
from workbench.accounts.services import create_workspace  # noqa: E402
from workbench.core.scratch import scratch_database  # noqa: E402
from workbench.jobs.performing import perform_waiting_jobs  # noqa: E402


def story_pairs_f1(articles: dict[str, Article], folder: Path) -> float:
    """Return F1 over pairs of articles: those of one folder belong together."""
    true = {}
    for path in folder.glob("*/*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        true[str(record.get("id"))] = path.parent.name
    found = {
        name: article.claims.values_list("story_id", flat=True).first() for name, article in articles.items()
    }
    pairs = [(true[a] == true[b], found[a] == found[b]) for a, b in combinations(sorted(articles), 2)]
    right = sum(belong and together for belong, together in pairs)
    return 2 * right / (sum(belong for belong, _ in pairs) + sum(together for _, together in pairs))


def main(folder: Path) -> None:
    """Print articles, wall seconds and CPU seconds as one line of JSON; the encoder is loaded before."""
    engine.encode(["warm"])
    with scratch_database():
        workspace = create_workspace(name="Bench", slug="bench")
        began, cpu = time.monotonic(), time.process_time()
        articles = add_folder(workspace=workspace, folder=folder)
        perform_waiting_jobs(workspace)
        spent = {"seconds": time.monotonic() - began, "cpu": time.process_time() - cpu}
        pairs = story_pairs_f1(articles, folder)
    print(json.dumps({"articles": len(articles), "story_pairs_f1": pairs, **spent}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
