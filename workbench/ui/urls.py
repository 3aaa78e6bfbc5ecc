"""Addresses of the pages that need both domains, and of what all pages share."""

from django.urls import path

from workbench.ui.views import health, jobs, log, people, search, settings, worth
from workbench.ui.views.appearance import appearance
from workbench.ui.views.entrance import Login, Logout
from workbench.ui.views.inbox import show_inbox

app_name = "ui"

urlpatterns = [
    path("", show_inbox, name="inbox"),
    path("login/", Login.as_view(), name="login"),
    path("logout/", Logout.as_view(), name="logout"),
    path("appearance/", appearance, name="appearance"),
    path("search/", search.show_search, name="search"),
    path("jobs/", jobs.show_jobs, name="jobs"),
    path("jobs/retry/", jobs.retry_failed, name="retry_failed"),
    path("jobs/<uuid:pk>/retry/", jobs.retry_one, name="retry_job"),
    path("jobs/<uuid:pk>/cancel/", jobs.cancel_one, name="cancel_job"),
    path("log/", log.show_log, name="log"),
    path("settings/", settings.show_settings, name="settings"),
    path("settings/appearance/", settings.keep_appearance, name="keep_appearance"),
    path("settings/keys/", settings.make_key, name="make_key"),
    path("settings/keys/<uuid:pk>/revoke/", settings.revoke_key, name="revoke_key"),
    path("settings/password/", settings.keep_password, name="keep_password"),
    path("settings/people/", people.show_people, name="people"),
    path("settings/people/add/", people.add_person, name="add_person"),
    path("settings/people/<uuid:pk>/role/", people.give_role, name="give_role"),
    path("settings/people/<uuid:pk>/password/", people.give_password, name="give_password"),
    path("settings/people/<uuid:pk>/end/", people.end_person, name="end_person"),
    path("settings/people/<uuid:pk>/again/", people.add_person_again, name="add_person_again"),
    path("settings/worth/", worth.keep_worth, name="keep_worth"),
    path("settings/worth/reset/", worth.reset_worth, name="reset_worth"),
    path("settings/worth/articles/", worth.work_through_again, name="work_through_again"),
    path("healthz", health.show_health, name="health"),
]
