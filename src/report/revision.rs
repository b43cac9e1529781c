//! What changed from one revision to the next, by severity: text for people, JSON, Markdown; the other forms in files of their own.
//!
//! ```text
//! ! number-changed  story.md:3  number “Six” became “Seven”
//!     - [Six] guards were hurt in the fire
//!     + [Seven] guards were hurt in the fire
//! ```

mod changed;
pub mod csv;
pub mod github;
pub mod gitlab;
pub mod html;
pub mod junit;
pub mod ndjson;
pub mod sarif;
pub mod several;

use serde_json::Value;

use super::View;
use super::ink::Ink;
use super::page::Page;
use super::prose::Prose;
use super::rules::one_line;
use super::text::head::counted;
use crate::check::{Against, Check, RULES, Severity, SuppressionKind, Violation};
use crate::revise::{Change, Turn, Words};
use crate::{Article, Span};

/// As text for a terminal.
#[must_use]
pub fn render(check: &Check, view: &View) -> String {
    let mut page = Page::new(view);
    for violation in gravest_first(check) {
        write(&mut page, check, violation);
        page.gap();
    }
    let count = |severity| {
        check
            .violations
            .iter()
            .filter(|violation| violation.severity == severity)
            .count()
    };
    let mut line = Prose::default();
    match (
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note),
    ) {
        (0, 0, 0) => line.push(Ink::Agree, nothing(check)),
        (errors, warnings, notes) => {
            line.push(
                if errors > 0 { Ink::Hard } else { Ink::Plain },
                &counted(errors, "error"),
            );
            line.push(
                Ink::Faint,
                &format!(
                    " {} {} {} {}",
                    page.dot(),
                    counted(warnings, "warning"),
                    page.dot(),
                    counted(notes, "note")
                ),
            );
        }
    }
    line.push(Ink::Faint, &format!(" {} {}", page.dot(), rest(check)));
    page.row(&Prose::default(), &line, None);
    page.finish()
}

/// "3 sentences unchanged, 1 reworded, 2 ignored": what is not told one by one.
fn rest(check: &Check) -> String {
    let mut rest = format!("{} unchanged", counted(check.unchanged, "sentence"));
    for (number, what) in [(check.reworded, "reworded"), (check.moved, "moved")] {
        if number > 0 {
            rest.push_str(&format!(", {number} {what}"));
        }
    }
    if check.noted {
        rest.push_str(", with a note");
    }
    for held in suppressed(std::slice::from_ref(check)) {
        rest.push_str(&format!(", {held}"));
    }
    rest
}

/// `1 ignored`, `2 accepted`: what counts for nothing.
fn suppressed(checks: &[Check]) -> Vec<String> {
    let kinds = [
        (SuppressionKind::InSource, "ignored"),
        (SuppressionKind::Baseline, "accepted"),
    ];
    let counted = kinds.map(|(kind, what)| {
        let held = checks.iter().flat_map(|check| &check.suppressed);
        let number = held.filter(|held| held.suppression.kind == kind).count();
        (number, what)
    });
    let some = counted.into_iter().filter(|(number, _)| *number > 0);
    some.map(|(number, what)| format!("{number} {what}"))
        .collect()
}

/// What is said when nothing is told.
fn nothing(check: &Check) -> &'static str {
    if check.suppressed.is_empty() {
        "no fact changed"
    } else {
        "nothing new"
    }
}

fn gravest_first(check: &Check) -> Vec<&Violation> {
    let mut violations: Vec<&Violation> = check.violations.iter().collect();
    violations.sort_by_key(|violation| std::cmp::Reverse(violation.severity));
    violations
}

fn look(severity: Severity) -> (Ink, &'static str) {
    match severity {
        Severity::Error => (Ink::Hard, "!"),
        Severity::Warning => (Ink::Soft, "?"),
        Severity::Note | Severity::Off => (Ink::Faint, "+"),
    }
}

fn write(page: &mut Page<'_>, check: &Check, violation: &Violation) {
    let change = &violation.change;
    let (ink, sign) = look(violation.severity);
    let mut margin = Prose::of(ink, sign);
    margin.pad(2);
    let mut head = Prose::of(ink, change.rule.id());
    if let Some((article, words)) = place(check, violation)
        && let Some(position) = article.position(words.span.start)
    {
        let name = article.file.as_deref().unwrap_or(&article.label);
        head.push(Ink::Faint, &format!(" {} ", page.dot()));
        head.push_linked(
            Ink::Faint,
            &format!("{name}:{}", position.line),
            page.link(article),
        );
    }
    head.push(Ink::Plain, &format!(" {} {}", page.dot(), change.why));
    page.row(&margin, &head, None);
    for (side, words, mark, ink) in [
        (0, &change.old, "-", Ink::Gone),
        (1, &change.new, "+", Ink::Agree),
    ] {
        if let (Some(words), Some(article)) = (words, check.articles.get(side)) {
            let mut margin = Prose::default();
            margin.pad(4);
            margin.push(ink, mark);
            margin.pad(6);
            let words = marked(article, words, ink);
            if !words.is_empty() {
                page.row(&margin, &words, Some(3));
            }
        }
    }
    if let Some(against) = &violation.against {
        let mut margin = Prose::default();
        margin.pad(4);
        margin.push(Ink::Gone, "~");
        margin.pad(6);
        page.row(&margin, &contradicted(page, against), Some(3));
    }
}

