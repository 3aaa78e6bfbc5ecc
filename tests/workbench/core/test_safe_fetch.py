"""A page is fetched whole and within limits from the public internet, or refused with a reason."""

import gzip
import socket
import ssl
import time
import zlib
from pathlib import Path

import pytest

from tests.workbench.core.hostile_server import drips, page, says, served
from workbench.core import fetch_errors
from workbench.core.addresses import network_list
from workbench.core.fetch_types import FetchPolicy
from workbench.core.safe_fetch import checked_redirect, checked_target, fetch_page


def policy_for(*servers, **changes):
    """Return a policy under which exactly these servers may be visited."""
    settings = {
        "ports": frozenset([80, 443, *(server.port for server in servers)]),
        "exempt_endpoints": frozenset(server.endpoint for server in servers),
        "total_seconds": 3.0,
    }
    return FetchPolicy(**{**settings, **changes})


def refusal(url, policy):
    with pytest.raises(fetch_errors.FetchError) as caught:
        fetch_page(url, policy)
    return caught.value


def test_a_page_comes_back_whole_with_its_particulars():
    body = "<html><p>خبر من المرفأ</p></html>".encode("cp1256")
    with served(says(page(body, content_type='text/html; charset="windows-1256"'))) as server:
        fetched = fetch_page(server.url("/news?id=1"), policy_for(server))

    assert fetched.body == body
    assert (fetched.status, fetched.content_type, fetched.charset) == (200, "text/html", "windows-1256")
    assert fetched.final_url == server.url("/news?id=1")
    assert fetched.fetched_at.tzinfo is not None


def test_the_request_names_the_program_and_carries_nothing_else_of_ours():
    with served(says(page(b"x", "Set-Cookie: a=1"))) as server:
        fetch_page(server.url(), policy_for(server))
        fetch_page(server.url(), policy_for(server))

    assert all("User-Agent: ClaimWorkbench/0.1" in request for request in server.requests)
    assert not any("ookie" in request or "Authorization" in request for request in server.requests)


def test_proxies_of_the_environment_are_not_used(monkeypatch):
    with served(says(page(b"proxied"))) as proxy, served(says(page(b"direct"))) as server:
        monkeypatch.setenv("http_proxy", proxy.url())
        monkeypatch.setenv("ALL_PROXY", proxy.url())

        assert fetch_page(server.url(), policy_for(server)).body == b"direct"
        assert proxy.connections == 0


HOSTS = [
    *("127.0.0.1", "127.1", "2130706433", "0177.0.0.1", "0x7f.1", "0x7f000001", "①②⑦.⓪.⓪.①", "127。0。0。1"),
    *("localhost", "LOCALHOST", "localhost.", "localhost。", "0.0.0.0", "0", "169.254.169.254", "100.64.0.1"),
    *("10.0.0.1", "172.16.0.1", "192.168.1.1", "192.0.0.8", "192.88.99.1", "224.0.0.1", "255.255.255.255"),
    *("[::1]", "[::]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::7f00:1]"),
    *("[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[fec0::1]", "[fd00::1]", "[ff02::1]", "[fd00:ec2::254]"),
]


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_that_is_not_public_is_refused_without_a_connection(host):
    with served(says(page(b"secret"))) as canary:
        policy = FetchPolicy(ports=frozenset([canary.port]), total_seconds=3.0)

        error = refusal(f"http://{host}:{canary.port}/", policy)

        assert error.code in {"address_not_public", "url_not_usable"}
        assert canary.connections == 0


