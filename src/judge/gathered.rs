//! Groups of alignment -> what becomes a finding: its claims, and the pairs of them that are told there.

use std::collections::{HashMap, HashSet};

use super::Bench;

/// Claims that become one finding.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gathered {
    /// Indexes of the claims, sorted.
    pub(super) claims: Vec<usize>,
    /// Pairs of claims of different articles. A pair that meets in several groups is told in the first.
    pub(super) pairs: Vec<(usize, usize)>,
}

impl Bench<'_> {
    /// What becomes a finding, of groups that may share claims; one that lies within another is told there.
    pub(super) fn gather(&self, groups: Vec<Vec<usize>>) -> Vec<Gathered> {
        let mut told = HashSet::new();
        let wholes = wholes(groups).into_iter();
        wholes
            .map(|claims| Gathered {
                pairs: self
                    .pairs(&claims)
                    .into_iter()
                    .filter(|&pair| told.insert(pair))
                    .collect(),
                claims,
            })
            .collect()
    }
}

/// The groups that lie within no other, in order.
fn wholes(groups: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let mut with: HashMap<usize, Vec<usize>> = HashMap::new();
    for (number, group) in groups.iter().enumerate() {
        for &claim in group {
            with.entry(claim).or_default().push(number);
        }
    }
    let lies_within = |number: usize| {
        let group = &groups[number];
        group.first().is_none_or(|first| {
            with[first].iter().any(|&other| {
                let larger = &groups[other];
                (larger.len() > group.len() || larger.len() == group.len() && other < number)
                    && group
                        .iter()
                        .all(|claim| larger.binary_search(claim).is_ok())
            })
        })
    };
    let kept: Vec<bool> = (0..groups.len())
        .map(|number| !lies_within(number))
        .collect();
    let kept = groups.into_iter().zip(kept);
    kept.filter_map(|(group, kept)| kept.then_some(group))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_within_another_group_is_no_finding_of_its_own() {
        let groups = vec![
            vec![0, 4],
            vec![1],
            vec![2, 5],
            vec![3],
            vec![1, 4],
            vec![1, 4],
        ];
        let kept = vec![vec![0, 4], vec![2, 5], vec![3], vec![1, 4]];
        assert_eq!(wholes(groups), kept);
        assert_eq!(wholes(kept.clone()), kept);
    }
}
