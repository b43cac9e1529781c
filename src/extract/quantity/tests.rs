//! Tables: a sentence and its quantities, one a line: `words | measure low..high unit | counted | event`.

mod counted;
mod parts;
mod soundness;

use super::quantities;
use crate::segment::{Clause, Sentence, SentenceKind, tokenize};
use crate::{Fact, FactValue, Quantity, Span};

pub(super) fn sentence(text: &str) -> Sentence {
    let span = Span::new(0, text.len());
    Sentence {
        span,
        kind: SentenceKind::Body,
        paragraph: 0,
        tokens: tokenize(text, span),
        noted: Vec::new(),
        clauses: Vec::<Clause>::new(),
    }
}

fn value(fact: &Fact) -> &Quantity {
    match &fact.value {
        FactValue::Quantity(quantity) => quantity,
        other => panic!("not a quantity: {other:?}"),
    }
}

fn side(bound: Option<f64>) -> String {
    bound.map_or(String::new(), |b| {
        format!("{}", (b * 1000.0).round() / 1000.0)
    })
}

/// `words | measure low..high unit`
fn values(text: &str) -> Vec<String> {
    quantities(text, &sentence(text))
        .iter()
        .map(|fact| {
            let quantity = value(fact);
            let (low, high) = (side(quantity.interval.low), side(quantity.interval.high));
            let range = if low == high {
                low
            } else {
                format!("{low}..{high}")
            };
            let unit = quantity
                .unit
                .as_ref()
                .map_or(String::new(), |u| format!(" {u}"));
            let measure = format!("{:?}", quantity.measure).to_lowercase();
            format!("{} | {measure} {range}{unit}", fact.text)
        })
        .collect()
}

/// `words | counted | event`
fn counts(text: &str) -> Vec<String> {
    quantities(text, &sentence(text))
        .iter()
        .map(|fact| {
            let quantity = value(fact);
            let or_dash = |of: &Option<String>| of.clone().unwrap_or_else(|| "-".to_owned());
            format!(
                "{} | {} | {}",
                fact.text,
                or_dash(&quantity.counted),
                or_dash(&quantity.event)
            )
        })
        .collect()
}

