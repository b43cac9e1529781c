//! Modality: asserted, reported, alleged, possible, planned, denied.
//!
//! ```text
//! "The bank may close two branches"            may -> close two branches       possible
//! "a man suspected of shooting a guard"        suspected of -> shooting ...    alleged
//! "Suspected rebels burnt the bridge"          Suspected -> rebels             asserted
//! "in May", "his will", "is to blame"          nothing
//! ```

use std::sync::LazyLock;

use super::cues::CueTable;
use super::predicate::{Predicate, main_predicate, reach, span_of, words};
use crate::lexicon;
use crate::segment::{Clause, Sentence, SentenceKind, Stance, Token, TokenKind};
use crate::{Modality, Scope};

/// What a cue of `data/modals.txt` does, and how far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Effect {
    modality: Modality,
    /// Governs the noun phrase that follows, not a verb.
    noun: bool,
}

static CUES: LazyLock<CueTable<Effect>> = LazyLock::new(|| {
    CueTable::parse(include_str!("../../data/modals.txt"), |rest| {
        let (modality, reach) = rest.split_once('\t')?;
        let modality = match modality {
            "reported" => Modality::Reported,
            "alleged" => Modality::Alleged,
            "possible" => Modality::Possible,
            "planned" => Modality::Planned,
            "asserted" => Modality::Asserted,
            _ => return None,
        };
        Some(Effect {
            modality,
            noun: reach == "noun",
        })
    })
});

/// Modal cues of the clause, each with the words it governs; a scope starts right after its cue,
/// except for a cue at the end ("..., reportedly"), which governs what stands before it.
pub(super) fn modals(_text: &str, sentence: &Sentence, clause: &Clause) -> Vec<Scope> {
    let words = words(sentence, clause);
    let headline = sentence.kind == SentenceKind::Headline;
    let mut found = Vec::new();
    if headline && let Some(at) = headline_infinitive(&words) {
        found.push(Scope {
            cue: words[at].span,
            scope: span_of(&words, at + 1, reach(&words, at + 1)),
            modality: Modality::Planned,
        });
    }
    let mut at = 0;
    while at < words.len() {
        let Some((len, effect)) = cue(&words, at) else {
            at += 1;
            continue;
        };
        let after = at + len;
        let noun = is_noun_or_name(&words, at, sentence.span.start, headline);
        let inability = after == at + 1
            && words[at].lower == "could"
            && words.get(after).is_some_and(|t| is_negator(&t.lower));
        if effect.modality != Modality::Asserted && !noun && !inability {
            let end = if effect.noun {
                noun_phrase_end(&words, after)
            } else {
                reach(&words, after)
            };
            let scope = if after < end {
                span_of(&words, after, end)
            } else {
                span_of(&words, 0, at.max(1))
            };
            found.push(Scope {
                cue: span_of(&words, at, after),
                scope,
                modality: effect.modality,
            });
        }
        at = after;
    }
    found
}

/// The modality of the clause's main assertion, its attribution frame included ("denied that" -> denied).
pub(super) fn modality(modals: &[Scope], sentence: &Sentence, clause: &Clause) -> Modality {
    let framed = clause
        .frame
        .as_ref()
        .map_or(Modality::Asserted, |frame| match frame.stance {
            Stance::States => Modality::Asserted,
            Stance::Denies => Modality::Denied,
            Stance::Alleges => Modality::Alleged,
            Stance::Believes | Stance::Asks => Modality::Possible,
            Stance::Intends => Modality::Planned,
        });
    let words = words(sentence, clause);
    let predicate = main_predicate(&words);
    let governs = |modal: &&Scope| {
        let Some(Predicate { finite, head }) = predicate else {
            return words
                .first()
                .is_some_and(|w| modal.cue.contains(w.span) || modal.scope.contains(w.span))
                || words.last().is_some_and(|w| modal.scope.contains(w.span));
        };
        modal.scope.contains(words[head].span)
            || modal.cue.contains(words[head].span)
            || modal.cue.contains(words[finite].span)
    };
    modals
        .iter()
        .filter(governs)
        .map(|modal| modal.modality)
        .chain([framed])
        .max_by_key(|&modality| force(modality))
        .unwrap_or(Modality::Asserted)
}

