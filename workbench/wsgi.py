"""The web server's door to the workbench."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings.development")
application = get_wsgi_application()
