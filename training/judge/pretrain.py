"""First half of the training: inference and same-event pairs.

    python pretrain.py PAIRS OUT [LIMIT]

PAIRS is the folder of labelled pairs, OUT the file for the weights, LIMIT a number of pairs for trying things out.
"""
import random
import sys
import time

import torch

import data
import model

if __name__ == "__main__":
    folder, out = sys.argv[1:3]
    device = "cuda" if torch.cuda.is_available() else "cpu"
    pairs = list(data.inference_pairs(folder))
    events = list(data.event_pairs(folder))
    print(len(pairs), "inference", len(events), "events", flush=True)
    chance = random.Random(5)
    base = model.base_folder()
    judge = model.Judge(base).to(device)
    tokens = model.tokenizer(base)
    pairs = [p for p in pairs if len(p.first) < 600]
    chance.shuffle(events)
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else None
    start = time.time()
    chosen = pairs + events[:16000]
    chance.shuffle(chosen)
    model.train(judge, tokens, lambda number: chosen[:limit], 2, 1e-4, 5, device, log=50)
    print("seconds", time.time() - start)
    torch.save(judge.state_dict(), out)
