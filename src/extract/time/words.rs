//! The closed classes of words that times are made of.

/// Month names: number, and whether the word is also a common word or a first name, which calls for more context.
pub(super) fn month(lower: &str) -> Option<i8> {
    let number = match lower {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    };
    Some(number)
}

/// Whether the month's name is short for one: needs a day or a year beside it, or a point after it.
pub(super) fn is_short_month(lower: &str) -> bool {
    lower.len() <= 4 && !matches!(lower, "may" | "june" | "july")
}

/// Whether the month's name is a first name, a family name or a verb as well.
pub(super) fn is_doubtful_month(lower: &str) -> bool {
    matches!(
        lower,
        "march" | "mar" | "april" | "may" | "june" | "jun" | "august" | "jan"
    )
}

/// 1 = Monday to 7 = Sunday, for names in full.
pub(super) fn weekday(lower: &str) -> Option<i8> {
    let number = match lower {
        "monday" => 1,
        "tuesday" => 2,
        "wednesday" => 3,
        "thursday" => 4,
        "friday" => 5,
        "saturday" => 6,
        "sunday" => 7,
        _ => return None,
    };
    Some(number)
}

/// 1 = Monday to 7 = Sunday, for short forms; "sun" and "wed" mean a day only beside a date.
pub(super) fn short_weekday(lower: &str) -> Option<i8> {
    let number = match lower {
        "mon" => 1,
        "tue" | "tues" => 2,
        "wed" => 3,
        "thu" | "thur" | "thurs" => 4,
        "fri" => 5,
        "sat" => 6,
        "sun" => 7,
        _ => return None,
    };
    Some(number)
}

/// Length of time that "ago", "last" and "next" count in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

pub(super) fn unit(lower: &str) -> Option<Unit> {
    let unit = match lower {
        "minute" | "minutes" => Unit::Minute,
        "hour" | "hours" => Unit::Hour,
        "day" | "days" => Unit::Day,
        "week" | "weeks" => Unit::Week,
        "weekend" => Unit::Weekend,
        "fortnight" => Unit::Fortnight,
        "month" | "months" => Unit::Month,
        "quarter" | "quarters" => Unit::Quarter,
        "year" | "years" => Unit::Year,
        "decade" | "decades" => Unit::Decade,
        "century" | "centuries" => Unit::Century,
        _ => return None,
    };
    Some(unit)
}

/// Number words that stand before a unit of time or "o'clock", and the articles.
pub(super) fn number_word(lower: &str) -> Option<i32> {
    let number = match lower {
        "a" | "an" | "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        _ => return None,
    };
    Some(number)
}

/// Ordinals that stand before "quarter", "half", "week of", "Monday in" and "of May".
pub(super) fn ordinal_word(lower: &str) -> Option<i8> {
    let number = match lower {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        _ => return None,
    };
    Some(number)
}

/// Season by its name, as first and last month and day; winter's last day falls in the next year.
///
/// Generous at both ends: almanacs and meteorologists draw the lines three weeks apart.
pub(super) fn season(lower: &str) -> Option<((i8, i8), (i8, i8))> {
    let days = match lower {
        "spring" | "springtime" => ((3, 1), (6, 21)),
        "summer" | "summertime" => ((6, 1), (9, 22)),
        "autumn" | "fall" => ((9, 1), (12, 21)),
        "winter" | "wintertime" => ((12, 1), (3, 21)),
        _ => return None,
    };
    Some(days)
}

/// What a zone's name says about its distance from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// Minutes from UTC, all year.
    Fixed(i16),
    /// Winter offset of a zone of the United States; an hour more in summer. "ET", "Pacific time".
    UnitedStates(i16),
    /// "local time", "Baghdad time"
    Local,
}

/// Zone abbreviations as newspapers print them, in capitals (given here in lower case).
pub(super) fn zone(lower: &str) -> Option<Zone> {
    let zone = match lower {
        "gmt" | "utc" | "g.m.t." => Zone::Fixed(0),
        "bst" | "cet" | "wat" => Zone::Fixed(60),
        "cest" | "eet" | "sast" | "cat" => Zone::Fixed(120),
        "eest" | "msk" | "eat" => Zone::Fixed(180),
        "ist" => Zone::Fixed(330),
        "pkt" => Zone::Fixed(300),
        "hkt" | "sgt" | "awst" => Zone::Fixed(480),
        "jst" | "kst" => Zone::Fixed(540),
        "acst" => Zone::Fixed(570),
        "aest" => Zone::Fixed(600),
        "aedt" => Zone::Fixed(660),
        "nzst" => Zone::Fixed(720),
        "nzdt" => Zone::Fixed(780),
        "ast" | "edt" => Zone::Fixed(-240),
        "est" | "cdt" => Zone::Fixed(-300),
        "cst" | "mdt" => Zone::Fixed(-360),
        "mst" | "pdt" => Zone::Fixed(-420),
        "pst" | "akdt" => Zone::Fixed(-480),
        "akst" => Zone::Fixed(-540),
        "hst" => Zone::Fixed(-600),
        "et" => Zone::UnitedStates(-300),
        "ct" => Zone::UnitedStates(-360),
        "mt" => Zone::UnitedStates(-420),
        "pt" => Zone::UnitedStates(-480),
        _ => return None,
    };
    Some(zone)
}

/// Whether a lower-case word reads as a plural noun or a noun of people, so that a number before it counts.
pub(super) fn reads_as_counted(lower: &str) -> bool {
    if matches!(
        lower,
        "people"
            | "men"
            | "women"
            | "children"
            | "percent"
            | "per"
            | "police"
            | "million"
            | "billion"
    ) {
        return true;
    }
    lower.len() > 3
        && lower.ends_with('s')
        && !lower.ends_with("ss")
        && !lower.ends_with("us")
        && !lower.ends_with("'s")
        && !matches!(
            lower,
            "this" | "does" | "says" | "always" | "towards" | "perhaps" | "besides"
        )
}
