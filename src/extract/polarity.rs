//! Negation and its scope.
//!
//! ```text
//! "The council did not approve the plan"      not -> approve the plan       negative
//! "No group has claimed the attack"           No -> group has claimed ...   negative
//! "He left without paying"                    without -> paying             positive
//! "He did not deny the charge"                not, deny                     positive
//! "Flight No. 5", "no doubt", "not only"      nothing
//! ```

use std::sync::LazyLock;

use super::cues::CueTable;
use super::predicate::{Predicate, main_predicate, quoted, reach, span_of, words};
use crate::segment::{Clause, Sentence, Token, TokenKind};
use crate::{Modality, Polarity, Scope};

/// How far a negation reaches; the words of `data/negations.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    Verb,
    Subject,
    Noun,
    Phrase,
    Complement,
    Claim,
    Nothing,
}

static CUES: LazyLock<CueTable<Reach>> = LazyLock::new(|| {
    CueTable::parse(
        include_str!("../../data/negations.txt"),
        |word| match word {
            "verb" => Some(Reach::Verb),
            "subject" => Some(Reach::Subject),
            "noun" => Some(Reach::Noun),
            "phrase" => Some(Reach::Phrase),
            "complement" => Some(Reach::Complement),
            "claim" => Some(Reach::Claim),
            "none" => Some(Reach::Nothing),
            _ => None,
        },
    )
});

/// Negation cues of the clause, each with the words it governs; a scope starts right after its cue.
pub(super) fn negations(_text: &str, sentence: &Sentence, clause: &Clause) -> Vec<Scope> {
    let words = words(sentence, clause);
    let predicate = main_predicate(&words);
    let quoted = quoted(sentence, &words);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((len, kind)) = cue(&words, at) else {
            at += 1;
            continue;
        };
        let after = at + len;
        if kind != Reach::Nothing && !is_trap(&words, at, after, kind, &quoted) {
            let mut end = scope_end(&words, at, after, kind, predicate);
            if quoted[at] {
                // What is denied inside a quotation is denied by the quotation, not by the words around it.
                end = (after..end).find(|&i| !quoted[i]).unwrap_or(end);
            }
            found.push(Scope {
                cue: span_of(&words, at, after),
                scope: span_of(&words, after, end),
                modality: Modality::Denied,
            });
        }
        at = after;
    }
    found
}

/// Negative when an odd number of negations governs the clause's main predicate.
pub(super) fn polarity(negations: &[Scope], sentence: &Sentence, clause: &Clause) -> Polarity {
    let words = words(sentence, clause);
    let Some(Predicate { finite, head }) = main_predicate(&words) else {
        // No verb: a headline or a fragment ("No survivors in crash").
        let first = words.iter().find(|w| w.kind != TokenKind::Sign);
        return match first {
            Some(first) if negations.iter().any(|n| n.cue.contains(first.span)) => {
                Polarity::Negative
            }
            _ => Polarity::Positive,
        };
    };
    let [finite_span, head_span] = [words[finite].span, words[head].span];
    let governs = |negation: &&Scope| {
        negation.scope.contains(head_span)
            || negation.cue.contains(head_span)
            || negation.cue.contains(finite_span)
            || words
                .get(head + 1)
                .is_some_and(|next| next.lower == "no" && negation.cue.contains(next.span))
    };
    if negations.iter().filter(governs).count() % 2 == 1 {
        Polarity::Negative
    } else {
        Polarity::Positive
    }
}

/// The cue at a word: a phrase of the table, or a verb with "n't" in it.
fn cue(words: &[&Token], at: usize) -> Option<(usize, Reach)> {
    if let Some(found) = CUES.longest(words, at) {
        return Some(found);
    }
    let lower = words[at].lower.as_str();
    let contracted = lower.ends_with("n't")
        || matches!(
            lower,
            "didnt"
                | "doesnt"
                | "dont"
                | "isnt"
                | "wasnt"
                | "werent"
                | "hasnt"
                | "havent"
                | "couldnt"
                | "wouldnt"
        );
    if !contracted {
        return None;
    }
    // "didn't only": the table knows these phrases with "not".
    let only = words
        .get(at + 1)
        .is_some_and(|next| matches!(next.lower.as_str(), "only" | "just" | "merely"));
    Some((1, if only { Reach::Nothing } else { Reach::Verb }))
}

/// Words that look like a negation and are none where they stand.
fn is_trap(words: &[&Token], at: usize, after: usize, kind: Reach, quoted: &[bool]) -> bool {
    let word = words[at].lower.as_str();
    let before = at.checked_sub(1).map(|b| words[b]);
    let next = words.get(after).copied();
    let next_lower = next.map_or("", |t| t.lower.as_str());
    match kind {
        Reach::Claim => {
            return !words[after..]
                .iter()
                .take(4)
                .any(|t| is_word_for_claim(&t.lower));
        }
        // "did not arrive until Friday" says that it arrived.
        Reach::Verb => {
            return words[after..reach_past_until(words, after)]
                .iter()
                .any(|t| t.lower == "until");
        }
        _ => {}
    }
    if !matches!(word, "no" | "few" | "zero" | "none" | "nothing") || after > at + 1 {
        return false;
    }
    // "No. 5", "No 10", "no, he said", "no-fly zone", "a no vote", "said no".
    let number = next.is_some_and(|t| t.kind == TokenKind::Number);
    if word == "no" && (number || matches!(next_lower, "" | "." | "," | "-" | "\u{2011}" | "or")) {
        return true;
    }
    if before.is_some_and(|t| matches!(t.lower.as_str(), "a" | "an" | "the" | "or" | "dr" | "dr."))
    {
        return true;
    }
    // A title in quotation marks: "No Country for Old Men".
    quoted[at] && words[at].capitalised && next.is_some_and(|t| t.capitalised)
}

/// Nouns for what is said: only then does "rejected" deny.
fn is_word_for_claim(lower: &str) -> bool {
    matches!(
        lower,
        "claim"
            | "claims"
            | "allegation"
            | "allegations"
            | "accusation"
            | "accusations"
            | "assertion"
            | "assertions"
            | "report"
            | "reports"
            | "rumour"
            | "rumours"
            | "rumor"
            | "rumors"
            | "suggestion"
            | "suggestions"
            | "idea"
            | "notion"
            | "speculation"
            | "theory"
            | "theories"
            | "charge"
            | "charges"
            | "that"
    )
}

fn reach_past_until(words: &[&Token], from: usize) -> usize {
    let end = reach(words, from);
    match words.get(end) {
        Some(stop) if stop.lower == "until" => end + 1,
        _ => end,
    }
}

fn scope_end(
    words: &[&Token],
    at: usize,
    after: usize,
    kind: Reach,
    predicate: Option<Predicate>,
) -> usize {
    let head = predicate.map_or(0, |p| p.head);
    let before_verb = predicate.is_some_and(|p| after <= p.finite);
    let in_phrase = at.checked_sub(1).is_some_and(|b| {
        matches!(
            words[b].lower.as_str(),
            "in" | "with" | "by" | "for" | "of" | "at" | "on" | "to" | "from" | "under"
        )
    });
    if matches!(kind, Reach::Subject | Reach::Noun) && before_verb && !in_phrase {
        reach(words, head.max(after)).max(head + 1)
    } else if kind == Reach::Verb && predicate.is_some_and(|p| p.finite < at && at < p.head) {
        reach(words, head).max(head + 1)
    } else {
        reach(words, after)
    }
}

#[cfg(test)]
mod tests;
