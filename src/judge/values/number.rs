//! Quantities as sets of readings.
//!
//! ```text
//! six guards were hurt       seven guards were hurt         clash
//! more than 40 died          43 people were killed          fits: 41 and up holds 43
//! six guards were hurt       two guards were killed         guard: other event
//! two of the drones fell     three drones came              guard: part and whole
//! 14 died                    the toll rose to 17            guard: an update
//! more than 20 died          more than 50 died              clash, soft: nobody rounds that far down
//! ```

pub(in crate::judge) mod across;
mod bearer;
mod change;
mod part;
pub(in crate::judge) mod period;
mod share;
mod update;

use share::{nominal, share};

use super::super::pair::{Clash, Findings, Guard, Pair, Signs, Told, likeness};
use crate::{
    ConflictKind, Fact, FactValue, Hedge, Interval, Measure, Quantity, Relation, Strength, lexicon,
};

/// Two rough values are apart when their logarithms differ by more: "about 600" and "some 700" are two estimates.
const ROUGH: f64 = 0.12;

/// Most numbers of a claim that are compared; a claim with more is a table.
const MOST_NUMBERS: usize = 100;

/// Two lower bounds are apart when their logarithms differ by more: who knows of 50 dead does not write "more than 20".
const BOUNDS: f64 = 0.8;

/// Whether a guard rests on the words next to the numbers alone, for one thing can be told in other words altogether: "bodies
/// of 12", "12 lost their lives". Seats are not concerts, though, the killed not the
/// injured, and a toll of Monday not one of Tuesday.
fn says_little(pair: &Pair<'_>, guard: &Guard, a: &Given<'_>, b: &Given<'_>) -> bool {
    let other_noun = a.quantity.measure == Measure::Count && thing(a, b) < 0.0;
    guard.name == OTHER_THING
        && other_scope(pair, a, b).is_none()
        && !period::are_other_days(pair)
        && (!other_noun || event(a.quantity, b.quantity) >= 2.0)
}

/// Two upper bounds are apart when their logarithms differ by more: fines "of up to 35,000 euros" are not "of up to 53,000".
const CEILINGS: f64 = 0.3;

struct Given<'a> {
    fact: &'a Fact,
    quantity: &'a Quantity,
}

/// Compares the quantities of two claims, equal ones first.
pub(super) fn compare(pair: &Pair<'_>) -> Findings {
    let (ours, theirs) = (given(pair.a), given(pair.b));
    let mut found = Findings::default();
    let mut taken = (vec![false; ours.len()], vec![false; theirs.len()]);
    // what fits is settled first: "two dead, six hurt" against "six hurt, two dead"
    for exact in [true, false] {
        for (x, a) in ours.iter().enumerate() {
            for (y, b) in theirs.iter().enumerate() {
                if taken.0[x] || taken.1[y] || !comparable(a, b) || apart(a.quantity, b.quantity) {
                    continue;
                }
                let same = nominal(a.quantity) == nominal(b.quantity);
                if same == exact && (exact || thing(a, b) > 0.0) {
                    (taken.0[x], taken.1[y]) = (true, true);
                    let sign = if same { "=" } else { "fits" };
                    found
                        .fits
                        .push(format!("{} {sign} {}", a.fact.text, b.fact.text));
                }
            }
        }
    }
    let mut clashing: Vec<(f32, usize, usize)> = Vec::new();
    for (x, a) in ours.iter().enumerate().filter(|(x, _)| !taken.0[*x]) {
        for (y, b) in theirs.iter().enumerate().filter(|(y, _)| !taken.1[*y]) {
            if comparable(a, b) && apart(a.quantity, b.quantity) {
                let sum = thing(a, b) + event(a.quantity, b.quantity) + 2.0 * near(pair, a, b);
                clashing.push((sum, x, y));
            }
        }
    }
    clashing.sort_by(|p, q| {
        let place = |&(_, x, y): &(f32, usize, usize)| (x + y, x.min(y));
        q.0.total_cmp(&p.0).then_with(|| place(p).cmp(&place(q)))
    });
    for (_, x, y) in clashing {
        if taken.0[x] || taken.1[y] {
            continue;
        }
        let (a, b) = (&ours[x], &theirs[y]);
        let clash = || clash(pair, a, b, ours.len() + theirs.len() - 2);
        match guard(pair, a, b) {
            Some(guard) => {
                if says_little(pair, &guard, a, b) {
                    found.doubted.push(clash());
                }
                found.guards.push(guard);
            }
            None => {
                (taken.0[x], taken.1[y]) = (true, true);
                found.clashes.push(clash());
            }
        }
    }
    found
}

fn given<'a>(told: &Told<'a>) -> Vec<Given<'a>> {
    let facts = told.claim.facts.iter();
    facts
        .filter_map(|fact| match &fact.value {
            FactValue::Quantity(quantity) => Some(Given { fact, quantity }),
            _ => None,
        })
        .filter(|given| {
            !matches!(
                given.quantity.measure,
                Measure::Label | Measure::Ordinal | Measure::Odds
            )
        })
        .take(MOST_NUMBERS)
        .collect()
}

