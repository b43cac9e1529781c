//! Words that look like times and are none: "USA Today", "Sunday Times", "Bloody Sunday", "every Sunday".

use super::context::Context;
use super::words;

/// Capitalised words that make a name of the weekday before them: newspapers and broadcasts.
const AFTER_WEEKDAY: [&str; 24] = [
    "times",
    "mirror",
    "mail",
    "express",
    "telegraph",
    "herald",
    "post",
    "sun",
    "star",
    "people",
    "world",
    "independent",
    "business",
    "sport",
    "tribune",
    "observer",
    "football",
    "magazine",
    "review",
    "live",
    "lights",
    "mass",
    "school",
    "brunch",
];

/// Words that make a name of the weekday after them.
const BEFORE_WEEKDAY: [&str; 18] = [
    "black", "bloody", "super", "cyber", "ash", "palm", "fat", "holy", "maundy", "shrove", "good",
    "easter", "giving", "whit", "casual", "blue", "ruby", "freaky",
];

/// Whether the weekday or "today" at `at` is part of a name.
pub(super) fn is_name(cx: &Context<'_>, at: usize) -> bool {
    match cx.lower(at) {
        "today" => {
            let programme = cx.is(
                at + 1,
                &[
                    "show",
                    "programme",
                    "program",
                    "newspaper",
                    "host",
                    "anchor",
                ],
            );
            let inside = cx.capitalised(at)
                && at > 0
                && (!cx.headline && cx.is_word(at - 1)
                    || cx.is(at - 1, &["usa", "russia", "india", "the"]));
            programme && cx.capitalised(at) || inside
        }
        lower if words::weekday(lower).is_some() => {
            let after = cx.capitalised(at + 1)
                && (AFTER_WEEKDAY.contains(&cx.lower(at + 1))
                    || cx.lower(at + 1) == "night" && AFTER_WEEKDAY.contains(&cx.lower(at + 2)));
            let before =
                at > 0 && cx.capitalised(at - 1) && BEFORE_WEEKDAY.contains(&cx.lower(at - 1));
            after || before
        }
        _ => false,
    }
}

/// Whether the words `start..end` name something that recurs: "every Sunday", "the second Tuesday of each month".
pub(super) fn is_frequency(cx: &Context<'_>, start: usize, end: usize) -> bool {
    let before = start > 0
        && cx.is(
            start - 1,
            &["every", "each", "any", "most", "per", "either"],
        )
        || start > 1
            && cx.is(start - 2, &["every", "each"])
            && words::ordinal_word(cx.lower(start - 1)).is_some();
    before || cx.lower(end) == "of" && cx.is(end + 1, &["each", "every"])
}
