//! For a pull request or a chat: the conflicts as a table, the rest folded away.

use super::lookup::Lookup;
use super::rules::one_line;
use super::text::agreements::best_wording;
use super::text::head::counted;
use super::text::values::{kind_word, reasons};
use crate::{Article, Claim, Comparison, Conflict, Finding, Strength, Verdict};

/// The comparison as Markdown (GitHub's).
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let story = Lookup::new(comparison);
    let mut text = String::new();
    let labels: Vec<String> = comparison.articles.iter().map(name).collect();
    text.push_str(&format!("### storydiff: {}\n\n", labels.join(" \u{b7} ")));
    text.push_str(&format!(
        "**{}** \u{b7} {} agree \u{b7} {} only in one\n",
        counted(
            comparison.count(Verdict::Conflict) + comparison.internal.len(),
            "conflict"
        ),
        comparison.count(Verdict::Agree),
        comparison.count(Verdict::Unique)
    ));
    conflicts(&mut text, &story);
    folded(&mut text, "What agrees", &agreements(&story));
    folded(&mut text, "Only in one", &uniques(&story));
    text
}

/// `**A** wire, The Wire, 2021-11-07`
fn name(article: &Article) -> String {
    let mut name = format!("**{}** {}", escaped(&article.id), escaped(&article.label));
    if let Some(outlet) = article
        .outlet
        .as_ref()
        .filter(|outlet| **outlet != article.label)
    {
        name.push_str(&format!(", {}", escaped(outlet)));
    }
    if let Some(day) = article.published {
        name.push_str(&format!(", {day}"));
    }
    name
}

fn conflicts(text: &mut String, story: &Lookup<'_>) {
    let found: Vec<&Finding> = story
        .comparison
        .findings
        .iter()
        .filter(|f| f.verdict == Verdict::Conflict)
        .collect();
    if found.is_empty() && story.comparison.internal.is_empty() {
        return;
    }
    text.push_str("\n| | about | one says | another says | why |\n|---|---|---|---|---|\n");
    for finding in found {
        let why: Vec<String> = reasons(story, finding)
            .iter()
            .map(|reason| escaped(reason.text()))
            .collect();
        for (number, conflict) in told_apart(&finding.conflicts).into_iter().enumerate() {
            let about = if number == 0 {
                format!("{} {}", finding.id, escaped(&finding.subject))
            } else {
                String::new()
            };
            let why = if number == 0 {
                why.join("<br>")
            } else {
                String::new()
            };
            row(text, story, conflict, &about, &why);
        }
    }
    for conflict in &story.comparison.internal {
        row(
            text,
            story,
            conflict,
            "within one article",
            &escaped(&conflict.why),
        );
    }
}

/// Conflicts that clash in other words than those before.
fn told_apart(conflicts: &[Conflict]) -> Vec<&Conflict> {
    let mut told: Vec<&Conflict> = Vec::new();
    for conflict in conflicts {
        let words = |conflict: &Conflict| {
            let mut sides = [
                conflict.a.text.to_lowercase(),
                conflict.b.text.to_lowercase(),
            ];
            sides.sort_unstable();
            (conflict.kind, sides)
        };
        if !told.iter().any(|known| words(known) == words(conflict)) {
            told.push(conflict);
        }
    }
    told
}

fn row(text: &mut String, story: &Lookup<'_>, conflict: &Conflict, about: &str, why: &str) {
    let sign = match conflict.strength {
        Strength::Hard => "\u{274c}",
        Strength::Soft => "\u{26a0}\u{fe0f}",
    };
    let side = |side: &crate::Side| {
        let claim = story.claim(&side.claim);
        let words = claim.map_or_else(|| escaped(&side.text), |claim| marked(story, claim, side));
        format!("**{}** {words}", story.letter_of(side))
    };
    let kind = kind_word(conflict.kind);
    let about = if about.is_empty() {
        kind.to_owned()
    } else {
        format!("{about} ({kind})")
    };
    text.push_str(&format!(
        "| {sign} | {about} | {} | {} | {why} |\n",
        side(&conflict.a),
        side(&conflict.b)
    ));
}

/// The claim with the clashing words in bold.
fn marked(story: &Lookup<'_>, claim: &Claim, side: &crate::Side) -> String {
    let article = story.article_of(claim);
    let whole = article
        .filter(|_| claim.span.contains(side.span))
        .map(|article| {
            let piece = |start: usize, end: usize| article.text.get(start..end).unwrap_or_default();
            [
                piece(claim.span.start, side.span.start),
                piece(side.span.start, side.span.end),
                piece(side.span.end, claim.span.end),
            ]
        });
    match whole {
        Some([before, words, after]) => {
            let space = |words: &str, at_end: bool| {
                let near = if at_end {
                    words.chars().next_back()
                } else {
                    words.chars().next()
                };
                if near.is_some_and(char::is_whitespace) {
                    " "
                } else {
                    ""
                }
            };
            format!(
                "{}{}**{}**{}{}",
                escaped(before),
                space(before, true),
                escaped(words),
                space(after, false),
                escaped(after)
            )
        }
        None => format!("{} (**{}**)", escaped(&claim.text), escaped(&side.text)),
    }
}

fn agreements(story: &Lookup<'_>) -> Vec<String> {
    let agreeing = story
        .comparison
        .findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Agree);
    agreeing
        .map(|finding| {
            let words = best_wording(story, finding)
                .map_or(finding.subject.as_str(), |claim| claim.text.as_str());
            let letters = story.letters(finding);
            let origins = match finding.origins {
                origins if origins < letters.len() => {
                    format!(
                        " ({} articles, {})",
                        letters.len(),
                        counted(origins, "origin")
                    )
                }
                _ => String::new(),
            };
            let perhaps = if finding.is_doubtful() {
                "perhaps: "
            } else {
                ""
            };
            format!(
                "- {} **{}**{origins} {perhaps}{}",
                finding.id,
                letters.join(" "),
                escaped(words)
            )
        })
        .collect()
}

fn uniques(story: &Lookup<'_>) -> Vec<String> {
    let alone = story
        .comparison
        .findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Unique);
    alone
        .map(|finding| {
            let words: Vec<&str> = story
                .claims_of(finding)
                .iter()
                .map(|claim| claim.text.as_str())
                .collect();
            format!(
                "- {} **{}** {}",
                finding.id,
                story.letters(finding).join(" "),
                escaped(&words.join(" / "))
            )
        })
        .collect()
}

fn folded(text: &mut String, title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    text.push_str(&format!(
        "\n<details><summary>{title} ({})</summary>\n\n{}\n\n</details>\n",
        lines.len(),
        lines.join("\n")
    ));
}

/// Words that stay words: no markup, no mention of anybody, no line break.
pub(super) fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in one_line(words).chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            // GitHub tells people whose names stand behind it, and links what looks like an issue
            '@' => escaped.push_str("&#64;"),
            '#' => escaped.push_str("&#35;"),
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' | '~' | '!' | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    // addresses are linked without any markup
    escaped
        .replace("://", ":&#47;&#47;")
        .replace("www.", "www&#46;")
}
