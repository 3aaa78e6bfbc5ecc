"""Reads an article of each language and prints this process's memory in megabytes; run by `cost`."""

import json
import resource

import psutil

from tests.benchmarks.attribution.systems import read_article
from tests.benchmarks.speed import documents


def main() -> None:
    """Print resident and peak memory as one line of JSON."""
    for article in {article.language: article for article in documents()}.values():
        read_article(article.text, article.language)
    resident = psutil.Process().memory_info().rss / 2**20
    print(
        json.dumps({"resident": resident, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10})
    )


if __name__ == "__main__":
    main()
