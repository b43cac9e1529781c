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
    trees: Vec<Vec<Node>>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Node {
    value: f32,
    split: Option<Split>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Split {
    feature: usize,
    threshold: f32,
    left: usize,
    right: usize,
}

impl Trees {
    /// Reads a model; `None` when a line is not of the form above, or names a node or a feature that is not there.
    pub(super) fn parse(text: &str, features: usize) -> Option<Self> {
        let mut trees: Vec<Vec<Node>> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line == "tree" {
                trees.push(Vec::new());
                continue;
            }
            let node = Node::parse(line)?;
            trees.last_mut()?.push(node);
        }
        let sound = trees.iter().all(|tree| {
            !tree.is_empty()
                && tree.iter().enumerate().all(|(at, node)| {
                    node.split.is_none_or(|split| {
                        split.feature < features
                            && split.left > at
                            && split.right > at
                            && split.left < tree.len()
                            && split.right < tree.len()
                    })
                })
        });
        sound.then_some(Self { trees })
    }

    /// Log odds that the features speak for.
    pub(super) fn log_odds(&self, features: &[f32]) -> f32 {
        self.trees
            .iter()
            .map(|tree| {
                let mut at = tree[0];
                while let Some(split) = at.split {
                    at = tree[split.next(features)];
                }
                at.value
            })
            .sum()
    }

    /// What each feature adds to the log odds, before any is known and then one by one.
    pub(super) fn contributions(&self, features: &[f32]) -> Vec<f32> {
        let mut added = vec![0.0; features.len()];
        for tree in &self.trees {
            let mut at = tree[0];
            while let Some(split) = at.split {
                let next = tree[split.next(features)];
                added[split.feature] += next.value - at.value;
                at = next;
            }
        }
        added
    }
}

impl Node {
    fn parse(line: &str) -> Option<Self> {
        let mut fields = line.split(' ');
        let first = fields.next()?;
        let Some(threshold) = fields.next() else {
            return Some(Self {
                value: first.parse().ok()?,
                split: None,
            });
        };
        let value = fields.next()?.parse().ok()?;
        let split = Split {
            feature: first.parse().ok()?,
            threshold: threshold.parse().ok()?,
            left: fields.next()?.parse().ok()?,
            right: fields.next()?.parse().ok()?,
        };
        fields.next().is_none().then_some(Self {
            value,
            split: Some(split),
        })
    }
}

impl Split {
    fn next(self, features: &[f32]) -> usize {
        if features[self.feature] <= self.threshold {
            self.left
        } else {
            self.right
        }
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
