"""An error says what is wrong, with its facts, in the reader's language."""

import pickle

from workbench.core.errors import WorkbenchError, gettext_noop


class KettleTooHot(WorkbenchError):
    """An error of these tests only."""

    code = "kettle_too_hot"
    message = gettext_noop("The kettle is at {degrees} degrees.")
    hint = gettext_noop("Wait until it is below {limit}.")


def test_the_text_holds_code_sentence_and_way_out():
    error = KettleTooHot(degrees=99, limit=60)

    assert str(error) == "[kettle_too_hot] The kettle is at 99 degrees. Wait until it is below 60."


def test_a_translation_receives_the_template_and_keeps_the_facts():
    translations = {KettleTooHot.message: "حرارة الغلاية {degrees} درجة.", KettleTooHot.hint: "انتظر."}
    error = KettleTooHot(degrees=99, limit=60)

    assert error.sentence(translations.__getitem__) == "حرارة الغلاية 99 درجة."
    assert error.advice(translations.__getitem__) == "انتظر."


def test_braces_in_a_fact_are_printed_as_they_are():
    error = KettleTooHot(degrees="{limit} {0} %s", limit=1)

    assert error.sentence() == "The kettle is at {limit} {0} %s degrees."


def test_an_error_survives_the_way_between_processes():
    error = pickle.loads(pickle.dumps(KettleTooHot(degrees=99, limit=60)))

    assert isinstance(error, KettleTooHot)
    assert error.facts == {"degrees": 99, "limit": 60}
