//! Any line of a batch -> one line of JSON, the same each time.

#![no_main]

use libfuzzer_sys::fuzz_target;
use storydiff::{Options, batch};

fuzz_target!(|line: &[u8]| {
    let answer = batch::answer(line, 1, &Options::default(), true);
    assert!(!answer.json.contains('\n'));
    assert!(answer.json.starts_with('{') && answer.json.ends_with('}'));
    assert_eq!(answer, batch::answer(line, 1, &Options::default(), true));
});
