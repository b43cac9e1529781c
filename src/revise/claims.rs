//! How two revisions of a claim are said: denied, hedged, by whom.

use std::collections::BTreeSet;

use super::facts::is_respelt;
use super::{Change, Rule, Sides, Turn};
use crate::{Claim, Modality, Polarity, Span, lexicon};

/// Least share of words (Dice) that two claims have in common, for one to be the other changed.
const SAME: f64 = 0.5;

/// Least share of words with a meaning that two claims have in common ([`cover`]), for a negation or a hedge that came or went
/// to be told: of a sentence that was written anew, it may have gone into other words. Of 500 pairs of one news sentence at two
/// reading levels 5 would be told of one at 0.8, and 1 is.
const NEARLY: f64 = 0.9;

/// Negations, hedges and speakers that came or went.
pub(super) fn changes(sides: &Sides<'_>, known: &[Change]) -> Vec<Change> {
    let mut found = Vec::new();
    for old in &sides.claims[0] {
        let best = sides.claims[1]
            .iter()
            .map(|new| (likeness(old, new), *new))
            .filter(|(likeness, _)| *likeness >= SAME)
            .max_by(|x, y| x.0.total_cmp(&y.0).then_with(|| y.1.span.cmp(&x.1.span)));
        if let Some((_, new)) = best {
            if cover(old, new) >= NEARLY {
                found.extend(polarity(sides, old, new));
                found.extend(modality(sides, old, new));
            }
            let spoken = speaker(sides, old, new)
                .filter(|change| !is_told(known, change) && !is_told(&found, change));
            found.extend(spoken);
        }
    }
    found
}

/// Whether a change of names says already that another speaks.
fn is_told(known: &[Change], change: &Change) -> bool {
    let overlaps = |a: &Change, b: &Change| match (&a.new, &b.new) {
        (Some(a), Some(b)) => a.span.overlaps(b.span),
        _ => false,
    };
    known.iter().any(|other| {
        matches!(
            other.rule,
            Rule::NameChanged | Rule::PlaceChanged | Rule::AttributionChanged
        ) && overlaps(other, change)
    })
}

