//! The comparison in three lines: which articles, how many findings, the gravest.

use super::super::ink::Ink;
use super::super::lookup::Lookup;
use super::super::page::Page;
use super::super::prose::Prose;
use super::super::rules::one_line;
use super::conflicts::{kind_words, sign};
use super::head::{counts, label};
use crate::Side;

/// Writes the three lines; two when nothing conflicts.
pub(super) fn write(page: &mut Page<'_>, story: &Lookup<'_>) {
    let comparison = story.comparison;
    let mut articles = Prose::default();
    for (number, article) in comparison.articles.iter().enumerate() {
        if number > 0 {
            articles.push(Ink::Faint, &format!(" {} ", page.dot()));
        }
        articles.push(Ink::Strong, &article.id);
        articles.push(Ink::Plain, " ");
        articles.append(&label(page, article));
    }
    page.row(&Prose::default(), &articles, Some(1));
    let counted = counts(page, story);
    page.row(&Prose::default(), &counted, Some(1));
    let between = comparison
        .findings
        .iter()
        .find_map(|finding| Some((finding.id.as_str(), finding.conflicts.first()?)));
    let inside = comparison
        .internal
        .first()
        .map(|conflict| ("within one article", conflict));
    if let Some((name, conflict)) = between.or(inside) {
        let side = |side: &Side| {
            format!(
                "\u{201c}{}\u{201d} ({})",
                one_line(&side.text),
                story.letter_of(side)
            )
        };
        let mut gravest = Prose::of(Ink::Faint, &format!("{name} "));
        gravest.push(
            Ink::Plain,
            &format!("{} against {}", side(&conflict.a), side(&conflict.b)),
        );
        gravest.push(
            Ink::Faint,
            &format!(" {} {}", page.dot(), kind_words(&[conflict])),
        );
        page.row(&sign(conflict.strength), &gravest, Some(1));
    }
}
