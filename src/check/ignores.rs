//! Comments in the text of the new revision that tell the check to leave something alone.
//!
//! ```text
//! Seven guards were hurt. <!-- storydiff:ignore number-changed reason: figure from the coroner -->
//!
//! storydiff:ignore RULE, RULE reason: WHY   its line; alone in its lines, the next line with words (of a page, the paragraph)
//! storydiff:ignore-sentence ...             the sentence that it stands in or before
//! storydiff:ignore-paragraph ...            the paragraph that it stands in or before
//! storydiff:ignore-file ...                 the whole story
//! ```
//!
//! What was removed is ignored from where it stood, or from the line, sentence or paragraph before or behind. A comment without a
//! reason, or with a rule that is not known, ignores nothing and is told of.

use super::did_you_mean;
use crate::revise::{Change, Rule, Turn, Words};
use crate::segment::Document;
use crate::{Article, Comment, Span};

/// A comment that says what to leave alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ignore {
    pub(super) reason: String,
    /// Its first line in the file, from 1.
    pub(super) line: Option<usize>,
    rules: Vec<Rule>,
    /// Where it stands.
    at: usize,
    /// What it is for.
    reach: Span,
}

/// The comments of an article, and what is wrong with those that cannot be followed.
pub(super) fn ignores(article: &Article, document: &Document) -> (Vec<Ignore>, Vec<Change>) {
    let (mut ignores, mut bad) = (Vec::new(), Vec::new());
    for comment in &article.comments {
        match ignore(article, document, comment) {
            Ok(ignore) => ignores.push(ignore),
            Err(reason) => bad.push(told(
                article,
                Rule::BadIgnore,
                comment.at,
                format!(
                    "the comment{} ignores nothing: {reason}",
                    in_line(comment.lines.map(|lines| lines.0))
                ),
            )),
        }
    }
    (ignores, bad)
}

const KINDS: [(&str, Reach); 4] = [
    ("ignore", Reach::Line),
    ("ignore-sentence", Reach::Sentence),
    ("ignore-paragraph", Reach::Paragraph),
    ("ignore-file", Reach::File),
];

#[derive(Debug, Clone, Copy)]
enum Reach {
    Line,
    Sentence,
    Paragraph,
    File,
}

fn ignore(article: &Article, document: &Document, comment: &Comment) -> Result<Ignore, String> {
    let (kind, rest) = comment
        .text
        .split_once(char::is_whitespace)
        .unwrap_or((&comment.text, ""));
    let names = KINDS.map(|(name, _)| name);
    let (_, reach) = KINDS
        .into_iter()
        .find(|(name, _)| *name == kind)
        .ok_or_else(|| {
            let hint = did_you_mean(names, kind, &format!("there are {}", names.join(", ")));
            format!("no comment storydiff:{kind}{hint}")
        })?;
    let (rules, reason) = rest.split_once("reason:").unwrap_or((rest, ""));
    let rules = rules
        .split(|c: char| c == ',' || c.is_whitespace())
        .filter(|name| !name.is_empty())
        .map(Rule::named)
        .collect::<Result<Vec<_>, _>>()?;
    let form = format!("write storydiff:{kind} number-changed reason: and why");
    if rules.is_empty() {
        return Err(format!("it names no rule; {form}"));
    }
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if !reason.chars().any(char::is_alphanumeric) {
        return Err(format!("it gives no reason; {form}"));
    }
    Ok(Ignore {
        reason,
        line: comment.lines.map(|(first, _)| first),
        rules,
        at: comment.at,
        reach: reach.of(article, document, comment),
    })
}

impl Reach {
    fn of(self, article: &Article, document: &Document, comment: &Comment) -> Span {
        let nothing = Span::new(comment.at, comment.at);
        let sentences = document.sentences.iter();
        // what the comment stands in, or else the next
        let own = |span: &Span| span.end > comment.at;
        match self {
            Self::File => Span::new(0, article.text.len()),
            Self::Sentence => sentences
                .map(|sentence| sentence.span)
                .find(own)
                .unwrap_or(nothing),
            Self::Line => match comment.lines {
                Some((first, last)) => article
                    .line(first)
                    .or_else(|| next_line(article, last))
                    .unwrap_or(nothing),
                None => Self::Paragraph.of(article, document, comment),
            },
            Self::Paragraph => {
                let number = document
                    .sentences
                    .iter()
                    .find(|sentence| own(&sentence.span))
                    .map(|sentence| sentence.paragraph);
                sentences
                    .filter(|sentence| Some(sentence.paragraph) == number)
                    .map(|sentence| sentence.span)
                    .reduce(Span::hull)
                    .unwrap_or(nothing)
            }
        }
    }
}

