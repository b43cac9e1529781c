//! One utterance, quoted in other words.
//!
//! ```text
//! "We will not yield to them"    "We will yield to them"        clash: a lost "not"
//! "We will not yield to them"    "not yield"                    none: a shorter quotation
//! ```

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::super::pair::{Clash, Findings, Pair, Signs, Told};
use crate::segment::TokenKind;
use crate::{ConflictKind, Fact, FactValue, Span, Strength, lexicon};

/// Fewest words of a quotation; shorter ones are scare quotes and titles.
const SHORTEST: usize = 4;
/// Most words that may differ inside one utterance; more are a cut in the middle.
const MOST_CHANGED: usize = 5;
/// Least share of the shorter quotation that stands in the other in order, for both to be one utterance.
const SAME_UTTERANCE: f32 = 0.75;

/// Letters left out for decency: the words around them cannot be compared.
const MASKED: &str = "**";

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
            if changed == 0 || changed > MOST_CHANGED || is_stretch(ours, theirs) {
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
                    ..Signs::default()
                },
            });
        }
    }
    found
}

fn quotations<'a>(told: &Told<'a>) -> Vec<(&'a Fact, Vec<String>)> {
    let facts = told.claim.facts.iter();
    facts
        .filter(|fact| !fact.text.contains(MASKED))
        .filter_map(|fact| match &fact.value {
            FactValue::Quotation(_) => Some((fact, spelt_alike(&said(told, fact.span)))),
            _ => None,
        })
        .filter(|(_, words)| words.len() >= SHORTEST)
        .collect()
}

/// Stands for what a writer put into a quotation, in place of any words or none: "they [the guards] were hurt".
const PUT_IN: &str = "[]";

/// The words of a quotation, [`PUT_IN`] for each stretch in brackets.
fn said(told: &Told<'_>, quotation: Span) -> Vec<String> {
    let tokens = &told.sentence.tokens;
    let inside = tokens.iter().filter(|token| quotation.contains(token.span));
    let mut depth = 0_usize;
    let mut words = Vec::new();
    for token in inside {
        match token.lower.as_str() {
            "[" | "(" => depth += 1,
            "]" | ")" => {
                if depth == 1 {
                    words.push(PUT_IN.to_owned());
                }
                depth = depth.saturating_sub(1);
            }
            lower if depth == 0 && token.kind != TokenKind::Sign => words.push(lower.to_owned()),
            _ => {}
        }
    }
    words
}

/// Whether one quotation is a stretch of the other.
fn is_stretch(ours: &[String], theirs: &[String]) -> bool {
    let within = |short: &[String], long: &[String]| {
        long.windows(short.len().max(1)).any(|part| part == short)
    };
    within(ours, theirs) || within(theirs, ours)
}

/// The words in one spelling, without articles and "that": how editors write down what was said is no difference in it.
fn spelt_alike(words: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for word in words.iter().flat_map(|word| word.split(['-', '\u{2011}'])) {
        if word == PUT_IN {
            found.push(word.to_owned());
            continue;
        }
        let plain: String = word
            .chars()
            .map(|c| if c == '\u{2019}' { '\'' } else { c })
            .filter(|c| c.is_alphanumeric() || *c == '\'')
            .collect();
        let plain = plain.trim_matches('\'');
        let (head, full) = match (plain.strip_suffix("n't"), plain.rsplit_once('\'')) {
            (Some("ca"), _) => ("can", "not"),
            (Some("wo"), _) => ("will", "not"),
            (Some(head), _) => (head, "not"),
            (None, Some((head, tail))) => match contracted(tail) {
                Some(full) => (head, full),
                None => (plain, ""),
            },
            // of contractions that were cut up: "it ' s"
            (None, None) => contracted(plain).map_or((plain, ""), |full| (full, "")),
        };
        // single letters are what else is left of them
        let kept =
            |part: &&str| part.len() > 1 && !matches!(*part, "a" | "an" | "the" | "that" | "and");
        found.extend(
            [head, full]
                .iter()
                .filter(|part| kept(part))
                .map(|part| (*part).to_owned()),
        );
    }
    found
}

/// What stands for a verb behind an apostrophe.
fn contracted(tail: &str) -> Option<&'static str> {
    Some(match tail {
        "s" => "is",
        "re" => "are",
        "m" => "am",
        "ve" => "have",
        "ll" => "will",
        "d" => "would",
        _ => return None,
    })
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
    matches!(word, "not" | "no" | "never" | "nor")
}

/// Forms of "be" and "have": writers put them into the tense of their own sentence, or leave them out.
fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "is" | "are" | "was" | "were" | "am" | "have" | "has" | "had"
    )
}

