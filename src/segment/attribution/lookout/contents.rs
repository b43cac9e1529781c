//! Where what is said begins and ends: behind "told reporters on Monday", at a quotation, up to a mark.

use std::ops::Range;

use super::{Lookout, REACH_OF_THAT};
use crate::grammar::{is_numeral, is_weekday};
use crate::lexicon;
use crate::segment::Stance;

impl Lookout<'_> {
    /// Where a quotation opens behind a verb of saying, its hearer and a mark: `told me, "We ran`.
    pub(super) fn quotation_behind(&self, at: usize) -> Option<usize> {
        let mark = (at + 1..self.words.len().min(at + REACH_OF_THAT))
            .take_while(|&next| !self.finite[next])
            .find(|&next| self.is_quotation_mark(next))?;
        let before = mark - 1;
        let opens = before == at || matches!(self.lower(before), ":" | "," | "that");
        opens.then_some(if before > at && self.lower(before) != "that" {
            before
        } else {
            mark
        })
    }

    /// Verbs that take a clause without "that" often enough.
    pub(super) fn takes_bare_clause(&self, at: usize, stance: Stance) -> bool {
        let lemma = lexicon::verb_lemma(self.lower(at));
        matches!(stance, Stance::Believes)
            || matches!(
                lemma,
                "say"
                    | "tell"
                    | "add"
                    | "claim"
                    | "allege"
                    | "warn"
                    | "insist"
                    | "admit"
                    | "confirm"
                    | "announce"
                    | "deny"
                    | "report"
                    | "state"
                    | "acknowledge"
                    | "promise"
                    | "vow"
                    | "argue"
                    | "note"
                    | "explain"
            )
    }

    /// Behind "told reporters", "told him".
    pub(super) fn skip_hearer(&self, at: usize) -> usize {
        if lexicon::verb_lemma(self.lower(at)) != "tell" {
            return self.skip_time(at + 1);
        }
        let mut next = at + 1;
        if matches!(
            self.lower(next),
            "him" | "her" | "them" | "us" | "me" | "reporters" | "police" | "journalists"
        ) {
            return self.skip_time(next + 1);
        }
        if matches!(self.lower(next), "the" | "a" | "an") {
            next += 1;
        }
        while self.words.get(next).is_some_and(|word| word.capitalised) {
            next += 1;
        }
        self.skip_time(next)
    }

    /// Behind "on Monday", "Tuesday", "late Monday".
    pub(super) fn skip_time(&self, at: usize) -> usize {
        let mut next = at;
        if matches!(self.lower(next), "on" | "late" | "early") {
            next += 1;
        }
        let day = is_weekday(self.lower(next)) || matches!(self.lower(next), "today" | "yesterday");
        if day { next + 1 } else { at }
    }

    /// Whether when or where it was said follows, not who said it: "Ann Poe, who runs the mill, said on Monday that".
    pub(super) fn opens_adverbial(&self, at: usize) -> bool {
        self.is_phrase_opening(at) || self.skip_time(at) > at
    }

    /// Whether a subject and then a finite verb follow, as in "two men were shot".
    pub(super) fn starts_clause(&self, at: usize) -> bool {
        let end = (at..self.words.len())
            .find(|&next| matches!(self.lower(next), "." | ";" | ":" | "?" | "!"))
            .unwrap_or(self.words.len());
        let Some(verb) = (at..end).find(|&next| self.finite[next]) else {
            return false;
        };
        let first = self.lower(at);
        let opens_phrase = matches!(
            first,
            "to" | "of"
                | "for"
                | "with"
                | "by"
                | "about"
                | "as"
                | ","
                | "up"
                | "out"
                | "and"
                | "or"
                | "but"
                | "into"
                | "on"
        );
        let opens_phrase = opens_phrase && !self.hedges_number(at);
        verb > at && !opens_phrase && (at..verb).any(|next| self.is_naming(next))
    }

    /// "about 80 people", "up to 80", "as many as 80": words that hedge a number rather than open a phrase.
    fn hedges_number(&self, at: usize) -> bool {
        let hedge = match (self.lower(at), self.lower(at + 1), self.lower(at + 2)) {
            ("about", ..) => 1,
            ("up", "to", _) => 2,
            ("as", _, "as") => 3,
            _ => return false,
        };
        self.words
            .get(at + hedge)
            .is_some_and(|word| is_numeral(word))
    }

    /// Past what may follow "police said": up to a mark.
    pub(super) fn end_of_adverbials(&self, from: usize) -> usize {
        (from..self.words.len())
            .find(|&at| self.is_mark(at) && self.lower(at) != "-")
            .unwrap_or(self.words.len())
    }

    /// The last full stop (or the end), closing quotation marks excluded.
    pub(super) fn end_of_sentence(&self) -> usize {
        let mut end = self.words.len();
        while end > 0 && matches!(self.lower(end - 1), "." | "?" | "!") {
            end -= 1;
        }
        end
    }

    pub(super) fn has_clause(&self, range: Range<usize>) -> bool {
        range.end <= self.words.len() && range.clone().any(|at| self.finite[at])
    }

    pub(super) fn has_quotation(&self, range: Range<usize>) -> bool {
        range.clone().any(|at| self.is_quotation_mark(at))
    }
}
