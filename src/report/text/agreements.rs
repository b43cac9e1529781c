//! What the articles agree on: one line a finding, in the best wording.

use similar::{ChangeTag, TextDiff};

use super::super::View;
use super::super::ink::Ink;
use super::super::lookup::{Lookup, finding_sign, relation_word};
use super::super::page::Page;
use super::super::placed::clashes;
use super::super::prose::Prose;
use super::super::snippet::own_words;
use super::head::{counted, id_columns};
use crate::{Claim, Finding, Relation, Verdict};

/// Agreements shown unless all are asked for.
const MOST: usize = 20;

/// More letters than this are counted instead of named.
const MOST_LETTERS: usize = 5;

/// Writes one line for each agreement.
pub(super) fn write(page: &mut Page<'_>, story: &Lookup<'_>, view: &View) {
    let findings = story.comparison.findings.iter();
    let agreeing: Vec<&Finding> = findings
        .filter(|finding| finding.verdict == Verdict::Agree)
        .collect();
    if agreeing.is_empty() {
        return;
    }
    page.gap();
    page.heading(Ink::Strong, "AGREE");
    page.gap();
    let capped = !view.all && view.only.is_none();
    let most = if capped { MOST } else { usize::MAX };
    let letters = agreeing
        .iter()
        .map(|f| letters(story, f).len())
        .max()
        .unwrap_or(1);
    let ids = id_columns(story);
    for finding in agreeing.iter().take(most) {
        let mut margin = Prose::of(Ink::Agree, finding_sign(finding));
        margin.pad(2);
        margin.push(Ink::Faint, &finding.id);
        margin.pad(ids + 3);
        margin.push(Ink::Strong, &self::letters(story, finding));
        margin.pad(ids + letters + 4);
        let lines = if view.all { None } else { Some(1) };
        page.row(&margin, &line(page, story, finding), lines);
        if view.diff {
            diff(page, story, finding, margin.width());
        }
    }
    rest(page, agreeing.len().saturating_sub(most), "more agreement");
}

/// Says what a cap left out.
pub(super) fn rest(page: &mut Page<'_>, left_out: usize, noun: &str) {
    if left_out > 0 {
        let mut margin = Prose::default();
        margin.pad(2);
        let more = format!("{}: --all", counted(left_out, noun));
        page.row(&margin, &Prose::of(Ink::Faint, &more), None);
    }
}

/// "ABD", or "12 of 20" when there are many.
fn letters(story: &Lookup<'_>, finding: &Finding) -> String {
    let letters = story.letters(finding);
    if letters.len() > MOST_LETTERS {
        format!("{} of {}", letters.len(), story.comparison.articles.len())
    } else if letters.iter().all(|letter| letter.len() == 1) {
        letters.concat()
    } else {
        letters.join(",")
    }
}

fn line(page: &Page<'_>, story: &Lookup<'_>, finding: &Finding) -> Prose {
    let Some(claim) = best_wording(story, finding) else {
        return Prose::of(Ink::Plain, &finding.subject);
    };
    let mut line = Prose::default();
    let articles = story.letters(finding).len();
    if finding.origins < articles {
        let words = format!(
            "({articles} articles, {}) ",
            counted(finding.origins, "origin")
        );
        line.push(Ink::Faint, &words);
    }
    if finding.is_doubtful() {
        line.push(Ink::Soft, "perhaps: ");
    }
    line.append(&match story.article_of(claim) {
        Some(article) => own_words(article, claim, page.ellipsis()),
        None => Prose::of(Ink::Plain, &claim.text),
    });
    let best = finding
        .links
        .iter()
        .find(|link| link.relation != Relation::Same);
    if let Some(link) = best {
        let word = format!(" ({})", relation_word(link.relation));
        line.push(Ink::Faint, &word);
    }
    line
}

/// The claim to show for all: no headline, none that clashes in another finding, the one that the others are closest to, none
/// that another finding holds as well, the shortest.
pub(in crate::report) fn best_wording<'a>(
    story: &Lookup<'a>,
    finding: &Finding,
) -> Option<&'a Claim> {
    let closeness = |claim: &Claim| {
        let links = finding.links.iter();
        let scores: Vec<f64> = links
            .filter(|link| link.a == claim.id || link.b == claim.id)
            .map(|link| link.score)
            .collect();
        let mean = scores.iter().sum::<f64>() / scores.len().max(1) as f64;
        // Differences below a twentieth are noise, there the shorter wins.
        (mean * 20.0).round()
    };
    let disputed = |claim: &Claim| {
        let others = story.findings_of(claim).into_iter();
        others
            .filter(|other| other.id != finding.id)
            .any(|other| clashes(other, claim))
    };
    let shared = |claim: &Claim| story.findings_of(claim).len() > 1;
    story.claims_of(finding).into_iter().min_by(|a, b| {
        a.headline
            .cmp(&b.headline)
            .then_with(|| disputed(a).cmp(&disputed(b)))
            .then_with(|| closeness(b).total_cmp(&closeness(a)))
            .then_with(|| shared(a).cmp(&shared(b)))
            .then_with(|| a.text.len().cmp(&b.text.len()))
    })
}

/// How the two closest claims put it, word by word.
fn diff(page: &mut Page<'_>, story: &Lookup<'_>, finding: &Finding, indent: usize) {
    let pairs = finding.links.iter().filter_map(|link| {
        let pair = (story.claim(&link.a)?, story.claim(&link.b)?);
        (pair.0.article != pair.1.article).then_some(pair)
    });
    // The links stand best first.
    let Some((a, b)) = pairs.into_iter().next() else {
        return;
    };
    let mut margin = Prose::default();
    margin.pad(indent.saturating_sub(4));
    margin.push(Ink::Faint, &format!("{}{}", a.article, b.article));
    margin.pad(indent);
    page.row(&margin, &word_diff(&a.text, &b.text), None);
}

/// Words that went out in `[-...-]`, words that came in in `{+...+}`.
fn word_diff(a: &str, b: &str) -> Prose {
    let mut prose = Prose::default();
    let mut last = ChangeTag::Equal;
    for change in TextDiff::from_words(a, b).iter_all_changes() {
        let tag = change.tag();
        if tag != last {
            close(&mut prose, last);
            match tag {
                ChangeTag::Delete => prose.push(Ink::Gone, "[-"),
                ChangeTag::Insert => prose.push(Ink::Agree, "{+"),
                ChangeTag::Equal => {}
            }
        }
        last = tag;
        prose.push(ink(tag), change.value());
    }
    close(&mut prose, last);
    prose
}

fn close(prose: &mut Prose, tag: ChangeTag) {
    match tag {
        ChangeTag::Delete => prose.push(Ink::Gone, "-]"),
        ChangeTag::Insert => prose.push(Ink::Agree, "+}"),
        ChangeTag::Equal => {}
    }
}

fn ink(tag: ChangeTag) -> Ink {
    match tag {
        ChangeTag::Delete => Ink::Gone,
        ChangeTag::Insert => Ink::Agree,
        ChangeTag::Equal => Ink::Plain,
    }
}
