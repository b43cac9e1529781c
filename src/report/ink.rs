//! The stylesheet: what a piece of text is -> how it looks. Layout knows only the names on the left.

use colored::{ColoredString, Colorize};

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// An article's or our own words.
    Plain,
    /// What the eye may skip: labels, ids, speakers.
    Faint,
    /// Headings and subjects.
    Strong,
    /// Words that cannot both hold, and the sign of it.
    Hard,
    /// Words in tension, and the sign of it.
    Soft,
    /// The sign of agreement; words that came in.
    Agree,
    /// The sign of standing alone.
    Unique,
    /// Words that went out.
    Gone,
}

impl Ink {
    /// `text` with the escape codes of this ink around it.
    pub(super) fn paint(self, text: &str) -> ColoredString {
        match self {
            Self::Plain => text.into(),
            Self::Faint => text.dimmed(),
            Self::Strong => text.bold(),
            Self::Hard => text.red().bold(),
            Self::Soft => text.yellow().bold(),
            Self::Agree => text.green(),
            Self::Unique => text.cyan(),
            Self::Gone => text.red().strikethrough(),
        }
    }
}
