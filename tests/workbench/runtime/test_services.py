"""The embedded services start by socket, keep what they were given, and leave nothing behind."""

import psycopg
import redis

from workbench.runtime.folders import throwaway_folder
from workbench.runtime.services import EmbeddedServices


def test_both_services_answer_at_the_addresses_they_name_and_are_gone_afterwards():
    services = EmbeddedServices(throwaway_folder(), environment={})

    urls = services.start()
    try:
        with psycopg.connect(urls["DATABASE_URL"]) as connection:
            connection.execute("CREATE EXTENSION vector")
        with redis.Redis.from_url(urls["REDIS_URL"]) as client:
            assert client.ping()
    finally:
        services.stop()

    assert not services.folder.path.exists()
    assert not any(service.is_running() for service in services.running)


def test_a_service_that_the_environment_names_is_left_alone():
    folder = throwaway_folder()
    try:
        services = EmbeddedServices(folder, environment={"DATABASE_URL": "postgresql://db.invalid/news"})

        assert services.postgres is None
        assert list(services.urls) == ["REDIS_URL"]
    finally:
        folder.remove()
