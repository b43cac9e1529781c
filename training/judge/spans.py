"""How well the encoder points at the clashing words: `python spans.py TRAIN ENCODERS`, on stories that it has not seen.

Prints, for each margin, the overlap F1 in characters of the likeliest word and its neighbours that are less likely by no more
than the margin (log odds) with the labelled words. The program's margin is `ALIKE` in `src/judge/reading.rs`.
"""
import os
import sys

import torch

import data
import model


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


def main():
    train, encoders = sys.argv[1:3]
    stories = data.stories(os.path.join(train, "stories"))
    fold_of = data.folds([story.name for story in stories])
    tokens = model.tokenizer(model.base_folder())
    margins = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 99.0)  # the last: the whole sentence
    total = dict.fromkeys(margins, 0.0)
    count = 0
    for fold in range(data.FOLDS):
        judge = model.Judge(model.base_folder())
        judge.load_state_dict(torch.load(os.path.join(encoders, f"fold{fold}.pt"), map_location="cpu"))
        judge.eval()
        held = [story for story in stories if fold_of[story.name] == fold]
        pairs = [story.pair(ends) for story in held for ends in sorted(story.conflicts)]
        for pair in (pair for pair in pairs if pair.spans):
            encoded = model.encode(tokens, [pair])
            with torch.no_grad():
                _, _, odds = judge(model.collate(encoded, [0]))
            for side, text in enumerate((pair.first, pair.second)):
                found = words(text, encoded["offset_mapping"][0], encoded.sequence_ids(0), odds[0].tolist(), side)
                gold = set(range(*pair.spans[side]))
                count += 1
                for margin in margins:
                    own = set(range(*pointed_at(found, margin)))
                    total[margin] += 2 * len(own & gold) / (len(own) + len(gold))
    for margin in margins:
        print(f"margin {margin}: overlap F1 {total[margin] / count:.3f} on {count} spans")


if __name__ == "__main__":
    main()
