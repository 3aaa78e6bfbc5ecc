"""What a language is called on the page."""

from django.utils.translation import get_language_info


def language_name(code: str) -> str:
    """Return the name of the language with this code in the page's language, the code where it has none.

    >>> language_name("xx")
    'xx'
    """
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
