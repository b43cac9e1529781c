//! What was understood of an article: its claims with speaker, polarity, modality and facts.
//!
//! ```text
//! A2.2  six of his guards were wounded — security sources
//!       six  → 6 guards (injure)
//! ```

use std::collections::BTreeSet;

use super::View;
use super::facts::meaning;
use super::ink::Ink;
use super::lookup::Lookup;
use super::page::Page;
use super::prose::Prose;
use super::snippet::own_words;
use super::text::head::{about, counted, label};
use crate::{Article, Claim, Comparison, Modality, Polarity};

/// Widest that the words of a fact get before their meaning moves away from the margin.
const FACT_COLUMNS: usize = 24;

/// The claims as text for a terminal.
#[must_use]
pub fn render(comparison: &Comparison, view: &View) -> String {
    let mut page = Page::new(view);
    let story = Lookup::new(comparison);
    for (number, article) in comparison.articles.iter().enumerate() {
        if number > 0 {
            page.gap();
        }
        write_article(&mut page, &story, article);
    }
    page.finish()
}

fn write_article(page: &mut Page<'_>, story: &Lookup<'_>, article: &Article) {
    let claims = story.comparison.claims.iter();
    let claims: Vec<&Claim> = claims.filter(|claim| claim.article == article.id).collect();
    let mut margin = Prose::of(Ink::Strong, &article.id);
    margin.pad(article.id.len() + 2);
    margin.append(&label(page, article));
    margin.pad(margin.width() + 2);
    page.row(&margin, &about(page, story, article), Some(1));
    if claims.is_empty() {
        return;
    }
    page.gap();
    page.row(&Prose::default(), &counts(page, &claims), None);
    let columns = claims.iter().map(|claim| claim.id.len()).max().unwrap_or(0) + 2;
    for claim in claims {
        page.gap();
        let mut margin = Prose::of(Ink::Faint, &claim.id);
        margin.pad(columns);
        let mut words = own_words(article, claim, page.ellipsis());
        words.append(&said(page, claim));
        words.append(&manner(claim));
        page.row(&margin, &words, None);
        write_facts(page, claim, columns);
    }
}

fn counts(page: &Page<'_>, claims: &[&Claim]) -> Prose {
    let speakers: BTreeSet<&str> = claims
        .iter()
        .filter_map(|claim| claim.speaker.as_ref())
        .map(|speaker| speaker.name.as_str())
        .collect();
    let facts = claims.iter().map(|claim| claim.facts.len()).sum();
    let counts = [
        counted(claims.len(), "claim"),
        counted(facts, "fact"),
        counted(speakers.len(), "speaker"),
    ];
    Prose::of(Ink::Faint, &counts.join(&format!(" {} ", page.dot())))
}

/// " — police", or nothing when the article itself says so.
pub(super) fn said(page: &Page<'_>, claim: &Claim) -> Prose {
    claim
        .speaker
        .as_ref()
        .map_or_else(Prose::default, |speaker| {
            let mut said = Prose::default();
            said.pad(1);
            said.push(Ink::Faint, &format!("{} {}", page.dash(), speaker.name));
            said
        })
}

/// " (negative, possible)", or nothing when it is plainly asserted.
pub(super) fn manner(claim: &Claim) -> Prose {
    let mut manner = Vec::new();
    if claim.headline {
        manner.push("headline");
    }
    if claim.polarity == Polarity::Negative {
        manner.push("negative");
    }
    manner.extend(match claim.modality {
        Modality::Asserted => None,
        Modality::Reported => Some("reported"),
        Modality::Alleged => Some("alleged"),
        Modality::Possible => Some("possible"),
        Modality::Planned => Some("planned"),
        Modality::Denied => Some("denied"),
    });
    let mut prose = Prose::default();
    if !manner.is_empty() {
        prose.pad(1);
        prose.push(Ink::Soft, &format!("({})", manner.join(", ")));
    }
    prose
}

/// One line for each fact: its words and what they were taken to mean.
pub(super) fn write_facts(page: &mut Page<'_>, claim: &Claim, indent: usize) {
    let words = |text: &str| Prose::of(Ink::Plain, text).width();
    let widest = claim.facts.iter().map(|fact| words(&fact.text)).max();
    let columns = widest.unwrap_or(0).min(FACT_COLUMNS).min(page.width() / 3);
    for fact in &claim.facts {
        let shown = Prose::of(Ink::Agree, &fact.text);
        let shown = shown.wrap(columns.max(1), Some(1), page.ellipsis());
        let mut margin = indented(indent);
        margin.append(&shown.into_iter().next().unwrap_or_default());
        margin.pad(indent + columns + 1);
        margin.push(Ink::Faint, page.arrow());
        margin.pad(margin.width() + 1);
        page.row(&margin, &Prose::of(Ink::Plain, &meaning(fact)), None);
    }
}

pub(super) fn indented(columns: usize) -> Prose {
    let mut margin = Prose::default();
    margin.pad(columns);
    margin
}
