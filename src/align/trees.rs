//! Boosted decision trees: the learned part of alignment.
//!
//! A model is a text, one node a line, made by `training/align/train.py`:
//!
//! ```text
//! 0 0.4213 -2.91 1 2     feature, threshold (left when value <= threshold), log odds here, left, right
//! -0.1934                a leaf: its log odds
//! ```
//!
//! A tree starts with `tree`. Log odds of inner nodes tell what each step down adds, and so what each feature adds to
//! a score (the method of Saabas): that is the evidence shown to people.

/// A sum of decision trees.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Trees {
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

impl Trees {
    /// Reads a model; `None` when a line is not of the form above, or names a node or a feature that is not there.
    pub(super) fn parse(text: &str, features: usize) -> Option<Self> {
        let mut trees = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line == "tree" {
                trees.roots.push(trees.nodes.len());
                continue;
            }
            let own = u16::try_from(trees.nodes.len() - trees.roots.last()?).ok()?;
            trees.nodes.push(Node::parse(line, own)?);
        }
        let ends = trees.roots.iter().skip(1).copied();
        let ends = ends.chain([trees.nodes.len()]);
        let sound = trees.roots.iter().zip(ends).all(|(&start, end)| {
            let tree = &trees.nodes[start..end];
            let within = |(at, node): (usize, &Node)| {
                usize::from(node.feature) < features
                    && at + usize::from(node.left.max(node.right)) < tree.len()
            };
            !tree.is_empty() && tree.iter().enumerate().all(within)
        });
        sound.then_some(trees)
    }

    /// Log odds that the features speak for.
    pub(super) fn log_odds(&self, features: &[f32]) -> f32 {
        let leaf = |&root: &usize| {
            let (mut at, mut node) = (root, self.nodes[root]);
            while node.left > 0 {
                at += node.step(features);
                node = self.nodes[at];
            }
            node.value
        };
        self.roots.iter().map(leaf).sum()
    }

    /// What each feature adds to the log odds, before any is known and then one by one.
    pub(super) fn contributions(&self, features: &[f32]) -> Vec<f32> {
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
    /// Reads a line; `own` is the number of the node in its tree.
    fn parse(line: &str, own: u16) -> Option<Self> {
        let mut fields = line.split(' ');
        let first = fields.next()?;
        let Some(threshold) = fields.next() else {
            return Some(Self {
                value: first.parse().ok()?,
                threshold: 0.0,
                feature: 0,
                left: 0,
                right: 0,
            });
        };
        let value = fields.next()?.parse().ok()?;
        let mut child = || {
            let number: u16 = fields.next()?.parse().ok()?;
            number.checked_sub(own).filter(|on| *on > 0)
        };
        let node = Self {
            value,
            threshold: threshold.parse().ok()?,
            feature: first.parse().ok()?,
            left: child()?,
            right: child()?,
        };
        fields.next().is_none().then_some(node)
    }

    fn step(self, features: &[f32]) -> usize {
        usize::from(if features[usize::from(self.feature)] <= self.threshold {
            self.left
        } else {
            self.right
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODEL: &str = "# two trees\ntree\n0 0.5 0.1 1 2\n-1\n1 2 0.8 3 4\n0.3\n1.5\ntree\n0.25\n";

    #[test]
    fn sums_the_leaves() {
        let trees = Trees::parse(MODEL, 2).expect("sound");
        for (features, sum) in [([0.5, 9.0], -0.75), ([0.6, 2.0], 0.55), ([0.6, 2.1], 1.75)] {
            assert!((trees.log_odds(&features) - sum).abs() < 1e-6);
        }
    }

    #[test]
    fn contributions_lead_from_the_roots_to_the_leaves() {
        let trees = Trees::parse(MODEL, 2).expect("sound");
        let added = trees.contributions(&[0.6, 2.1]);
        assert!((added[0] - 0.7).abs() < 1e-6 && (added[1] - 0.7).abs() < 1e-6);
    }

    #[test]
    fn unsound_models_are_refused() {
        for model in [
            "0.5",
            "tree\n",
            "tree\nx",
            "tree\n0 1 2",
            "tree\n2 0.5 0 1 2\n1\n1",
            "tree\n0 0.5 0 0 1\n1",
            "tree\n0 0.5 0 1 3\n1\n1",
        ] {
            assert_eq!(Trees::parse(model, 2), None, "{model}");
        }
    }
}
