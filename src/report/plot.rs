//! Figures that the articles disagree on, drawn: for each, what every article says on one axis, in the order of time.
//!
//! ```text
//! guards wounded
//!   wire, 7 Nov     o six              o a number alone
//!   mill, 8 Nov        o seven         |---| what a hedge allows; an arrow where it has no end
//! ```
//!
//! Told apart by shape and words, not by colour.

use quick_xml::escape::escape;

use super::lookup::Lookup;
use super::rules::one_line;
use crate::{Article, Claim, Comparison, ConflictKind, FactValue, Finding, Interval, Quantity};

const WIDTH: f64 = 960.0;
/// Where the axis begins and ends; the labels stand before it.
const AXIS: (f64, f64) = (250.0, 640.0);
const ROW: f64 = 26.0;
const HEAD: f64 = 34.0;
const FOOT: f64 = 34.0;

/// What one article says of a figure.
struct Reading<'a> {
    article: &'a Article,
    interval: Interval,
    words: String,
    speaker: Option<&'a str>,
}

/// The figures as SVG; a page that says so when there is none.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let story = Lookup::new(comparison);
    let figures: Vec<(&Finding, Vec<Reading<'_>>)> = comparison
        .findings
        .iter()
        .map(|finding| (finding, readings(&story, finding)))
        .filter(|(_, readings)| readings.len() > 1)
        .collect();
    let mut body = String::new();
    let mut y = 12.0;
    for (finding, readings) in &figures {
        figure(&mut body, finding, readings, y);
        y += HEAD + ROW * readings.len() as f64 + FOOT;
    }
    if figures.is_empty() {
        body.push_str("<text x=\"20\" y=\"40\">The articles disagree on no figure.</text>\n");
        y = 70.0;
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {y}\" width=\"{WIDTH}\" height=\"{y}\" font-family=\"sans-serif\" \
         font-size=\"13\" role=\"img\">\n<title>Figures that the articles disagree on</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n{body}</svg>\n"
    )
}

/// What each article says of the figure that a finding conflicts on, by days and then in the order given.
fn readings<'a>(story: &Lookup<'a>, finding: &'a Finding) -> Vec<Reading<'a>> {
    let clashing = |claim: &Claim, quantity: &Quantity, span: crate::Span| {
        let numbers = finding
            .conflicts
            .iter()
            .filter(|conflict| conflict.kind == ConflictKind::Number);
        numbers
            .flat_map(|conflict| [&conflict.a, &conflict.b])
            .any(|side| side.claim == claim.id && side.span.overlaps(span))
            && (quantity.interval.low.is_some() || quantity.interval.high.is_some())
    };
    let mut measure = None;
    let mut found: Vec<Reading<'a>> = Vec::new();
    for claim in story.claims_of(finding) {
        let Some(article) = story.article_of(claim) else {
            continue;
        };
        for fact in &claim.facts {
            let FactValue::Quantity(quantity) = &fact.value else {
                continue;
            };
            if !clashing(claim, quantity, fact.span)
                || *measure.get_or_insert((quantity.measure, &quantity.unit))
                    != (quantity.measure, &quantity.unit)
            {
                continue;
            }
            let known = |reading: &Reading<'_>| {
                reading.article.id == article.id && reading.interval == quantity.interval
            };
            if !found.iter().any(known) {
                found.push(Reading {
                    article,
                    interval: quantity.interval,
                    words: one_line(&fact.text),
                    speaker: claim.speaker.as_ref().map(|speaker| speaker.name.as_str()),
                });
            }
        }
    }
    found.sort_by_key(|reading| {
        (
            reading.article.published.is_none(),
            reading.article.published,
        )
    });
    found
}

