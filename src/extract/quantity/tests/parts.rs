//! Parts of a unit, one of it, and numbers that are written as words or fractions.

use super::{check, values};

#[test]
fn parts_of_a_unit_and_one_of_it() {
    check(
        values,
        &[
            ("half an hour", &["half an hour | duration 1710..1890 s"]),
            ("a half-hour talk", &["a half-hour | duration 1710..1890 s"]),
            (
                "half a ton of coal",
                &["half a ton | mass 430.913..476.272 kg"],
            ),
            (
                "by half a percentage point",
                &["half a percentage point | percentagepoints 0.475..0.525"],
            ),
            (
                "rates rose by a quarter point",
                &["a quarter point | percentagepoints 0.238..0.263"],
            ),
            (
                "nearly a kilometre",
                &["nearly a kilometre | length 900..1050 m"],
            ),
            (
                "in less than a minute",
                &["less than a minute | duration 0..60 s"],
            ),
            (
                "at least a full day",
                &["at least a full day | duration 82080.. s"],
            ),
            (
                "a 4-1/2-month term",
                &["4-1/2-month | duration 11702610..11965590 s"],
            ),
            (
                "4 1/2 miles",
                &["4 1/2 miles | length 7161.581..7322.515 m"],
            ),
            ("hit twice with a bat", &["twice | count 2"]),
            (
                "temperatures of minus 20",
                &["minus 20 | temperature -21..-19"],
            ),
            // nothing is measured
            ("a kilometre away", &[]),
            ("about a year ago", &[]),
            ("over a year, sales rose", &[]),
            ("the half-year profit", &[]),
            ("a mile-long queue", &[]),
            ("twice as many", &[]),
            ("twice a week", &[]),
        ],
    );
}
