//! Stated as fact here, as possibility or allegation there.
//!
//! ```text
//! hackers stole the data        hackers may have stolen the data      clash, soft
//! he will visit Paris           he visited Paris                      guard: a plan and its deed
//! ```

use super::super::pair::{
    Clash, Content, Findings, Guard, Pair, Signs, Told, likeness as likeness_of,
};
use crate::{ConflictKind, Modality, Relation, Strength, lexicon};

/// How weak a modality is; claims that are equally weak do not differ.
fn weakness(modality: Modality) -> f32 {
    match modality {
        Modality::Reported => 1.0,
        Modality::Alleged => 2.0,
        Modality::Possible => 3.0,
        _ => 0.0,
    }
}

/// Content words on either side that tell what is claimed.
const NEAR: usize = 4;
/// Least likelihood of a verb.
const VERB: f32 = 0.5;

/// Compares how two claims are put forward.
pub(super) fn compare(pair: &Pair<'_>) -> Findings {
    let mut found = Findings::default();
    one_way(pair.a, pair.b, false, &mut found);
    one_way(pair.b, pair.a, true, &mut found);
    found
}

fn one_way(weak: &Told<'_>, firm: &Told<'_>, swapped: bool, found: &mut Findings) {
    if weakness(firm.claim.modality) > 0.0 || weak.claim.modality == firm.claim.modality {
        return;
    }
    for modal in &weak.claim.modals {
        let governed: Vec<&Content<'_>> = weak
            .content
            .iter()
            .filter(|word| modal.scope.contains(word.token.span))
            .collect();
        let head = governed
            .iter()
            .find(|word| lexicon::verb_likelihood(&word.token.lower) >= VERB)
            .or(governed.first());
        let best = head.and_then(|word| Some((*word, firm.likest(word)?)));
        let Some((word, (theirs, likeness))) = best else {
            continue;
        };
        let cue = weak.text(modal.cue).to_lowercase();
        let hedged_too = firm.text(firm.sentence.span).to_lowercase().contains(&cue);
        if hedged_too {
            found.fits.push(format!("both say {cue}"));
            continue;
        }
        if modal.modality == Modality::Planned || firm.claim.modality == Modality::Planned {
            found.guards.push(Guard {
                name: "plan-and-deed",
                note: format!("{} / {}", weak.text(modal.cue), theirs.token.lower),
                relation: Relation::Updated,
            });
            continue;
        }
        if weakness(modal.modality) == 0.0 {
            continue;
        }
        found.clashes.push(clash(
            weak,
            firm,
            (modal.cue, modal.modality),
            (word, theirs, likeness),
            swapped,
        ));
    }
}

fn clash(
    weak: &Told<'_>,
    firm: &Told<'_>,
    (cue, modality): (crate::Span, Modality),
    (word, theirs, likeness): (&Content<'_>, &Content<'_>, f32),
    swapped: bool,
) -> Clash {
    let here = cue;
    let there = theirs.token.span;
    let (a, b) = if swapped {
        (there, here)
    } else {
        (here, there)
    };
    Clash {
        kind: ConflictKind::Modality,
        strength: Strength::Soft,
        a,
        b,
        core: None,
        why: format!(
            "stated as fact in \u{201c}{}\u{201d}, only \u{201c}{}\u{201d} for \u{201c}{}\u{201d} in the other",
            firm.text(there),
            weak.text(here),
            weak.text(word.token.span)
        ),
        signs: Signs {
            thing: likeness,
            event: weakness(modality),
            gap: f32::from(weak.claim.speaker.is_some()),
            others: f32::from(firm.claim.speaker.is_some()),
            near: likeness_of(&weak.near(word.token.span, NEAR), &firm.near(there, NEAR)),
            ..Signs::default()
        },
    }
}
