//! The facts in a table: a finding a row, an article a column, in the cells the values with their hedges and who says so.
//!
//! ```text
//!                          A wire          B mill             C evening
//! ! F1 guards hurt         six — police    seven              six — police
//! ~ F3 roof fell in        about four      about four
//! ```

use comfy_table::{ContentArrangement, Table, presets};

use super::super::ink::Ink;
use super::super::lookup::{Lookup, finding_sign};
use super::super::page::Page;
use super::super::placed::clashes;
use super::super::rules::one_line;
use crate::{Article, Claim, Fact, FactKind, Finding, Verdict};

/// Columns that a table needs: for what a row is about, and for each article.
const FIRST: usize = 34;
const EACH: usize = 26;
/// Narrowest page with a table.
const FROM: usize = 110;
/// Most values of one cell.
const MOST_VALUES: usize = 3;

/// Writes the table, if the page is wide enough for all articles.
pub(super) fn write(page: &mut Page<'_>, story: &Lookup<'_>) {
    let articles = &story.comparison.articles;
    if page.width() < FROM.max(FIRST + EACH * articles.len()) {
        return;
    }
    let rows: Vec<(&Finding, Vec<String>)> = story
        .comparison
        .findings
        .iter()
        .filter(|finding| finding.verdict != Verdict::Unique)
        .map(|finding| {
            (
                finding,
                articles
                    .iter()
                    .map(|article| cell(page, story, finding, article))
                    .collect(),
            )
        })
        .filter(|(_, cells): &(_, Vec<String>)| {
            cells.iter().filter(|cell| !cell.is_empty()).count() > 1
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    let mut table = Table::new();
    table
        .load_preset(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(page.width()).unwrap_or(u16::MAX));
    let names = articles
        .iter()
        .map(|article| format!("{} {}", article.id, article.label));
    table.set_header(std::iter::once(String::new()).chain(names));
    for (finding, cells) in &rows {
        let first = format!(
            "{} {} {}",
            finding_sign(finding),
            finding.id,
            one_line(&finding.subject)
        );
        table.add_row(std::iter::once(first).chain(cells.iter().cloned()));
    }
    page.gap();
    page.heading(Ink::Strong, "FACTS");
    page.gap();
    for line in table.lines() {
        let line = line.trim_end();
        // every cell begins with a space
        let line = line.strip_prefix(' ').unwrap_or(line);
        let ink = match line.chars().next() {
            Some('!') => Ink::Hard,
            Some('?') => Ink::Soft,
            Some('=' | '~') => Ink::Agree,
            _ => Ink::Plain,
        };
        page.laid_out(ink, line);
    }
}

/// What an article says of a finding in values: of a conflict its clashing words first.
fn cell(page: &Page<'_>, story: &Lookup<'_>, finding: &Finding, article: &Article) -> String {
    let mut values: Vec<String> = Vec::new();
    let own: Vec<&Claim> = story
        .claims_of(finding)
        .into_iter()
        .filter(|claim| claim.article == article.id)
        .collect();
    let mut heard: Vec<String> = Vec::new();
    let mut add = |words: &str, claim: &Claim| {
        let words = one_line(words);
        let speaker = claim
            .speaker
            .as_ref()
            .map(|speaker| format!(" {} {}", page.dash(), speaker.name));
        let value = format!("{words}{}", speaker.as_deref().unwrap_or_default());
        match heard
            .iter()
            .position(|known| *known == words.to_lowercase())
        {
            // the same value once more: with who says so, if that was not known
            Some(at)
                if speaker.is_some() && values[at].chars().count() == words.chars().count() =>
            {
                values[at] = value;
            }
            Some(_) => {}
            None if values.len() < MOST_VALUES => {
                heard.push(words.to_lowercase());
                values.push(value);
            }
            None => {}
        }
    };
    for claim in &own {
        for side in finding
            .conflicts
            .iter()
            .flat_map(|conflict| [&conflict.a, &conflict.b])
            .filter(|side| side.claim == claim.id)
        {
            add(&side.text, claim);
        }
    }
    let kinds: Vec<FactKind> = clashing_kinds(story, finding);
    let others = if own.iter().any(|claim| clashes(finding, claim)) {
        Vec::new()
    } else {
        own
    };
    for claim in others {
        for fact in claim
            .facts
            .iter()
            .filter(|fact| is_value(fact) && (kinds.is_empty() || kinds.contains(&fact.kind)))
        {
            add(&fact.text, claim);
        }
    }
    values.join("; ")
}

/// Kinds of the facts that clash: of a conflict over a number the other articles' numbers are shown, not their days.
fn clashing_kinds(story: &Lookup<'_>, finding: &Finding) -> Vec<FactKind> {
    let sides = finding
        .conflicts
        .iter()
        .flat_map(|conflict| [&conflict.a, &conflict.b]);
    let facts = sides.filter_map(|side| {
        let claim = story.claim(&side.claim)?;
        claim
            .facts
            .iter()
            .find(|fact| fact.span.overlaps(side.span))
    });
    facts.map(|fact| fact.kind).collect()
}

fn is_value(fact: &Fact) -> bool {
    matches!(fact.kind, FactKind::Quantity | FactKind::Time)
}
