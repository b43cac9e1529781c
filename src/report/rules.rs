//! What each kind of conflict is called in formats that want a rule, and what it means.

use crate::{Conflict, ConflictKind, Strength};

/// A kind of conflict as a rule.
pub(super) struct Rule {
    /// `number-conflict`
    pub(super) id: &'static str,
    /// In a few words.
    pub(super) title: &'static str,
    /// In a sentence or two.
    pub(super) help: &'static str,
}

/// Every kind, in the order of [`ConflictKind`].
pub(super) const KINDS: [ConflictKind; 11] = [
    ConflictKind::Number,
    ConflictKind::DateTime,
    ConflictKind::Place,
    ConflictKind::Name,
    ConflictKind::Polarity,
    ConflictKind::Antonym,
    ConflictKind::Modality,
    ConflictKind::Attribution,
    ConflictKind::Quote,
    ConflictKind::Cause,
    ConflictKind::Other,
];

/// The rule of a kind.
pub(super) fn rule(kind: ConflictKind) -> Rule {
    let (id, title, help) = match kind {
        ConflictKind::Number => (
            "number-conflict",
            "Numbers differ",
            "Two articles give counts, sums, measures or ages of one thing that no number fits both. Check which is right, or newer.",
        ),
        ConflictKind::DateTime => (
            "date-time-conflict",
            "Dates or times differ",
            "Two articles put one event on days or at times that do not meet. Mind time zones and days that are counted from the day of publication.",
        ),
        ConflictKind::Place => (
            "place-conflict",
            "Places differ",
            "Two articles put one event in places of which neither holds the other.",
        ),
        ConflictKind::Name => (
            "name-conflict",
            "Names differ",
            "Two articles name different people or bodies in one role, or spell one name in two ways.",
        ),
        ConflictKind::Polarity => (
            "polarity-conflict",
            "One says it, the other denies it",
            "One article states what the other says is not so.",
        ),
        ConflictKind::Antonym => (
            "antonym-conflict",
            "Opposite words",
            "Two articles say the same but for a word and its opposite, as in open and closed.",
        ),
        ConflictKind::Modality => (
            "modality-conflict",
            "Fact here, possibility there",
            "One article states as a fact what the other gives as alleged, planned or possible.",
        ),
        ConflictKind::Attribution => (
            "attribution-conflict",
            "Speakers differ",
            "Two articles put one utterance into the mouths of different speakers.",
        ),
        ConflictKind::Quote => (
            "quote-conflict",
            "Quotations differ",
            "Two articles quote one utterance in different words.",
        ),
        ConflictKind::Cause => (
            "cause-conflict",
            "Causes differ",
            "Two articles give different reasons for one event.",
        ),
        ConflictKind::Other => (
            "other-conflict",
            "Claims differ",
            "Two articles say of one thing what cannot both be so.",
        ),
    };
    Rule { id, title, help }
}

/// `Six` against `Seven`, with why: what every machine format says of a conflict.
pub(super) fn message(conflict: &Conflict, first: &str, second: &str) -> String {
    format!(
        "\u{201c}{}\u{201d} ({first}) against \u{201c}{}\u{201d} ({second}): {}",
        one_line(&conflict.a.text),
        one_line(&conflict.b.text),
        conflict.why
    )
}

/// Words without line breaks.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How grave a conflict is, in the words of code hosts.
pub(super) fn level(conflict: &Conflict) -> &'static str {
    if is_error(conflict) {
        "error"
    } else {
        "warning"
    }
}

/// Hard conflicts are errors, soft ones warnings.
pub(super) fn is_error(conflict: &Conflict) -> bool {
    conflict.strength == Strength::Hard
}
