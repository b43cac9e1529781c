//! One page, complete in itself and without scripts: the findings of each story, and both revisions side by side.
//!
//! Everything from articles is escaped by the template; a policy in the head forbids all but the one style.

use askama::Template;
use similar::{ChangeTag, TextDiff};

use super::super::html::{Piece, STYLE, hash};
use super::super::placed::paragraphs;
use super::super::text::head::counted;
use super::several::summary;
use super::{against_place, name, place};
use crate::check::{Against, Check, Presence, Severity, Violation};
use crate::revise::Words;
use crate::{Article, Span};

const OWN_STYLE: &str = include_str!("../../../templates/check.css");

#[derive(Template)]
#[template(path = "check.html")]
struct Page<'a> {
    title: String,
    version: &'static str,
    style: String,
    style_hash: String,
    errors: String,
    warnings: String,
    notes: String,
    /// Of several stories.
    summary: Option<String>,
    stories: Vec<Story<'a>>,
    quiet: Vec<String>,
}

struct Story<'a> {
    name: &'a str,
    counts: String,
    about: String,
    findings: Vec<Finding<'a>>,
    texts: Vec<Text<'a>>,
}

struct Finding<'a> {
    class: &'static str,
    sign: &'static str,
    severity: &'static str,
    rule: &'static str,
    why: &'a str,
    sides: Vec<Side<'a>>,
    against: Option<Held<'a>>,
}

/// A claim that the new revision contradicts, and where it stands.
struct Held<'a> {
    pieces: Vec<Piece<'a>>,
    place: String,
}

/// A sentence of one revision.
struct Side<'a> {
    is_new: bool,
    pieces: Vec<Piece<'a>>,
    line: Option<usize>,
}

/// A revision in full.
struct Text<'a> {
    is_new: bool,
    label: &'a str,
    paragraphs: Vec<Vec<Run<'a>>>,
}

/// A part of a revision's text.
struct Run<'a> {
    text: &'a str,
    /// The number of the finding that it is marked for.
    finding: Option<usize>,
    words: &'a str,
}

/// As a page; of several checks, those with nothing to tell are only named.
///
/// # Panics
/// Never: the template is written to memory.
#[must_use]
pub fn render(checks: &[Check]) -> String {
    let all = || checks.iter().flat_map(|check| &check.violations);
    let count = |severity: Severity| {
        all()
            .filter(|violation| violation.severity == severity)
            .count()
    };
    let alone = checks.len() == 1;
    let (told, quiet): (Vec<&Check>, Vec<&Check>) = checks
        .iter()
        .partition(|check| alone || !check.violations.is_empty());
    let stories = format!("{} stories", checks.len());
    let style = format!("{STYLE}{OWN_STYLE}");
    let page = Page {
        title: match checks {
            [check] => format!("storydiff check: {}", name(check)),
            _ => format!("storydiff check: {stories}"),
        },
        version: env!("CARGO_PKG_VERSION"),
        style_hash: hash(&style),
        style,
        errors: counted(count(Severity::Error), "error"),
        warnings: counted(count(Severity::Warning), "warning"),
        notes: counted(count(Severity::Note), "note"),
        summary: (!alone).then(|| summary(checks)),
        stories: told.into_iter().map(story).collect(),
        quiet: quiet.into_iter().map(named).collect(),
    };
    let mut text = page.render().expect("written to memory");
    text.push('\n');
    text
}

/// A story of which there is nothing else to tell.
fn named(check: &Check) -> String {
    let what = match check.presence {
        Presence::Both => "",
        Presence::New => " (new)",
        Presence::Gone => " (gone)",
    };
    format!("{}{what}", name(check))
}

fn story(check: &Check) -> Story<'_> {
    let violations = super::gravest_first(check);
    let mut about: Vec<String> = Vec::new();
    if let [old, new] = &check.articles[..] {
        about.push(match check.presence {
            Presence::New => "new".to_owned(),
            Presence::Gone => "gone".to_owned(),
            Presence::Both => format!("{} \u{2192} {}", old.label, new.label),
        });
    }
    about.push(super::rest(check));
    // of a story that is new or gone one revision has no text
    let texts = check.articles.iter().enumerate().take(2);
    let texts = texts.filter(|(_, article)| !article.text.is_empty());
    Story {
        name: name(check),
        counts: counted(violations.len(), "finding"),
        about: about.join(" \u{b7} "),
        findings: violations
            .iter()
            .map(|violation| finding(check, violation))
            .collect(),
        texts: texts
            .map(|(side, article)| Text {
                is_new: side == 1,
                label: article.file.as_ref().unwrap_or(&article.label),
                paragraphs: marked(article, side, &violations),
            })
            .collect(),
    }
}

