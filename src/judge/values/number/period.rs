//! Whether two figures are of one stretch of time: what was earned in a year, and in seven.

use jiff::civil::DateTime;

use super::super::super::pair::{Pair, Told};
use crate::FactValue;
use crate::segment::Token;

/// Whether both claims name years or longer, and not the same: "from 2007 to 2014", "in 2014".
pub(super) fn are_others(pair: &Pair<'_>) -> bool {
    let (ours, theirs) = (periods(pair.a), periods(pair.b));
    let meets = |period: &Period| theirs.iter().any(|other| other.is_near(period));
    !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(meets)
}

/// Whether both claims name days of the week, and none that the other names: a toll "by Monday evening" and "on Tuesday".
pub(super) fn are_other_days(pair: &Pair<'_>) -> bool {
    let (ours, theirs) = (weekdays(pair.a), weekdays(pair.b));
    !ours.is_empty() && !theirs.is_empty() && ours.iter().all(|day| !theirs.contains(day))
}

/// Whether a sentence tells of another year: "a fire in 2009 killed 14", "it is five years since a man killed six".
pub(super) fn is_of_another_year(told: &Told<'_>) -> bool {
    let published = told.article.published.map(|day| day.year());
    let facts = told.mates.iter().flat_map(|claim| &claim.facts);
    let mut years = facts.filter_map(|fact| match &fact.value {
        FactValue::Time(time) => time.parts.year,
        _ => None,
    });
    let tokens = &told.sentence.tokens;
    let is_back = |pair: &[Token]| {
        let (one, other) = (pair[0].lower.as_str(), pair[1].lower.as_str());
        match one {
            "year" | "years" | "decade" | "decades" => {
                matches!(other, "ago" | "since" | "earlier" | "before" | "previously")
            }
            "last" | "previous" => other == "year",
            _ => false,
        }
    };
    years.any(|year| Some(year) != published) || tokens.windows(2).any(is_back)
}

/// Whether a sentence tells of another time than the story, or of something else that happened: of another year, of a month ("in
/// January"), of "last week", of what was before.
pub(in crate::judge) fn is_of_another_time(told: &Told<'_>) -> bool {
    const BACK: [&str; 8] = [
        "before",
        "earlier",
        "previous",
        "previously",
        "past",
        "annually",
        "separate",
        "ago",
    ];
    let facts = told.mates.iter().flat_map(|claim| &claim.facts);
    let mut times = facts.filter_map(|fact| match &fact.value {
        FactValue::Time(time) => Some(&time.parts),
        _ => None,
    });
    let tokens = &told.sentence.tokens;
    let is_back = |pair: &[Token]| {
        let pair = (pair[0].lower.as_str(), pair[1].lower.as_str());
        matches!(
            pair,
            ("that", "time")
                | ("each" | "every" | "a" | "this", "year")
                | (
                    "week" | "weeks" | "month" | "months" | "year" | "years" | "decade" | "decades",
                    "after"
                )
                | (
                    "last",
                    "week" | "month" | "spring" | "summer" | "autumn" | "fall" | "winter"
                )
                | ("then", "." | "," | ";")
        )
    };
    let published = told.article.published.map(|day| day.year().to_string());
    let is_year = |token: &Token| {
        let year = token.lower.parse().unwrap_or(0);
        (1900..2100).contains(&year) && published.as_deref() != Some(&token.lower)
    };
    is_of_another_year(told)
        || tokens.iter().any(is_year)
        || times.any(|parts| parts.month.is_some() && parts.day.is_none())
        || tokens
            .iter()
            .any(|token| BACK.contains(&token.lower.as_str()))
        || tokens.windows(2).any(is_back)
}

fn weekdays(told: &Told<'_>) -> Vec<i8> {
    let facts = told.claim.facts.iter();
    facts
        .filter_map(|fact| match &fact.value {
            FactValue::Time(time) => time.parts.weekday,
            _ => None,
        })
        .collect()
}

/// First and last moment of a stretch of time.
#[derive(Debug, Clone, Copy)]
struct Period {
    from: DateTime,
    to: DateTime,
}

impl Period {
    fn days(self) -> i32 {
        self.from
            .date()
            .until(self.to.date())
            .map_or(0, |span| span.get_days())
    }

    /// Whether two stretches begin and end within a quarter of a year of each other.
    fn is_near(&self, other: &Self) -> bool {
        const QUARTER: i32 = 92;
        let apart = |x: DateTime, y: DateTime| Self { from: x, to: y }.days().abs();
        apart(self.from, other.from) <= QUARTER && apart(self.to, other.to) <= QUARTER
    }
}

/// Stretches of ten months or more that a claim names.
fn periods(told: &Told<'_>) -> Vec<Period> {
    const LONG: i32 = 300;
    let facts = told.claim.facts.iter();
    facts
        .filter_map(|fact| match &fact.value {
            FactValue::Time(time) => Some(Period {
                from: time.earliest?,
                to: time.latest?,
            }),
            _ => None,
        })
        .filter(|period| period.days() >= LONG)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::super::pair::testing::in_claims;
    use super::*;

    fn check(is_of_another: fn(&Told<'_>) -> bool, cases: &[(&str, bool)]) {
        for (text, expected) in cases {
            let found = in_claims(text, "It rained.", |told| is_of_another(&told[0]));
            assert_eq!(found, *expected, "{text}");
        }
    }

    #[test]
    fn sentences_of_another_time() {
        check(
            is_of_another_time,
            &[
                ("In May four pupils were hurt.", true),
                ("In the two fires before it nobody had been killed.", true),
                ("At that time nobody was hurt.", true),
                ("Nobody was hurt then.", true),
                ("Last week's blaze hurt two.", true),
                ("It kills some 500 people each year.", true),
                ("It came two years after one that killed five.", true),
                ("It had four accidents since 2015.", true),
                ("Nobody was hurt on 3 May.", false),
                ("Nobody was hurt on Sunday, and then it rained.", false),
            ],
        );
    }

    #[test]
    fn sentences_of_another_year() {
        check(
            is_of_another_year,
            &[
                ("A fire in 2009 killed 14 people.", true),
                ("It is five years since a man killed six people.", true),
                ("Two years ago a bus killed nine.", true),
                ("The blaze killed 14 people on Monday.", false),
                ("The two year sentence was upheld.", false),
            ],
        );
    }
}
