//! Whatever is written: spans in order and in bounds, intervals the right way round.

use proptest::prelude::*;

use super::super::quantities;
use super::{sentence, value};

proptest! {
    #[test]
    fn any_text_is_read_without_trouble(
        text in "(?:[0-9]{1,4}|[-–,.%$£°/ ]|one|two|half|a|and|of|in|every|million|hundred|dozens|to|between|at least|third|year|old|people|killed|é|\\PC){0,30}"
    ) {
        let facts = quantities(&text, &sentence(&text));
        let mut end = 0;
        for fact in &facts {
            prop_assert!(fact.span.start >= end && fact.span.end <= text.len() && !fact.span.is_empty());
            prop_assert_eq!(text.get(fact.span.start..fact.span.end), Some(fact.text.as_str()));
            let interval = value(fact).interval;
            if let (Some(low), Some(high)) = (interval.low, interval.high) {
                prop_assert!(low <= high, "{} {low}..{high}", fact.text);
            }
            end = fact.span.end;
        }
    }
}
