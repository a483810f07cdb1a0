# One command per intention; `make` alone lists them. Settings: PORT (8080), SAMPLE_PORT (8701), DETACH=1.
SHELL := /bin/sh
PYTHON ?= $(shell for p in python3.12 python3.11 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
PY := $(VENV)/bin/python
UV := $(shell command -v uv 2>/dev/null)
LOCAL = $(if $(PORT),JIANGHUA_PORT='$(PORT)') $(if $(SAMPLE_PORT),JIANGHUA_SAMPLE_PORT='$(SAMPLE_PORT)') $(PY) -m include.local

.DEFAULT_GOAL := help
.PHONY: help run stop status ingest backfill new-source test lint types e2e bench compose lock clean

help: ## list the commands
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: $(VENV)/run.stamp ## set up, start Airflow, ingest the sample site; DETACH=1 returns at once afterwards
	@$(LOCAL) run $(if $(DETACH),--detach)

stop: $(VENV)/run.stamp ## stop what `make run` started
	@$(LOCAL) stop

status: $(VENV)/run.stamp ## what runs, and what the warehouse holds
	@$(LOCAL) status

ingest: $(VENV)/run.stamp ## one run over a window: FROM=2024-03-01 TO=2024-03-30 [SOURCE="portal wenku"] [RELIST=1]
	@$(LOCAL) ingest --from '$(FROM)' --to '$(TO)' $(if $(SOURCE),--source $(SOURCE)) $(if $(RELIST),--relist)

backfill: $(VENV)/run.stamp ## a run a day: FROM=2024-03-01 TO=2024-03-03 [REPROCESS=none|failed|completed]
	@$(LOCAL) backfill --from '$(FROM)' --to '$(TO)' $(if $(REPROCESS),--reprocess $(REPROCESS))

new-source: $(VENV)/dev.stamp ## write a source and its test: NAME=town [URL=https://… CONTACT=you@… FOLDER=sources]
	@$(PY) -m include new-source '$(NAME)' $(if $(URL),--url '$(URL)') $(if $(CONTACT),--contact '$(CONTACT)') \
	  $(if $(FOLDER),--folder '$(FOLDER)') $(foreach host,$(ALLOW),--allow '$(host)')

test: $(VENV)/dev.stamp lint ## the everyday tests and the quick linters
	$(PY) -m pytest

lint: $(VENV)/dev.stamp ## ruff, with the Airflow rules, and its formatter
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: $(VENV)/dev.stamp ## mypy, strict
	$(PY) -m mypy

e2e: $(VENV)/dev.stamp ## the slow tests: a real Airflow, the sample site, a 30-day backfill
	$(PY) -m pytest -m slow

bench: $(VENV)/run.stamp ## what a page costs to fetch, to clean and to read, beside Scrapy, trafilatura and jieba.posseg (Linux; they get an environment of their own)
	$(PY) -m benchmarks.fetch
	$(PY) -m benchmarks.clean
	$(PY) -m benchmarks.extract

lock: $(VENV)/dev.stamp ## resolve requirements*.txt into the hashed lock files (needs uv)
	for name in requirements requirements-dev requirements-team; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header $(if $(UPGRADE),--upgrade) \
	    $$name.txt -o $$name.lock || exit 1; done

clean: ## remove the virtual environment and caches; the data folder stays
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache

$(VENV)/run.stamp: requirements.lock
	@$(call install,requirements.lock)
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock
	@$(call install,requirements-dev.lock)
	@touch $@ $(VENV)/run.stamp

# The hashes are checked by either installer. The lock names every package, so pip need not resolve; and it need not
# compile them all, either, where Python compiles on import what is used.
define install
test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed; name it: make PYTHON=/path/to/python3.12" >&2; exit 1; }; \
test -x $(PY) || $(PYTHON) -m venv $(VENV); \
echo "installing $(1) …"; \
if [ -n "$(UV)" ]; then uv pip install --quiet --python $(PY) --require-hashes -r $(1); \
else $(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-compile --require-hashes -r $(1); fi
endef
