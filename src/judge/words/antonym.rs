//! Opposite words about the same thing.
//!
//! ```text
//! the jury acquitted him     the jury convicted him     clash
//! shares rose                profits fell               guarded by how little else is shared
//! the minister resigned      the minister was sacked    clash
//! ```

use std::collections::{HashMap, HashSet};

use super::super::pair::{Clash, Content, Findings, Pair, Signs, Told, likeness};
use crate::{ConflictKind, FactKind, Span, Strength, lexicon};

/// Content words on either side that tell what is opposed.
const NEAR: usize = 3;

/// Looks for opposites of which neither side has both.
pub(super) fn compare(pair: &Pair<'_>) -> Findings {
    let mut found = Findings::default();
    found.clashes.extend(departure(pair, pair.a, pair.b));
    found.clashes.extend(departure(pair, pair.b, pair.a));
    let mut by_opposite: HashMap<u32, Vec<&Content<'_>>> = HashMap::new();
    for word in first_of_each(pair.b) {
        for side in &word.opposites {
            by_opposite.entry(side ^ 1).or_default().push(word);
        }
    }
    if by_opposite.is_empty() {
        return found;
    }
    let mut seen: HashSet<(Span, Span)> = HashSet::new();
    for word in first_of_each(pair.a) {
        for side in &word.opposites {
            for theirs in by_opposite.get(side).into_iter().flatten() {
                let new = seen.insert((word.token.span, theirs.token.span));
                let apart = !has(pair.a, theirs) && !has(pair.b, word);
                if new
                    && apart
                    && is_negated(pair.a, word) == is_negated(pair.b, theirs)
                    && found.clashes.len() < MOST_CLASHES
                {
                    found.clashes.push(clash(pair, word, theirs));
                }
            }
        }
    }
    found
}

/// Whether one says of somebody that he left and the other that he was made to: "resigned", "was sacked". No dictionary calls these
/// opposites, yet one of the two is wrong.
fn departure(pair: &Pair<'_>, leaving: &Told<'_>, dismissing: &Told<'_>) -> Option<Clash> {
    let left = said(leaving, &["resign", "quit", "step"])?;
    let made_to = said(dismissing, &["dismiss", "sack", "fire"])?;
    if said(leaving, &["dismiss", "sack", "fire", "oust", "force"]).is_some()
        || said(dismissing, &["resign", "quit", "step"]).is_some()
        || is_negated(leaving, left) != is_negated(dismissing, made_to)
        || !tell_of_one(leaving, dismissing)
        || leaving.is_infinitive(left)
        || dismissing.is_infinitive(made_to)
    {
        return None;
    }
    let (a, b) = if std::ptr::eq(leaving, pair.a) {
        (left, made_to)
    } else {
        (made_to, left)
    };
    let mut clash = clash(pair, a, b);
    clash.why = format!(
        "\u{201c}{}\u{201d} and \u{201c}{}\u{201d}: who leaves is not dismissed",
        pair.a.text(clash.a),
        pair.b.text(clash.b)
    );
    clash.signs.on_record = true;
    Some(clash)
}

/// Whether two claims share a noun that is not the name of a day: who left is who was dismissed, and not the club's doctor.
fn tell_of_one(one: &Told<'_>, other: &Told<'_>) -> bool {
    let day = |word: &Content<'_>| {
        let mut times = one.claim.facts.iter();
        times.any(|fact| fact.kind == FactKind::Time && fact.span.overlaps(word.token.span))
    };
    let is_name =
        |word: &Content<'_>| word.token.capitalised || lexicon::is_noun(&word.token.lower);
    one.content.iter().any(|word| {
        is_name(word) && !day(word) && other.content.iter().any(|own| own.likeness(word) >= 1.0)
    })
}

/// What is fired, and is nobody.
const SHOT: [&str; 14] = [
    "into", "on", "at", "upon", "from", "off", "back", "shots", "rounds", "rockets", "missiles",
    "tear", "rubber", "bullets",
];

