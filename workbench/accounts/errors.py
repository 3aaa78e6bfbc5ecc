"""Why an act on people is refused: one class, one code, one sentence, one way out."""

from workbench.core.errors import WorkbenchError, gettext_noop


class NotALoginName(WorkbenchError):
    """A login name holds what none may hold, or nothing."""

    code = "not_a_login_name"
    message = gettext_noop("“{name}” cannot be a login name.")
    hint = gettext_noop("Use letters, digits and @ . + - _ without spaces, at most 150 of them.")


class LoginNameTaken(WorkbenchError):
    """Somebody has this login name already, here or in another workspace."""

    code = "login_name_taken"
    message = gettext_noop("The login name “{name}” is taken.")
    hint = gettext_noop("Choose another, or add the person again if they were here before.")
    status = 409


class WeakPassword(WorkbenchError):
    """A password is refused by the rules for passwords; `reasons` says which."""

    code = "weak_password"
    message = gettext_noop("This password is not good enough. {reasons}")
    hint = gettext_noop(
        "Choose a longer one that nobody guesses, such as four words that do not belong together."
    )


class UnknownRole(WorkbenchError):
    """A role that nobody can have."""

    code = "unknown_role"
    message = gettext_noop("There is no role “{role}”.")
    hint = gettext_noop("Choose one of: {roles}.")


class LastManager(WorkbenchError):
    """The only person who manages the workspace was to leave or to manage it no more."""

    code = "last_manager"
    message = gettext_noop("{name} is the only one who manages this workspace.")
    hint = gettext_noop("Make somebody else an editor or administrator first.")
    status = 409


class OwnMembership(WorkbenchError):
    """Somebody was to end their own place."""

    code = "own_membership"
    message = gettext_noop("Nobody ends their own place in a workspace.")
    hint = gettext_noop("Ask another editor or administrator to do it.")


class MembershipOver(WorkbenchError):
    """What was to be changed is the place of somebody who is no longer here."""

    code = "membership_over"
    message = gettext_noop("{name} is no longer in this workspace.")
    hint = gettext_noop("Add them again first.")
    status = 409


class PasswordOfAnother(WorkbenchError):
    """A workspace was to set the password of somebody who works in another one too."""

    code = "password_of_another"
    message = gettext_noop("{name} works in another workspace too, so this one cannot set their password.")
    hint = gettext_noop(
        "They can change it in their settings; whoever runs the workbench can by `manage.py changepassword`."
    )


class WrongPassword(WorkbenchError):
    """Somebody who was to prove who they are gave another password than theirs."""

    code = "wrong_password"
    message = gettext_noop("This is not your present password.")
    hint = gettext_noop("Type the one that you logged in with; capital letters matter.")
