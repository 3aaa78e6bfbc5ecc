"""Addresses of the pages about articles, claims, links and stories."""

from django.urls import path

from claims.views import (
    adding,
    articles,
    claims,
    corrections,
    inspection,
    links,
    names,
    progress,
    stories,
    story_acts,
    triage,
)

app_name = "claims"

urlpatterns = [
    path("add/", adding.add, name="add"),
    path("add/progress/", progress.arrivals, name="arrivals"),
    path("articles/", articles.article_list, name="articles"),
    path("articles/<uuid:pk>/", articles.article, name="article"),
    path("articles/<uuid:pk>/progress/", progress.article_progress, name="progress"),
    path("articles/<uuid:pk>/inspect/", inspection.article_inspection, name="inspect_article"),
    path("articles/<uuid:pk>/missed/", corrections.mark_missed, name="mark_missed"),
    path("fetches/<uuid:pk>/", progress.fetch_progress, name="fetch"),
    path("steps/<uuid:pk>/retry/", progress.retry_step, name="retry_step"),
    path("claims/<uuid:pk>/", claims.claim, name="claim"),
    path("claims/<uuid:pk>/inspect/", inspection.claim_inspection, name="inspect_claim"),
    path("claims/<uuid:pk>/correct/", corrections.correct_claim, name="correct_claim"),
    path("claims/<uuid:pk>/decision/", claims.claim_decision, name="decide_claim"),
    path("claims/<uuid:pk>/verdict/", claims.claim_verdict, name="verdict"),
    path("claims/<uuid:pk>/links/<uuid:link_pk>/decision/", links.link_decision, name="decide_link"),
    path("links/", triage.review_links, name="review_links"),
    path("links/undo/", triage.undo_pair, name="undo_pair"),
    path("links/<uuid:pk>/decision/", triage.decide_pair, name="decide_pair"),
    path("corrections/<uuid:pk>/undo/", corrections.undo, name="undo_correction"),
    path("settings/names/", names.show_names, name="names"),
    path("settings/names/actors/", names.add_actor, name="add_actor"),
    path("settings/names/actors/<str:pk>/names/", names.add_alias, name="add_alias"),
    path("settings/names/places/<str:pk>/names/", names.add_place_name, name="add_place_name"),
    path("settings/names/places/<str:pk>/places/", names.add_place, name="add_place"),
    path("settings/names/<uuid:pk>/", names.change, name="change_name"),
    path("stories/", stories.story_list, name="stories"),
    path("stories/<uuid:pk>/", stories.story, name="story"),
    path("stories/<uuid:pk>/merge/", story_acts.merge, name="merge_story"),
    path("stories/<uuid:pk>/split/", story_acts.split, name="split_story"),
    path("stories/<uuid:pk>/rename/", story_acts.rename, name="rename_story"),
    path("stories/changes/<uuid:pk>/undo/", story_acts.undo, name="undo_story_change"),
]
