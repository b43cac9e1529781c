//! Any bytes, read as JSON Lines.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| storydiff_fuzz::read_as("jsonl", bytes));
