//! The rules: their names, how grave they are taken, and what they mean.

use super::{Severity, did_you_mean};
use crate::revise::Rule;

/// Every rule, in the order of [`Rule`].
pub const RULES: [Rule; 17] = [
    Rule::NumberChanged,
    Rule::DateChanged,
    Rule::NameChanged,
    Rule::PlaceChanged,
    Rule::PolarityFlipped,
    Rule::QuoteAltered,
    Rule::AttributionChanged,
    Rule::HedgeDropped,
    Rule::HedgeAdded,
    Rule::ClaimRemoved,
    Rule::ClaimAdded,
    Rule::InternalConflict,
    Rule::ChangedWithoutNote,
    Rule::ConflictsWithReference,
    Rule::AssertionFailed,
    Rule::BadIgnore,
    Rule::UnusedIgnore,
];

impl Rule {
    /// As it is written: `number-changed`.
    ///
    /// ```
    /// assert_eq!(storydiff::revise::Rule::NumberChanged.id(), "number-changed");
    /// ```
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::NumberChanged => "number-changed",
            Self::DateChanged => "date-changed",
            Self::NameChanged => "name-changed",
            Self::PlaceChanged => "place-changed",
            Self::PolarityFlipped => "polarity-flipped",
            Self::QuoteAltered => "quote-altered",
            Self::AttributionChanged => "attribution-changed",
            Self::HedgeDropped => "hedge-dropped",
            Self::HedgeAdded => "hedge-added",
            Self::ClaimRemoved => "claim-removed",
            Self::ClaimAdded => "claim-added",
            Self::InternalConflict => "internal-conflict",
            Self::ChangedWithoutNote => "changed-without-note",
            Self::ConflictsWithReference => "conflicts-with-reference",
            Self::AssertionFailed => "assertion-failed",
            Self::BadIgnore => "bad-ignore",
            Self::UnusedIgnore => "unused-ignore",
        }
    }

    /// The rule of that name.
    ///
    /// ```
    /// use storydiff::revise::Rule;
    /// assert_eq!(Rule::named("number-changed"), Ok(Rule::NumberChanged));
    /// assert_eq!(Rule::named("number-chagned").unwrap_err(), "no rule number-chagned; did you mean number-changed?");
    /// ```
    ///
    /// # Errors
    ///
    /// That there is none, with the likeliest, or how to list them.
    pub fn named(name: &str) -> Result<Self, String> {
        let found = RULES.into_iter().find(|rule| rule.id() == name);
        found.ok_or_else(|| {
            let otherwise = "`storydiff rules` lists them";
            let hint = did_you_mean(RULES.map(Self::id), name, otherwise);
            format!("no rule {name}{hint}")
        })
    }

    /// How grave it is taken when nothing else is said.
    #[must_use]
    pub fn usual_severity(self) -> Severity {
        match self {
            Self::NumberChanged
            | Self::DateChanged
            | Self::NameChanged
            | Self::PlaceChanged
            | Self::PolarityFlipped
            | Self::QuoteAltered
            | Self::HedgeDropped
            | Self::ConflictsWithReference
            | Self::AssertionFailed => Severity::Error,
            Self::AttributionChanged
            | Self::ClaimRemoved
            | Self::InternalConflict
            | Self::BadIgnore => Severity::Warning,
            Self::HedgeAdded | Self::ClaimAdded | Self::UnusedIgnore => Severity::Note,
            Self::ChangedWithoutNote => Severity::Off,
        }
    }

    /// What it means, and what to do.
    #[must_use]
    pub fn help(self) -> &'static str {
        match self {
            Self::NumberChanged => {
                "A count, sum, measure or age is another than before. Check it against the source; if it was wrong, say so in a note."
            }
            Self::DateChanged => {
                "A day or time is another than before. Days such as \u{201c}on Monday\u{201d} are counted from the day of publication."
            }
            Self::NameChanged => {
                "Somebody is named otherwise than before, or the name is spelt in another way."
            }
            Self::PlaceChanged => "A place is another than before.",
            Self::PolarityFlipped => {
                "What was said is now denied, or the other way round. One word, such as \u{201c}not\u{201d}, can have come or gone by mistake."
            }
            Self::QuoteAltered => {
                "Words between quotation marks are others than before. Quotations are not edited: check what was said."
            }
            Self::AttributionChanged => {
                "Somebody else says it than before, or nobody any more: what was a claim may now read as a fact."
            }
            Self::HedgeDropped => "What was alleged, possible or planned is now stated as a fact.",
            Self::HedgeAdded => "What was stated as a fact is now alleged, possible or planned.",
            Self::ClaimRemoved => "A sentence, a number or a quotation is gone.",
            Self::ClaimAdded => "A sentence, a number or a quotation is new.",
            Self::InternalConflict => {
                "The new revision contradicts itself, as when the headline was not changed with the text."
            }
            Self::ChangedWithoutNote => {
                "A fact changed, and neither a note of correction or update nor a later day of change says so. Off unless it is asked for."
            }
            Self::ConflictsWithReference => {
                "The new revision contradicts the text given as --reference, such as the press release it is about."
            }
            Self::AssertionFailed => {
                "Something does not hold that storydiff.toml or the story's front matter says must: a fact as another file has it, the spelling of a name, a note with every change."
            }
            Self::BadIgnore => {
                "A comment storydiff:ignore names no rule, an unknown one, or no reason. It ignores nothing until it is mended."
            }
            Self::UnusedIgnore => {
                "A comment storydiff:ignore stands where nothing is told of its rule. Take it out, before it hides something else."
            }
        }
    }
}