URLS = [
    pytest.param("file:///etc/passwd", "scheme_not_allowed", id="file"),
    pytest.param("FiLe:///etc/passwd", "scheme_not_allowed", id="file-mixed-case"),
    pytest.param("ftp://example.org/", "scheme_not_allowed", id="ftp"),
    pytest.param("gopher://example.org/", "scheme_not_allowed", id="gopher"),
    pytest.param("data:text/html,x", "scheme_not_allowed", id="data"),
    pytest.param("javascript:alert(1)", "scheme_not_allowed", id="javascript"),
    pytest.param("jar:http://example.org!/", "scheme_not_allowed", id="jar"),
    pytest.param("ws://example.org/", "scheme_not_allowed", id="ws"),
    pytest.param("http://user:pw@example.org/", "credentials_in_url", id="credentials"),
    pytest.param("http://example.org@127.0.0.1/", "credentials_in_url", id="host-as-user"),
    pytest.param("http://127.0.0.1\\@example.org/", "url_not_usable", id="backslash"),
    pytest.param("http://example.org%00.evil.example/", "url_not_usable", id="escaped-zero"),
    pytest.param("http://[fe80::1%25eth0]/", "url_not_usable", id="zone"),
    pytest.param("http://exa mple.org/", "url_not_usable", id="space"),
    pytest.param("ht\ttp://example.org/", "url_not_usable", id="tab-in-scheme"),
    pytest.param("http://example.org/\r\nHost: evil", "url_not_usable", id="line-break"),
    pytest.param("http://", "url_not_usable", id="no-host"),
    pytest.param("http:///path", "url_not_usable", id="empty-host"),
    pytest.param("//example.org/", "url_not_usable", id="no-scheme"),
    pytest.param("example.org", "url_not_usable", id="bare"),
    pytest.param("", "url_not_usable", id="empty"),
    pytest.param("http://[::1", "url_not_usable", id="open-bracket"),
    pytest.param("http://example..org/", "url_not_usable", id="two-dots"),
    pytest.param("http://example.org/" + "a" * 65_536, "url_not_usable", id="too-long"),
    pytest.param("http://example.org:0/", "port_not_allowed", id="port-0"),
    pytest.param("http://example.org:22/", "port_not_allowed", id="ssh"),
    pytest.param("http://example.org:6379/", "port_not_allowed", id="redis"),
    pytest.param("http://example.org:65536/", "url_not_usable", id="no-such-port"),
]


@pytest.mark.parametrize(("url", "code"), URLS)
def test_an_unfit_address_is_refused_before_anything_is_asked(url, code):
    with pytest.raises(fetch_errors.FetchError) as caught:
        checked_target(url)

    assert caught.value.code == code


def test_one_address_has_one_spelling():
    assert checked_target("HTTPS://BÜCHER.example:443/ä?q=ö#x").url == (
        "https://xn--bcher-kva.example/%C3%A4?q=%C3%B6"
    )


def test_one_private_address_among_public_ones_refuses_all():
    policy = FetchPolicy(resolver=lambda host, port: ["93.184.215.14", "127.0.0.1"])

    assert refusal("http://mixed.example/", policy).code == "address_not_public"


def test_a_network_of_ours_is_refused_though_it_is_public():
    policy = FetchPolicy(
        resolver=lambda host, port: ["93.184.215.14"], also_denied=network_list("93.184.215.0/24")
    )

    assert refusal("http://ours.example/", policy).code == "address_not_public"


def test_a_name_that_changes_its_answer_reaches_nothing_private():
    with served(says(page(b"secret"))) as canary:

        def conversation(connection, path):
            where = f"http://rebinding.example:{canary.port}/"
            connection.sendall(page(b"", f"Location: {where}", status="302 Found"))

        with served(conversation) as server:
            answers = iter([["127.0.0.1"], ["127.0.0.1"], ["127.0.0.1"]])
            policy = policy_for(
                server,
                ports=frozenset([server.port, canary.port]),
                resolver=lambda host, port: next(answers),
            )

            error = refusal(f"http://rebinding.example:{server.port}/", policy)

        assert error.code == "address_not_public"
        assert server.connections == 1
        assert canary.connections == 0


def test_a_name_is_resolved_once_for_each_connection():
    asked = []
    with served(says(page(b"x"))) as server:

        def resolver(host, port):
            asked.append(host)
            return ["127.0.0.1"] if len(asked) == 1 else ["169.254.169.254"]

        fetch_page(f"http://once.example:{server.port}/", policy_for(server, resolver=resolver))

    assert asked == ["once.example"]


def test_the_host_header_names_the_site_and_not_the_address():
    with served(says(page(b"x"))) as server:
        policy = policy_for(server, resolver=lambda host, port: ["127.0.0.1"])
        fetch_page(f"http://gull.example:{server.port}/", policy)

    assert f"Host: gull.example:{server.port}\r\n" in server.requests[0]


