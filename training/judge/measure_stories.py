"""How right the program is on stories: `python measure_stories.py STORIES [--program target/release/storydiff] [--judge neural] [--sensitivity normal]`.

STORIES holds a folder a story: articles `A.txt`, `B.txt`, ... of one sentence a line, and `gold.json`; `written_stories.py` makes them of
our own stories. A claim belongs to the sentence that its middle stands in; two sentences meet when claims of both stand in one finding,
and are called a conflict when the finding names one between claims of both.
"""
import argparse
import collections
import glob
import itertools
import json
import os
import subprocess
import sys

import data


def line_of(text, span):
    return text[:(span["start"] + span["end"]) // 2].count(b"\n")


def called(folder, options):
    """Pairs of sentences that meet, and those in conflict with the kind."""
    paths = sorted(glob.glob(os.path.join(folder, "?.txt")))
    command = [options.program, "compare", "--format", "json", "--judge", options.judge, "--sensitivity", options.sensitivity, *paths]
    run = subprocess.run(command, stdout=subprocess.PIPE)
    if run.returncode not in (0, 1):
        sys.exit(f"{folder}: {options.program} ended with {run.returncode}")
    told = json.loads(run.stdout)
    texts = {article["id"]: open(path, "rb").read() for article, path in zip(told["articles"], paths)}
    place = {claim["id"]: f"{claim['article']}{line_of(texts[claim['article']], claim['span'])}" for claim in told["claims"]}
    met, conflicts = set(), {}
    for finding in told["findings"]:
        ends = sorted({place[claim] for claim in finding["claims"]})
        met.update(pair for pair in itertools.combinations(ends, 2) if pair[0][0] != pair[1][0])
        for conflict in finding["conflicts"]:
            pair = tuple(sorted((place[conflict["a"]["claim"]], place[conflict["b"]["claim"]])))
            conflicts[pair] = conflict["kind"]
    return met, conflicts


def rates(right, called, whole):
    return f"P {right / max(1, called):.3f} R {right / max(1, whole):.3f} ({right} of {called} right, of {whole})"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories")
    parser.add_argument("--program", default="target/release/storydiff")
    parser.add_argument("--judge", default="neural", choices=("fast", "neural"))
    parser.add_argument("--sensitivity", default="normal", choices=("low", "normal", "high"))
    options = parser.parse_args()
    stories = data.stories(options.stories)
    if not stories:
        sys.exit(f"{options.stories} holds no stories; written_stories.py makes them")
    count, kinds = collections.Counter(), collections.defaultdict(collections.Counter)
    for story in stories:
        met, conflicts = called(os.path.join(options.stories, story.name), options)
        traps = story.traps - set(story.conflicts)
        judged = {pair: kind for pair, kind in conflicts.items() if pair not in story.conflicts_aside}
        count.update(met_right=len(met & story.same), met=len(met - story.aside), same=len(story.same))
        count.update(right=len(set(judged) & set(story.conflicts)), called=len(judged), conflicts=len(story.conflicts))
        count.update(fallen=len(set(judged) & traps), traps=len(traps), among=len(met & set(story.conflicts)))
        for pair, kind in judged.items():
            kinds[kind.replace("_", "-")].update(called=1, right=int(pair in story.conflicts))
    print("common facts", rates(count["met_right"], count["met"], count["same"]))
    print("conflicts", rates(count["right"], count["called"], count["conflicts"]), f"{count['among']} of them meet in a finding")
    print(f"traps {count['fallen']} of {count['traps']}")
    print("called, by kind:", ", ".join(f"{kind} {some['right']} of {some['called']} right" for kind, some in sorted(kinds.items())))


if __name__ == "__main__":
    main()
