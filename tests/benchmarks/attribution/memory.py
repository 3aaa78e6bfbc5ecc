"""Reads an article of each language and prints the megabytes that this process then holds; run by `cost`."""

import psutil

from tests.benchmarks.attribution.systems import read_article
from tests.benchmarks.speed import documents


def main() -> None:
    """Print the resident memory, in megabytes."""
    for article in {article.language: article for article in documents()}.values():
        read_article(article.text, article.language)
    print(psutil.Process().memory_info().rss / 2**20)


if __name__ == "__main__":
    main()
