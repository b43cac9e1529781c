//! What holds for every check of a revision.

use jiff::civil::date;
use storydiff::check::{Baseline, Check, Policy};
use storydiff::read::{article_from_markdown, article_from_text};
use storydiff::report::{View, revision};
use storydiff::revise::Rule;
use storydiff::{Judge, Options, compare_revisions};

/// Checks two revisions, read as plain text and as Markdown.
pub(crate) fn checks(old: &str, new: &str) -> [Check; 2] {
    let mut options = Options::default();
    options.judge = Judge::Fast;
    [article_from_text, article_from_markdown].map(|read| {
        let [old, new] = [old, new].map(|text| read("A", "story", text));
        compare_revisions(old, new, None, &Policy::default(), &options)
    })
}

/// Words are where they are said to be, every form can be written, and what is accepted is told no more.
pub(crate) fn check_shape(check: &Check) {
    let suppressed = check.suppressed.iter().map(|held| &held.violation);
    for violation in check.violations.iter().chain(suppressed) {
        let change = &violation.change;
        for (article, words) in check.articles.iter().zip([&change.old, &change.new]) {
            if let Some(words) = words {
                let slice = article.text.get(words.span.start..words.span.end);
                assert_eq!(slice, Some(words.text.as_str()), "{violation:?}");
                let sentence = words.sentence;
                assert!(article.text.get(sentence.start..sentence.end).is_some());
            }
        }
        let is_hexadecimal = |c: char| c.is_ascii_hexdigit();
        assert_eq!(violation.fingerprint.len(), 16);
        assert!(violation.fingerprint.chars().all(is_hexadecimal));
    }
    let new = &check.articles[1];
    for comment in &new.comments {
        assert!(new.text.is_char_boundary(comment.at), "{comment:?}");
    }
    let all = std::slice::from_ref(check);
    for text in [
        revision::render(check, &View::default()),
        revision::render_json(check),
        revision::render_markdown(check),
        revision::sarif::render(all),
        revision::html::render(all),
        revision::csv::render(all),
        revision::junit::render(&[(check, None)]),
    ] {
        assert!(!text.is_empty());
    }
    let _ = [
        revision::github::render(all),
        revision::gitlab::render(all),
        revision::ndjson::render(all),
    ];
    let mut baseline = Baseline::default();
    baseline.accept(check, "story.md", "known");
    let mut covered = check.clone();
    baseline.cover(&mut covered, "story.md", date(2026, 6, 15));
    let left = covered.violations.iter().map(|left| left.change.rule);
    for rule in left {
        assert!(
            matches!(rule, Rule::BadIgnore | Rule::UnusedIgnore),
            "{rule:?}"
        );
    }
}

/// Of a story that did not change nothing is told but what is wrong with it as it stands.
pub(crate) fn check_unchanged(check: &Check) {
    for violation in &check.violations {
        assert!(
            matches!(
                violation.change.rule,
                Rule::InternalConflict | Rule::BadIgnore | Rule::UnusedIgnore
            ),
            "{violation:?}"
        );
    }
}
