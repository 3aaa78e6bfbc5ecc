"""Why a page was not fetched: one class, one code, one sentence, one way out."""

from typing import ClassVar

from workbench.core.errors import WorkbenchError, gettext_noop

CHECK_ADDRESS = gettext_noop("Check the address in your browser, or copy the article and paste it.")
TRY_LATER = gettext_noop("It is tried again later; you can also copy the article and paste it.")


class FetchError(WorkbenchError):
    """Base of every refusal and failure to fetch; `is_transient` says whether trying again can help."""

    code = "fetch_error"
    message = gettext_noop("The page could not be fetched.")
    hint = CHECK_ADDRESS
    is_transient: ClassVar[bool] = False


class UrlNotUsable(FetchError):
    """The address is not a complete, well-formed one."""

    code = "url_not_usable"
    message = gettext_noop("'{url}' is not a complete web address.")


class SchemeNotAllowed(FetchError):
    """The address is neither http nor https."""

    code = "scheme_not_allowed"
    message = gettext_noop("Addresses that begin with '{scheme}:' are not fetched, only http and https.")


class CredentialsInUrl(FetchError):
    """The address holds a user name or a password."""

    code = "credentials_in_url"
    message = gettext_noop("The address holds a user name or password, which would be sent and stored.")
    hint = gettext_noop("Remove what stands before the @, or copy the article and paste it.")


class PortNotAllowed(FetchError):
    """The address names a port that web pages for the public do not use."""

    code = "port_not_allowed"
    message = gettext_noop("Port {port} is not fetched from; only the usual web ports are.")


class AddressNotPublic(FetchError):
    """The host is, or has among its addresses, one that is not on the public internet."""

    code = "address_not_public"
    message = gettext_noop("'{host}' does not lead to a public web server.")


class HostNotFound(FetchError):
    """The name has no address, or the resolver did not answer."""

    code = "host_not_found"
    message = gettext_noop("There is no server named '{host}', or its name could not be looked up.")
    is_transient = True


class SiteUnreachable(FetchError):
    """No connection, or it broke before an answer came."""

    code = "site_unreachable"
    message = gettext_noop("'{host}' could not be reached or broke off.")
    hint = TRY_LATER
    is_transient = True


class FetchTooSlow(FetchError):
    """The whole page did not arrive in the time that a fetch may take."""

    code = "fetch_too_slow"
    message = gettext_noop("'{host}' did not deliver the page within {seconds} seconds.")
    hint = TRY_LATER
    is_transient = True


class TlsFailed(FetchError):
    """The server's certificate or protocol is not to be trusted; there is no switch to ignore that."""

    code = "tls_error"
    message = gettext_noop("The secure connection to '{host}' failed: its certificate cannot be trusted.")


class TooManyRedirects(FetchError):
    """The page sends on and on."""

    code = "too_many_redirects"
    message = gettext_noop("The page redirects more than {limit} times.")


class RedirectToPlainHttp(FetchError):
    """A secure page sends on to an insecure one."""

    code = "redirect_to_plain_http"
    message = gettext_noop("The secure page redirects to the insecure address '{url}'.")
    hint = gettext_noop("If you trust it, add that address itself.")


class PageTooLarge(FetchError):
    """More bytes than accepted, as sent or as unpacked."""

    code = "page_too_large"
    message = gettext_noop("The page has more than {limit} bytes.")
    hint = gettext_noop("Copy the article and paste it.")


class CompressionBomb(FetchError):
    """The body unpacks to so many times its size that it is no text."""

    code = "compression_bomb"
    message = gettext_noop("The page unpacks to more than {limit} times its size.")
    hint = gettext_noop("Copy the article and paste it.")


class EncodingNotSupported(FetchError):
    """The body is packed in a way that was not asked for."""

    code = "content_encoding_not_supported"
    message = gettext_noop("The page is packed as '{encoding}', which was not asked for.")


class PageIncomplete(FetchError):
    """The connection ended before the whole body had come; the part is not kept."""

    code = "page_incomplete"
    message = gettext_noop("'{host}' broke off before the page was complete.")
    hint = TRY_LATER
    is_transient = True


class BadResponse(FetchError):
    """What came back is not HTTP."""

    code = "bad_response"
    message = gettext_noop("'{host}' did not answer as a web server does.")


class ContentTypeNotAllowed(FetchError):
    """The address leads to an image, a film or another kind of file."""

    code = "content_type_not_allowed"
    message = gettext_noop("The address leads to '{content_type}', not to a page of text.")


class PageNotFound(FetchError):
    """The server says that there is no such page (any more)."""

    code = "page_not_found"
    message = gettext_noop("The server says that this page does not exist (status {status}).")


class BlockedBySite(FetchError):
    """The server refuses to show the page to us."""

    code = "blocked_by_site"
    message = gettext_noop("The site refuses to show this page to a program (status {status}).")
    hint = gettext_noop("Open it in your browser, copy the article and paste it.")


class SiteBusy(FetchError):
    """The server asks to come back later; `retry_after_seconds` is its wish, within a minute and a day."""

    code = "site_busy"
    message = gettext_noop("The site asks to come back later (status {status}).")
    hint = TRY_LATER
    is_transient = True


class SiteFailed(FetchError):
    """The server failed."""

    code = "site_failed"
    message = gettext_noop("The site reports a fault of its own (status {status}).")
    hint = TRY_LATER
    is_transient = True


class UnexpectedStatus(FetchError):
    """A status that no page comes with."""

    code = "unexpected_status"
    message = gettext_noop("The server answered with status {status}, which no page comes with.")
