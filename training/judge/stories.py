"""Second half of the training: the labelled stories, written variants and changed pairs.

    python stories.py TRAIN START OUT --rows ROWS

Trains one judge for each fold of the stories (for what it believes of stories it did not see) and one on all of them.
ROWS are the candidates of alignment, as `training_rows` prints them: negatives are drawn from them.
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

COSINE = 26  # sentence.cosine among the figures of a row


def candidates(path):
    """Pairs of sentences that alignment looks at, with how much their words overlap."""
    found = collections.defaultdict(dict)
    for line in open(path):
        story, a, b, *figures = line.rstrip("\n").split("\t")
        ends = tuple(sorted((a, b)))
        found[story][ends] = max(found[story].get(ends, 0.0), float(figures[COSINE]))
    return found


def epoch(stories, written, rows, chance, negatives=2.2):
    pairs = []
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
        pairs += data.perturbed_pairs(story, chance, 25)
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
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--only", type=int, help="train this fold only")
    options = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    os.makedirs(options.out, exist_ok=True)
    stories = data.stories(os.path.join(options.train, "stories"))
    written = list(data.written_pairs(os.path.join(options.train, "written", "variants.ndjson")))
    rows = candidates(options.rows)
    base = model.base_folder()
    tokens = model.tokenizer(base)
    fold_of = data.folds([story.name for story in stories])

    def trained(members, seed):
        judge = model.Judge(base).to(device)
        known = torch.load(options.start, map_location=device)
        own = judge.state_dict()
        # the first half had no conflicts of news: their kind and strength are learned here
        judge.load_state_dict({name: known[name] if name in known and known[name].shape == own[name].shape else value for name, value in own.items()})
        with torch.no_grad():
            judge.pair.weight[:4] = known["pair.weight"][:4]
            judge.pair.bias[:4] = known["pair.bias"][:4]
        chance = random.Random(seed)
        model.train(judge, tokens, lambda number: epoch(members, written, rows, chance), options.epochs, options.rate, seed, device)
        return judge

    for fold in range(data.FOLDS):
        if options.only is not None and fold != options.only:
            continue
        start = time.time()
        judge = trained([story for story in stories if fold_of[story.name] != fold], 11 + fold)
        torch.save(judge.state_dict(), os.path.join(options.out, f"fold{fold}.pt"))
        print(f"fold {fold}: {time.time() - start:.0f} s", flush=True)
    if options.only is None:
        judge = trained(stories, 3)
        torch.save(judge.state_dict(), os.path.join(options.out, "all.pt"))


if __name__ == "__main__":
    main()