/// Whether two quantities measure the same in the same unit. A count is whole: "around 4.0" is none of "three aftershocks".
fn comparable(a: &Given<'_>, b: &Given<'_>) -> bool {
    let counted = a.quantity.measure == Measure::Count;
    same_unit(a.quantity, b.quantity) && (!counted || is_whole(a) == is_whole(b))
}

fn same_unit(a: &Quantity, b: &Quantity) -> bool {
    a.measure == b.measure && a.unit == b.unit || share(a).is_some() && share(b).is_some()
}

/// Whether a count is written as a whole number, or is so large that "1.5 million" is one.
fn is_whole(given: &Given<'_>) -> bool {
    const SCALED: f64 = 1_000.0;
    let large = given.quantity.nominal.is_none_or(|value| value >= SCALED);
    large || !given.fact.text.contains('.')
}

/// Whether no value fits both.
fn apart(a: &Quantity, b: &Quantity) -> bool {
    let below = |x: &Interval, y: &Interval| match (x.high, y.low) {
        (Some(high), Some(low)) => high < low,
        _ => false,
    };
    if a.measure != b.measure {
        let shares = share(a).zip(share(b));
        return shares.is_some_and(|(x, y)| below(&x, &y) || below(&y, &x));
    }
    let rough = |x: &Quantity| matches!(x.hedge, Hedge::About | Hedge::Nearly | Hedge::Exact);
    let two_estimates = match (a.nominal, b.nominal) {
        (Some(x), Some(y)) => {
            x > 0.0 && y > 0.0 && (x / y).ln().abs() > ROUGH && rough(a) && rough(b)
        }
        _ => false,
    };
    let from_below = |x: &Quantity| matches!(x.hedge, Hedge::AtLeast | Hedge::MoreThan);
    let two_bounds = match (a.nominal, b.nominal) {
        (Some(x), Some(y)) => {
            x > 0.0 && y > 0.0 && (x / y).ln().abs() > BOUNDS && from_below(a) && from_below(b)
        }
        _ => false,
    };
    let from_above = |x: &Quantity| matches!(x.hedge, Hedge::AtMost | Hedge::LessThan);
    let two_ceilings = match (a.nominal, b.nominal) {
        (Some(x), Some(y)) => {
            x > 0.0 && y > 0.0 && (x / y).ln().abs() > CEILINGS && from_above(a) && from_above(b)
        }
        _ => false,
    };
    let (x, y) = (&a.interval, &b.interval);
    below(x, y) || below(y, x) || two_estimates || two_bounds || two_ceilings
}

/// 2 when the same noun is counted, 1 when its meaning can be the same, 0 when one side does not say, -1 otherwise.
fn thing(a: &Given<'_>, b: &Given<'_>) -> f32 {
    match (&a.quantity.counted, &b.quantity.counted) {
        (Some(x), Some(y)) if x == y => 2.0,
        (Some(x), Some(y)) if lexicon::synonyms(x, y) || both_people(x, y) => 1.0,
        (Some(_), Some(_)) => -1.0,
        _ => 0.0,
    }
}

/// Content words on either side of a number that tell what it is about.
const NEAR: usize = 4;

/// How alike the words next to two numbers are.
fn near(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>) -> f32 {
    likeness(
        &pair.a.near(a.fact.span, NEAR),
        &pair.b.near(b.fact.span, NEAR),
    )
}

/// Words for people of no special sort can stand for each other: "seven people", "seven men".
fn both_people(x: &str, y: &str) -> bool {
    const PEOPLE: [&str; 10] = [
        "person", "people", "man", "woman", "victim", "civilian", "other", "dead", "body", "life",
    ];
    PEOPLE.contains(&x) && PEOPLE.contains(&y)
}

fn event(a: &Quantity, b: &Quantity) -> f32 {
    match (&a.event, &b.event) {
        (Some(x), Some(y)) if x == y => 2.0,
        (Some(x), Some(y)) if lexicon::synonyms(x, y) => 1.0,
        (Some(x), Some(y)) if is_fate(x) || is_fate(y) => -1.0,
        _ => 0.0,
    }
}

/// What happens to people and is counted by itself: the killed are not the injured. Other verbs next to a number say
/// little ("sent" and "attacked" can be told of the same drones).
fn is_fate(event: &str) -> bool {
    const FATES: [&str; 16] = [
        "kill",
        "die",
        "injure",
        "arrest",
        "detain",
        "rescue",
        "evacuate",
        "miss",
        "displace",
        "hospitalise",
        "charge",
        "convict",
        "survive",
        "escape",
        "treat",
        "release",
    ];
    FATES.contains(&event)
}

