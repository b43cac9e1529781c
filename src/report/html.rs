//! One page, complete in itself: findings in a list, the articles side by side with their claims marked in place.
//!
//! No part of it comes from elsewhere, and a policy in its head forbids that any could: style and script are named there by
//! their hashes. Without scripts it is a page with links from each claim to its finding and back. Everything from articles
//! is escaped by the template.

use std::collections::HashSet;

use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::lookup::{Lookup, finding_sign};
use super::placed::{Placed, clashes, paragraphs, placed};
use super::text::head::{in_language, shared};
use super::text::values::{kind_word, reasons};
use crate::{Article, Claim, Comparison, Finding, Strength, Verdict};

pub(super) const STYLE: &str = include_str!("../../templates/report.css");
const SCRIPT: &str = include_str!("../../templates/report.js");

/// Length of a heat strip, in its own units.
const STRIP: usize = 1000;

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'a> {
    title: String,
    version: &'static str,
    style: &'static str,
    script: &'static str,
    style_hash: String,
    script_hash: String,
    conflicts: usize,
    agree: usize,
    unique: usize,
    notes: Vec<String>,
    findings: Vec<Shown<'a>>,
    internal: Vec<Inside<'a>>,
    articles: Vec<Column<'a>>,
}

/// A finding in the list.
struct Shown<'a> {
    id: &'a str,
    verdict: &'static str,
    sign: &'static str,
    words: String,
    subject: &'a str,
    why: Vec<String>,
    claims: Vec<Said<'a>>,
    /// Claims that hold no clashing words, when others do.
    others: Vec<Said<'a>>,
    origins: Option<String>,
}

/// A claim of a finding.
struct Said<'a> {
    id: &'a str,
    article: &'a str,
    pieces: Vec<Piece<'a>>,
    speaker: Option<&'a str>,
}

/// Words, clashing or not.
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) marked: bool,
}

/// A conflict inside one article.
struct Inside<'a> {
    article: &'a str,
    sign: &'static str,
    why: &'a str,
    a_claim: &'a str,
    a: &'a str,
    b_claim: &'a str,
    b: &'a str,
}

/// An article.
struct Column<'a> {
    id: &'a str,
    label: &'a str,
    about: String,
    heat: Vec<Bar>,
    heat_label: String,
    paragraphs: Vec<Vec<Run<'a>>>,
}

/// A part of an article's text.
struct Run<'a> {
    text: &'a str,
    claim: Option<&'a str>,
    finding: &'a str,
    /// Ids of all findings that hold it, with spaces between.
    findings: String,
    verdict: &'static str,
    verdict_words: &'static str,
    /// Whether it is the first part of its claim that is shown.
    first: bool,
}

struct Bar {
    verdict: &'static str,
    start: usize,
    width: usize,
}

/// The comparison as a page.
///
/// # Panics
/// Never: the template is written to memory.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let story = Lookup::new(comparison);
    let labels: Vec<&str> = comparison
        .articles
        .iter()
        .map(|article| article.label.as_str())
        .collect();
    let languages = comparison
        .articles
        .iter()
        .filter_map(|article| Some(in_language(&article.id, article.language.as_deref()?)));
    let page = Page {
        title: format!("storydiff: {}", labels.join(", ")),
        version: env!("CARGO_PKG_VERSION"),
        style: STYLE,
        script: SCRIPT,
        style_hash: hash(STYLE),
        script_hash: hash(SCRIPT),
        conflicts: comparison.count(Verdict::Conflict) + comparison.internal.len(),
        agree: comparison.count(Verdict::Agree),
        unique: comparison.count(Verdict::Unique),
        notes: languages
            .chain(comparison.copies.iter().map(shared))
            .collect(),
        findings: comparison
            .findings
            .iter()
            .map(|finding| shown(&story, finding))
            .collect(),
        internal: comparison
            .internal
            .iter()
            .map(|conflict| Inside {
                article: story.letter_of(&conflict.a),
                sign: if conflict.strength == Strength::Hard {
                    "!"
                } else {
                    "?"
                },
                why: &conflict.why,
                a_claim: &conflict.a.claim,
                a: &conflict.a.text,
                b_claim: &conflict.b.claim,
                b: &conflict.b.text,
            })
            .collect(),
        articles: comparison
            .articles
            .iter()
            .map(|article| column(&story, article))
            .collect(),
    };
    let mut text = page.render().expect("written to memory");
    text.push('\n');
    text
}

/// A source as a content security policy names it.
pub(super) fn hash(source: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(source)))
}

/// A verdict as a class and in words.
fn words_of(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Conflict => ("conflict", "conflict"),
        Verdict::Agree => ("agree", "agree"),
        Verdict::Unique => ("unique", "only in one"),
    }
}