/// `release.txt:1: [Six] guards were hurt`
fn contradicted(page: &Page<'_>, against: &Against) -> Prose {
    let place = against_place(against);
    let mut prose = Prose::of(Ink::Faint, &format!("{place} {} ", page.dot()));
    match against.claim.split_once(&against.text) {
        Some((before, after)) if against.text != against.claim => {
            prose.push(Ink::Plain, before);
            prose.push(Ink::Faint, "[");
            prose.push(Ink::Gone, &against.text);
            prose.push(Ink::Faint, "]");
            prose.push(Ink::Plain, after);
        }
        _ => prose.push(Ink::Gone, &against.claim),
    }
    prose
}

/// `brief.md:1`
fn against_place(against: &Against) -> String {
    let name = against.file.as_ref().unwrap_or(&against.label);
    match against.line {
        Some(line) => format!("{name}:{line}"),
        None => name.clone(),
    }
}

/// Where a violation is told of: in the new revision, or where it stood in the old.
fn place<'a>(check: &'a Check, violation: &'a Violation) -> Option<(&'a Article, &'a Words)> {
    let change = &violation.change;
    match (&change.new, &change.old) {
        (Some(words), _) => Some((check.articles.get(1)?, words)),
        (None, Some(words)) => Some((check.articles.first()?, words)),
        (None, None) => None,
    }
}

/// The sentence with the words in brackets, unless they are all of it.
fn marked(article: &Article, words: &Words, ink: Ink) -> Prose {
    let text = |start: usize, end: usize| article.text.get(start..end).unwrap_or_default();
    let Span { start, end } = words.sentence;
    if words.span == words.sentence {
        return Prose::of(ink, text(start, end));
    }
    let mut prose = Prose::of(Ink::Plain, text(start, words.span.start));
    prose.push(Ink::Faint, "[");
    prose.push(ink, &words.text);
    prose.push(Ink::Faint, "]");
    prose.push(Ink::Plain, text(words.span.end, end));
    prose
}

/// As pretty JSON with a final newline.
///
/// # Panics
/// Never: a check is plain data.
#[must_use]
pub fn render_json(check: &Check) -> String {
    let mut text = serde_json::to_string_pretty(check).expect("plain data");
    text.push('\n');
    text
}

/// Several checks as one JSON array with a final newline.
///
/// # Panics
/// Never: a check is plain data.
#[must_use]
pub fn render_json_list(checks: &[Check]) -> String {
    let mut text = serde_json::to_string_pretty(checks).expect("plain data");
    text.push('\n');
    text
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note | Severity::Off => "notice",
    }
}

/// As Markdown for a pull request.
#[must_use]
pub fn render_markdown(check: &Check) -> String {
    let names: Vec<String> = check
        .articles
        .iter()
        .map(|article| super::markdown::escaped(&article.label))
        .collect();
    let mut text = format!("### storydiff check: {}\n\n", names.join(" \u{2192} "));
    let held = suppressed(std::slice::from_ref(check));
    text.push_str(&match (check.violations.is_empty(), &held[..]) {
        (true, []) => "No fact changed.\n".to_owned(),
        (true, held) => format!("Nothing new: {}.\n", held.join(", ")),
        (false, []) => table(check),
        (false, held) => format!("{}\nBesides: {}.\n", table(check), held.join(", ")),
    });
    text
}

/// What is told of a story, a row each, as Markdown.
fn table(check: &Check) -> String {
    let mut text = "| | rule | before | after | why |\n|---|---|---|---|---|\n".to_owned();
    for violation in gravest_first(check) {
        let words = |words: &Option<Words>| {
            words
                .as_ref()
                .map_or(String::new(), |words| super::markdown::escaped(&words.text))
        };
        let change = &violation.change;
        let before = match &violation.against {
            Some(against) => {
                let file = against.file.as_ref().unwrap_or(&against.label);
                super::markdown::escaped(&format!("{} ({file})", against.text))
            }
            None => words(&change.old),
        };
        let sign = match violation.severity {
            Severity::Error => "\u{274c}",
            Severity::Warning => "\u{26a0}\u{fe0f}",
            Severity::Note | Severity::Off => "\u{2139}\u{fe0f}",
        };
        let why = super::markdown::escaped(&change.why);
        text.push_str(&format!(
            "| {sign} | {} | {before} | {} | {why} |\n",
            change.rule.id(),
            words(&change.new)
        ));
    }
    text
}

/// Why, with the words of what came or went.
fn message(change: &Change) -> String {
    let why = one_line(&change.why);
    match (&change.old, &change.new) {
        (Some(words), None) | (None, Some(words))
            if change.relation != Turn::Contradicts && !words.text.is_empty() =>
        {
            format!("{why}: \u{201c}{}\u{201d}", one_line(&words.text))
        }
        _ => why,
    }
}

/// What a story is called: the file of its new revision, or what people call that.
fn name(check: &Check) -> &str {
    let new = check.articles.get(1);
    new.map_or("", |article| {
        article.file.as_ref().unwrap_or(&article.label)
    })
}

/// The rules with what they mean, or one of them, as text.
#[must_use]
pub fn rules(view: &View, only: Option<&str>) -> Option<String> {
    let mut page = Page::new(view);
    let chosen: Vec<_> = RULES
        .into_iter()
        .filter(|rule| only.is_none_or(|id| rule.id() == id))
        .collect();
    if chosen.is_empty() {
        return None;
    }
    for rule in chosen {
        let severity = serde_json::to_value(rule.usual_severity()).ok();
        let severity = severity
            .as_ref()
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        let mut margin = Prose::of(Ink::Strong, rule.id());
        margin.pad(26);
        margin.push(look(rule.usual_severity()).0, &severity);
        margin.pad(35);
        page.row(&margin, &Prose::of(Ink::Plain, rule.help()), None);
    }
    Some(page.finish())
}
