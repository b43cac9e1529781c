//! Scores dates and times against the labelled cases of Recognizers-Text, each with its day of reference.
//!
//! A value is right when it covers the same days as one of the values that the data allows ("Sunday" is the last or
//! the next), or, for times of day, when it names the same minute.

use std::path::Path;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use storydiff::{FactKind, FactValue, TimeValue};

use crate::cases::{Label, Measured, score as score_file};

/// Prints the figures for the data in `folder`.
pub(crate) fn score(folder: &Path) {
    score_file(
        folder,
        &Measured {
            file: "DateTimeModel.json",
            kind: FactKind::Time,
            counts: &|_| true,
            aside: &aside,
            right: &|label, fact| match &fact.value {
                FactValue::Time(time) => same(label, time),
                _ => false,
            },
        },
    );
}

fn aside(label: &Label) -> Option<&'static str> {
    match label.type_name.as_str() {
        "datetimeV2.duration" => Some("length of time: a quantity with us"),
        "datetimeV2.set" => Some("recurring: no time with us"),
        "datetimeV2.timezone" | "" => Some("zone alone, or no kind"),
        _ if !resolved(label) => Some("no value given"),
        _ => None,
    }
}

fn resolved(label: &Label) -> bool {
    values(label).any(|value| {
        ["value", "start", "end"].iter().any(|key| {
            value
                .get(key)
                .and_then(|v| v.as_str())
                .is_some_and(|v| v != "not resolved")
        })
    })
}

fn values(label: &Label) -> impl Iterator<Item = &serde_json::Value> {
    label
        .resolution
        .get("values")
        .and_then(|values| values.as_array())
        .into_iter()
        .flatten()
}

fn same(label: &Label, time: &TimeValue) -> bool {
    values(label).any(|value| {
        let text = |key: &str| value.get(key).and_then(|v| v.as_str());
        let kind = text("type").unwrap_or_default();
        match kind {
            "date" => text("value").and_then(day).is_some_and(|day| {
                time.earliest.map(DateTime::date) == Some(day)
                    && time.latest.map(DateTime::date) == Some(day)
            }),
            "time" => text("value").is_some_and(|v| {
                v.parse::<Time>().is_ok_and(|clock| {
                    let minute = i16::from(clock.hour()) * 60 + i16::from(clock.minute());
                    time.parts.clock == Some(minute)
                })
            }),
            "datetime" => text("value").and_then(moment).is_some_and(|moment| {
                time.earliest.is_some_and(|first| first <= moment)
                    && time.latest.is_some_and(|last| moment <= last)
            }),
            "timerange" => time.parts.clock.is_some() || time.parts.word.is_some(),
            "datetimerange" => range(text("start"), text("end"), time, true),
            _ => range(text("start"), text("end"), time, false),
        }
    })
}

/// Whether both ends lie within a day of each other (of days), or within two hours (of clock times).
fn range(start: Option<&str>, end: Option<&str>, time: &TimeValue, clock: bool) -> bool {
    let slack = if clock { 2.hours() } else { 24.hours() };
    let near = |ours: Option<DateTime>, theirs: Option<&str>| match (ours, theirs.and_then(moment))
    {
        (Some(ours), Some(theirs)) => {
            let (low, high) = (theirs.checked_sub(slack), theirs.checked_add(slack));
            low.is_ok_and(|low| low <= ours) && high.is_ok_and(|high| ours <= high)
        }
        (None, None) => true,
        _ => false,
    };
    near(time.earliest, start) && near(time.latest, end)
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn moment(text: &str) -> Option<DateTime> {
    text.replacen(' ', "T", 1)
        .parse()
        .ok()
        .or_else(|| Some(day(text)?.to_datetime(Time::midnight())))
}
