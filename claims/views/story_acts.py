"""Merging, splitting and renaming stories, and taking each back."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.forms import RenameStoryForm, SplitStoryForm, StoryDescriptionForm
from claims.models import Story, StoryChange
from claims.selectors.stories import stories_of, timeline_of
from claims.selectors.story_changes import changes_in, other_stories
from claims.services import stories as acts
from claims.services.restating import waiting_restatings
from claims.services.story_moves import Mover
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.policies import may_judge
from workbench.core.errors import WorkbenchError
from workbench.jobs.doorbell import ring_on_commit


def _story(request: HttpRequest, pk: UUID) -> Story:
    return get_object_or_404(stories_of(membership_of(request).workspace), pk=pk)


@member_required(may_judge)
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Choose another story, and put its articles into this one."""
    story = _story(request, pk)
    words = request.GET.get("q", "")
    problem = ""
    if request.method == "POST":
        chosen = request.POST.get("other", "")
        other = stories_of(membership_of(request).workspace).filter(pk__in=_ids([chosen])).first()
        if other is None:
            problem = _("Choose the story to merge with.")
        else:
            done, problem = _try(
                lambda: acts.merge_stories(story=story, other=other, by=Mover(person_of(request)))
            )
            if done:
                return redirect(_changed(done))
    context = {
        "story": story,
        "others": list(other_stories(story, words)),
        "words": words,
        "problem": problem,
    }
    return render(request, "claims/story_merge.html", context, status=422 if problem else 200)


@member_required(may_judge)
@require_http_methods(["GET", "HEAD", "POST"])
def split(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Choose articles of this story, and move them to a new or another one."""
    story = _story(request, pk)
    others = list(other_stories(story))
    form = SplitStoryForm(request.POST if request.method == "POST" else None, others=others)
    chosen = request.POST.getlist("articles") or request.GET.getlist("article")
    if request.method == "POST" and form.is_valid():
        done, problem = _try(
            lambda: acts.split_story(
                story=story,
                articles=_ids(chosen),
                into=form.cleaned_data["into"],
                title=form.cleaned_data["title"],
                by=Mover(person_of(request)),
            )
        )
        if done:
            return redirect(_changed(done))
        form.add_error(None, problem)
    context = {"story": story, "timeline": list(timeline_of(story)), "form": form, "chosen": chosen}
    return render(request, "claims/story_split.html", context, status=422 if form.is_bound else 200)


@member_required(may_judge)
@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give this story another name."""
    story = _story(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = RenameStoryForm(posted, initial={"title": story.title})
    if request.method == "POST" and form.is_valid():
        title = form.cleaned_data["title"]
        done, problem = _try(
            lambda: acts.rename_story(story=story, title=title, by=Mover(person_of(request)))
        )
        if done:
            return redirect(_changed(done))
        form.add_error("title", problem)
    context = {"story": story, "form": form}
    return render(request, "claims/story_rename.html", context, status=422 if form.is_bound else 200)


@member_required(may_judge)
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set what this story is about, and where."""
    story = _story(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = StoryDescriptionForm(posted, initial={"topic": story.topic, "region": story.region})
    if request.method == "POST" and form.is_valid():
        done, problem = _try(
            lambda: acts.set_description(story=story, by=Mover(person_of(request)), **form.cleaned_data)
        )
        if done:
            return redirect(_changed(done))
        form.add_error("region", problem)
    context = {"story": story, "form": form}
    return render(request, "claims/story_describe.html", context, status=422 if form.is_bound else 200)


@member_required(may_judge)
@require_POST
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a change of a story back, and show the story."""
    change = get_object_or_404(changes_in(membership_of(request).workspace), pk=pk)
    done, problem = _try(lambda: acts.undo_story_change(change=change, by=Mover(person_of(request))))
    if done:
        messages.success(request, _("The change is taken back. It stays on record."))
    else:
        messages.error(request, problem)
    return redirect("claims:story", pk=change.story_id)


def _try(act: Callable[[], StoryChange]) -> tuple[StoryChange | None, str]:
    """Return the change, or why it was refused, as a sentence with its way out.

    The stories' outcomes follow by jobs, for which it rings.
    """
    try:
        change = act()
    except WorkbenchError as error:
        return None, f"{error.sentence(_)} {error.advice(_)}".strip()
    for job in waiting_restatings([change.story_id, change.other_id]):
        ring_on_commit(job)
    return change, ""


def _changed(change: StoryChange) -> str:
    return f"{reverse('claims:story', args=[change.story_id])}?changed={change.pk}"


def _ids(values: list[str]) -> list[UUID]:
    """Return the values that are identifiers; others name nothing."""
    field = forms.UUIDField(required=False)
    found = []
    for value in values:
        try:
            found.append(field.clean(value))
        except forms.ValidationError:
            continue
    return [value for value in found if value]
