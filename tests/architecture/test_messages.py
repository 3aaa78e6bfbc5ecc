"""Every translation is finished and compiled, so that no page falls back to another language half way."""

import gettext

import pytest
from babel.messages.pofile import read_po

from tests.architecture.project import CHECKOUT, files

CATALOGUES = files("*.po")


def read(path):
    with (CHECKOUT / path).open("rb") as source:
        return [message for message in read_po(source) if message.id]


def forms(message):
    """Return the message's translation, in all its plural forms."""
    return [message.string] if isinstance(message.string, str) else message.string


@pytest.mark.parametrize("path", CATALOGUES, ids=str)
def test_no_message_is_left_untranslated_or_in_doubt(path):
    unfinished = [message.id for message in read(path) if message.fuzzy or not all(forms(message))]

    assert not unfinished


@pytest.mark.parametrize("path", CATALOGUES, ids=str)
def test_the_compiled_catalogue_says_what_the_source_says(path):
    with (CHECKOUT / path.with_suffix(".mo")).open("rb") as compiled:
        said = gettext.GNUTranslations(compiled)
    singular = [message for message in read(path) if isinstance(message.id, str)]

    def compiled_form(message):
        return said.pgettext(message.context, message.id) if message.context else said.gettext(message.id)

    outdated = [message.id for message in singular if compiled_form(message) != message.string]

    assert not outdated, "run `make messages` and commit the compiled file"
