//! What an encoder made of two sentences, brought to the words of their claims.

use super::pair::{Clash, Pair, Told};
use crate::neural::Reading;
use crate::{ConflictKind, Span};

/// Kinds of conflict that the encoder's figures are summed over.
pub(super) const KINDS: [&[ConflictKind]; 8] = [
    &[ConflictKind::Number],
    &[ConflictKind::DateTime],
    &[ConflictKind::Name, ConflictKind::Place],
    &[ConflictKind::Polarity, ConflictKind::Antonym],
    &[ConflictKind::Modality],
    &[ConflictKind::Attribution],
    &[ConflictKind::Quote],
    &[ConflictKind::Cause, ConflictKind::Other],
];

/// Log odds that the likeliest word clashes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heaviest {
    /// Of the claim's own words.
    pub(super) inside: f32,
    /// Of all words of its sentence.
    pub(super) outside: f32,
}

/// Log odds of a word that was not read: as little as the encoder ever says.
const UNREAD: f32 = -8.0;
/// Words next to the likeliest belong to it when their log odds are less by no more than this; set on the spans of the
/// training stories.
const ALIKE: f32 = 1.5;

/// How likely a conflict, if there is one, is of a kind, 0 to 1.
pub(super) fn probability_of(reading: &Reading, kind: ConflictKind) -> f32 {
    let most = reading.kinds.iter().copied().fold(f32::MIN, f32::max);
    let whole: f32 = reading.kinds.iter().map(|odds| (odds - most).exp()).sum();
    let own = reading.kinds.get(kind as usize).copied();
    own.map_or(0.0, |odds| (odds - most).exp() / whole)
}

/// The likeliest kind.
pub(super) fn kind(reading: &Reading) -> ConflictKind {
    let kinds = KINDS.iter().flat_map(|kinds| kinds.iter().copied());
    kinds
        .max_by(|x, y| probability_of(reading, *x).total_cmp(&probability_of(reading, *y)))
        .unwrap_or(ConflictKind::Other)
}

/// The words of a sentence: what was read of it says where they start.
fn words<'a>(
    told: &'a Told<'_>,
    read: &'a [(usize, f32)],
) -> impl Iterator<Item = (Span, f32)> + 'a {
    let from = told.sentence.span.start;
    told.sentence.tokens.iter().filter_map(move |token| {
        let own = read.iter().filter(|(start, _)| {
            let at = from + start;
            token.span.start <= at && at < token.span.end
        });
        let most = own
            .map(|(_, odds)| *odds)
            .fold(None, |most: Option<f32>, odds| {
                Some(most.map_or(odds, |most| most.max(odds)))
            });
        most.map(|odds| (token.span, odds))
    })
}

fn is_own(told: &Told<'_>, span: Span) -> bool {
    told.claim.parts.iter().any(|part| part.contains(span))
}

/// How likely the words of a claim, and those of its sentence, clash with the other sentence.
pub(super) fn heaviest(told: &Told<'_>, read: &[(usize, f32)]) -> Heaviest {
    let mut found = Heaviest {
        inside: UNREAD,
        outside: UNREAD,
    };
    for (span, odds) in words(told, read) {
        found.outside = found.outside.max(odds);
        if is_own(told, span) {
            found.inside = found.inside.max(odds);
        }
    }
    found
}

/// The words of a claim that most clash with the other sentence: the likeliest and its neighbours that are about as likely.
pub(super) fn clashing_words(told: &Told<'_>, read: &[(usize, f32)]) -> Option<Span> {
    let own: Vec<(Span, f32)> = words(told, read)
        .filter(|(span, _)| is_own(told, *span))
        .collect();
    let best = (0..own.len()).max_by(|&x, &y| own[x].1.total_cmp(&own[y].1).then(y.cmp(&x)))?;
    let alike = |at: &usize| own[*at].1 >= own[best].1 - ALIKE;
    let first = (0..best).rev().take_while(alike).last().unwrap_or(best);
    let last = (best + 1..own.len())
        .take_while(alike)
        .last()
        .unwrap_or(best);
    Some(Span::new(own[first].0.start, own[last].0.end))
}

/// How many sides of a clash the encoder points at.
pub(super) fn sides_pointed_at(pair: &Pair<'_>, reading: &Reading, clash: &Clash) -> u8 {
    let sides = [(pair.a, clash.a), (pair.b, clash.b)].into_iter();
    let hit = sides.zip(&reading.words).filter(|((told, span), words)| {
        clashing_words(told, words).is_some_and(|found| found.overlaps(*span))
    });
    hit.count() as u8
}
