"""Every spelling of an address becomes one, and nothing that is not an address does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.urls import canonical_url, outlet_host, shown_host, url_key

CANONICAL = [
    pytest.param("HTTP://Gull.Example", "http://gull.example/", id="case-and-root"),
    pytest.param("https://gull.example:443/a", "https://gull.example/a", id="default-port"),
    pytest.param("https://gull.example:8443/a", "https://gull.example:8443/a", id="other-port"),
    pytest.param("https://gull.example./a#b", "https://gull.example/a", id="final-dot-and-fragment"),
    pytest.param("https://gull.example/a/./b/../c", "https://gull.example/a/c", id="dot-segments"),
    pytest.param(
        "https://gull.example/?b=2&a=1&fbclid=x&utm_medium=y", "https://gull.example/?a=1&b=2", id="query"
    ),
    pytest.param(
        "https://gull.example/?id=7&ID=8&empty=", "https://gull.example/?ID=8&empty=&id=7", id="kept"
    ),
    pytest.param("https://gull.example/?12345", "https://gull.example/?12345", id="query-without-name"),
    pytest.param("https://gull.example/%7euser/%c3%a9", "https://gull.example/~user/%C3%A9", id="escapes"),
    pytest.param("https://gull.example/a%2Fb", "https://gull.example/a%2Fb", id="escaped-stroke-stays"),
    pytest.param("https://gull.example/خبر", "https://gull.example/%D8%AE%D8%A8%D8%B1", id="arabic-path"),
    pytest.param("https://صحيفة.example/", "https://xn--ogbhx3c3b.example/", id="arabic-host"),
    pytest.param(" https://gull.example/a ", "https://gull.example/a", id="surrounding-space"),
    pytest.param("https://gull.example/a//b/", "https://gull.example/a//b/", id="empty-segment-stays"),
    pytest.param("http://[2001:DB8::1]:80/", "http://[2001:db8::1]/", id="ipv6"),
]


@pytest.mark.parametrize(("url", "expected"), CANONICAL)
def test_an_address_is_spelled_one_way(url, expected):
    assert canonical_url(url) == expected
    assert canonical_url(expected) == expected


@pytest.mark.parametrize(
    "url",
    [
        *("", "gull.example", "javascript:alert(1)", "ftp://gull.example/", "mailto:a@b.example", "https://"),
        *("https://a:b@gull.example/", "https://gull.example\\@evil.example/", "https://gull example/"),
        *("https://gull.example:0/", "https://gull.example:99999/", "https://[::1", "https://gull..example/"),
        *("https://gull.example/\nx", "https://gull.example/" + "a" * 5_000),
    ],
)
def test_what_is_no_public_page_has_no_canonical_address(url):
    assert canonical_url(url) == ""
    assert url_key(url) == ""


@given(
    st.from_regex(r"https?://[a-z0-9.-]{1,20}(:[0-9]{1,5})?(/[^\s#]{0,30})?(\?[^\s]{0,30})?", fullmatch=True)
    | st.text(max_size=60).map("https://gull.example/{}".format)
)
def test_canonicalising_twice_changes_nothing(url):
    once = canonical_url(url)

    assert canonical_url(once) == once


@pytest.mark.parametrize(
    "variant",
    [
        "http://gull.example/news/7",
        "https://www.gull.example/news/7/",
        "https://m.gull.example/news/7?utm_source=x",
        "https://amp.gull.example/news/7",
        "https://gull.example/news/7/amp/",
        "https://gull.example/news/7?amp=1",
        "https://gull.example/news/7#comments",
    ],
)
def test_variants_of_a_page_have_one_key(variant):
    assert url_key(variant) == "gull.example/news/7"


def test_other_pages_have_other_keys():
    assert len({url_key(f"https://gull.example/{path}") for path in ("a", "b", "a?id=1", "a?id=2", "A")}) == 5


def test_a_host_of_two_labels_is_never_cut():
    assert outlet_host("https://m.example/") == "m.example"
    assert outlet_host("https://www.gull.example/") == "gull.example"


def test_a_host_is_shown_in_its_own_letters_unless_they_imitate_others():
    assert shown_host("https://xn--ogbhx3c3b.example/") == "صحيفة.example"
    assert shown_host("https://gu\u0456l.example/").startswith("xn--")
    assert shown_host("https://gull.example/") == "gull.example"
