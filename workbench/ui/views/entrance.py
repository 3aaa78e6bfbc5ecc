"""Coming in and going out."""

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpResponse

from workbench.accounts.access import person_of
from workbench.audit.doors import note_login
from workbench.ui.forms import LoginForm


class Login(LoginView):
    """Asks who is there; whoever is in already is sent on."""

    template_name = "workbench/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let the person in, and log that they came."""
        answer = super().form_valid(form)
        note_login(person_of(self.request))
        return answer


class Logout(LogoutView):
    """Ends the session and shows the login again."""

    http_method_names = ["post", "options"]
