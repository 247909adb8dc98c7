# Everything that a person or CI does with Skyrelay. `make` alone explains.

VENV    := .venv
BIN     := $(VENV)/bin
COMPILE := tools/as-pip $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
LOCKS   := bootstrap base dev node
WEB     := app/web
# What the dashboard is built from; a later start builds only when one of these is newer than the last build.
WEB_SOURCES := $(shell [ -d $(WEB) ] && find $(WEB) -type f -not -path '*/node_modules/*' -not -path '*/dist/*')

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run web test lint pytest web-check describe bench bench-api bench-policies lock clean

help: ## Explain the targets.
	@echo "Skyrelay: alerts in, shared vetting, triggers out, data back by agreed rules."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "Settings: config.yaml (every key is explained in config.yaml.defaults). Command line: $(BIN)/skyrelay --help"

run: $(VENV)/.base $(WEB)/dist/.built ## Start everything on this machine and print a login link; Ctrl-C ends it.
	@exec $(BIN)/skyrelay run $(RUN_OPTIONS)

web: $(WEB)/dist/.built ## Build the dashboard.

test: lint web-check pytest ## Run all that CI runs: lint, types, dashboard, tests.

lint: $(VENV)/.dev ## Check style and types of the Python code.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

pytest: $(VENV)/.dev $(WEB)/dist/.built ## Run the Python tests, a file per core (PYTEST_OPTIONS="-n 0 -k name").
	$(BIN)/python -m pytest -n logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(PYTEST_OPTIONS)

web-check: $(WEB)/node_modules/.installed ## Check types and style of the dashboard and run its unit tests.
	@tools/with-node sh -c 'cd $(WEB) && npm run --silent check'

describe: $(VENV)/.dev $(WEB)/node_modules/.installed ## Write the API's description and the dashboard's types from the routes.
	$(BIN)/skyrelay describe $(WEB)/openapi.json
	@tools/with-node sh -c 'cd $(WEB) && npm run --silent types'

bench: $(VENV)/.dev ## Measure speed; figures go to stdout.
	$(BIN)/python -m bench

bench-api: $(VENV)/.dev ## Time real HTTP requests on a full database: ten minutes, 5 GB (SIZE=small OUT=figures.txt).
	$(BIN)/python -m bench.api --size $(or $(SIZE),full) --processes $(or $(PROCESSES),1) $(if $(OUT),--out $(OUT))

bench-policies: $(VENV)/.dev ## Time obligations over a million points and a release under readers: five minutes, 2 GB (SIZE=small).
	$(BIN)/python -m bench.policies --size $(or $(SIZE),full) $(if $(OUT),--out $(OUT))

lock: $(VENV)/.dev ## Write requirements/*.lock; what is pinned stays, unless UPGRADE=--upgrade.
	@for name in $(LOCKS); do echo "requirements/$$name.lock"; \
	  $(COMPILE) $(UPGRADE) requirements/$$name.in -o requirements/$$name.lock || exit 1; done

clean: ## Remove what was built (never var/, which holds your data).
	rm -rf $(VENV) build *.egg-info $(WEB)/dist $(WEB)/node_modules .mypy_cache .ruff_cache .pytest_cache

$(VENV)/.base: requirements/bootstrap.lock requirements/base.lock pyproject.toml tools/bootstrap
	@tools/bootstrap base

$(VENV)/.dev: requirements/bootstrap.lock requirements/dev.lock pyproject.toml tools/bootstrap
	@tools/bootstrap dev

$(WEB)/node_modules/.installed: $(WEB)/package-lock.json tools/with-node | $(VENV)/.base
	@echo "Installing what the dashboard is built with …"
	@tools/with-node sh -c 'cd $(WEB) && npm ci --loglevel=error --no-audit --no-fund --no-update-notifier'
	@touch $@

$(WEB)/dist/.built: $(WEB)/node_modules/.installed $(WEB_SOURCES)
	@echo "Building the dashboard …"
	@tools/with-node sh -c 'cd $(WEB) && npm run --silent build'
	@touch $@
