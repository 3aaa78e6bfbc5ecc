# Every command of the project. `make` alone lists them.

PYTHON ?= python3
BOOTSTRAP = $(PYTHON) scripts/bootstrap.py

.DEFAULT_GOAL := help
.PHONY: help setup run manage test lint types bench messages

help: ## List the commands.
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Make .venv and install what the workbench runs on.
	@$(BOOTSTRAP) setup

run: ## Set up if need be, then run the workbench and print its address and login.
	@$(BOOTSTRAP) run

manage: ## Run a manage.py command on the workbench's database: make manage DO="createsuperuser"
	@$(BOOTSTRAP) manage $(DO)

test: ## Run the tests; ARGS="-k quotes" goes to pytest.
	@$(BOOTSTRAP) test $(ARGS)

lint: ## Check style, templates, import contracts and migrations.
	@$(BOOTSTRAP) lint

types: ## Check the types.
	@$(BOOTSTRAP) types

bench: ## Measure quality and speed; ONLY=name runs one benchmark.
	@$(BOOTSTRAP) bench $(ONLY)

messages: setup ## Collect the texts to translate and compile the translations (needs GNU gettext).
	@.venv/bin/python manage.py makemessages --all --no-obsolete --no-wrap --no-location --ignore '.venv*' --ignore tests
	@.venv/bin/python manage.py makemessages --all --no-obsolete --no-wrap --no-location --ignore '.venv*' --ignore tests --domain djangojs
	@.venv/bin/python manage.py compilemessages --ignore '.venv*'
