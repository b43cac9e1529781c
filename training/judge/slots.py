"""Pairs of values and whether they fill one slot: do the two sentences give the same number, day, name or place of the same thing?

    python slots.py TRAIN WRITTEN OUT --rows ROWS [--program target/release/storydiff]

Both values are masked, so that the encoder learns what they are of and never sees what they are: that is compared by the
program. Values that are equal in two sentences on one fact fill one slot, and so do the clashing values of a labelled conflict.
Values that are apart where no conflict is labelled fill two.
"""
import argparse
import json
import os
import random
import subprocess
from dataclasses import dataclass

import data
import stories

MASK = "[MASK]"
MOST = 3  # pairs of values of one sort and label that are taken from a pair of sentences


@dataclass(frozen=True)
class Value:
    start: int  # bytes
    end: int
    sort: str
    value: dict
    text: str


def values(comparison, article, text):
    """The values of one of two texts."""
    found = {}
    for claim in comparison["claims"]:
        if claim["article"] != article:
            continue
        for fact in claim["facts"]:
            span, kind = fact["span"], fact["kind"]
            if text[span["start"]:span["end"]].decode("utf-8", "replace") != fact["text"]:
                continue
            if kind == "quantity" and fact["value"]["measure"] in ("label", "ordinal", "odds"):
                continue
            if "entity" in fact["value"]:
                kind = "place" if kind == "place" else "name"
            if kind in ("quantity", "time", "name", "place"):
                found[span["start"]] = Value(span["start"], span["end"], kind, fact["value"], fact["text"])
    return [found[start] for start in sorted(found)]


def relation(a, b):
    """equal, apart, or None when that is not sure"""
    x, y = a.value, b.value
    if a.sort != b.sort:
        return None
    if a.sort == "quantity":
        if x["measure"] != y["measure"] or x["unit"] != y["unit"]:
            return None
        if x["nominal"] is not None and x["nominal"] == y["nominal"]:
            return "equal"
        low, high = x["interval"], y["interval"]
        below = lambda p, q: p["high"] is not None and q["low"] is not None and p["high"] < q["low"]
        return "apart" if below(low, high) or below(high, low) else None
    if a.sort == "time":
        shared = [(key, x["parts"][key], y["parts"][key]) for key in ("year", "month", "day", "weekday", "clock")
                  if x["parts"].get(key) is not None and y["parts"].get(key) is not None]
        if not shared:
            return None
        near = lambda key, p, q: abs(p - q) < 30 if key == "clock" else p == q
        return "equal" if all(near(*one) for one in shared) else "apart"
    if x["entity"] == y["entity"]:
        return "equal"
    words = lambda value: set(value["canonical"].lower().split())
    return "apart" if not words(x) & words(y) else None


def masked(text, value):
    return (text[:value.start].decode() + MASK + text[value.end:].decode())


def overlaps(value, span):
    return value.start < span[1] and span[0] < value.end


def pairs_of(first, second, comparison, label, spans, chance):
    """(masked, masked, sort, equal or apart, 1 or 0): label is same, apart, conflict, refuted; spans are bytes of the clashing words."""
    ours, theirs = values(comparison, "A", first), values(comparison, "B", second)
    relations = {(x, y): relation(a, b) for x, a in enumerate(ours) for y, b in enumerate(theirs)}
    met = ({x for (x, _), how in relations.items() if how == "equal"}, {y for (_, y), how in relations.items() if how == "equal"})
    out = {}
    apart = [key for key, how in relations.items() if how == "apart"]
    for (x, y), how in relations.items():
        a, b = ours[x], theirs[y]
        slot = None
        if how == "equal":
            slot = 1 if label in ("same", "conflict", "refuted") else None
        elif how == "apart":
            if label == "conflict":
                inside = overlaps(a, spans[0]) + overlaps(b, spans[1]) if spans else None
                slot = 1 if inside == 2 else 0 if inside is not None else None
            elif label == "refuted":
                alone = len([k for k in apart if ours[k[0]].sort == a.sort]) == 1
                slot = 1 if alone and a.sort in ("quantity", "time") else 0 if x in met[0] or y in met[1] else None
            else:
                slot = 0
        if slot is not None:
            out.setdefault((a.sort, slot), []).append((masked(first, a), masked(second, b), a.sort, how, slot))
    for found in out.values():
        chance.shuffle(found)
        yield from found[:MOST]


def compared(program, texts):
    """What the program finds in pairs of texts, in order."""
    line = lambda n, pair: json.dumps({"id": str(n), "articles": [{"id": "A", "text": pair[0]}, {"id": "B", "text": pair[1]}]}) + "\n"
    given = "".join(line(n, pair) for n, pair in enumerate(texts)).encode()
    out = subprocess.run([program, "batch", "--judge", "fast"], input=given, stdout=subprocess.PIPE).stdout
    found = {}
    for answer in out.splitlines():
        answer = json.loads(answer)
        if "claims" in answer:
            found[int(answer["id"])] = answer
    return found


def asked(train, written, rows, chance):
    """Pairs of sentences with label, spans and what they are of."""
    for story in data.stories(os.path.join(train, "stories")):
        for ends in sorted(story.same | set(story.conflicts) | story.traps):
            pair = story.pair(ends)
            label = "conflict" if ends in story.conflicts else "same" if ends in story.same else "apart"
            if ends not in story.conflicts_aside and (label != "apart" or ends not in story.aside):
                yield pair, label
        others = sorted((ends for ends in rows[story.name] if ends not in story.same | set(story.conflicts) | story.traps | story.aside | story.conflicts_aside),
                        key=lambda ends: -rows[story.name][ends])
        for ends in others[:120]:
            yield story.pair(ends), "apart"
    for path in written:
        for pair in data.written_pairs(path):
            yield pair, "conflict" if pair.conflict else "same" if pair.same else "apart"
    inference = [p for p in data.inference_pairs(os.path.join(train, "pairs")) if len(p.first) < 420]
    for pair in inference:
        if pair.source == "vitaminc-real":
            if pair.forward or pair.conflict:
                yield pair, "same" if pair.forward else "refuted"
        elif pair.forward:
            yield pair, "same"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train")
    parser.add_argument("written", nargs="+")
    parser.add_argument("--out", required=True)
    parser.add_argument("--rows", required=True)
    parser.add_argument("--program", default="target/release/storydiff")
    options = parser.parse_args()
    chance = random.Random(9)
    pairs = list(asked(options.train, options.written, stories.candidates(options.rows), chance))
    found = compared(options.program, [(pair.first, pair.second) for pair, _ in pairs])
    count = {}
    with open(options.out, "w", encoding="utf-8") as file:
        for at, (pair, label) in enumerate(pairs):
            if at not in found:
                continue
            texts = [pair.first.encode(), pair.second.encode()]
            spans = None
            if pair.spans and pair.kind in ("number", "date-time", "name", "place", "polarity", "attribution"):
                place = lambda text, span: (len(text[:span[0]].encode()), len(text[:span[1]].encode()))
                spans = place(pair.first, pair.spans[0]), place(pair.second, pair.spans[1])
            for first, second, sort, how, slot in pairs_of(*texts, found[at], label, spans, chance):
                key = (pair.source, label, sort, slot)
                count[key] = count.get(key, 0) + 1
                line = {"first": first, "second": second, "sort": sort, "how": how, "slot": slot, "story": pair.story, "source": pair.source, "label": label}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    for key in sorted(count):
        print(*key, count[key])


if __name__ == "__main__":
    main()
