"""Claims and evidence of VitaminC in the form of the other pairs: `python vitaminc.py test.jsonl > TRAIN/pairs/vitaminc-real.ndjson`.

test.jsonl is that of the real half (revisions of Wikipedia, 34,481 lines), which the authors give beside the whole data set
(Schuster, Fisch and Barzilay 2021, <https://github.com/TalSchuster/VitaminC>; CC BY-SA 3.0). Its made-up half is left aside: it is of
FEVER, and so is what conflicts are measured on.
"""
import json
import re
import sys

LABELS = {"SUPPORTS": "entailment", "REFUTES": "contradiction", "NOT ENOUGH INFO": "neutral"}
LONGEST = 420  # letters of both: more are lists


def joined(text):
    """Words as they are written, not cut up."""
    text = text.replace("\ufffd", " ").replace("-LRB-", "(").replace("-RRB-", ")").replace("``", '"').replace("''", '"')
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" (n't|'s|'re|'ve|'ll|'m|'d|[.,;:?!)\]%])", r"\1", text)
    return re.sub(r"([(\[$£€]) ", r"\1", text).strip()


for line in open(sys.argv[1], encoding="utf-8"):
    line = json.loads(line)
    a, b = joined(line["evidence"]), joined(line["claim"])
    if len(a) + len(b) <= LONGEST:
        print(json.dumps({"a": a, "b": b, "label": LABELS[line["label"]]}))
