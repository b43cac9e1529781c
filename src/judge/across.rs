//! Conflicts between claims that alignment did not bring together, for all that they share is what their numbers are of.
//!
//! ```text
//! A: The search took 14 hours.      B: Teams looked for them for 20 hours.
//!   figures    no 14 hours in B, no 20 in A, not far apart, ...
//!   belief     .83                                                      a small learned model
//!   finding    A's claim and B's, beside those that they stand in already
//! ```
//!
//! What the encoder makes of the two numbers adds nothing here: on 352 stories, split by story, 52 of 78 called with it were
//! right, and 53 of 72 without.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::pair::Clash;
use super::values::{Across, FIGURES_ACROSS, Grouped, OTHER_THING, across, note};
use super::{Bench, Compared, harm};
use crate::align::Alignment;
use crate::trees::{self, Trees, probability};
use crate::{Evidence, Span};

static MODEL: LazyLock<Trees> = LazyLock::new(|| {
    // a model that does not parse believes nothing (a test makes sure that this one does)
    let bytes = include_bytes!("../../data/judge/across.bin");
    Trees::parse(bytes, FIGURES_ACROSS.len()).unwrap_or_default()
});

/// Weight of what is only learned: with it normal sensitivity calls numbers that are believed to be of one thing at .22, where more than
/// four in five are in stories told as newspapers do, and seven in ten in those told in other words on purpose.
const LEARNED: f64 = 0.9;

/// Belief in what one denies of everybody, or of one person, and the other says befell some, or him, wherever the two stand.
const DENIED: f64 = 0.5;

/// A clash of numbers that are believed to be of one thing.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OneThing {
    pub(super) clash: Clash,
    /// 0 to 1.
    pub(super) belief: f64,
    /// What the belief is made of, the weightiest first; nothing more than the clash where one denies of everybody what befell some.
    pub(super) evidence: Vec<Evidence>,
}

/// Clashes between claims of one or of two groups, by the indexes of the claims.
pub(super) type Believed = HashMap<(usize, usize), Vec<OneThing>>;

/// Two numbers that are apart and their figures, for training.
#[derive(Debug, Clone, PartialEq)]
pub struct AcrossRow {
    /// Index of a claim.
    pub a: usize,
    /// Index of a claim of a later article.
    pub b: usize,
    /// The number in each.
    pub values: [Span; 2],
    /// Figures of the two numbers.
    pub figures: Vec<f32>,
}

impl Bench<'_> {
    /// Clashes of numbers, anywhere in the story, that are believed to be of one thing at least as much as `least`.
    pub(super) fn believed_across(&self, alignment: &Alignment, least: f64) -> Believed {
        let mut believed = Believed::new();
        for one in self.across(alignment) {
            let learned = probability(MODEL.log_odds(&one.figures));
            let belief = if one.denied {
                DENIED
            } else {
                LEARNED * f64::from(learned)
            };
            if belief >= least {
                let (clash, evidence) = if one.denied {
                    (one.clash, Vec::new())
                } else {
                    (
                        told_as_one_thing(one.clash, learned),
                        evidence(&one.figures),
                    )
                };
                let one_thing = OneThing {
                    clash,
                    belief,
                    evidence,
                };
                believed.entry((one.a, one.b)).or_default().push(one_thing);
            }
        }
        for (a, b, clash) in harm::clashes(&self.told) {
            if DENIED >= least {
                let one_thing = OneThing {
                    clash,
                    belief: DENIED,
                    evidence: vec![harm::evidence()],
                };
                believed.entry((a, b)).or_default().push(one_thing);
            }
        }
        believed
    }

    /// What the model is trained on.
    pub(super) fn across_rows(&self, alignment: &Alignment) -> Vec<AcrossRow> {
        let row = |one: Across| AcrossRow {
            a: one.a,
            b: one.b,
            values: [one.clash.a, one.clash.b],
            figures: one.figures,
        };
        self.across(alignment).into_iter().map(row).collect()
    }

    fn across(&self, alignment: &Alignment) -> Vec<Across> {
        let groups = GroupOf::new(&alignment.groups);
        across(&self.told, |a, b| self.pair(a, b, None), &groups)
    }
}

