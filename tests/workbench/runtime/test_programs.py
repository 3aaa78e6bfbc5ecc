"""The workbench's own programs: every queue has a worker, and none waits behind another's work."""

from workbench.jobs.models import JobQueue
from workbench.runtime.programs import WORKERS


def test_every_queue_is_served_by_one_program():
    served = [queue for queues, _ in WORKERS.values() for queue in queues.split(",")]

    assert sorted(served) == sorted(JobQueue.values)


def test_neither_an_article_nor_a_record_waits_behind_the_night():
    [beside_the_night] = [queues for queues, _ in WORKERS.values() if "nightly" in queues]

    assert beside_the_night == "nightly"
