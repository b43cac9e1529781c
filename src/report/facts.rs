//! A typed value -> what it was taken to mean, in words.
//!
//! ```text
//! "six of his guards were wounded"  six             -> 6 guards (injure)
//! "on Sunday"                       Sunday          -> 2021-11-07
//! "more than $2.6 million"          more than ...   -> 2,600,000 USD or more
//! ```

use jiff::civil::{DateTime, Time};

use crate::{
    Anchor, Fact, FactKind, FactValue, Hedge, Interval, Measure, NameValue, Quantity, TimeParts,
    TimeValue,
};

/// Days from Monday.
const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// What the words of a fact were taken to mean.
pub(super) fn meaning(fact: &Fact) -> String {
    match &fact.value {
        FactValue::Quantity(value) => quantity(value),
        FactValue::Time(value) => time(value),
        FactValue::Name(value) => name(fact, value),
        FactValue::Quotation(_) => "quotation".to_owned(),
    }
}

fn quantity(value: &Quantity) -> String {
    let mut meaning = match value.measure {
        Measure::Score => score(value),
        Measure::Ordinal => format!("number {} in order", amount(value.interval, "")),
        Measure::Label => format!("{}, a name", amount(value.interval, "")),
        Measure::Magnitude => format!("magnitude {}", amount(value.interval, "")),
        Measure::Percent => amount(value.interval, "%"),
        Measure::PercentagePoints => amount(value.interval, " percentage points"),
        Measure::Duration => duration(value.interval),
        _ => match value.unit.as_deref() {
            Some("year") => amount(value.interval, " years"),
            Some(unit) => amount(value.interval, &format!(" {unit}")),
            None => amount(value.interval, ""),
        },
    };
    if value.hedge == Hedge::About {
        meaning.insert_str(0, "about ");
    }
    let counted = value.counted_phrase.as_ref().or(value.counted.as_ref());
    if let Some(counted) = counted
        && !matches!(value.measure, Measure::Label | Measure::Ordinal)
    {
        meaning.push(' ');
        meaning.push_str(counted);
    }
    if let Some(event) = &value.event {
        meaning.push_str(&format!(" ({event})"));
    }
    meaning
}

fn score(value: &Quantity) -> String {
    let first = value.interval.low.map(number).unwrap_or_default();
    match (&value.unit, value.nominal) {
        (Some(second), _) => format!("{first}-{second}"),
        (None, Some(second)) => format!("{first}-{}", number(second)),
        (None, None) => first,
    }
}

/// "6", "24 to 99", "40 or more".
fn amount(interval: Interval, unit: &str) -> String {
    match (interval.low, interval.high) {
        (Some(low), Some(high)) if low.total_cmp(&high).is_eq() => format!("{}{unit}", number(low)),
        (Some(low), Some(high)) => format!("{} to {}{unit}", number(low), number(high)),
        (Some(low), None) => format!("{}{unit} or more", number(low)),
        (None, Some(high)) => format!("{}{unit} or less", number(high)),
        (None, None) => format!("any number{unit}"),
    }
}

/// In the largest unit that comes out even.
fn duration(seconds: Interval) -> String {
    let even = |size: f64| {
        let fits = |end: Option<f64>| end.is_none_or(|end| end % size == 0.0 && end != 0.0);
        fits(seconds.low) && fits(seconds.high)
    };
    let units = [(86_400.0, " days"), (3_600.0, " hours"), (60.0, " minutes")];
    let (size, unit) = units
        .into_iter()
        .find(|(size, _)| even(*size))
        .unwrap_or((1.0, " seconds"));
    let scaled = Interval {
        low: seconds.low.map(|end| end / size),
        high: seconds.high.map(|end| end / size),
    };
    amount(scaled, unit)
}

/// With commas between thousands and at most three decimals.
fn number(value: f64) -> String {
    let rounded = format!("{:.3}", value.abs());
    let (whole, decimals) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let decimals = decimals.trim_end_matches('0');
    let mut text = String::new();
    if value < 0.0 {
        text.push('-');
    }
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push('.');
        text.push_str(decimals);
    }
    text
}

fn time(value: &TimeValue) -> String {
    match (value.earliest, value.latest) {
        (Some(from), Some(to)) if from == to => moment(from),
        (Some(from), Some(to)) if from.date() == to.date() => {
            let whole = from.time() == Time::midnight() && to.hour() == 23 && to.minute() == 59;
            if whole {
                from.date().to_string()
            } else {
                format!("{} to {}", moment(from), to.strftime("%H:%M"))
            }
        }
        (Some(from), Some(to)) => format!("{} to {}", from.date(), to.date()),
        (Some(from), None) => format!("from {}", from.date()),
        (None, Some(to)) => format!("until {}", to.date()),
        (None, None) => unplaced(value),
    }
}

fn moment(at: DateTime) -> String {
    at.strftime("%Y-%m-%d %H:%M").to_string()
}

