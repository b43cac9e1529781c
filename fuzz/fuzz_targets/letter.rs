//! Any bytes, read as a letter, or a page kept as one.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| storydiff_fuzz::read_as("eml", bytes));