REDIRECTS_REFUSED = [
    pytest.param("http://127.0.0.1/", "address_not_public", id="loopback"),
    pytest.param("http://localhost/", "address_not_public", id="localhost"),
    pytest.param("http://[::ffff:7f00:1]/", "address_not_public", id="mapped"),
    pytest.param("http://169.254.169.254/latest/meta-data/", "address_not_public", id="metadata"),
    pytest.param("file:///etc/passwd", "scheme_not_allowed", id="file"),
    pytest.param("http://example.org:6379/", "port_not_allowed", id="redis"),
    pytest.param("http://a:b@example.org/", "credentials_in_url", id="credentials"),
]


@pytest.mark.parametrize(("location", "code"), REDIRECTS_REFUSED)
def test_a_redirect_is_checked_as_the_first_address_was(location, code):
    with served(says(page(b"", f"Location: {location}", status="302 Found"))) as server:
        assert refusal(server.url(), policy_for(server)).code == code


def test_a_relative_redirect_is_followed():
    def conversation(connection, path):
        moved = page(b"", "Location: ../b?x=1", status="301 Moved")
        connection.sendall(moved if path == "/a/" else page(path.encode()))

    with served(conversation) as server:
        fetched = fetch_page(server.url("/a/"), policy_for(server))

    assert fetched.body == b"/b?x=1"
    assert (fetched.url, fetched.final_url) == (server.url("/a/"), server.url("/b?x=1"))


def test_the_sixth_redirect_is_not_followed():
    with served(says(page(b"", "Location: /", status="302 Found"))) as server:
        assert refusal(server.url(), policy_for(server)).code == "too_many_redirects"
        assert server.connections == 6


SLOW = [
    pytest.param(
        drips(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n", b"x", pause=0.02, seconds=2), id="body"
    ),
    pytest.param(drips(b"HTTP/1.1 200 OK\r\nX-Header: ", b"x", pause=0.02, seconds=2), id="header"),
    pytest.param(drips(b"", b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.01, seconds=2), id="continue"),
    pytest.param(drips(b"", b"", pause=0.1, seconds=1), id="silence"),
]


@pytest.mark.parametrize("conversation", SLOW)
def test_a_server_that_drips_is_cut_at_the_deadline(conversation):
    with served(conversation) as server:
        begun = time.monotonic()
        error = refusal(server.url(), policy_for(server, total_seconds=0.5))

        assert time.monotonic() - begun < 1.5
        assert error.code == "fetch_too_slow"
        assert error.is_transient


def test_a_resolver_that_does_not_answer_is_cut_at_the_deadline():
    policy = FetchPolicy(total_seconds=0.3, resolver=lambda host, port: time.sleep(2) or [])

    begun = time.monotonic()

    assert refusal("http://slow.example/", policy).code == "fetch_too_slow"
    assert time.monotonic() - begun < 1.5


def bomb(wbits):
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    return packer.compress(b"\0" * 30_000_000) + packer.flush()


BODIES_REFUSED = [
    pytest.param(page(bomb(31), "Content-Encoding: gzip"), "compression_bomb", id="gzip-bomb"),
    pytest.param(page(bomb(15), "Content-Encoding: deflate"), "compression_bomb", id="deflate-bomb"),
    pytest.param(page(b"x", "Content-Encoding: br"), "content_encoding_not_supported", id="brotli"),
    pytest.param(page(b"x", "Content-Encoding: gzip, gzip"), "content_encoding_not_supported", id="twice"),
    pytest.param(
        page(gzip.compress(b"abc" * 99)[:-9], "Content-Encoding: gzip"), "page_incomplete", id="cut-gzip"
    ),
    pytest.param(page(b"no gzip", "Content-Encoding: gzip"), "page_incomplete", id="no-gzip"),
    pytest.param(page(b"x" * 60_000), "page_too_large", id="declared-too-large"),
    pytest.param(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"x" * 60_000,
        "page_too_large",
        id="undeclared",
    ),
    pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort", "page_incomplete", id="short"),
    pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx", "bad_response", id="negative-length"),
    pytest.param(
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        "bad_response",
        id="two-lengths",
    ),
    pytest.param(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n", "bad_response", id="bad-chunk"
    ),
    pytest.param(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "page_incomplete",
        id="no-last-chunk",
    ),
    pytest.param(b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "bad_response", id="ssh-banner"),
    pytest.param(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000 + b"\r\n\r\n", "bad_response", id="huge-header"),
    pytest.param(page(b"x", content_type="image/png"), "content_type_not_allowed", id="image"),
    pytest.param(
        page(b"x", content_type="application/octet-stream"), "content_type_not_allowed", id="octets"
    ),
]


@pytest.mark.parametrize(("response", "code"), BODIES_REFUSED)
def test_a_body_that_is_not_a_whole_page_is_refused(response, code):
    with served(says(response)) as server:
        assert refusal(server.url(), policy_for(server, wire_bytes_max=50_000)).code == code


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        pytest.param(gzip.compress(b"one page"), "gzip", id="gzip"),
        pytest.param(gzip.compress(b"one ") + gzip.compress(b"page"), "gzip", id="two-members"),
        pytest.param(zlib.compress(b"one page"), "deflate", id="zlib"),
        pytest.param(zlib.compress(b"one page")[2:-4], "deflate", id="raw-deflate"),
        pytest.param(b"one page", "identity", id="identity"),
    ],
)
def test_a_packed_page_is_unpacked(packed, encoding):
    with served(says(page(packed, f"Content-Encoding: {encoding}"))) as server:
        assert fetch_page(server.url(), policy_for(server)).body == b"one page"


