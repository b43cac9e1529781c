use super::*;
use crate::judge::pair::testing::in_claims;

/// Every claim alone.
struct Alone(Vec<usize>);

impl Grouped for Alone {
    fn together(&self, a: usize, b: usize) -> bool {
        a == b
    }

    fn members(&self, claim: usize) -> &[usize] {
        &self.0[claim..=claim]
    }
}

/// What `see` makes of all pairs of numbers of two texts.
fn of_texts<T>(a: &str, b: &str, see: impl FnOnce(&[Told<'_>], &[Across]) -> T) -> T {
    in_claims(a, b, |told| {
        let pair = |a: usize, b: usize| Pair {
            a: &told[a],
            b: &told[b],
            score: 0.0,
            reading: None,
            slots: None,
        };
        let alone = Alone((0..told.len()).collect());
        see(told, &across(told, pair, &alone))
    })
}

/// The numbers that are compared, `14 hours/20 hours`.
fn compared(a: &str, b: &str) -> Vec<String> {
    of_texts(a, b, |told, found| {
        let words = |one: &Across| {
            assert_eq!(one.figures.len(), FIGURES.len());
            let text = |claim: usize, span| told[claim].text(span);
            format!("{}/{}", text(one.a, one.clash.a), text(one.b, one.clash.b))
        };
        found.iter().map(words).collect()
    })
}

#[test]
fn what_befell_nobody_and_some() {
    for (a, b, expected) in [
        (
            "No one was hurt in the fire.",
            "Two people were hurt.",
            true,
        ),
        (
            "No one was hurt in the fire.",
            "Twelve workers were injured.",
            true,
        ),
        ("There were no arrests.", "Police arrested 23 people.", true),
        ("Nobody was arrested.", "It could have killed 20.", false),
        ("No passenger was hurt.", "Two cyclists were hurt.", false),
        (
            "No one was hurt in the fire.",
            "Two people were killed.",
            false,
        ),
        (
            "No one was hurt in the fire.",
            "In May two people were hurt.",
            false,
        ),
        (
            "No one was hurt in the fire.",
            "Last week's fire injured two.",
            false,
        ),
        (
            "No one was hurt in the fire.",
            "A separate fire injured two.",
            false,
        ),
        (
            "No one was hurt.",
            "A gas leak could have injured 20.",
            false,
        ),
    ] {
        let denied = of_texts(a, b, |_, found| found.iter().any(|one| one.denied));
        assert_eq!(denied, expected, "{a} / {b}");
    }
}

#[test]
fn numbers_that_are_apart_and_could_be_of_one_thing() {
    for (a, b, expected) in [
        (
            "It rained. The search took 14 hours.",
            "Teams looked for 20 hours. They sang.",
            &["14 hours/20 hours"][..],
        ),
        ("The search took 14 hours.", "The bill was $20.", &[]),
        ("The search took 14 hours.", "It took 14 hours.", &[]),
        ("It had 36 passengers.", "It had 36 containers.", &[]),
        // whether they are of one thing is for the model to tell
        (
            "It sold 36 tickets.",
            "Of 50 goats two died.",
            &["36/50", "36/two"],
        ),
        ("Ann Poe, 36, was hurt.", "Bob Roe, 50, was not.", &[]),
        ("The fire killed 36.", "The toll rose to 50.", &[]),
        ("The fire killed 36.", "It injured 50.", &[]),
        ("The fire killed 36.", "It killed or injured 50.", &[]),
        ("Four of the boats sank.", "Nine boats sailed.", &[]),
        ("Prices rose 14 percent.", "Tax is 22 percent.", &[]),
        (
            "It carried all but three of its 40 cars.",
            "It carried 37 cars.",
            &[],
        ),
        // parts of a sum
        (
            "The club paid 63 million euros.",
            "It is 48 million euros with 15 million euros to come.",
            &[],
        ),
        // whatever a mile is
        (
            "The reef is 40 nautical miles off.",
            "The reef is 40 miles off.",
            &[],
        ),
    ] {
        assert_eq!(compared(a, b), expected, "{a} / {b}");
    }
}
