//! What stands on a news page and is no text of the article.
//!
//! By the names that pages give their elements (`class="newsletter-signup"`), by the look of a line ("Read more: ...",
//! "Photo: Jane Doe"), and at the end of an article by what is no sentence. The words and looks are data
//! (`data/pages/boilerplate.toml`). Precision first: a paragraph that is lost is worse than a line too many.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use dom_query::{Document, NodeId, NodeRef};
use regex::Regex;
use serde::Deserialize;

use super::blocks::Block;
use crate::DropReason;
use crate::read::calendar;

/// Share of a page's running text from which on an element is too large to stand beside the article, whatever its name.
const LARGEST_SHARE: f64 = 0.2;
/// Bytes of a line that may be dropped for how it begins.
const LONGEST_LINE: usize = 220;
/// Share of links from which on a line is a link.
const LINK_SHARE: f64 = 0.8;

/// The words and patterns, as `data/pages/boilerplate.toml` has them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    standfirst: Vec<String>,
    names: HashMap<DropReason, Vec<String>>,
    line: Vec<WrittenLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLine {
    reason: DropReason,
    pattern: String,
    #[serde(default)]
    sentence: bool,
}

/// The same, ready for use.
struct Known {
    standfirst: HashSet<String>,
    names: HashMap<String, DropReason>,
    lines: Vec<Line>,
}

/// A look of lines that are no text.
struct Line {
    reason: DropReason,
    pattern: Regex,
    /// Whether it holds for sentences as well.
    sentence: bool,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let text = include_str!("../../../data/pages/boilerplate.toml");
    let written: Written = toml::from_str(text).expect("sound data");
    let of_reason = |(reason, words): (DropReason, Vec<String>)| {
        words.into_iter().map(move |word| (word, reason))
    };
    let line = |line: WrittenLine| Line {
        reason: line.reason,
        pattern: Regex::new(&format!("(?i){}", line.pattern)).expect("sound data"),
        sentence: line.sentence,
    };
    Known {
        standfirst: written.standfirst.into_iter().collect(),
        names: written.names.into_iter().flat_map(of_reason).collect(),
        lines: written.line.into_iter().map(line).collect(),
    }
});

/// What an element says of the text in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Says {
    /// Why it is no text of the article.
    pub(super) dropped: Option<DropReason>,
    /// Whether it is named as the lines that sum up below a headline.
    pub(super) standfirst: bool,
}

/// What an element's name and attributes say of it.
pub(super) fn of_element(node: &NodeRef<'_>, name: &str) -> Says {
    let dropped = |reason| Says {
        dropped: Some(reason),
        standfirst: false,
    };
    match name {
        "figcaption" => return dropped(DropReason::Caption),
        "nav" | "footer" | "button" | "form" | "dialog" => return dropped(DropReason::Navigation),
        "body" | "html" | "main" | "article" | "h1" => return Says::default(),
        _ => {}
    }
    let mut says = Says::default();
    for attribute in node.attrs() {
        let value = &*attribute.value;
        match &*attribute.name.local {
            "hidden" => return dropped(DropReason::Hidden),
            "aria-hidden" if value == "true" => return dropped(DropReason::Hidden),
            "style" if value.replace(' ', "").contains("display:none") => {
                return dropped(DropReason::Hidden);
            }
            "role"
                if matches!(
                    value,
                    "navigation" | "complementary" | "dialog" | "search" | "contentinfo"
                ) =>
            {
                return dropped(DropReason::Navigation);
            }
            "class" | "id" | "itemprop" | "data-component" => {
                let words = words(value);
                let pairs = words.windows(2).map(|pair| pair.concat());
                for word in words.iter().cloned().chain(pairs) {
                    says.standfirst |= KNOWN.standfirst.contains(&word);
                    says.dropped = says.dropped.or(KNOWN.names.get(&word).copied());
                }
            }
            _ => {}
        }
    }
    says
}

/// The words of an element's names: `articleRelated-links` has three.
fn words(names: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut small = false;
    for c in names.chars() {
        if (!c.is_alphanumeric() || c.is_uppercase() && small) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        small = c.is_lowercase();
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Takes out of a page what `unwanted` names and what is no larger part of its running text.
pub(super) fn remove(document: &Document, unwanted: &[NodeId]) {
    let running = |node: &NodeRef<'_>| -> usize {
        let paragraphs = node.descendants_it().filter(|node| node.has_name("p"));
        paragraphs.map(|node| node.normalized_char_count()).sum()
    };
    let whole = running(&document.root()) as f64;
    let tree = &document.tree;
    for node in unwanted.iter().filter_map(|id| tree.get(id)) {
        let holds_title = node.descendants_it().any(|node| node.has_name("h1"));
        let share = running(&node) as f64;
        if !holds_title && (share <= LARGEST_SHARE * whole || share < 200.0) {
            node.remove_from_parent();
        }
    }
}

/// `By Jane Doe, Staff Writer`; case tells it from "By then ...".
static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:By|BY) +[A-Z][^\s,|]+(?: [^\s,|a-z][^\s,|]+){0,4}(?:,? and [A-Z].{0,40})?(?:[,|] .{0,60})?$").expect("a sound pattern")
});

/// What a line's own words say of it.
pub(super) fn of_block(block: &Block) -> Option<DropReason> {
    let text = &block.text;
    let sentence = text.ends_with(['.', '!', '?', '"', '\u{201d}']);
    if block.linked as f64 >= LINK_SHARE * text.len() as f64 && (!sentence || text.len() < 80) {
        return Some(DropReason::Related);
    }
    if text.len() > LONGEST_LINE {
        return None;
    }
    let is_day =
        !sentence && text.split_whitespace().count() <= 7 && calendar::date_in(text).is_some();
    if is_day && !block.heading {
        return Some(DropReason::Byline);
    }
    if !sentence && BYLINE.is_match(text) {
        return Some(DropReason::Byline);
    }
    let fits = |line: &&Line| (line.sentence || !sentence) && line.pattern.is_match(text);
    KNOWN.lines.iter().find(fits).map(|line| line.reason)
}

/// Drops what stands after the last sentence and is none: headings of what follows, names, dates.
pub(super) fn drop_ends(found: &[Block], reasons: &mut [Option<DropReason>]) {
    let is_text = |block: &Block| {
        !block.heading
            && (block.text.len() > 60
                || block
                    .text
                    .trim_end_matches(['"', '\'', '\u{201d}', '\u{2019}', ')'])
                    .ends_with(['.', '!', '?', ':', '\u{2026}']))
    };
    let last = found
        .iter()
        .zip(reasons.iter())
        .rposition(|(block, reason)| reason.is_none() && is_text(block));
    let Some(last) = last else {
        return;
    };
    for reason in &mut reasons[last + 1..] {
        reason.get_or_insert(DropReason::Outside);
    }
}
