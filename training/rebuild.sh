#!/usr/bin/env bash
# Rebuilds data/align and data/judge from labelled stories and pairs: training/rebuild.sh TRAIN; run from the repository's
# root. training/README.md tells what TRAIN holds. Needs python3, cargo and the network (PyPI); two hours on two cores, an
# accelerator is used when there is one.
set -euo pipefail
train=${1:?name the folder of labelled data: training/rebuild.sh TRAIN}
work=target/training
mkdir -p "$work"
python3 -m venv "$work/python"
python="$work/python/bin/python"
"$work/python/bin/pip" install --quiet -r training/requirements.txt
program=target/release/examples/training_rows
cargo build --quiet --release --example training_rows --bin storydiff

# the encoder: on pairs of any text, then on stories, once for each fold
own=training/judge/written.ndjson
if [ ! -f "$train/pairs/vitaminc-real.ndjson" ]; then
    echo "$train/pairs lacks vitaminc-real.ndjson: training/judge/vitaminc.py makes it" >&2
    exit 2
fi
"$program" align "$train/stories" > "$work/rows.tsv"
"$python" training/judge/slots.py "$train" "$train/written/variants.ndjson" "$own" --out "$work/slots.ndjson" --rows "$work/rows.tsv"
"$python" training/judge/pretrain.py "$train/pairs" "$work/slots.ndjson" "$work/pretrained.pt"
"$python" training/judge/stories.py "$train" "$work/pretrained.pt" "$work/encoders" --rows "$work/rows.tsv" --slots "$work/slots.ndjson" --own "$own"
for fold in fold0 fold1 fold2; do
    "$python" training/judge/export.py "$work/encoders/$fold.pt" "$work/encoders/$fold" --train "$train"
done
"$python" training/judge/export.py "$work/encoders/all.pt" data/judge --train "$train"

# the trees: alignment, then, with the program rebuilt on it, conflicts
"$python" training/align/train.py "$train/stories" --encoders "$work/encoders" | tee "$work/align.log"
cargo build --quiet --release --example training_rows
stories=training/judge/stories
"$python" training/judge/written_stories.py "$work/written" "$stories"/w[1-9].txt "$stories"/w1[12].txt
"$python" training/judge/written_stories.py "$work/wire" "$stories"/wire[1-4].txt
"$python" training/judge/written_stories.py "$work/press" "$stories"/press[35].txt
"$python" training/judge/conflicts.py "$train/stories" "$work/written" "$work/wire" --news "$work/press" | tee "$work/conflicts.log"
"$python" training/judge/across.py "$train/stories" "$work/written" "$work/wire" "$work/press" | tee "$work/across.log"
"$python" training/judge/reference.py data/judge training/judge/pairs.tsv > src/neural/reference.tsv
"$python" training/judge/reference.py data/judge training/judge/slots.tsv > src/neural/slot_reference.tsv
cargo build --quiet --release
