# The commands of the house; `make help` lists them. Set-up is bin/environment's.
.DEFAULT_GOAL := help
.PHONY: help environment site serve check test lint format bench audit screenshots lock clean

python := .venv/bin/python
PYTEST_ARGS ?= -q -n auto --dist loadfile

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

environment: ## Set up .venv with what the generator needs
	@bin/environment site

site: environment ## Build the site into site/
	@$(python) -m generator build

serve: environment ## Show the site while you write
	@$(python) -m generator serve

check: environment ## Check the records
	@$(python) -m generator check

test: ## Run all tests
	@bin/environment test
	@CHROMIUM="$$(bin/environment browser)" && export CHROMIUM && $(python) -m pytest $(PYTEST_ARGS)

lint: ## Check the code's style and types
	@bin/environment test
	@$(python) -m ruff check
	@$(python) -m ruff format --check
	@$(python) -m mypy

format: ## Put the code into its style
	@bin/environment test
	@$(python) -m ruff check --fix
	@$(python) -m ruff format

bench: ## Measure checks and builds (BENCH=checks, builds, search or explore for one)
	@bin/environment test
	@$(python) -m tests.bench $(BENCH)

audit screenshots: export SITE_URL := http://127.0.0.1:8000/
audit: site ## Hold the site against Lighthouse and an HTML validator (needs Node)
	@CHROME_PATH="$$(bin/environment browser)" && export CHROME_PATH && $(python) -m tests.audit

screenshots: site ## Take a picture of every kind of page into build/screenshots/
	@bin/environment test
	@CHROMIUM="$$(bin/environment browser)" && export CHROMIUM && $(python) -m tests.browser.screenshots

lock: ## Write requirements*.txt anew (UPGRADE=1 raises the pins)
	@bin/environment lock

clean: ## Remove what was set up or built
	@rm -rf .venv .venv-tools site build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
	@find generator tests -type d -name __pycache__ -prune -exec rm -rf {} +