fn shown<'a>(story: &Lookup<'a>, finding: &'a Finding) -> Shown<'a> {
    let (verdict, words) = words_of(finding.verdict);
    let hard = finding
        .conflicts
        .iter()
        .any(|conflict| conflict.strength == Strength::Hard);
    let kinds = finding
        .conflicts
        .first()
        .map(|conflict| kind_word(conflict.kind));
    let why = if finding.verdict == Verdict::Conflict {
        reasons(story, finding)
    } else {
        Vec::new()
    };
    let letters = story.letters(finding).len();
    let claims = story.claims_of(finding);
    let (claims, others): (Vec<&Claim>, Vec<&Claim>) = claims
        .into_iter()
        .partition(|claim| finding.conflicts.is_empty() || clashes(finding, claim));
    Shown {
        id: &finding.id,
        verdict,
        sign: finding_sign(finding),
        words: match kinds {
            Some(kind) if finding.verdict == Verdict::Conflict => {
                format!("{words}: {kind}, {}", if hard { "hard" } else { "soft" })
            }
            _ if finding.is_doubtful() => format!("perhaps {words}"),
            _ => words.to_owned(),
        },
        subject: &finding.subject,
        why: why.iter().map(|reason| reason.text().to_owned()).collect(),
        claims: claims
            .into_iter()
            .map(|claim| said(story, finding, claim))
            .collect(),
        others: others
            .into_iter()
            .map(|claim| said(story, finding, claim))
            .collect(),
        origins: (finding.origins < letters)
            .then(|| format!("{letters} articles, {} independent", finding.origins)),
    }
}

/// A claim with its clashing words marked.
fn said<'a>(story: &Lookup<'a>, finding: &'a Finding, claim: &'a Claim) -> Said<'a> {
    let sides = finding
        .conflicts
        .iter()
        .flat_map(|conflict| [&conflict.a, &conflict.b]);
    let mut marks: Vec<(usize, usize)> = sides
        .filter(|side| side.claim == claim.id && claim.span.contains(side.span))
        .map(|side| (side.span.start, side.span.end))
        .collect();
    marks.sort_unstable();
    marks.dedup();
    let text = story
        .article_of(claim)
        .map_or("", |article| article.text.as_str());
    let mut pieces = Vec::new();
    let mut at = claim.span.start;
    for (start, end) in marks {
        if start < at {
            continue;
        }
        for (range, marked) in [(at..start, false), (start..end, true)] {
            pieces.extend(
                text.get(range)
                    .filter(|text| !text.is_empty())
                    .map(|text| Piece { text, marked }),
            );
        }
        at = end;
    }
    pieces.extend(
        text.get(at..claim.span.end)
            .filter(|text| !text.is_empty())
            .map(|text| Piece {
                text,
                marked: false,
            }),
    );
    Said {
        id: &claim.id,
        article: &claim.article,
        pieces,
        speaker: claim.speaker.as_ref().map(|speaker| speaker.name.as_str()),
    }
}

/// An article with its claims marked in place.
fn column<'a>(story: &Lookup<'a>, article: &'a Article) -> Column<'a> {
    let parts = placed(story, article);
    let text = article.text.as_str();
    let mut shown = HashSet::new();
    let paragraphs = paragraphs(text)
        .map(|place| runs(text, place, &parts, &mut shown))
        .collect();
    let length = text.len().max(1);
    let heat: Vec<Bar> = parts
        .iter()
        .map(|part| Bar {
            verdict: words_of(part.verdict()).0,
            start: part.start * STRIP / length,
            width: ((part.end - part.start) * STRIP / length).max(1),
        })
        .collect();
    let share = |verdict: Verdict| {
        let of_verdict = parts.iter().filter(|part| part.verdict() == verdict);
        100 * of_verdict.map(|part| part.end - part.start).sum::<usize>() / length
    };
    let known = [
        article.outlet.clone(),
        article
            .published
            .map(|day| day.strftime("%-d %b %Y").to_string()),
        article.title.clone(),
        article.url.clone(),
    ];
    Column {
        id: &article.id,
        label: &article.label,
        about: known
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" \u{b7} "),
        heat_label: format!(
            "{}% of the text conflicts, {}% agrees, {}% stands alone",
            share(Verdict::Conflict),
            share(Verdict::Agree),
            share(Verdict::Unique)
        ),
        heat,
        paragraphs,
    }
}

/// Ids with spaces between.
fn ids(findings: &[&Finding]) -> String {
    let ids: Vec<&str> = findings.iter().map(|finding| finding.id.as_str()).collect();
    ids.join(" ")
}

/// One paragraph cut into claims and what lies between them; `shown` are the claims of which a part was shown before.
fn runs<'a>(
    text: &'a str,
    (start, end): (usize, usize),
    parts: &[Placed<'a>],
    shown: &mut HashSet<&'a str>,
) -> Vec<Run<'a>> {
    let plain = |from: usize, to: usize| Run {
        text: text.get(from..to).unwrap_or_default(),
        claim: None,
        finding: "",
        findings: String::new(),
        verdict: "",
        verdict_words: "",
        first: false,
    };
    let mut found = Vec::new();
    let mut at = start;
    let first = parts.partition_point(|part| part.start < start);
    for part in parts[first..].iter().take_while(|part| part.start < end) {
        let (from, to) = (part.start.max(at), part.end.min(end));
        if from >= to || text.get(from..to).is_none() {
            continue;
        }
        if at < from {
            found.push(plain(at, from));
        }
        let (verdict, verdict_words) = words_of(part.verdict());
        found.push(Run {
            text: &text[from..to],
            claim: Some(&part.claim.id),
            finding: &part.finding.id,
            findings: ids(&part.findings),
            verdict,
            verdict_words,
            first: shown.insert(&part.claim.id),
        });
        at = to;
    }
    if at < end {
        found.push(plain(at, end));
    }
    found
}
