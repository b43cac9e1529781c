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

/// A line of an article in `training/judge/stories`: numbers of facts, a bar, the sentence with clashing words in braces.
#[test]
fn written_stories_mark_the_words_that_clash() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/training/judge/stories");
    let mut names = HashSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for story in text.split("== ").skip(1) {
            let (name, _) = story.split_once(" | ").unwrap();
            assert!(names.insert(name.to_owned()), "twice: {name}");
            let starts = |letter: &str| {
                story
                    .lines()
                    .filter(|line| line.starts_with(letter))
                    .count()
            };
            assert_eq!(["A | ", "B | ", "C | "].map(starts), [1; 3], "{name}");
            let sentences = story.lines().skip_while(|line| !line.starts_with("A | "));
            for line in
                sentences.filter(|line| !line.is_empty() && !line.starts_with(['A', 'B', 'C']))
            {
                let (facts, sentence) = line
                    .split_once(" | ")
                    .unwrap_or_else(|| panic!("{name}: {line}"));
                let facts: HashSet<&str> = facts.split(' ').collect();
                for marked in sentence.split('{').skip(1) {
                    let (fact, words) = marked
                        .split_once(':')
                        .unwrap_or_else(|| panic!("{name}: {line}"));
                    assert!(
                        facts.contains(fact) && words.contains('}'),
                        "{name}: {line}"
                    );
                }
            }
        }
    }
    assert!(names.len() > 100, "{}", names.len());
}
