"""Works a folder through on a scratch database and prints the time it took; run by `speed`."""

import json
import os
import sys
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings.development")
django.setup()

from claims import engine  # noqa: E402  (Django must be set up first)
from claims.services.analysis import add_folder  # noqa: E402
from workbench.accounts.services import create_workspace  # noqa: E402
from workbench.core.scratch import scratch_database  # noqa: E402
from workbench.jobs.performing import perform_waiting_jobs  # noqa: E402


def main(folder: Path) -> None:
    """Print articles, wall seconds and CPU seconds as one line of JSON; the encoder is loaded before."""
    engine.encode(["warm"])
    with scratch_database():
        workspace = create_workspace(name="Bench", slug="bench")
        began, cpu = time.monotonic(), time.process_time()
        articles = add_folder(workspace=workspace, folder=folder)
        perform_waiting_jobs(workspace)
        spent = {"seconds": time.monotonic() - began, "cpu": time.process_time() - cpu}
    print(json.dumps({"articles": len(articles), **spent}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
