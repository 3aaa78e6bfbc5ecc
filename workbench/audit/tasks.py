"""The log's nightly task: every workspace's log is verified and anchored."""

from celery import shared_task

from workbench.audit.verifying import anchor_all


@shared_task(name="audit.anchor_logs")
def anchor_logs() -> None:
    """Verify and anchor each log. Safe to run twice: without new events there is no second anchor."""
    anchor_all()
