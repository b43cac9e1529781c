"""Learns the judge of conflicts: what the encoder read, typed clashes and their guards -> belief in a conflict.

    python conflicts.py TRAIN --encoders ENCODERS --own WRITTEN [--program target/release/examples/training_rows] [--out data/judge]

Labels are for sentences, rows for claims: of a pair of sentences in conflict, the pair of claims that the model of the round
before believes most is taken to be the one in conflict. Everything is split by story; each story is read by the encoder that
has not seen it. Written variants and WRITTEN, sentences of ours, help to learn; stories alone tell how right it is.
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
TREES = 120
DEMANDED = 15  # clash.belief among the figures
LEARNED = 0.8  # as in src/judge/learned.rs
WRITTEN = 0.03  # weight of a written variant: they are many, and in each of four a conflict


def rows(program, what, path, encoder):
    out = subprocess.run([program, what, path, encoder], check=True, capture_output=True, text=True).stdout
    for line in out.splitlines():
        story, a, b, *figures = line.split("\t")
        yield story, tuple(sorted((a, b))), [float(figure) for figure in figures]


def gather(options):
    """keys (story, ends, written?), labels (1, 0 or None for what is left aside), figures"""
    work = options.work
    os.makedirs(work, exist_ok=True)
    stories = {story.name: story for story in data.stories(os.path.join(options.train, "stories"))}
    fold_of = data.folds(stories)
    variants = data.lines(os.path.join(options.train, "written", "variants.ndjson")) + data.lines(options.own)
    fold_of_written = lambda variant: fold_of.get(variant["id"].split("/")[0], data.fold(variant["id"]))
    keys, labels, figures = [], [], []
    for fold in range(data.FOLDS):
        encoder = os.path.join(options.encoders, f"fold{fold}")
        folder = os.path.join(work, f"stories{fold}")
        data.held_out(os.path.join(options.train, "stories"), folder, [name for name in stories if fold_of[name] == fold])
        for name, ends, row in rows(options.program, "conflicts", folder, encoder):
            keys.append((name, ends, False))
            story = stories[name]
            labels.append(None if ends in story.conflicts_aside else float(ends in story.conflicts))
            figures.append(row)
        path = os.path.join(work, f"written{fold}.ndjson")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(data.json.dumps(v) + "\n" for v in variants if fold_of_written(v) == fold)
        for name, ends, row in rows(options.program, "written", path, encoder):
            where, variant = name.split(" ")
            keys.append((where.split("/")[0], (where, variant), True))
            labels.append(float(variant == "conflict"))
            figures.append(row)
    total = sum(len(story.conflicts) for story in stories.values())
    hard = {(n, e) for n, s in stories.items() for e, c in s.conflicts.items() if c["strength"] == "hard"}
    traps = {(n, e) for n, s in stories.items() for e in s.traps - set(s.conflicts)}
    return keys, labels, np.array(figures, dtype=np.float32), total, hard, traps


class Learner:
    def __init__(self, keys, labels, figures):
        self.keys, self.figures = keys, figures
        self.written = np.array([key[2] for key in keys])
        self.known = np.array([label is not None for label in labels])
        self.gold = np.array([label == 1.0 for label in labels])
        cv = data.folds({key[0] for key in keys}, CV)
        self.cv = np.array([cv[key[0]] for key in keys])
        self.groups = collections.defaultdict(list)
        for at, key in enumerate(keys):
            self.groups[key].append(at)

    def targets(self, beliefs):
        label, use = np.zeros(len(self.keys)), self.known.copy()
        for members in self.groups.values():
            if self.gold[members[0]]:
                best = max(members, key=lambda at: (beliefs[at], -at))
                for at in members:
                    label[at], use[at] = 1.0, at == best
        return label, use

    def fit(self, label, use):
        weight = np.where(self.written, WRITTEN, 1.0)
        return lightgbm.train(OPTIONS, lightgbm.Dataset(self.figures[use], label[use], weight=weight[use]), num_boost_round=TREES)

    def cross_fit(self, label, use):
        out = np.zeros(len(self.keys))
        for fold in range(CV):
            held = self.cv == fold
            out[held] = self.fit(label, use & ~held).predict(self.figures[held])
        return out

    def report(self, beliefs, total, hard, traps):
        best = {}
        for key, members in self.groups.items():
            if not key[2] and self.known[members[0]]:
                best[key[:2]] = (max(beliefs[at] for at in members), self.gold[members[0]])
        ranked = sorted(((p, good, key) for key, (p, good) in best.items()), reverse=True)
        print(f"{len(ranked)} pairs of sentences in findings, {sum(good for _, good, _ in ranked)} of {total} conflicts among them")
        right = hards = fallen = 0
        marks = [.9, .8, .7, .6, .5, .4, .3, .25, .2, .15, .1]
        for count, (p, good, key) in enumerate(ranked + [(0.0, False, None)]):
            while marks and p < marks[0]:
                if count:
                    print(f"  at {marks[0]:.2f}: {right} of {count} right, P {right / count:.3f} R {right / total:.3f}, hard R {hards / max(1, len(hard)):.3f}, traps {fallen / max(1, len(traps)):.3f}")
                marks.pop(0)
            right += good
            hards += key in hard
            fallen += key in traps
        some = [(beliefs[members].max(), self.gold[members[0]]) for key, members in self.groups.items() if key[2]]
        for mark in (.5, .3):
            called = [good for p, good in some if p >= mark]
            print(f"  written at {mark}: {sum(called)} of {len(called)} right, of {sum(good for _, good in some)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train")
    parser.add_argument("--encoders", required=True)
    parser.add_argument("--own", required=True)
    parser.add_argument("--program", default="target/release/examples/training_rows")
    parser.add_argument("--out", default="data/judge")
    parser.add_argument("--work", default="target/training")
    options = parser.parse_args()
    keys, labels, figures, total, hard, traps = gather(options)
    learner = Learner(keys, labels, figures)
    beliefs = figures[:, 0].astype(float)
    for number in range(ROUNDS):
        label, use = learner.targets(beliefs)
        beliefs = learner.cross_fit(label, use)
        print("round", number + 1)
        learner.report(beliefs, total, hard, traps)
    # what the program calls at its three levels: demands on typed clashes, or what is learned, which counts for less
    print("as the program calls them")
    learner.report(np.maximum(figures[:, DEMANDED], LEARNED * beliefs), total, hard, traps)
    label, use = learner.targets(beliefs)
    model = learner.fit(label, use)
    write(model, os.path.join(options.out, "conflicts.bin"))
    gains = sorted(zip(model.feature_importance("gain"), range(figures.shape[1])), reverse=True)
    print("gain by figure:", ", ".join(f"{i}:{g:.0f}" for g, i in gains[:25]))


if __name__ == "__main__":
    main()
