//! Numbers of two articles that may be of one thing, wherever in them they stand.
//!
//! ```text
//! A: The search took 14 hours.      B: Teams looked for them for 20 hours.
//!   B has no 14 hours, A no 20, they are not far apart, ...             of one thing?
//! A: The search took 14 hours.      B: The bill came to $20.
//!   other measures                                                      no
//! ```
//!
//! Claims that differ in what they count seldom look alike, so alignment does not bring them together. Here each pair of numbers
//! that are apart gets figures from which a learned model tells whether they are of one thing. Where in its article a number
//! stands is none of them: in stories written to learn from it tells much, in those of newspapers nothing.

use std::collections::BTreeSet;

use super::{
    Given, apart, bearer, change, clash, comparable, elsewhere, given, is_fate, is_none,
    is_same_thing, near, other_scope, part, period, thing, update,
};
use crate::judge::pair::{Clash, Pair, Told};
use crate::{FactValue, Hedge, Measure, Modality, Quantity, Span};

/// Names of the figures, in order: what they are of, and which of several.
pub(in crate::judge) const FIGURES: [&str; 22] = [
    "counted",
    "event",
    "beside",
    "gap",
    "claims",
    "shared.more",
    "shared.less",
    "size.larger",
    "size.smaller",
    "exact",
    "met.more",
    "met.less",
    "same_thing",
    "grouped.together",
    "grouped.one",
    "other_noun",
    "elsewhere",
    "other_scope",
    "measure.count",
    "measure.money",
    "measure.percent",
    "other_year",
];

/// What the figures of one name are, in words.
pub(in crate::judge) fn note(figures: &str) -> &'static str {
    match figures {
        "counted" => "whether one noun is counted: 2 to the letter, 1 by meaning, -1 not",
        "event" => {
            "whether one thing happens to what is counted: 2 by one verb, 1 by meaning, -1 not"
        }
        "beside" => "likeness of the words next to the numbers",
        "gap" => "how far apart the numbers are, as a log ratio",
        "claims" => "what alignment believes of the two claims",
        "shared" => "how much of the words, numbers apart, the two claims share",
        "size" => "order of magnitude of the numbers",
        "exact" => "whether neither number is hedged",
        "met" => "numbers of the other article that fit",
        "same_thing" => "whether the words next to the numbers are of one thing",
        "grouped" => "whether the claims, or others of these articles, belong together",
        "other_noun" => "whether other things are counted, among other words",
        "elsewhere" => "how many of the numbers the other sentence gives as well",
        "other_scope" => "whether one is of another time, a part, a change, none at all or vague",
        "other_year" => "how many of the sentences tell of another year",
        "measure" => "what is measured: a count, money, a percentage",
        _ => "",
    }
}

/// Most numbers of a story that are compared, the first of each article; all pairs of them are looked at.
const MOST_MENTIONS: usize = 600;
/// Least likeness of the words next to two numbers of things that are not alike.
const LEAST_NEAR: f32 = 0.25;
/// Most numbers of another article that fit a number and count: more say no more.
const MOST_MET: f32 = 3.0;

/// Two numbers of different articles that are apart.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::judge) struct Across {
    /// Index of a claim.
    pub(in crate::judge) a: usize,
    /// Index of a claim of a later article.
    pub(in crate::judge) b: usize,
    /// How they clash.
    pub(in crate::judge) clash: Clash,
    /// Values of [`FIGURES`], in their order.
    pub(in crate::judge) figures: Vec<f32>,
    /// Whether one denies of everybody what the other says befell some: "no one died", "two people were killed".
    pub(in crate::judge) denied: bool,
}

/// Whether claims stand in groups together.
pub(in crate::judge) trait Grouped {
    /// Whether two claims are of one group.
    fn together(&self, a: usize, b: usize) -> bool;
    /// The claims of a claim's group.
    fn members(&self, claim: usize) -> &[usize];
}

/// A number and the claim that it stands in.
struct Mention<'a> {
    claim: usize,
    article: usize,
    given: Given<'a>,
    /// Numbers of each article that fit it, up to [`MOST_MET`].
    met: Vec<f32>,
}

