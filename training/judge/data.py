"""Reads what the neural judge learns from: pairs of sentences with what is known of them.

Of each pair any of these may be known (None where not): `same` (they state a common fact), `conflict` (they cannot both
be so), `forward` and `backward` (the first entails the second, the second the first), and of a conflict whether it is hard,
its kind, and the clashing words on both sides as character spans.
"""
import glob
import json
import os
import random
import re
import zlib
from dataclasses import dataclass, replace


KINDS = ("number", "date-time", "place", "name", "polarity", "antonym", "modality", "attribution", "quote", "cause", "other")


@dataclass(frozen=True)
class Pair:
    first: str
    second: str
    same: float | None = None
    conflict: float | None = None
    forward: float | None = None
    backward: float | None = None
    hard: float | None = None  # of a conflict: it cannot both be so, rather than sit ill together
    kind: str | None = None  # of a conflict
    spans: tuple | None = None  # ((start, end) in first, (start, end) in second)
    weight: float = 1.0
    slot: float | None = None  # the masked values of both are of the same thing
    source: str = ""  # what data it is of; of masked values also how they are labelled
    story: str = ""
    ends: tuple = ()  # names of the two sentences in their story

    def swapped(self):
        return replace(
            self, first=self.second, second=self.first, forward=self.backward, backward=self.forward,
            spans=self.spans and (self.spans[1], self.spans[0]),
        )


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def inference_pairs(folder):
    """Natural-language inference: what is entailed is stated, what contradicts is in conflict.

    Claims of VitaminC are made for their evidence, so that a refuted one speaks of the same fact, and one that the evidence
    does not settle may.
    """
    names = ("mnli-dev", "snli-dev", "cad-snli-train", "conjnli-adversarial-train", "commitment-fracas", "vitaminc-real")
    for name in names:
        told = {"entailment": 1.0, "contradiction": 1.0} if name == "vitaminc-real" else {"entailment": 1.0, "neutral": 0.0}
        for line in lines(os.path.join(folder, name + ".ndjson")):
            label = line["label"]
            yield Pair(
                line["a"].strip(), line["b"].strip(),
                same=told.get(label),
                conflict=float(label == "contradiction"),
                forward=float(label == "entailment"),
                backward=0.0 if label == "contradiction" else None,
                source=name,
            )


def event_pairs(folder):
    """Sentences of two reports that mention one event, or do not."""
    for line in lines(os.path.join(folder, "ecb-same-event.ndjson")):
        detached = lambda text: re.sub(r" (n't|'s|'re|'ve|'ll|[.,;:?!)])", r"\1", text.replace("`` ", "\"").replace(" ''", "\""))
        yield Pair(detached(line["a"]), detached(line["b"]), same=float(line["label"] == "same-event"), conflict=0.0)


def slot_pairs(path):
    """Sentences with one value masked in each, as `slots.py` writes them."""
    for line in lines(path):
        source = " ".join(line[name] for name in ("source", "label", "how", "sort"))
        yield Pair(line["first"], line["second"], slot=float(line["slot"]), source=source, story=line["story"])


def find(text, span):
    at = text.find(span)
    return (at, at + len(span)) if at >= 0 and span else None


def both(first, second):
    return (first, second) if first and second else None


class Story:
    def __init__(self, folder):
        self.name = os.path.basename(folder)
        self.sentences = {}
        for path in sorted(glob.glob(os.path.join(folder, "?.txt"))):
            letter = os.path.basename(path)[0]
            for number, text in enumerate(open(path, encoding="utf-8").read().split("\n")):
                if text.strip():
                    self.sentences[f"{letter}{number}"] = text.strip()
        self.gold = json.load(open(os.path.join(folder, "gold.json"), encoding="utf-8"))
        ends = lambda pair: tuple(sorted((pair["a"], pair["b"]) if isinstance(pair, dict) else pair))
        self.same = {ends(pair) for pair in self.gold["same"]}
        self.aside = {ends(pair) for pair in self.gold["same_optional"]} - self.same
        self.conflicts = {}
        for pair in self.gold["conflicts"]:
            self.conflicts.setdefault(ends(pair), pair)
        self.conflicts_aside = {ends(pair) for pair in self.gold["conflicts_optional"]} - set(self.conflicts)
        self.traps = {ends(pair) for pair in self.gold["traps"]}

    def pair(self, ends):
        ends = tuple(sorted(ends))
        spans = None
        gold = self.conflicts.get(ends)
        if gold:
            names = {gold["a"]: gold["a_span"], gold["b"]: gold["b_span"]}
            spans = both(*(find(self.sentences[end], names[end]) for end in ends))
        return Pair(
            *(self.sentences[end] for end in ends),
            same=None if ends in self.aside else float(ends in self.same),
            conflict=None if ends in self.conflicts_aside else float(gold is not None),
            hard=gold and float(gold["strength"] == "hard"), kind=gold and gold["kind"].replace("_", "-"), spans=spans, source="stories", story=self.name, ends=ends,
        )


