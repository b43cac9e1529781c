//! Typed values and names of two revisions of a sentence: which are others.

use super::quotation;
use super::values::{self, Step};
use super::{Change, Rule, Sides, Turn};
use crate::{Fact, FactKind, FactValue, Measure, Quantity, Span};

/// Least share of words that the sentences of both sides have in common, for a value in place of another to be told by its
/// place alone: of a sentence that was written anew, one name does not stand for another.
const NEARLY: f64 = 0.75;

/// A fact that only one side has.
#[derive(Clone, Copy)]
struct Lone<'a> {
    fact: &'a Fact,
    /// How far into its sentence group it stands, 0 to 1.
    place: f64,
}

/// Values, names and quotations that were changed, added or removed.
pub(super) fn changes(sides: &Sides<'_>) -> Vec<Change> {
    let mut found = Vec::new();
    for kinds in [
        &[FactKind::Quantity][..],
        &[FactKind::Time],
        &[
            FactKind::Person,
            FactKind::Organisation,
            FactKind::Name,
            FactKind::Place,
        ],
        &[FactKind::Quotation],
    ] {
        let [mut old, mut new] = [0, 1].map(|side| facts(sides, side, kinds));
        // what is said in the same words first: "before 1997" shares moments with "in 1959"
        cancel(&mut old, &mut new, |a, b| {
            a.fact.text.eq_ignore_ascii_case(&b.fact.text) || a.fact.value == b.fact.value
        });
        cancel(&mut old, &mut new, |a, b| {
            step(a.fact, b.fact) == Step::Same
        });
        let fits = |a: &Fact, b: &Fact| matches!(step(a, b), Step::Finer | Step::Coarser);
        while let Some((o, n)) = nearest(&old, &new, fits) {
            let (a, b) = (old.swap_remove(o), new.swap_remove(n));
            // a day told more or less exactly is told with its sentence, as one that is added or left out
            if a.fact.kind != FactKind::Time {
                found.push(refined(sides, a.fact, b.fact));
            }
        }
        let rewritten = sides.likeness() < NEARLY;
        let differs =
            |a: &Fact, b: &Fact| step(a, b) == Step::Other && (!rewritten || is_one(a, b));
        while let Some((o, n)) = nearest(&old, &new, differs) {
            let (a, b) = (old.swap_remove(o), new.swap_remove(n));
            found.push(changed(sides, a.fact, b.fact));
        }
        // a name or a day more or less is told with its sentence; a number or a quotation is a fact of its own
        if matches!(kinds[0], FactKind::Quantity | FactKind::Quotation) {
            found.extend(old.iter().map(|lone| alone(sides, 0, lone.fact)));
            found.extend(new.iter().map(|lone| alone(sides, 1, lone.fact)));
        }
    }
    within_quotations(&mut found);
    found.sort_by_key(|change| {
        (
            change
                .new
                .as_ref()
                .or(change.old.as_ref())
                .map(|words| words.span),
            change.rule,
        )
    });
    found
}

/// Takes out what lies inside quotations that are told of as altered.
fn within_quotations(found: &mut Vec<Change>) {
    let spans = |change: &Change| {
        [&change.old, &change.new].map(|words| words.as_ref().map(|words| words.span))
    };
    let altered: Vec<_> = found
        .iter()
        .filter(|change| change.rule == Rule::QuoteAltered)
        .map(spans)
        .collect();
    found.retain(|change| {
        let inside = |quotation: &[Option<Span>; 2]| {
            spans(change)
                .iter()
                .zip(quotation)
                .all(|(own, quotation)| match (own, quotation) {
                    (Some(own), Some(quotation)) => quotation.contains(*own),
                    _ => own.is_none(),
                })
        };
        change.rule == Rule::QuoteAltered || !altered.iter().any(inside)
    });
}

fn facts<'a>(sides: &Sides<'a>, side: usize, kinds: &[FactKind]) -> Vec<Lone<'a>> {
    let mut found: Vec<Lone<'a>> = Vec::new();
    let claims = &sides.claims[side];
    let start = claims
        .iter()
        .map(|claim| claim.span.start)
        .min()
        .unwrap_or(0);
    let length = claims
        .iter()
        .map(|claim| claim.span.end)
        .max()
        .unwrap_or(1)
        .saturating_sub(start)
        .max(1);
    for fact in claims
        .iter()
        .flat_map(|claim| &claim.facts)
        .filter(|fact| kinds.contains(&fact.kind))
    {
        // a fact may lie in the hulls of two claims
        if !found.iter().any(|known| known.fact.span == fact.span) {
            let place = fact.span.start.saturating_sub(start) as f64 / length as f64;
            found.push(Lone { fact, place });
        }
    }
    found
}

