"""Turns our own written stories into folders as the labelled stories are.

    python written_stories.py OUT FILE...      writes OUT/NAME/{A,B,C}.txt and gold.json for each story
    python written_stories.py --check FILE...  only counts, and tells what is not in form

A file holds stories, each of facts, and articles whose sentences tell which facts they state:

    == NAME | what happened
    2 people on board: a = 46, b = nearly fifty, c = 52
    2 a~b : "nearly fifty" rounds 46                  (two values that agree, though they look otherwise)
    2 a/c hard number : 46 on board, or 52            (two values that conflict; strength and kind)
    2a!5 : those on board, those in the water         (values of two facts that look like a conflict and are none)
    A | Outlet | 2014-03-07
    1 2a | The Marram ran aground with {2a:46 people} on board.
    - | A sentence that states none of the facts.

Sentences of two articles that name one fact state a common fact, as in the labelled stories; with values that conflict they are also
in conflict, by the words in braces.
"""
import argparse
import collections
import itertools
import json
import os
import re
import sys
from dataclasses import dataclass, field

from data import KINDS

TAG = re.compile(r"(\d+)([a-z]?)")
CLASH = re.compile(r"(\d+) ([a-z])/([a-z]) (hard|soft) ([a-z-]+) ?: ?(.+)")
AGREE = re.compile(r"(\d+) ([a-z])~([a-z]) ?: ?(.+)")
TRAP = re.compile(r"(\d+)([a-z]?)!(\d+)([a-z]?) ?: ?(.+)")
FACT = re.compile(r"(\d+) (.+)")
ARTICLE = re.compile(r"([A-C]) \| ([^|]+) \| (\d{4}-\d\d-\d\d)")
MARK = re.compile(r"\{(\d+[a-z]?):([^{}]*)\}")


@dataclass
class Written:
    name: str
    facts: dict = field(default_factory=dict)
    clashes: dict = field(default_factory=dict)  # (fact, value, value) -> (strength, kind, why)
    agreeing: dict = field(default_factory=dict)  # (fact, value, value) -> why
    traps: list = field(default_factory=list)  # (tag, tag, why)
    articles: dict = field(default_factory=dict)  # letter -> [(tags, text, {tag: words in braces})]
    faults: list = field(default_factory=list)


def read(path):
    story = letter = None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.strip()
        if not line:
            continue
        if line.startswith("=="):
            if story:
                yield story
            story, letter = Written(line[2:].split("|")[0].strip()), None
            continue
        if story is None:
            sys.exit(f"{path}:{number}: a story begins with == NAME | what happened")
        if found := ARTICLE.fullmatch(line):
            letter = found.group(1)
            story.articles[letter] = []
        elif fault := take(story, letter, line):
            story.faults.append(f"{path}:{number}: {fault}: {line[:70]}")
    if story:
        yield story


def take(story, letter, line):
    """Reads a line that is no heading; what is wrong with it."""
    if letter:
        tags, bar, text = line.partition(" | ")
        if not bar or not re.fullmatch(r"-|\d+[a-z]?( \d+[a-z]?)*", tags):
            return "not `FACTS | sentence`"
        tags = [] if tags == "-" else tags.split()
        marks = {mark.group(1): mark.group(2) for mark in MARK.finditer(text)}
        text = MARK.sub(lambda mark: mark.group(2), text)
        if "{" in text or "}" in text:
            return "a brace that marks nothing"
        story.articles[letter].append((tags, text, marks))
        if not set(marks) <= set(tags):
            return "words in braces of a fact that the sentence does not name"
    elif found := CLASH.fullmatch(line):
        fact, a, b, strength, kind, why = found.groups()
        story.clashes[(fact, *sorted((a, b)))] = strength, kind, why
        if kind not in KINDS:
            return "no such kind"
    elif found := AGREE.fullmatch(line):
        fact, a, b, why = found.groups()
        story.agreeing[(fact, *sorted((a, b)))] = why
    elif found := TRAP.fullmatch(line):
        story.traps.append((found.group(1) + found.group(2), found.group(3) + found.group(4), found.group(5)))
    elif found := FACT.fullmatch(line):
        story.facts[found.group(1)] = found.group(2)
    else:
        return "neither a fact, nor an article"
    return None


