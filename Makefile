# The habits of a developer, each one line. `make demo` and `make test` need Python 3.11, make and a package registry.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEMO_DATABASE := build/demo.db
ANNOTATED := ../shared/eval
UNSEEN := build/weights-unseen.json

.PHONY: help demo serve test lint types unit browser accuracy accuracy-unseen annotated docs requirements clean

help: ## say what can be made
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 17

$(INSTALLED): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 …" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q quotes
	@touch $@

demo: $(INSTALLED) ## environment, database, sample articles, and who said what in them
	@mkdir -p build
	@$(BIN)/python app.py import samples --database sqlite:///$(DEMO_DATABASE)
	@$(BIN)/python app.py search --database sqlite:///$(DEMO_DATABASE)
	@echo
	@echo "Look further:  $(BIN)/python app.py search harbour --database sqlite:///$(DEMO_DATABASE)"
	@echo "Serve it:      make serve   and open http://127.0.0.1:8000/"

serve: demo ## the demo's database on http://127.0.0.1:8000
	@$(BIN)/python app.py serve --database sqlite:///$(DEMO_DATABASE)

test: lint types unit ## everything that CI checks

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(INSTALLED)
	$(BIN)/mypy

unit: $(INSTALLED) browser
	$(BIN)/pytest

browser: ## Debian's Chromium, for the tests that look at pages
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } || echo "no chromium: tests that need a browser are skipped (apt-get install chromium)" >&2

accuracy: annotated $(INSTALLED) ## how often the extractor is right on the annotated sets, which its weights have learned from
	$(BIN)/python -m benchmarks.accuracy $(foreach set,more dev,$(ANNOTATED)/docs_$(set).jsonl $(ANNOTATED)/gold_$(set).jsonl)

accuracy-unseen: annotated $(INSTALLED) ## train without docs_dev (some minutes), and measure on it
	@mkdir -p build
	$(BIN)/python -m benchmarks.train --gold $(ANNOTATED)/docs_more.jsonl $(ANNOTATED)/gold_more.jsonl --polnear $(ANNOTATED)/polnear_train.jsonl --references benchmarks/references.jsonl --output $(UNSEEN)
	$(BIN)/python -m benchmarks.accuracy $(ANNOTATED)/docs_dev.jsonl $(ANNOTATED)/gold_dev.jsonl --weights $(UNSEEN)

annotated:
	@for name in docs_more gold_more docs_dev gold_dev polnear_train; do test -f $(ANNOTATED)/$$name.jsonl || { echo "no $(ANNOTATED)/$$name.jsonl: the annotated articles are not part of this repository. Give their folder with make ANNOTATED=…, or annotate articles of your own: docs/accuracy.md" >&2; exit 1; }; done

docs: $(INSTALLED) browser ## run the commands in README.md and docs/ again and write down what they print
	$(BIN)/python -m tests.documents --picture

requirements: ## compile requirements.txt, with hashes, from pyproject.toml
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --extra dev --no-emit-index-url --no-annotate --custom-compile-command "make requirements" --output-file requirements.txt pyproject.toml

clean: ## forget the environment and what was built
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
