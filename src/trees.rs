//! Boosted decision trees: the learned parts of alignment and of judging.
//!
//! A model is made by `training/align/train.py` and `training/judge/conflicts.py`: tree after tree, each a count of nodes
//! (two bytes) and the nodes, 14 bytes each, little-endian:
//!
//! ```text
//! f32  log odds at this node
//! f32  threshold: left when the feature is at most as much
//! u16  feature
//! u16  nodes on to the left child; of a leaf, 0
//! u16  nodes on to the right child; of a leaf, 0
//! ```
//!
//! Log odds of inner nodes tell what each step down adds, and so what each feature adds to
//! a score (the method of Saabas): that is the evidence shown to people.

use std::collections::BTreeMap;

use crate::Evidence;

/// A sum of decision trees.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Trees {
    /// The nodes of all trees, tree by tree.
    nodes: Vec<Node>,
    /// Where each tree starts.
    roots: Vec<usize>,
}

/// A node of 16 bytes: walking the trees is most of what alignment does.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Node {
    value: f32,
    threshold: f32,
    /// The feature that splits; of a leaf, 0.
    feature: u16,
    /// Nodes on to the left child; of a leaf, 0.
    left: u16,
    /// Nodes on to the right child; of a leaf, 0.
    right: u16,
}

/// Bytes of a node in a model.
const NODE_LENGTH: usize = 14;

impl Trees {
    /// Reads a model; `None` when it is not of the form above, or names a node or a feature that is not there.
    pub(crate) fn parse(mut bytes: &[u8], features: usize) -> Option<Self> {
        let mut trees = Self::default();
        while let Some((count, rest)) = bytes.split_first_chunk() {
            let length = usize::from(u16::from_le_bytes(*count)) * NODE_LENGTH;
            let (tree, rest) = rest.split_at_checked(length)?;
            trees.roots.push(trees.nodes.len());
            let (nodes, _) = tree.as_chunks();
            trees.nodes.extend(nodes.iter().map(Node::parse));
            bytes = rest;
        }
        if !bytes.is_empty() {
            return None;
        }
        let ends = trees.roots.iter().skip(1).copied();
        let ends = ends.chain([trees.nodes.len()]);
        let sound = trees.roots.iter().zip(ends).all(|(&start, end)| {
            let tree = &trees.nodes[start..end];
            let within = |(at, node): (usize, &Node)| {
                usize::from(node.feature) < features
                    && (node.left == 0) == (node.right == 0)
                    && at + usize::from(node.left.max(node.right)) < tree.len()
            };
            !tree.is_empty() && tree.iter().enumerate().all(within)
        });
        sound.then_some(trees)
    }

    /// Log odds that the features speak for.
    pub(crate) fn log_odds(&self, features: &[f32]) -> f32 {
        let leaves = self.roots.iter().map(|&root| self.leaf(root, features));
        leaves.sum()
    }

    /// Log odds of many rows of features, tree by tree: a tree fits the nearest cache, and all of them do not.
    pub(crate) fn log_odds_of_all<'a>(
        &self,
        rows: impl Iterator<Item = &'a [f32]> + Clone,
    ) -> Vec<f32> {
        let mut sums: Vec<f32> = rows.clone().map(|_| 0.0).collect();
        for &root in &self.roots {
            for (sum, features) in sums.iter_mut().zip(rows.clone()) {
                *sum += self.leaf(root, features);
            }
        }
        sums
    }

    /// Log odds at the leaf that the features lead to.
    fn leaf(&self, root: usize, features: &[f32]) -> f32 {
        let (mut at, mut node) = (root, self.nodes[root]);
        while node.left > 0 {
            at += node.step(features);
            node = self.nodes[at];
        }
        node.value
    }

    /// What each feature adds to the log odds, before any is known and then one by one.
    pub(crate) fn contributions(&self, features: &[f32]) -> Vec<f32> {
        let mut added = vec![0.0; features.len()];
        for &root in &self.roots {
            let (mut at, mut node) = (root, self.nodes[root]);
            while node.left > 0 {
                at += node.step(features);
                let next = self.nodes[at];
                added[usize::from(node.feature)] += next.value - node.value;
                node = next;
            }
        }
        added
    }
}

