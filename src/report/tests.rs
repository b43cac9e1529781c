//! One story through every report.

mod formats;
mod revisions;
mod schemas;

use std::iter;

use unicode_width::UnicodeWidthStr;

use super::{View, claims, explain, fixture, json, text};
use crate::{Comparison, Verdict};

fn view(width: usize) -> View {
    View {
        width,
        ..View::default()
    }
}

/// Every report for people, for one view.
fn reports(comparison: &Comparison, view: &View) -> Vec<String> {
    let explained = comparison
        .findings
        .iter()
        .map(|finding| explain::render(comparison, &finding.id, view));
    iter::once(text::render(comparison, view))
        .chain(iter::once(claims::render(comparison, view)))
        .chain(explained)
        .collect()
}

/// The escape codes by their numbers, so that a snapshot can be read.
fn legible(colored: &str) -> String {
    colored
        .replace("\u{1b}[0m", "</>")
        .replace("\u{1b}[", "<")
        .lines()
        .map(|line| line.to_owned() + "\n")
        .collect()
}

/// `painted` without its escape codes.
fn bare(painted: &str) -> String {
    let mut pieces = painted.split("\u{1b}[");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |bare, piece| {
        let (_, rest) = piece.split_once('m').expect("an escape code ends");
        bare + rest
    })
}

#[test]
fn text_at_80() {
    insta::assert_snapshot!(text::render(&fixture::story(), &view(80)));
}

#[test]
fn text_at_60() {
    insta::assert_snapshot!(text::render(&fixture::story(), &view(60)));
}

#[test]
fn text_at_140() {
    insta::assert_snapshot!(text::render(&fixture::story(), &view(140)));
}

#[test]
fn text_in_colour() {
    let view = View {
        color: true,
        ..view(80)
    };
    insta::assert_snapshot!(legible(&text::render(&fixture::story(), &view)));
}

#[test]
fn text_in_ascii() {
    let view = View {
        ascii: true,
        only: Some(Verdict::Conflict),
        ..view(80)
    };
    insta::assert_snapshot!(text::render(&fixture::story(), &view));
}

#[test]
fn text_of_agreements_word_by_word() {
    let view = View {
        only: Some(Verdict::Agree),
        diff: true,
        ..view(80)
    };
    insta::assert_snapshot!(text::render(&fixture::story(), &view));
}

#[test]
fn text_of_lone_claims_in_full() {
    let view = View {
        only: Some(Verdict::Unique),
        all: true,
        ..view(80)
    };
    insta::assert_snapshot!(text::render(&fixture::story(), &view));
}

#[test]
fn conflicts_in_their_paragraphs() {
    let view = View {
        context: true,
        only: Some(Verdict::Conflict),
        ..view(80)
    };
    insta::assert_snapshot!(text::render(&fixture::story(), &view));
}

#[test]
fn three_lines() {
    let view = View {
        summary: true,
        ..view(80)
    };
    let text = text::render(&fixture::story(), &view);
    assert_eq!(text.lines().count(), 3);
    insta::assert_snapshot!(text);
}

#[test]
fn one_article_in_full() {
    let view = View {
        article: Some("C".to_owned()),
        ..view(80)
    };
    insta::assert_snapshot!(text::render(&fixture::story(), &view));
}

#[test]
fn tables_stay_in_their_columns() {
    for width in [110, 140, 200, 240] {
        for line in text::render(&fixture::story(), &view(width)).lines() {
            assert!(line.width() <= width, "{width}: {line}");
        }
    }
    insta::assert_snapshot!(text::render(&fixture::story(), &view(200)));
}

#[test]
fn figures_drawn() {
    insta::assert_snapshot!(super::plot::render(&fixture::story()));
}

#[test]
fn explained_conflict() {
    insta::assert_snapshot!(explain::render(&fixture::story(), "F1", &view(80)));
}

#[test]
fn explained_agreement() {
    insta::assert_snapshot!(explain::render(&fixture::story(), "F6", &view(80)));
}

