mod overlap;
mod soundness;

use jiff::civil::Date;

use super::times;
use crate::segment::{Sentence, SentenceKind, tokenize};
use crate::{Anchor, Fact, FactValue, Span, TimeValue};

/// Tuesday.
const PUBLISHED: Date = Date::constant(2021, 11, 9);

fn facts(text: &str, published: Option<Date>) -> Vec<Fact> {
    let span = Span::new(0, text.len());
    let sentence = Sentence {
        span,
        kind: SentenceKind::Body,
        paragraph: 0,
        tokens: tokenize(text, span),
        noted: Vec::new(),
        clauses: Vec::new(),
    };
    times(text, &sentence, published)
}

fn value(fact: &Fact) -> &TimeValue {
    match &fact.value {
        FactValue::Time(value) => value,
        other => panic!("not a time: {other:?}"),
    }
}

/// `2021-11-07T10:00:00` as `2021-11-07 10:00`; `..` is open or unknown.
fn shown(fact: &Fact) -> String {
    let value = value(fact);
    let end = |moment: Option<jiff::civil::DateTime>| {
        moment.map_or_else(
            || "?".to_owned(),
            |m| m.strftime("%Y-%m-%d %H:%M").to_string(),
        )
    };
    format!(
        "{} = {} .. {}",
        fact.text,
        end(value.earliest),
        end(value.latest)
    )
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = facts(text, Some(PUBLISHED)).iter().map(shown).collect();
    assert_eq!(found, expected, "in {text:?}");
}

