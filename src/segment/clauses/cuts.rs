//! Where a sentence is cut.

mod phrases;

use std::ops::Range;

use super::super::{Token, TokenKind};
use super::ClauseKind;
use crate::grammar::{is_auxiliary, is_finite_verb};
use crate::lexicon;

/// Fewest content words on either side of a cut.
const CONTENT_WORDS: usize = 2;
/// Fewest content words of a participle clause, which has no verb of its own to tell what it is.
const PARTICIPLE_WORDS: usize = 3;

/// A clause to cut out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Its tokens with the marks and joining words around it: what the main clause loses.
    pub(super) hole: Range<usize>,
    /// Tokens of the subject that it takes over.
    pub(super) subject: Option<Range<usize>>,
    pub(super) kind: ClauseKind,
}

/// Clauses to cut out of the stretches outside frames, in text order, without overlap.
pub(super) fn cuts(words: &[&Token], free: &[Range<usize>]) -> Vec<Cut> {
    let cutter = Cutter::new(words);
    free.iter()
        .flat_map(|stretch| cutter.cuts_in(stretch))
        .collect()
}

/// What a headline, which has too few verbs for anything else, says of those hit: "Ferry sinks, six dead".
pub(super) fn tolls(words: &[&Token], free: &[Range<usize>]) -> Vec<Cut> {
    let cutter = Cutter::new(words);
    let in_stretch = |stretch: &Range<usize>| {
        let mut commas = stretch.clone();
        commas.find_map(|at| cutter.toll(at, stretch.start, stretch))
    };
    free.iter().filter_map(in_stretch).collect()
}

struct Cutter<'a> {
    words: &'a [&'a Token],
    finite: Vec<bool>,
    quoted: Vec<bool>,
}

fn quoted(words: &[&Token]) -> Vec<bool> {
    let mut open = false;
    let mark = |word: &&Token| {
        match word.lower.as_str() {
            "\u{201c}" | "``" => open = true,
            "\u{201d}" | "''" => open = false,
            "\"" => open = !open,
            _ => {}
        }
        open
    };
    words.iter().map(mark).collect()
}

impl<'a> Cutter<'a> {
    fn new(words: &'a [&'a Token]) -> Self {
        Self {
            words,
            finite: (0..words.len())
                .map(|at| is_finite_verb(words, at))
                .collect(),
            quoted: quoted(words),
        }
    }
}

