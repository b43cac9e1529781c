"""First half of the training: inference and same-event pairs, then pairs of masked values.

    python pretrain.py PAIRS SLOTS OUT [--limit PAIRS] [--start WEIGHTS]

PAIRS is the folder of labelled pairs, SLOTS the file that `slots.py` writes, OUT the file for the weights. --start goes on from the weights
of the first pass; --limit is for trying things out.
"""
import argparse
import collections
import random
import time

import torch

import data
import model

EVENTS = 12_000
SLOTS = {"quantity": 4_000, "time": 4_000, "place": 1_000, "name": 500}  # masked values of one source and label
AGAIN = 4_000  # inference pairs of the second pass


def load(judge, weights):
    """Takes over what the weights know; heads that they lack start anew."""
    own = judge.state_dict()
    for name, value in weights.items():
        if own[name].shape == value.shape:
            own[name] = value
        else:
            own[name][:len(value)] = value
    judge.load_state_dict(own)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs")
    parser.add_argument("slots")
    parser.add_argument("out")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--start")
    options = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    chance = random.Random(5)
    inference = [p for p in data.inference_pairs(options.pairs) if len(p.first) < 600]
    events = list(data.event_pairs(options.pairs))
    slots = collections.defaultdict(list)
    for pair in data.slot_pairs(options.slots):
        if not pair.story:
            slots[pair.source, pair.slot].append(pair)
    for some in (inference, events, *slots.values()):
        chance.shuffle(some)
    base = model.base_folder()
    judge = model.Judge(base).to(device)
    tokens = model.tokenizer(base)
    start = time.time()

    def run(chosen, rate, seed):
        chance.shuffle(chosen)
        print(len(chosen), "pairs", flush=True)
        model.train(judge, tokens, lambda number: chosen[:options.limit], 1, rate, seed, device, log=50)
        torch.save(judge.state_dict(), options.out)
        print(f"{time.time() - start:.0f} s", flush=True)

    if options.start:
        load(judge, torch.load(options.start, map_location=device))
    else:
        run(inference + events[:EVENTS], 1e-4, 5)
    run([pair for (source, _), some in slots.items() for pair in some[:SLOTS[source.split()[-1]]]] + inference[:AGAIN], 1e-4, 6)


if __name__ == "__main__":
    main()