/// The next line behind a line of the file that has words.
fn next_line(article: &Article, line: usize) -> Option<Span> {
    let last = article.position(article.text.len())?.line;
    (line + 1..=last).find_map(|line| article.line(line))
}

impl Ignore {
    /// Whether it is for a change.
    pub(super) fn covers(&self, change: &Change) -> bool {
        if !self.rules.contains(&change.rule) {
            return false;
        }
        let touches = |span: Span| span.start <= self.reach.end && self.reach.start <= span.end;
        match (&change.new, change.gap) {
            (Some(words), _) if words.span.is_empty() => touches(words.span),
            (Some(words), _) => words.span.overlaps(self.reach),
            (None, Some(gap)) => touches(gap) || (gap.start..=gap.end).contains(&self.at),
            (None, None) => false,
        }
    }

    /// What is to be said when none of the changes that it covers is told; `told` are the rules of those that are.
    pub(super) fn unused(&self, article: &Article, told_of: &[Rule]) -> Option<Change> {
        let mut idle = self.rules.iter().filter(|rule| !told_of.contains(rule));
        let first = idle.next()?.id().to_owned();
        let names = idle.fold(first, |names, rule| format!("{names}, {}", rule.id()));
        let line = in_line(self.line);
        let why = format!("the comment{line} has nothing of {names} to ignore");
        Some(told(article, Rule::UnusedIgnore, self.at, why))
    }
}

fn in_line(line: Option<usize>) -> String {
    line.map_or(String::new(), |line| format!(" in line {line}"))
}

fn told(article: &Article, rule: Rule, at: usize, why: String) -> Change {
    let span = Span::new(at, at);
    Change {
        rule,
        relation: Turn::Contradicts,
        why,
        old: None,
        new: Some(Words::new(article, span, span)),
        gap: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::article_from_markdown;
    use crate::segment::segment;

    /// The words that the only comment of a text is for, or what is wrong with it.
    fn reach(markdown: &str) -> Result<String, String> {
        let article = article_from_markdown("B", "b", markdown);
        let (ignores, bad) = ignores(&article, &segment(&article));
        match (&ignores[..], &bad[..]) {
            ([ignore], []) => Ok(ignore.reach.slice(&article.text).to_owned()),
            ([], [bad]) => Err(bad.why.clone()),
            other => panic!("{markdown}: {other:?}"),
        }
    }

    #[test]
    fn what_a_comment_is_for() {
        let text = "# Fire\n\n(1)Six were hurt. (2)The roof fell in.(3)\n(4)\n(5)\nA school was closed. (6)It is open now.\n\n(7)";
        for (place, kind, expected) in [
            ("(1)", "", "Six were hurt. The roof fell in."),
            ("(3)", "", "Six were hurt. The roof fell in."),
            ("(5)", "", "A school was closed. It is open now."),
            ("(6)", "", "A school was closed. It is open now."),
            ("(1)", "-sentence", "Six were hurt."),
            ("(2)", "-sentence", "The roof fell in."),
            ("(5)", "-sentence", "A school was closed."),
            ("(2)", "-paragraph", "Six were hurt. The roof fell in."),
            ("(5)", "-paragraph", "A school was closed. It is open now."),
            ("(7)", "", ""),
            ("(7)", "-sentence", ""),
        ] {
            let comment = format!("<!-- storydiff:ignore{kind} number-changed reason: x --> ");
            let mut written = text.replace(place, &comment);
            for other in 1..=7 {
                written = written.replace(&format!("({other})"), "");
            }
            assert_eq!(reach(&written).as_deref(), Ok(expected), "{written}");
        }
        let all = reach("Six.\n\n<!-- storydiff:ignore-file number-changed reason: x -->\n\nEnd.");
        assert_eq!(all.as_deref(), Ok("Six.\n\nEnd."));
    }

    #[test]
    fn comments_that_cannot_be_followed() {
        for (comment, part) in [
            (
                "ignore number-changed",
                "it gives no reason; write storydiff:ignore",
            ),
            ("ignore number-changed reason: -", "it gives no reason"),
            ("ignore reason: the coroner", "it names no rule"),
            ("ignore", "it names no rule"),
            (
                "ignore numbr-changed reason: x",
                "no rule numbr-changed; did you mean number-changed?",
            ),
            ("ignroe number-changed reason: x", "did you mean ignore?"),
            ("", "there are ignore, ignore-sentence"),
        ] {
            let said =
                reach(&format!("Six.\n\n<!-- storydiff:{comment} -->\nEnd.")).expect_err(comment);
            assert!(
                said.starts_with("the comment in line 3 ignores nothing: ") && said.contains(part),
                "{comment}: {said}"
            );
        }
    }
}
