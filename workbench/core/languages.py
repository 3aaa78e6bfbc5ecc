"""The languages that the workbench names, and the direction their script runs."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ckb", "ps", "sd", "ug", "yi"})
"""ISO 639 codes of languages written from right to left (Unicode CLDR, 'characterOrder')."""


def direction(language: str) -> str:
    """Return `rtl`, `ltr`, or `auto` where the language is unknown.

    >>> direction("ar"), direction("en"), direction("und")
    ('rtl', 'ltr', 'auto')
    """
    code = language.partition("-")[0].lower()
    if code in {"", "und"}:
        return "auto"
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"