fn figure(body: &mut String, finding: &Finding, readings: &[Reading<'_>], top: f64) {
    let ends = |interval: &Interval| [interval.low, interval.high];
    let values: Vec<f64> = readings
        .iter()
        .flat_map(|reading| ends(&reading.interval))
        .flatten()
        .collect();
    let (mut least, mut most) = values
        .iter()
        .fold((f64::MAX, f64::MIN), |(low, high), value| {
            (low.min(*value), high.max(*value))
        });
    let room = ((most - least) * 0.15).max(most.abs() * 0.02).max(0.5);
    (least, most) = (least - room, most + room);
    let x = |value: f64| AXIS.0 + (value - least) / (most - least) * (AXIS.1 - AXIS.0);
    body.push_str(&format!(
        "<text x=\"20\" y=\"{:.1}\" font-weight=\"bold\">{} {}</text>\n",
        top + 18.0,
        finding.id,
        escape(one_line(&finding.subject))
    ));
    for (number, reading) in readings.iter().enumerate() {
        let y = top + HEAD + ROW * number as f64 + ROW / 2.0;
        let mut name = format!(
            "{} {}",
            reading.article.id,
            shortened(&reading.article.label, 22)
        );
        if let Some(day) = reading.article.published {
            name.push_str(&day.strftime(", %-d %b").to_string());
        }
        body.push_str(&format!(
            "<text x=\"20\" y=\"{:.1}\">{}</text>\n",
            y + 4.0,
            escape(name)
        ));
        body.push_str(&format!(
            "<line x1=\"{:.1}\" y1=\"{y:.1}\" x2=\"{:.1}\" y2=\"{y:.1}\" stroke=\"#ccc\"/>\n",
            AXIS.0, AXIS.1
        ));
        mark(body, reading.interval, y, &x);
        let mut words = shortened(&reading.words, 26);
        if let Some(speaker) = reading.speaker {
            words.push_str(&format!(" \u{2014} {}", shortened(speaker, 18)));
        }
        body.push_str(&format!(
            "<text x=\"{:.1}\" y=\"{:.1}\">{}</text>\n",
            AXIS.1 + 14.0,
            y + 4.0,
            escape(words)
        ));
    }
    let below = top + HEAD + ROW * readings.len() as f64 + 14.0;
    let mut ticks = values;
    ticks.sort_by(f64::total_cmp);
    ticks.dedup();
    let mut last = f64::MIN;
    for value in ticks {
        // numbers that would run into each other are left out
        if x(value) - last >= 46.0 {
            last = x(value);
            body.push_str(&format!("<text x=\"{last:.1}\" y=\"{below:.1}\" text-anchor=\"middle\" font-size=\"11\">{}</text>\n", number(value)));
        }
    }
}

/// A circle for a number, a bar for a range, an arrow where it has no end.
fn mark(body: &mut String, interval: Interval, y: f64, x: &impl Fn(f64) -> f64) {
    let stroke = "stroke=\"#000\" stroke-width=\"2\" fill=\"none\"";
    match (interval.low, interval.high) {
        (Some(low), Some(high)) if low == high => {
            body.push_str(&format!(
                "<circle cx=\"{:.1}\" cy=\"{y:.1}\" r=\"5\" fill=\"#000\"/>\n",
                x(low)
            ));
        }
        (low, high) => {
            let (from, to) = (low.map_or(AXIS.0, x), high.map_or(AXIS.1, x));
            body.push_str(&format!(
                "<path d=\"M{from:.1} {y:.1}H{to:.1}\" {stroke}/>\n"
            ));
            for (end, at, outward) in [(low, from, -6.0), (high, to, 6.0)] {
                let shape = match end {
                    Some(_) => format!("M{at:.1} {:.1}V{:.1}", y - 6.0, y + 6.0),
                    None => format!(
                        "M{:.1} {:.1}L{at:.1} {y:.1}L{:.1} {:.1}",
                        at - outward,
                        y - 5.0,
                        at - outward,
                        y + 5.0
                    ),
                };
                body.push_str(&format!("<path d=\"{shape}\" {stroke}/>\n"));
            }
        }
    }
}

fn shortened(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let kept: String = words.chars().take(most - 1).collect();
    format!("{}\u{2026}", kept.trim_end())
}

/// With groups of three digits, and no more places than it has.
fn number(value: f64) -> String {
    let written = format!("{:.2}", value.abs());
    let (whole, places) = written.split_once('.').unwrap_or((&written, ""));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let places = places.trim_end_matches('0');
    let sign = if value < 0.0 { "-" } else { "" };
    if places.is_empty() {
        format!("{sign}{grouped}")
    } else {
        format!("{sign}{grouped}.{places}")
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_as_people_write_them() {
        for (value, written) in [
            (6.0, "6"),
            (1500.0, "1,500"),
            (4_200_000.0, "4,200,000"),
            (2.5, "2.5"),
            (-3.25, "-3.25"),
            (0.0, "0"),
        ] {
            assert_eq!(number(value), written);
        }
    }
}
