//! One revision, and one with hostile words, through every form of `check`.

use super::super::revision::{
    self, csv, github, gitlab, html, junit, ndjson, render_json, render_markdown, sarif,
};
use super::formats::HOSTILE;
use crate::check::{Against, Check, Policy, Severity};
use crate::{Article, Options, compare_revisions, read};

const OLD: &str = "# Fire at the mill\n\nSix guards were hurt in the fire at the mill in Dunmore on Monday, police \
                   said.\n\nThe roof fell in at about four.\n\nA man is alleged to have set the fire.\n";
const NEW: &str = "# Fire at the mill\n\nSeven guards were hurt in the fire at the mill in Dunmore on Monday, police \
                   said.\n\nA man set the fire. Schools in the town stayed open.\n";

fn article(text: &str, file: &str) -> Article {
    let mut article = read::article_from_markdown("A", "story", text);
    article.file = Some(file.to_owned());
    article
}

fn check(old: &str, new: &str, file: &str) -> Check {
    let (old, new) = (article(old, &format!("HEAD~1:{file}")), article(new, file));
    compare_revisions(old, new, None, &Policy::default(), &Options::default())
}

/// The story, and one without a change.
fn checks() -> [Check; 2] {
    [
        check(OLD, NEW, "news/story.md"),
        check(OLD, OLD, "news/same.md"),
    ]
}

fn hostile() -> Check {
    let [old, new] = [OLD, NEW].map(|text| text.replace("guards", HOSTILE));
    let mut check = check(&old, &new, HOSTILE);
    for violation in &mut check.violations {
        violation.change.why = HOSTILE.to_owned();
        violation.against = Some(Against {
            label: HOSTILE.to_owned(),
            file: Some(HOSTILE.to_owned()),
            line: Some(1),
            text: HOSTILE.to_owned(),
            claim: format!("{HOSTILE} {HOSTILE}"),
        });
    }
    check
}

#[test]
fn commands_for_github() {
    insta::assert_snapshot!(github::render(&checks()));
}

#[test]
fn a_code_quality_report() {
    let [story, same] = checks();
    insta::assert_snapshot!(gitlab::render(&[story.clone(), same]));
    let of = |checks: &[Check]| {
        let issues: Vec<serde_json::Value> =
            serde_json::from_str(&gitlab::render(checks)).expect("JSON");
        let fingerprint = |issue: &serde_json::Value| issue["fingerprint"].to_string();
        issues.iter().map(fingerprint).collect::<Vec<String>>()
    };
    let mut twice = story.clone();
    twice.violations.extend(story.violations.clone());
    let mut all = of(&[twice]);
    assert_eq!(
        all[..story.violations.len()],
        of(std::slice::from_ref(&story)),
        "they stay"
    );
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 2 * story.violations.len(), "and differ");
}

#[test]
fn results_for_code_scanning() {
    let [story, same] = checks();
    let text = sarif::render(&[story.clone(), same]);
    let log: serde_sarif::sarif::Sarif = serde_json::from_str(&text).expect("SARIF");
    let results = log.runs[0].results.as_ref().expect("results");
    let ids: Vec<&str> = results
        .iter()
        .filter_map(|result| result.rule_id.as_deref())
        .collect();
    let told = story
        .violations
        .iter()
        .map(|violation| violation.change.rule.id());
    assert_eq!(ids, told.collect::<Vec<_>>());
    // what is gone, too, stands in a file that is there
    let log: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for result in log["runs"][0]["results"].as_array().expect("results") {
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(
            place["artifactLocation"]["uri"], "news/story.md",
            "{result}"
        );
    }
}

#[test]
fn rows() {
    insta::assert_snapshot!(csv::render(&checks()));
}

#[test]
fn lines() {
    insta::assert_snapshot!(ndjson::render(&checks()));
}

#[test]
fn cases_of_a_story_are_always_the_same() {
    let [story, same] = checks();
    let report = junit::render(&[
        (&story, Some(Severity::Error)),
        (&same, Some(Severity::Error)),
    ]);
    insta::assert_snapshot!(report);
    let names = |report: &str| {
        let cases = report.split("<testcase name=\"").skip(1);
        let names = cases.map(|case| case.split('"').next().unwrap_or_default().to_owned());
        names.collect::<Vec<String>>()
    };
    let (first, second) = report.split_once("</testsuite>").expect("two suites");
    assert_eq!(names(first), names(second));
    let failures = |least| {
        junit::render(&[(&story, least)])
            .matches("<failure")
            .count()
    };
    assert_eq!(failures(Some(Severity::Error)), 2);
    assert_eq!(failures(Some(Severity::Note)), 4);
    assert_eq!(failures(None), 0);
}

#[test]
fn a_page_of_checks() {
    let page = html::render(&checks());
    let head = &page[..page.find("<style>").expect("a style")];
    assert!(
        head.contains("default-src 'none'; style-src 'sha256-"),
        "{head}"
    );
    for outside in ["src=", "<link", "@import", "url(", "<script"] {
        assert!(!page.contains(outside), "{outside}");
    }
    let body = &page[page.find("<body>").expect("a body")..];
    insta::assert_snapshot!(body.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}

#[test]
fn hostile_words_stay_words() {
    let check = hostile();
    assert!(!check.violations.is_empty());
    let one = [check.clone()];
    let page = html::render(&one);
    let body = &page[page.find("<body>").expect("a body")..];
    for tag in ["<script", "<img", "onerror=alert(1)>"] {
        assert!(!body.contains(tag), "{tag}");
    }
    for line in github::render(&one).lines() {
        let (properties, _) = line[2..].split_once("::").expect("words behind");
        assert!(
            properties.starts_with("error file=") && !properties.contains("error::")
                || properties.starts_with("warning file=")
                || properties.starts_with("notice file="),
            "{line}"
        );
    }
    let table = render_markdown(&check);
    assert!(
        !table.contains("<script") && !table.contains("@all"),
        "{table}"
    );
    let xml = junit::render(&[(&check, Some(Severity::Note))]);
    let mut reader = quick_xml::Reader::from_str(&xml);
    loop {
        match reader.read_event().expect("well-formed") {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) => assert_ne!(tag.name().as_ref(), "script"),
            _ => {}
        }
    }
    let rows = csv::render(&one);
    let mut rows = ::csv::Reader::from_reader(rows.as_bytes());
    for row in rows.records() {
        assert!(
            row.expect("sound")
                .iter()
                .all(|cell| !cell.starts_with('='))
        );
    }
    for json in [
        gitlab::render(&one),
        render_json(&check),
        sarif::render(&one),
        revision::render_json_list(&one),
    ] {
        serde_json::from_str::<serde_json::Value>(&json).expect("JSON");
    }
}
