"""How the log is told: each act, object and fact of an event in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from claims.models import Sighting
from sources.models import Outcome, Practice, Reply
from sources.models.criteria import Criterion
from workbench.accounts.models import Role, Scope
from workbench.audit.verifier import Kind

Words = str | Promise

ACTS: Mapping[str, Words] = {
    "alarm.closed": _("An alarm was closed"),
    "alarm.raised": _("A night's run raised an alarm"),
    "alarm.reopened": _("An alarm was opened again"),
    "api_key.made": _("A key for a newsroom system was made"),
    "api_key.revoked": _("A key of a newsroom system was closed"),
    "article.added": _("An article came in"),
    "articles.worked_through_again": _("All articles were queued to be worked through again"),
    "audit.drawn": _("Claims were drawn at random to be checked"),
    "claim.accepted": _("A claim was accepted"),
    "claim.corrected": _("A claim was corrected"),
    "claim.correction_undone": _("A correction of a claim was taken back"),
    "claim.proposed": _("A claim was put back among the proposals"),
    "claim.rejected": _("A claim was rejected"),
    "copying.confirmed": _("Two sources were confirmed to copy"),
    "copying.rejected": _("Two sources were found not to copy"),
    "copying.reopened": _("The question whether two sources copy was opened again"),
    "erratum.recorded": _("A source's own correction was recorded"),
    "erratum.taken_back": _("A source's own correction was taken back"),
    "estimate.changed": _("A night's run found another expectation for a source"),
    "job.cancelled": _("A job was cancelled"),
    "job.retried": _("A job was started again"),
    "link.confirmed": _("A link was confirmed"),
    "link.decision_undone": _("A decision on a link was taken back"),
    "link.proposed": _("A link was put back among the proposals"),
    "link.rejected": _("A link was rejected"),
    "link.retyped": _("A link was given another type"),
    "login.failed": _("Somebody could not log in"),
    "login.succeeded": _("Somebody logged in"),
    "member.added": _("A person was added"),
    "member.ended": _("A person's place was ended"),
    "member.password_set": _("A person was given a new password"),
    "member.role_changed": _("A person was given another role"),
    "name.added": _("A name was added"),
    "name.changed": _("A name was changed"),
    "name.restored": _("A name was restored"),
    "name.withdrawn": _("A name was withdrawn"),
    "outcome.recorded": _("An outcome was credited or charged to a source"),
    "outcome.superseded": _("An outcome was superseded"),
    "parameters.changed": _("The parameters of the source model changed"),
    "practice.assessed": _("A practice of a source was judged"),
    "practice.taken_back": _("A judgement of a practice was taken back"),
    "reconsideration.changed": _("A claim was looked at again and judged otherwise"),
    "reconsideration.kept": _("A claim was looked at again and kept as it is"),
    "reconsideration.reopened": _("A claim waits for another look again"),
    "reply.answered": _("A source answered"),
    "reply.appealed": _("A source appealed against its grade"),
    "reply.asked": _("A source was asked for its reply"),
    "reply.decided": _("An appeal was decided"),
    "reply.taken_back": _("A step of a source's reply was taken back"),
    "report.withdrawn": _("A source withdrew its report"),
    "review.confirmed": _("A second person confirmed a verdict"),
    "review.disputed": _("A second person disputed a verdict"),
    "review.repeated": _("A review was repeated with its verdict"),
    "review.taken_back": _("A review was taken back"),
    "source.alias_added": _("A name of a source was added"),
    "source.alias_withdrawn": _("A name of a source was withdrawn"),
    "source.country_set": _("The country of a source was entered"),
    "source.kind_set": _("The kind of a source was set"),
    "source.language_set": _("The language of a source was set"),
    "source.merged": _("A source was merged into another"),
    "source.name_set": _("A source was renamed"),
    "source.owner_set": _("The owner of an outlet was entered"),
    "source.split": _("A source was split from another"),
    "source.telling_apart_undone": _("That two sources are different was taken back"),
    "source.told_apart": _("Two sources were told apart"),
    "source.website_set": _("The website of a source was entered"),
    "story.change_undone": _("A change of a story was taken back"),
    "story.described": _("A story's topic or country was set"),
    "story.merged": _("Stories were merged"),
    "story.regrouped": _("The night grouped a story anew"),
    "story.renamed": _("A story was renamed"),
    "story.split": _("A story was split"),
    "verdict.recorded": _("A verdict was recorded"),
    "verdict.repeated": _("A verdict was repeated for a corrected claim"),
    "verdict.withdrawn": _("A verdict was withdrawn"),
    "withdrawal.undone": _("A withdrawal was taken back"),
    "worth.weights_set": _("What is worth a check was set"),
}
"""What happened, by the name of the act; an act that no page knows is told by its name."""

OBJECTS: Mapping[str, Words] = {
    "actoralias": _("Name of an actor"),
    "alarm": _("Alarm"),
    "api_key": _("Key"),
    "article": _("Article"),
    "claim": _("Claim"),
    "copy_pair": _("Pair of sources"),
    "job": _("Job"),
    "link": _("Link"),
    "membership": _("Member"),
    "placename": _("Name of a place"),
    "source": _("Source"),
    "story": _("Story"),
    "user": _("Person"),
    "workspace": _("Workspace"),
    "worth_weights": _("What is worth a check"),
}
"""What an act was done to."""

FACTS: Mapping[str, tuple[Words, Mapping[str, Words]]] = {
    "user": (_("Login of"), {}),
    "name": (_("Name"), {}),
    "prefix": (_("Begins with"), {}),
    "scopes": (_("Opens"), dict(Scope.choices)),
    "rating": (_("Verdict"), dict(Outcome.Rating.choices)),
    "role": (_("Role"), {**dict(Outcome.Role.choices), **dict(Role.choices)}),
    "role_before": (_("Role before"), dict(Role.choices)),
    "selection": (_("Chosen"), dict(Outcome.Selection.choices)),
    "reason": (_("Reason"), {}),
    "cause": (
        _("Because of"),
        {
            "verdict": _("a new verdict"),
            "erratum": _("the source's own correction"),
            "review": _("a second review"),
            "story": _("what is said of its story"),
            "burst_released": _("a look at many verdicts at once"),
            "burst_left_out": _("many verdicts at once, left out for good"),
        },
    ),
    "criterion": (_("Criterion"), dict(Criterion.choices)),
    "standing": (_("Judged"), dict(Practice.Standing.choices)),
    "step": (_("Step"), dict(Reply.Step.choices)),
    "happened_on": (_("Day"), {}),
    "way": (
        pgettext_lazy("how something was done", "How"),
        {
            **dict(Reply.Way.choices),
            **dict(Sighting.Way.choices),
        },
    ),
    "ruling": (_("Decision"), dict(Reply.Ruling.choices)),
    "corrected_on": (_("Corrected on"), {}),
    "evidence": (_("Evidence"), {}),
    "address": (_("Address"), {}),
    "note": (_("Note"), {}),
    "owner": (_("Owner"), {}),
    "claim_text": (_("Claim"), {}),
    "count": (_("How many"), {}),
}
"""Facts of an event that its row shows, with their words; all of them stand in the row's details."""

BREAKS: Mapping[str, Words] = {
    Kind.CHANGED: _("its content was changed"),
    Kind.COLUMN: _("a column says other than the recorded text"),
    Kind.REMOVED: _("it was removed"),
    Kind.INSERTED: _("it was put in afterwards"),
    Kind.REORDERED: _("events changed places"),
    Kind.TAIL_CUT: _("the log was cut off before it"),
    Kind.HEAD: _("the head of the chain is another"),
    Kind.REWRITTEN: _("it was written anew after an anchor"),
    Kind.ANCHOR: _("an anchor was forged"),
}
"""How a verification found the log broken."""
