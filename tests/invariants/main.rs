//! What holds for every comparison, over invented stories, the shipped example and hostile text.

mod order;
mod revisions;
mod shape;
mod stories;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use storydiff::{Verdict, report};

/// The same cases in every run: a red build means that the code changed, not the dice. To look for more trouble:
/// `PROPTEST_CASES=5000 PROPTEST_RNG_SEED=7 cargo test --test invariants`.
fn config(cases: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    let set = |name| std::env::var_os(name).is_some();
    ProptestConfig {
        cases: if set("PROPTEST_CASES") {
            default.cases
        } else {
            cases
        },
        rng_seed: if set("PROPTEST_RNG_SEED") {
            default.rng_seed
        } else {
            RngSeed::Fixed(20_211_107)
        },
        failure_persistence: None,
        ..default
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn every_comparison_is_well_formed(texts in stories::story(1..5)) {
        shape::check(&stories::compared(&texts));
    }

    #[test]
    fn same_input_same_bytes(texts in stories::story(2..4)) {
        let [first, second] = [(); 2].map(|()| report::json::render(&stories::compared(&texts)));
        prop_assert_eq!(first, second);
    }

    #[test]

    fn an_article_agrees_with_its_copy(text in stories::article_text()) {
        check_copy(&text);
    }

    #[test]
    fn order_of_articles_changes_nothing(
        (texts, order) in stories::story(2..5).prop_flat_map(|texts| {
            let order: Vec<usize> = (0..texts.len()).collect();
            (Just(texts), Just(order).prop_shuffle())
        }),
    ) {
        order::check(&texts, &order);
    }

    #[test]
    fn hostile_text_is_only_text(texts in prop::collection::vec(stories::hostile_text(), 0..4)) {
        shape::check(&stories::compared(&texts));
    }

    #[test]
    fn every_check_is_well_formed(old in stories::article_text(), new in stories::article_text()) {
        revisions::checks(&old, &new).iter().for_each(revisions::check_shape);
        revisions::checks(&new, &new).iter().for_each(revisions::check_unchanged);
    }

    #[test]
    fn hostile_revisions_are_only_text(old in stories::hostile_text(), new in stories::hostile_text()) {
        revisions::checks(&old, &new).iter().for_each(revisions::check_shape);
        revisions::checks(&new, &new).iter().for_each(revisions::check_unchanged);
    }
}

/// An article against itself: nothing clashes, nothing is missing on the other side.
fn check_copy(text: &str) {
    let comparison = stories::compared(&[text.to_owned(), text.to_owned()]);
    for finding in &comparison.findings {
        let words: Vec<&str> = comparison
            .claims
            .iter()
            .filter(|claim| finding.claims.contains(&claim.id))
            .map(|claim| claim.text.as_str())
            .collect();
        assert_eq!(
            finding.verdict,
            Verdict::Agree,
            "{words:#?}\n{:#?}",
            finding.conflicts
        );
    }
}

#[test]
fn the_example_is_well_formed() {
    let comparison = stories::compared(&stories::example());
    assert!(comparison.claims.len() > 30, "{}", comparison.claims.len());
    shape::check(&comparison);
}

#[test]

fn each_example_article_agrees_with_its_copy() {
    for text in stories::example() {
        check_copy(&text);
    }
}

#[test]
fn any_order_of_the_example_gives_the_same_findings() {
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        order::check(&stories::example(), &order);
    }
}

#[test]
fn a_line_without_end_is_only_long() {
    for unit in [
        "Six guards were hurt, ",
        "\u{201c}",
        "9",
        "said ",
        "\u{130}",
    ] {
        shape::check(&stories::compared(&[unit.repeat(2_000), unit.repeat(3)]));
    }
}

#[test]
fn no_articles_no_findings() {
    let comparison = stories::compared(&[]);
    assert!(comparison.claims.is_empty() && comparison.findings.is_empty());
}
