//! JUnit XML, through quick-junit: a test case a finding, which fails when it is a conflict.

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::lookup::Lookup;
use super::rules::{is_error, message, one_line, rule};
use crate::{Comparison, Conflict, Finding, Verdict};

/// The comparison as JUnit XML.
///
/// # Panics
/// Never: the report is written to memory.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let story = Lookup::new(comparison);
    let labels: Vec<&str> = comparison
        .articles
        .iter()
        .map(|article| article.label.as_str())
        .collect();
    let mut report = Report::new("storydiff");
    let mut suite = TestSuite::new(labels.join(", "));
    for finding in &comparison.findings {
        suite.add_test_case(case(&story, finding));
    }
    for conflict in &comparison.internal {
        let name = format!(
            "{} contradicts itself: {}",
            story.letter_of(&conflict.a),
            rule(conflict.kind).title
        );
        let mut case = TestCase::new(name, failed(&story, &[conflict]));
        case.set_classname("storydiff.internal");
        suite.add_test_case(case);
    }
    report.add_test_suite(suite);
    report.to_string().expect("written to memory")
}

fn case(story: &Lookup<'_>, finding: &Finding) -> TestCase {
    let status = match finding.verdict {
        Verdict::Conflict => failed(story, &finding.conflicts.iter().collect::<Vec<_>>()),
        Verdict::Agree | Verdict::Unique => TestCaseStatus::success(),
    };
    let mut case = TestCase::new(
        format!("{} {}", finding.id, one_line(&finding.subject)),
        status,
    );
    let verdict = match finding.verdict {
        Verdict::Conflict => "conflict",
        Verdict::Agree => "agree",
        Verdict::Unique => "unique",
    };
    case.set_classname(format!("storydiff.{verdict}"));
    case
}

fn failed(story: &Lookup<'_>, conflicts: &[&Conflict]) -> TestCaseStatus {
    let lines: Vec<String> = conflicts
        .iter()
        .map(|conflict| {
            message(
                conflict,
                story.label_of_side(&conflict.a),
                story.label_of_side(&conflict.b),
            )
        })
        .collect();
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    if let Some(first) = conflicts.first() {
        status.set_message(lines[0].clone());
        status.set_type(format!(
            "{}, {}",
            rule(first.kind).id,
            if is_error(first) { "hard" } else { "soft" }
        ));
    }
    status.set_description(lines.join("\n"));
    status
}