/// All numbers of different articles that are apart and could be of one thing.
pub(in crate::judge) fn across<'a>(
    told: &'a [Told<'a>],
    pair: impl Fn(usize, usize) -> Pair<'a>,
    groups: &impl Grouped,
) -> Vec<Across> {
    let mentions = mentions(told);
    let meets = |one: &Mention<'_>, other: &Mention<'_>| {
        let members = groups.members(one.claim);
        let mut articles = members.iter().map(|&claim| told[claim].claim.article_index);
        articles.any(|article| article == other.article)
    };
    let mut found = Vec::new();
    for (at, x) in mentions.iter().enumerate() {
        for y in &mentions[at + 1..] {
            // a fraction and a percentage that stand apart are of two things in real news, more often than not
            if x.article == y.article
                || x.given.quantity.measure != y.given.quantity.measure
                || !comparable(&x.given, &y.given)
                || !apart(x.given.quantity, y.given.quantity)
            {
                continue;
            }
            let pair = pair(x.claim, y.claim);
            let (a, b) = (&x.given, &y.given);
            if is_settled(&pair, a, b) {
                continue;
            }
            let denied = is_denied(&pair, a, b);
            // none against some in another accident: the model takes them for one
            if !denied && is_of_one_fate(a, b) && is_none(a) != is_none(b) {
                continue;
            }
            let clash = clash(&pair, a, b, 0);
            let mut figures = of_pair(&pair, a, b, &clash);
            figures.extend(largest_first(x.met[y.article], y.met[x.article]));
            figures.push(f32::from(is_same_thing(&pair, a, b)));
            figures.push(f32::from(groups.together(x.claim, y.claim)));
            figures.push(f32::from(meets(x, y) || meets(y, x)));
            figures.extend(against(&pair, a, b));
            found.push(Across {
                a: x.claim,
                b: y.claim,
                denied,
                clash,
                figures,
            });
        }
    }
    found
}

/// Whether one counts none and the other some whom the same thing befell, and neither tells of another time. On 476 stories of ours
/// 12 of 26 pairs with one fate are in conflict; of those that nothing here speaks against 12 of 12.
fn is_denied(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>) -> bool {
    // "no passenger was hurt" does not deny that two cyclists were
    let none = if is_none(a) { a } else { b };
    let of_all = none
        .quantity
        .counted
        .as_deref()
        .is_none_or(|noun| noun == "person");
    let said = |told: &Told<'_>| {
        !matches!(
            told.claim.modality,
            Modality::Possible | Modality::Planned | Modality::Denied
        )
    };
    is_of_one_fate(a, b)
        && is_none(a) != is_none(b)
        && (of_all || thing(a, b) >= 0.0)
        && said(pair.a)
        && said(pair.b)
        && ![pair.a, pair.b].into_iter().any(period::is_of_another_time)
}

/// Whether the same befell those that two numbers count.
fn is_of_one_fate(a: &Given<'_>, b: &Given<'_>) -> bool {
    let fate = a.quantity.event.as_deref().is_some_and(is_fate);
    fate && a.quantity.event == b.quantity.event
}

/// The figures that the two claims tell by themselves.
fn of_pair(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>, clash: &Clash) -> Vec<f32> {
    let but: [&[Span]; 2] = [&[a.fact.span], &[b.fact.span]];
    let ours = pair.a.covered_by(pair.b, but);
    let theirs = pair.b.covered_by(pair.a, [but[1], but[0]]);
    let signs = clash.signs;
    let mut figures = vec![signs.thing, signs.event, signs.near, signs.gap];
    figures.push(pair.score as f32);
    figures.extend(largest_first(ours, theirs));
    figures.extend(largest_first(size(a.quantity), size(b.quantity)));
    figures.push(f32::from(is_exact(a) && is_exact(b)));
    figures
}

/// What usually tells that two numbers need not clash, and what they measure. None of it is sure: "31 babies", "40 newborns".
fn against(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>) -> [f32; 7] {
    let other_noun = thing(a, b) < 0.0 && near(pair, a, b) < LEAST_NEAR;
    let elsewhere = [elsewhere(pair.b, a.quantity), elsewhere(pair.a, b.quantity)];
    let measure = |measure| f32::from(a.quantity.measure == measure);
    [
        f32::from(other_noun),
        elsewhere.map(f32::from).iter().sum(),
        f32::from(other_scope(pair, a, b).is_some()),
        measure(Measure::Count),
        measure(Measure::Money),
        measure(Measure::Percent),
        [pair.a, pair.b]
            .map(|told| f32::from(period::is_of_another_year(told)))
            .iter()
            .sum(),
    ]
}

/// Which article comes first must not matter.
fn largest_first(x: f32, y: f32) -> [f32; 2] {
    [x.max(y), x.min(y)]
}

