"""The committed networks, opened once for every test that reads with them."""

from pathlib import Path

import pytest
from tokenizers import Tokenizer

from claims import engine
from claims.encoding.artefacts import Artefact, load_artefact
from claims.encoding.words import open_tokenizer
from claims.nlp.tagger.reader import TaggerReader

ARTEFACTS = Path(engine.__file__).parent / "artefacts"


@pytest.fixture(scope="session")
def encoder_files() -> Artefact:
    """Return the committed encoder's folder."""
    return load_artefact(ARTEFACTS / "encoder", kind="sentence-encoder")


@pytest.fixture(scope="session")
def tokenizer(encoder_files: Artefact) -> Tokenizer:
    """Return the tokenizer whose pieces the tagger reads."""
    return open_tokenizer(encoder_files)


@pytest.fixture(scope="session")
def tagger() -> TaggerReader:
    """Return the committed tagger, the same as the site's tests use."""
    return engine.tagger()