def test_a_long_repetitive_page_within_the_ratio_is_no_bomb():
    body = b"".join(b"<p>%d sailors</p>" % number for number in range(100_000))
    with served(says(page(gzip.compress(body), "Content-Encoding: gzip"))) as server:
        assert fetch_page(server.url(), policy_for(server)).body == body


STATUSES = [
    ("404 Not Found", "page_not_found", False),
    ("410 Gone", "page_not_found", False),
    ("403 Forbidden", "blocked_by_site", False),
    ("451 Unavailable", "blocked_by_site", False),
    ("429 Too Many", "site_busy", True),
    ("503 Unavailable", "site_busy", True),
    ("500 Error", "site_failed", True),
    ("204 No Content", "unexpected_status", False),
    ("206 Partial Content", "unexpected_status", False),
    ("304 Not Modified", "unexpected_status", False),
    ("300 Multiple Choices", "unexpected_status", False),
    ("999 Denied", "unexpected_status", False),
]


@pytest.mark.parametrize(("status", "code", "is_transient"), STATUSES)
def test_a_status_other_than_success_is_an_error_even_with_an_article_below_it(status, code, is_transient):
    body = b"" if status[:3] in {"204", "304"} else b"<p>An article of sorts.</p>"
    with served(says(page(body, status=status))) as server:
        error = refusal(server.url(), policy_for(server))

    assert (error.code, error.is_transient) == (code, is_transient)


def test_a_busy_site_says_when_to_come_back():
    with served(says(page(b"", "Retry-After: 120", status="429 Slow down"))) as server:
        assert refusal(server.url(), policy_for(server)).facts["retry_after_seconds"] == 120


def test_a_site_that_refuses_the_connection_is_unreachable():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    policy = FetchPolicy(ports=frozenset([port]), exempt_endpoints=frozenset([("127.0.0.1", port)]))

    assert refusal(f"http://127.0.0.1:{port}/", policy).code == "site_unreachable"


def test_a_name_without_address_is_not_found():
    def resolver(host, port):
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    assert refusal("http://nowhere.example/", FetchPolicy(resolver=resolver)).code == "host_not_found"


def test_a_server_without_tls_behind_https_is_a_tls_error():
    with served(says(b"HTTP/1.1 400 plain\r\n\r\n")) as server:
        error = refusal(server.url().replace("http:", "https:"), policy_for(server))

    assert error.code == "tls_error"


def test_a_self_signed_certificate_is_a_tls_error():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    here = Path(__file__).parent
    context.load_cert_chain(here / "self_signed_certificate.pem", here / "self_signed_key.pem")

    def conversation(connection, path):
        with context.wrap_socket(connection, server_side=True) as secured:
            secured.sendall(page(b"trust me"))

    with served(conversation, reads_first=False) as server:
        error = refusal(server.url().replace("http:", "https:"), policy_for(server))

    assert error.code == "tls_error"


def test_a_secure_page_does_not_lead_to_an_insecure_one():
    target = checked_target("https://gull.example/")

    with pytest.raises(fetch_errors.RedirectToPlainHttp):
        checked_redirect(target, "http://gull.example/login", FetchPolicy())
