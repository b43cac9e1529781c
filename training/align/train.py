"""Learns the three models of alignment from labelled stories and writes data/align/{first,second,third}.bin.

    python train.py STORIES --encoders ENCODERS [--program target/release/examples/training_rows] [--out data/align]

STORIES holds a folder a story: articles `A.txt`, `B.txt`, ... of one sentence a line and `gold.json` with `same`
(pairs of sentences that state a common fact, `["A0", "B2"]`) and `same_optional` (pairs to leave aside).

Labels are for sentences, rows for claims: of a pair of sentences with a common fact, the pair of claims that the model
of the round before believes most is taken to be the one that states it (multiple-instance learning); the other pairs of
claims in it are left aside. The second model is trained on what first models believe of stories they were not trained
on, the third on what second models believe and on what encoders made of sentences of stories they were not trained on:
ENCODERS holds folders `fold0`, `fold1`, ... that `training/judge` wrote. Everything is split by story.
"""
import argparse
import collections
import glob
import json
import os
import struct
import subprocess
import sys

import lightgbm
import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "judge"))
from data import folds, held_out  # noqa: E402

FOLDS = 8

def read_gold(folders, kind):
    """Pairs of sentences (story, a, b) with a label of that kind ("same", "conflicts"), and optional ones."""
    found, optional = {}, set()
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(folder, "*", "gold.json"))):
            story = os.path.basename(os.path.dirname(path))
            gold = json.load(open(path))
            ends = lambda pair: (pair["a"], pair["b"]) if isinstance(pair, dict) else pair
            found.update({(story, *sorted(ends(pair))): pair for pair in gold[kind]})
            optional |= {(story, *sorted(ends(pair))) for pair in gold[kind + "_optional"]}
    return found, optional - set(found)


def fold_of(stories):
    """Fold of each story, the same in every run."""
    order = sorted(set(stories), key=lambda story: (hash_of(story), story))
    return {story: number % FOLDS for number, story in enumerate(order)}


def hash_of(name):
    value = 2166136261
    for byte in name.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


ROUNDS = 3
OPTIONS = dict(
    objective="binary", learning_rate=0.04, num_leaves=12, min_child_samples=60, feature_fraction=0.4,
    bagging_fraction=0.8, bagging_freq=1, lambda_l2=5.0, verbose=-1, seed=7, deterministic=True, num_threads=2,
    force_row_wise=True,
)
TREES = {"first": 240, "second": 240, "third": 240}
SECOND = 79  # figures of the second model


def read_rows(program, folder, *known):
    """Rows; of those that the encoder has not read, the last figures are missing."""
    keys, figures = [], []
    for line in subprocess.run([program, "align", folder, *known], check=True, capture_output=True, text=True).stdout.splitlines():
        story, a, b, *row = line.split("\t")
        keys.append((story, *sorted((a, b))))
        figures.append(row)
    longest = max(map(len, figures))
    return keys, np.array([row + ["nan"] * (longest - len(row)) for row in figures], dtype=np.float32)


def read_folds(options, rows, known):
    """Rows with readings: each story is read by the encoder that has not seen it."""
    keys, figures = [], []
    fold_of = folds(set(rows.story))
    for fold in range(max(fold_of.values()) + 1):
        folder = os.path.join(options.work, f"stories{fold}")
        held_out(options.stories, folder, [story for story in fold_of if fold_of[story] == fold])
        here = np.array([fold_of[story] == fold for story in rows.story])
        paths = []
        for path in known:
            paths.append(f"{path}.{fold}")
            np.savetxt(paths[-1], np.loadtxt(path)[here], fmt="%.6f")
        some, row = read_rows(options.program, folder, *paths, os.path.join(options.encoders, f"fold{fold}"))
        keys.append(some)
        figures.append(row)
    # in the order of the rows before, so that beliefs still fit
    order = sorted(range(len(rows.keys)), key=lambda i: (fold_of[rows.story[i]], i))
    back = np.argsort(order)
    keys, figures = sum(keys, []), np.concatenate(figures)
    return [keys[i] for i in back], figures[back]


class Rows:
    def __init__(self, keys, figures, same, optional):
        self.keys, self.figures = keys, figures
        self.story = [k[0] for k in keys]
        folds = fold_of(self.story)
        self.fold = np.array([folds[story] for story in self.story])
        self.same, self.optional = same, optional
        self.positive = np.array([k in same for k in keys])
        self.aside = np.array([k in optional for k in keys])
        groups = collections.defaultdict(list)
        for i, key in enumerate(keys):
            groups[key].append(i)
        self.groups = groups

    def labels(self, beliefs):
        """(label, use) for each row: of a positive pair of sentences the best row is positive, the others unused."""
        label = np.zeros(len(self.keys))
        use = ~self.aside
        for key, members in self.groups.items():
            if key in self.same:
                best = max(members, key=lambda i: (beliefs[i], -i))
                for i in members:
                    label[i] = 1.0
                    # near the best counts as well: one sentence may share two facts
                    use[i] = i == best or beliefs[i] > 0.6 * beliefs[best] + 0.1
        return label, use

    def cross_fit(self, label, use, trees):
        out = np.zeros(len(self.keys))
        for fold in range(FOLDS):
            train = (self.fold != fold) & use
            model = fit(self.figures[train], label[train], trees)
            held = self.fold == fold
            out[held] = model.predict(self.figures[held])
        return out

    def report(self, beliefs, name):
        best = {}
        for key, members in self.groups.items():
            if key not in self.optional:
                best[key] = max(beliefs[i] for i in members)
        total = len(self.same)
        found = sorted(((p, key in self.same) for key, p in best.items()), reverse=True)
        hits, top = 0, (0, 0, 0, 0)
        for count, (p, good) in enumerate(found, 1):
            hits += good
            precision, recall = hits / count, hits / total
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            top = max(top, (f1, p, precision, recall))
        print(f"{name}: F1 {top[0]:.3f} at {top[1]:.3f} (P {top[2]:.3f} R {top[3]:.3f}), {total} pairs, "
              f"{sum(k in best for k in self.same)} among the candidates")


