# 统计公报浏览器: one command for each thing one does with the checkout. `make help` lists them.
.DEFAULT_GOAL := help
# Two environments share the network, and two targets share one environment.
.NOTPARALLEL:
.PHONY: help run test test-system test-packages test-packages-win fuzz lint score bench locks translations clean \
        package-tar package-deb package-uos package-win package-again package-sums frozen-linux icon \
        system system-test environment environment-dev environment-bench environment-run environment-other library

ARGS ?=
SCORE_ARGS ?=
FUZZ_ARGS ?=
SCALE ?= 3000
SHARED ?= ../shared
OTHER_PYSIDE := 6.9.3
PYTHON_IN_VENV := .venv/bin/python
OTHER_VENV := .venv-$(OTHER_PYSIDE)
BENCH_VENV := .venv-bench
# What a user has: no package of the tests, which others import where they find them.
RUN_VENV := .venv-run
# Chapters in which every figure is labelled, as the first line of the label files says.
LUOYANG_WHOLE := 一、,二、,三、,五、,七、,八、,九、,十二、
DAQING_WHOLE := 一、,二、,四、,五、,六、,七、,九、,十、
LIBRARY := .build/gongbao.db
# The systems that Linux packages are built and tried in: some gigabytes, kept between builds.
ROOTS ?= .build/roots
# What the library is built from: bulletins, knowledge, and the code that reads the one with the other.
LIBRARY_INPUTS := data resources desktop_app/domain desktop_app/system desktop_app/pipeline \
                  desktop_app/store desktop_app/services

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 8

run: system environment library  ## set up, build the library, start the program: make run ARGS="search 低保"
	@$(PYTHON_IN_VENV) -m desktop_app $(ARGS)

test: system-test environment-dev environment-other library  ## set up, check style and types, run every test
	@$(MAKE) --no-print-directory lint
	$(OTHER_VENV)/bin/python -m pytest -q tests/gui
	$(PYTHON_IN_VENV) -m pytest

test-system: environment-dev library package-deb package-tar package-uos package-win  ## drive the program as a desktop does: a real input method, office programs, a browser; try its packages (root)
	@packaging/system/install.sh input-method
	@packaging/system/install.sh spreadsheet
	@packaging/system/install.sh office
	@packaging/system/install.sh no-network
	@packaging/system/install.sh signing
	ROOTS=$(ROOTS) $(PYTHON_IN_VENV) -m pytest tests/system

test-packages: system-test environment-dev package-deb package-tar package-uos  ## try the Linux packages on fresh old and new systems: install, use, damage, remove (root)
	ROOTS=$(ROOTS) $(PYTHON_IN_VENV) -m pytest tests/system/packages

test-packages-win: system-test environment-dev package-win  ## try the Windows packages under wine: install, use, upgrade, remove
	$(PYTHON_IN_VENV) -m pytest tests/system/windows

fuzz: environment-dev library  ## look for what breaks, at length: FUZZ_ARGS=--help
	$(PYTHON_IN_VENV) -m tests.fuzz $(FUZZ_ARGS)

lint: environment-dev  ## style, types and rooms alone
	$(PYTHON_IN_VENV) -m ruff format --check .
	$(PYTHON_IN_VENV) -m ruff check .
	$(PYTHON_IN_VENV) -m mypy
	.venv/bin/lint-imports

system:
	@packaging/system/install.sh run

system-test:
	@packaging/system/install.sh test

environment:
	@packaging/environment.sh .venv packaging/locks/run.txt

environment-dev:
	@packaging/environment.sh .venv packaging/locks/dev.txt

# jieba comes as source alone.
environment-bench:
	@packaging/environment.sh $(BENCH_VENV) packaging/locks/bench.txt jieba

environment-run:
	@packaging/environment.sh $(RUN_VENV) packaging/locks/run.txt

environment-other:
	@packaging/environment.sh $(OTHER_VENV) packaging/locks/test-pyside-$(OTHER_PYSIDE).txt

# Not a make prerequisite list: a bulletin's folder may have spaces in its name.
library: environment
	@if [ ! -f $(LIBRARY) ] || [ -n "$$(find $(LIBRARY_INPUTS) -name __pycache__ -prune \
	    -o -newer $(LIBRARY) -print | head -n 1)" ]; then \
	    $(PYTHON_IN_VENV) -m desktop_app build >&2; fi

