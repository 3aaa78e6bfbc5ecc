"""What the launcher's tests share."""

import pytest

from workbench.runtime.folders import throwaway_folder


@pytest.fixture
def folder():
    """Give a folder that the services' account can work in; pytest's own folders are private."""
    given = throwaway_folder()
    yield given
    given.remove()
