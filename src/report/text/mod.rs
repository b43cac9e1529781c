//! The view for people: what an editor must see first stands first.
//!
//! ```text
//! articles with letters -> counts -> conflicts, the gravest first -> inside one article -> agreements -> only in one
//! ```

pub(super) mod agreements;
pub(super) mod conflicts;
pub(super) mod head;
mod in_full;
mod map;
mod summary;
mod table;
mod uniques;
pub(super) mod values;

use super::ink::Ink;
use super::lookup::Lookup;
use super::page::Page;
use super::view::View;
use crate::{Article, Comparison, Verdict};

/// The comparison as text for a terminal.
#[must_use]
pub fn render(comparison: &Comparison, view: &View) -> String {
    let story = Lookup::new(comparison);
    let mut page = Page::new(view);
    if view.summary {
        summary::write(&mut page, &story);
        return page.finish();
    }
    let named = |article: &&Article| view.article.as_ref().is_some_and(|id| article.id == *id);
    if let Some(article) = comparison.articles.iter().find(named) {
        in_full::write(&mut page, &story, article);
        return page.finish();
    }
    let shows = |verdict| view.only.is_none_or(|only| only == verdict);
    head::write(&mut page, &story);
    if view.only.is_none() {
        table::write(&mut page, &story);
    }
    if shows(Verdict::Conflict) {
        conflicts::write(&mut page, &story, view);
        conflicts::write_internal(&mut page, &story);
    }
    if shows(Verdict::Agree) {
        agreements::write(&mut page, &story, view);
    }
    if shows(Verdict::Unique) {
        uniques::write(&mut page, &story, view);
    }
    hint(&mut page, comparison);
    page.finish()
}

/// Where to look further.
fn hint(page: &mut Page<'_>, comparison: &Comparison) {
    if let Some(first) = comparison.findings.first() {
        page.gap();
        let words = format!("more on a finding: --explain {}", first.id);
        page.heading(Ink::Faint, &words);
    }
}