# $(call score_one,NAME,SOURCE,LABELS,OPTIONS of score.py)
define score_one
	@echo "== $(1)"
	@$(PYTHON_IN_VENV) -m desktop_app inspect $(2) --json > .build/score/$(1).json
	@$(PYTHON_IN_VENV) $(SHARED)/tools/score.py $(2) .build/score/$(1).json $(3) $(4) $(SCORE_ARGS)

endef

score: environment  ## measure what is read against labels made by hand: SCORE_ARGS=--errors lists what is wrong
	@if [ ! -f $(SHARED)/tools/score.py ]; then \
	    echo "没有 $(SHARED)/tools/score.py：评分要用的标注不在这里。" >&2; exit 1; fi
	@mkdir -p .build/score
	$(call score_one,tiedong-2022,data/bulletins/tiedong-2022/source.txt,$(SHARED)/gold/figures.tsv,--outline $(SHARED)/gold/outline.tsv)
	$(call score_one,luoyang-2023,$(SHARED)/corpus/luoyang-2023.txt,$(SHARED)/corpus/luoyang-2023.figures.tsv,--exhaustive $(LUOYANG_WHOLE))
	$(call score_one,daqing-2012,$(SHARED)/corpus/daqing-2012.txt,$(SHARED)/corpus/daqing-2012.figures.tsv,--exhaustive $(DAQING_WHOLE))

bench: system-test environment-bench environment-run library  ## measure, as ratios: first paint, memory, reading, searching SCALE=3000 bulletins, keystrokes, scrolling
	@$(BENCH_VENV)/bin/python -m tests.bench.first_paint --python $(RUN_VENV)/bin/python
	@$(BENCH_VENV)/bin/python -m tests.bench.memory
	@$(BENCH_VENV)/bin/python -m tests.bench.reading $(if $(wildcard $(SHARED)/corpus),--corpus $(SHARED)/corpus)
	@$(BENCH_VENV)/bin/python -m tests.bench.search --scale $(SCALE)
	@$(BENCH_VENV)/bin/python -m tests.bench.keystroke
	@$(BENCH_VENV)/bin/python -m tests.bench.scrolling
	@$(BENCH_VENV)/bin/python -m tests.bench.sizes
	@if [ ! -d .build/linux/gongbao ]; then \
	    echo "packaged first paint: not measured, make package-deb comes first"; \
	else \
	    ROOTS=$(ROOTS) packaging/linux/bare.sh && \
	    $(BENCH_VENV)/bin/python -m tests.bench.packaged_paint; \
	fi

package-tar: frozen-linux  ## a portable Linux archive in dist/, built for glibc 2.31 (root, debootstrap)
	@$(PYTHON_IN_VENV) packaging/linux/pack.py tar
	@$(MAKE) --no-print-directory package-sums

package-deb: frozen-linux  ## a Debian package in dist/
	@$(PYTHON_IN_VENV) packaging/linux/pack.py deb
	@$(MAKE) --no-print-directory package-sums

package-uos: frozen-linux  ## a package in the layout of the UOS store in dist/
	@$(PYTHON_IN_VENV) packaging/linux/pack.py uos
	@$(MAKE) --no-print-directory package-sums

package-win: environment library icon  ## an installer, an MSI and a portable archive for Windows in dist/, for trial: frozen under wine (PYTHON=… is a 3.11)
	@packaging/windows/build.sh
	@$(MAKE) --no-print-directory package-sums

# The same commit once more, compared with what lies in dist/.
package-again: environment icon  ## build the Linux packages in dist/ once more and say what differs
	@MAKE="$(MAKE)" ROOTS=$(ROOTS) packaging/reproduce.sh

package-sums:
	@packaging/sums.sh

frozen-linux: environment icon
	@ROOTS=$(ROOTS) packaging/linux/frozen.sh

icon: environment
	@$(PYTHON_IN_VENV) packaging/icon/render.py .build/icon

locks:  ## remake the lock files with the newest versions
	@packaging/locks/remake.sh

translations: environment-dev  ## bring resources/translations up to date, print what is not translated
	$(PYTHON_IN_VENV) packaging/translations/update.py

clean:  ## remove environments, the built library and caches
	rm -rf .venv .venv-* .build build dist .pytest_cache .mypy_cache .ruff_cache \
	    .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
