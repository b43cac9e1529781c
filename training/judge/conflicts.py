"""Learns the judge of conflicts: what the encoder read, typed clashes and their guards -> belief in a conflict.

    python conflicts.py STORIES... --news STORIES... [--program target/release/examples/training_rows] [--judge data/judge]

STORIES are folders of labelled stories, as `written_stories.py` makes them; those after --news look most like newspapers and count three
times. Labels are for sentences, rows for claims: of a pair of sentences in conflict, the pair of claims that the model of the round
before believes most is taken to be the one in conflict. Everything is split by story. The encoder in --judge reads the stories, and
conflicts.bin is written there.
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

ROUNDS = 3
CV = 8
OPTIONS = dict(
    objective="binary", learning_rate=0.04, num_leaves=8, min_child_samples=25, feature_fraction=0.5, bagging_fraction=0.8,
    bagging_freq=1, lambda_l2=10.0, verbose=-1, seed=7, deterministic=True, num_threads=2, force_row_wise=True,
)
TREES = 150
DEMANDED = 15  # clash.belief among the figures
NEWS = 3.0


def rows(program, folder, encoder):
    out = subprocess.run([program, "conflicts", folder, encoder], check=True, capture_output=True, text=True).stdout
    for line in out.splitlines():
        story, a, b, *figures = line.split("\t")
        yield (folder, story, *sorted((a, b))), [float(figure) for figure in figures]


def label(story, ends):
    return np.nan if ends in story.conflicts_aside else float(ends in story.conflicts)


class Learner:
    def __init__(self, keys, labels, figures, weights):
        self.keys, self.labels, self.figures, self.weights = keys, np.array(labels), np.array(figures, dtype=np.float32), np.array(weights)
        fold_of = data.folds({key[1] for key in keys}, CV)
        self.fold = np.array([fold_of[key[1]] for key in keys])
        self.groups = collections.defaultdict(list)
        for at, key in enumerate(keys):
            self.groups[key].append(at)

    def used(self, beliefs):
        """Of a pair of sentences in conflict the likeliest claims, of others all."""
        use = ~np.isnan(self.labels)
        for members in self.groups.values():
            if self.labels[members[0]] == 1.0:
                best = max(members, key=lambda at: (beliefs[at], -at))
                use[[at for at in members if at != best]] = False
        return use

    def fit(self, use):
        rows_used = lightgbm.Dataset(self.figures[use], self.labels[use], weight=self.weights[use])
        return lightgbm.train(OPTIONS, rows_used, num_boost_round=TREES)

    def cross_fit(self, use):
        out = np.zeros(len(self.keys))
        for fold in range(CV):
            held = self.fold == fold
            out[held] = self.fit(use & ~held).predict(self.figures[held])
        return out

    def report(self, beliefs, folder, total):
        """What is right of those that no demand on a typed clash is met by."""
        ranked = []
        for key, members in self.groups.items():
            if key[0] == folder and not np.isnan(self.labels[members[0]]) and self.figures[members, DEMANDED].max() == 0.0:
                ranked.append((beliefs[members].max(), self.labels[members[0]] == 1.0))
        told = [f"{mark}: {sum(good for p, good in ranked if p >= mark)} of {sum(p >= mark for p, _ in ranked)}" for mark in (.8, .7, .6, .5, .4, .3, .2)]
        print(f"{folder}: right of those believed at", ", ".join(told), f"(of {total} conflicts {sum(good for _, good in ranked)} meet in findings)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+")
    parser.add_argument("--news", nargs="+", default=[])
    parser.add_argument("--program", default="target/release/examples/training_rows")
    parser.add_argument("--judge", default="data/judge")
    options = parser.parse_args()
    keys, labels, figures, weights, totals = [], [], [], [], {}
    for folder in options.stories + options.news:
        stories = {story.name: story for story in data.stories(folder)}
        totals[folder] = sum(len(story.conflicts) for story in stories.values())
        for key, row in rows(options.program, folder, options.judge):
            keys.append(key)
            labels.append(label(stories[key[1]], key[2:]))
            figures.append(row)
            weights.append(NEWS if folder in options.news else 1.0)
    learner = Learner(keys, labels, figures, weights)
    beliefs = learner.figures[:, 0].astype(float)
    for _ in range(ROUNDS):
        beliefs = learner.cross_fit(learner.used(beliefs))
    for folder, total in totals.items():
        learner.report(beliefs, folder, total)
    model = learner.fit(learner.used(beliefs))
    write(model, os.path.join(options.judge, "conflicts.bin"))
    gains = sorted(zip(model.feature_importance("gain"), range(learner.figures.shape[1])), reverse=True)
    print("gain by figure:", ", ".join(f"{i}:{gain:.0f}" for gain, i in gains[:25]))


if __name__ == "__main__":
    main()
