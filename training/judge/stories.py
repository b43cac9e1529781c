"""Second half of the training: the labelled stories, written variants and changed pairs.

    python stories.py TRAIN START OUT --rows ROWS --slots SLOTS --own WRITTEN

Trains one judge for each fold of the stories, for what it believes of stories it did not see. The one that ships is the average of their
weights, which all stories went into (Wortsman et al. 2022: averages of models that were trained on from the same weights).
ROWS are the candidates of alignment, as `training_rows` prints them: negatives are drawn from them. SLOTS are pairs of masked values
(`slots.py`), WRITTEN sentences of ours. Of both, a quarter is taken in a pass.
"""
import argparse
import collections
import os
import random
import time

import numpy as np
import torch

import data
import model
from pretrain import load

FEWEST = 100  # masked values of one source, sort and label, where it has no numbers
COSINE = 26  # sentence.cosine among the figures of a row


def candidates(path):
    """Pairs of sentences that alignment looks at, with how much their words overlap."""
    found = collections.defaultdict(dict)
    for line in open(path):
        story, a, b, *figures = line.rstrip("\n").split("\t")
        ends = tuple(sorted((a, b)))
        found[story][ends] = max(found[story].get(ends, 0.0), float(figures[COSINE]))
    return found


def epoch(stories, written, own, slots, rows, chance, negatives=1.2):
    pairs = chance.sample(own, len(own) // 4) + chance.sample(slots, len(slots) // 4)
    for story in stories:
        positives = sorted(story.same | set(story.conflicts))
        pairs += [story.pair(ends) for ends in positives]
        for ends in sorted(story.conflicts):
            strong = data.replace(story.pair(ends), weight=1.5)
            pairs += [strong, strong]
        pairs += [story.pair(ends) for ends in sorted(story.traps - set(story.conflicts))]
        others = [ends for ends in sorted(rows[story.name]) if ends not in story.same and ends not in story.conflicts]
        weights = np.array([rows[story.name][ends] + 0.02 for ends in others])
        count = min(len(others), int(negatives * len(positives)) + 20)
        keys = np.array([chance.random() for _ in others]) ** (1 / weights)
        pairs += [story.pair(others[i]) for i in np.argsort(-keys)[:count]]
        pairs += data.perturbed_pairs(story, chance, 6)
    names = {story.name for story in stories}
    pairs += [pair for pair in written if pair.story in names]
    chance.shuffle(pairs)
    return pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train")
    parser.add_argument("start")
    parser.add_argument("out")
    parser.add_argument("--rows", required=True)
    parser.add_argument("--slots", required=True)
    parser.add_argument("--own", required=True, help="sentences written for training")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--only", help="train these only: numbers of folds, with commas")
    parser.add_argument("--threads", type=int)
    options = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if options.threads:
        torch.set_num_threads(options.threads)
    os.makedirs(options.out, exist_ok=True)
    stories = data.stories(os.path.join(options.train, "stories"))
    written = list(data.written_pairs(os.path.join(options.train, "written", "variants.ndjson")))
    rows = candidates(options.rows)
    base = model.base_folder()
    tokens = model.tokenizer(base)
    fold_of = data.folds([story.name for story in stories])
    own = list(data.written_pairs(options.own))
    slots = [pair for pair in data.slot_pairs(options.slots) if pair.story]
    slots = few_of_a_sort(slots, random.Random(4))
    fold = lambda pair: fold_of[pair.story] if pair.story in fold_of else data.fold(pair.story)

    def trained(left_out, seed):
        judge = model.Judge(base).to(device)
        load(judge, torch.load(options.start, map_location=device))
        chance = random.Random(seed)
        kept = lambda pairs: [pair for pair in pairs if fold(pair) != left_out]
        members = [story for story in stories if fold_of[story.name] != left_out]
        model.train(judge, tokens, lambda number: epoch(members, written, kept(own), kept(slots), rows, chance), options.epochs, options.rate, seed, device)
        return judge

    paths = [os.path.join(options.out, f"fold{number}.pt") for number in range(data.FOLDS)]
    for left_out in map(int, options.only.split(",")) if options.only else range(data.FOLDS):
        start = time.time()
        judge = trained(left_out, 11 + left_out)
        torch.save(judge.state_dict(), paths[left_out])
        print(f"fold {left_out}: {time.time() - start:.0f} s", flush=True)
        report(judge, tokens, [p for p in written + own if fold(p) == left_out], [p for p in slots if fold(p) == left_out], device)
    if all(map(os.path.exists, paths)):
        torch.save(average([torch.load(path, map_location="cpu") for path in paths]), os.path.join(options.out, "all.pt"))


def average(weights):
    return {name: sum(some[name] for some in weights) / len(weights) if value.is_floating_point() else value for name, value in weights[0].items()}


def few_of_a_sort(slots, chance):
    """Names are many: of each source, sort and label as many as there are of the numbers, twice."""
    groups = collections.defaultdict(list)
    for pair in slots:
        groups[pair.source, pair.slot].append(pair)
    out = []
    for (source, _), some in sorted(groups.items()):
        numbers = source.rsplit(" ", 1)[0] + " quantity"
        most = 2 * max(len(groups.get((numbers, slot), ())) for slot in (0.0, 1.0))
        chance.shuffle(some)
        out += some[:most or FEWEST]
    return out


def report(judge, tokens, written, slots, device):
    """How well held-out pairs are told apart: area under the curve."""
    read = model.predict(judge, tokens, written, device)
    known = [(row, pair) for row, pair in zip(read, written) if pair.conflict is not None]
    print(f"written, conflict: area {area([row[1] for row, _ in known], [pair.conflict == 1 for _, pair in known]):.3f}", flush=True)
    read = model.predict(judge, tokens, slots, device)
    sorts = collections.defaultdict(list)
    for row, pair in zip(read, slots):
        for name in (pair.source, "all " + pair.source.split()[-1]):
            sorts[name].append((row[5], pair.slot))
    differ = [(row[5], pair) for row, pair in zip(read, slots) if " apart " in pair.source]
    for source in ("stories", "written"):
        for sort in ("quantity", "time", "name", "place"):
            ranked = sorted(((score, pair.slot) for score, pair in differ if pair.source.startswith(source) and pair.source.endswith(sort)), reverse=True)
            whole = sum(slot for _, slot in ranked)
            for least in (3.0, 2.0, 1.0, 0.0):
                called = [slot for score, slot in ranked if score >= least]
                print(f"  {source} {sort}: at {least} {sum(called):.0f} of {len(called)} right, of {whole:.0f} among {len(ranked)}", flush=True)
    for name, rows in sorted(sorts.items()):
        print(f"  {name} {len(rows)}: area {area([row for row, _ in rows], [slot == 1 for _, slot in rows]):.3f}", flush=True)


def area(scores, right):
    """Share of right and wrong that stand in order: the area under the curve of true against false positives."""
    ranks = np.argsort(np.argsort(scores)) + 1
    right = np.array(right, dtype=bool)
    positives, negatives = right.sum(), (~right).sum()
    return (ranks[right].sum() - positives * (positives + 1) / 2) / (positives * negatives) if positives * negatives else float("nan")


if __name__ == "__main__":
    main()
