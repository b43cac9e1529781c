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
use super::text::head::{about, counted, in_language, label};
use crate::{Article, Claim, Comparison, Dropped, Modality, Polarity};

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

/// A claim a line: who says so, how, and the words, spaces and quotation marks made the same. The same claims give the same
/// lines wherever they stand, so that a comparison by lines shows which were added and which went.
#[must_use]
pub fn render_lines(comparison: &Comparison) -> String {
    let mut lines = String::new();
    let articles = comparison.articles.iter();
    for (article, claim) in articles.flat_map(|article| {
        let own = |claim: &&Claim| claim.article == article.id;
        comparison
            .claims
            .iter()
            .filter(own)
            .map(move |claim| (article, claim))
    }) {
        let words = own_words(article, claim, "...");
        let words: String = words.text().chars().map(plain_mark).collect();
        lines.push_str(&words.split_whitespace().collect::<Vec<_>>().join(" "));
        if let Some(speaker) = &claim.speaker {
            lines.push_str(" -- ");
            lines.push_str(
                &speaker
                    .name
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" "),
            );
        }
        lines.push_str(manner(claim).text());
        lines.push('\n');
    }
    lines
}

/// Typographers' quotation marks and dashes as a typewriter has them.
fn plain_mark(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2013}' | '\u{2014}' => '-',
        c => c,
    }
}

fn write_article(page: &mut Page<'_>, story: &Lookup<'_>, article: &Article) {
    let claims = story.comparison.claims.iter();
    let claims: Vec<&Claim> = claims.filter(|claim| claim.article == article.id).collect();
    let mut margin = Prose::of(Ink::Strong, &article.id);
    margin.pad(article.id.len() + 2);
    margin.append(&label(page, article));
    margin.pad(margin.width() + 2);
    page.row(&margin, &about(page, story, article), Some(1));
    if let Some(code) = &article.language {
        page.gap();
        page.row(
            &Prose::default(),
            &Prose::of(Ink::Soft, &in_language(&article.id, code)),
            None,
        );
    }
    if !claims.is_empty() {
        write_claims(page, article, &claims);
    }
    if let Some(dropped) = &article.included_dropped {
        write_dropped(page, dropped);
    }
}

/// What else stands on the page, in its order, with why it was left out.
fn write_dropped(page: &mut Page<'_>, dropped: &[Dropped]) {
    page.gap();
    page.heading(Ink::Strong, "LEFT OUT");
    let widest = dropped
        .iter()
        .map(|line| line.reason.words().len())
        .max()
        .unwrap_or(0);
    for line in dropped {
        let mut margin = Prose::of(Ink::Faint, line.reason.words());
        margin.pad(widest + 2);
        page.row(&margin, &Prose::of(Ink::Plain, &line.text), Some(2));
    }
    if dropped.is_empty() {
        page.row(&Prose::default(), &Prose::of(Ink::Faint, "nothing"), None);
    }
}

fn write_claims(page: &mut Page<'_>, article: &Article, claims: &[&Claim]) {
    page.gap();
    page.row(&Prose::default(), &counts(page, claims), None);
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
