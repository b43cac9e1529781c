//! What cannot both hold: subject, one row for each article with the clashing words marked, and why.

use std::collections::{HashMap, HashSet};

use super::super::View;
use super::super::ink::Ink;
use super::super::lookup::Lookup;
use super::super::page::Page;
use super::super::prose::Prose;
use super::super::snippet::snippet;
use super::head::{label, label_in, letter_columns};
use super::values;
use crate::{Claim, Conflict, Finding, Span, Strength, Verdict};

/// Lines that one article gets in a conflict, unless all is asked for.
const LINES_A_ROW: usize = 2;

/// Most columns that a label gets in front of each row, as a share of the page: one fifth leaves the words the room.
const LABEL_SHARE: usize = 5;

/// Narrowest page with labels in front of the rows; below it the letters must do.
const LABELS_FROM: usize = 60;

/// Writes every conflict between articles; there is no cap, for this is what the reader came for.
pub(super) fn write(page: &mut Page<'_>, story: &Lookup<'_>, view: &View) {
    let findings = story.comparison.findings.iter();
    let conflicting = findings.filter(|finding| finding.verdict == Verdict::Conflict);
    for (number, finding) in conflicting.enumerate() {
        if number == 0 {
            page.gap();
            page.heading(Ink::Strong, "CONFLICTS");
        }
        page.gap();
        write_finding(page, story, finding, view);
    }
}

/// Writes the conflicts inside one article.
pub(super) fn write_internal(page: &mut Page<'_>, story: &Lookup<'_>) {
    for (number, conflict) in story.comparison.internal.iter().enumerate() {
        if number == 0 {
            page.gap();
            page.heading(Ink::Strong, "CONTRADICTS ITSELF");
        }
        page.gap();
        let ink = ink(conflict.strength);
        let letter = story.letter_of(&conflict.a);
        let mut head = Prose::of(Ink::Strong, letter);
        if let Some(article) = story.article_of_side(&conflict.a) {
            head.push(Ink::Plain, " ");
            head.append(&label(page, article));
        }
        head.push(
            Ink::Faint,
            &format!(" {} {}", page.dot(), kind_words(&[conflict])),
        );
        page.row(&sign(conflict.strength), &head, None);
        for side in [&conflict.a, &conflict.b] {
            let Some(claim) = story.claim(&side.claim) else {
                continue;
            };
            let mut margin = Prose::default();
            margin.pad(2);
            margin.push(Ink::Faint, &side.claim);
            margin.pad(9);
            row(
                page,
                story,
                &margin,
                claim,
                &[side.span],
                ink,
                Some(LINES_A_ROW),
            );
        }
        why(page, &Prose::of(Ink::Plain, &conflict.why), 9);
    }
}

/// The sign of a conflict, hard or soft.
pub(in crate::report) fn sign(strength: Strength) -> Prose {
    let mut sign = match strength {
        Strength::Hard => Prose::of(Ink::Hard, "!"),
        Strength::Soft => Prose::of(Ink::Soft, "?"),
    };
    sign.pad(2);
    sign
}

/// "number, hard" or "number and place, soft".
pub(in crate::report) fn kind_words(conflicts: &[&Conflict]) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    for conflict in conflicts {
        let kind = values::kind_word(conflict.kind);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let strength = match gravest(conflicts) {
        Strength::Hard => "hard",
        Strength::Soft => "soft",
    };
    format!("{}, {strength}", kinds.join(" and "))
}

fn gravest(conflicts: &[&Conflict]) -> Strength {
    let hard = conflicts.iter().any(|c| c.strength == Strength::Hard);
    if hard { Strength::Hard } else { Strength::Soft }
}

fn ink(strength: Strength) -> Ink {
    match strength {
        Strength::Hard => Ink::Hard,
        Strength::Soft => Ink::Soft,
    }
}

fn write_finding(page: &mut Page<'_>, story: &Lookup<'_>, finding: &Finding, view: &View) {
    let conflicts: Vec<&Conflict> = finding.conflicts.iter().collect();
    let strength = gravest(&conflicts);
    let mut head = Prose::of(Ink::Faint, &format!("{} ", finding.id));
    head.push(Ink::Strong, &finding.subject);
    head.push(
        Ink::Faint,
        &format!(" {} {}", page.dot(), kind_words(&conflicts)),
    );
    page.row(&sign(strength), &head, None);

    let labels = label_columns(page, story);
    let lines = if view.all { None } else { Some(LINES_A_ROW) };
    let mut indent = 0;
    let mut last = "";
    for claim in rows(story, finding) {
        let mut margin = Prose::default();
        margin.pad(2);
        if claim.article != last {
            margin.push(Ink::Strong, &claim.article);
            if let (Some(columns), Some(article)) = (labels, story.article_of(claim)) {
                margin.pad(letter_columns(story) + 3);
                margin.append(&label_in(page, article, Ink::Faint, columns));
            }
        }
        last = &claim.article;
        margin.pad(letter_columns(story) + labels.map_or(4, |columns| columns + 5));
        indent = margin.width();
        row(
            page,
            story,
            &margin,
            claim,
            &marks(finding, claim),
            ink(strength),
            lines,
        );
        if view.context
            && let Some(article) = story.article_of(claim)
        {
            let mut margin = Prose::default();
            margin.pad(indent);
            let around = paragraph(&article.text, claim.span);
            page.row(&margin, &Prose::of(Ink::Faint, around), None);
        }
    }
    for reason in values::reasons(story, finding) {
        why(page, &reason, indent);
    }
}

