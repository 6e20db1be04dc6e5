# Everything stands on `make setup`: a virtual environment in .venv with the exact tested set.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.set-up
HEADLESS := QT_QPA_PLATFORM=offscreen

.DEFAULT_GOAL := help
.PHONY: help setup system run test bench shots bundle pin clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST)

setup: $(STAMP) ## make .venv with the exact tested set

# The version stands in hearingdesk/__init__.py, so the package is installed anew when it changes.
$(STAMP): pyproject.toml constraints.txt hearingdesk/__init__.py
	@tools/system.sh venv $(PYTHON)
	$(PYTHON) -m venv $(VENV)
	PIP_CONSTRAINT=constraints.txt $(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

system: $(STAMP) ## see to the system libraries that Qt needs
	@tools/system.sh qt $(VENV)

run: setup system ## open the desk on the sample hearing; without a display, rehearse it into build/rehearsal
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then \
		$(BIN)/hearingdesk open --sample; \
	else \
		echo "There is no display here, so the sample hearing is rehearsed through the real windows, off screen."; \
		$(HEADLESS) $(BIN)/hearingdesk rehearse --speed max --out build/rehearsal; \
	fi

test: setup system ## ruff, mypy and all tests, the import contracts among them
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(HEADLESS) $(BIN)/python -m pytest -n 2 --dist loadfile

bench: setup system ## measure, as ratios taken in one run
	$(HEADLESS) $(BIN)/python -m bench

shots: setup system ## picture every window for the README
	$(HEADLESS) $(BIN)/python -m tools.shots --out docs/pictures

bundle: setup ## freeze the program into dist/hearingdesk
	@tools/system.sh bundle $(VENV)
	$(BIN)/pyinstaller --noconfirm --log-level WARN --workpath build/bundle --distpath dist build.spec

pin: setup ## write what .venv holds into constraints.txt
	@{ echo "# The exact set hearingdesk is tested with, on Python 3.11. Made by: make pin"; \
	$(BIN)/pip freeze --all --exclude-editable --exclude pip; } > constraints.txt

clean: ## remove what was made here; .venv stays
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