/// Whether words are forms of the same verbs: "saying" and "said".
fn is_form(ours: &[String], theirs: &[String]) -> bool {
    let same = |(a, b): (&String, &String)| lexicon::verb_lemma(a) == lexicon::verb_lemma(b);
    ours.len() == theirs.len() && !ours.is_empty() && ours.iter().zip(theirs).all(same)
}

/// Whether some words are those of the other side as far as a writer may change them: put in brackets, spelt otherwise, in
/// another tense.
fn is_written_otherwise(ours: &[String], theirs: &[String]) -> bool {
    let mut both = ours.iter().chain(theirs);
    both.clone().any(|word| word == PUT_IN)
        || is_spelling(ours, theirs)
        || is_form(ours, theirs)
        || both.all(|word| is_auxiliary(word))
}

/// Most words at the beginning or the end that stand in place of others there: more are two quotations that go on in other ways.
const MOST_AT_END: usize = 2;

/// How many words of a sort differ inside the stretch that both quote. What one side alone has before and behind it is only a
/// longer quotation; words in place of others are none.
fn changed_words(
    ours: &[String],
    theirs: &[String],
    ops: &[DiffOp],
    counts: fn(&str) -> bool,
) -> usize {
    let is_equal = |op: &DiffOp| matches!(op, DiffOp::Equal { .. });
    let (Some(first), Some(last)) = (
        ops.iter().position(is_equal),
        ops.iter().rposition(is_equal),
    ) else {
        return 0;
    };
    // words that are left out here and stand there were moved
    let moved = |word: &str| {
        ours.iter().filter(|own| *own == word).count()
            == theirs.iter().filter(|own| *own == word).count()
    };
    let number = |words: &[String]| {
        words
            .iter()
            .filter(|word| counts(word) && !moved(word))
            .count()
    };
    let changed = ops.iter().enumerate().filter(|(at, op)| {
        let (ours, theirs) = (&ours[op.old_range()], &theirs[op.new_range()]);
        let both = !ours.is_empty() && !theirs.is_empty();
        let inside =
            (first..=last).contains(at) || both && ours.len().max(theirs.len()) <= MOST_AT_END;
        !is_equal(op) && inside && !is_written_otherwise(ours, theirs)
    });
    changed
        .map(|(_, op)| number(&ours[op.old_range()]).max(number(&theirs[op.new_range()])))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::super::super::pair::testing::compared;
    use super::*;

    /// How many words differ, for each utterance that was altered.
    fn altered(a: &str, b: &str) -> Vec<(usize, Strength)> {
        let text = |quotation: &str| format!("Anna Kelly said: \u{201c}{quotation}\u{201d}");
        let found = compared(&text(a), &text(b), compare);
        let clashes = found.clashes.iter();
        clashes
            .map(|clash| (clash.signs.others as usize, clash.strength))
            .collect()
    }

    const KELLY: &str = "We will open the mill again in the spring and hire more guards";

    #[test]
    fn other_words_in_one_utterance() {
        for (other, changed) in [
            (
                "We will open the mill again in the summer and hire more guards",
                1,
            ),
            (
                "We will open the mill again in the spring and hire more workers",
                1,
            ),
            (
                "They will open the mill again in the spring and hire more guards",
                1,
            ),
            (
                "We will open the mill again soon in the spring and hire some more guards",
                2,
            ),
        ] {
            assert_eq!(
                altered(KELLY, other),
                [(changed, Strength::Soft)],
                "{other}"
            );
        }
        assert_eq!(
            altered(
                KELLY,
                "We won't open the mill again in the spring and hire more guards"
            ),
            [(1, Strength::Hard)]
        );
    }

    #[test]
    fn what_writers_change_without_changing_what_was_said() {
        for (a, b) in [
            (KELLY, "open the mill again in the spring"),
            (
                KELLY,
                "We\u{2019}ll open mill again in the spring, and hire more guards",
            ),
            (
                KELLY,
                "We ' ll open the mill again in the spring and hire more guards",
            ),
            (
                "It's a well-known mill in the town",
                "It is a well known mill in the town",
            ),
            (
                "They have a right to know of it all",
                "They had a right to know of it all",
            ),
            (
                "I don't want that d*** mill in the town",
                "I do not want that damned mill in the town",
            ),
            (
                "We should pay for it in the spring",
                "We should pay [for] it in the spring",
            ),
            (
                "They were hurt at the mill in the spring",
                "They [the guards] were hurt at the mill in the spring",
            ),
            (
                "We heard he saying it all over the town",
                "We heard he said it all over the town",
            ),
            (
                "We realised that the mill was on fire",
                "We realized that the mill was on fire",
            ),
            (
                "either we hire guards now or we close the mill",
                "we hire guards now or either we close the mill",
            ),
        ] {
            assert_eq!(altered(a, b), [], "{a} / {b}");
        }
    }
}
