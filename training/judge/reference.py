"""What the shipped files say of pairs, computed apart from the program: `python reference.py DATA PAIRS.tsv > REFERENCE`.

PAIRS holds two sentences a line; the output adds what the encoder makes of them. Where both have a value in braces, the values are hidden and
the output adds whether they fill one slot. The program's tests compare.
"""
import sys

import numpy as np
import onnxruntime
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

SLOT = 3  # its place among the heads
folder, path = sys.argv[1:3]
pieces = open(f"{folder}/vocabulary.txt", encoding="utf-8").read().splitlines()
number = {piece: at for at, piece in enumerate(pieces)}
tokens = Tokenizer(models.WordPiece(number, unk_token="[UNK]", max_input_chars_per_word=100))
tokens.normalizer = normalizers.BertNormalizer()
tokens.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
table = np.fromfile(f"{folder}/words.bin", dtype=[("scale", "<f4"), ("row", "i1", 384)])
plain = onnxruntime.SessionOptions()
# as written: optimised, the products would be summed in eight bits
plain.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
graph = onnxruntime.InferenceSession(f"{folder}/encoder.onnx", plain)


def pieces_of(text):
    """Numbers of the pieces; what stands in braces is hidden."""
    before, brace, rest = text.partition("{")
    if not brace:
        return tokens.encode(text).ids
    return [*tokens.encode(before).ids, number["[MASK]"], *tokens.encode(rest.partition("}")[2]).ids]


for line in open(path, encoding="utf-8"):
    given = line.rstrip("\n").split("\t")[:2]
    a, b = sorted(given, key=lambda text: text.replace("{", "").replace("}", "").encode())
    first, second = pieces_of(a), pieces_of(b)
    assert len(first) + len(second) <= 125, "too long for a reference"
    ids = [number["[CLS]"], *first, number["[SEP]"], *second, number["[SEP]"]]
    rows = (table["row"][ids] * table["scale"][ids][:, None]).astype(np.float32)
    sides = np.array([0] * (len(first) + 2) + [1] * (len(second) + 1), dtype=np.int64)
    heads, _ = graph.run(None, {"rows": rows[None], "sides": sides[None]})
    shown = [heads[0][SLOT]] if "{" in a else [*heads[0][:SLOT], *heads[0][SLOT + 1:]]
    print("\t".join([*given, *(f"{value:.5f}" for value in shown)]))
