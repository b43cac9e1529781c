//! One article in full, its claims marked in place, with what the others say below each paragraph.
//!
//! ```text
//! !F1[Three drones were sent against the home of the prime minister], and !F2[six of his guards were wounded], sources said.
//!      ! F1 B gulf-desk  Two armed drones attacked the residence ...
//! ```

use super::super::ink::Ink;
use super::super::lookup::Lookup;
use super::super::page::Page;
use super::super::prose::Prose;
use super::super::snippet::own_words;
use super::head::{about, label};
use super::map::verdict_in;
use crate::{Article, Claim, Finding, Verdict};

/// Lines that another article gets below a paragraph.
const LINES: usize = 2;

/// Writes the article.
pub(super) fn write(page: &mut Page<'_>, story: &Lookup<'_>, article: &Article) {
    let mut margin = Prose::of(Ink::Strong, &article.id);
    margin.pad(article.id.len() + 2);
    margin.append(&label(page, article));
    margin.pad(margin.width() + 2);
    page.row(&margin, &about(page, story, article), Some(1));
    let mut parts: Vec<(usize, usize, &Claim, &Finding)> = Vec::new();
    for finding in &story.comparison.findings {
        for claim in story
            .claims_of(finding)
            .into_iter()
            .filter(|claim| claim.article == article.id)
        {
            parts.extend(
                claim
                    .parts
                    .iter()
                    .map(|part| (part.start, part.end, claim, finding)),
            );
        }
    }
    parts.sort_by_key(|part| (part.0, part.1));
    let mut at = 0;
    for paragraph in article.text.split('\n') {
        let (start, end) = (at, at + paragraph.len());
        at = end + 1;
        if paragraph.trim().is_empty() {
            continue;
        }
        let inside: Vec<_> = parts
            .iter()
            .filter(|part| part.0 < end && part.1 > start)
            .copied()
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

fn look(finding: &Finding, claim: &Claim) -> (Ink, &'static str) {
    match verdict_in(finding, &claim.id) {
        Verdict::Conflict => (Ink::Hard, "!"),
        Verdict::Agree => (Ink::Agree, "="),
        Verdict::Unique => (Ink::Unique, "+"),
    }
}

/// A paragraph with each claim in brackets, its sign and its finding before it.
fn marked(
    article: &Article,
    start: usize,
    end: usize,
    parts: &[(usize, usize, &Claim, &Finding)],
) -> Prose {
    let mut prose = Prose::default();
    let mut at = start;
    let text = |from: usize, to: usize| article.text.get(from..to).unwrap_or_default();
    for (from, to, claim, finding) in parts {
        let (from, to) = ((*from).max(at), (*to).min(end));
        if from >= to {
            continue;
        }
        prose.push(Ink::Plain, text(at, from));
        let (ink, sign) = look(finding, claim);
        if finding.verdict == Verdict::Unique {
            prose.push(ink, sign);
        } else {
            prose.push(ink, &format!("{sign}{}", finding.id));
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
fn others(
    page: &mut Page<'_>,
    story: &Lookup<'_>,
    article: &Article,
    parts: &[(usize, usize, &Claim, &Finding)],
) {
    let mut told: Vec<&str> = Vec::new();
    for (_, _, _, finding) in parts {
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
            if finding.verdict == Verdict::Conflict
                && verdict_in(finding, &claim.id) != Verdict::Conflict
            {
                continue;
            }
            let Some(other) = story.article_of(claim) else {
                continue;
            };
            let (ink, sign) = look(finding, claim);
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