/// How much a modality takes away from the plain claim.
fn force(modality: Modality) -> u8 {
    match modality {
        Modality::Asserted => 0,
        Modality::Reported => 1,
        Modality::Planned => 2,
        Modality::Possible => 3,
        Modality::Alleged => 4,
        Modality::Denied => 5,
    }
}

fn cue(words: &[&Token], at: usize) -> Option<(usize, Effect)> {
    if let Some(found) = CUES.longest(words, at) {
        return Some(found);
    }
    let planned = Effect {
        modality: Modality::Planned,
        noun: false,
    };
    let possible = Effect {
        modality: Modality::Possible,
        noun: false,
    };
    match words[at].lower.as_str() {
        "won't" | "wouldn't" | "wont" | "wouldnt" | "shan't" => Some((1, planned)),
        "mightn't" | "mayn't" => Some((1, possible)),
        lower if lower.ends_with("'ll") => Some((1, planned)),
        _ => None,
    }
}

fn is_negator(lower: &str) -> bool {
    matches!(lower, "not" | "n't" | "never" | "no")
}

/// "in May", "May 5", "Theresa May", "Will Smith": a name or a date, not a modal verb.
fn is_noun_or_name(words: &[&Token], at: usize, sentence_start: usize, headline: bool) -> bool {
    let word = words[at];
    if !matches!(word.lower.as_str(), "may" | "will" | "might") || !word.capitalised {
        return false;
    }
    let next = words.get(at + 1);
    if next.is_none_or(|t| t.kind != TokenKind::Word) {
        return true;
    }
    let first = word.span.start == sentence_start;
    if !first && !headline {
        return true;
    }
    let before = at.checked_sub(1).map_or("", |b| words[b].lower.as_str());
    let dated = matches!(
        before,
        "in" | "by" | "of" | "since" | "until" | "last" | "next" | "early" | "late" | "this"
    );
    let given = lexicon::gazetteer(before).contains(&lexicon::Gazetteer::GivenName);
    let verb = next.is_some_and(|t| {
        is_negator(&t.lower) || lexicon::verb_forms(&t.lower).is_some_and(|forms| forms.base)
    });
    // A sentence that opens with "Will" asks, or speaks of a man of that name.
    dated || given || first && next.is_some_and(|t| t.capitalised) || !first && !verb
}

/// "Minister to resign": the infinitive that headlines use for the future; none once a verb has stood.
fn headline_infinitive(words: &[&Token]) -> Option<usize> {
    let finite = main_predicate(words).map_or(words.len(), |p| p.finite);
    let at = words.iter().position(|t| t.lower == "to")?;
    let verb = |t: &&Token| {
        t.lower == "be" || lexicon::verb_forms(&t.lower).is_some_and(|forms| forms.base)
    };
    let subject_only = !words[..at].iter().any(|t| {
        t.kind == TokenKind::Sign
            || lexicon::verb_forms(&t.lower).is_some() && !lexicon::is_noun(&t.lower)
    });
    (at > 0 && at < finite && subject_only && words.get(at + 1).is_some_and(verb)).then_some(at)
}

/// Index past the noun phrase that starts at `from`: up to a grammar word, a mark or a verb form in "-ed".
fn noun_phrase_end(words: &[&Token], from: usize) -> usize {
    let mut end = from;
    while end < words.len() && end < from + 4 {
        let token = words[end];
        let grammar = matches!(
            token.lower.as_str(),
            "in" | "on"
                | "at"
                | "by"
                | "for"
                | "from"
                | "with"
                | "to"
                | "and"
                | "or"
                | "but"
                | "that"
                | "who"
                | "which"
                | "is"
                | "are"
                | "was"
                | "were"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "may"
                | "could"
        );
        if token.kind == TokenKind::Sign || grammar && end > from {
            break;
        }
        let verb = lexicon::verb_forms(&token.lower)
            .is_some_and(|forms| forms.past && !lexicon::is_noun(&token.lower));
        if verb && end > from {
            break;
        }
        end += 1;
    }
    end
}

#[cfg(test)]
mod tests;
