"""The services find a place they can work in, wherever the checkout lies."""

import os

import pytest

from workbench.runtime import folders
from workbench.runtime.folders import LONGEST_SOCKET_NAME, SOCKET_PATH_LIMIT, ServicesFolder, throwaway_folder

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root hands the services to another account")


def test_sockets_lie_in_the_folder_where_their_path_fits(folder):
    assert folder.sockets() == folder.path / "run"


def test_sockets_move_to_a_short_path_where_the_folder_lies_deep(folder):
    deep = ServicesFolder(path=folder.path / ("d" * 120), account=folder.account, durable=True)
    deep.path.mkdir()

    sockets = deep.sockets()
    again = deep.sockets()

    assert len(str(again / LONGEST_SOCKET_NAME)) <= SOCKET_PATH_LIMIT
    assert not sockets.exists()
    deep.remove_short_sockets()
    assert not again.exists()


def test_a_throwaway_folder_whose_owner_was_killed_is_removed_by_the_next_one(folder, monkeypatch):
    monkeypatch.setattr(folders, "THROWAWAY_PREFIX", f"workbench-throwaway-test-{os.getpid()}-")
    abandoned, kept = throwaway_folder(), throwaway_folder()
    (abandoned.path / "owner").write_text(f"{os.getpid()} 1")

    later = throwaway_folder()

    assert not abandoned.path.exists()
    assert kept.path.exists()
    for used in (kept, later):
        used.remove()


@needs_root
def test_programs_below_a_private_folder_are_copied_with_their_libraries(folder, tmp_path):
    site = tmp_path / "private"
    program = site / "package" / "bin" / "program"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    (site / "package.libs").mkdir()
    (site / "package.libs" / "lib.so").write_text("library")
    (site / "package-1.0.dist-info").mkdir()
    site.chmod(0o700)

    copy = folder.within_reach(program.parent)

    assert copy == folder.path / "programs" / "package-1.0" / "package" / "bin"
    assert folder.account.can_reach(copy / "program")
    assert (copy.parent.parent / "package.libs" / "lib.so").read_text() == "library"
    assert site.stat().st_mode & 0o777 == 0o700


@needs_root
def test_data_for_a_private_checkout_lies_elsewhere_and_is_found_again(tmp_path, monkeypatch, folder):
    monkeypatch.setattr(folders, "SHARED_STATE", folder.path / "shared")
    tmp_path.chmod(0o700)

    first = folders.lasting_folder(tmp_path / ".state")
    second = folders.lasting_folder(tmp_path / ".state")

    assert first.path == second.path
    assert first.account.can_reach(first.path)
    assert tmp_path.stat().st_mode & 0o777 == 0o700
