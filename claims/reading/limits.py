"""How much the reader accepts; every cap is here, with its reason."""

MEGABYTE = 1_000_000

FILE_BYTES_MAX = 10 * MEGABYTE
"""A long book is 3 MB of UTF-8 Arabic; what is larger is no article."""

TEXT_CHARACTERS_MAX = 10 * MEGABYTE
"""No fewer than the bytes of the largest file, so that whatever may be uploaded may be pasted."""

TITLE_CHARACTERS_MAX = 500
"""Headlines stay below 250 characters; a longer "title" is body text in the wrong field."""

NAME_CHARACTERS_MAX = 300
"""For the outlet and the author; longer names are lists or page fragments."""

URL_CHARACTERS_MAX = 4_096
"""Browsers and servers refuse longer addresses, and an index row holds at most 8,191 bytes."""

ARTICLES_PER_FILE_MAX = 1_000
"""As many as one feed page; a larger import is several files."""

HTML_ELEMENTS_MAX = 50_000
"""The largest news pages have some 8,000 elements; trafilatura needs over 20 s for 100,000 paragraphs."""

HTML_DEPTH_MAX = 200
"""libxml2 drops what lies below depth 256 without an error, and trafilatura returns nothing near 300."""

HTML_ATTRIBUTES_MAX = 200
"""Attributes of one element; libxml2's handling is quadratic in them (over 20 s for 100,000)."""

HTML_TEXT_NODE_MAX = 5 * MEGABYTE
"""libxml2 loses a text node of more than 10 MB without an error."""

HTML_SECONDS_MAX = 8.0
"""Wall and processor time of the child that parses one page; the budget of an item is 10 s in all."""

HTML_MEMORY_BYTES_MAX = 512 * 1024 * 1024
"""Address space of that child; an ordinary page needs about 120 MB."""

HTML_ANSWER_BYTES_MAX = 40 * MEGABYTE
"""What the child may write: the text of the largest page as escaped JSON."""
