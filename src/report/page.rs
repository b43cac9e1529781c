//! A page of a given width that rows are put on.

use std::rc::Rc;

use super::View;
use super::ink::Ink;
use super::prose::Prose;
use crate::Article;

/// Fewest columns that anything readable fits into.
const NARROWEST: usize = 40;

/// What a report is written on.
pub(super) struct Page<'a> {
    view: &'a View,
    text: String,
}

impl<'a> Page<'a> {
    /// An empty page.
    pub(super) fn new(view: &'a View) -> Self {
        if view.color {
            // Who asked for colour has decided already; `colored` would look at the environment again.
            colored::control::set_override(true);
        }
        Self {
            view,
            text: String::new(),
        }
    }

    /// Columns of the page.
    pub(super) fn width(&self) -> usize {
        self.view.width.max(NARROWEST)
    }

    /// Where the name of an article leads to.
    pub(super) fn link(&self, article: &Article) -> Option<Rc<str>> {
        let name = article.file.as_ref().or(article.url.as_ref())?;
        Some(self.view.links.get(name)?.as_str().into())
    }

    /// The sign for something left out.
    pub(super) fn ellipsis(&self) -> &'static str {
        if self.view.ascii { "..." } else { "…" }
    }

    /// The sign before who said it.
    pub(super) fn dash(&self) -> &'static str {
        if self.view.ascii { "--" } else { "—" }
    }

    /// The sign between things of one line.
    pub(super) fn dot(&self) -> &'static str {
        if self.view.ascii { "|" } else { "·" }
    }

    /// The sign before a reason or a meaning.
    pub(super) fn arrow(&self) -> &'static str {
        if self.view.ascii { "->" } else { "→" }
    }

    /// Leaves a line free.
    pub(super) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A heading.
    pub(super) fn heading(&mut self, ink: Ink, words: &str) {
        self.row(&Prose::default(), &Prose::of(ink, words), None);
    }

    /// `margin` and then `body`, wrapped beside it, on at most `most` lines.
    pub(super) fn row(&mut self, margin: &Prose, body: &Prose, most: Option<usize>) {
        let indent = margin.width();
        let columns = self.width().saturating_sub(indent).max(NARROWEST / 5);
        for (number, line) in body.wrap(columns, most, self.ellipsis()).iter().enumerate() {
            let start = if number == 0 {
                margin.paint(self.view.color)
            } else {
                " ".repeat(indent)
            };
            let painted = format!("{start}{}", line.paint(self.view.color));
            self.text.push_str(if self.view.color {
                &painted
            } else {
                painted.trim_end()
            });
            self.text.push('\n');
        }
    }

    /// A line that is laid out already, as it stands; its first sign in `ink`.
    pub(super) fn laid_out(&mut self, ink: Ink, line: &str) {
        let end = line.chars().next().map_or(0, char::len_utf8);
        if self.view.color && ink != Ink::Plain {
            self.text.push_str(&ink.paint(&line[..end]).to_string());
            self.text.push_str(&line[end..]);
        } else {
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        if self.view.ascii {
            self.text.chars().map(in_ascii).collect()
        } else {
            self.text
        }
    }
}

/// Typographic signs in ASCII; letters stay as they are.
fn in_ascii(character: char) -> char {
    match character {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' => '\'',
        '\u{201c}'..='\u{201f}' | '«' | '»' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '•' | '·' => '*',
        '…' => '.',
        '\u{fffd}' => '?',
        other => other,
    }
}