fn finding<'a>(check: &'a Check, violation: &'a Violation) -> Finding<'a> {
    let change = &violation.change;
    let (class, sign, severity) = match violation.severity {
        Severity::Error => ("error", "!", "error"),
        Severity::Warning => ("warning", "?", "warning"),
        Severity::Note | Severity::Off => ("note-level", "+", "note"),
    };
    let sides = match (&change.old, &change.new, &check.articles[..]) {
        (Some(before), Some(after), [old, new]) => {
            let [gone, came] = differing(
                before.sentence.slice(&old.text),
                after.sentence.slice(&new.text),
            );
            vec![side(old, before, false, gone), side(new, after, true, came)]
        }
        _ => place(check, violation)
            .filter(|(_, words)| !words.text.is_empty())
            .map(|(article, words)| {
                let is_new = change.new.is_some();
                side(article, words, is_new, around(article, words))
            })
            .into_iter()
            .collect(),
    };
    Finding {
        class,
        sign,
        severity,
        rule: change.rule.id(),
        why: &change.why,
        sides,
        against: violation.against.as_ref().map(held),
    }
}

fn held(against: &Against) -> Held<'_> {
    let (before, behind) = against
        .claim
        .split_once(&against.text)
        .unwrap_or((&against.claim, ""));
    let parts = [(before, false), (&against.text, true), (behind, false)];
    let pieces = parts.into_iter().filter(|(text, _)| !text.is_empty());
    Held {
        pieces: pieces
            .map(|(text, marked)| Piece { text, marked })
            .collect(),
        place: against_place(against),
    }
}

fn side<'a>(article: &Article, words: &Words, is_new: bool, pieces: Vec<Piece<'a>>) -> Side<'a> {
    Side {
        is_new,
        pieces,
        line: article
            .position(words.span.start)
            .map(|position| position.line),
    }
}

/// Two sentences, each with the words marked that the other has not.
fn differing<'a>(old: &'a str, new: &'a str) -> [Vec<Piece<'a>>; 2] {
    let texts = [old, new];
    // where each run of marked or unmarked words ends
    let mut ends: [Vec<(usize, bool)>; 2] = [Vec::new(), Vec::new()];
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let (sides, marked): (&[usize], bool) = match change.tag() {
            ChangeTag::Equal => (&[0, 1], false),
            ChangeTag::Delete => (&[0], true),
            ChangeTag::Insert => (&[1], true),
        };
        for side in sides {
            let runs = &mut ends[*side];
            let end = runs.last().map_or(0, |(end, _)| *end) + change.value().len();
            match runs.last_mut() {
                Some(last) if last.1 == marked => last.0 = end,
                _ => runs.push((end, marked)),
            }
        }
    }
    [0, 1].map(|side| {
        let mut start = 0;
        let runs = ends[side].iter().map(|&(end, marked)| {
            let text = &texts[side][start..end];
            start = end;
            Piece { text, marked }
        });
        runs.collect()
    })
}

/// A sentence with the words marked that a finding is about.
fn around<'a>(article: &'a Article, words: &Words) -> Vec<Piece<'a>> {
    let Span { start, end } = words.sentence.hull(words.span);
    let parts = [
        (start, words.span.start, false),
        (words.span.start, words.span.end, true),
        (words.span.end, end, false),
    ];
    let pieces = parts.into_iter().filter_map(|(from, to, marked)| {
        let text = article.text.get(from..to).filter(|text| !text.is_empty())?;
        Some(Piece { text, marked })
    });
    pieces.collect()
}

/// The paragraphs of a revision, with the words marked that findings are about; of words that several are about, for the first.
fn marked<'a>(
    article: &'a Article,
    side: usize,
    violations: &[&'a Violation],
) -> Vec<Vec<Run<'a>>> {
    let mut marks: Vec<(Span, usize, &str)> = violations
        .iter()
        .enumerate()
        .filter_map(|(index, violation)| {
            let change = &violation.change;
            let words = [&change.old, &change.new][side].as_ref()?;
            let span = words.span;
            (!span.is_empty()).then_some((span, index + 1, change.rule.id()))
        })
        .collect();
    marks.sort_unstable();
    let text = &article.text;
    let run = |from: usize, to: usize, mark: Option<(usize, &'a str)>| {
        let text = text.get(from..to).filter(|text| !text.is_empty())?;
        Some(Run {
            text,
            finding: mark.map(|(number, _)| number),
            words: mark.map_or("", |(_, rule)| rule),
        })
    };
    let in_paragraph = |(start, end): (usize, usize)| {
        let mut runs = Vec::new();
        let mut at = start;
        for (span, number, rule) in &marks {
            let (from, to) = (span.start.max(at), span.end.min(end));
            if from < to {
                runs.extend(run(at, from, None));
                runs.extend(run(from, to, Some((*number, rule))));
                at = to;
            }
        }
        runs.extend(run(at, end, None));
        runs
    };
    paragraphs(text).map(in_paragraph).collect()
}
