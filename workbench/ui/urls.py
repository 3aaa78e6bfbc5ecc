"""Addresses of the pages that need both domains, and of what all pages share."""

from django.urls import path

from workbench.ui.views.appearance import appearance
from workbench.ui.views.entrance import Login, Logout
from workbench.ui.views.inbox import show_inbox

app_name = "ui"

urlpatterns = [
    path("", show_inbox, name="inbox"),
    path("login/", Login.as_view(), name="login"),
    path("logout/", Logout.as_view(), name="logout"),
    path("appearance/", appearance, name="appearance"),
]
