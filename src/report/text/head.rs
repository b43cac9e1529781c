//! Which articles, and what came of comparing them.

use super::super::ink::Ink;
use super::super::lookup::Lookup;
use super::super::page::Page;
use super::super::prose::Prose;
use super::map;
use crate::read::language_name;
use crate::{Article, Copied, Strength, Verdict};

/// Widest that a label gets before it is cut.
const LABEL_COLUMNS: usize = 24;

/// Writes the articles and the counts.
pub(super) fn write(page: &mut Page<'_>, story: &Lookup<'_>) {
    let articles = &story.comparison.articles;
    let widest = articles.iter().map(|a| label(page, a).width()).max();
    let letters = letter_columns(story);
    for article in articles {
        let mut margin = Prose::default();
        margin.pad(2);
        margin.push(Ink::Strong, &article.id);
        margin.pad(letters + 4);
        margin.append(&label(page, article));
        margin.pad(letters + 4 + widest.unwrap_or(0) + 2);
        page.row(&margin, &about(page, story, article), Some(1));
    }
    map::write(page, story);
    page.gap();
    let mut margin = Prose::default();
    margin.pad(2);
    page.row(&margin, &counts(page, story), None);
    for (article, code) in articles
        .iter()
        .filter_map(|article| Some((article, article.language.as_deref()?)))
    {
        let words = in_language(&article.id, code);
        page.row(&margin, &Prose::of(Ink::Soft, &words), None);
    }
    for copied in &story.comparison.copies {
        page.row(&margin, &Prose::of(Ink::Faint, &shared(copied)), None);
    }
}

/// "A is in Spanish: compared on numbers, money, dates and names only"
pub(in crate::report) fn in_language(id: &str, code: &str) -> String {
    format!(
        "{id} is in {}: compared on numbers, money, dates and names only",
        language_name(code)
    )
}

/// "C and E carry the same report (93% of their words)"
pub(in crate::report) fn shared(copied: &Copied) -> String {
    let articles = match &copied.articles[..] {
        [one, other] => format!("{one} and {other}"),
        [many @ .., last] => format!("{} and {last}", many.join(", ")),
        [] => String::new(),
    };
    if copied.whole {
        let percent = (copied.share * 100.0).round();
        format!("{articles} carry the same report ({percent}% of the shorter)")
    } else {
        format!(
            "{articles} share {} word for word, or nearly",
            counted(copied.sentences, "sentence")
        )
    }
}

/// Columns of the longest article letter.
pub(in crate::report) fn letter_columns(story: &Lookup<'_>) -> usize {
    let articles = story.comparison.articles.iter();
    articles.map(|article| article.id.len()).max().unwrap_or(1)
}

/// Columns of the longest id of a finding.
pub(super) fn id_columns(story: &Lookup<'_>) -> usize {
    let findings = story.comparison.findings.iter();
    findings.map(|finding| finding.id.len()).max().unwrap_or(2)
}

/// What people call the article, cut when it is long.
pub(in crate::report) fn label(page: &Page<'_>, article: &Article) -> Prose {
    label_in(page, article, Ink::Plain, usize::MAX)
}

/// What people call the article, cut when it takes more than `columns` or is long; it leads to the article.
pub(in crate::report) fn label_in(
    page: &Page<'_>,
    article: &Article,
    ink: Ink,
    columns: usize,
) -> Prose {
    let columns = columns.min(LABEL_COLUMNS).min(page.width() / 4);
    let mut label = Prose::default();
    label.push_linked(ink, &article.label, page.link(article));
    let lines = label.wrap(columns, Some(1), page.ellipsis());
    lines.into_iter().next().unwrap_or_default()
}

/// Outlet, day and headline, as far as they are known.
pub(in crate::report) fn about(page: &Page<'_>, story: &Lookup<'_>, article: &Article) -> Prose {
    let mut known: Vec<String> = Vec::new();
    known.extend(article.outlet.clone());
    known.extend(
        article
            .published
            .map(|day| day.strftime("%-d %b %Y").to_string()),
    );
    known.extend(article.title.clone());
    if !story
        .comparison
        .claims
        .iter()
        .any(|claim| claim.article == article.id)
    {
        known.push("no claim was found in it".to_owned());
    }
    Prose::of(Ink::Faint, &known.join(&format!(" {} ", page.dot())))
}

pub(super) fn counts(page: &Page<'_>, story: &Lookup<'_>) -> Prose {
    let dot = format!(" {} ", page.dot());
    let findings = &story.comparison.findings;
    let hard = findings
        .iter()
        .filter(|f| f.conflicts.iter().any(|c| c.strength == Strength::Hard))
        .count();
    let conflicts = story.comparison.count(Verdict::Conflict);
    let mut counts = Prose::default();
    match conflicts {
        0 => counts.push(Ink::Faint, "no conflict"),
        _ => {
            let ink = if hard > 0 { Ink::Hard } else { Ink::Soft };
            let sign = if hard > 0 { "!" } else { "?" };
            counts.push(ink, &format!("{sign} {}", counted(conflicts, "conflict")));
            let strengths = match hard {
                0 => " (soft)".to_owned(),
                all if all == conflicts => " (hard)".to_owned(),
                some => format!(" ({some} hard)"),
            };
            counts.push(Ink::Faint, &strengths);
        }
    }
    let inside = story.comparison.internal.len();
    if inside > 0 {
        counts.push(Ink::Faint, &dot);
        counts.push(Ink::Soft, &format!("! {inside} within one article"));
    }
    counts.push(Ink::Faint, &dot);
    counts.push(
        Ink::Agree,
        &format!("= {} agree", story.comparison.count(Verdict::Agree)),
    );
    let doubtful = story.comparison.count_doubtful();
    if doubtful > 0 {
        counts.push(Ink::Faint, &format!(" ({doubtful} perhaps)"));
    }
    counts.push(Ink::Faint, &dot);
    counts.push(
        Ink::Unique,
        &format!("+ {} only in one", story.comparison.count(Verdict::Unique)),
    );
    counts
}

/// "1 conflict", "2 conflicts".
pub(in crate::report) fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