/// Why two values that are apart need not clash.
fn guard(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>) -> Option<Guard> {
    let (name, relation) = if elsewhere(pair.b, a.quantity) || elsewhere(pair.a, b.quantity) {
        ("said-elsewhere", Relation::Compatible)
    } else if !is_same_thing(pair, a, b) {
        (OTHER_THING, Relation::OtherScope)
    } else {
        other_scope(pair, a, b)?
    };
    Some(Guard {
        name,
        note: format!("{} / {}", a.fact.text, b.fact.text),
        relation,
    })
}

/// Name of the guard that holds back numbers of two things.
pub(in crate::judge) const OTHER_THING: &str = "other-thing-counted";

/// Whether the words next to two numbers are of one thing.
fn is_same_thing(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>) -> bool {
    let near = near(pair, a, b);
    match a.quantity.measure {
        Measure::Count => {
            let (thing, event) = (thing(a, b), event(a.quantity, b.quantity));
            // other words for the same people: seven guards, six security men were wounded
            thing > 0.0 || thing == 0.0 && event > 0.0 || event >= 2.0 && near >= SAME_PLACE
        }
        Measure::Age => bearer::is_same(pair, a, b),
        // "14 percent of the vote", "9 percent of the seats"
        _ => thing(a, b) >= 0.0 && near >= SAME_PLACE,
    }
}

/// Why two values of one thing need not clash.
fn other_scope(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>) -> Option<(&'static str, Relation)> {
    if period::are_others(pair) {
        Some(("other-period", Relation::OtherScope))
    } else if is_none(a) != is_none(b)
        && (event(a.quantity, b.quantity) < 2.0
            || [pair.a, pair.b].into_iter().any(period::is_of_another_time))
    {
        Some(("none", Relation::Compatible))
    } else if event(a.quantity, b.quantity) < 0.0 {
        Some(("other-event", Relation::OtherScope))
    } else if update::is_update(pair, a, b) {
        Some(("update", Relation::Compatible))
    } else if change::are_change_and_level(pair, a, b) {
        Some(("change-and-level", Relation::OtherScope))
    } else if part::is_of_one_only(pair, a, b) {
        Some(("part-and-whole", Relation::OtherScope))
    } else if [a, b]
        .iter()
        .any(|given| given.quantity.hedge == Hedge::Vague)
    {
        Some(("vague", Relation::Compatible))
    } else {
        None
    }
}

/// "no one", "none of the guards"
fn is_none(given: &Given<'_>) -> bool {
    given.quantity.nominal == Some(0.0)
}

/// Least likeness of the words next to two amounts for them to be amounts of one thing. "cost of $5 million" and
/// "damage of $2 million" share nothing there; set on the training stories.
const SAME_PLACE: f32 = 0.25;

/// Whether some value of the other sentence is the same: lists come in any order, and clauses are cut anywhere.
fn elsewhere(told: &Told<'_>, quantity: &Quantity) -> bool {
    let facts = told.mates.iter().flat_map(|claim| &claim.facts);
    facts
        .filter_map(|fact| match &fact.value {
            FactValue::Quantity(other) => Some(other),
            _ => None,
        })
        .any(|other| {
            other.nominal.is_some()
                && nominal(other) == nominal(quantity)
                && same_unit(other, quantity)
        })
}

fn clash(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>, others: usize) -> Clash {
    let exact = |given: &Given<'_>| matches!(given.quantity.hedge, Hedge::Exact | Hedge::Range);
    let sure = thing(a, b) > 0.0 || a.quantity.measure != Measure::Count;
    let strength = if exact(a) && exact(b) && sure {
        Strength::Hard
    } else {
        Strength::Soft
    };
    // of two phrases the alphabetically first, whatever the order of articles
    let phrases = [&a.quantity.counted_phrase, &b.quantity.counted_phrase];
    let what = phrases.into_iter().flatten().min();
    let what = what
        .filter(|_| a.quantity.measure == Measure::Count)
        .map_or(String::new(), |what| format!(" {what}"));
    let none = is_none(a) || is_none(b);
    let gap = match (nominal(a.quantity), nominal(b.quantity)) {
        // none of them against some: denied as a whole
        _ if none => 1.0,
        (Some(x), Some(y)) if x > 0.0 && y > 0.0 => (x / y).ln().abs() as f32,
        _ => -1.0,
    };
    Clash {
        kind: if none {
            ConflictKind::Polarity
        } else {
            ConflictKind::Number
        },
        strength,
        a: a.fact.span,
        b: b.fact.span,
        core: None,
        why: format!(
            "\u{201c}{}\u{201d}{what} against \u{201c}{}\u{201d}: no number fits both",
            a.fact.text, b.fact.text
        ),
        signs: Signs {
            thing: thing(a, b),
            event: event(a.quantity, b.quantity),
            gap,
            others: others as f32,
            near: near(pair, a, b),
            ..Signs::default()
        },
    }
}

#[cfg(test)]
mod tests;
