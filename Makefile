# What people type. On a machine with git, make and Python 3.11 to 3.13 nothing else is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE := _build/html
PORT ?= 8000

.PHONY: help book serve lab test locks clean

help:
	@echo "make book    build the book into $(SITE)"
	@echo "make serve   build it and open it on localhost"
	@echo "make lab     open the chapters as notebooks in JupyterLab"
	@echo "make test    build it and run every test, in a real browser too"
	@echo "make locks   compile the exact pins anew from pyproject.toml"
	@echo "make clean   remove what was built"

# One mark for each set of pins that is installed: the environment is made once and follows the pins.
$(VENV)/pip:
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/book: requirements.txt pyproject.toml | $(VENV)/pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/lab: requirements-lab.txt $(VENV)/book
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-lab.txt
	@touch $@

$(VENV)/test: requirements-test.txt $(VENV)/book
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-test.txt
	@touch $@

book: $(VENV)/book
	@echo "Building the book. The first time takes about five minutes, most of them in silence."
	@$(BIN)/jupyter-book build -W -n --keep-going --quiet .
	@echo "The book is in $(SITE). Open $(SITE)/index.html in a browser, or type: make serve"

serve: book
	@echo "The book is at http://localhost:$(PORT)/ until you press Ctrl+C."
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory $(SITE) $(PORT)

# The settings in .jupyter have JupyterLab open Markdown chapters as notebooks.
lab: $(VENV)/lab
	JUPYTER_CONFIG_PATH="$(CURDIR)/.jupyter" $(BIN)/jupyter lab --LabApp.default_url=/lab/tree/chapters/index.md

test: $(VENV)/test
	$(BIN)/python -m tests.browser.chrome
	$(BIN)/python -m tests.nbgrader.environment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses 2

# One set of pins for Python 3.11 to 3.13 and every system. A pin stays while it fits; delete a file to have its
# pins chosen anew. uv stays outside the book's own environment.
UV := _build/uv/bin/uv
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --no-header --no-annotate

$(UV):
	$(PYTHON) -m venv _build/uv
	_build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv

locks: $(UV)
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) pyproject.toml --extra lab -c requirements.txt -o requirements-lab.txt
	$(COMPILE) pyproject.toml --extra lab --extra test -c requirements.txt -o requirements-test.txt
	$(COMPILE) tests/nbgrader/requirements.in -c requirements-lab.txt -o tests/nbgrader/requirements.txt
	$(COMPILE) benchmarks/requirements-peers.in -o benchmarks/requirements-peers.txt
	@$(PYTHON) -c 'from pathlib import Path; \
	[Path(name).write_text(head + "\n" + Path(name).read_text()) for name, head in { \
	"requirements.txt": "# The book'"'"'s exact pins, compiled by `make locks` from pyproject.toml. Do not edit by hand.\n-e .", \
	"requirements-lab.txt": "# Opening the chapters in JupyterLab, beside requirements.txt. Compiled by `make locks`.", \
	"requirements-test.txt": "# What the tests need, beside requirements.txt. Compiled by `make locks`."}.items()]'

clean:
	rm -rf _build
