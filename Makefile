# The same few commands for people and for CI. Each sets up what it needs; see tools/setup.sh.

DIR ?= demo
SURVEY = $(DIR)/survey.gpkg
TS = resources/translations/fieldaudit_en.ts
QM = $(TS:.ts=.qm)
RUN = .venv/bin/
CODE = src tests tools benchmarks
export QT_QPA_PLATFORM PYTHONUTF8 = 1

.PHONY: help test demo run format lock forms texts benchmarks installer setup setup-window
.DEFAULT_GOAL := help

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile

test: QT_QPA_PLATFORM = offscreen
test: $(QM) ## format, lint, types, layers, forms, tests
	$(RUN)ruff format --check --quiet $(wildcard $(CODE))
	$(RUN)ruff check --quiet $(wildcard $(CODE))
	$(RUN)mypy
	$(RUN)lint-imports --no-cache --no-logo
	$(RUN)python tools/compose_forms.py --check
	$(RUN)python -m pytest

demo: $(QM) ## the whole flow on the bundled example, into DIR (demo)
	$(RUN)fieldaudit demo "$(DIR)"

run: setup-window $(QM) ## the window on the example survey
	test -f "$(SURVEY)" || $(RUN)fieldaudit demo "$(DIR)"
	$(RUN)fieldaudit gui "$(SURVEY)"

format: setup ## lay out the code and mend what a machine can
	$(RUN)ruff format $(wildcard $(CODE))
	$(RUN)ruff check --fix $(wildcard $(CODE))

lock: setup ## bring requirements.lock up to date with pyproject.toml
	python3 -m venv .setup/uv && .setup/uv/bin/python -m pip install --quiet uv
	.setup/uv/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-header --quiet -o requirements.lock

forms: setup ## write forms/ from their sources
	$(RUN)python tools/compose_forms.py

texts: setup ## collect texts for translation
	$(RUN)pyside6-lupdate -extensions py src -source-language zh_CN -target-language en \
	    -locations none -sort-messages -no-obsolete -ts $(TS)

benchmarks: setup ## each headline operation beside its limit and its peer
	for each in $(filter-out %_peers.py,$(wildcard benchmarks/*.py)); do $(RUN)python "$$each" || exit; done

installer: $(QM) ## one folder that runs without Python, into dist/
	python3 -m venv .setup/installer
	.setup/installer/bin/python -m pip install --quiet --require-hashes -r requirements.lock
	.setup/installer/bin/python -m pip install --quiet pyinstaller
	.setup/installer/bin/pyinstaller --noconfirm build_installer.spec

$(QM): $(TS) | setup
	$(RUN)pyside6-lrelease -silent $(TS) -qm $@

setup:
	@tools/setup.sh

setup-window:
	@tools/setup.sh window