def gold(story):
    """The labels of a story: which sentences state a common fact, which conflict, which only look so."""
    same, conflicts, traps = set(), {}, {}
    named = {f"{letter}{at}": sentence for letter, sentences in sorted(story.articles.items()) for at, sentence in enumerate(sentences)}
    undeclared = set()
    for (a, first), (b, second) in itertools.combinations(named.items(), 2):
        if a[0] == b[0]:
            continue
        for one, other in itertools.product(first[0], second[0]):
            (fact, x), (of, y) = TAG.fullmatch(one).groups(), TAG.fullmatch(other).groups()
            if fact == of:
                key = (fact, *sorted((x, y)))
                same.add((a, b))
                if x == y:
                    continue
                if key in story.agreeing:
                    traps[a, b] = trap(a, b, first, second, one, other, story.agreeing[key])
                elif key in story.clashes:
                    strength, kind, why = story.clashes[key]
                    words = first[2].get(one), second[2].get(other)
                    if None in words:
                        story.faults.append(f"{story.name}: {a}/{b}: no words in braces for {one if words[0] is None else other}")
                        words = (first[1], second[1])
                    conflicts.setdefault((a, b), {"a": a, "b": b, "a_span": words[0], "b_span": words[1], "kind": kind, "strength": strength, "why": why})
                else:
                    undeclared.add(f"{story.name}: fact {fact}: do {x or '(none)'} and {y or '(none)'} agree or conflict?")
            for left, right, why in story.traps:
                if {one, other} == {left, right}:
                    traps[a, b] = trap(a, b, first, second, one, other, why)
    story.faults += sorted(undeclared)
    story.faults += sorted({f"{story.name}: fact {TAG.match(tag).group(1)} is not told" for tags, _, _ in named.values() for tag in tags if TAG.match(tag).group(1) not in story.facts})
    shared = {end for pair in same for end in pair}
    return {
        "same": sorted(same), "same_optional": [], "conflicts": [conflicts[pair] for pair in sorted(conflicts)], "conflicts_optional": [],
        "internal": [], "unique": [end for end in named if end not in shared], "unique_optional": [],
        "traps": [traps[pair] for pair in sorted(traps) if pair not in conflicts],
    }


def trap(a, b, first, second, one, other, why):
    return {"a": a, "b": b, "a_span": first[2].get(one, ""), "b_span": second[2].get(other, ""), "why": why}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    out, files = (None, options.files) if options.check else (options.files[0], options.files[1:])
    kinds, total, faults = collections.Counter(), collections.Counter(), []
    for path in files:
        for story in read(path):
            labels = gold(story)
            faults += story.faults
            if sorted(story.articles) != ["A", "B", "C"]:
                faults.append(f"{story.name}: not three articles")
            sentences = sum(map(len, story.articles.values()))
            kinds.update((pair["kind"], pair["strength"]) for pair in labels["conflicts"])
            counts = {"stories": 1, "sentences": sentences, "same": len(labels["same"]), "conflicts": len(labels["conflicts"]), "traps": len(labels["traps"])}
            total.update(counts)
            if options.check:
                print(story.name, *(f"{name} {count}" for name, count in counts.items() if name != "stories"))
            else:
                folder = os.path.join(out, story.name)
                os.makedirs(folder, exist_ok=True)
                for letter, written in story.articles.items():
                    with open(os.path.join(folder, letter + ".txt"), "w", encoding="utf-8") as file:
                        file.write("\n".join(text for _, text, _ in written) + "\n")
                with open(os.path.join(folder, "gold.json"), "w", encoding="utf-8") as file:
                    json.dump(labels, file)
    print(*(f"{name} {count}" for name, count in total.items()), dict(kinds))
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
