"""What keeps the workbench from starting, said in one sentence."""


class CannotRun(Exception):
    """A reason the person at the keyboard can act on; its text is all that is shown."""
