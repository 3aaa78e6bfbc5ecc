"""How soon a verdict is on the page of its source, in a workbench that really runs; `python -m` prints it.

The services, the worker and the web server are processes of their own, as `make run` starts them. The
clock runs from the answer that says that the verdict is recorded until a page of its source shows it.
"""

import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from tests.benchmarks.figures import Figure, table
from tests.benchmarks.running import Run, logged_in, wait_until_quiet, workbench

TARGET_SECONDS = 2.0
VERDICTS = 8
PATIENCE_SECONDS = 30.0


def judged_sources(client: httpx.Client) -> list[tuple[str, str]]:
    """Return claims of the samples with their outlets, one claim of an article each."""
    rows = client.get("/api/v1/claims", params={"limit": 100}).json()["results"]
    found: dict[str, tuple[str, str]] = {}
    for row in rows:
        found.setdefault(row["article"], (row["id"], row["chain"][0]["source"]))
    return list(found.values())[:VERDICTS]


def record_verdict(client: httpx.Client, claim: str) -> float:
    """Judge the claim by the form on its page; return the moment at which the answer was there."""
    page = client.get(f"/claims/{claim}/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text).group(1)
    action = re.search(rf'action="([^"]*/{claim}/verdict/?)"', page.text).group(1)
    words = {"rating": "true", "reasoning": "The minutes of the meeting say so.", "evidence_url": ""}
    answer = client.post(
        action,
        data={"csrfmiddlewaretoken": token, "selection": "suspicion", **words},
        headers={"Referer": str(page.url)},
        follow_redirects=False,
    )
    if answer.status_code != httpx.codes.FOUND:
        raise RuntimeError(f"The verdict was not recorded: {answer.status_code} {answer.text[:500]}")
    return time.monotonic()


def seconds_until_shown(client: httpx.Client, claim: str, source: str) -> float:
    """Return the seconds from the recorded verdict until the source's page leads to its claim as judged."""
    began = record_verdict(client, claim)
    while time.monotonic() - began < PATIENCE_SECONDS:
        page = client.get(f"/sources/{source}/").text
        ledger = page.partition('id="moved"')[2].partition('id="partners"')[0]
        if f"/claims/{claim}/" in ledger:
            return time.monotonic() - began
        time.sleep(0.05)
    raise RuntimeError(f"The verdict on {claim} never came to the page of {source}.")


def measure_run(run: Run) -> Iterator[Figure]:
    """Yield the figures of a workbench that is up."""
    client = logged_in(run)
    wait_until_quiet(client)
    waits = [seconds_until_shown(client, claim, source) for claim, source in judged_sources(client)]
    yield Figure("verdicts recorded over HTTP", len(waits))
    yield Figure("verdict on its source's page, median", statistics.median(waits), unit="s")
    yield Figure(
        "verdict on its source's page, slowest", max(waits), TARGET_SECONDS, at_least=False, unit="s"
    )
    _, source = judged_sources(client)[0]
    began = time.monotonic()
    client.get(f"/sources/{source}/").raise_for_status()
    yield Figure("the source's page", time.monotonic() - began, unit="s")


def measure() -> Iterator[Figure]:
    """Yield how long a verdict takes to its source's page, on a state folder thrown away."""
    with tempfile.TemporaryDirectory(prefix="cw-bench-") as folder:
        Path(folder).chmod(0o711)  # as root, the services' own account must be able to pass through it
        with workbench(Path(folder) / "state") as run:
            if urlsplit(run.address).hostname not in {"127.0.0.1", "localhost"}:
                raise RuntimeError("A benchmark measures a workbench of this machine alone.")
            yield from measure_run(run)


if __name__ == "__main__":
    print(table([("page", figure) for figure in measure()]))
