//! Attitudes that are noted while all words stay in the claim.
//!
//! ```text
//! "Poe wants to close the mill."              source: Poe          content: to close the mill
//! "The army accused the guards of theft."     source: The army     content: the guards of theft
//! ```
//!
//! Taking such a frame off would leave a claim without a subject, so the frame is recorded beside the claim instead.

use super::lookout::Lookout;
use super::{Frame, Framed, Stance};
use crate::Span;
use crate::lexicon;

/// Words within which "to", "of", "for", "that" or a quotation must follow the verb: "accused the two guards of".
const REACH_OF_COMPLEMENT: usize = 7;

/// An attitude of a source to something, noted without taking words off any claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// Source and verb.
    pub frame: Frame,
    /// What the attitude is about.
    pub content: Span,
}

/// What must follow a verb of attitude, and the stance it gives.
fn complement(lemma: &str) -> Option<(&'static [&'static str], Stance)> {
    Some(match lemma {
        "want" | "hope" | "plan" | "intend" | "promise" | "pledge" | "vow" | "threaten"
        | "agree" | "refuse" | "decide" | "seek" | "offer" | "prefer" => {
            (&["to", "that", "not"], Stance::Intends)
        }
        "urge" | "ask" | "demand" | "propose" | "recommend" | "encourage" | "order" | "warn"
        | "invite" => (&["to", "that", "not", "against", "for"], Stance::Asks),
        "call" => (&["for", "on", "\u{201c}", "\""], Stance::Asks),
        "accuse" | "suspect" | "blame" | "criticize" | "criticise" | "charge" => {
            (&["of", "for", "on", "with"], Stance::Alleges)
        }
        "believe" | "think" | "expect" | "know" | "feel" | "fear" | "consider" | "find" | "see"
        | "learn" | "realize" | "show" | "suggest" | "indicate" | "determine" | "say" | "note"
        | "argue" | "claim" | "add" | "tell" | "acknowledge" | "discover" | "conclude"
        | "write" | "point" => (
            &["that", "how", "why", "whether", "what", "\u{201c}", "\""],
            Stance::Believes,
        ),
        "describe" | "praise" | "dismiss" | "denounce" | "condemn" | "cite" | "question"
        | "discuss" | "oppose" | "support" | "endorse" | "reject" => (
            &[
                "as", "for", "\u{201c}", "\"", "the", "a", "his", "her", "their",
            ],
            Stance::States,
        ),
        _ => return None,
    })
}

/// Attitudes whose verb lies in no frame of `framed`.
pub(super) fn noted(lookout: &Lookout<'_>, framed: &[Framed]) -> Vec<Noted> {
    let mut found = Vec::new();
    for at in 1..lookout.len() {
        if framed.iter().any(|framed| framed.tokens.contains(&at)) || !lookout.is_verb(at) {
            continue;
        }
        let Some((words, stance)) = complement(lexicon::verb_lemma(lookout.lower(at))) else {
            continue;
        };
        let follows = (at + 1..=at + REACH_OF_COMPLEMENT)
            .take_while(|&next| !matches!(lookout.lower(next), "," | ";" | "." | ""))
            .any(|next| words.contains(&lookout.lower(next)));
        let after = framed
            .iter()
            .map(|framed| framed.tokens.end)
            .filter(|&end| end <= at)
            .max()
            .unwrap_or(0);
        let Some(source) = follows.then(|| lookout.subject_before(at, after)).flatten() else {
            continue;
        };
        let end = (at + 1..lookout.len())
            .find(|&next| {
                framed.iter().any(|framed| framed.tokens.start == next)
                    || matches!(lookout.lower(next), ";" | "\u{2014}" | "--")
            })
            .unwrap_or(lookout.len());
        if end <= at + 1 {
            continue;
        }
        found.push(Noted {
            frame: Frame {
                span: lookout.span(&(source.start..at + 1)),
                source: Some(lookout.span(&source)),
                cue: lookout.span(&(at..at + 1)),
                stance,
            },
            content: lookout.span(&(at + 1..end)),
        });
    }
    found
}
