//! What the judges are trained on and what stands in this repository.

use std::collections::HashSet;
use std::fs;

const KINDS: [&str; 11] = [
    "number",
    "date-time",
    "place",
    "name",
    "polarity",
    "antonym",
    "modality",
    "attribution",
    "quote",
    "cause",
    "other",
];

#[test]
fn written_sentences_name_the_words_that_clash() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/training/judge/written.ndjson");
    let text = fs::read_to_string(path).unwrap();
    let mut seen = HashSet::new();
    for line in text.lines() {
        let item: serde_json::Value = serde_json::from_str(line).unwrap();
        let field = |name: &str| {
            let value = item[name].as_str().unwrap_or_default();
            assert!(!value.is_empty(), "{name} is missing: {line}");
            value
        };
        assert!(seen.insert(field("id").to_owned()), "twice: {line}");
        assert!(seen.insert(field("s").to_owned()), "twice: {line}");
        assert!(field("s").contains(field("s_span")), "{line}");
        assert!(field("conflict").contains(field("c_span")), "{line}");
        assert!(KINDS.contains(&field("kind")), "{line}");
        assert!(["hard", "soft"].contains(&field("strength")), "{line}");
        for other in ["agree", "trap", "apart"] {
            assert_ne!(field(other), field("s"), "{line}");
        }
    }
    assert!(seen.len() > 7_000, "{}", seen.len());
}
