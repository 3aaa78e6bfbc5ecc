"""Addresses of the sources."""

from django.urls import path

from workbench.ui.views import alarms, conduct
from workbench.ui.views.calibration import show_calibration
from workbench.ui.views.sources import keep_owner, list_sources, show_source

app_name = "sources"

urlpatterns = [
    path("", list_sources, name="list"),
    path("calibration/", show_calibration, name="calibration"),
    path("alarms/", alarms.show_alarms, name="alarms"),
    path("alarms/<uuid:pk>/close/", alarms.close_one, name="close_alarm"),
    path("alarms/<uuid:pk>/reopen/", alarms.reopen_one, name="reopen_alarm"),
    path("alarms/pairs/<uuid:pk>/", alarms.decide_pair, name="decide_pair"),
    path("<uuid:pk>/", show_source, name="source"),
    path("<uuid:pk>/owner/", keep_owner, name="owner"),
    path("<uuid:pk>/conduct/", conduct.show_conduct, name="conduct"),
    path("<uuid:pk>/conduct/practices/", conduct.assess, name="assess"),
    path("<uuid:pk>/conduct/replies/", conduct.reply, name="reply"),
    path("<uuid:pk>/conduct/replies/decision/", conduct.decide, name="decide_appeal"),
    path("<uuid:pk>/conduct/errata/", conduct.correct, name="erratum"),
    path("<uuid:pk>/conduct/<str:kind>/<uuid:entry>/undo/", conduct.undo, name="undo_conduct"),
]