impl Compared {
    /// Adds clashes of numbers that are believed to be of one thing; of one that was found already, the surer stays.
    pub(super) fn add(&mut self, believed: &[OneThing]) {
        for one in believed {
            let (clash, belief) = (one.clash.clone(), one.belief);
            let known = |other: &Clash| (other.a, other.b) == (clash.a, clash.b);
            match self.found.clashes.iter().position(known) {
                Some(at) if self.beliefs[at] >= belief => continue,
                Some(at) => {
                    self.beliefs[at] = belief;
                    self.found.clashes[at] = clash;
                }
                None => self.across.push((belief, clash)),
            }
            self.found.guards.retain(|guard| guard.name != OTHER_THING);
            self.evidence.extend(one.evidence.iter().cloned());
        }
    }
}

/// What made the belief, the weightiest first.
fn evidence(figures: &[f32]) -> Vec<Evidence> {
    let added = MODEL.contributions(figures);
    let parts = trees::evidence(&FIGURES_ACROSS, figures, &added, |part| {
        note(part).to_owned()
    });
    let named = parts.into_iter().map(|part| Evidence {
        part: format!("numbers:{}", part.part),
        ..part
    });
    named.collect()
}

/// The clash with what speaks for it.
fn told_as_one_thing(clash: Clash, learned: f32) -> Clash {
    let percent = (learned * 100.0).round();
    Clash {
        why: format!(
            "{}, and they look as if they were of one thing ({percent}%)",
            clash.why
        ),
        ..clash
    }
}

/// The claims that believed clashes tie together, a group each; sorted.
pub(super) fn tied(believed: &Believed) -> Vec<Vec<usize>> {
    let mut group_of: HashMap<usize, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut pairs: Vec<_> = believed.keys().copied().collect();
    pairs.sort_unstable();
    for (a, b) in pairs {
        let [x, y] = [a, b].map(|claim| {
            *group_of.entry(claim).or_insert_with(|| {
                groups.push(vec![claim]);
                groups.len() - 1
            })
        });
        if x != y {
            let moved = std::mem::take(&mut groups[y]);
            group_of.extend(moved.iter().map(|&claim| (claim, x)));
            groups[x].extend(moved);
        }
    }
    groups.retain(|group| !group.is_empty());
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// Which group each claim stands in.
struct GroupOf<'a> {
    groups: &'a [Vec<usize>],
    of: HashMap<usize, usize>,
}

impl<'a> GroupOf<'a> {
    fn new(groups: &'a [Vec<usize>]) -> Self {
        let numbered = groups.iter().enumerate();
        Self {
            groups,
            of: numbered
                .flat_map(|(number, group)| group.iter().map(move |&claim| (claim, number)))
                .collect(),
        }
    }

    fn group(&self, claim: usize) -> usize {
        self.of[&claim]
    }
}

impl Grouped for GroupOf<'_> {
    fn together(&self, a: usize, b: usize) -> bool {
        self.group(a) == self.group(b)
    }

    fn members(&self, claim: usize) -> &[usize] {
        &self.groups[self.group(claim)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_parses() {
        assert_ne!(*MODEL, Trees::default());
    }

    #[test]
    fn every_figure_has_its_note() {
        for name in FIGURES_ACROSS {
            let name = name.split_once('.').map_or(name, |(name, _)| name);
            assert_ne!(note(name), "", "{name}");
        }
        let parts = evidence(&[1.0; FIGURES_ACROSS.len()]);
        assert!(parts.is_sorted_by(|x, y| x.weight.abs() >= y.weight.abs()));
        assert!(!parts.is_empty());
    }

    #[test]
    fn claims_that_clash_with_one_another_become_one_group() {
        let believed = [(4, 6), (1, 4), (2, 7), (1, 3)].map(|pair| (pair, Vec::new()));
        assert_eq!(
            tied(&Believed::from(believed)),
            [vec![1, 3, 4, 6], vec![2, 7]]
        );
        assert!(tied(&Believed::new()).is_empty());
    }
}
