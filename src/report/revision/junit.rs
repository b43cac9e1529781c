//! JUnit XML, through quick-junit: a suite a story, in it a case a rule.
//!
//! The cases of a story have the same names in every run, so that a CI system can tell what fails since when and what was mended.

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::super::rules::one_line;
use super::{against_place, message, name, place};
use crate::check::{Check, RULES, Severity, Violation};
use crate::revise::{Rule, Words};

/// As JUnit XML. With each check stands from which severity on it fails, `None` for never: what is less grave is told in a case
/// that passes.
///
/// # Panics
/// Never: the report is written to memory.
#[must_use]
pub fn render(checks: &[(&Check, Option<Severity>)]) -> String {
    let mut report = Report::new("storydiff check");
    for (check, fails_from) in checks {
        let mut suite = TestSuite::new(name(check));
        for rule in RULES {
            let of_rule = |violation: &&Violation| violation.change.rule == rule;
            let told: Vec<&Violation> = check.violations.iter().filter(of_rule).collect();
            if !told.is_empty() || rule.usual_severity() > Severity::Off {
                suite.add_test_case(case(check, rule, &told, *fails_from));
            }
        }
        report.add_test_suite(suite);
    }
    report.to_string().expect("written to memory")
}

fn case(check: &Check, rule: Rule, told: &[&Violation], fails_from: Option<Severity>) -> TestCase {
    let words: Vec<String> = told
        .iter()
        .map(|violation| in_words(check, violation))
        .collect();
    let words = words.join("\n");
    let gravest = told
        .iter()
        .min_by_key(|violation| std::cmp::Reverse(violation.severity));
    let failing =
        gravest.filter(|gravest| fails_from.is_some_and(|severity| gravest.severity >= severity));
    let status = match failing {
        Some(gravest) => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_message(message(&gravest.change));
            status.set_type(format!("{:?}", gravest.severity).to_lowercase());
            status.set_description(&words);
            status
        }
        None => TestCaseStatus::success(),
    };
    let mut case = TestCase::new(rule.id(), status);
    case.set_classname(name(check));
    if let Some(file) = check
        .articles
        .get(1)
        .and_then(|article| article.file.as_deref())
    {
        case.extra.insert("file".into(), file.into());
    }
    if failing.is_none() && !told.is_empty() {
        case.set_system_out(words);
    }
    case
}

/// `story.md:3: error: number “Six” became “Seven”`, with the sentences below.
fn in_words(check: &Check, violation: &Violation) -> String {
    let change = &violation.change;
    let mut text = String::new();
    if let Some((article, words)) = place(check, violation) {
        text.push_str(article.file.as_ref().unwrap_or(&article.label));
        if let Some(position) = article.position(words.span.start) {
            text.push_str(&format!(":{}", position.line));
        }
        text.push_str(": ");
    }
    let severity = format!("{:?}", violation.severity).to_lowercase();
    text.push_str(&format!("{severity}: {}\n", one_line(&change.why)));
    for (side, words, sign) in [(0, &change.old, '-'), (1, &change.new, '+')] {
        let sentence = |words: &Words| {
            let article = check.articles.get(side)?;
            article.text.get(words.sentence.start..words.sentence.end)
        };
        if let Some(sentence) = words.as_ref().and_then(sentence).filter(|s| !s.is_empty()) {
            text.push_str(&format!("{sign} {}\n", one_line(sentence)));
        }
    }
    if let Some(against) = &violation.against {
        let place = against_place(against);
        text.push_str(&format!("~ {} ({place})\n", one_line(&against.claim)));
    }
    text
}
