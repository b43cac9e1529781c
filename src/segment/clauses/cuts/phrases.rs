//! Subjects and the ends of clauses.

use std::ops::Range;

use super::super::ClauseKind;
use super::{Cut, Cutter};
use crate::grammar::{can_name, is_numeral};
use crate::lexicon;
use crate::segment::TokenKind;

/// Most words from a number to what became of those counted.
const TOLL_WORDS: usize = 7;

impl Cutter<'_> {
    /// ", seven guards injured", ", with six of them hurt": a number and what became of those counted, to the end.
    pub(super) fn toll(&self, at: usize, start: usize, stretch: &Range<usize>) -> Option<Cut> {
        if self.lower(at) != "," || self.quoted[at] {
            return None;
        }
        let first = at + 1 + usize::from(self.lower(at + 1) == "with");
        let hedged = matches!(
            self.lower(first),
            "at" | "more" | "about" | "some" | "nearly"
        );
        let counts = (first..stretch.end)
            .take(if hedged { 3 } else { 1 })
            .any(|at| self.is_number(at));
        let end = self.without_marks(stretch);
        let fate = (first..end).take(TOLL_WORDS).find(|&at| self.is_fate(at))?;
        let last =
            fate + 1 == end || matches!(self.lower(fate + 1), "in" | "at" | "by" | "and" | "on");
        let plain = !(first..end).any(|at| self.finite[at] && at != fate || self.lower(at) == ",");
        let pays = counts && last && plain && fate > first && self.has_verb(start..at);
        pays.then_some(Cut {
            tokens: first..end,
            hole: at..end,
            subject: None,
            kind: ClauseKind::Coordinate,
        })
    }

    fn is_number(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| is_numeral(word))
    }

    fn is_fate(&self, at: usize) -> bool {
        let word = self.lower(at);
        matches!(word, "dead" | "hurt" | "missing" | "safe")
            || matches!(
                lexicon::verb_lemma(word),
                "kill"
                    | "injure"
                    | "wound"
                    | "arrest"
                    | "detain"
                    | "rescue"
                    | "evacuate"
                    | "displace"
                    | "trap"
            ) && lexicon::verb_forms(word).is_some_and(|forms| forms.participle)
    }

    /// The words before the first finite verb, if they can be a subject.
    pub(super) fn subject_of(&self, clause: &Range<usize>) -> Option<Range<usize>> {
        let verb = clause.clone().find(|&at| self.finite[at])?;
        let comma = (clause.start..verb).rev().find(|&at| self.lower(at) == ",");
        let start = comma.map_or(clause.start, |comma| comma + 1);
        let subject = if self.is_subject(start..verb) {
            start..verb
        } else {
            clause.start..verb
        };
        (!subject.is_empty() && self.is_subject(subject.clone())).then_some(subject)
    }

    /// Whether words can be a subject: a noun, a name or a pronoun, opened by no preposition.
    pub(super) fn is_subject(&self, range: Range<usize>) -> bool {
        let opens = !matches!(
            self.lower(range.start),
            "of" | "to"
                | "for"
                | "with"
                | "by"
                | "about"
                | "into"
                | "from"
                | "who"
                | "which"
                | "that"
                | ","
                | "or"
                | "than"
                | "not"
        );
        opens
            && !range.is_empty()
            && range.clone().any(|at| {
                let word = self.words[at];
                can_name(word)
                    || word.kind == TokenKind::Number
                    || matches!(
                        word.lower.as_str(),
                        "two" | "three" | "all" | "both" | "no" | "nobody" | "none"
                    )
            })
    }

    /// The noun phrase that ends before a comma: "Two men of the guard".
    pub(super) fn noun_phrase_before(&self, comma: usize, from: usize) -> Option<Range<usize>> {
        let mut start = comma;
        while start > from {
            let before = start - 1;
            let ends = self.finite[before]
                || matches!(
                    self.lower(before),
                    "," | ";"
                        | ":"
                        | "\u{201d}"
                        | "\u{201c}"
                        | "\""
                        | "--"
                        | "\u{2014}"
                        | "and"
                        | "but"
                )
                || matches!(
                    self.lower(before),
                    "in" | "on"
                        | "at"
                        | "by"
                        | "to"
                        | "with"
                        | "from"
                        | "for"
                        | "as"
                        | "into"
                        | "against"
                        | "after"
                        | "that"
                );
            if ends {
                break;
            }
            start = before;
        }
        (start < comma).then_some(start..comma)
    }

    /// Where a clause that starts at `from` ends: before the next joining word that opens another, or the end.
    pub(super) fn end_of_clause(&self, from: usize, stretch: &Range<usize>) -> usize {
        let mut seen_verb = false;
        let mut at = from;
        while at < stretch.end {
            seen_verb |= self.finite[at];
            let lower = self.lower(at);
            let opens_next = at > from
                && !self.quoted[at]
                && (lower == ";"
                    || seen_verb
                        && matches!(
                            lower,
                            "and" | "but" | "while" | "when" | "after" | "because"
                        )
                        && self.has_clause_ahead(at + 1, stretch)
                    || seen_verb && lower == "," && self.comma_ends(at, stretch));
            if opens_next {
                return if lower == "," || self.lower(at - 1) != "," {
                    at
                } else {
                    at - 1
                };
            }
            at += 1;
        }
        self.without_marks(stretch).max(from)
    }

    /// Whether a subject and a verb follow before the next mark.
    pub(super) fn has_clause_ahead(&self, from: usize, stretch: &Range<usize>) -> bool {
        let verb = (from..stretch.end)
            .take_while(|&at| !matches!(self.lower(at), "," | ";" | "and" | "but"))
            .find(|&at| self.finite[at]);
        verb.is_some_and(|verb| verb > from && self.is_subject(from..verb))
    }

    /// Whether a comma ends a clause: joining words, relative pronouns or participles behind it.
    pub(super) fn comma_ends(&self, comma: usize, stretch: &Range<usize>) -> bool {
        let next = self.lower(comma + 1);
        matches!(
            next,
            "and"
                | "but"
                | "while"
                | "who"
                | "which"
                | "where"
                | "when"
                | "after"
                | "because"
                | "though"
                | "although"
        ) && !self.goes_on_as_list(comma, stretch)
            || lexicon::verb_forms(next).is_some_and(|forms| forms.gerund) && next != "including"
            || self.has_clause_ahead(comma + 1, stretch)
    }

    /// The end of the stretch without its closing marks.
    pub(super) fn without_marks(&self, stretch: &Range<usize>) -> usize {
        let mut end = stretch.end;
        while end > stretch.start && self.words[end - 1].kind == TokenKind::Sign {
            end -= 1;
        }
        end
    }
}