/// Takes equal facts away on both sides, each once.
fn cancel<'a>(
    old: &mut Vec<Lone<'a>>,
    new: &mut Vec<Lone<'a>>,
    same: impl Fn(&Lone<'a>, &Lone<'a>) -> bool,
) {
    old.retain(|a| match new.iter().position(|b| same(a, b)) {
        Some(at) => {
            new.remove(at);
            false
        }
        None => true,
    });
}

/// How one fact became another of its kind.
fn step(old: &Fact, new: &Fact) -> Step {
    match (&old.value, &new.value) {
        (FactValue::Quantity(a), FactValue::Quantity(b)) if a.measure == b.measure => {
            values::quantity(a, b)
        }
        (FactValue::Time(a), FactValue::Time(b)) => values::time(a, b),
        (FactValue::Name(x), FactValue::Name(y)) => {
            let same = is_longer_form(&old.text, &new.text)
                || is_derived_form(&old.text, &new.text)
                || x.entity == y.entity && !is_respelt(&old.text, &new.text);
            if same { Step::Same } else { Step::Other }
        }
        (FactValue::Quotation(a), FactValue::Quotation(b)) => values::quotation(a, b),
        _ => Step::Unknown,
    }
}

/// Whether two facts that differ are one fact changed even if the words around them were written anew.
fn is_one(old: &Fact, new: &Fact) -> bool {
    match (&old.value, &new.value) {
        (FactValue::Quantity(a), FactValue::Quantity(b)) => {
            let is_counted = matches!(a.measure, Measure::Count | Measure::Ordinal);
            if is_counted {
                a.counted.is_some() && a.counted == b.counted
            } else {
                is_alike(a, b)
            }
        }
        (FactValue::Time(a), FactValue::Time(b)) => a.grain == b.grain,
        (FactValue::Name(_), FactValue::Name(_)) => is_respelt(&old.text, &new.text),
        _ => true,
    }
}

/// Words of a name, without case, possessives (whatever became of their apostrophe) and plurals.
fn name_words(name: &str) -> Vec<String> {
    let plain = name.to_lowercase().replace(['\u{2019}', '\''], "");
    let words = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words
        .map(|word| word.strip_suffix('s').unwrap_or(word).to_owned())
        .collect()
}

/// Whether one name has all words of the other: "Obama", "Barack Obama".
fn is_longer_form(a: &str, b: &str) -> bool {
    let (a, b) = (name_words(a), name_words(b));
    let within =
        |x: &[String], y: &[String]| !x.is_empty() && x.iter().all(|word| y.contains(word));
    within(&a, &b) || within(&b, &a)
}

/// Endings that make the name of a people or a quality of the name of a place or a movement.
const ENDINGS: [&str; 9] = ["n", "an", "ian", "ic", "i", "er", "ese", "ish", "ist"];

/// Whether each name has a word that the other has with such an ending: "Iran's", "Iranian".
fn is_derived_form(a: &str, b: &str) -> bool {
    let derived = |x: &str, y: &str| {
        y.strip_prefix(x)
            .is_some_and(|ending| x.chars().count() >= 4 && ENDINGS.contains(&ending))
    };
    let (a, b) = (name_words(a), name_words(b));
    a.iter()
        .any(|x| b.iter().any(|y| derived(x, y) || derived(y, x)))
}

/// Whether two names of one entity are two spellings, rather than a longer and a shorter form.
pub(super) fn is_respelt(a: &str, b: &str) -> bool {
    let alike = |x: &String, y: &String| x != y && strsim::jaro_winkler(x, y) > 0.85;
    !is_longer_form(a, b)
        && !is_derived_form(a, b)
        && name_words(a)
            .iter()
            .any(|x| name_words(b).iter().any(|y| alike(x, y)))
}

