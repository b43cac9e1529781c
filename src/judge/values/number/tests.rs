//! Pairs of numbers, clashing and not.

use super::super::super::pair::testing::compared;
use super::compare;
use crate::Strength;

#[test]
fn numbers_that_clash() {
    for (a, b, strength) in [
        (
            "Six guards were hurt.",
            "Seven guards were hurt.",
            Strength::Hard,
        ),
        (
            "Six guards were hurt.",
            "Seven of his guards were hurt.",
            Strength::Hard,
        ),
        (
            "The flood cost $5 million.",
            "The flood cost $8 million.",
            Strength::Hard,
        ),
        (
            "Turnout was 48 per cent.",
            "Turnout was 46%.",
            Strength::Hard,
        ),
        (
            "The bridge is 100 metres long.",
            "The bridge is 500 feet long.",
            Strength::Hard,
        ),
        (
            "The mill made $5 million in 2014.",
            "The mill made $9 million in 2014.",
            Strength::Hard,
        ),
        (
            "Ten people were hurt, including three guards.",
            "Ten people were hurt, four guards among them.",
            Strength::Hard,
        ),
        (
            "The price of bread rose 14 percent.",
            "The price of bread was up by 9 percent.",
            Strength::Hard,
        ),
        (
            "The price of bread rose to 14 crowns.",
            "The price of bread is 9 crowns.",
            Strength::Hard,
        ),
        (
            "The death toll of the quake rose to 17.",
            "The death toll of the quake climbed to 14.",
            Strength::Soft,
        ),
        (
            "The death toll of the quake rose to 17.",
            "The quake killed 23 people.",
            Strength::Soft,
        ),
        (
            "Tax is 24 percent of the price of bread.",
            "Tax makes up over 30 percent of the price of bread.",
            Strength::Soft,
        ),
        (
            "The state pays for half of the repairs.",
            "The state pays for 70 per cent of the repairs.",
            Strength::Hard,
        ),
        (
            "Nearly seven in ten houses in Mytholm are under water.",
            "Half of the houses in Mytholm are under water.",
            Strength::Soft,
        ),
        (
            "Six in ten voters are against it.",
            "Eight in ten voters are against it.",
            Strength::Hard,
        ),
        (
            "More than 20 people died.",
            "More than 50 people died.",
            Strength::Soft,
        ),
        (
            "About 600 people marched.",
            "Some 900 people marched.",
            Strength::Soft,
        ),
        (
            "At least 30 people died.",
            "Nine people died.",
            Strength::Soft,
        ),
    ] {
        let found = compared(a, b, compare);
        let clashes: Vec<_> = found.clashes.iter().map(|clash| clash.strength).collect();
        assert_eq!(clashes, [strength], "{a} / {b}: {found:?}");
    }
}

#[test]
fn numbers_that_do_not() {
    for (a, b) in [
        ("Six guards were hurt.", "6 guards were hurt."),
        ("More than 40 people died.", "43 people died."),
        ("More than 40 people died.", "More than 50 people died."),
        ("Dozens of people died.", "43 people died."),
        ("Nearly 23,000 people fled.", "22,900 people fled."),
        ("At least 30 people died.", "35 people died."),
        ("Six guards were hurt.", "Two guards were killed."),
        ("Two of the drones fell.", "Three drones fell."),
        // parts
        (
            "The hospital counted nine bodies.",
            "The hospital treats 31 wounded, five of whom are in danger.",
        ),
        (
            "Nine Swedes were in the hall.",
            "23 people were in the hall, including six Danes.",
        ),
        (
            "They agreed on 29 of the 34 articles of the pact.",
            "They agreed on all but five of the 34 articles of the pact.",
        ),
        ("Six guards were hurt.", "Seven drones came."),
        (
            "The flood cost $5 million.",
            "The flood cost 5 million euros.",
        ),
        // a fraction in words is rough
        (
            "The state pays for half of the repairs.",
            "The state pays for 48 per cent of the repairs.",
        ),
        // a change is no level
        (
            "The price of power rose 14 percent.",
            "Ten percent of the price of power is tax.",
        ),
        (
            "Calder pays $4.10 a share.",
            "Calder pays 10 cents a share more.",
        ),
        ("Ann Poe, 43, was hurt.", "Bo Lee, 45, was hurt."),
        (
            "The bridge is 100 metres long.",
            "The bridge is 328 feet long.",
        ),
        ("Two dead and six hurt.", "Six hurt and two dead."),
        (
            "The quake killed 14 people.",
            "The number of people killed has risen to 17.",
        ),
        ("The quake killed 14 people.", "Quake toll reaches 17"),
        (
            "A gunman shot 14 workers at the depot.",
            "The death toll of the shooting at the old depot of Larkfield rose to 17.",
        ),
        (
            "The police raised the death toll from the quake to 17.",
            "The quake killed 14 people.",
        ),
        (
            "The mill made $5 million in 2014.",
            "The mill made $9 million from 2007 to 2014.",
        ),
    ] {
        let found = compared(a, b, compare);
        assert!(found.clashes.is_empty(), "{a} / {b}: {found:?}");
    }
}