fn check(read: fn(&str) -> Vec<String>, table: &[(&str, &[&str])]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, expected)| read(text) != *expected)
        .map(|(text, expected)| format!("{text}\n  want {expected:?}\n  have {:?}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn shared_ages_unknown_plurals_codes_and_body_measures() {
    check(
        values,
        &[
            (
                "Ann Roe and Jim Doe, both 38, were hurt",
                &["38 | age 38 year"],
            ),
            ("It cost EUR 125", &["EUR 125 | money 125 EUR"]),
            ("the new tackle (6-2,220) ran", &["6 | count 6"]),
        ],
    );
    check(
        counts,
        &[("Farmers won two defundings", &["two | defunding | win"])],
    );
}

#[test]
fn counts_and_hedges() {
    check(
        values,
        &[
            ("four guards", &["four | count 4"]),
            ("at least four guards", &["at least four | count 4.."]),
            ("no fewer than 40 homes", &["no fewer than 40 | count 40.."]),
            (
                "a minimum of 12 days' work",
                &["a minimum of 12 days | duration 993600.. s"],
            ),
            ("more than 40 homes", &["more than 40 | count 40.."]),
            ("up to 40 homes", &["up to 40 | count 0..40"]),
            ("fewer than 20 seats", &["fewer than 20 | count 0..20"]),
            (
                "nearly 23,000 ballots",
                &["nearly 23,000 | count 20700..23500"],
            ),
            ("almost 50 ships", &["almost 50 | count 45..50"]),
            ("about 50 ships", &["about 50 | count 45..55"]),
            ("some 40 tents", &["some 40 | count 35..45"]),
            // as exact as it is written
            ("about 48,000 tents", &["about 48,000 | count 47000..49000"]),
            ("about 150 tents", &["about 150 | count 135..165"]),
            (
                "about three dozen",
                &["about three dozen | count 32.4..39.6"],
            ),
            (
                "roughly $141 million",
                &["roughly $141 million | money 140000000..142000000 USD"],
            ),
            (
                "an estimated 300 tents",
                &["an estimated 300 | count 270..330"],
            ),
            ("40 or so tents", &["40 or so | count 35..45"]),
            ("40 or more tents", &["40 or more | count 40.."]),
            ("40-plus tents", &["40-plus | count 40.."]),
            ("exactly 40 tents", &["exactly 40 | count 40"]),
            ("23,000 ballots", &["23,000 | count 22500..23500"]),
            ("22,998 ballots", &["22,998 | count 22998"]),
            (
                "2.6 million ballots",
                &["2.6 million | count 2550000..2650000"],
            ),
            ("three to five ships", &["three to five | count 3..5"]),
            ("between 4 and 6 ships", &["between 4 and 6 | count 4..6"]),
            ("20-30 ships", &["20-30 | count 20..30"]),
            ("two or three ships", &["two or three | count 2..3"]),
            (
                "It rose from 12 to 15 seats",
                &["12 | count 12", "15 | count 15"],
            ),
        ],
    );
}

#[test]
fn vague_counts() {
    check(
        values,
        &[
            ("several ships", &["several | count 3..10"]),
            ("dozens of ships", &["dozens | count 24..99"]),
            ("hundreds of ships", &["hundreds | count 200..999"]),
            (
                "tens of thousands of ships",
                &["tens of thousands | count 20000..99999"],
            ),
            (
                "several hundred ships",
                &["several hundred | count 300..1000"],
            ),
            ("a couple of ships", &["a couple of | count 2..3"]),
            (
                "millions of dollars",
                &["millions of dollars | money 2000000..999000000 USD"],
            ),
            (
                "more than a dozen ships",
                &["more than a dozen | count 10.."],
            ),
            ("many ships", &[]),
        ],
    );
}

#[test]
fn what_is_no_quantity() {
    check(
        values,
        &[
            ("one of the ships sank", &[]),
            (
                "no one saw it and the one who did hid from one another",
                &[],
            ),
            ("at one point it was the one", &[]),
            ("in 2014 and since 1972", &[]),
            ("the 2016 election", &[]),
            ("at 2:53 p.m. on May 29", &[]),
            ("on 7 November, at 9 am", &[]),
            ("call 555-1234 about 9/11", &[]),
            ("in the 1990s", &[]),
            ("see http://example.org/a-12/34 now", &[]),
            ("a bit over there", &[]),
        ],
    );
}

#[test]
fn money() {
    check(
        values,
        &[
            ("$200m", &["$200m | money 190000000..210000000 USD"]),
            (
                "US$1.5 billion",
                &["US$1.5 billion | money 1450000000..1550000000 USD"],
            ),
            ("A$55", &["A$55 | money 55 AUD"]),
            ("a $55 fine", &["$55 | money 55 USD"]),
            ("a $US55 fine", &["$US55 | money 55 USD"]),
            ("a $ US55 fine", &["$ US55 | money 55 USD"]),
            (
                "worth $US1 million ($1.52 million)",
                &[
                    "$US1 million | money 950000..1050000 USD",
                    "$1.52 million | money 1515000..1525000",
                ],
            ),
            (
                "$55 million ($20 million now)",
                &[
                    "$55 million | money 54500000..55500000 USD",
                    "$20 million | money 19000000..21000000 USD",
                ],
            ),
            ("topped $55", &["topped $55 | money 55.. USD"]),
            ("650, give or take", &["650 | count 650"]),
            ("650 give or take", &["650 give or take | count 600..700"]),
            ("£3.20", &["£3.20 | money 3.195..3.205 GBP"]),
            ("25 euros", &["25 euros | money 25 EUR"]),
            (
                "Rs 500 crore",
                &["Rs 500 crore | money 4750000000..5250000000 INR"],
            ),
            ("75 cents", &["75 cents | money 0.75 USD"]),
            (
                "$4 to $6 million",
                &["$4 to $6 million | money 3800000..6300000 USD"],
            ),
            (
                "more than $4 million",
                &["more than $4 million | money 4000000.. USD"],
            ),
            (
                "3 million pounds",
                &["3 million pounds | money 2850000..3150000 GBP"],
            ),
            ("3 pounds of flour", &["3 pounds | mass 1.293..1.429 kg"]),
        ],
    );
}

#[test]
fn shares() {
    check(
        values,
        &[
            ("40% of voters", &["40% | percent 38..42"]),
            ("3.5 per cent", &["3.5 per cent | percent 3.45..3.55"]),
            (
                "two percentage points",
                &["two percentage points | percentagepoints 1.9..2.1"],
            ),
            (
                "25 basis points",
                &["25 basis points | percentagepoints 0.245..0.255"],
            ),
            ("two thirds of voters", &["two thirds | fraction 0.667"]),
            ("a third of voters", &["a third | fraction 0.333"]),
            (
                "more than half of voters",
                &["more than half | fraction 0.5.."],
            ),
            ("six in ten voters", &["six in ten | fraction 0.55..0.65"]),
            (
                "one in every 20 cars",
                &["one in every 20 | fraction 0.025..0.075"],
            ),
            (
                "nine out of 10 voters",
                &["nine out of 10 | fraction 0.85..0.95"],
            ),
            (
                "nearly one in three",
                &["nearly one in three | fraction 0.3..0.333"],
            ),
            (
                "won two in ten minutes",
                &["two | count 2", "ten minutes | duration 570..630 s"],
            ),
            ("one in 2019", &[]),
            ("the third victim", &["third | ordinal 3"]),
            ("a third victim", &["third | ordinal 3"]),
            ("its 20th win", &["20th | ordinal 20"]),
        ],
    );
}

#[test]
fn ages() {
    check(
        values,
        &[
            ("a 43-year-old man", &["43-year-old | age 43 year"]),
            ("Jane Roe, 38, of Ohio", &["38 | age 38 year"]),
            ("children aged 12", &["aged 12 | age 12 year"]),
            ("the two-year-old", &["two-year-old | age 2 year"]),
            ("18 months old", &["18 months old | age 1.5 year"]),
            ("at the age of 91", &["age of 91 | age 91 year"]),
            ("a man in his late 40s", &["40s | age 46..49 year"]),
            ("Doe, who is 43, fled", &["43 | age 43 year"]),
            (
                "about 43 years old",
                &["about 43 years old | age 38.7..47.3 year"],
            ),
        ],
    );
}

#[test]
fn measures() {
    check(
        values,
        &[
            ("100 miles", &["100 miles | length 152887.68..168981.12 m"]),
            ("193km", &["193km | length 192500..193500 m"]),
            (
                "6 feet 2 inches",
                &["6 feet 2 inches | length 1.867..1.892 m"],
            ),
            ("50 acres", &["50 acres | area 192225.68..212459.962 m2"]),
            ("4 tons", &["4 tons | mass 3447.302..3810.176 kg"]),
            ("75 mph", &["75 mph | speed 119.896..121.505 km/h"]),
            ("100°F", &["100°F | temperature 35..40.556 C"]),
            (
                "minus 5 degrees Celsius",
                &["minus 5 degrees Celsius | temperature -5.25..-4.75 C"],
            ),
            ("two weeks", &["two weeks | duration 1149120..1270080 s"]),
            (
                "an hour and 20 minutes",
                &["an hour and 20 minutes | duration 4560..5040 s"],
            ),
            (
                "a day and a half",
                &["a day and a half | duration 123120..136080 s"],
            ),
            (
                "two days and a half",
                &["two days and a half | duration 205200..226800 s"],
            ),
            ("a year and a lot of money", &[]),
            (
                "a three-day trial",
                &["three-day | duration 246240..272160 s"],
            ),
            (
                "a magnitude 7.0 quake",
                &["magnitude 7.0 | magnitude 6.95..7.05"],
            ),
            (
                "a 7.0-magnitude quake",
                &["7.0-magnitude | magnitude 6.95..7.05"],
            ),
            ("a 5.9 Earthquake", &["5.9 | magnitude 5.85..5.95"]),
            ("a 6.5-strength quake", &["6.5 | magnitude 6.45..6.55"]),
            (
                "measured 6.5 on the Richter scale",
                &["6.5 | magnitude 6.45..6.55"],
            ),
        ],
    );
}

#[test]
fn results_odds_and_labels() {
    check(
        values,
        &[
            ("They won 3-1", &["3-1 | score 3 1"]),
            ("by a 98-1 vote", &["98-1 | score 98 1"]),
            ("odds of 3 to 1", &["3 to 1 | odds 3 1"]),
            (
                "Flight 370 and Article 50",
                &["Flight 370 | label 370", "Article 50 | label 50"],
            ),
            (
                "an F-16 and 14 AK-47 rifles",
                &["F-16 | label 16", "14 | count 14", "AK-47 | label 47"],
            ),
            (
                "No. 5 seed on Route 9",
                &["No. 5 | label 5", "Route 9 | label 9"],
            ),
            (
                "a Boeing 737 with Windows 7",
                &["Boeing 737 | label 737", "Windows 7 | label 7"],
            ),
        ],
    );
}
