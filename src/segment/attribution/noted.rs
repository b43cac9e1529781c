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

/// Nouns that "that" and a claim follow: "the fear that it burns".
const NOUNS: [&str; 14] = [
    "claim",
    "claims",
    "belief",
    "hope",
    "hopes",
    "fear",
    "fears",
    "allegation",
    "allegations",
    "concern",
    "concerns",
    "evidence",
    "suggestion",
    "idea",
];

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
        if framed.iter().any(|framed| framed.tokens.contains(&at)) {
            continue;
        }
        let lower = lookout.lower(at);
        let noun = NOUNS.contains(&lower);
        let finite = lookout.is_verb(at) || is_present(lookout, at);
        let gerund = lexicon::verb_forms(lower).is_some_and(|forms| forms.gerund);
        let infinitive = lookout.lower(at - 1) == "to";
        let cue = if noun {
            Some((&["that"][..], Stance::States))
        } else if finite || gerund || infinitive {
            complement(lexicon::verb_lemma(lower))
        } else {
            None
        };
        let Some((words, stance)) = cue else {
            continue;
        };
        let reach = if noun { 1 } else { REACH_OF_COMPLEMENT };
        let follows = (at + 1..=at + reach)
            .take_while(|&next| !matches!(lookout.lower(next), "," | ";" | "." | ""))
            .any(|next| words.contains(&lookout.lower(next)));
        let after = framed
            .iter()
            .map(|framed| framed.tokens.end)
            .filter(|&end| end <= at)
            .max()
            .unwrap_or(0);
        if !follows {
            continue;
        }
        let source = finite.then(|| lookout.subject_before(at, after)).flatten();
        if finite && !noun && source.is_none() {
            continue;
        }
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
                span: lookout.span(&(source.as_ref().map_or(at, |source| source.start)..at + 1)),
                source: source.as_ref().map(|source| lookout.span(source)),
                cue: lookout.span(&(at..at + 1)),
                stance,
            },
            content: lookout.span(&(at + 1..end)),
        });
    }
    found
}

/// "wants to", which the lexicon knows as a noun as well: a present form with "to" or "that" right behind it.
fn is_present(lookout: &Lookout<'_>, at: usize) -> bool {
    let determined = matches!(
        lookout.lower(at - 1),
        "the" | "a" | "an" | "his" | "her" | "its" | "their" | "of" | "no" | "to" | "'s"
    );
    lexicon::verb_forms(lookout.lower(at)).is_some_and(|forms| forms.present)
        && matches!(lookout.lower(at + 1), "to" | "that")
        && !determined
        && !NOUNS.contains(&lookout.lower(at))
}

#[cfg(test)]
mod tests {
    use crate::read::article_from_text;
    use crate::segment::segment;

    #[test]
    fn attitudes_are_noted_and_claims_keep_their_words() {
        for (text, source) in [
            ("Poe wants to close the mill.", "Poe"),
            ("The army accused the guards of theft.", "The army"),
        ] {
            let document = segment(&article_from_text("A", "a", text));
            let sentence = &document.sentences[0];
            let found = sentence.noted[0].frame.source.map(|span| span.slice(text));
            assert_eq!(found, Some(source), "{text}");
            assert_eq!(
                sentence.clauses[0].span.slice(text),
                text.trim_end_matches('.')
            );
        }
    }
}