def report_groups(options, rows, path, threshold):
    """What is right after grouping: what users get."""
    out = subprocess.run([options.program, "groups", options.stories, path, str(threshold)], check=True, capture_output=True, text=True).stdout
    found = {(story, *sorted(ends)) for story, *ends in (line.split("\t") for line in out.splitlines())} - rows.optional
    right = len(found & set(rows.same))
    precision, recall = right / len(found), right / len(rows.same)
    print(f"grouped at {threshold}: F1 {2 * precision * recall / (precision + recall):.3f} (P {precision:.3f} R {recall:.3f})")


def fit(figures, label, trees):
    return lightgbm.train(OPTIONS, lightgbm.Dataset(figures, label), num_boost_round=trees)


def write(model, path):
    """Trees in the form that `src/align/trees.rs` reads."""
    rounded = lambda number, digits: float(f"{number:.{digits}g}")
    out = bytearray()
    for tree in model.dump_model()["tree_info"]:
        nodes = []

        def visit(node):
            at = len(nodes)
            nodes.append(None)
            if "leaf_value" in node:
                nodes[at] = (rounded(node["leaf_value"], 4), 0.0, 0, 0, 0)
            else:
                left = visit(node["left_child"])
                right = visit(node["right_child"])
                nodes[at] = (rounded(node["internal_value"], 4), rounded(node["threshold"], 5),
                             node["split_feature"], left - at, right - at)
            return at

        visit(tree["tree_structure"])
        out += struct.pack("<H", len(nodes))
        for node in nodes:
            out += struct.pack("<ffHHH", *node)
    with open(path, "wb") as file:
        file.write(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories")
    parser.add_argument("--encoders", required=True)
    parser.add_argument("--program", default="target/release/examples/training_rows")
    parser.add_argument("--out", default="data/align")
    parser.add_argument("--work", default="target/training", help="for beliefs on the way")
    options = parser.parse_args()

    os.makedirs(options.work, exist_ok=True)
    same, optional = read_gold([options.stories], "same")
    rows = Rows(*read_rows(options.program, options.stories), same, optional)
    beliefs = rows.figures[:, 26].astype(float)  # sentence.cosine, to begin with
    known = []
    for name in ("first", "second"):
        for number in range(ROUNDS if name == "first" else ROUNDS - 1):
            label, use = rows.labels(beliefs)
            beliefs = rows.cross_fit(label, use, TREES[name])
            rows.report(beliefs, f"{name}, round {number + 1}")
        label, use = rows.labels(beliefs)
        write(fit(rows.figures[use], label[use], TREES[name]), os.path.join(options.out, name + ".bin"))
        known.append(os.path.join(options.work, name + ".txt"))
        np.savetxt(known[-1], beliefs, fmt="%.6f")
        if name == "first":
            rows = Rows(*read_rows(options.program, options.stories, *known), same, optional)

    rows = Rows(*read_folds(options, rows, known), same, optional)
    read = ~np.isnan(rows.figures[:, SECOND])
    print(f"{len({k for k, r in zip(rows.keys, read) if r})} pairs of sentences are read, "
          f"{len({k for k, r in zip(rows.keys, read) if r and k in same})} of them with a common fact")
    for number in range(ROUNDS - 1):
        label, use = rows.labels(beliefs)
        beliefs = np.where(read, rows.cross_fit(label, use & read, TREES["third"]), beliefs)
        rows.report(beliefs, f"third, round {number + 1}")
    np.savetxt(os.path.join(options.work, "third.txt"), beliefs, fmt="%.6f")
    for threshold in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35):
        report_groups(options, rows, os.path.join(options.work, "third.txt"), threshold)
    label, use = rows.labels(beliefs)
    model = fit(rows.figures[use & read], label[use & read], TREES["third"])
    write(model, os.path.join(options.out, "third.bin"))
    gains = sorted(zip(model.feature_importance("gain"), range(rows.figures.shape[1])), reverse=True)
    print("third, gain by figure:", ", ".join(f"{i}:{g:.0f}" for g, i in gains[:25]))


if __name__ == "__main__":
    main()
