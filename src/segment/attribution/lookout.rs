//! Where frames stand.

mod contents;
mod sources;

use std::ops::Range;

use super::super::{Token, TokenKind};
use super::verbs::stance;
use super::{Frame, Framed, Stance};
use crate::Span;
use crate::grammar::{is_auxiliary, is_finite_verb};
use crate::lexicon;

/// Most words of a source; longer stretches before a verb of saying hold a clause.
const LONGEST_SOURCE: usize = 22;
/// Words within which "that" must follow a verb of saying and its hearer: "told a crowd in the square that".
const REACH_OF_THAT: usize = 9;

/// Words that end a headline and are its source: "Man shot - police".
const HEADLINE_SOURCES: [&str; 12] = [
    "police",
    "officials",
    "report",
    "reports",
    "sources",
    "ministry",
    "sheriff",
    "poll",
    "study",
    "military",
    "army",
    "minister",
];

/// The words of a sentence and where its marks stand.
pub(super) struct Lookout<'a> {
    words: &'a [&'a Token],
    headline: bool,
    /// Whether each word is a finite verb.
    finite: Vec<bool>,
    /// Whether each word stands inside quotation marks.
    quoted: Vec<bool>,
}

impl<'a> Lookout<'a> {
    pub(super) fn new(words: &'a [&'a Token], headline: bool) -> Self {
        let mut open = false;
        let quoted = words
            .iter()
            .map(|word| {
                match word.lower.as_str() {
                    "\u{201c}" | "``" => open = true,
                    "\u{201d}" | "''" => open = false,
                    "\"" => open = !open,
                    _ => return open,
                }
                true
            })
            .collect();
        Self {
            words,
            headline,
            finite: (0..words.len())
                .map(|at| is_finite_verb(words, at) || says(words, at))
                .collect(),
            quoted,
        }
    }

    /// Number of words.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether a finite verb stands at `at`, outside quotation marks, or a participle behind an auxiliary.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        let perfect = self.finite[at - 1] && is_auxiliary(self.words, at - 1);
        !self.quoted[at] && !is_auxiliary(self.words, at) && (self.finite[at] || perfect)
    }

    pub(super) fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.lower.as_str())
    }

    fn is_mark(&self, at: usize) -> bool {
        // a full stop inside a sentence belongs to an abbreviation
        if self.lower(at) == "." {
            return self.words[at + 1..]
                .iter()
                .all(|word| word.kind == TokenKind::Sign)
                || self.is_quotation_mark(at + 1);
        }
        matches!(
            self.lower(at),
            "," | ";"
                | ":"
                | "."
                | "?"
                | "!"
                | "\u{2014}"
                | "\u{2013}"
                | "--"
                | "-"
                | "\u{201c}"
                | "\u{201d}"
                | "\""
                | "''"
                | "``"
                | "("
                | ")"
        )
    }

    fn is_quotation_mark(&self, at: usize) -> bool {
        matches!(self.lower(at), "\u{201c}" | "\u{201d}" | "\"" | "''" | "``")
    }

    /// The frame whose cue stands at `at`, if one does; words of `before`, the frame before it, are taken.
    pub(super) fn frame_at(&self, at: usize, before: Option<&Framed>) -> Option<Framed> {
        let after = before.map_or(0, |framed| framed.tokens.end);
        if self.lower(at) == "according" && self.lower(at + 1) == "to" {
            return self.according_to(at);
        }
        if self.headline
            && let Some(framed) = self.headline_source(at)
        {
            return Some(framed);
        }
        if self.lower(at) == ":" {
            return self.transcript(at);
        }
        let stance = stance(self.lower(at))?;
        if let Some(framed) = self.participle(at, stance, before) {
            return Some(framed);
        }
        if self.quoted[at] || !self.finite[at] && !self.is_participle_of_passive(at) {
            return None;
        }
        self.passive(at, stance, after)
            .or_else(|| self.behind_content(at, stance, after))
            .or_else(|| self.inverted(at, stance, after))
            .or_else(|| self.leading(at, stance, after))
    }

    /// "according to the army": at the start up to the comma, or behind the content up to the next mark.
    fn according_to(&self, at: usize) -> Option<Framed> {
        let end = self.end_of_source(at + 2);
        (end > at + 2).then(|| {
            let at_start = (0..at).all(|before| self.is_mark(before));
            let content = if at_start {
                end..self.words.len()
            } else {
                0..at
            };
            self.framed(
                at..end,
                Some(at + 2..end),
                at..at + 2,
                Stance::States,
                content,
            )
        })
    }

    /// "Police: man shot", "Man shot: police".
    fn headline_source(&self, at: usize) -> Option<Framed> {
        if !HEADLINE_SOURCES.contains(&self.lower(at)) {
            return None;
        }
        let last = self.words.len() - 1;
        if at <= 3 && self.lower(at + 1) == ":" && (0..at).all(|before| !self.finite[before]) {
            return Some(self.framed(
                0..at + 2,
                Some(0..at + 1),
                at + 1..at + 2,
                Stance::States,
                at + 2..last + 1,
            ));
        }
        let mark = (0..at).rev().take(4).find(|&before| self.is_mark(before))?;
        let splits = matches!(self.lower(mark), ":" | "-" | "--" | "\u{2013}" | "\u{2014}");
        (at == last && mark > 1 && splits).then(|| {
            self.framed(
                mark..at + 1,
                Some(mark + 1..at + 1),
                mark..mark + 1,
                Stance::States,
                0..mark,
            )
        })
    }

    /// "POE: We ran." in a transcript.
    fn transcript(&self, at: usize) -> Option<Framed> {
        let named = (1..=4).contains(&at)
            && (0..at).all(|before| self.words[before].capitalised || self.lower(before) == ".")
            && self.has_clause(at + 1..self.words.len())
            && !self.headline;
        named.then(|| {
            self.framed(
                0..at + 1,
                Some(0..at),
                at..at + 1,
                Stance::States,
                at + 1..self.words.len(),
            )
        })
    }

    /// "..., adding that two fell": the source is that of the frame before, or the subject of the sentence.
    fn participle(&self, at: usize, stance: Stance, before: Option<&Framed>) -> Option<Framed> {
        let gerund = lexicon::verb_forms(self.lower(at)).is_some_and(|forms| forms.gerund);
        if !gerund
            || self.quoted[at]
            || !matches!(self.lower(at.checked_sub(1)?), "," | "\u{201d}" | "\"")
        {
            return None;
        }
        let that = self.lower(at + 1) == "that";
        let content = at + 1 + usize::from(that);
        if !that && !self.is_quotation_mark(at + 1) && !self.starts_clause(content) {
            return None;
        }
        let mut framed = self.framed(
            at..content,
            None,
            at..at + 1,
            stance,
            content..self.words.len(),
        );
        framed.frame.source = match before {
            Some(before) => before.frame.source,
            None => {
                let verb = (0..at).find(|&next| self.finite[next])?;
                self.is_source(0..verb).then(|| self.span(&(0..verb)))
            }
        };
        Some(framed)
    }

    /// "It was reported that", "It is believed".
    fn passive(&self, at: usize, stance: Stance, after: usize) -> Option<Framed> {
        let auxiliary = at.checked_sub(1)?;
        let subject = auxiliary.checked_sub(1)?;
        let impersonal =
            self.lower(subject) == "it" && is_auxiliary(self.words, auxiliary) && subject >= after;
        let content = at + 1 + usize::from(self.lower(at + 1) == "that");
        (impersonal && self.has_clause(content..self.words.len())).then(|| {
            self.framed(
                subject..content,
                None,
                at..at + 1,
                stance,
                content..self.words.len(),
            )
        })
    }

    fn is_participle_of_passive(&self, at: usize) -> bool {
        at > 1 && is_auxiliary(self.words, at - 1) && self.lower(at - 2) == "it"
    }

    /// "..., police said on Monday", "..., an officer said, ...".
    fn behind_content(&self, at: usize, stance: Stance, after: usize) -> Option<Framed> {
        let mark = (after..at).rev().find(|&before| self.is_mark(before))?;
        let source = mark + 1..at;
        let opens = self.lower(mark) == ","
            || self.is_quotation_mark(mark)
            || self.lower(mark) == "\u{2014}";
        if !opens || !self.is_source(source.clone()) {
            return None;
        }
        let end = self.end_of_adverbials(at + 1);
        // ", and police said the mill burned" is the frame of what follows
        if self.has_clause(at + 1..end) || self.lower(end) == ":" {
            return None;
        }
        // "The sheriff, Ann Poe, said that": what stands before is the source as well, not the content
        let complement = matches!(self.lower(at + 1), "that" | ":");
        if complement && !self.has_clause(after..mark) && !self.is_quotation_mark(mark) {
            return None;
        }
        let content = if self.lower(end) == "," {
            0..self.words.len()
        } else {
            0..mark
        };
        let named = self.named_alone(source);
        Some(self.framed(mark + 1..end, Some(named), at..at + 1, stance, content))
    }

    /// "..., said Ann Poe, the sheriff."
    fn inverted(&self, at: usize, stance: Stance, after: usize) -> Option<Framed> {
        let mark = at.checked_sub(1).filter(|&mark| mark >= after)?;
        let opens = self.lower(mark) == "," || self.is_quotation_mark(mark);
        if !opens || at < 2 || self.opens_adverbial(at + 1) {
            return None;
        }
        let name_end = self.end_of_source(at + 1);
        let opens_clause = self.finite.get(name_end).is_some_and(|&finite| finite);
        if name_end == at + 1 || opens_clause || !self.is_source(at + 1..name_end) {
            return None;
        }
        // an apposition and all else without a verb goes with the source
        let rest_end = self.end_of_sentence();
        let end = if self.has_clause(name_end..rest_end) && !self.is_relative(name_end + 1)
            || self.has_quotation(name_end..rest_end)
        {
            name_end
        } else {
            rest_end
        };
        let source_end = if self.is_relative(name_end + 1) {
            name_end
        } else {
            end
        };
        Some(self.framed(
            at..end,
            Some(at + 1..source_end),
            at..at + 1,
            stance,
            0..mark,
        ))
    }

    /// "Police said [on Monday] [that] two men were shot."
    fn leading(&self, at: usize, stance: Stance, after: usize) -> Option<Framed> {
        let source = self.subject_before(at, after)?;
        let words = self.words.len();
        let that = (at + 1..words.min(at + 1 + REACH_OF_THAT))
            .take_while(|&next| !self.is_mark(next) || self.lower(next) == ",")
            .find(|&next| matches!(self.lower(next), "that" | "whether"))
            .filter(|&that| !self.has_clause(at + 1..that) && self.has_clause(that + 1..words));
        let content = if let Some(that) = that {
            that + 1
        } else if let Some(mark) = self.quotation_behind(at) {
            mark
        } else if self.takes_bare_clause(at, stance) {
            let content = self.skip_hearer(at);
            if !self.starts_clause(content) {
                return None;
            }
            content
        } else {
            return None;
        };
        Some(self.framed(
            source.start..content,
            Some(source),
            at..at + 1,
            stance,
            content..words,
        ))
    }

    /// Span of some tokens.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        self.words[range.start]
            .span
            .hull(self.words[range.end - 1].span)
    }

    fn framed(
        &self,
        tokens: Range<usize>,
        source: Option<Range<usize>>,
        cue: Range<usize>,
        stance: Stance,
        content: Range<usize>,
    ) -> Framed {
        Framed {
            frame: Frame {
                span: self.span(&tokens),
                source: source.map(|source| self.span(&source)),
                cue: self.span(&cue),
                stance,
            },
            tokens,
            content,
        }
    }
}

/// "says", which the lexicon knows as a noun as well, behind a name, a noun or a pronoun.
fn says(words: &[&Token], at: usize) -> bool {
    let word = words[at];
    let before = at.checked_sub(1).map(|before| words[before].lower.as_str());
    let forms = lexicon::verb_forms(&word.lower);
    forms.is_some_and(|forms| forms.present || forms.base)
        && stance(&word.lower).is_some()
        && !word.capitalised
        && before.is_some_and(|before| {
            !matches!(
                before,
                "the" | "a" | "his" | "her" | "their" | "of" | "its" | "no" | "these"
            )
        })
        && lexicon::verb_likelihood(&word.lower) > 0.5
}
