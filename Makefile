# whomet: `make demo` shows it, `make test` proves it, `make check` is what CI runs.
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup system-packages demo test test-quick check format lint types layers serve bench scorecard errors docs lock clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## make .venv from the hashed lock file, with .venv/bin/whomet in it
	@scripts/setup

system-packages: ## install what the tests need of the system (Debian, as root), or say what is missing
	@scripts/system-packages

demo: setup ## read examples/, print who met whom, write demo/timeline.html and demo/contacts.svg
	@scripts/demo

test: setup system-packages ## run every test: quick ones first, then Neo4j's, then the slow ones
	$(PYTEST) $(PYTEST_ARGS)

test-quick: setup ## run the tests that take under a minute: no Neo4j, nothing slow
	$(PYTEST) -m "not slow and not neo4j" $(PYTEST_ARGS)

check: format lint types layers test ## run what CI runs: format, lint, types, layers, every test

format: setup ## check the formatting (BIN/ruff format . mends it)
	$(BIN)/ruff format --check .

lint: setup ## look for mistakes and unclear code
	$(BIN)/ruff check .

types: setup ## check the types, strictly
	$(BIN)/mypy

layers: setup ## check that timeline, graph and api import one way
	$(BIN)/lint-imports

serve: setup ## serve the demo's store on 127.0.0.1:8000
	$(BIN)/whomet serve --store sqlite:///demo/demo.db

bench: setup ## measure words per second beside bare spaCy's, articles per second, memory
	$(BIN)/python -m bench

scorecard: setup ## score the extraction on tests/quality, and on ../shared where it is
	$(BIN)/python -m tests.quality.scorecard

errors: setup ## write .cache/errors/: what is missed or wrongly read in ../shared, each in its sentence, by cause
	$(BIN)/python -m tests.quality.errors

docs: setup ## write docs/cli.md anew from the commands' help, docs/rules.md from the data files, measured tables
	$(BIN)/python -m tests.cli_reference > docs/cli.md
	$(BIN)/python -m tests.rule_catalogue > docs/rules.md
	$(BIN)/python -m tests.quality.documented

lock: setup ## resolve requirements.lock anew from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.12 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--upgrade --quiet --output-file requirements.lock

clean: ## remove what was made: the environment, the demo, caches
	rm -rf .venv demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
