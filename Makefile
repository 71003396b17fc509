# Commands to know: make run, make report, make test. Each makes its own environment when that is missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

export DO_NOT_TRACK = 1
export GX_ANALYTICS_ENABLED = False

.PHONY: run test test-all ui report bench dictionary lint clean

run: $(READY)
	@$(BIN)/communique run

ui: $(READY)
	@$(BIN)/communique ui

report: $(READY)
	@$(BIN)/communique report

test: $(READY) lint
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not slow"

test-all: $(READY) lint
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# natasha is measured beside this project where its packages can be had; without them bench says so.
bench: $(READY)
	test -e .venv-bench/.ready || { $(PYTHON) -m venv .venv-bench && \
	  .venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements-bench.txt && \
	  touch .venv-bench/.ready; } || rm -rf .venv-bench
	OMP_NUM_THREADS=1 $(BIN)/python benchmarks/throughput.py

dictionary: $(READY)
	$(BIN)/communique dictionary > docs/data-dictionary.md
	$(BIN)/communique contract > docs/datacontract.odcs.yaml

clean:
	rm -rf $(VENV) .venv-bench var

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; name it: make PYTHON=python3.12 run")'
	@echo 'Making the environment in $(VENV): about a minute'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)