/// What a time without a date says by itself.
fn unplaced(value: &TimeValue) -> String {
    let parts = words_of(&value.parts);
    let why = match value.anchor {
        Anchor::Unresolved => "no date to place it by",
        _ => "open",
    };
    if parts.is_empty() {
        why.to_owned()
    } else {
        format!("{} ({why})", parts.join(" "))
    }
}

fn words_of(parts: &TimeParts) -> Vec<String> {
    let mut words = Vec::new();
    let weekday = parts.weekday.and_then(|day| usize::try_from(day).ok());
    words.extend(
        weekday
            .and_then(|day| WEEKDAYS.get(day.checked_sub(1)?))
            .map(|&day| day.to_owned()),
    );
    words.extend(parts.year.map(|year| format!("year {year}")));
    words.extend(parts.month.map(|month| format!("month {month}")));
    words.extend(parts.day.map(|day| format!("day {day}")));
    words.extend(
        parts
            .clock
            .map(|clock| format!("{:02}:{:02}", clock / 60, clock % 60)),
    );
    words.extend(parts.word.clone());
    words
}

fn name(fact: &Fact, value: &NameValue) -> String {
    let kind = match fact.kind {
        FactKind::Person => "person",
        FactKind::Organisation => "organisation",
        FactKind::Place => "place",
        _ => "name",
    };
    match &value.title {
        None if value.canonical == fact.text => kind.to_owned(),
        Some(title) => format!("{}, {title} ({kind})", value.canonical),
        None => format!("{} ({kind})", value.canonical),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::fixture::values::{dockers, measure, name, time};
    use super::*;
    use crate::{Grain, Span};

    fn meant(kind: FactKind, value: FactValue) -> String {
        meaning(&Fact {
            kind,
            span: Span::new(0, 1),
            text: "x".to_owned(),
            value,
        })
    }

    #[test]
    fn quantities_in_words() {
        for (value, expected) in [
            (dockers(6.0, Some(6.0), Hedge::Exact), "6 dockers (injure)"),
            (
                dockers(24.0, Some(99.0), Hedge::Vague),
                "24 to 99 dockers (injure)",
            ),
            (
                dockers(40.0, None, Hedge::AtLeast),
                "40 or more dockers (injure)",
            ),
            (
                dockers(38.0, Some(42.0), Hedge::About),
                "about 38 to 42 dockers (injure)",
            ),
            (measure(Measure::Money, 2_600_000.0, "USD"), "2,600,000 USD"),
            (measure(Measure::Percent, 12.5, ""), "12.5%"),
            (
                measure(Measure::PercentagePoints, 3.0, ""),
                "3 percentage points",
            ),
            (measure(Measure::Duration, 32_400.0, "s"), "9 hours"),
            (measure(Measure::Duration, 5_400.0, "s"), "90 minutes"),
            (measure(Measure::Age, 71.0, "year"), "71 years"),
            (measure(Measure::Ordinal, 3.0, ""), "number 3 in order"),
            (measure(Measure::Magnitude, 6.2, ""), "magnitude 6.2"),
            (measure(Measure::Temperature, -1234.5, "C"), "-1,234.5 C"),
            (measure(Measure::Length, 0.0, "m"), "0 m"),
        ] {
            assert_eq!(meant(FactKind::Quantity, value), expected);
        }
    }

    #[test]
    fn times_in_words() {
        let day = date(2021, 11, 7);
        let at = |hour, minute| Some(day.at(hour, minute, 0, 0));
        let end = |last: jiff::civil::Date| Some(last.at(23, 59, 59, 0));
        for (earliest, latest, expected) in [
            (at(0, 0), end(day), "2021-11-07"),
            (at(6, 0), at(11, 59), "2021-11-07 06:00 to 11:59"),
            (at(9, 30), at(9, 30), "2021-11-07 09:30"),
            (
                at(0, 0),
                end(date(2021, 11, 30)),
                "2021-11-07 to 2021-11-30",
            ),
            (at(0, 0), None, "from 2021-11-07"),
            (None, end(day), "until 2021-11-07"),
        ] {
            assert_eq!(
                meant(FactKind::Time, time(earliest, latest, Grain::Day)),
                expected
            );
        }
        let mut unplaced = TimeValue {
            earliest: None,
            latest: None,
            grain: Grain::Minute,
            parts: TimeParts {
                weekday: Some(7),
                clock: Some(570),
                ..TimeParts::default()
            },
            anchor: Anchor::Unresolved,
        };
        let said = meant(FactKind::Time, FactValue::Time(unplaced.clone()));
        assert_eq!(said, "Sunday 09:30 (no date to place it by)");
        // A weekday that no calendar has must not break the report.
        unplaced.parts.weekday = Some(-1);
        let said = meant(FactKind::Time, FactValue::Time(unplaced));
        assert_eq!(said, "09:30 (no date to place it by)");
    }

    #[test]
    fn names_in_words() {
        let ruiz = name("Ana Ruiz", 0, Some("mayor"));
        assert_eq!(meant(FactKind::Person, ruiz), "Ana Ruiz, mayor (person)");
        let harlow = name("Harlow", 1, None);
        assert_eq!(meant(FactKind::Place, harlow), "Harlow (place)");
    }
}