fn words(claim: &Claim) -> BTreeSet<String> {
    let words = claim
        .text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn likeness(a: &Claim, b: &Claim) -> f64 {
    let (a, b) = (words(a), words(b));
    2.0 * a.intersection(&b).count() as f64 / (a.len() + b.len()).max(1) as f64
}

/// Share of the words with a meaning that both claims have, of those of the claim that has more. What hedges and denies is left
/// out, and so are the small words that it brings along ("is alleged to have").
fn cover(a: &Claim, b: &Claim) -> f64 {
    let content = |claim: &Claim| {
        let mut content = words(claim);
        content.retain(|word| !lexicon::is_function_word(word));
        let cues = claim
            .negations
            .iter()
            .chain(&claim.modals)
            .map(|scope| scope.cue);
        for cue in cues.filter(|cue| claim.span.contains(*cue)) {
            let from = cue.start - claim.span.start;
            if let Some(cue) = claim.text.get(from..from + cue.len()) {
                content
                    .retain(|word| !cue.to_lowercase().split_whitespace().any(|own| own == word));
            }
        }
        content
    };
    let (a, b) = (content(a), content(b));
    a.intersection(&b).count() as f64 / a.len().max(b.len()).max(1) as f64
}

fn change(sides: &Sides<'_>, rule: Rule, relation: Turn, why: &str, spans: [Span; 2]) -> Change {
    Change {
        rule,
        relation,
        why: why.to_owned(),
        old: Some(sides.words(0, spans[0])),
        new: Some(sides.words(1, spans[1])),
        gap: None,
    }
}

/// Whether the sentences of one side hold some words, wherever: then they neither came nor went.
fn has_words(sides: &Sides<'_>, side: usize, words: &str) -> bool {
    sides.sentences[side].iter().any(|&at| {
        let sentence = &sides.documents[side].sentences[at];
        sentence.has_words(&sides.articles[side].text, words)
    })
}

fn polarity(sides: &Sides<'_>, old: &Claim, new: &Claim) -> Option<Change> {
    if old.polarity == new.polarity {
        return None;
    }
    let (negative, side) = if old.polarity == Polarity::Negative {
        (old, 0)
    } else {
        (new, 1)
    };
    if negative
        .negations
        .first()
        .is_some_and(|scope| has_words(sides, 1 - side, &sides.words(side, scope.cue).text))
    {
        return None;
    }
    let cue = |claim: &Claim| {
        claim
            .negations
            .first()
            .map_or(claim.span, |scope| scope.cue)
    };
    let why = match new.polarity {
        Polarity::Negative => "what was said is now denied",
        Polarity::Positive => "what was denied is now said",
    };
    Some(change(
        sides,
        Rule::PolarityFlipped,
        Turn::Corrected,
        why,
        [cue(old), cue(new)],
    ))
}

/// How much is claimed, the least first.
fn strength(modality: Modality) -> u8 {
    match modality {
        // from reported to asserted is a change of who speaks
        Modality::Asserted | Modality::Reported => 2,
        Modality::Planned => 1,
        Modality::Alleged | Modality::Possible | Modality::Denied => 0,
    }
}

fn modality(sides: &Sides<'_>, old: &Claim, new: &Claim) -> Option<Change> {
    let (before, after) = (strength(old.modality), strength(new.modality));
    if before == after {
        return None;
    }
    let cue = |claim: &Claim| claim.modals.first().map_or(claim.span, |scope| scope.cue);
    let (hedged, side) = if before < after { (old, 0) } else { (new, 1) };
    // a question or a condition hedges without a word of its own, and is too easily put otherwise
    let hedge = hedged.modals.first()?;
    if has_words(sides, 1 - side, &sides.words(side, hedge.cue).text) {
        return None;
    }
    let words = |modality: Modality| match modality {
        Modality::Asserted | Modality::Reported => "stated as a fact".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    };
    let (rule, relation) = if before < after {
        (Rule::HedgeDropped, Turn::Hardened)
    } else {
        (Rule::HedgeAdded, Turn::Softened)
    };
    let why = format!(
        "what was {} is now {}",
        words(old.modality),
        words(new.modality)
    );
    Some(change(sides, rule, relation, &why, [cue(old), cue(new)]))
}

fn speaker(sides: &Sides<'_>, old: &Claim, new: &Claim) -> Option<Change> {
    let (rule, relation, why) = match (&old.speaker, &new.speaker) {
        (Some(a), Some(b)) if is_respelt(&a.name, &b.name) => (
            Rule::NameChanged,
            Turn::Corrected,
            format!(
                "name \u{201c}{}\u{201d} became \u{201c}{}\u{201d}",
                a.name, b.name
            ),
        ),
        (Some(a), Some(b)) if !a.is_same_as(b) && !a.name.eq_ignore_ascii_case(&b.name) => {
            let why = format!("said by {}, now by {}", a.name, b.name);
            (Rule::AttributionChanged, Turn::Attribution, why)
        }
        // who is named on both sides speaks on both: sentences were joined or cut
        (Some(a), None) if has_words(sides, 1, &a.name) => return None,
        (None, Some(b)) if has_words(sides, 0, &b.name) => return None,
        (Some(a), None) => {
            let why = format!("said by {}, now by the article itself", a.name);
            (Rule::AttributionChanged, Turn::Attribution, why)
        }
        (None, Some(b)) => {
            let why = format!("said by the article itself, now by {}", b.name);
            (Rule::AttributionChanged, Turn::Attribution, why)
        }
        _ => return None,
    };
    // the speaker may be named in a sentence before
    let span = |side: usize, claim: &Claim| {
        let own = claim.speaker.as_ref().map(|speaker| speaker.span);
        let near = |span: &Span| {
            sides.sentences[side]
                .iter()
                .any(|&at| sides.documents[side].sentences[at].span.contains(*span))
        };
        own.filter(near).unwrap_or(claim.span)
    };
    Some(change(
        sides,
        rule,
        relation,
        &why,
        [span(0, old), span(1, new)],
    ))
}
