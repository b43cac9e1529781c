//! Whether a revision says that it is one.

use std::sync::LazyLock;

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

/// Whether the new revision has a note that the old one lacks, or a later day of change.
pub(super) fn is_noted(
    articles: &[Article; 2],
    documents: &[Document; 2],
    aligned: &Aligned,
) -> bool {
    let [old, new] = articles;
    let later = new
        .modified
        .is_some_and(|day| Some(day) > old.modified && Some(day) > old.published);
    let text = |at: usize| documents[1].sentences[at].span.slice(&new.text);
    later
        || aligned
            .groups
            .iter()
            .flat_map(|group| &group.new)
            .any(|&at| NOTE.is_match(text(at)))
}

/// Whether a change is nothing but such a note that came.
pub(super) fn is_note(change: &Change) -> bool {
    let words = change
        .new
        .as_ref()
        .filter(|_| change.rule == Rule::ClaimAdded && change.old.is_none());
    words.is_some_and(|words| NOTE.is_match(&words.text))
}
