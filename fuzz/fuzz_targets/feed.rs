//! Any bytes, read as a feed.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| storydiff_fuzz::read_as("rss", bytes));
