//! Which words name who speaks: "the Iraqi military" in "..., said the Iraqi military after dark".

use std::ops::Range;

use super::{LONGEST_SOURCE, Lookout};
use crate::grammar::{can_name, is_auxiliary};

impl Lookout<'_> {
    /// The subject of a verb: back to the start of the sentence, or behind a mark, "and", "but".
    pub(in super::super) fn subject_before(&self, at: usize, after: usize) -> Option<Range<usize>> {
        let mut start = at;
        let mut commas = 0;
        while start > after {
            let before = start - 1;
            let lower = self.lower(before);
            if self.finite[before] && !self.is_relative(before.wrapping_sub(1))
                || self.is_quotation_mark(before)
            {
                break;
            }
            if matches!(
                lower,
                "and"
                    | "but"
                    | "while"
                    | "though"
                    | "although"
                    | "because"
                    | "as"
                    | "when"
                    | "after"
                    | "that"
            ) && !self.joins_names(before)
            {
                break;
            }
            if lower == "," {
                commas += 1;
            } else if self.is_mark(before) && lower != "-" {
                break;
            }
            start = before;
        }
        // "In a statement, the ministry": a fronted phrase is no part of the subject
        while let Some(comma) = (start..at).find(|&next| self.lower(next) == ",") {
            if self.is_phrase_opening(start) && comma + 1 < at {
                start = comma + 1;
            } else {
                break;
            }
        }
        let source = self.named_alone(start..at);
        let named = self.is_source(source.clone());
        // one comma alone parts a subject from something else: "On Monday, police said"
        let source = if commas == 1 && named {
            let comma = source.clone().find(|&next| self.lower(next) == ",");
            comma.map_or(source.clone(), |comma| comma + 1..source.end)
        } else {
            source
        };
        let marks = source
            .clone()
            .rev()
            .take_while(|&last| self.is_mark(last))
            .count();
        let source = source.start..source.end - marks;
        self.is_source(source.clone()).then_some(source)
    }

    /// "reportedly", "then", "this morning" between a source and its verb.
    fn is_adverb(&self, at: usize) -> bool {
        let word = self.words[at];
        let is_stretch = |at: usize| {
            matches!(
                self.lower(at),
                "morning" | "afternoon" | "evening" | "week" | "month" | "year"
            )
        };
        matches!(
            word.lower.as_str(),
            "also" | "then" | "later" | "now" | "again" | "too" | "today" | "yesterday" | "even"
        ) || word.lower.ends_with("ly") && !word.capitalised && !can_name(word)
            || is_stretch(at) && at > 0 && self.lower(at - 1) == "this"
            || word.lower == "this" && is_stretch(at + 1)
    }

    /// Of "police have reportedly" the police, of "At one point he" the pronoun, of "three women who" the women, of "including two mayors"
    /// the mayors.
    pub(super) fn named_alone(&self, source: Range<usize>) -> Range<usize> {
        let behind = source
            .clone()
            .rev()
            .take_while(|&last| is_auxiliary(self.words, last) || self.is_adverb(last))
            .count();
        let source = source.start..source.end - behind;
        let Some(last) = source.clone().next_back() else {
            return source;
        };
        if matches!(self.lower(last), "he" | "she" | "they" | "we" | "i") {
            return last..source.end;
        }
        let opens = matches!(self.lower(source.start), "including" | "even");
        let start = source.start + usize::from(opens);
        let relative = (start + 1..source.end).find(|&at| self.is_relative(at));
        match relative {
            Some(relative) if self.is_relative(last) => start..relative,
            _ => start..source.end,
        }
    }

    pub(super) fn is_phrase_opening(&self, at: usize) -> bool {
        matches!(
            self.lower(at),
            "in" | "on"
                | "at"
                | "after"
                | "before"
                | "during"
                | "for"
                | "from"
                | "by"
                | "with"
                | "earlier"
                | "later"
                | "asked"
                | "meanwhile"
                | "however"
                | "still"
                | "late"
                | "early"
                | "since"
                | "under"
                | "but"
                | "speaking"
        )
    }

    /// "Iran and Britain": "and" between names or nouns of one subject.
    pub(super) fn joins_names(&self, at: usize) -> bool {
        self.lower(at) == "and"
            && at > 0
            && self.words[at - 1].capitalised
            && self.words.get(at + 1).is_some_and(|next| next.capitalised)
    }

    pub(super) fn is_relative(&self, at: usize) -> bool {
        matches!(self.lower(at), "who" | "which" | "whose" | "where")
    }

    /// Whether the words can name who speaks: short, with a noun, a name or a pronoun, without a clause of their own.
    pub(super) fn is_source(&self, range: Range<usize>) -> bool {
        let fits = !range.is_empty() && range.len() <= LONGEST_SOURCE;
        let first_fits = !matches!(
            self.lower(range.start),
            "that"
                | "which"
                | "what"
                | "of"
                | "to"
                | "for"
                | "and"
                | "or"
                | "with"
                | "by"
                | "there"
                | "who"
                | ","
                | "not"
                | "where"
                | "how"
        );
        let relative = range.clone().any(|at| self.is_relative(at));
        fits && first_fits
            && range.clone().any(|at| self.is_naming(at))
            && (relative || range.clone().all(|at| !self.finite[at]))
    }

    pub(super) fn is_naming(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| can_name(word) || matches!(word.lower.as_str(), "who" | "police"))
    }

    /// Past a name or noun phrase: up to a mark or a finite verb.
    pub(super) fn end_of_source(&self, from: usize) -> usize {
        (from..self.words.len())
            .find(|&at| {
                self.is_mark(at) && self.lower(at) != "-"
                    || self.finite[at]
                    || self.is_relative(at)
                    || matches!(
                        self.lower(at),
                        "after" | "while" | "because" | "when" | "that" | "but"
                    )
            })
            .unwrap_or(self.words.len())
    }
}