/// The two facts, one of each side, that `may` be one fact changed and likeliest are: of one measure, or else nearest in place.
fn nearest(
    old: &[Lone<'_>],
    new: &[Lone<'_>],
    may: impl Fn(&Fact, &Fact) -> bool,
) -> Option<(usize, usize)> {
    let mut best: Option<(f64, usize, usize)> = None;
    for (o, a) in old.iter().enumerate() {
        for (n, b) in new.iter().enumerate() {
            let Some(distance) = distance(a, b).filter(|_| may(a.fact, b.fact)) else {
                continue;
            };
            if best.is_none_or(|(known, ..)| distance < known) {
                best = Some((distance, o, n));
            }
        }
    }
    best.map(|(_, o, n)| (o, n))
}

fn distance(a: &Lone<'_>, b: &Lone<'_>) -> Option<f64> {
    let apart = (a.place - b.place).abs();
    match (&a.fact.value, &b.fact.value) {
        (FactValue::Quantity(x), FactValue::Quantity(y)) => {
            (x.measure == y.measure).then(|| apart + f64::from(u8::from(!is_alike(x, y))))
        }
        (FactValue::Name(_), FactValue::Name(_)) => (apart <= 0.34).then_some(apart),
        (FactValue::Quotation(x), FactValue::Quotation(y)) => {
            let shared = x.words.iter().filter(|word| y.words.contains(word)).count();
            let share = shared as f64 / x.words.len().max(y.words.len()).max(1) as f64;
            (share >= 0.3).then_some(1.0 - share)
        }
        _ => Some(apart),
    }
}

/// Whether two quantities count the same thing, as far as their nouns tell.
fn is_alike(a: &Quantity, b: &Quantity) -> bool {
    a.unit == b.unit && (a.counted == b.counted || a.counted.is_none() || b.counted.is_none())
}

fn changed(sides: &Sides<'_>, old: &Fact, new: &Fact) -> Change {
    let is_place = old.kind == FactKind::Place && new.kind == FactKind::Place;
    let (rule, relation, what) = match old.value {
        FactValue::Quantity(_) => (Rule::NumberChanged, Turn::Corrected, "number"),
        FactValue::Time(_) => {
            let moved_on = is_as_of(sides, 0, old) && is_as_of(sides, 1, new);
            let relation = if moved_on {
                Turn::Updated
            } else {
                Turn::Corrected
            };
            (Rule::DateChanged, relation, "date or time")
        }
        FactValue::Name(_) if is_place => (Rule::PlaceChanged, Turn::Corrected, "place"),
        FactValue::Name(_) => (Rule::NameChanged, Turn::Corrected, "name"),
        FactValue::Quotation(_) => (Rule::QuoteAltered, Turn::QuoteAltered, "in a quotation"),
    };
    let (before, after) = match old.value {
        FactValue::Quotation(_) => (
            quotation::differing(old, new),
            quotation::differing(new, old),
        ),
        _ => (old.span, new.span),
    };
    let words = [sides.words(0, before), sides.words(1, after)];
    let why = format!(
        "{what} \u{201c}{}\u{201d} became \u{201c}{}\u{201d}",
        words[0].text, words[1].text
    );
    let [before, after] = words;
    Change {
        rule,
        relation,
        why,
        old: Some(before),
        new: Some(after),
        gap: None,
    }
}

/// Whether a time tells until when what is said was known: "as of Monday", "by Monday evening".
fn is_as_of(sides: &Sides<'_>, side: usize, fact: &Fact) -> bool {
    const AS_OF: [&str; 4] = ["as of ", "as at ", "by ", "so far "];
    let words = sides.words(side, fact.span);
    let from = words.sentence.start.min(fact.span.start);
    let before = Span::new(from, fact.span.start)
        .slice(&sides.articles[side].text)
        .to_lowercase();
    let inside = fact.text.to_lowercase();
    AS_OF
        .iter()
        .any(|as_of| before.ends_with(as_of) || inside.starts_with(as_of))
}

/// A figure or a quotation that now tells more or less than before, and nothing else.
fn refined(sides: &Sides<'_>, old: &Fact, new: &Fact) -> Change {
    let (rule, relation, how) = match step(old, new) {
        Step::Finer => (Rule::ClaimAdded, Turn::Refined, "more"),
        _ => (Rule::ClaimRemoved, Turn::Softened, "less"),
    };
    Change {
        rule,
        relation,
        why: format!(
            "\u{201c}{}\u{201d} became \u{201c}{}\u{201d}, which fits and tells {how}",
            old.text, new.text
        ),
        old: Some(sides.words(0, old.span)),
        new: Some(sides.words(1, new.span)),
        gap: None,
    }
}

/// A number or a quotation that only one revision has.
fn alone(sides: &Sides<'_>, side: usize, fact: &Fact) -> Change {
    let words = Some(sides.words(side, fact.span));
    let what = if fact.kind == FactKind::Quotation {
        "quotation"
    } else {
        "number"
    };
    if side == 0 {
        Change {
            rule: Rule::ClaimRemoved,
            relation: Turn::Removed,
            why: format!("the {what} \u{201c}{}\u{201d} is gone", fact.text),
            old: words,
            new: None,
            gap: None,
        }
    } else {
        Change {
            rule: Rule::ClaimAdded,
            relation: Turn::Refined,
            why: format!("the {what} \u{201c}{}\u{201d} is new", fact.text),
            old: None,
            new: words,
            gap: None,
        }
    }
}
