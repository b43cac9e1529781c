use jiff::civil::Date;
use proptest::prelude::*;

use super::{PUBLISHED, facts, value};
use crate::Anchor;

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,60}") {
        sound(&text);
    }

    #[test]
    fn any_mixture_of_time_words_is_read_without_panic(
        words in proptest::collection::vec(proptest::sample::select(vec![
            "Sunday", "Nov.", "7", "2021", "31", "-", "to", "from", "between", "and", "early", "last", "week", "ago",
            "two", "at", "10", "a.m.", "GMT", "+", "9999", "2:53", "noon", "since", "before", "mid", "of", "the", ",",
            "decades", "year", "Feb", "29", "weekend", "morning", "'", "90", "s", "/", "May", "in", "will", "century",
            "th", "Easter", "third", "quarter", "é", "fiscal", "next", "winter", "midnight", "until", "0000", "1000",
        ]), 0..14),
        tight in any::<bool>(),
    ) {
        sound(&words.join(if tight { "" } else { " " }));
    }
}

fn sound(text: &str) {
    for published in [None, Some(PUBLISHED), Some(Date::MIN), Some(Date::MAX)] {
        let mut end = 0;
        for fact in facts(text, published) {
            assert!(end <= fact.span.start && fact.span.start < fact.span.end);
            assert_eq!(
                text.get(fact.span.start..fact.span.end),
                Some(fact.text.as_str())
            );
            end = fact.span.end;
            let value = value(&fact);
            if let (Some(earliest), Some(latest)) = (value.earliest, value.latest) {
                assert!(earliest <= latest, "{text:?} {value:?}");
            }
            assert_eq!(
                value.anchor == Anchor::Unresolved,
                value.earliest.is_none() && value.latest.is_none(),
                "{text:?} {value:?}"
            );
        }
    }
}
