"""Coming in and going out."""

from django.contrib.auth.views import LoginView, LogoutView

from workbench.ui.forms import LoginForm


class Login(LoginView):
    """Asks who is there; whoever is in already is sent on."""

    template_name = "workbench/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True


class Logout(LogoutView):
    """Ends the session and shows the login again."""

    http_method_names = ["post", "options"]
