"""A real Chromium before a live server, with everything it complains about written down."""

import os
from importlib.resources import files
from pathlib import Path

import pytest
from django.test import Client

from tests.factories import make_article, make_job, make_member
from tests.silo_story import make_silo_story
from workbench.jobs.models import JobState

CHROMIUM = Path("/usr/bin/chromium")
HTMX_IS_READY = """() => !document.querySelector("[hx-get], [hx-post]")
  || document.querySelector("[data-htmx-powered]")"""
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]

# Playwright's loop runs in this thread, and Django takes any loop for an asynchronous caller.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    """Return a running Chromium; the tests are skipped where there is none."""
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe():
    """Return the source of axe-core."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def silo(live_server, workspace):
    """Return a full story in a database that the live server sees."""
    return make_silo_story(workspace)


@pytest.fixture
def unfinished(live_server, workspace):
    """Return an article whose work has come half way."""
    article = make_article(workspace, "The ferry is late.", title="Ferry late", state="working")
    make_job(article, "claims.extract", result={"count": 2})
    make_job(article, "claims.embed", JobState.RUNNING)
    return article


class Desk:
    """A logged-in page, and every error that its console or network reported."""

    def __init__(self, browser, server, person, **look):
        self.server = server
        self.scripts = look.get("java_script_enabled", True)
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | look)
        client = Client()
        client.force_login(person)
        session = client.cookies["sessionid"].value
        self.context.add_cookies([{"name": "sessionid", "value": session, "url": server.url}])
        self.page = self.context.new_page()
        self.complaints = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hear(self, message):
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def visit(self, address):
        """Open a page and wait until its forms are htmx's: it takes them over a tick after the page loads."""
        self.page.goto(self.server.url + address)
        self.page.wait_for_load_state("load")
        if self.scripts:
            self.page.wait_for_function(HTMX_IS_READY)
        return self.page


@pytest.fixture
def desk_of(browser, live_server, workspace):
    """Return a function that opens a page for a new editor with a language and a look."""
    opened = []

    def open_desk(language="en", **look):
        person = make_member(workspace, language=language)
        opened.append(Desk(browser, live_server, person, **look))
        return opened[-1]

    yield open_desk
    for desk in opened:
        desk.context.close()
