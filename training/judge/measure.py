"""What the encoder alone is worth on stories that it has not seen: `python measure.py TRAIN ENCODERS ROWS`.

Prints the best F1 on pairs of sentences with a common fact and in conflict, among the candidates in ROWS (as `training_rows`
prints them); the area under the curve on conflicts among written variants; and, for each margin, the overlap F1 in characters
of the likeliest clashing word and its neighbours that are less likely by no more than the margin (log odds) with the labelled
words. The program's margin is `ALIKE` in `src/judge/reading.rs`.
"""
import os
import sys

import numpy as np
import torch

import data
import model
from stories import area, candidates


def words(text, offsets, sides, odds, side):
    """Start, end and log odds of each word: a word is what stands between spaces or signs."""
    found = []
    for (start, end), own, value in zip(offsets, sides, odds):
        if own == side:
            if found and start == found[-1][1] and text[start - 1:start].isalnum() and text[start:start + 1].isalnum():
                found[-1] = (found[-1][0], end, max(found[-1][2], value))
            else:
                found.append((start, end, value))
    return found


def pointed_at(found, margin):
    best = max(range(len(found)), key=lambda at: (found[at][2], -at))
    first = last = best
    while first > 0 and found[first - 1][2] >= found[best][2] - margin:
        first -= 1
    while last + 1 < len(found) and found[last + 1][2] >= found[best][2] - margin:
        last += 1
    return found[first][0], found[last][1]


MARGINS = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 99.0)  # the last: the whole sentence


def best_f1(scores, right, total):
    order = np.argsort(-np.array(scores))
    hits = np.array(right, dtype=float)[order].cumsum()
    return max(2 * hits / (np.arange(1, len(order) + 1) + total))


def overlaps(judge, tokens, pair):
    """For each side, the overlap at each margin."""
    encoded = model.encode(tokens, [pair])
    with torch.no_grad():
        _, _, odds = judge(model.collate(encoded, [0]))
    for side, text in enumerate((pair.first, pair.second)):
        found = words(text, encoded["offset_mapping"][0], encoded.sequence_ids(0), odds[0].tolist(), side)
        gold = set(range(*pair.spans[side]))
        own = [set(range(*pointed_at(found, margin))) for margin in MARGINS]
        yield [2 * len(some & gold) / (len(some) + len(gold)) for some in own]


def main():
    train, encoders, rows = sys.argv[1:4]
    stories = data.stories(os.path.join(train, "stories"))
    written = list(data.written_pairs(os.path.join(train, "written", "variants.ndjson")))
    rows = candidates(rows)
    fold_of = data.folds([story.name for story in stories])
    tokens = model.tokenizer(model.base_folder())
    pairs, heads, variants, of_variants, spans = [], [], [], [], []
    for fold in range(data.FOLDS):
        judge = model.Judge(model.base_folder())
        judge.load_state_dict(torch.load(os.path.join(encoders, f"fold{fold}.pt"), map_location="cpu"))
        judge.eval()
        in_order = lambda pair: pair if pair.first <= pair.second else pair.swapped()
        held = [story for story in stories if fold_of[story.name] == fold]
        some = [in_order(story.pair(ends)) for story in held for ends in sorted(rows[story.name])]
        pairs += some
        heads.append(model.predict(judge, tokens, some, "cpu"))
        some = [in_order(pair) for pair in written if fold_of.get(pair.story) == fold]
        variants += some
        of_variants.append(model.predict(judge, tokens, some, "cpu"))
        for story in held:
            for pair in (story.pair(ends) for ends in sorted(story.conflicts)):
                spans += overlaps(judge, tokens, pair) if pair.spans else []
    heads, of_variants = np.concatenate(heads), np.concatenate(of_variants)
    for name, column in (("same", 0), ("conflict", 1)):
        known = [(row[column], getattr(pair, name)) for pair, row in zip(pairs, heads) if getattr(pair, name) is not None]
        total = sum(len(story.same if name == "same" else story.conflicts) for story in stories)
        print(f"{name}: best F1 {best_f1([score for score, _ in known], [label == 1 for _, label in known], total):.3f}")
    print(f"written variants, conflict: area {area(of_variants[:, 1], [pair.conflict == 1 for pair in variants]):.3f}")
    for margin, overlap in zip(MARGINS, np.mean(spans, axis=0)):
        print(f"margin {margin}: overlap F1 {overlap:.3f} on {len(spans)} spans")


if __name__ == "__main__":
    main()