def stories(folder):
    return [Story(path) for path in sorted(glob.glob(os.path.join(folder, "*"))) if os.path.isdir(path)]


FOLDS = 3


def folds(names, count=FOLDS):
    """Fold of each story, the same in every run."""
    order = sorted(names, key=lambda name: (zlib.crc32(name.encode()), name))
    return {name: number % count for number, name in enumerate(order)}


def fold(name):
    """Fold of what is written for training alone."""
    return zlib.crc32(name.encode()) % FOLDS


def held_out(stories, folder, names):
    """A folder with some of the stories."""
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(folder):
        os.unlink(os.path.join(folder, name))
    for name in sorted(names):
        os.symlink(os.path.abspath(os.path.join(stories, name)), os.path.join(folder, name))


def written_pairs(path):
    """A sentence with what another outlet might have written of it."""
    for line in lines(path):
        story = line["id"].split("/")[0]
        text = line["s"]
        yield Pair(text, line["agree"], same=1.0, conflict=0.0, source="written", story=story)
        yield Pair(
            text, line["conflict"], same=1.0, conflict=1.0, story=story,
            hard=float(line["strength"] == "hard"), kind=line["kind"].replace("_", "-"),
            spans=both(find(text, line["s_span"]), find(line["conflict"], line["c_span"])), source="written",
        )
        yield Pair(text, line["trap"], same=None, conflict=0.0, source="written-trap", story=story)
        if "apart" in line:
            yield Pair(text, line["apart"], same=0.0, conflict=0.0, source="written", story=story)


NUMBER = re.compile(r"\b\d[\d,]*(?:\.\d+)?\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens|hundreds|thousands)\b", re.I)
WORDS = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()
DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")
DAYS = [day + "day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")]
MONTHS = "January February March April June July August September October November December".split()
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*")
DENIED = re.compile(r"\b(is|was|were|are|has|had|will|did|would|can|could)\b(?! not)")


def other_number(text, chance):
    if text.lower() in WORDS:
        other = chance.choice([word for word in WORDS if word != text.lower()])
        return other.capitalize() if text[0].isupper() else other
    if not text[0].isdigit():
        return chance.choice([word for word in ("dozens", "hundreds", "thousands") if word != text.lower()])
    value = float(text.replace(",", ""))
    if 1900 < value < 2100 and "," not in text and "." not in text:
        return str(int(value) + chance.choice([-3, -2, -1, 1, 2, 3]))
    factor = chance.choice([0.3, 0.5, 0.7, 1.4, 1.6, 2, 3, 10])
    new = value * factor
    if "." in text:
        new = f"{new:.1f}"
    else:
        new = int(new) if int(new) != value else int(value) + 1
        new = f"{new:,}" if "," in text else str(new)
    return new if new != text else str(int(value) + 1)


def perturbed_pairs(story, chance, per_story=40):
    """Pairs with a common fact, one value of which both sentences hold, with that value changed in one of them."""
    names = sorted({m.group() for text in story.sentences.values() for m in NAME.finditer(text)})
    made = []
    for ends in sorted(story.same - set(story.conflicts) - story.traps):
        first, second = (story.sentences[end] for end in ends)
        if chance.random() < 0.5:
            first, second = second, first
        options = []
        for kind, pattern, change in (
            ("number", NUMBER, lambda text: other_number(text, chance)),
            ("date-time", DAY, lambda text: chance.choice([day for day in (DAYS if text in DAYS else MONTHS) if day != text])),
            ("name", NAME, lambda text: chance.choice([name for name in names if not set(name.split()) & set(text.split())] or [text])),
        ):
            for match in pattern.finditer(second):
                if match.group() in first:
                    options.append((kind, match, change))
        if options:
            kind, match, change = chance.choice(options)
            new = change(match.group())
            if new == match.group():
                continue
            changed = second[:match.start()] + new + second[match.end():]
            changed = changed if chance.random() < 0.8 else changed.replace(match.group(), new)
            spans = both(find(first, match.group()), (match.start(), match.start() + len(new)))
        else:
            kind, match = "polarity", DENIED.search(second)
            if not match or chance.random() < 0.6:
                continue
            changed = second[:match.end()] + " not" + second[match.end():]
            spans = None
        made.append(Pair(first, changed, same=1.0, conflict=1.0, hard=1.0, kind=kind, spans=spans, weight=0.7, story=story.name))
    chance.shuffle(made)
    return made[:per_story]
