# Needs Python 3.11+ and make; everything else is installed into .venv from the locked lists (hash-checked).
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/python -m uv
UV_VERSION := 0.13.9
PORT ?= 8090
ROOMS := bot handlers services storage scheduler cluster documents sandbox locales

.PHONY: help demo run test test-slow test-sweep lint format bench install install-dev lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: install ## the bot with Telegram on this machine: prints the page's address
	$(BIN)/python -m bot demo --port $(PORT)

run: install ## the bot with real Telegram, settings from .env
	$(BIN)/python -m bot run

test: install-dev ## all tests that end within minutes
	$(BIN)/python -m pytest -n auto --dist loadgroup -m "not slow and not sweep"

test-slow: install-dev ## the crash and load tests at full size
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m slow

test-sweep: install-dev ## every tap by everybody, every form with everything
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m sweep

lint: install-dev ## style, types, import contracts
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports

format: install-dev ## rewrite the code in the project's style
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

bench: install-dev ## throughput, start-up and matching as ratios to an empty aiogram bot and to the bare solver
	$(BIN)/python -m benchmarks

install: .venv/.installed
install-dev: .venv/.installed-dev

.venv/bin/uv:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

# Compiled at once, so that the first start is as fast as every other.
.venv/.installed: requirements.lock | .venv/bin/uv
	VIRTUAL_ENV=.venv $(UV) pip install --quiet --compile-bytecode --require-hashes -r requirements.lock
	$(BIN)/python -m compileall -q $(ROOMS)
	@touch $@

.venv/.installed-dev: requirements-dev.lock | .venv/bin/uv
	VIRTUAL_ENV=.venv $(UV) pip install --quiet --compile-bytecode --require-hashes -r requirements-dev.lock
	$(BIN)/python -m compileall -q $(ROOMS) tests
	@touch $@ .venv/.installed

lock: .venv/bin/uv ## choose versions anew from pyproject.toml
	$(UV) pip compile pyproject.toml --all-extras --universal --generate-hashes --no-header --no-annotate -q --upgrade -o requirements.lock
	$(UV) pip compile pyproject.toml --all-extras --group dev --universal --generate-hashes --no-header --no-annotate -q -c requirements.lock -o requirements-dev.lock

clean: ## remove the environment and the demo's data
	rm -rf .venv .demo .mypy_cache .ruff_cache
