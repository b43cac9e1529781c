#!/usr/bin/env bash
# Rebuilds data/align and data/judge from labelled stories and pairs: training/rebuild.sh TRAIN; run from the repository's
# root. training/README.md tells what TRAIN holds. Needs python3, cargo and the network (PyPI); two hours on two cores, an
# accelerator is used when there is one.
set -euo pipefail
train=$1
work=target/training
mkdir -p "$work"
python3 -m venv "$work/python"
python="$work/python/bin/python"
"$work/python/bin/pip" install --quiet -r training/requirements.txt
program=target/release/examples/training_rows
cargo build --quiet --release --example training_rows

# the encoder: on pairs of any text, then on stories, once for each fold and once on all
"$program" align "$train/stories" > "$work/rows.tsv"
"$python" training/judge/pretrain.py "$train/pairs" "$work/pretrained.pt"
"$python" training/judge/stories.py "$train" "$work/pretrained.pt" "$work/encoders" --rows "$work/rows.tsv"
for fold in fold0 fold1 fold2; do
    "$python" training/judge/export.py "$work/encoders/$fold.pt" "$work/encoders/$fold" --train "$train"
done
"$python" training/judge/export.py "$work/encoders/all.pt" data/judge --train "$train"

# the trees: alignment, then, with the program rebuilt on it, conflicts
"$python" training/align/train.py "$train/stories" --encoders "$work/encoders" | tee "$work/align.log"
cargo build --quiet --release --example training_rows
"$python" training/judge/conflicts.py "$train" --encoders "$work/encoders" | tee "$work/conflicts.log"
"$python" training/judge/reference.py data/judge training/judge/pairs.tsv > src/neural/reference.tsv
cargo build --quiet --release
