"""Reading records with a tagger in training, and writing what it reads as the records' own attributions."""

import dataclasses
from collections.abc import Sequence

import numpy as np
from tokenizers import Tokenizer

from claims.nlp.components.tagging import characters
from claims.nlp.lexicon import load_language
from claims.nlp.tagger.decoding import Readout, Settings, Tagged, decode
from claims.nlp.tagger.heads import Heads
from claims.nlp.tagger.pieces import Pieces, read_pieces
from claims.training.tagger.corpora import Record
from claims.training.tagger.fitting import head_arrays, read_texts
from claims.training.tagger.network import Tagger


def read_records_with(
    taggers: Sequence[Tagger],
    records: Sequence[Record],
    tokenizer: Tokenizer,
    definition: int,
) -> list[tuple[Pieces, Readout]]:
    """Return the pieces of each record with the mean of what the taggers say; vectors are the first one's."""
    pieces = [read_pieces(record["text"], tokenizer) for record in records]
    readouts = [read_texts(tagger, pieces, definition) for tagger in taggers]
    return [
        (text, Readout(np.mean([each[k].scores for each in readouts], axis=0), readouts[0][k].vectors))
        for k, text in enumerate(pieces)
    ]


def decoded(tagger: Tagger, read: Sequence[tuple[Pieces, Readout]], settings: Settings) -> list[list[Tagged]]:
    """Return the attributions in each readout, linked by the small networks of `tagger`."""
    heads = Heads.of(head_arrays(tagger))
    return [decode(pieces, readout, heads, settings) for pieces, readout in read]


def as_record(record: Record, pieces: Pieces, tagged: Sequence[Tagged]) -> Record:
    """Return `record` with the attributions that were read in it, in the form of the marked files."""
    language = load_language("ar" if record["lang"] == "ar" else "en")

    def spans(runs: Sequence[tuple[str, int, int] | None]) -> list[list[int]]:
        found = [characters(record["text"], language, pieces, run) for run in runs if run]
        return [[span.start, span.end] for span in found if span.end > span.start]

    attributions = [
        {
            "content": spans(one.contents),
            "cue": spans([one.cue]),
            "source": spans([one.source]),
            "modality": max(one.modality, key=lambda m: one.modality[m]).value if one.modality else "",
        }
        for one in tagged
    ]
    return record | {"attributions": [a for a in attributions if a["content"]]}


def as_json(record: Record, tagged: Sequence[Tagged]) -> Record:
    """Return what was read in a record with every chance, for fitting the vote."""
    return {
        "id": record["id"],
        "tagged": [
            dataclasses.asdict(one) | {"modality": {m.value: c for m, c in one.modality.items()}}
            for one in tagged
        ],
    }
