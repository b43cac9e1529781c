//! How two claims of a finding relate, and what that rests on.

use super::pair::{Findings, Pair};
use crate::{Evidence, Link, Relation};

/// Least share of both claims that the other has, for them to say the same.
const SAME: f32 = 0.75;
/// Least share of the better covered claim, for the other to say more.
const REFINES: f32 = 0.75;

/// The link of a pair; the evidence of its score is added later.
pub(super) fn link(pair: &Pair<'_>, found: &Findings, conflict: bool) -> Link {
    let mut evidence = Vec::new();
    for guard in &found.guards {
        evidence.push(Evidence {
            part: format!("guard:{}", guard.name),
            value: 1.0,
            weight: 0.0,
            note: guard.note.clone(),
        });
    }
    for fit in &found.fits {
        evidence.push(Evidence {
            part: "fits".to_owned(),
            value: 1.0,
            weight: 0.0,
            note: fit.clone(),
        });
    }
    if pair.score == 0.0 {
        evidence.push(Evidence {
            part: "group".to_owned(),
            value: 1.0,
            weight: 0.0,
            note: "held together by other claims of the finding".to_owned(),
        });
    }
    Link {
        a: pair.a.claim.id.clone(),
        b: pair.b.claim.id.clone(),
        score: pair.score,
        relation: if conflict {
            Relation::Conflict
        } else {
            relation(pair, found)
        },
        evidence,
    }
}

fn relation(pair: &Pair<'_>, found: &Findings) -> Relation {
    let (a, b) = (
        pair.a.covered_by(pair.b, [&[], &[]]),
        pair.b.covered_by(pair.a, [&[], &[]]),
    );
    if let Some(guard) = found.guards.first() {
        return guard.relation;
    }
    if !found.clashes.is_empty() {
        let speakers = (&pair.a.claim.speaker, &pair.b.claim.speaker);
        return match speakers {
            (Some(x), Some(y)) if !x.is_same_as(y) => Relation::OtherSpeaker,
            _ => Relation::OtherScope,
        };
    }
    if a.min(b) >= SAME {
        Relation::Same
    } else if a.max(b) >= REFINES {
        Relation::Refines
    } else {
        Relation::Compatible
    }
}
