"""Running the whole workbench, or one command beside it."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from workbench.runtime.environment import CHECKOUT, Setting, choose_port
from workbench.runtime.errors import CannotRun
from workbench.runtime.folders import lasting_folder
from workbench.runtime.preparing import prepare_database
from workbench.runtime.programs import Program, WebServer, clock, workers
from workbench.runtime.services import EmbeddedServices
from workbench.runtime.state import Running
from workbench.runtime.stopping import ending_on_signal, on_next_signal
from workbench.runtime.supervisor import watch

Say = Callable[[str], None]


def run_workbench(setting: Setting, *, say: Say) -> int:
    """Run everything until a stop signal; where it runs already, say where and return at once."""
    with ending_on_signal(), setting.state.held() as held:
        if not held:
            say(_already_running(setting))
            return 0
        began = time.monotonic()
        with _started_services(setting) as services:
            say(f"PostgreSQL and Valkey answer ({time.monotonic() - began:.1f} s).")
            _run_programs(setting.reaching(services.urls), services, began=began, say=say)
    return 0


def run_command(setting: Setting, arguments: Sequence[str]) -> int:
    """Run one `manage.py` command on the workbench's services, started for it where they are not up."""
    with ending_on_signal(), setting.state.held() as held:
        if held:
            with _started_services(setting) as services:
                return _manage(setting.reaching(services.urls), arguments)
        running = setting.state.announced()
        if running is None:
            raise CannotRun("The workbench is just starting. Try again once its page is there.")
        return _manage(setting.reaching(running.environment), arguments)


@contextmanager
def _started_services(setting: Setting) -> Iterator[EmbeddedServices]:
    services = EmbeddedServices(lasting_folder(setting.state.path), environment=setting.environment)
    services.start()
    try:
        yield services
    finally:
        services.stop()


def _run_programs(setting: Setting, services: EmbeddedServices, *, began: float, say: Say) -> None:
    """Prepare the database, then run the page first and the background programs behind it."""
    stamp = services.postgres.data / "workbench-prepared" if services.postgres else None
    if prepare_database(setting, stamp=stamp):
        say(f"The tables are up to date ({time.monotonic() - began:.1f} s).")
    web = WebServer(choose_port(setting.options), setting)
    background = [*workers(setting), clock(setting)]
    with _stopped_at_the_end([web, *background], say=say):
        web.start()
        web.wait_until_ready()
        setting.state.announce(Running(address=web.address, environment=services.urls))
        say(f"The page answers ({time.monotonic() - began:.1f} s).\n\n{_greeting(setting, web)}\n")
        for program in background:
            program.start()
        watch([*services.running, web, *background], say=say)


@contextmanager
def _stopped_at_the_end(programs: Sequence[Program], *, say: Say) -> Iterator[None]:
    """Stop `programs` together, whatever ended the block; at a second stop signal, end them outright."""

    def kill_all() -> None:
        for program in programs:
            program.kill()

    try:
        yield
    finally:
        on_next_signal(kill_all)
        say("Stopping.")
        for program in programs:
            program.ask_to_stop()
        for program in programs:
            program.stop()


def _manage(setting: Setting, arguments: Sequence[str]) -> int:
    command = [sys.executable, "manage.py", *arguments]
    run = subprocess.run(command, cwd=CHECKOUT, env=dict(setting.environment), check=False)  # noqa: S603
    return run.returncode


def _already_running(setting: Setting) -> str:
    running = setting.state.announced()
    if running is None:
        return "The workbench is already starting in another window."
    return f"The workbench already runs: {running.address}"


def _greeting(setting: Setting, web: WebServer) -> str:
    lines = [f"The workbench runs: {web.address}"]
    if login := setting.state.kept_login():
        lines.append(f"Log in as {login['login']} with the password {login['password']}")
    lines.append("Stop it with Ctrl-C.")
    return "\n".join(lines)
