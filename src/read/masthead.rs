//! Lines and openings that are about the article: headline, time stamp, byline, dateline.
//!
//! ```text
//! Drones hit palace                                  title
//! Updated 8 November 2021 6:04 PM GMT                time stamp   published 2021-11-08
//! By Jane Doe, Staff Writer                          byline
//! BAGHDAD, Nov 7 (Capital Wire) - Two were shot.     dateline     outlet Capital Wire, published 2021-11-07
//! ```
//!
//! Precision comes first: what is taken for a byline or a dateline is no claim any more.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex_lite::Regex;

use super::calendar::{self, MONTH};
use crate::{Metadata, MetadataKind, Span};

/// Lines from the top among which time stamps and bylines are looked for.
const MASTHEAD_LINES: usize = 8;
/// Lines of running text, from the first, that may open with a dateline.
const DATELINE_LINES: usize = 3;
/// Most words of a headline.
const TITLE_WORDS: usize = 22;
/// Longest time stamp line and longest byline, in bytes.
const STAMP_LENGTH: usize = 90;

/// Days between a dateline without a year and the dates of its text that may lend theirs: reports tell of the last and
/// the coming weeks.
const NEAR_DAYS: i32 = 31;

/// What the top of a text says about the article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Masthead {
    pub(super) title: Option<Span>,
    pub(super) outlet: Option<String>,
    pub(super) published: Option<Date>,
    /// In text order.
    pub(super) metadata: Vec<Metadata>,
}

/// What a time stamp may hold besides its date.
static STAMP_REST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)^(?: [zZ\ \t0-9:.,|@+()/\x{2013}\x{2014}-]
          | (?i: (?: \b | [0-9] ) [ap] (?: \.?m )? \b \.? )
          | (?i: \b(?: at | on | gmt | utc | [ecmp][sd]?t | bst | ist | cet | uk | local | time | z | t
            | (?:last\ +|first\ +)?(?:updated|posted|published|modified) | date
            | (?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)? )\b\.? )
        )*$",
    )
    .expect("a sound pattern")
});

/// What makes a time stamp of a line that gives the hour alone.
static STAMP_VERB: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:last |first )?(?:updated|posted|published|modified)\b[ -~]*[0-9]")
        .expect("a sound pattern")
});

static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)^(?:By|BY|by)\ +[A-Z][^\ ,|&/]*
          (?:[\ ,|&/\x{2013}\x{2014}-]+(?:[A-Z][^\ ,|&/]*|and|of|for|the|in|de|van|von|al|el))*$",
    )
    .expect("a sound pattern")
});

/// A word of a place. It is spelled without classes of all letters: compiling those took half the time of a whole run
/// (callgrind, 2026-11).
const WORD: &str = r"[A-Z\x{C0}-\x{DE}][^\ ,():_\x{2014}\x{2013}]*";

static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?x)^
        (?P<place> {WORD} (?:\ {WORD}){{0,3}} (?:,\ ?{WORD}(?:\ {WORD})?){{0,2}} )?
        (?: [,\ ]+ (?P<date> {MONTH}\ +[0-9]{{1,2}}(?:,?\ [0-9]{{4}})? | [0-9]{{1,2}}\ +{MONTH}(?:,?\ [0-9]{{4}})? ) )?
        [,\ ]*
        (?: \( (?P<outlet> [A-Z][^()]* ) \) )?
        ,?\ * (?P<mark> \x{{2014}} | \x{{2013}} | --+ | -\  | : | _ ) \ *"
    ))
    .expect("a sound pattern")
});

/// Words in capitals that open a line and are no place.
const NO_PLACES: [&str; 12] = [
    "UPDATE",
    "BREAKING",
    "EXCLUSIVE",
    "LIVE",
    "WATCH",
    "VIDEO",
    "CORRECTION",
    "ANALYSIS",
    "OPINION",
    "PHOTOS",
    "NOTE",
    "READ",
];

