"""Writes the judge as the program reads it: a graph of eight-bit weights without its table of words, the table, and the vocabulary.

    python export.py WEIGHTS OUT --train TRAIN

Only those pieces of words are kept that the training texts hold (and every piece of one letter, so that any word can be
spelled); a word whose piece is gone is spelled with smaller ones.
"""
import argparse
import collections
import os

import numpy as np
import onnx
import torch
from torch import nn

import data
import model

KEPT = 12000  # pieces of words


class Graph(nn.Module):
    """The encoder from rows of the table of words on; what it makes of the pair, and the words that clash."""

    def __init__(self, judge):
        super().__init__()
        self.judge = judge

    def forward(self, rows, sides):
        hidden = self.judge.encoder(inputs_embeds=rows, token_type_ids=sides).last_hidden_state
        start = hidden[:, 0]
        pair = self.judge.pair(start)
        return torch.cat([pair[:, [0, 1, 4, 5]], self.judge.kind(start)], dim=1), self.judge.word(hidden)[..., 0]


def vocabulary(tokens, texts):
    """Numbers of the pieces to keep, special ones first, then as the base numbers them."""
    counts = collections.Counter()
    for start in range(0, len(texts), 5000):
        for row in tokens(texts[start:start + 5000], add_special_tokens=False)["input_ids"]:
            counts.update(row)
    pieces = sorted(tokens.get_vocab().items(), key=lambda item: item[1])
    special = [number for piece, number in pieces if piece in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")]
    letters = {number for piece, number in pieces if len(piece.removeprefix("##")) == 1 and ord(piece[-1]) < 0x2200}
    often = {number for number, _ in counts.most_common(KEPT)}
    # what the texts do not hold is kept in the order of the base, which is about that of frequency
    common = [number for piece, number in pieces if piece.isascii() and not piece.startswith("[")]
    chosen = letters | often
    for number in common:
        if len(chosen) >= KEPT:
            break
        chosen.add(number)
    return special + sorted(chosen - set(special)), dict((number, piece) for piece, number in pieces)


def eight_bits(graph):
    """Stores the weights of products in eight bits, each column with a scale of its own. They are multiplied as floats: sums
    in eight bits are a third faster, but rounding before each product makes the results differ from machine to machine.
    """
    worst = 0.0
    initializers = {tensor.name: tensor for tensor in graph.graph.initializer}
    weights = {node.input[1] for node in graph.graph.node if node.op_type == "MatMul"} & set(initializers)
    for name in sorted(weights):
        values = onnx.numpy_helper.to_array(initializers[name])
        scale = (np.abs(values).max(axis=0) / 127).astype(np.float32)
        rounded = np.round(values / scale).astype(np.int8)
        worst = max(worst, float(np.abs(rounded * scale - values).max()))
        graph.graph.initializer.remove(initializers[name])
        graph.graph.initializer.extend([
            onnx.numpy_helper.from_array(rounded, name + "_8"), onnx.numpy_helper.from_array(scale, name + "_scale")])
        graph.graph.node.insert(0, onnx.helper.make_node("DequantizeLinear", [name + "_8", name + "_scale"], [name], axis=1))
    return worst


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights")
    parser.add_argument("out")
    parser.add_argument("--train", required=True)
    parser.add_argument("--work", default="target/training/export")
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    os.makedirs(options.out, exist_ok=True)
    base = model.base_folder()
    judge = model.Judge(base)
    judge.load_state_dict(torch.load(options.weights, map_location="cpu"))
    judge.eval()
    tokens = model.tokenizer(base)

    texts = [text for story in data.stories(os.path.join(options.train, "stories")) for text in story.sentences.values()] * 3
    pairs = list(data.inference_pairs(os.path.join(options.train, "pairs"))) + list(data.event_pairs(os.path.join(options.train, "pairs")))
    texts += [text for pair in pairs for text in (pair.first, pair.second)]
    kept, names = vocabulary(tokens, texts)
    kept.sort(key=lambda number: names[number].encode())
    with open(os.path.join(options.out, "vocabulary.txt"), "w", encoding="utf-8") as file:
        file.write("".join(names[number] + "\n" for number in kept))
    table = judge.encoder.embeddings.word_embeddings.weight.detach().numpy()[kept]
    scale = np.abs(table).max(axis=1, keepdims=True) / 127
    rounded = np.round(table / scale).astype(np.int8)
    with open(os.path.join(options.out, "words.bin"), "wb") as file:
        for row, size in zip(rounded, scale):
            file.write(size.astype("<f4").tobytes() + row.tobytes())
    print(len(kept), "pieces; largest error of the table", float(np.abs(rounded * scale - table).max()))

    graph = Graph(judge).eval()
    plain = os.path.join(options.work, "judge.onnx")
    rows = torch.randn(1, 24, table.shape[1])
    sides = torch.zeros(1, 24, dtype=torch.int64)
    torch.onnx.export(
        graph, (rows, sides), plain, input_names=["rows", "sides"], output_names=["heads", "words"],
        dynamic_axes={name: {1: "pieces"} for name in ("rows", "sides", "words")},
        opset_version=17, dynamo=False,
    )
    graph = onnx.load(plain)
    print("largest error of a weight", eight_bits(graph))
    onnx.save(graph, os.path.join(options.out, "encoder.onnx"))
    for name in os.listdir(options.out):
        print(name, os.path.getsize(os.path.join(options.out, name)))


if __name__ == "__main__":
    main()
