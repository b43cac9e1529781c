//! Lines at the top of a text -> title, date, outlet.

use super::*;
use jiff::civil::date;

fn kinds(text: &str) -> Vec<(MetadataKind, &str)> {
    let found = masthead(text, 0, None);
    let told = found.metadata.iter();
    told.map(|m| (m.kind, m.span.slice(text))).collect()
}

#[test]
fn a_whole_masthead() {
    let text = "Drones hit palace\n\nUpdated 8 November 2021 6:04 PM GMT\nBy Jane Doe, Staff Writer\n\
        BAGHDAD, Nov 7 (Capital Wire) - Two were shot.\nMore.";
    assert_eq!(
        kinds(text),
        [
            (MetadataKind::Title, "Drones hit palace"),
            (
                MetadataKind::TimeStamp,
                "Updated 8 November 2021 6:04 PM GMT"
            ),
            (MetadataKind::Byline, "By Jane Doe, Staff Writer"),
            (MetadataKind::Dateline, "BAGHDAD, Nov 7 (Capital Wire) - "),
        ]
    );
    let found = masthead(text, 0, None);
    assert_eq!(found.outlet.as_deref(), Some("Capital Wire"));
    assert_eq!(found.published, Some(date(2021, 11, 8)));
}

#[test]
fn datelines() {
    for (line, opening, outlet) in [
        (
            "SULAIMANI (ESTA) \u{2014} Two fell.",
            "SULAIMANI (ESTA) \u{2014} ",
            Some("ESTA"),
        ),
        (
            "Washington D.C., 10 November 2021, (TDI): Two fell.",
            "Washington D.C., 10 November 2021, (TDI): ",
            Some("TDI"),
        ),
        ("NEW YORK -- Two fell.", "NEW YORK -- ", None),
        (
            "SALT LAKE CITY, Utah - Two fell.",
            "SALT LAKE CITY, Utah - ",
            None,
        ),
        ("(CNN) -- Two fell.", "(CNN) -- ", Some("CNN")),
        (
            "BAGHDAD, Nov. 7 \u{2014} Two fell.",
            "BAGHDAD, Nov. 7 \u{2014} ",
            None,
        ),
    ] {
        let found = dateline(line).expect(line);
        assert_eq!(
            (&line[..found.length], found.outlet.as_deref()),
            (opening, outlet)
        );
    }
    for line in [
        "UPDATE: two fell.",
        "Two fell - and six rose.",
        "Police \u{2014} who came late \u{2014} shot two.",
        "The Army (USA) won.",
        "Obama: we won.",
        "BAGHDAD fell \u{2014} at last.",
        "Six-year-old boy found.",
        "",
    ] {
        assert!(dateline(line).is_none(), "{line}");
    }
}

#[test]
fn stamps_and_bylines_are_whole_lines() {
    for line in [
        "Apr 12, 2007",
        "Posted on November 15, 2011 6:07: 15 PM GMT+01: 0",
        "Published: 2021-11-07T09:12Z",
        "Mon, 4/9/2007 6:04 PM ET",
        "3/8 / 2011 7:21pm",
        "Tue Mar 8, 2011 7: 21p",
        "Posted: March 8, 2011 9:31 a.m. ET Last Updated: March 9, 2011 7:02 P.M. ET",
        "7:21am UK, Tuesday 08 March 2011",
        "Tuesday March 8, 2011 @ 7: 21am PDT",
        "Updated 7:21 PM",
    ] {
        assert!(time_stamp(line).is_some(), "{line}");
    }
    for line in [
        "On November 15, 2011 the ship sank",
        "He was born on 7 May 1980.",
        "6:04 PM",
        "Updated",
        "Updated at 6:04 PM by the police",
        "May 4, 2007 to May 6, 2007: six dead",
    ] {
        assert!(time_stamp(line).is_none(), "{line}");
    }
    for (line, is) in [
        ("By Jane Doe", true),
        ("By JOHN SMITH and A. Poe, Associated Press", true),
        ("By Monday the fire was out", false),
        ("By then six had died.", false),
    ] {
        assert_eq!(BYLINE.is_match(line), is, "{line}");
    }
}

#[test]
fn a_single_line_is_no_title() {
    assert_eq!(kinds("Two fell"), []);
    assert_eq!(kinds("Two fell.\nSix rose."), []);
    assert_eq!(kinds("***\nSix rose."), []);
    assert_eq!(
        kinds("Two fell\nSix rose."),
        [(MetadataKind::Title, "Two fell")]
    );
}

#[test]
fn nothing_else_is_found_in_a_known_title() {
    let text = "Fire:\nBy Jane Doe\n\nBy John Poe\nSix rose.";
    let found = masthead(text, 0, Some(Span::new(0, 17)));
    let told: Vec<_> = found
        .metadata
        .iter()
        .map(|m| (m.kind, m.span.slice(text)))
        .collect();
    assert_eq!(
        told,
        [
            (MetadataKind::Title, "Fire:\nBy Jane Doe"),
            (MetadataKind::Byline, "By John Poe")
        ]
    );
}

#[test]
fn a_day_takes_the_year_that_the_text_gives() {
    let published = |text| masthead(text, 0, None).published;
    assert_eq!(
        published("ROME, Nov 7 (X) - Two fell on 6 November 2021."),
        Some(date(2021, 11, 7))
    );
    for text in [
        "ROME, Nov 7 (X) - Two fell.",
        "ROME, Nov 7 (X) - The poet, born on 7 May 1980, fell.",
        "ROME, Nov 7 (X) - Two fell on 6 November 2021, as on 6 November 2011.",
        "ROME, Feb 29 (X) - Two fell on 27 February 2021.",
    ] {
        assert_eq!(published(text), None, "{text}");
    }
}
