//! Any text, read as a manifest -> articles to read or an error; what is read can be written and read again.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use storydiff::Article;
use storydiff::read::{Manifest, write_manifest};

fuzz_target!(|text: &str| {
    let Ok(manifest) = Manifest::parse(text, Path::new("")) else {
        return;
    };
    let articles: Vec<Article> = manifest
        .inputs
        .iter()
        .map(|_| Article::new("A", "a", "Six."))
        .collect();
    let written = write_manifest(&manifest.inputs, &articles);
    let again = Manifest::parse(&written, Path::new("")).expect("what was written");
    assert_eq!(again.inputs.len(), manifest.inputs.len());
});
