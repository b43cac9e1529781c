//! What stands in one article only, with the nearest candidate of the others.

use super::super::View;
use super::super::ink::Ink;
use super::super::lookup::Lookup;
use super::super::page::Page;
use super::super::prose::Prose;
use super::super::snippet::own_words;
use super::agreements::rest;
use super::head::{id_columns, label};
use crate::{Article, Finding, Verdict};

/// Findings shown for one article unless all are asked for.
const MOST_AN_ARTICLE: usize = 8;

/// Belief below which a nearest claim is not worth a line: half of what aligns two claims. `--all` shows every one.
const NEAR_ENOUGH: f64 = 0.1;

/// Lines that one finding gets, unless all is asked for.
const LINES: usize = 2;

/// Writes the findings article by article.
pub(super) fn write(page: &mut Page<'_>, story: &Lookup<'_>, view: &View) {
    let mut first = true;
    for article in &story.comparison.articles {
        let findings = story.comparison.findings.iter();
        let unique: Vec<&Finding> = findings
            .filter(|finding| finding.verdict == Verdict::Unique)
            .filter(|finding| story.letters(finding) == [article.id.as_str()])
            .collect();
        if unique.is_empty() {
            continue;
        }
        if first {
            page.gap();
            page.heading(Ink::Strong, "ONLY IN ONE");
        }
        first = false;
        write_article(page, story, article, &unique, view);
    }
}

fn write_article(
    page: &mut Page<'_>,
    story: &Lookup<'_>,
    article: &Article,
    unique: &[&Finding],
    view: &View,
) {
    page.gap();
    let mut margin = Prose::default();
    margin.pad(2);
    let mut heading = Prose::of(Ink::Strong, &format!("{} ", article.id));
    heading.append(&label(page, article));
    let others = story.comparison.articles.iter();
    let others: Vec<&str> = others
        .filter(|other| other.id != article.id)
        .map(|other| other.id.as_str())
        .collect();
    if let [other] = others[..] {
        heading.push(Ink::Faint, &format!(" {} not found in {other}", page.dot()));
    }
    page.row(&margin, &heading, None);
    let capped = !view.all && view.only.is_none();
    let most = if capped { MOST_AN_ARTICLE } else { usize::MAX };
    let ids = id_columns(story);
    let lines = if view.all { None } else { Some(LINES) };
    for finding in unique.iter().take(most) {
        let mut margin = Prose::of(Ink::Unique, "+");
        margin.pad(2);
        margin.push(Ink::Faint, &finding.id);
        margin.pad(ids + 3);
        for claim in story.claims_of(finding) {
            let mut line = own_words(article, claim, page.ellipsis());
            if let Some(speaker) = &claim.speaker {
                line.push(Ink::Faint, &format!(" {} {}", page.dash(), speaker.name));
            }
            page.row(&margin, &line, lines);
        }
        if let Some(nearest) = nearest(page, story, finding, view) {
            let mut margin = Prose::default();
            margin.pad(ids + 5);
            page.row(&margin, &nearest, lines.map(|_| 1));
        }
    }
    rest(page, unique.len().saturating_sub(most), "more claim");
}

/// "nearest: B4.1 (0.31) ...": so that a reader can see whether it was missed.
fn nearest(page: &Page<'_>, story: &Lookup<'_>, finding: &Finding, view: &View) -> Option<Prose> {
    let nearest = finding.nearest.as_ref();
    let nearest = nearest.filter(|nearest| view.all || nearest.score >= NEAR_ENOUGH)?;
    let claim = story.claim(&nearest.claim)?;
    let article = story.article_of(claim)?;
    let head = format!("nearest: {} ({:.2}) ", claim.id, nearest.score);
    let words = own_words(article, claim, page.ellipsis());
    Some(Prose::of(Ink::Faint, &head).then(Ink::Faint, words.text()))
}
