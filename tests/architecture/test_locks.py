"""The locks agree, so that tests run on what newsrooms run."""

import re

from tests.architecture.project import CHECKOUT

PINNED = re.compile(r"^([a-z0-9._-]+==\S+)", re.M)


def pins(name):
    return set(PINNED.findall((CHECKOUT / "requirements" / name).read_text(encoding="utf-8")))


def test_the_test_lock_holds_the_very_packages_of_the_runtime_lock():
    assert pins("runtime.lock") - pins("test.lock") == set()


def test_every_locked_package_has_its_hashes():
    for name in ("runtime.lock", "test.lock", "peers.lock"):
        lock = (CHECKOUT / "requirements" / name).read_text(encoding="utf-8")
        assert lock.count("==") <= lock.count("--hash=sha256:"), name
