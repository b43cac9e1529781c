//! One utterance, quoted in other words.
//!
//! ```text
//! "We will not yield to them"    "We will yield to them"        clash: a lost "not"
//! "We will not yield to them"    "not yield"                    none: a shorter quotation
//! ```

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::super::pair::{Clash, Findings, Pair, Signs, Told};
use crate::{ConflictKind, Fact, FactValue, Strength, lexicon};

/// Fewest words of a quotation; shorter ones are scare quotes and titles.
const SHORTEST: usize = 4;
/// Most words that may differ inside one utterance; more are a cut in the middle.
const MOST_CHANGED: usize = 5;
/// Least share of the shorter quotation that stands in the other in order, for both to be one utterance.
const SAME_UTTERANCE: f32 = 0.75;

/// Compares quotations that are one utterance.
pub(super) fn compare(pair: &Pair<'_>) -> Findings {
    let mut found = Findings::default();
    for (fact, ours) in quotations(pair.a) {
        for (other, theirs) in quotations(pair.b) {
            let (ours, theirs) = (&ours[..], &theirs[..]);
            let ops = capture_diff_slices(Algorithm::Myers, ours, theirs);
            let equal: usize = ops
                .iter()
                .map(|op| match op {
                    DiffOp::Equal { len, .. } => *len,
                    _ => 0,
                })
                .sum();
            let shorter = ours.len().min(theirs.len());
            let share = equal as f32 / shorter as f32;
            if share < SAME_UTTERANCE {
                continue;
            }
            let changed = changed_words(ours, theirs, &ops, |_| true);
            let telling = changed_words(ours, theirs, &ops, is_telling);
            let denied = changed_words(ours, theirs, &ops, is_denial) > 0;
            if changed == 0 || changed > MOST_CHANGED {
                found.fits.push(format!("quoted alike: {equal} words"));
                continue;
            }
            found.clashes.push(Clash {
                kind: ConflictKind::Quote,
                strength: if denied {
                    Strength::Hard
                } else {
                    Strength::Soft
                },
                a: fact.span,
                b: other.span,
                core: None,
                why: format!("one utterance, but {changed} of its words differ"),
                signs: Signs {
                    thing: share,
                    event: equal as f32,
                    gap: telling as f32,
                    others: changed as f32,
                    near: share,
                },
            });
        }
    }
    found
}

fn quotations<'a>(told: &Told<'a>) -> Vec<(&'a Fact, Vec<String>)> {
    let facts = told.claim.facts.iter();
    facts
        .filter_map(|fact| match &fact.value {
            FactValue::Quotation(value) => Some((fact, spelt_alike(&value.words))),
            _ => None,
        })
        .filter(|(_, words)| words.len() >= SHORTEST)
        .collect()
}

/// The words in one spelling, without articles and "that": how editors write down what was said is no difference in it.
fn spelt_alike(words: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for word in words {
        let plain: String = word
            .chars()
            .filter(|c| c.is_alphanumeric() || *c == '\'')
            .collect();
        let (head, tail) = match plain.rsplit_once('\'') {
            Some((head, tail @ ("s" | "re" | "m" | "ve" | "ll" | "d"))) => (head.to_owned(), tail),
            _ => (plain, ""),
        };
        let full = match tail {
            "s" => "is",
            "re" => "are",
            "m" => "am",
            "ve" => "have",
            "ll" => "will",
            "d" => "would",
            _ => "",
        };
        for part in [head.as_str(), full] {
            // single letters are what is left of cut-up contractions
            let kept = part.len() > 1 && !matches!(part, "a" | "an" | "the" | "that" | "and");
            if kept {
                found.push(part.to_owned());
            }
        }
    }
    found
}

/// Whether words differ by a letter each: "realised" and "realized".
fn is_spelling(ours: &[String], theirs: &[String]) -> bool {
    let near = |(a, b): (&String, &String)| a.len() > 4 && strsim::damerau_levenshtein(a, b) <= 1;
    ours.len() == theirs.len() && !ours.is_empty() && ours.iter().zip(theirs).all(near)
}

/// Content words and negations.
fn is_telling(word: &str) -> bool {
    !lexicon::is_function_word(word) || is_denial(word)
}

fn is_denial(word: &str) -> bool {
    matches!(word, "not" | "no" | "never" | "nor") || word.ends_with("n't")
}

/// How many words of a sort differ inside the stretch that both quote; what stands before and behind it is
/// only a longer quotation.
fn changed_words(
    ours: &[String],
    theirs: &[String],
    ops: &[DiffOp],
    counts: fn(&str) -> bool,
) -> usize {
    let first = ops
        .iter()
        .position(|op| matches!(op, DiffOp::Equal { .. }))
        .unwrap_or(0);
    let last = ops
        .iter()
        .rposition(|op| matches!(op, DiffOp::Equal { .. }))
        .unwrap_or(0);
    let telling = |word: &&String| counts(word);
    ops[first..=last.max(first)]
        .iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .filter(|op| !is_spelling(&ours[op.old_range()], &theirs[op.new_range()]))
        .map(|op| {
            let here = ours[op.old_range()].iter().filter(telling).count();
            here.max(theirs[op.new_range()].iter().filter(telling).count())
        })
        .sum()
}