/// The first word that is a form of one of some verbs; "step" only in "step down", "fire" not of guns.
fn said<'t, 'a>(told: &'t Told<'a>, verbs: &[&str]) -> Option<&'t Content<'a>> {
    told.content.iter().find(|word| {
        let lemma = lexicon::verb_lemma(&word.token.lower);
        let next = || {
            let tokens = &told.sentence.tokens;
            let at = tokens.partition_point(|token| token.span.start <= word.token.span.start);
            tokens.get(at).map_or("", |token| token.lower.as_str())
        };
        verbs.contains(&lemma)
            && (lemma != "step" || next() == "down")
            && (lemma != "fire" || !SHOT.contains(&next()))
    })
}

/// Most clashes of one pair of claims; a claim with more is a list, of which none is worth more than another.
const MOST_CLASHES: usize = 8;

/// The first of all words of one stem: a market report says "rose" a hundred times.
fn first_of_each<'t, 'a>(told: &'t Told<'a>) -> Vec<&'t Content<'a>> {
    let mut stems: HashSet<&str> = HashSet::new();
    let words = told.content.iter();
    words
        .filter(|word| stems.insert(&word.token.stem))
        .collect()
}

/// Whether a claim has the word itself, in whatever form: "fallen", "falling".
fn has(told: &Told<'_>, word: &Content<'_>) -> bool {
    told.content.iter().any(|own| own.likeness(word) >= 1.0)
}

fn is_negated(told: &Told<'_>, word: &Content<'_>) -> bool {
    told.claim
        .negations
        .iter()
        .any(|negation| negation.scope.contains(word.token.span))
}

fn clash(pair: &Pair<'_>, word: &Content<'_>, theirs: &Content<'_>) -> Clash {
    // neighbours of both words that are the same: what rises and falls
    let around = |told: &Told<'_>, word: &Content<'_>| -> Vec<String> {
        let at = told
            .content
            .iter()
            .position(|own| own.token.span == word.token.span)
            .unwrap_or(0);
        let near = told
            .content
            .iter()
            .enumerate()
            .filter(|(other, _)| other.abs_diff(at) <= 2 && *other != at);
        near.map(|(_, own)| own.token.stem.clone()).collect()
    };
    let ours = around(pair.a, word);
    let shared = around(pair.b, theirs)
        .iter()
        .filter(|stem| ours.contains(stem))
        .count();
    let likely = |word: &Content<'_>| lexicon::verb_likelihood(&word.token.lower);
    Clash {
        kind: ConflictKind::Antonym,
        strength: Strength::Hard,
        a: word.token.span,
        b: theirs.token.span,
        core: None,
        why: format!(
            "\u{201c}{}\u{201d} and \u{201c}{}\u{201d} are opposites",
            pair.a.text(word.token.span),
            pair.b.text(theirs.token.span)
        ),
        signs: Signs {
            thing: shared as f32,
            event: likely(word).min(likely(theirs)),
            gap: word.rarity.min(theirs.rarity),
            others: word.rarity.max(theirs.rarity),
            near: likeness(
                &pair.a.near(word.token.span, NEAR),
                &pair.b.near(theirs.token.span, NEAR),
            ),
            ..Signs::default()
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::pair::testing::compared;
    use super::compare;

    #[test]
    fn opposites_clash_and_shared_words_do_not() {
        for (a, b, clashes) in [
            (
                "The jury acquitted the banker.",
                "The jury convicted the banker.",
                1,
            ),
            ("The minister stepped down.", "The minister was sacked.", 1),
            ("The minister resigned.", "She dismissed the minister.", 1),
            (
                "The minister resigned to avoid being sacked.",
                "The minister was sacked.",
                0,
            ),
            (
                "The minister stepped on a rake.",
                "The minister was sacked.",
                0,
            ),
            ("Shares rose and fell.", "Shares fell.", 0),
            ("The bill was not accepted.", "The bill was rejected.", 0),
            ("The mill burned.", "The mill burned.", 0),
        ] {
            assert_eq!(compared(a, b, compare).clashes.len(), clashes, "{a} {b}");
        }
    }

    #[test]
    fn a_long_list_of_opposites_is_cut() {
        let list = |verb: &str| format!("Shares of Acme {} on Monday.", [verb; 400].join(" and "));
        let found = compared(&list("rose"), &list("fell"), compare);
        assert!(found.clashes.len() <= super::MOST_CLASHES);
    }
}