impl Cutter<'_> {
    fn cuts_in(&self, stretch: &Range<usize>) -> Vec<Cut> {
        let mut found: Vec<Cut> = Vec::new();
        // start of what is left of the main clause before the place looked at
        let mut start = stretch.start;
        let mut at = stretch.start;
        while at < stretch.end {
            let cut = (!self.quoted[at])
                .then(|| {
                    self.relative(at, stretch)
                        .or_else(|| self.coordinate(at, start, stretch))
                        .or_else(|| self.subordinate(at, start, stretch))
                        .or_else(|| self.participle(at, start, stretch))
                        .or_else(|| self.toll(at, start, stretch))
                })
                .flatten();
            if let Some(cut) = cut {
                at = cut.hole.end;
                if cut.kind != ClauseKind::Relative {
                    start = cut.tokens.start;
                }
                found.push(cut);
            } else {
                at += 1;
            }
        }
        found
    }

    fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.lower.as_str())
    }

    fn content(&self, range: Range<usize>) -> usize {
        range
            .filter(|&at| {
                let word = self.words[at];
                word.kind != TokenKind::Sign
                    && !lexicon::is_function_word(&word.lower)
                    && !is_auxiliary(self.words, at)
            })
            .count()
    }

    fn has_verb(&self, range: Range<usize>) -> bool {
        range.clone().any(|at| {
            let relative = at > range.start
                && matches!(self.lower(at - 1), "who" | "which" | "that" | "where");
            self.finite[at] && !relative
        })
    }

    /// ", who had fled the mill,": between commas, or to the end.
    fn relative(&self, at: usize, stretch: &Range<usize>) -> Option<Cut> {
        let opens = self.lower(at) == ","
            && matches!(self.lower(at + 1), "who" | "which" | "where" | "whose")
            && at > stretch.start;
        if !opens {
            return None;
        }
        let verb = (at + 2..stretch.end)
            .take(6)
            .find(|&next| self.finite[next])?;
        let comma = (verb..stretch.end).find(|&next| {
            matches!(self.lower(next), "," | ";" | "\u{2014}" | "--")
                && !self.goes_on_as_list(next, stretch)
        });
        let end = comma.unwrap_or_else(|| self.without_marks(stretch));
        if self.content(at + 2..end) < CONTENT_WORDS {
            return None;
        }
        Some(Cut {
            tokens: at + 1..end,
            hole: at..comma.map_or(end, |comma| comma + 1),
            subject: self.noun_phrase_before(at, stretch.start),
            kind: ClauseKind::Relative,
        })
    }

    /// A comma inside a list: ", water and power", "on Monday, 7 June, 2010".
    fn goes_on_as_list(&self, comma: usize, stretch: &Range<usize>) -> bool {
        let next = comma + 1;
        let date = self
            .words
            .get(next)
            .is_some_and(|word| word.kind == TokenKind::Number);
        let list = (next..stretch.end.min(next + 5))
            .take_while(|&at| self.lower(at) != "," && !self.finite[at])
            .any(|at| matches!(self.lower(at), "and" | "or"));
        date || list
    }

    /// "... and two workers were hurt", "...; two were hurt", "... and died in hospital".
    fn coordinate(&self, at: usize, start: usize, stretch: &Range<usize>) -> Option<Cut> {
        let lower = self.lower(at);
        let joins = matches!(
            lower,
            "and" | "but" | "while" | "whereas" | "though" | "although"
        );
        // "four and a half months in prison"
        let fraction = lower == "and"
            && self.lower(at + 1) == "a"
            && matches!(self.lower(at + 2), "half" | "quarter");
        if !joins && lower != ";" || fraction {
            return None;
        }
        let first = at + 1;
        let end = self.end_of_clause(first, stretch);
        let before_end = if at > start && self.lower(at - 1) == "," {
            at - 1
        } else {
            at
        };
        let left = start..before_end;
        let pays = self.has_verb(left.clone())
            && self.content(left.clone()) >= CONTENT_WORDS
            && self.content(first..end) >= CONTENT_WORDS;
        if !pays {
            return None;
        }
        let verb = (first..end).find(|&next| self.finite[next])?;
        let own_subject = verb > first && self.is_subject(first..verb);
        let shared_subject = verb == first && !joins_participles(self, at);
        let subject = if own_subject {
            None
        } else if shared_subject && matches!(lower, "and" | "but") {
            Some(self.subject_of(&left)?)
        } else {
            return None;
        };
        Some(Cut {
            tokens: first..end,
            hole: before_end..end,
            subject,
            kind: ClauseKind::Coordinate,
        })
    }

    /// "... when a gunman opened fire".
    fn subordinate(&self, at: usize, start: usize, stretch: &Range<usize>) -> Option<Cut> {
        let joins = matches!(
            self.lower(at),
            "when" | "after" | "because" | "before" | "since" | "until" | "as"
        );
        if !joins {
            return None;
        }
        let first = at + 1;
        let end = self.end_of_clause(first, stretch);
        let verb = (first..end).find(|&next| self.finite[next])?;
        let left = start..at;
        let fronted = at == stretch.start;
        let rest = if fronted { end..stretch.end } else { left };
        let comparison = self.lower(at) == "as"
            && (at > 0 && matches!(self.lower(at - 1), "such" | "well" | "so" | "as" | "known")
                || self.lower(at + 2) == "as"
                || at > 1 && self.lower(at - 2) == "as");
        let pays = self.has_verb(rest.clone())
            && self.content(rest) >= CONTENT_WORDS
            && self.content(first..end) >= CONTENT_WORDS
            && verb > first
            && self.is_subject(first..verb)
            && !self.is_phrase(at, verb)
            && !comparison;
        let before = if at > start && self.lower(at - 1) == "," {
            at - 1
        } else {
            at
        };
        let behind = if fronted && self.lower(end) == "," {
            end + 1
        } else {
            end
        };
        pays.then_some(Cut {
            tokens: first..end,
            hole: before..behind,
            subject: None,
            kind: ClauseKind::Subordinate,
        })
    }

    /// "treated as arson, but he knew", "closed since Monday, and police came": the word opens a phrase, and the verb is of what follows.
    fn is_phrase(&self, joint: usize, verb: usize) -> bool {
        let role = self.lower(joint) == "as";
        (joint + 1..verb).any(|at| match self.lower(at) {
            "but" | ";" => true,
            "and" => role || self.lower(at - 1) == ",",
            "," => role,
            _ => false,
        })
    }

    /// ", killing seven soldiers of the guard".
    fn participle(&self, at: usize, start: usize, stretch: &Range<usize>) -> Option<Cut> {
        if self.lower(at) != "," {
            return None;
        }
        let first = at + 1 + usize::from(self.lower(at + 1).ends_with("ly"));
        let word = self.words.get(first)?;
        let gerund = lexicon::verb_forms(&word.lower).is_some_and(|forms| forms.gerund)
            && !word.capitalised
            && !matches!(
                word.lower.as_str(),
                "including" | "according" | "following" | "regarding" | "saying" | "adding"
            );
        let end = self.end_of_clause(first, stretch);
        let pays = gerund
            && self.has_verb(start..at)
            && self.content(start..at) >= CONTENT_WORDS
            && self.content(first..end) >= PARTICIPLE_WORDS;
        if !pays {
            return None;
        }
        Some(Cut {
            tokens: at + 1..end,
            hole: at..end,
            subject: self.subject_of(&(start..at)),
            kind: ClauseKind::Subordinate,
        })
    }
}

/// "shot and wounded", "was tried and convicted": participles under one auxiliary are one predicate.
fn joins_participles(cutter: &Cutter<'_>, at: usize) -> bool {
    let (Some(before), Some(after)) = (at.checked_sub(1), cutter.words.get(at + 1)) else {
        return false;
    };
    let participle = |lower: &str| {
        lexicon::verb_forms(lower).is_some_and(|forms| forms.participle || forms.past)
    };
    participle(cutter.lower(before)) && participle(&after.lower)
}
