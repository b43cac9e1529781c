//! Judged groups -> findings in the order of the report.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::origins::Origins;
use crate::align::{Alignment, ScoredPair};
use crate::{Claim, Conflict, ConflictKind, Finding, Link, Nearest, Relation, Strength, Verdict};

/// A group of claims after judging.
pub(super) struct Judged {
    /// Indexes of the claims.
    pub(super) claims: Vec<usize>,
    pub(super) subject: String,
    pub(super) links: Vec<Link>,
    /// With the belief in each.
    pub(super) conflicts: Vec<(f64, Conflict)>,
}

/// Most conflicts of one finding that are kept, the gravest first.
const MOST_CONFLICTS: usize = 200;

/// Findings with ids, in the order of the report.
pub(super) fn findings(
    claims: &[Claim],
    alignment: &Alignment,
    judged: Vec<Judged>,
    origins: &Origins<'_>,
) -> Vec<Finding> {
    let pairs: HashMap<(&str, &str), &ScoredPair> = alignment
        .pairs
        .iter()
        .map(|pair| {
            (
                (claims[pair.a].id.as_str(), claims[pair.b].id.as_str()),
                pair,
            )
        })
        .collect();
    let nearest = nearest(claims, &alignment.pairs);
    let mut found: Vec<(Finding, Vec<usize>, f64)> = judged
        .into_iter()
        .map(|group| {
            let verdict = verdict(claims, &group);
            let mut conflicts = group.conflicts;
            conflicts.sort_by(|x, y| {
                gravity(&x.1)
                    .cmp(&gravity(&y.1))
                    .then_with(|| rounded(y.0).total_cmp(&rounded(x.0)))
            });
            conflicts.truncate(MOST_CONFLICTS);
            let belief = conflicts
                .iter()
                .map(|(belief, _)| *belief)
                .fold(0.0, f64::max);
            let mut links = group.links;
            for link in &mut links {
                if let Some(pair) = pairs.get(&(link.a.as_str(), link.b.as_str())) {
                    link.evidence.splice(0..0, pair.evidence.iter().cloned());
                }
            }
            links.sort_by(|x, y| y.score.total_cmp(&x.score));
            let alone = verdict == Verdict::Unique;
            let finding = Finding {
                id: String::new(),
                verdict,
                subject: group.subject,
                claims: group
                    .claims
                    .iter()
                    .map(|&claim| claims[claim].id.clone())
                    .collect(),
                origins: origins.count(claims, &group.claims),
                links,
                conflicts: conflicts
                    .into_iter()
                    .map(|(_, conflict)| conflict)
                    .collect(),
                nearest: group
                    .claims
                    .iter()
                    .filter_map(|claim| nearest.get(claim))
                    .filter(|_| alone)
                    .max_by(|x, y| x.1.total_cmp(&y.1))
                    .map(|&(claim, score)| Nearest {
                        claim: claims[claim].id.clone(),
                        score,
                    }),
            };
            (finding, group.claims, belief)
        })
        .collect();
    found.sort_by(|x, y| {
        let articles = |members: &[usize]| {
            let mut articles: Vec<usize> = members
                .iter()
                .map(|&claim| claims[claim].article_index)
                .collect();
            articles.sort_unstable();
            articles.dedup();
            articles.len()
        };
        x.0.verdict
            .cmp(&y.0.verdict)
            .then_with(|| {
                x.0.conflicts
                    .first()
                    .map(gravity)
                    .cmp(&y.0.conflicts.first().map(gravity))
            })
            .then_with(|| rounded(y.2).total_cmp(&rounded(x.2)))
            .then_with(|| x.0.is_doubtful().cmp(&y.0.is_doubtful()))
            .then_with(|| Reverse(articles(&x.1)).cmp(&Reverse(articles(&y.1))))
            .then_with(|| x.1.cmp(&y.1))
    });
    found
        .into_iter()
        .enumerate()
        .map(|(number, (finding, ..))| Finding {
            id: format!("F{}", number + 1),
            ..finding
        })
        .collect()
}

/// A belief as it counts for the order: differences below a fifth are noise, there what stands first in the articles comes first.
fn rounded(belief: f64) -> f64 {
    (belief * 5.0).round()
}

fn verdict(claims: &[Claim], group: &Judged) -> Verdict {
    let conflicting = group
        .links
        .iter()
        .any(|link| link.relation == Relation::Conflict);
    let first = claims[group.claims[0]].article_index;
    if conflicting {
        Verdict::Conflict
    } else if group
        .claims
        .iter()
        .any(|&claim| claims[claim].article_index != first)
    {
        Verdict::Agree
    } else {
        Verdict::Unique
    }
}

/// How grave a conflict is, the gravest first: hard ones, then by what readers act on.
fn gravity(conflict: &Conflict) -> (bool, usize) {
    const KINDS: [ConflictKind; 11] = [
        ConflictKind::Number,
        ConflictKind::Polarity,
        ConflictKind::Antonym,
        ConflictKind::Name,
        ConflictKind::Place,
        ConflictKind::DateTime,
        ConflictKind::Quote,
        ConflictKind::Attribution,
        ConflictKind::Cause,
        ConflictKind::Modality,
        ConflictKind::Other,
    ];
    let kind = KINDS.iter().position(|kind| *kind == conflict.kind);
    (
        conflict.strength == Strength::Soft,
        kind.unwrap_or(KINDS.len()),
    )
}

/// For each claim the claim of another article that is believed nearest.
fn nearest(claims: &[Claim], pairs: &[ScoredPair]) -> HashMap<usize, (usize, f64)> {
    let mut found: HashMap<usize, (usize, f64)> = HashMap::new();
    for pair in pairs {
        for (one, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
            let best = found.entry(one).or_insert((other, pair.score));
            // of equally near claims the one whose words come first, whatever the order of articles
            let better = pair.score > best.1
                || pair.score == best.1 && claims[other].text < claims[best.0].text;
            if better {
                *best = (other, pair.score);
            }
        }
    }
    found
}