impl Node {
    fn parse(bytes: &[u8; NODE_LENGTH]) -> Self {
        let [v0, v1, v2, v3, t0, t1, t2, t3, f0, f1, l0, l1, r0, r1] = *bytes;
        Self {
            value: f32::from_le_bytes([v0, v1, v2, v3]),
            threshold: f32::from_le_bytes([t0, t1, t2, t3]),
            feature: u16::from_le_bytes([f0, f1]),
            left: u16::from_le_bytes([l0, l1]),
            right: u16::from_le_bytes([r0, r1]),
        }
    }

    fn step(self, features: &[f32]) -> usize {
        usize::from(if features[usize::from(self.feature)] <= self.threshold {
            self.left
        } else {
            self.right
        })
    }
}

/// What made a sum of trees, for people, the weightiest first; what hardly matters is left out. `names` are those of the figures;
/// figures that share the words before a full stop ("size.larger", "size.smaller") count as one. `added` is what each added to the log
/// odds, and `note` tells what figures are.
pub(crate) fn evidence(
    names: &[&str],
    figures: &[f32],
    added: &[f32],
    note: impl Fn(&str) -> String,
) -> Vec<Evidence> {
    /// Least that a part added to the log odds, either way.
    const LEAST_SHOWN: f64 = 0.1;
    // three decimals: more say nothing and make reports restless
    let round = |value: f64| (value * 1000.0).round() / 1000.0;
    let mut parts: BTreeMap<&str, (f64, f32)> = BTreeMap::new();
    for ((name, added), value) in names.iter().zip(added).zip(figures) {
        let part = name.split_once('.').map_or(*name, |(part, _)| part);
        parts.entry(part).or_insert((0.0, *value)).0 += f64::from(*added);
    }
    let mut found: Vec<Evidence> = parts
        .into_iter()
        .filter(|(_, (weight, _))| weight.abs() >= LEAST_SHOWN)
        .map(|(part, (weight, value))| Evidence {
            part: part.to_owned(),
            value: round(f64::from(value)),
            weight: round(weight),
            note: note(part),
        })
        .collect();
    // of equal weights the first by name
    found.sort_by(|x, y| y.weight.abs().total_cmp(&x.weight.abs()));
    found
}

/// Log odds -> 0 to 1.
pub(crate) fn probability(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Value, threshold, feature, left, right.
    type Line = (f32, f32, u16, u16, u16);

    const TREES: [&[Line]; 2] = [
        &[
            (0.1, 0.5, 0, 1, 2),
            (-1.0, 0.0, 0, 0, 0),
            (0.8, 2.0, 1, 1, 2),
            (0.3, 0.0, 0, 0, 0),
            (1.5, 0.0, 0, 0, 0),
        ],
        &[(0.25, 0.0, 0, 0, 0)],
    ];

    fn model(trees: &[&[Line]]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for tree in trees {
            bytes.extend((tree.len() as u16).to_le_bytes());
            for (value, threshold, feature, left, right) in *tree {
                bytes.extend(value.to_le_bytes());
                bytes.extend(threshold.to_le_bytes());
                for number in [feature, left, right] {
                    bytes.extend(number.to_le_bytes());
                }
            }
        }
        bytes
    }

    #[test]
    fn sums_the_leaves() {
        let trees = Trees::parse(&model(&TREES), 2).expect("sound");
        for (features, sum) in [([0.5, 9.0], -0.75), ([0.6, 2.0], 0.55), ([0.6, 2.1], 1.75)] {
            assert!((trees.log_odds(&features) - sum).abs() < 1e-6);
        }
    }

    #[test]
    fn contributions_lead_from_the_roots_to_the_leaves() {
        let trees = Trees::parse(&model(&TREES), 2).expect("sound");
        let added = trees.contributions(&[0.6, 2.1]);
        assert!((added[0] - 0.7).abs() < 1e-6 && (added[1] - 0.7).abs() < 1e-6);
    }

    #[test]
    fn unsound_models_are_refused() {
        let leaf: Line = (1.0, 0.0, 0, 0, 0);
        for tree in [
            &[][..],
            &[(0.1, 0.5, 2, 1, 2), leaf, leaf],
            &[(0.1, 0.5, 0, 1, 3), leaf, leaf],
            &[(0.1, 0.5, 0, 1, 0), leaf],
        ] {
            assert_eq!(Trees::parse(&model(&[tree]), 2), None, "{tree:?}");
        }
        let whole = model(&TREES);
        for length in 1..whole.len() {
            let cut = Trees::parse(&whole[..length], 2);
            let first_tree = 2 + 5 * NODE_LENGTH;
            assert_eq!(cut.is_some(), length == first_tree, "{length}");
        }
    }
}
