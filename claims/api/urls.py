"""Addresses of the claims domain in the REST API."""

from django.urls import path

from claims.api import corrections, links, names, source_merges, stories, verdicts, views, worth

app_name = "claims-api"
urlpatterns = [
    path("articles", views.ArticleList.as_view(), name="articles"),
    path("articles/<uuid:pk>", views.ArticleRead.as_view(), name="article"),
    path("claims", views.ClaimList.as_view(), name="claims"),
    path("claims/<uuid:pk>", views.ClaimRead.as_view(), name="claim"),
    path("claims/<uuid:pk>/corrections", corrections.ClaimCorrections.as_view(), name="correct"),
    path("claims/<uuid:pk>/verdicts", verdicts.ClaimVerdicts.as_view(), name="verdicts"),
    path("claims/<uuid:pk>/blast-radius", verdicts.BlastRadius.as_view(), name="blast-radius"),
    path("verdicts/<uuid:pk>/reviews", verdicts.VerdictReviews.as_view(), name="reviews"),
    path("corrections", corrections.CorrectionList.as_view(), name="corrections"),
    path("links", views.LinkList.as_view(), name="links"),
    path("links/<uuid:pk>", views.LinkRead.as_view(), name="link"),
    path("links/<uuid:pk>/decisions", links.LinkDecisions.as_view(), name="decide-link"),
    path("names", names.Names.as_view(), name="names"),
    path("names/actors", names.Actors.as_view(), name="actors"),
    path("names/aliases", names.Aliases.as_view(), name="aliases"),
    path("names/aliases/<uuid:pk>", names.AliasRead.as_view(), name="alias"),
    path("names/places", names.Places.as_view(), name="places"),
    path("source-pairs", source_merges.SourcePairList.as_view(), name="source-pairs"),
    path("source-pairs/<uuid:pk>/decide", source_merges.SourcePairDecide.as_view(), name="decide-pair"),
    path("source-pairs/<uuid:pk>/undo", source_merges.SourcePairUndo.as_view(), name="undo-pair"),
    path("sources/<uuid:pk>/merge", source_merges.SourceMergeAct.as_view(), name="merge-source"),
    path("sources/<uuid:pk>/split", source_merges.SourceSplitAct.as_view(), name="split-source"),
    path("stories", views.StoryList.as_view(), name="stories"),
    path("stories/<uuid:pk>", stories.StoryRead.as_view(), name="story"),
    path("stories/<uuid:pk>/merge", stories.StoryMerge.as_view(), name="merge-story"),
    path("stories/<uuid:pk>/split", stories.StorySplit.as_view(), name="split-story"),
    path("stories/<uuid:pk>/rename", stories.StoryRename.as_view(), name="rename-story"),
    path("stories/<uuid:pk>/describe", stories.StoryDescribe.as_view(), name="describe-story"),
    path("story-changes", stories.StoryChangeList.as_view(), name="story-changes"),
    path("story-changes/<uuid:pk>/undo", stories.StoryChangeUndo.as_view(), name="undo-story-change"),
    path("settings/worth", worth.WorthSettings.as_view(), name="worth"),
]
