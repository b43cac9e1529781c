"""Learns which numbers of two articles are of one thing: writes across.bin.

    python across.py STORIES... [--program target/release/examples/training_rows] [--out data/judge]

STORIES are folders of labelled stories, as `written_stories.py` makes them. A row is two numbers that are apart, of two articles; it
is of one thing when the two sentences are labelled as in conflict and both numbers stand in the words that clash. Of sentences that
conflict otherwise, or perhaps, nothing is learned. Everything is split by story.

Our written stories tell one thing in other words on purpose, so that in them numbers among quite different words are of one thing far
more often than in newspapers. That must not be learned: what is of two things and stands among such words counts twice.
"""
import argparse
import collections
import os
import subprocess
import sys

import lightgbm
import numpy as np

import data

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "align"))
from train import write  # noqa: E402

CV = 8
OPTIONS = dict(
    objective="binary", learning_rate=0.04, num_leaves=5, min_child_samples=50, feature_fraction=0.5, bagging_fraction=0.8,
    bagging_freq=1, lambda_l2=10.0, verbose=-1, seed=7, deterministic=True, num_threads=2, force_row_wise=True,
)
TREES = 300
BESIDE = 2  # likeness of the words next to the numbers, among the figures
OTHER_WORDS = 0.1  # below it they are other words
AGAINST = 2.0  # weight of two things among other words
JUDGES = ("fast", "neural")  # both align, and each differently


def rows(program, folder, judge):
    out = subprocess.run([program, "across", folder, judge], check=True, capture_output=True, text=True).stdout
    for line in out.splitlines():
        story, a, b, x, y, *figures = line.split("\t")
        yield (folder, story, *sorted((a, b))), {a: x, b: y}, [float(figure) for figure in figures]


def label(story, ends, values):
    """1 of one thing, 0 not, None when that is not known."""
    if ends in story.conflicts_aside:
        return None
    conflict = story.conflicts.get(ends)
    if not conflict:
        return 0.0
    words = {conflict["a"]: conflict["a_span"], conflict["b"]: conflict["b_span"]}
    inside = [values[end] in words[end] or words[end] in values[end] for end in ends]
    return 1.0 if all(inside) else None


def cross_fit(keys, labels, figures):
    fold_of = data.folds({key[1] for key in keys}, CV)
    fold = np.array([fold_of[key[1]] for key in keys])
    out = np.zeros(len(keys))
    for number in range(CV):
        held = fold == number
        out[held] = fit(labels[~held], figures[~held]).predict(figures[held])
    return out


def fit(labels, figures):
    known = ~np.isnan(labels)
    figures, labels = figures[known], labels[known]
    weight = np.where((figures[:, BESIDE] < OTHER_WORDS) & (labels == 0), AGAINST, 1.0)
    return lightgbm.train(OPTIONS, lightgbm.Dataset(figures, labels, weight=weight), num_boost_round=TREES)


def report(keys, labels, beliefs, stories, where):
    """How many pairs of sentences are called by what is believed of their numbers."""
    best = collections.defaultdict(float)
    for key, known, belief in zip(keys, labels, beliefs):
        conflicts = stories[key[:2]].conflicts
        if key[0] == where and (key[2:] in conflicts or not np.isnan(known)):
            best[key] = max(best[key], belief)
    total = sum(len(story.conflicts) for (folder, _), story in stories.items() if folder == where)
    for mark in (.9, .8, .75, .7, .6, .5, .45, .4, .3125, .2):
        called = [key[2:] in stories[key[:2]].conflicts for key, belief in best.items() if belief >= mark]
        print(f"  at {mark}: {sum(called)} of {len(called)} right, P {sum(called) / max(1, len(called)):.3f} R {sum(called) / total:.4f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+")
    parser.add_argument("--program", default="target/release/examples/training_rows")
    parser.add_argument("--out", default="data/judge")
    options = parser.parse_args()
    stories, keys, judges, labels, figures = {}, [], [], [], []
    for where in options.stories:
        stories.update({(where, story.name): story for story in data.stories(where)})
        for judge in JUDGES:
            for key, values, row in rows(options.program, where, judge):
                known = label(stories[key[:2]], key[2:], values)
                keys.append(key)
                judges.append(judge)
                labels.append(np.nan if known is None else known)
                figures.append(row)
    labels, figures, judges = np.array(labels), np.array(figures, dtype=np.float32), np.array(judges)
    print(f"{len(keys) // len(JUDGES)} pairs of numbers, {int(np.nansum(labels)) // len(JUDGES)} of one thing")
    beliefs = cross_fit(keys, labels, figures)
    for where in options.stories:
        for judge in JUDGES:
            print(where, judge)
            report(keys, labels, np.where(judges == judge, beliefs, 0), stories, where)
    model = fit(labels, figures)
    write(model, os.path.join(options.out, "across.bin"))
    gains = sorted(zip(model.feature_importance("gain"), range(figures.shape[1])), reverse=True)
    print("gain by figure:", ", ".join(f"{i}:{g:.0f}" for g, i in gains))


if __name__ == "__main__":
    main()
