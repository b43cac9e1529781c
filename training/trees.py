"""What the trainers share: gold labels, folds by story, and models written as src/trees.rs reads them."""
import glob
import json
import os

FOLDS = 8


def read_gold(folders, kind):
    """Pairs of sentences (story, a, b) with a label of that kind ("same", "conflicts"), and optional ones."""
    found, optional = {}, set()
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(folder, "*", "gold.json"))):
            story = os.path.basename(os.path.dirname(path))
            gold = json.load(open(path))
            ends = lambda pair: (pair["a"], pair["b"]) if isinstance(pair, dict) else pair
            found.update({(story, *sorted(ends(pair))): pair for pair in gold[kind]})
            optional |= {(story, *sorted(ends(pair))) for pair in gold[kind + "_optional"]}
    return found, optional - set(found)


def fold_of(stories):
    """Fold of each story, the same in every run."""
    order = sorted(set(stories), key=lambda story: (hash_of(story), story))
    return {story: number % FOLDS for number, story in enumerate(order)}


def hash_of(name):
    value = 2166136261
    for byte in name.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def write(model, path):
    lines = ["# Boosted trees, made by the programs in training/; see data/NOTICE.md."]
    for tree in model.dump_model()["tree_info"]:
        lines.append("tree")
        nodes = []

        def visit(node):
            at = len(nodes)
            nodes.append(None)
            if "leaf_value" in node:
                nodes[at] = f"{node['leaf_value']:.4g}"
            else:
                left = visit(node["left_child"])
                right = visit(node["right_child"])
                nodes[at] = (f"{node['split_feature']} {node['threshold']:.5g} {node['internal_value']:.4g} "
                             f"{left} {right}")
            return at

        visit(tree["tree_structure"])
        lines += nodes
    with open(path, "w") as out:
        out.write("\n".join(lines) + "\n")
