"""How well the workspace's records foretold its verdicts: a page, and a small drawing for other pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sources.reliability.types import Selection
from sources.selectors.calibrating import RecordedWorkspace
from workbench.accounts.access import member_required, membership_of
from workbench.core.as_of import page_as_of
from workbench.ui.calibrations import draw_calibration


@member_required()
@require_safe
def show_calibration(request: HttpRequest) -> HttpResponse:
    """Show what was expected against what was upheld: of all verdicts, and of random audits alone."""
    as_of = page_as_of(request)
    recorded = RecordedWorkspace(membership_of(request).workspace, as_of=as_of.moment)
    context = {"as_of": as_of, "plot": draw_calibration(recorded.calibration())}
    if request.headers.get("HX-Request"):
        return render(request, "workbench/sources/_calibration_small.html", context)
    context["audits"] = recorded.calibration(Selection.RANDOM)
    return render(request, "workbench/sources/calibration.html", context)
