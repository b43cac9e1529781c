//! One utterance, given to two people.
//!
//! ```text
//! "This was no accident," the mayor, Ann Poe, said    "This was no accident," said Bo Lee    clash
//! "This was no accident," the mayor said              "This was no accident," said Bo Lee    none: he may be the mayor
//! ```

use super::super::pair::{Clash, Findings, Pair, Signs, Told};
use crate::lexicon::{self, Gazetteer};
use crate::{ConflictKind, FactValue, Speaker, Strength};

/// Fewest words of a quotation that only one person can be thought to have said.
const SHORTEST: usize = 4;

/// Compares who is quoted with the same words.
pub(super) fn compare(pair: &Pair<'_>) -> Findings {
    let mut found = Findings::default();
    let (Some(ours), Some(theirs)) = (person(pair.a), person(pair.b)) else {
        return found;
    };
    let one_entity = ours.entity.is_some() && ours.entity == theirs.entity;
    let same = one_entity || share_a_word(&ours.name, &theirs.name);
    let shared = quotations(pair.a)
        .filter(|words| quotations(pair.b).any(|other| other == *words))
        .map(<[String]>::len)
        .max();
    if let (false, Some(words)) = (same, shared) {
        found.clashes.push(Clash {
            kind: ConflictKind::Attribution,
            strength: Strength::Hard,
            a: ours.span,
            b: theirs.span,
            core: None,
            why: format!(
                "the same {words} words are quoted from \u{201c}{}\u{201d} and from \u{201c}{}\u{201d}",
                ours.name, theirs.name
            ),
            signs: Signs {
                event: words as f32,
                ..Signs::default()
            },
        });
    }
    found
}

/// The speaker of a claim, if it is a person by name, written there and not pointed back to.
fn person<'a>(told: &Told<'a>) -> Option<&'a Speaker> {
    let speaker = told.claim.speaker.as_ref()?;
    let names_people = |word: &str| {
        let known = lexicon::gazetteer(&word.to_lowercase());
        known.contains(&Gazetteer::GivenName) || known.contains(&Gazetteer::FamilyName)
    };
    // "Red Crescent", "White House", "Sky News" are made of common words
    let common = |word: &str| {
        let lower = word.to_lowercase();
        lexicon::is_noun(&lower) || lexicon::is_adjective(&lower)
    };
    let capitals = speaker
        .name
        .split(' ')
        .filter(|word| word.starts_with(char::is_uppercase));
    let named = capitals.clone().count() >= 2
        && (capitals.clone().any(names_people) || !capitals.clone().any(common));
    (named && !speaker.resolved).then_some(speaker)
}

fn share_a_word(ours: &str, theirs: &str) -> bool {
    ours.split(' ').any(|word| {
        theirs
            .split(' ')
            .any(|other| other.eq_ignore_ascii_case(word))
    })
}

fn quotations<'a>(told: &Told<'a>) -> impl Iterator<Item = &'a [String]> {
    let facts = told.claim.facts.iter();
    facts.filter_map(|fact| match &fact.value {
        FactValue::Quotation(quotation) if quotation.words.len() >= SHORTEST => {
            Some(quotation.words.as_slice())
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::pair::testing::compared;
    use super::compare;

    #[test]
    fn one_utterance_has_one_speaker() {
        for (a, b, clashes) in [
            (
                "\"This was no accident,\" fire chief Anton Weiss said.",
                "\"This was no accident,\" said Mayor Martha Kern.",
                1,
            ),
            (
                "\"This was no accident,\" fire chief Anton Weiss said.",
                "\"This was no accident,\" Chief Weiss said.",
                0,
            ),
            (
                "\"This was no accident,\" fire chief Anton Weiss said.",
                "\"This was no accident,\" the fire brigade said.",
                0,
            ),
            (
                "\"This was no accident,\" fire chief Anton Weiss said.",
                "\"This was a disaster for us,\" said Mayor Martha Kern.",
                0,
            ),
        ] {
            let found = compared(a, b, compare);
            assert_eq!(found.clashes.len(), clashes, "{a} / {b}: {found:?}");
        }
    }
}
