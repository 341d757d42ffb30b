PYTHON ?= python3
BIN    := .venv/bin
RUNS_PYTHON ?= $(shell command -v python3.11 || echo $(PYTHON))
PORT   ?= $(shell $(PYTHON) -c "import socket; print(next(p for p in range(8000, 8100) if socket.socket().connect_ex(('127.0.0.1', p))))" 2>/dev/null)
export PYTHONPATH := src
export NO_MKDOCS_2_WARNING := 1
.DEFAULT_GOAL := help

.PHONY: help serve test build check render accept verified verify format lock lock-runs clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

serve: .venv/site.done ## Set up what is needed, check the data, serve the site with live reload
	@$(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

test: .venv/dev.done ## All checks: format, lint, types, layers, units, built pages, browser
	@$(BIN)/ruff format --check --quiet . || { echo "run: make format"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m compare check
	@$(BIN)/pytest

build: .venv/site.done ## Build the site into site/, strictly; site/ is replaced whole or not at all
	@rm -rf .build/new .build/old && mkdir -p .build
	@$(BIN)/mkdocs build --strict --site-dir .build/new
	@if [ -e site ]; then mv site .build/old; fi && mv .build/new site && rm -rf .build/old

check: .venv/site.done ## Check the data and count the verdicts
	@$(BIN)/python -m compare check

render: .venv/site.done ## Write the page tree and all generated files into .build/render, without MkDocs
	@$(BIN)/python -m compare render .build/render

accept: .venv/site.done ## Accept a change: rewrite data/published.yaml and the schemas, and say what a reader would notice
	@$(BIN)/python -m compare accept

verified: .venv/site.done ## Stamp what you held against its sources today: make verified ID="browsers/pytorch tool/onnx"
	@$(BIN)/python -m compare verified $(ID)

verify: .venv/site.done .venv-runs/done ## Run the code of both frameworks against its record: make verify [TASK=id] [SIDE=framework] [AGAIN=1]
	@$(BIN)/python -m compare verify $(if $(TASK),--task $(TASK)) $(if $(SIDE),--side $(SIDE)) $(if $(AGAIN),--again)

format: .venv/dev.done ## Format the code
	@$(BIN)/ruff format --quiet . && $(BIN)/ruff check --quiet --fix .

lock: ## Resolve locks/*.in anew (needs uv)
	@for kind in site dev; do uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header locks/$$kind.in -o locks/$$kind.txt; done

lock-runs: ## Resolve locks/runs.in anew, for this machine's kind (Linux x86-64, CPython 3.11)
	@$(RUNS_PYTHON) -m venv --clear .build/lock && .build/lock/bin/python -m pip install --quiet --disable-pip-version-check --dry-run --ignore-installed --report .build/lock/report.json -r locks/runs.in
	@$(RUNS_PYTHON) -m compare.runs.lock < .build/lock/report.json > .build/lock/runs.txt && mv .build/lock/runs.txt locks/runs.txt

clean: ## Remove everything that these commands made
	@rm -rf .venv .venv-runs .build site .mypy_cache .pytest_cache .ruff_cache

.venv/%.done: locks/%.txt
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11.5 or newer is needed, and $(PYTHON) was not found: install it (python.org, or your system's package python3)."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || { echo "Python 3.11.5 or newer is needed, and $(PYTHON) is $$($(PYTHON) -V 2>&1 | cut -d" " -f2): install a newer one, then: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing: install it (on Debian and Ubuntu the package python3-venv)."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Setting up .venv from locks/$*.txt …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r locks/$*.txt
	@touch $@

# The frameworks themselves: 4 GB, for `make verify` alone. Hashed where the lock holds, pinned elsewhere.
.venv-runs/done: locks/runs.txt locks/runs.in
	@$(RUNS_PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed to run the frameworks."; exit 1; }
	@test -x .venv-runs/bin/python || $(RUNS_PYTHON) -m venv .venv-runs
	@lock="-r locks/runs.in"; $(RUNS_PYTHON) -c 'import platform as p, sys; here = f"# {p.system()} {p.machine()}, {p.python_implementation()} {sys.version_info[0]}.{sys.version_info[1]}. "; sys.exit(not open("locks/runs.txt").read().startswith(here))' && lock="--require-hashes -r locks/runs.txt"; \
	echo "Setting up .venv-runs from $${lock##* } (4 GB, some minutes) …"; \
	.venv-runs/bin/python -m pip install --quiet --disable-pip-version-check $$lock || { echo "If no build of torch has the hash: its CPU builds are on an index of their own. Set PIP_EXTRA_INDEX_URL to the one that PyTorch's installation page names for CPU."; exit 1; }
	@touch $@