#[test]
fn explained_lone_claim() {
    insta::assert_snapshot!(explain::render(&fixture::story(), "F8", &view(80)));
}

#[test]
fn claims_at_80() {
    insta::assert_snapshot!(claims::render(&fixture::one_article(), &view(80)));
}

#[test]
fn json_contract() {
    let mut story = fixture::story();
    story.findings.truncate(2);
    story.findings[0].links.truncate(1);
    story.findings[0].conflicts.truncate(1);
    story
        .claims
        .retain(|claim| ["A2.1", "B3.1", "C1.1"].contains(&claim.id.as_str()));
    insta::assert_snapshot!(json::render(&story));
}

#[test]
fn no_line_is_wider_than_the_page() {
    for width in [40, 41, 59, 60, 61, 80, 100, 140, 200] {
        for (all, diff) in [(false, false), (true, true)] {
            let view = View {
                all,
                diff,
                ..view(width)
            };
            for report in reports(&fixture::story(), &view) {
                for line in report.lines() {
                    assert!(line.width() <= width, "{width}: {} in {line}", line.width());
                }
            }
        }
    }
}

#[test]
fn colour_changes_no_word_and_every_line_closes_what_it_opens() {
    let plain = view(80);
    let color = View {
        color: true,
        ..plain.clone()
    };
    let story = fixture::story();
    for (plain, painted) in reports(&story, &plain).iter().zip(reports(&story, &color)) {
        let trimmed: Vec<String> = bare(&painted)
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect();
        assert_eq!(trimmed, plain.lines().collect::<Vec<_>>());
        for line in painted.lines() {
            let codes = line.matches("\u{1b}[").count();
            let resets = line.matches("\u{1b}[0m").count();
            assert_eq!(codes, 2 * resets, "{line:?}");
        }
    }
}

#[test]
fn ascii_writes_our_own_signs_in_ascii() {
    let view = View {
        ascii: true,
        ..view(80)
    };
    let signs = |c: char| !c.is_ascii() && !c.is_alphabetic() && c != '\u{301}';
    for report in reports(&fixture::story(), &view) {
        let beyond: String = report.chars().filter(|&c| signs(c)).collect();
        assert_eq!(
            beyond,
            "\u{20ac}".repeat(beyond.chars().count()),
            "{report}"
        );
    }
}

#[test]
fn a_long_list_is_cut_and_says_by_how_much() {
    let mut story = fixture::story();
    let agreement = story.findings[5].clone();
    story.findings = iter::repeat_n(agreement, 32).collect();
    let cut = text::render(&story, &view(80));
    assert!(cut.contains("12 more agreements: --all"), "{cut}");
    let all = View {
        all: true,
        ..view(80)
    };
    assert!(!text::render(&story, &all).contains("more agreements"));
}

#[test]
fn hardly_anything_to_show_is_no_trouble() {
    let mut story = fixture::story();
    story.findings.clear();
    story.internal.clear();
    story.claims.clear();
    let empty = text::render(&story, &view(80));
    assert!(empty.contains("no claim was found in it"), "{empty}");
    assert!(empty.contains("no conflict"), "{empty}");
    story.articles.clear();
    for report in reports(&story, &view(80)) {
        assert!(report.lines().count() < 4, "{report}");
    }
    assert_eq!(explain::render(&story, "F1", &view(80)), "");
}

/// A report must stand a comparison that was made by other means, with ids and spans that lead nowhere.
#[test]
fn ids_and_spans_that_lead_nowhere_are_no_trouble() {
    let mut story = fixture::story();
    for claim in &mut story.claims {
        claim.span.end += 10_000;
        claim.parts[0].start += 1;
        claim.parts[0].end += 10_000;
    }
    for finding in &mut story.findings {
        finding.claims.push("Z9.9".to_owned());
        for conflict in &mut finding.conflicts {
            conflict.a.span.start += 1;
            conflict.b.claim = "Z9.9".to_owned();
        }
    }
    story.internal[0].a.claim = "Z9.9".to_owned();
    for report in reports(&story, &view(80)) {
        assert!(!report.is_empty());
    }
}
