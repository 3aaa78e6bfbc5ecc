"""What the person who starts the workbench may choose."""

import socket

import pytest

from workbench.runtime.environment import choose_port, read_environment, read_options
from workbench.runtime.errors import CannotRun


def options(tmp_path, **environment):
    return read_options(environment, tmp_path)


def test_the_workbench_listens_on_this_machine_alone_unless_told_otherwise(tmp_path):
    chosen = options(tmp_path)

    assert chosen.host == "127.0.0.1"
    assert chosen.state == tmp_path / ".state"


def test_a_taken_port_is_passed_over(tmp_path):
    first = choose_port(options(tmp_path))
    with socket.create_server(("127.0.0.1", first)):
        assert choose_port(options(tmp_path)) > first


def test_a_port_that_was_asked_for_and_is_taken_is_not_replaced(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(CannotRun, match=f"Port {port} is taken"):
            choose_port(options(tmp_path, WORKBENCH_PORT=str(port)))


@pytest.mark.parametrize("port", ["eight", "0", "65536", "-1"])
def test_a_port_that_is_none_is_refused(tmp_path, port):
    with pytest.raises(CannotRun, match="must be a number from 1 to 65535"):
        options(tmp_path, WORKBENCH_PORT=port)


def test_the_env_file_fills_up_what_the_shell_does_not_say(tmp_path, monkeypatch):
    (tmp_path / ".env").write_text('# the desk\nWORKBENCH_PORT=8123\nWORKBENCH_TIME_ZONE="Asia/Amman"\n\n')
    monkeypatch.setenv("WORKBENCH_PORT", "8200")

    environment = read_environment(tmp_path)

    assert environment["WORKBENCH_PORT"] == "8200"
    assert environment["WORKBENCH_TIME_ZONE"] == "Asia/Amman"


def test_a_line_of_the_env_file_that_makes_no_sense_is_named(tmp_path):
    (tmp_path / ".env").write_text("WORKBENCH_PORT=8123\nexport nothing\n")

    with pytest.raises(CannotRun, match="line 2"):
        read_environment(tmp_path)
