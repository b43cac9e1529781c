"""Learns which clashes are conflicts from labelled stories and writes data/judge/conflict.txt.

    python train.py STORIES... [--program target/release/examples/training_rows] [--folds target/training]

Run training/align/train.py first: the clashes are those of alignments by models that were not trained on the story,
for the conflicts of a model that knows the answers are easier than those of the world. A clash is right when `gold.json`
has its pair of sentences among `conflicts`; `conflicts_optional` are left aside.
"""
import argparse
import collections
import os
import subprocess
import sys

import lightgbm
import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from trees import FOLDS, fold_of, read_gold, write

KINDS = ["number", "date-time", "place", "name", "polarity", "antonym", "modality", "quote"]
OPTIONS = dict(
    objective="binary", learning_rate=0.04, num_leaves=6, min_child_samples=25, feature_fraction=0.5,
    bagging_fraction=0.8, bagging_freq=1, lambda_l2=10.0, verbose=-1, seed=7, deterministic=True, num_threads=2,
    force_row_wise=True,
)
TREES = 120


def fit(figures, label):
    return lightgbm.train(OPTIONS, lightgbm.Dataset(figures, label), num_boost_round=TREES)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+")
    parser.add_argument("--program", default="target/release/examples/training_rows")
    parser.add_argument("--folds", default="target/training")
    parser.add_argument("--out", default="data/judge")
    options = parser.parse_args()

    gold, optional = read_gold(options.stories, "conflicts")
    keys, figures = [], []
    for folder in options.stories:
        command = [options.program, "clashes", folder, options.folds]
        for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
            story, a, b, *row = line.split("\t")
            key = (story, *sorted((a, b)))
            if key not in optional:
                keys.append(key)
                figures.append(row)
    figures = np.array(figures, dtype=np.float32)
    label = np.array([key in gold for key in keys], dtype=float)
    kind = figures[:, : len(KINDS)].argmax(axis=1)
    print(f"{len(keys)} clashes, {int(label.sum())} right; {len(gold)} conflicts, "
          f"{len(set(gold) & set(keys))} of them among the clashes")
    for number, name in enumerate(KINDS):
        here = kind == number
        print(f"  {name}: {int(here.sum())} clashes, {int(label[here].sum())} right")

    folds = fold_of([key[0] for key in keys])
    fold = np.array([folds[key[0]] for key in keys])
    beliefs = np.zeros(len(keys))
    for number in range(FOLDS):
        held = fold == number
        beliefs[held] = fit(figures[~held], label[~held]).predict(figures[held])
    for threshold in np.arange(0.2, 0.75, 0.05):
        told = {key for key, belief in zip(keys, beliefs) if belief >= threshold}
        right = len(told & set(gold))
        by_kind = collections.Counter(KINDS[k] for key, k, b in zip(keys, kind, beliefs) if b >= threshold)
        print(f"{threshold:.2f}: P {right / max(len(told), 1):.3f} R {right / len(gold):.3f} ({len(told)} told) {dict(by_kind)}")
    model = fit(figures, label)
    os.makedirs(options.out, exist_ok=True)
    write(model, os.path.join(options.out, "conflict.txt"))
    gains = sorted(zip(model.feature_importance("gain"), range(figures.shape[1])), reverse=True)
    print("gain by figure:", ", ".join(f"{i}:{g:.0f}" for g, i in gains[:20]))


if __name__ == "__main__":
    main()
