"""Figures we hold ourselves to: what was measured, what is to be reached, and whether it was."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number. `at_least`: more is better. Without a target it is for information."""

    name: str
    value: float | None
    target: float | None = None
    at_least: bool = True
    unit: str = ""

    @property
    def ok(self) -> bool | None:
        """Tell whether the target is reached; None without target or measurement."""
        if self.target is None or self.value is None:
            return None
        return self.value >= self.target if self.at_least else self.value <= self.target


def write_results(benchmark: str, figures: Iterable[Figure]) -> Path:
    """Keep the figures as `{figure: {"value", "target", "ok"}}`."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{benchmark}.json"
    rows = {f.name: {"value": f.value, "target": f.target, "ok": f.ok} for f in figures}
    path.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def table(rows: Iterable[tuple[str, Figure]]) -> str:
    """Return the figures as one table: figure, reached, target."""
    lines = [("benchmark", "figure", "reached", "target", "")]
    for benchmark, figure in rows:
        sign = "≥" if figure.at_least else "≤"
        mark = {True: "ok", False: "MISSED", None: ""}[figure.ok]
        reached = "not measured" if figure.value is None else f"{figure.value:.3f} {figure.unit}".strip()
        target = "" if figure.target is None else f"{sign} {figure.target:g} {figure.unit}".strip()
        lines.append((benchmark, figure.name, reached, target, mark))
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
