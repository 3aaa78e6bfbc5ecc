"""How well a workspace's records foretold its verdicts."""

from collections import defaultdict
from datetime import datetime

from sources.models import Estimate as EstimateRow
from sources.models import Outcome as OutcomeRow
from sources.models import Source
from sources.reliability.calibration import Calibration, measure_calibration
from sources.reliability.types import Estimate, Outcome, Selection
from sources.selectors.families import families_of
from sources.selectors.records import PARAMETERS, estimate_record, outcome_record
from workbench.accounts.models import Workspace


class RecordedWorkspace:
    """All that a workspace had recorded of its graded sources by a moment. Three queries."""

    def __init__(self, workspace: Workspace, *, as_of: datetime) -> None:
        self._outcomes: dict[str, list[Outcome]] = defaultdict(list)
        self._estimates: dict[str, list[Estimate]] = defaultdict(list)
        families = families_of(workspace, as_of=as_of)
        known = OutcomeRow.objects.filter(workspace=workspace, recorded_at__lte=as_of)
        for row in known.exclude(source__kind=Source.Kind.ANONYMOUS):
            self._outcomes[str(families.survivor(row.source_id))].append(outcome_record(row))
        for found in EstimateRow.objects.filter(workspace=workspace, recorded_at__lte=as_of):
            self._estimates[str(found.source_id)].append(estimate_record(found))

    def calibration(self, selection: Selection | None = None) -> Calibration:
        """Return how well each record foretold the next verdict; of claims chosen in one way, if wanted."""
        return measure_calibration(
            self._outcomes, parameters=PARAMETERS, estimates=self._estimates, selection=selection
        )
