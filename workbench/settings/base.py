"""What every way of running the workbench shares."""

from pathlib import Path

from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from workbench.settings import environment

BASE_DIR = Path(__file__).resolve().parent.parent.parent
STATE_DIR = environment.folder("WORKBENCH_STATE_DIR", BASE_DIR / ".state")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "csp",
    "django_filters",
    "django_htmx",
    "lucide",
    "rest_framework",
    "drf_spectacular",
    "workbench.core",
    "workbench.accounts",
    "workbench.audit",
    "workbench.jobs",
    "sources",
    "claims",
    "workbench.ui",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "workbench.accounts.middleware.WorkspaceMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "workbench.urls"
WSGI_APPLICATION = "workbench.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "workbench" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "workbench.ui.context.workbench",
            ],
        },
    }
]

DATABASES = {"default": environment.database(environment.text("DATABASE_URL", "postgresql:///workbench"))}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = environment.text("REDIS_URL", "redis://127.0.0.1:6379/0")
KEY_PREFIX = environment.text("WORKBENCH_KEY_PREFIX", "workbench:")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": KEY_PREFIX,
    }
}

AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "ui:login"
LOGIN_REDIRECT_URL = "ui:inbox"
LOGOUT_REDIRECT_URL = "ui:login"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "workbench.ui.failures.csrf_failure"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ar", _("Arabic"))]
LOCALE_PATHS = [BASE_DIR / "workbench" / "locale"]
TIME_ZONE = environment.text("WORKBENCH_TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "workbench" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
# Other sites learn nothing either way; under "no-referrer" browsers send forms with a null origin, which CSRF
# protection refuses.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "workbench.accounts.authentication.ApiKeyAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["workbench.accounts.authentication.HasScope"],
    "DEFAULT_PAGINATION_CLASS": "workbench.core.paging.NewestFirstPagination",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "EXCEPTION_HANDLER": "workbench.core.problems.problem_response",
    "DEFAULT_VERSIONING_CLASS": None,
    "PAGE_SIZE": 20,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Claim workbench",
    "DESCRIPTION": "Articles in; attributed claims, links, stories and source records out.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "OAS_VERSION": "3.1.0",
    "ENUM_NAME_OVERRIDES": {
        "SourceKind": "sources.models.registry.Source.Kind",
        "RegionKind": "claims.models.articles.Region.Kind",
        "SlotKind": "claims.models.claims.Slot.Kind",
        "SpanPart": "claims.models.claims.ClaimSpan.Part",
        "ArticleState": "claims.models.articles.Article.State",
        "StoryChangeKind": "claims.models.stories.StoryChange.Kind",
        "ClaimState": "claims.models.claims.Claim.State",
        "LinkState": "claims.models.links.Link.State",
        "LinkRelation": "claims.models.links.Link.Relation",
        "Rating": "sources.models.outcomes.Outcome.Rating",
        "ArrivalKind": ["new", "same_text", "new_version", "fetching"],
    },
}

CELERY_BROKER_URL = environment.broker(REDIS_URL)
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_TASK_TIME_LIMIT = 270
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_DEFAULT_QUEUE = "interactive"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# The visibility timeout must outlast twice the hard time limit, or a slow task runs twice.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "unacked_restore_interval": 10,
    # The queues in the order in which the worker names them: what somebody waits for goes first.
    "queue_order_strategy": "priority",
    "socket_timeout": 5,
    "socket_connect_timeout": 1,
    "global_keyprefix": KEY_PREFIX,
}
CELERY_BEAT_SCHEDULE_FILENAME = str(STATE_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    "ring-overdue-jobs": {"task": "jobs.ring_overdue", "schedule": 15.0, "options": {"expires": 15}},
    "anchor-logs": {"task": "audit.anchor_logs", "schedule": crontab(hour=4, minute=30)},
    "propose-merges": {"task": "claims.propose_merges", "schedule": 120.0, "options": {"expires": 120}},
    "begin-nights": {"task": "claims.begin_nights", "schedule": crontab(hour=3, minute=0)},
    "recluster-stories": {"task": "claims.recluster_stories", "schedule": crontab(hour=2, minute=30)},
}

ANCHOR_KEY = environment.text("WORKBENCH_ANCHOR_KEY", "")

RELATIONS_DIR = environment.folder("WORKBENCH_RELATIONS_DIR", BASE_DIR / "claims" / "artefacts" / "relations")
TAGGER_DIR = environment.folder("WORKBENCH_TAGGER_DIR", BASE_DIR / "claims" / "artefacts" / "tagger")
ENCODER_DIR = environment.folder("WORKBENCH_ENCODER_DIR", BASE_DIR / "claims" / "artefacts" / "encoder")
ENCODER_THREADS = environment.whole_number("WORKBENCH_ENCODER_THREADS", 1)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "workbench.core.logs.OneLineFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": environment.text("WORKBENCH_LOG_LEVEL", "INFO")},
}
