# make demo   installs and runs a whole made-up enquiry       make test   runs every test
# make lab    opens JupyterLab on the same enquiry            make check  style, types and the direction of imports
# make bench  measures against peers                          make lock   resolves the locked versions anew
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Offline: put every wheel into one folder on a machine with a network (make wheels), then: make demo WHEELS=wheels
WHEELS ?=
PIP := $(BIN)/python -m pip --disable-pip-version-check
FROM := $(if $(WHEELS),--no-index --find-links $(WHEELS),)
DEMO ?= demo

.PHONY: demo lab test check bench checked-against function-list lock wheels schemas help
help:
	@sed -n '1,3s/^# //p' Makefile

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 demo")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

# JupyterLab reads copies of the parts for it, made at the installation: when they change, install again.
FOR_LAB := workbench/faces/lab/labextension/package.json workbench/faces/lab/overrides.json workbench/faces/lab/kernel/kernel.json

$(VENV)/.run: $(VENV)/.python locks/run.txt pyproject.toml $(FOR_LAB)
	@echo "Installing what the workbench needs (about 250 MB to fetch the first time; one to three minutes)."
	$(PIP) install --quiet $(FROM) --require-hashes -r locks/run.txt
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.run locks/test.txt
	$(PIP) install --quiet $(FROM) --require-hashes -r locks/test.txt
	@touch $@

demo: $(VENV)/.run
	@$(BIN)/workbench demo "$(DEMO)"

lab: $(VENV)/.run
	@test -d "$(DEMO)" || $(BIN)/workbench demo "$(DEMO)"
	$(BIN)/workbench lab "$(DEMO)"

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# Every template runs in a real enquiry: the demonstration's, with the report's own notebook beside the seven stages.
test: export WORKBENCH_DATA_HOME := $(CURDIR)/test-results/home
test: check
	@rm -rf test-results && mkdir -p test-results
	$(BIN)/python -m pytest -n 2 --dist loadfile $(PYTEST_OPTIONS)
	@$(BIN)/workbench demo test-results >/dev/null
	@cp templates/reports/*.ipynb "test-results/Place value Y7"
	@cp "templates/enquiry/New enquiry.ipynb" test-results
	$(BIN)/python -m pytest --nbval-lax -n 2 --dist loadfile -p no:warnings test-results notebooks

# The peers go into .bench, never into .venv. OPTIONS=--write keeps the table in docs/statistics/speed.md; OPTIONS=--short is a glance.
bench: $(VENV)/.test
	$(BIN)/python -m benchmarks.statistics --install $(OPTIONS)

schemas: $(VENV)/.run
	$(BIN)/python -m workbench.desk.schemas docs/schemas

checked-against: $(VENV)/.test
	$(BIN)/python tests/oracles/checked_against.py

function-list: $(VENV)/.run
	$(BIN)/python tests/stats/function_list.py

lock: $(VENV)/.test
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra build -o locks/run.txt pyproject.toml
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra test -c locks/run.txt -o locks/test.txt pyproject.toml

wheels: $(VENV)/.python
	$(PIP) download --quiet --require-hashes -r locks/run.txt -d wheels
