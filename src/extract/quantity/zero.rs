//! "no one was killed", "there were no casualties": a count of nought that can clash with another.

use super::event::{self, Class, casualty};
use super::words::Words;

/// A count of nought.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Zero {
    pub end: usize,
    /// "person"; `None` where only the event is named.
    pub counted: Option<&'static str>,
    pub event: String,
}

/// The count of nought at `at`. Only for casualties and arrests: elsewhere "no" denies more than it counts.
pub(super) fn zero(words: Words<'_>, at: usize) -> Option<Zero> {
    let (end, counted) = match (words.lower(at), words.lower(at + 1)) {
        ("no", "one") => (at + 2, Some("person")),
        ("no", "people") => (at + 1, Some("person")),
        ("nobody" | "none", _) => (at + 1, Some("person")),
        ("no", _) => (at + 1, None),
        ("zero", _) => (at + 1, None),
        _ => return None,
    };
    if counted.is_none() {
        // "no deaths", "no serious injuries" is not nought injuries, so the noun must follow at once
        let found = casualty(words.lower(end)).filter(|found| found.class == Class::Noun)?;
        return Some(Zero {
            end,
            counted: None,
            event: event::joined(words, end, found.event).to_owned(),
        });
    }
    let mut verb = end + usize::from(words.lower(end) == "people" || words.lower(end) == "else");
    if words.lower(at) == "none" && words.lower(verb) == "of" {
        verb = (verb..verb + 6).find(|t| matches!(words.lower(*t), "was" | "were"))?;
    }
    let event = event::casualty_after(words, verb)?;
    Some(Zero {
        end,
        counted,
        event,
    })
}
