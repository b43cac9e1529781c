//! Dates as mastheads, datelines and front matter write them.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex_lite::{Captures, Regex};

/// A month in words, in full or cut.
pub(super) const MONTH: &str =
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?";

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?xi)\b(?:
            (?P<y1>[0-9]{{4}})-(?P<m1>[0-9]{{1,2}})-(?P<d1>[0-9]{{1,2}})
          | (?P<m2>{MONTH})\ +(?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\ +(?P<y2>[0-9]{{4}})
          | (?P<d3>[0-9]{{1,2}})(?:st|nd|rd|th)?\ +(?P<m3>{MONTH}),?\ +(?P<y3>[0-9]{{4}})
          | (?P<m4>[0-9]{{1,2}})\ ?/\ ?(?P<d4>[0-9]{{1,2}})\ ?/\ ?(?P<y4>[0-9]{{4}})
        )(?:\b|T)"
    ))
    .expect("a sound pattern")
});

static DAY_OF_MONTH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?xi)^(?: (?P<m>{MONTH})\ +(?P<d>[0-9]{{1,2}}) | (?P<d2>[0-9]{{1,2}})\ +(?P<m2>{MONTH}) )$"
    ))
    .expect("a sound pattern")
});

/// The first date in some words, with its place.
pub(super) fn find_date(words: &str) -> Option<(std::ops::Range<usize>, Date)> {
    let found = DATE.captures(words)?;
    let whole = found.get(0)?.range();
    let number = |name: &str| {
        found
            .name(name)
            .and_then(|m| m.as_str().parse::<i16>().ok())
    };
    for n in 1..=4 {
        let Some(year) = number(&format!("y{n}")) else {
            continue;
        };
        let month = number(&format!("m{n}")).or_else(|| month_of(&found, &format!("m{n}")))?;
        let day = number(&format!("d{n}"))?;
        // 13/4/2007 can only be day first; 4/9/2007 is taken as American, as most such stamps are
        let (month, day) = if n == 4 && month > 12 {
            (day, month)
        } else {
            (month, day)
        };
        return Some((whole, civil(year, month, day)?));
    }
    None
}

/// The first date in some words.
pub(super) fn date_in(words: &str) -> Option<Date> {
    find_date(words).map(|(_, date)| date)
}

/// Month and day of "Nov 7" or "7 November".
pub(super) fn day_of_month(words: &str) -> Option<(i16, i16)> {
    let found = DAY_OF_MONTH.captures(words.trim())?;
    let day = found.name("d").or_else(|| found.name("d2"))?;
    let month = month_of(&found, "m").or_else(|| month_of(&found, "m2"))?;
    Some((month, day.as_str().parse().ok()?))
}

/// A date, if there is such a day.
pub(super) fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

fn month_of(found: &Captures<'_>, name: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let word = found.name(name)?.as_str().to_lowercase();
    let at = MONTHS.iter().position(|month| word.starts_with(month))?;
    i16::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates() {
        for (words, expected) in [
            ("2021-11-07T09:12Z", Some(date(2021, 11, 7))),
            ("Apr 12, 2007", Some(date(2007, 4, 12))),
            ("Updated Sept. 3rd, 2010 6 PM", Some(date(2010, 9, 3))),
            ("10 November 2021", Some(date(2021, 11, 10))),
            ("4/9/2007 6:04 PM", Some(date(2007, 4, 9))),
            ("23/9/2007", Some(date(2007, 9, 23))),
            ("30 February 2020", None),
            ("November 2021", None),
            ("no date", None),
        ] {
            assert_eq!(date_in(words), expected, "{words}");
        }
        assert_eq!(day_of_month("Nov 7"), Some((11, 7)));
        assert_eq!(day_of_month("7 November"), Some((11, 7)));
        assert_eq!(day_of_month("Nov"), None);
    }
}
