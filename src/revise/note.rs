//! Whether a revision says that it is one.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::sentences::Aligned;
use super::{Change, Rule};
use crate::Article;
use crate::segment::Document;

static NOTE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)^\W*(?:correction|clarification|update[d]?|editor.{0,3}s?\ note|corrected|amended)\b
        | \b(?:this|the|an)\ (?:story|article|report|post|page|earlier\ version|previous\ version)\b .{0,60}
          \b(?:has\ been|have\ been|was|were|is)\ (?:corrected|updated|amended|changed|revised|clarified)
        | \b(?:an?|the)\ (?:earlier|previous)\ version\ of\ this\ (?:story|article|report|post)\b",
    )
    .expect("a sound pattern")
});

static CORRECTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:correct|clarif|amend|misstat|erroneous)").expect("a sound pattern")
});

/// What the new revision says of itself that the old one does not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Notes {
    /// It has a note, or a later day of change.
    pub(super) noted: bool,
    /// It is of a later day, and does not say that anything was wrong: what is another now was so then.
    pub(super) updates: bool,
}

/// What the new revision says of itself.
pub(super) fn notes(
    articles: &[Article; 2],
    documents: &[Document; 2],
    aligned: &Aligned,
) -> Notes {
    let [old, new] = articles;
    let is_later = |day: Option<Date>| {
        day.is_some_and(|day| Some(day) > old.modified && Some(day) > old.published)
    };
    let told: Vec<&str> = aligned
        .groups
        .iter()
        .flat_map(|group| &group.new)
        .map(|&at| documents[1].sentences[at].span.slice(&new.text))
        .filter(|text| NOTE.is_match(text))
        .collect();
    let dated = old.modified.is_some() || old.published.is_some();
    let later = is_later(new.modified) || is_later(new.published);
    let corrects = told.iter().any(|text| CORRECTS.is_match(text));
    Notes {
        noted: is_later(new.modified) || !told.is_empty(),
        updates: !corrects && (dated && later || !told.is_empty()),
    }
}

/// Whether a change is nothing but such a note that came.
pub(super) fn is_note(change: &Change) -> bool {
    let words = change
        .new
        .as_ref()
        .filter(|_| change.rule == Rule::ClaimAdded && change.old.is_none());
    words.is_some_and(|words| NOTE.is_match(&words.text))
}