#[test]
fn absolute_dates() {
    for (text, expected) in [
        (
            "It began on 7 November 2021.",
            "7 November 2021 = 2021-11-07 00:00 .. 2021-11-07 23:59",
        ),
        (
            "It began on November 7, 2021, in Basra.",
            "November 7, 2021 = 2021-11-07 00:00 .. 2021-11-07 23:59",
        ),
        (
            "It began on Nov. 7, police said.",
            "Nov. 7 = 2021-11-07 00:00 .. 2021-11-07 23:59",
        ),
        (
            "It began on Sunday, Nov. 7.",
            "Sunday, Nov. 7 = 2021-11-07 00:00 .. 2021-11-07 23:59",
        ),
        (
            "It began on the 7th of November.",
            "7th of November = 2021-11-07 00:00 .. 2021-11-07 23:59",
        ),
        (
            "Filed 11/7/2021.",
            "11/7/2021 = 2021-11-07 00:00 .. 2021-11-07 23:59",
        ),
        (
            "Filed 27/11/2020.",
            "27/11/2020 = 2020-11-27 00:00 .. 2020-11-27 23:59",
        ),
        (
            "Filed 2021-11-07.",
            "2021-11-07 = 2021-11-07 00:00 .. 2021-11-07 23:59",
        ),
        (
            "It shut in November 2019.",
            "November 2019 = 2019-11-01 00:00 .. 2019-11-30 23:59",
        ),
        (
            "It shut in 1972.",
            "1972 = 1972-01-01 00:00 .. 1972-12-31 23:59",
        ),
        (
            "It shut in the 1990s.",
            "1990s = 1990-01-01 00:00 .. 1999-12-31 23:59",
        ),
        (
            "The law dates from the '90s.",
            "'90s = 1990-01-01 00:00 .. 1999-12-31 23:59",
        ),
        (
            "It shut in summer 2015.",
            "summer 2015 = 2015-06-01 00:00 .. 2015-09-22 23:59",
        ),
        (
            "Sales fell in the third quarter of 2014.",
            "third quarter of 2014 = 2014-07-01 00:00 .. 2014-09-30 23:59",
        ),
        (
            "He won the 2018 elections.",
            "2018 = 2018-01-01 00:00 .. 2018-12-31 23:59",
        ),
        (
            "The vote was on Christmas Day.",
            "Christmas Day = 2020-12-25 00:00 .. 2020-12-25 23:59",
        ),
        (
            "They met on Thanksgiving 2019.",
            "Thanksgiving 2019 = 2019-11-28 00:00 .. 2019-11-28 23:59",
        ),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn relative_days() {
    for (text, expected) in [
        (
            "The house was hit today.",
            "today = 2021-11-09 00:00 .. 2021-11-09 23:59",
        ),
        (
            "The house was hit yesterday.",
            "yesterday = 2021-11-08 00:00 .. 2021-11-08 23:59",
        ),
        (
            "The house was hit on Sunday.",
            "Sunday = 2021-11-07 00:00 .. 2021-11-07 23:59",
        ),
        (
            "Police said Tuesday that a man died.",
            "Tuesday = 2021-11-09 00:00 .. 2021-11-09 23:59",
        ),
        (
            "The Senate will vote on Thursday.",
            "Thursday = 2021-11-11 00:00 .. 2021-11-11 23:59",
        ),
        (
            "On Thursday the Senate will vote.",
            "Thursday = 2021-11-11 00:00 .. 2021-11-11 23:59",
        ),
        (
            "He said on Thursday that it will vote.",
            "Thursday = 2021-11-04 00:00 .. 2021-11-04 23:59",
        ),
        (
            "He lost last Sunday.",
            "last Sunday = 2021-11-07 00:00 .. 2021-11-07 23:59",
        ),
        (
            "He arrives next Tuesday.",
            "next Tuesday = 2021-11-16 00:00 .. 2021-11-16 23:59",
        ),
        (
            "He arrived late on Sunday.",
            "late on Sunday = 2021-11-07 15:00 .. 2021-11-07 23:59",
        ),
        (
            "He died early Thursday.",
            "early Thursday = 2021-11-04 00:00 .. 2021-11-04 11:59",
        ),
        (
            "He died Monday morning.",
            "Monday morning = 2021-11-08 00:00 .. 2021-11-08 11:59",
        ),
        (
            "He died Sunday night, Nov. 7.",
            "Sunday night, Nov. 7 = 2021-11-07 17:00 .. 2021-11-08 05:59",
        ),
        (
            "They talked last week.",
            "last week = 2021-11-01 00:00 .. 2021-11-07 23:59",
        ),
        (
            "They talked last month.",
            "last month = 2021-10-01 00:00 .. 2021-10-31 23:59",
        ),
        (
            "They talked earlier this year.",
            "earlier this year = 2021-01-01 00:00 .. 2021-11-09 23:59",
        ),
        (
            "They talked two days ago.",
            "two days ago = 2021-11-07 00:00 .. 2021-11-07 23:59",
        ),
        (
            "They talked three weeks ago.",
            "three weeks ago = 2021-10-16 00:00 .. 2021-10-22 23:59",
        ),
        (
            "They talked over the weekend.",
            "weekend = 2021-11-06 00:00 .. 2021-11-07 23:59",
        ),
        (
            "They talked in October.",
            "October = 2021-10-01 00:00 .. 2021-10-31 23:59",
        ),
        ("They talked two days later.", "two days later = ? .. ?"),
        (
            "They met on Friday last week.",
            "Friday last week = 2021-11-05 00:00 .. 2021-11-05 23:59",
        ),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn clock_times() {
    for (text, expected) in [
        (
            "It struck at 2:53 p.m. local time on Sunday.",
            "2:53 p.m. local time on Sunday = 2021-11-07 14:53 .. 2021-11-07 14:53",
        ),
        (
            "It struck on Monday at 10 a.m.",
            "Monday at 10 a.m. = 2021-11-08 10:00 .. 2021-11-08 10:59",
        ),
        (
            "It struck around 10am Monday.",
            "around 10am Monday = 2021-11-08 09:30 .. 2021-11-08 11:29",
        ),
        (
            "It struck about 12:00 GMT yesterday.",
            "about 12:00 GMT yesterday = 2021-11-08 11:30 .. 2021-11-08 12:30",
        ),
        (
            "It struck on Sunday at 7.40 BST.",
            "Sunday at 7.40 BST = 2021-11-07 07:40 .. 2021-11-07 07:40",
        ),
        (
            "It struck at 1400 GMT on Sunday.",
            "1400 GMT on Sunday = 2021-11-07 14:00 .. 2021-11-07 14:00",
        ),
        (
            "It struck on Sunday at 9 o'clock.",
            "Sunday at 9 o'clock = 2021-11-07 09:00 .. 2021-11-07 21:59",
        ),
        (
            "It struck shortly after noon on Sunday.",
            "shortly after noon on Sunday = 2021-11-07 12:00 .. 2021-11-07 13:59",
        ),
        (
            "It struck on Sunday before 9 a.m.",
            "Sunday before 9 a.m. = 2021-11-07 00:00 .. 2021-11-07 09:00",
        ),
        (
            "It struck at midnight on Sunday.",
            "midnight on Sunday = 2021-11-07 00:00 .. 2021-11-08 00:00",
        ),
        ("It struck at 10 a.m.", "10 a.m. = ? .. ?"),
        (
            "It struck at twenty past six on Sunday.",
            "twenty past six on Sunday = 2021-11-07 06:20 .. 2021-11-07 18:20",
        ),
        (
            "It struck at ten to seven on Sunday.",
            "ten to seven on Sunday = 2021-11-07 06:50 .. 2021-11-07 18:50",
        ),
        (
            "It struck at nine on Sunday.",
            "nine on Sunday = 2021-11-07 09:00 .. 2021-11-07 21:59",
        ),
        (
            "It struck at nine that evening.",
            "nine that evening = ? .. ?",
        ),
        ("The doors opened at eight.", "eight = ? .. ?"),
        ("By ten the square was full.", "By ten = ? .. ?"),
        (
            "They waited until 5 yesterday.",
            "until 5 yesterday = 2021-11-08 00:00 .. 2021-11-08 17:59",
        ),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn numbers_that_are_no_hours() {
    for text in [
        "The toll stood at nine.",
        "Interest was kept at three per cent.",
        "It killed about nine on the bridge.",
        "The list was cut by nine.",
        "He fired at two men.",
        "At five, she spoke three languages.",
        "They were at one.",
        "They won twenty to six.",
        "He was jailed at 19.",
        "A drop of nine, at most, is likely.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn ranges_and_bounds() {
    for (text, expected) in [
        (
            "It ran from 5 to 7 November.",
            "from 5 to 7 November = 2021-11-05 00:00 .. 2021-11-07 23:59",
        ),
        (
            "It ran Nov. 5-7, 2020.",
            "Nov. 5-7, 2020 = 2020-11-05 00:00 .. 2020-11-07 23:59",
        ),
        (
            "It ran between 2014 and 2016.",
            "between 2014 and 2016 = 2014-01-01 00:00 .. 2016-12-31 23:59",
        ),
        (
            "It ran 2009-2012.",
            "2009-2012 = 2009-01-01 00:00 .. 2012-12-31 23:59",
        ),
        (
            "It ran in 2009-12.",
            "2009-12 = 2009-01-01 00:00 .. 2012-12-31 23:59",
        ),
        (
            "It ran Monday from 9 a.m. to 5 p.m.",
            "Monday from 9 a.m. to 5 p.m. = 2021-11-08 09:00 .. 2021-11-08 17:00",
        ),
        (
            "It ran from January to March 2017.",
            "from January to March 2017 = 2017-01-01 00:00 .. 2017-03-31 23:59",
        ),
        (
            "It has run since 2015.",
            "since 2015 = 2015-01-01 00:00 .. ?",
        ),
        (
            "It should close by Friday.",
            "by Friday = ? .. 2021-11-05 23:59",
        ),
        (
            "It closed before 2010.",
            "before 2010 = ? .. 2009-12-31 23:59",
        ),
        (
            "It shut in mid-2016.",
            "mid-2016 = 2016-04-01 00:00 .. 2016-09-30 23:59",
        ),
        (
            "It shut in early 2014.",
            "early 2014 = 2014-01-01 00:00 .. 2014-05-31 23:59",
        ),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn what_is_no_time() {
    for text in [
        "The 43-year-old waited for two hours.",
        "He prays every Sunday and runs daily.",
        "They meet on the second Tuesday of each month.",
        "The Sunday Times and the Sunday Mirror reported it.",
        "She told USA Today about it.",
        "He may march with them for a second.",
        "Theresa May resigned.",
        "Flight 2010 landed with 2000 people and 1500 troops.",
        "August Wilson wrote plays.",
        "They lit candles for Bloody Sunday.",
        "It won by 3-1 and 24/7 shops stayed open after 9/11.",
        "It cost 2000 dollars, 1,976 of them in cash.",
        "The race took 2:53 in all.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn without_a_date_of_publication_the_parts_remain() {
    let found = facts("It struck on Sunday at 2:53 p.m. EST.", None);
    let value = value(&found[0]);
    assert_eq!(
        (value.earliest, value.latest, value.anchor),
        (None, None, Anchor::Unresolved)
    );
    assert_eq!(
        (value.parts.weekday, value.parts.clock, value.parts.offset),
        (Some(7), Some(14 * 60 + 53), Some(-300))
    );
    let found = facts("It struck on Nov. 7.", None);
    let parts = &self::value(&found[0]).parts;
    assert_eq!(
        (parts.month, parts.day, parts.year),
        (Some(11), Some(7), None)
    );
    let found = facts("It struck on 7 November 2021.", None);
    assert_eq!(self::value(&found[0]).anchor, Anchor::Absolute);
}