/// The paragraph of a text that holds a span.
fn paragraph(text: &str, span: Span) -> &str {
    let start = text
        .get(..span.start)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |newline| newline + 1);
    let end = text
        .get(span.end..)
        .and_then(|after| after.find('\n'))
        .map_or(text.len(), |newline| span.end + newline);
    text.get(start..end).unwrap_or_default()
}

/// Columns for the labels in front of the rows, when the page has room for any.
fn label_columns(page: &Page<'_>, story: &Lookup<'_>) -> Option<usize> {
    let articles = story.comparison.articles.iter();
    let widest = articles.map(|article| label(page, article).width()).max()?;
    (page.width() >= LABELS_FROM).then_some(widest.min(page.width() / LABEL_SHARE))
}

/// The claims that clash; of an article without one, the claim that is linked best to a clashing one, for what else
/// an article says of so large a thing would only distract.
fn rows<'a>(story: &Lookup<'a>, finding: &Finding) -> Vec<&'a Claim> {
    let claims = story.claims_of(finding);
    let clashes = |claim: &Claim| !marks(finding, claim).is_empty();
    let clashing: HashSet<&str> = claims
        .iter()
        .filter(|claim| clashes(claim))
        .map(|claim| claim.id.as_str())
        .collect();
    let mut best: HashMap<&str, f64> = HashMap::new();
    for link in &finding.links {
        for (claim, other) in [(&link.a, &link.b), (&link.b, &link.a)] {
            if clashing.contains(other.as_str()) {
                let known = best.entry(claim).or_insert(0.0);
                *known = known.max(link.score);
            }
        }
    }
    let best = |claim: &Claim| best.get(claim.id.as_str()).copied().unwrap_or(0.0);
    let mut rows: Vec<&Claim> = Vec::new();
    for letter in story.letters(finding) {
        let of_article = || {
            claims
                .iter()
                .copied()
                .filter(|claim| claim.article == letter)
        };
        if of_article().any(clashes) {
            rows.extend(of_article().filter(|claim| clashes(claim)));
        } else {
            let nearest = of_article().reduce(|a, b| if best(b) > best(a) { b } else { a });
            rows.extend(nearest.filter(|claim| best(claim) > 0.0));
        }
    }
    rows
}

/// The clashing words of one claim.
fn marks(finding: &Finding, claim: &Claim) -> Vec<Span> {
    let sides = finding.conflicts.iter().flat_map(|c| [&c.a, &c.b]);
    let of_claim = sides.filter(|side| side.claim == claim.id);
    of_claim.map(|side| side.span).collect()
}

/// One claim with its marks and who said it.
fn row(
    page: &mut Page<'_>,
    story: &Lookup<'_>,
    margin: &Prose,
    claim: &Claim,
    marks: &[Span],
    ink: Ink,
    lines: Option<usize>,
) {
    let Some(article) = story.article_of(claim) else {
        return;
    };
    let said = claim
        .speaker
        .as_ref()
        .map(|speaker| format!(" {} {}", page.dash(), speaker.name));
    let said = Prose::of(Ink::Faint, said.as_deref().unwrap_or(""));
    let room = page.width().saturating_sub(margin.width());
    // Wrapping leaves the ends of lines free: about a word of eight letters each.
    let columns = lines.map_or(usize::MAX, |lines| {
        (lines * room.saturating_sub(8))
            .saturating_sub(said.width())
            .max(room / 2)
    });
    let mut body = snippet(article, claim, marks, ink, columns, page.ellipsis());
    if !said.is_empty() {
        body.push(Ink::Faint, &format!(" {}", said.text()));
    }
    page.row(margin, &body, None);
}

fn why(page: &mut Page<'_>, reason: &Prose, indent: usize) {
    let mut margin = Prose::default();
    margin.pad(indent.saturating_sub(3));
    margin.push(Ink::Faint, page.arrow());
    margin.pad(indent);
    page.row(&margin, reason, None);
}