/// Looks at the lines of a text; `title` and `start` are known from elsewhere (a Markdown heading, front matter).
pub(super) fn masthead(text: &str, start: usize, title: Option<Span>) -> Masthead {
    let mut found = Masthead {
        title,
        ..Masthead::default()
    };
    if let Some(span) = title {
        found.add(span, MetadataKind::Title);
    }
    let lines: Vec<Span> = lines(text, start);
    let mut day_only = None;
    let mut running = 0;
    for (number, &line) in lines.iter().enumerate() {
        if title.is_some_and(|title| title.overlaps(line)) {
            continue;
        }
        let words = line.slice(text);
        if number < MASTHEAD_LINES && running <= 1 {
            if let Some(date) = time_stamp(words) {
                found.published = found.published.or(date);
                found.add(line, MetadataKind::TimeStamp);
                continue;
            }
            if words.len() <= STAMP_LENGTH && BYLINE.is_match(words) {
                found.add(line, MetadataKind::Byline);
                continue;
            }
        }
        if number == 0 && found.title.is_none() && lines.len() > 1 && is_title(words) {
            found.title = Some(line);
            found.add(line, MetadataKind::Title);
            continue;
        }
        if let Some(dateline) = dateline(words) {
            found.outlet = found.outlet.or(dateline.outlet);
            found.published = found.published.or(dateline.date);
            day_only = day_only.or(dateline.day_only);
            let end = line.start + dateline.length;
            found.add(Span::new(line.start, end), MetadataKind::Dateline);
            break;
        }
        running += 1;
        if running >= DATELINE_LINES {
            break;
        }
    }
    if let (None, Some((month, day))) = (found.published, day_only) {
        found.published = with_year(text, month, day);
    }
    found.metadata.sort_by_key(|metadata| metadata.span);
    found
}

impl Masthead {
    fn add(&mut self, span: Span, kind: MetadataKind) {
        self.metadata.push(Metadata { span, kind });
    }
}

/// Lines that are not blank, trimmed.
fn lines(text: &str, start: usize) -> Vec<Span> {
    let mut at = start;
    let mut found = Vec::new();
    for raw in text[start..].split_inclusive('\n') {
        let lead = raw.len() - raw.trim_start().len();
        let words = raw.trim();
        if !words.is_empty() {
            found.push(Span::new(at + lead, at + lead + words.len()));
        }
        at += raw.len();
        if found.len() > MASTHEAD_LINES + DATELINE_LINES {
            break;
        }
    }
    found
}

/// What a line that is nothing but a time stamp says: its first date, if it gives more than the hour.
fn time_stamp(line: &str) -> Option<Option<Date>> {
    if line.len() > STAMP_LENGTH {
        return None;
    }
    let mut first = None;
    let mut rest = line;
    while let Some((place, date)) = calendar::find_date(rest) {
        if !STAMP_REST.is_match(&rest[..place.start]) {
            return None;
        }
        first = first.or(Some(date));
        rest = &rest[place.end..];
    }
    let stamped = first.is_some() || STAMP_VERB.is_match(line);
    (stamped && STAMP_REST.is_match(rest)).then_some(first)
}

/// Whether the first line reads like a headline.
fn is_title(line: &str) -> bool {
    let ends_open = !line.ends_with(['.', ':', ';', ',']) || line.ends_with("U.S.");
    let has_words = line.chars().any(char::is_alphanumeric);
    has_words
        && ends_open
        && line.split_whitespace().count() <= TITLE_WORDS
        && dateline(line).is_none()
}

struct Dateline {
    length: usize,
    outlet: Option<String>,
    date: Option<Date>,
    /// Month and day of a date without a year.
    day_only: Option<(i16, i16)>,
}

fn dateline(line: &str) -> Option<Dateline> {
    let found = DATELINE.captures(line)?;
    let place = found.name("place").map(|m| m.as_str());
    let outlet = found.name("outlet").map(|m| m.as_str().to_owned());
    let written = found.name("date").map(|m| m.as_str());
    let mark = found.name("mark").map_or("", |m| m.as_str());
    let length = found.get(0)?.len();
    let in_capitals = place.is_some_and(|place| {
        let first = place.split(',').next().unwrap_or(place);
        let letters: Vec<char> = first.chars().filter(|c| c.is_alphabetic()).collect();
        letters.len() >= 3
            && letters.iter().all(|c| c.is_uppercase())
            && !NO_PLACES.contains(&first.split(' ').next().unwrap_or(first))
    });
    let dash = !matches!(mark, ":" | "_");
    let sure = match (place, &outlet, written) {
        (_, Some(_), _) => true,
        (Some(_), None, Some(_)) => true,
        (Some(_), None, None) => in_capitals && dash,
        _ => false,
    };
    // an opening that is all there is to the line is no dateline
    (sure && length < line.len()).then(|| Dateline {
        length,
        outlet,
        date: written.and_then(calendar::date_in),
        day_only: written.and_then(calendar::day_of_month),
    })
}

/// The day of publication by the dates of the text that give their year: all must lie near it, for a text may well
/// give no other year than that of somebody's birth.
fn with_year(text: &str, month: i16, day: i16) -> Option<Date> {
    let mut at = 0;
    let mut published = None;
    while let Some((place, date)) = calendar::find_date(text.get(at..)?) {
        let candidate = calendar::civil(date.year(), month, day)?;
        let days = date.until(candidate).ok()?.get_days();
        if days.abs() > NEAR_DAYS || published.is_some_and(|known| known != candidate) {
            return None;
        }
        published = Some(candidate);
        at += place.end;
    }
    published
}

#[cfg(test)]
mod tests;
