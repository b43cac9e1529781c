//! What stands on a news page and is no text of the article.
//!
//! By the names that pages give their elements (`class="newsletter-signup"`), by the look of a line ("Read more: ...",
//! "Photo: Jane Doe"), and at the end of an article by what is no sentence. Found on news pages of 2019 to 2021; precision
//! first, for a paragraph that is lost is worse than a line too many.

use std::collections::HashMap;
use std::sync::LazyLock;

use dom_query::{Document, NodeId, NodeRef};
use regex::Regex;

use super::blocks::Block;
use crate::DropReason;
use crate::read::calendar;

/// Share of a page's running text from which on an element is too large to stand beside the article, whatever its name.
const LARGEST_SHARE: f64 = 0.2;
/// Bytes of a line that may be dropped for how it begins.
const LONGEST_LINE: usize = 220;
/// Share of links from which on a line is a link.
const LINK_SHARE: f64 = 0.8;

/// Words in the names of elements, and what they tell of them.
const NAMES: [(DropReason, &[&str]); 8] = [
    (
        DropReason::Caption,
        &[
            "caption",
            "figcaption",
            "photocredit",
            "imagecredit",
            "gallery",
            "slideshow",
            "lightbox",
            "carousel",
        ],
    ),
    (
        DropReason::Byline,
        &[
            "byline",
            "authorbio",
            "bio",
            "biography",
            "contributors",
            "timestamp",
            "pubdate",
            "dateblock",
        ],
    ),
    (
        DropReason::Related,
        &[
            "related",
            "recommended",
            "recommendation",
            "recommendations",
            "trending",
            "popular",
            "mostread",
            "mostpopular",
            "readmore",
            "morefrom",
            "moreon",
            "outbrain",
            "taboola",
            "recirc",
            "recirculation",
            "teaser",
            "teasers",
            "promo",
            "upnext",
            "seealso",
        ],
    ),
    (
        DropReason::Invitation,
        &[
            "newsletter",
            "newsletters",
            "subscribe",
            "subscription",
            "signup",
            "paywall",
            "donate",
            "donation",
            "membership",
            "follow",
            "appeal",
            "cta",
        ],
    ),
    (
        DropReason::Cookies,
        &["cookie", "cookies", "consent", "gdpr", "cookiebar"],
    ),
    (
        DropReason::Navigation,
        &[
            "nav",
            "navbar",
            "navigation",
            "breadcrumb",
            "breadcrumbs",
            "menu",
            "footer",
            "masthead",
            "sidebar",
            "tags",
            "taglist",
            "toolbar",
            "skip",
            "pagination",
            "toc",
        ],
    ),
    (
        DropReason::Advertisement,
        &[
            "ad",
            "ads",
            "advert",
            "advertisement",
            "advertising",
            "sponsor",
            "sponsored",
            "dfp",
            "adslot",
            "adunit",
        ],
    ),
    (
        DropReason::Sharing,
        &[
            "share",
            "sharing",
            "social",
            "comments",
            "comment",
            "commenting",
            "disqus",
            "sharebar",
            "sharetools",
            "addthis",
        ],
    ),
];

/// Names of a standfirst's element.
const STANDFIRST: [&str; 11] = [
    "standfirst",
    "dek",
    "deck",
    "subtitle",
    "subheadline",
    "subheading",
    "subhed",
    "summary",
    "strapline",
    "subdeck",
    "articledek",
];

/// What the words of an element's names tell, by word.
static BY_NAME: LazyLock<HashMap<&str, DropReason>> = LazyLock::new(|| {
    NAMES
        .iter()
        .flat_map(|(reason, words)| words.iter().map(move |word| (*word, *reason)))
        .collect()
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
                    says.standfirst |= STANDFIRST.contains(&word.as_str());
                    says.dropped = says.dropped.or(BY_NAME.get(word.as_str()).copied());
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

static LINES: LazyLock<Vec<(DropReason, Regex)>> = LazyLock::new(|| {
    [
        (
            DropReason::Caption,
            r"(?i)^(?:[(\[] *)?(?:image|photo|picture|photograph|video|file photo|graphic)s?(?: credit| courtesy| by| source)?(?-u:\b) *[:\x{a9}(\[]|^(?:image |photo )?[0-9]+ (?:of|/) [0-9]+$|^image [0-9]+ of(?-u:\b)|^credit(?:(?-u:\b) *:|\.\.\.)|(?-u:\b)(?:ap photo|getty images|afp via getty)[^.]{0,40}$|^media playback|^caption$|^enlarge(?-u:\b)|^this is a (?:file|handout)",
        ),
        (
            DropReason::Byline,
            r"^(?:By|BY) +[A-Z][^\s,|]+(?: [^\s,|a-z][^\s,|]+){0,4}(?:,? and [A-Z].{0,40})?(?:[,|] .{0,60})?$|^(?i:published|updated|posted|last updated|first published|last modified|modified)(?-u:\b) *(?:on|at|:)? *[^a-z]*(?:(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|[0-9]+)[^.]{0,70}$|^.{0,60}(?-u:\b)is a (?:freelance|staff|senior|contributing)? ?(?:writer|reporter|correspondent|journalist)(?-u:\b)|^(?:Reporting|Additional reporting|Editing|Writing) by ",
        ),
        (
            DropReason::Related,
            r"(?i)^(?:related|read more|read also|also read|see also|more on this|more:|read:|watch:|watch now|listen:|don't miss|recommended|you may also like|you might also like|more from|more stories|more great|most read|most popular|trending|popular|up next|editor's picks|what to read next|most viewed|top stories)(?-u:\b)",
        ),
        (
            DropReason::Invitation,
            r"(?i)^(?:sign up|subscribe|follow (?:us|him|her|them|the|@)|join (?:us|our|now)|click here|download (?:our|the)|get (?:the latest|our|breaking)|like us|support (?:us|our)|become a|already a subscriber|for more .{0,60}(?:visit|click|sign up)|email .{1,60}@|need more|thank you for|thanks for reading|have a (?:news )?tip|contact the)(?-u:\b)",
        ),
        (
            DropReason::Advertisement,
            r"(?i)^(?:advertisement|advert|ad|sponsored|promoted|story continues(?: below)?|article continues(?: below)?|continue reading|this article (?:contains|includes) affiliate)(?-u:\b)[^.]{0,80}$",
        ),
        (
            DropReason::Sharing,
            r"(?i)^(?:share(?: this.{0,40})?|sharing is caring!?|tweet|comments?(?: \([0-9]+\))?|[0-9]+ comments?|view comments|leave a (?:comment|reply)|post a comment|print|email|save|copy link|facebook|twitter|whatsapp|pinterest|close|tags?:?.{0,60}|topics:?.{0,60}|loading\.*|source:? .{0,30})$",
        ),
        (
            DropReason::Navigation,
            r"(?i)^(?:\x{a9}|copyright(?-u:\b)|all rights reserved|terms (?:of|and)|privacy policy|(?:this material )?may not be (?:published|reproduced))|^this (?:story|article|post) (?:has been|was) (?:updated|corrected) (?:to|with)? ?(?:fix|add) (?:a )?(?:link|photo)",
        ),
    ]
    .into_iter()
    .map(|(reason, pattern)| (reason, Regex::new(pattern).expect("a sound pattern")))
    .collect()
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
    LINES
        .iter()
        .find(|(_, pattern)| pattern.is_match(text))
        .map(|(reason, _)| *reason)
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