/// The numbers of all articles in English, each once.
fn mentions<'a>(told: &'a [Told<'a>]) -> Vec<Mention<'a>> {
    let articles = told.last().map_or(1, |told| told.claim.article_index + 1);
    let most = (MOST_MENTIONS / articles).max(1);
    let mut seen = BTreeSet::new();
    let mut count = vec![0; articles];
    let mut found = Vec::new();
    for (claim, told) in told.iter().enumerate() {
        let article = told.claim.article_index;
        if told.article.language.is_some() {
            continue;
        }
        for given in given(told) {
            if count[article] < most && seen.insert((article, given.fact.span)) {
                count[article] += 1;
                found.push(Mention {
                    claim,
                    article,
                    given,
                    met: Vec::new(),
                });
            }
        }
    }
    for at in 0..found.len() {
        found[at].met = met(&found[at].given, &found, articles);
    }
    found
}

/// How many numbers of each article fit a number.
fn met(given: &Given<'_>, mentions: &[Mention<'_>], articles: usize) -> Vec<f32> {
    let mut met = vec![0.0; articles];
    for other in mentions {
        let fits = comparable(given, &other.given) && !apart(given.quantity, other.given.quantity);
        if fits && met[other.article] < MOST_MET {
            met[other.article] += 1.0;
        }
    }
    met
}

/// Whether it is clear without a model that two numbers need not clash.
fn is_settled(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>) -> bool {
    let age = a.quantity.measure == Measure::Age;
    age && !bearer::is_same(pair, a, b)
        || update::is_update(pair, a, b)
        || are_dead_and_living(a, b)
        || part::are_part_and_whole(pair, a, b)
        || counts_it_as_well(pair.a, b)
        || counts_it_as_well(pair.b, a)
        || change::are_change_and_level(pair, a, b)
        || is_in_sum(pair.a, a, b)
        || is_in_sum(pair.b, b, a)
        || same_digits(a, b)
}

/// Whether one counts people who were killed, and the other people whom something else befell, or the wounded as well.
fn are_dead_and_living(a: &Given<'_>, b: &Given<'_>) -> bool {
    let fate = |given: &Given<'_>| {
        let event = given.quantity.event.as_deref();
        event
            .filter(|event| is_fate(event) || *event == "kill-or-injure")
            .map(|event| matches!(event, "kill" | "die"))
    };
    matches!((fate(a), fate(b)), (Some(x), Some(y)) if x != y)
}

/// Whether a sentence gives the other side's number of the same noun as well: "all but three of its 40 cars", "37 cars".
fn counts_it_as_well(told: &Told<'_>, other: &Given<'_>) -> bool {
    let mut facts = told.mates.iter().flat_map(|claim| &claim.facts);
    other.quantity.counted.is_some()
        && facts.any(|fact| {
            matches!(&fact.value, FactValue::Quantity(ours)
                if ours.counted == other.quantity.counted
                    && ours.nominal.is_some()
                    && ours.nominal == other.quantity.nominal
                    && super::same_unit(ours, other.quantity))
        })
}

/// Whether two measures are written with the same digits: "40 miles" and "40 nautical miles" are one figure.
fn same_digits(a: &Given<'_>, b: &Given<'_>) -> bool {
    let digits = |given: &Given<'_>| -> String {
        given
            .fact
            .text
            .chars()
            .filter(char::is_ascii_digit)
            .collect()
    };
    a.quantity.unit.is_some() && !digits(a).is_empty() && digits(a) == digits(b)
}

/// Whether a number and others of its sentence make up another: "48 million, to which 15 million may be added" is 63 million.
fn is_in_sum(told: &Told<'_>, part: &Given<'_>, whole: &Given<'_>) -> bool {
    let (Some(part_value), Some(whole)) = (part.quantity.nominal, whole.quantity.nominal) else {
        return false;
    };
    let facts = told.mates.iter().flat_map(|claim| &claim.facts);
    let others: BTreeSet<_> = facts
        .filter(|fact| fact.span != part.fact.span)
        .filter_map(|fact| match &fact.value {
            FactValue::Quantity(other) if super::same_unit(other, part.quantity) => {
                Some((fact.span, other.nominal?.to_bits()))
            }
            _ => None,
        })
        .collect();
    let is_rest = |sum: f64| (part_value + sum - whole).abs() <= whole * 1e-6;
    let others = || others.iter().map(|(_, bits)| f64::from_bits(*bits));
    whole > part_value && (others().any(is_rest) || is_rest(others().sum()))
}

/// Order of magnitude.
fn size(quantity: &Quantity) -> f32 {
    // of "dozens" nothing is written
    (quantity.nominal.unwrap_or(-1.0) + 2.0).max(0.1).ln() as f32
}

fn is_exact(given: &Given<'_>) -> bool {
    given.quantity.hedge == Hedge::Exact
}

#[cfg(test)]
mod tests;
