use jiff::civil::Date;

use super::{PUBLISHED, facts, value};

/// Values of the only time in each text, both read in articles of one day.
fn overlap(a: (&str, Option<Date>), b: (&str, Option<Date>)) -> Option<bool> {
    let (a, b) = (facts(a.0, a.1), facts(b.0, b.1));
    assert_eq!((a.len(), b.len()), (1, 1), "{a:?} {b:?}");
    let (a, b) = (value(&a[0]), value(&b[0]));
    assert_eq!(a.overlaps(b), b.overlaps(a));
    a.overlaps(b)
}

#[test]
fn two_times_can_be_one() {
    let (on, off) = (Some(PUBLISHED), None);
    for (a, b, expected) in [
        (
            ("at 2:53 p.m. EST on Sunday", on),
            ("at 19:53 GMT on Nov. 7", on),
            Some(true),
        ),
        (
            ("at 2:53 p.m. EST on Sunday", on),
            ("at 2:53 p.m. GMT on Sunday", on),
            Some(false),
        ),
        (
            ("at 11 p.m. EST on Sunday", on),
            ("at 0400 GMT on Monday", on),
            Some(true),
        ),
        (
            ("at 2:53 p.m. on Sunday", on),
            ("at 19:53 GMT on Sunday", on),
            None,
        ),
        (
            ("at 2:53 p.m. on Sunday", on),
            ("at 19:53 GMT on 15 October 2021", on),
            Some(false),
        ),
        (("on Sunday", on), ("late on Sunday", on), Some(true)),
        (("on Sunday", on), ("on Monday", on), Some(false)),
        (("today", on), ("on Tuesday", on), Some(true)),
        (("today", on), ("on Thursday", off), None),
        (("on Sunday", on), ("on 7 November 2021", off), Some(true)),
        (("on Sunday", off), ("on Sunday", off), Some(true)),
        (("on Sunday", off), ("on Monday", off), Some(false)),
        (("Sunday morning", off), ("Sunday night", off), Some(false)),
        (("yesterday", off), ("on Sunday", off), None),
        (("yesterday", off), ("yesterday", off), None),
        (("on Nov. 7", off), ("on Nov. 8", off), Some(false)),
        (("on Nov. 7", off), ("on 7 November", off), Some(true)),
        (("on Nov. 7", off), ("in 2015", off), None),
        (("at 10 a.m.", off), ("at 10:20 a.m.", off), Some(true)),
        (("at 2:53 p.m. EST", off), ("at 1953 GMT", off), Some(true)),
        (("at 2:53 p.m. EST", off), ("at 9 p.m.", off), None),
        (("about 10 a.m.", off), ("at 11 a.m.", off), None),
        (("since 2015", on), ("in 2017", on), Some(true)),
        (("since 2015", on), ("in 2014", on), Some(false)),
    ] {
        assert_eq!(overlap(a, b), expected, "{a:?} {b:?}");
    }
}
