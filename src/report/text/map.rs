//! How much of each article conflicts, agrees and stands alone, and where, in one line an article.
//!
//! ```text
//! A  !!!!++==++++====++
//! ```

use super::super::ink::Ink;
use super::super::lookup::Lookup;
use super::super::page::Page;
use super::super::placed::placed;
use super::super::prose::Prose;
use super::head::letter_columns;
use crate::{Article, Verdict};

/// Narrowest page that has room for it.
const FROM: usize = 100;
/// Columns of the map of the longest article.
const COLUMNS: usize = 72;

/// Writes a map for each article, on pages wide enough; the longest takes all columns.
pub(super) fn write(page: &mut Page<'_>, story: &Lookup<'_>) {
    let articles = &story.comparison.articles;
    let longest = articles
        .iter()
        .map(|article| article.text.len())
        .max()
        .unwrap_or(0);
    if page.width() < FROM || longest == 0 || story.comparison.findings.is_empty() {
        return;
    }
    page.gap();
    let letters = letter_columns(story);
    for article in articles {
        let mut margin = Prose::default();
        margin.pad(2);
        margin.push(Ink::Strong, &article.id);
        margin.pad(letters + 4);
        let columns = (article.text.len() * COLUMNS).div_ceil(longest);
        page.row(&margin, &map(story, article, columns), Some(1));
    }
}

/// The map of an article: for each column the gravest verdict of the claims in that part of the text.
fn map(story: &Lookup<'_>, article: &Article, columns: usize) -> Prose {
    let mut cells: Vec<Option<Verdict>> = vec![None; columns];
    let column =
        |byte: usize| (byte * columns / article.text.len().max(1)).min(columns.saturating_sub(1));
    for part in placed(story, article) {
        let last = part.end.saturating_sub(1).max(part.start);
        for cell in &mut cells[column(part.start)..=column(last)] {
            let verdict = part.verdict();
            // verdicts are in order of gravity
            *cell = Some(cell.map_or(verdict, |known| known.min(verdict)));
        }
    }
    let mut map = Prose::default();
    for cell in cells {
        match cell {
            Some(Verdict::Conflict) => map.push(Ink::Hard, "!"),
            Some(Verdict::Agree) => map.push(Ink::Agree, "="),
            Some(Verdict::Unique) => map.push(Ink::Unique, "+"),
            None => map.push(Ink::Faint, "."),
        }
    }
    map
}
