//! The forms for programs, and what hostile words do to them: nothing.

use super::super::{csv, fixture, github, html, json, jsonld, junit, markdown, ndjson, sarif, tei};
use crate::Comparison;

#[test]
fn markdown_for_a_pull_request() {
    insta::assert_snapshot!(markdown::render(&fixture::story()));
}

#[test]
fn csv_rows() {
    let text = csv::render(&fixture::story());
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<_> = reader
        .records()
        .collect::<Result<_, _>>()
        .expect("sound CSV");
    let story = fixture::story();
    let members: usize = story
        .findings
        .iter()
        .map(|finding| finding.claims.len() + finding.conflicts.len())
        .sum();
    assert_eq!(rows.len(), members + story.internal.len());
    insta::assert_snapshot!(text);
}

#[test]
fn github_commands() {
    insta::assert_snapshot!(github::render(&fixture::story()));
}

#[test]
fn junit_cases() {
    insta::assert_snapshot!(junit::render(&fixture::story()));
}

#[test]
fn sarif_results() {
    let text = sarif::render(&fixture::story());
    let read: serde_sarif::sarif::Sarif = serde_json::from_str(&text).expect("SARIF");
    let story = fixture::story();
    let conflicts = story
        .findings
        .iter()
        .map(|finding| finding.conflicts.len())
        .sum::<usize>()
        + story.internal.len();
    assert_eq!(read.runs[0].results.as_ref().map(Vec::len), Some(conflicts));
    insta::assert_snapshot!(text.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}

#[test]
fn schema_org_claims() {
    let text = jsonld::render(&fixture::story());
    assert!(!text.contains("ating"), "a rating is for others to give");
    insta::assert_snapshot!(text);
}

#[test]
fn tei_apparatus() {
    insta::assert_snapshot!(tei::render(&fixture::story()));
}

#[test]
fn a_finding_a_line() {
    let story = fixture::story();
    let text = ndjson::render(&story);
    assert_eq!(
        text.lines().count(),
        story.findings.len() + story.internal.len()
    );
    for line in text.lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(line["schema_version"], 1);
        assert!(
            line["claims"]
                .as_array()
                .is_some_and(|claims| !claims.is_empty()),
            "{line}"
        );
    }
}

#[test]
fn a_page_complete_in_itself() {
    let text = html::render(&fixture::story());
    let style = text.find("<style>").expect("a style");
    let head = &text[..style];
    assert!(
        head.contains("default-src 'none'") && head.contains("script-src 'sha256-"),
        "{head}"
    );
    for outside in ["src=", "<link", "@import", "url("] {
        assert!(!text.contains(outside), "{outside}");
    }
    let body =
        &text[text.find("<body>").expect("a body")..text.find("<script>").expect("a script")];
    insta::assert_snapshot!(body.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}

/// What no format may let through as markup.
pub(super) const HOSTILE: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> ]]> & | `x` ::error::x %0A @all #1 =1+1 \u{1}\u{202e}";

pub(super) fn hostile() -> Comparison {
    let mut story = fixture::story();
    for article in &mut story.articles {
        article.label = HOSTILE.to_owned();
        article.outlet = Some(HOSTILE.to_owned());
        article.title = Some(HOSTILE.to_owned());
        article.file = Some(format!("{HOSTILE}.txt"));
        article.url = Some(HOSTILE.to_owned());
        article.language = Some(HOSTILE.to_owned());
    }
    for claim in &mut story.claims {
        claim.text = HOSTILE.to_owned();
        if let Some(speaker) = &mut claim.speaker {
            speaker.name = HOSTILE.to_owned();
        }
    }
    for finding in &mut story.findings {
        finding.subject = HOSTILE.to_owned();
        for conflict in &mut finding.conflicts {
            conflict.why = HOSTILE.to_owned();
            conflict.a.text = HOSTILE.to_owned();
        }
    }
    story
}

#[test]
fn hostile_words_stay_words() {
    let story = hostile();
    let page = html::render(&story);
    let body = &page[page.find("<body>").expect("a body")..page.rfind("<script>").expect("ours")];
    for tag in ["<script", "<img", "onerror=alert(1)>"] {
        assert!(!body.contains(tag), "{tag}");
    }
    for line in github::render(&story).lines() {
        assert!(
            line.starts_with("::error ") || line.starts_with("::warning "),
            "{line}"
        );
        let (properties, _) = line[2..]
            .split_once("::")
            .expect("words behind the properties");
        assert!(
            !properties.contains("error::") && properties.ends_with("differ")
                || properties.contains(",title="),
            "{line}"
        );
    }
    let folded = markdown::render(&story);
    assert!(
        !folded.contains("<script") && !folded.contains("<img") && !folded.contains("@all"),
        "{folded}"
    );
    for xml in [junit::render(&story), tei::render(&story)] {
        let mut reader = quick_xml::Reader::from_str(&xml);
        loop {
            match reader.read_event().expect("well-formed") {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(tag) => assert_ne!(tag.name().as_ref(), "script"),
                _ => {}
            }
        }
    }
    for row in ::csv::Reader::from_reader(csv::render(&story).as_bytes()).records() {
        assert!(
            row.expect("sound")
                .iter()
                .all(|cell| !cell.starts_with('='))
        );
    }
    for json in [
        sarif::render(&story),
        jsonld::render(&story),
        json::render(&story),
    ] {
        serde_json::from_str::<serde_json::Value>(&json).expect("JSON");
    }
}
