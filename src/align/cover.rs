//! Likely pairs that stand in two groups -> further groups, which share claims with the first ones.
//!
//! A lead says in one claim what others say in two, so that one group a claim is one too few:
//!
//! ```text
//! A: "The blast killed nine and closed the port"
//! B: "Nine people died"              groups   {A, B}, {C}
//! C: "The port has been shut"        further  {A, C}
//! ```
//!
//! What the first groups leave apart is grouped in the same way, and so on while a likely pair is left (after Bonchi, Gionis,
//! Ukkonen 2011, overlapping correlation clustering).

use std::collections::HashSet;

use super::group::{Belief, ClaimKeys, partition, sorted};

/// Least belief in a pair of two groups for a further one: likelier than not. On our own stories 284 of 624 such pairs at .3 to .5 are
/// right, and 189 of 288 above it.
const LEAST: f64 = 0.5;
/// Most rounds of further groups, for texts that repeat themselves; each round takes one group a claim.
const MOST_ROUNDS: usize = 6;

/// Groups beyond `known`, each of two claims or more; sorted. Some pair in each is likelier than not, and its sentences meet
/// nowhere else.
pub(super) fn further(
    keys: ClaimKeys<'_>,
    beliefs: &[Belief],
    known: &[Vec<usize>],
) -> Vec<Vec<usize>> {
    let mut together: HashSet<(usize, usize)> = HashSet::new();
    add(&mut together, keys, known);
    let mut found: Vec<Vec<usize>> = Vec::new();
    for _ in 0..MOST_ROUNDS {
        let meet = |belief: &Belief| {
            together.contains(&(keys.sentence_of[belief.a], keys.sentence_of[belief.b]))
        };
        let apart = |belief: &&Belief| belief.score >= LEAST && !meet(belief);
        if !beliefs.iter().any(|belief| apart(&belief)) {
            break;
        }
        // what stands together already speaks neither for a further group nor against it
        let rest: Vec<Belief> = beliefs
            .iter()
            .map(|belief| Belief {
                score: if meet(belief) { LEAST } else { belief.score },
                ..*belief
            })
            .collect();
        let mut round = partition(keys, &rest, LEAST);
        round.retain(|group| group.len() > 1);
        if round.is_empty() {
            break;
        }
        add(&mut together, keys, &round);
        found.append(&mut round);
    }
    sorted(found)
}

/// Adds the pairs of sentences that meet in a group.
fn add(together: &mut HashSet<(usize, usize)>, keys: ClaimKeys<'_>, groups: &[Vec<usize>]) {
    for group in groups {
        for (at, &a) in group.iter().enumerate() {
            for &b in &group[at + 1..] {
                let (x, y) = (keys.sentence_of[a], keys.sentence_of[b]);
                together.insert((x.min(y), x.max(y)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::group::groups;
    use super::*;

    fn covered(
        article_of: &[usize],
        sentence_of: &[usize],
        beliefs: &[(usize, usize, f64)],
    ) -> Vec<Vec<usize>> {
        let identities: Vec<u64> = (0..article_of.len() as u64).collect();
        let beliefs: Vec<Belief> = beliefs
            .iter()
            .map(|&(a, b, score)| Belief { a, b, score })
            .collect();
        let keys = ClaimKeys {
            article_of,
            sentence_of,
            identities: &identities,
        };
        further(keys, &beliefs, &groups(keys, &beliefs, 0.2))
    }

    #[test]
    fn what_says_two_things_stands_with_both() {
        // 0 and 1 are one group, for nothing is known of 1 and 2
        let beliefs = [(0, 1, 0.9), (0, 2, 0.52)];
        assert_eq!(covered(&[0, 1, 2], &[0, 1, 2], &beliefs), [vec![0, 2]]);
    }

    #[test]
    fn a_third_article_joins_a_further_group() {
        // {0, 1} first; then 2 and 3 of two more articles, which say the other thing that 0 says
        let beliefs = [(0, 1, 0.9), (0, 2, 0.53), (0, 3, 0.53), (2, 3, 0.6)];
        let found = covered(&[0, 1, 2, 3], &[0, 1, 2, 3], &beliefs);
        assert_eq!(found, [vec![0, 2, 3]]);
    }

    #[test]
    fn sentences_that_stand_together_do_so_once() {
        // claims 0 and 1 are one sentence, 2 and 3 another
        let beliefs = [(0, 2, 0.9), (1, 3, 0.4), (0, 4, 0.9), (2, 4, 0.9)];
        assert!(covered(&[0, 0, 1, 1, 2], &[0, 0, 1, 1, 2], &beliefs).is_empty());
    }

    #[test]
    fn nothing_is_left_where_all_is_told() {
        assert!(covered(&[], &[], &[]).is_empty());
        assert!(covered(&[0, 1, 2], &[0, 1, 2], &[(0, 1, 0.2), (1, 2, 0.1)]).is_empty());
    }
}
