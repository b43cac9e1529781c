//! One article in full, its claims marked in place, with what the others say below each paragraph.
//!
//! ```text
//! !F1[Three drones were sent against the home of the prime minister], and !F2[six of his guards were wounded], sources said.
//!      ! F1 B gulf-desk  Two armed drones attacked the residence ...
//! ```

use super::super::ink::Ink;
use super::super::lookup::Lookup;
use super::super::page::Page;
use super::super::placed::{Placed, clashes, paragraphs, placed};
use super::super::prose::Prose;
use super::super::snippet::own_words;
use super::head::{about, label};
use crate::{Article, Verdict};

/// Lines that another article gets below a paragraph.
const LINES: usize = 2;

/// Writes the article.
pub(super) fn write(page: &mut Page<'_>, story: &Lookup<'_>, article: &Article) {
    let mut margin = Prose::of(Ink::Strong, &article.id);
    margin.pad(article.id.len() + 2);
    margin.append(&label(page, article));
    margin.pad(margin.width() + 2);
    page.row(&margin, &about(page, story, article), Some(1));
    let parts = placed(story, article);
    for (start, end) in paragraphs(&article.text) {
        let inside: Vec<Placed<'_>> = parts
            .iter()
            .filter(|part| part.start < end && part.end > start)
            .cloned()
            .collect();
        page.gap();
        page.row(
            &Prose::default(),
            &marked(article, start, end, &inside),
            None,
        );
        others(page, story, article, &inside);
    }
}

fn look(verdict: Verdict) -> (Ink, &'static str) {
    match verdict {
        Verdict::Conflict => (Ink::Hard, "!"),
        Verdict::Agree => (Ink::Agree, "="),
        Verdict::Unique => (Ink::Unique, "+"),
    }
}

/// A paragraph with each claim in brackets, its sign and its finding before it.
fn marked(article: &Article, start: usize, end: usize, parts: &[Placed<'_>]) -> Prose {
    let mut prose = Prose::default();
    let mut at = start;
    let text = |from: usize, to: usize| article.text.get(from..to).unwrap_or_default();
    for part in parts {
        let (from, to) = (part.start.max(at), part.end.min(end));
        if from >= to {
            continue;
        }
        prose.push(Ink::Plain, text(at, from));
        let (ink, sign) = look(part.verdict());
        if part.finding.verdict == Verdict::Unique {
            prose.push(ink, sign);
        } else {
            prose.push(ink, &format!("{sign}{}", part.finding.id));
        }
        prose.push(Ink::Faint, "[");
        prose.push(ink, text(from, to));
        prose.push(Ink::Faint, "]");
        at = to;
    }
    prose.push(Ink::Plain, text(at, end));
    prose
}

/// What the other articles say of what a paragraph says, conflicts first.
fn others(page: &mut Page<'_>, story: &Lookup<'_>, article: &Article, parts: &[Placed<'_>]) {
    let mut told: Vec<&str> = Vec::new();
    for &finding in parts.iter().flat_map(|part| &part.findings) {
        if finding.verdict == Verdict::Unique || told.contains(&finding.id.as_str()) {
            continue;
        }
        told.push(&finding.id);
        for claim in story
            .claims_of(finding)
            .into_iter()
            .filter(|claim| claim.article != article.id)
        {
            // of a finding that conflicts, what clashes
            if finding.verdict == Verdict::Conflict && !clashes(finding, claim) {
                continue;
            }
            let Some(other) = story.article_of(claim) else {
                continue;
            };
            let (ink, sign) = look(finding.verdict);
            let mut margin = Prose::default();
            margin.pad(5);
            margin.push(ink, sign);
            margin.push(Ink::Faint, &format!(" {} ", finding.id));
            margin.push(Ink::Strong, &claim.article);
            margin.push(Ink::Plain, " ");
            margin.append(&label(page, other));
            margin.push(Ink::Plain, "  ");
            let words = own_words(other, claim, page.ellipsis());
            page.row(&margin, &words, Some(LINES));
        }
    }
}
