//! A web page -> the article in it.
//!
//! ```text
//! <h1>Fire at the mill</h1>                      title
//! <p class="standfirst">Six hurt</p>             standfirst
//! <figure>...<figcaption>Smoke</figcaption>      dropped: caption
//! <p>Six guards were hurt ...</p>                text
//! <div class="related">Read more</div>           dropped: related
//! ```
//!
//! Where the article stands is told by `dom_smoothie` (the method of Mozilla's Readability); what inside it is no part of
//! the text, and what the page says of itself, is told here.

mod blocks;
mod boilerplate;
mod metadata;

use std::collections::{HashMap, HashSet};

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use crate::{DropReason, Dropped};
use blocks::{Block, blocks};
pub(super) use metadata::{About, day};

/// Most elements of a page in which the article is looked for; the largest of 181 news pages has 11,000.
const MOST_ELEMENTS: usize = 60_000;
/// Deepest that the elements of such a page may nest: browsers stop at 512, and who looks for the article goes down by
/// calling itself.
const DEEPEST: usize = 512;
/// Fewest words from which on something is an article.
pub(super) const FEWEST_WORDS: usize = 20;
/// Bytes of a standfirst.
const STANDFIRST_LENGTH: std::ops::RangeInclusive<usize> = 25..=600;

/// The article of a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// What the page says of itself.
    pub(super) about: About,
    /// The lines below the headline that sum up.
    pub(super) standfirst: Option<String>,
    /// The text, a block a paragraph.
    pub(super) paragraphs: Vec<String>,
    /// What else stands on the page.
    pub(super) dropped: Vec<Dropped>,
    /// Comments that are meant for this program, each with the paragraph that it stands in or before.
    pub(super) comments: Vec<(Option<String>, String)>,
}

/// Finds the article of a page; with `whole`, all text of the page is taken for it.
pub(super) fn page(html: &str, whole: bool) -> Page {
    let document = Document::from(html);
    let about = metadata::about(&document);
    let root = document.root();
    if whole {
        let seen = blocks(&root, false);
        let mut page = Page {
            about,
            paragraphs: seen.blocks.iter().map(|block| block.text.clone()).collect(),
            ..Page::default()
        };
        page.add_comments(&seen.blocks, seen.comments);
        return page;
    }
    let seen = blocks(&root, true);
    boilerplate::remove(&document, &seen.unwanted);
    let found = if seen.deepest > DEEPEST {
        Vec::new()
    } else {
        main_text(document)
    };
    let comments = seen.comments;
    let mut page = choose(about, &seen.blocks, &found);
    page.add_comments(&seen.blocks, comments);
    page
}

impl Page {
    /// Puts each comment before the first block behind it, of all `seen`, that is part of the article.
    fn add_comments(&mut self, seen: &[Block], comments: Vec<(usize, String)>) {
        if comments.is_empty() {
            return;
        }
        let own: HashMap<String, &String> = self
            .about
            .title
            .iter()
            .chain(&self.standfirst)
            .chain(&self.paragraphs)
            .map(|text| (key(text), text))
            .collect();
        let before = |from: usize| {
            let behind = seen.iter().skip(from);
            behind.filter_map(|block| own.get(&key(&block.text))).next()
        };
        self.comments = comments
            .into_iter()
            .map(|(from, text)| (before(from).map(|words| (*words).clone()), text))
            .collect();
    }
}

/// The blocks of the part of a page that holds the article.
fn main_text(document: Document) -> Vec<Block> {
    let config = Config {
        max_elements_to_parse: MOST_ELEMENTS,
        disable_json_ld: true,
        ..Config::default()
    };
    let Ok(mut readability) = Readability::with_document(document, None, Some(config)) else {
        return Vec::new();
    };
    readability.parse().map_or_else(
        |_| Vec::new(),
        |article| blocks(&Document::fragment(article.content).root(), true).blocks,
    )
}

/// Tells the text from what only stands beside it; `seen` are all blocks of the page.
fn choose(about: About, seen: &[Block], found: &[Block]) -> Page {
    let title = about.title.as_deref().map(key);
    let mut reasons: Vec<Option<DropReason>> = found
        .iter()
        .map(|block| block.dropped.or_else(|| boilerplate::of_block(block)))
        .collect();
    for (block, reason) in found.iter().zip(&mut reasons) {
        if reason.is_none()
            && title
                .as_ref()
                .is_some_and(|title| *title == key(&block.text))
        {
            *reason = Some(DropReason::Outside);
        }
    }
    boilerplate::drop_ends(found, &mut reasons);
    let mut kept: Vec<&Block> = found
        .iter()
        .zip(&reasons)
        .filter_map(|(block, reason)| reason.is_none().then_some(block))
        .collect();
    let standfirst = standfirst(&about, seen, &kept);
    if let Some(standfirst) = standfirst.as_deref().map(key) {
        kept.retain(|block| key(&block.text) != standfirst);
    }
    let mut known: HashSet<String> = kept.iter().map(|block| key(&block.text)).collect();
    known.extend(standfirst.as_deref().map(key));
    known.extend(title);
    let told: HashMap<String, DropReason> = found
        .iter()
        .zip(&reasons)
        .filter_map(|(block, reason)| Some((key(&block.text), (*reason)?)))
        .collect();
    let mut listed = HashSet::new();
    let dropped = seen
        .iter()
        .filter(|block| {
            let key = key(&block.text);
            !known.contains(&key) && listed.insert(key)
        })
        .map(|block| {
            let key = key(&block.text);
            Dropped {
                reason: block
                    .dropped
                    .or_else(|| told.get(&key).copied())
                    .or_else(|| boilerplate::of_block(block))
                    .unwrap_or(DropReason::Outside),
                text: block.text.clone(),
            }
        })
        .collect();
    Page {
        paragraphs: kept.into_iter().map(|block| block.text.clone()).collect(),
        about,
        standfirst,
        dropped,
        comments: Vec::new(),
    }
}

/// The standfirst, when it is shown on the page: a block that is named so, or that is what the page gives as its description,
/// outside the text or at its head.
fn standfirst(about: &About, seen: &[Block], kept: &[&Block]) -> Option<String> {
    let title = about.title.as_deref().map(key);
    let text: HashMap<String, usize> = kept
        .iter()
        .enumerate()
        .rev()
        .map(|(at, block)| (key(&block.text), at))
        .collect();
    let fits = |block: &&Block| {
        let key = key(&block.text);
        STANDFIRST_LENGTH.contains(&block.text.len())
            && text.get(&key).is_none_or(|&at| at == 0 && kept.len() > 1)
            && Some(key) != title
    };
    let described = about.description.as_deref().map(key);
    let shown = |block: &&Block| {
        described
            .as_ref()
            .is_some_and(|words| *words == key(&block.text))
    };
    seen.iter()
        .filter(fits)
        .find(|block| block.standfirst && block.dropped.is_none())
        .or_else(|| seen.iter().filter(fits).find(shown))
        .map(|block| block.text.clone())
}

/// Letters and digits of a text: what stays the same when spaces and quotation marks change.
fn key(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests;
