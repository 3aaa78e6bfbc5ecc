"""Addresses of the sources."""

from django.urls import path

from workbench.ui.views import alarms, conduct, identity, same_sources
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
    path("same/", same_sources.review_sources, name="same"),
    path("same/undo/", same_sources.undo_sources, name="undo_same"),
    path("same/<uuid:pk>/", same_sources.decide_sources, name="decide_same"),
    path("names/<uuid:pk>/", identity.take_name_back, name="take_name_back"),
    path("<uuid:pk>/", show_source, name="source"),
    path("<uuid:pk>/identity/", identity.show_identity, name="identity"),
    path("<uuid:pk>/identity/name/", identity.keep_name, name="keep_name"),
    path("<uuid:pk>/identity/facts/", identity.keep_facts, name="keep_facts"),
    path("<uuid:pk>/identity/merge/", identity.merge_by_hand, name="merge"),
    path("<uuid:pk>/identity/split/", identity.split_by_hand, name="split"),
    path("<uuid:pk>/owner/", keep_owner, name="owner"),
    path("<uuid:pk>/conduct/", conduct.show_conduct, name="conduct"),
    path("<uuid:pk>/conduct/practices/", conduct.assess, name="assess"),
    path("<uuid:pk>/conduct/replies/", conduct.reply, name="reply"),
    path("<uuid:pk>/conduct/replies/decision/", conduct.decide, name="decide_appeal"),
    path("<uuid:pk>/conduct/errata/", conduct.correct, name="erratum"),
    path("<uuid:pk>/conduct/<str:kind>/<uuid:entry>/undo/", conduct.undo, name="undo_conduct"),
]
