//! What a newsroom states of its stories, and what must hold in every revision.
//!
//! ```text
//! fact "guards hurt" equals "brief.md"     what the story says of guards that were hurt agrees with what brief.md says
//! name "Anna Kelly" spelled "Anna Kelly"   she is spelled so wherever she is named
//! no number-changed without note           a number may change, and then a note says so
//! ```

mod agreement;
mod spelling;

use serde_json::Value;

use super::told::Told;
use super::{Against, Grounds, Severity, Story, did_you_mean};
use crate::revise::{Change, Rule, Turn, Words};
use crate::{Article, Comparison, Span};

/// Something that must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assertion {
    /// As it is written.
    pub text: String,
    /// The file that it is written in.
    pub file: String,
    /// The line of the file, from 1.
    pub line: usize,
    demand: Demand,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Demand {
    Fact { thing: String, file: String },
    Name { name: String, spelled: String },
    Note { rule: Rule },
}

/// The forms, to be shown to whoever wrote another.
const FORMS: &str =
    "write fact \"...\" equals \"FILE\", name \"...\" spelled \"...\" or no RULE without note";

impl Assertion {
    /// Understands an assertion that is written in a line of a file.
    ///
    /// ```
    /// use storydiff::check::Assertion;
    /// let fact = Assertion::parse("fact \"death toll\" equals \"brief.md\"", "storydiff.toml", 3).unwrap();
    /// assert_eq!(fact.other_file(), Some("brief.md"));
    /// let error = Assertion::parse("fact \"death toll\" equal \"brief.md\"", "storydiff.toml", 3).unwrap_err();
    /// assert_eq!(error, "equal stands where equals is wanted");
    /// ```
    ///
    /// # Errors
    ///
    /// What is wrong with it, and what to write.
    pub fn parse(text: &str, file: &str, line: usize) -> Result<Self, String> {
        let words = words(text)?;
        let plain: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        let quoted: Vec<bool> = words.iter().map(|word| word.quoted).collect();
        let wanted = |at: usize, word: &str| match plain.get(at) {
            Some(found) if *found == word => Ok(()),
            Some(found) => Err(format!("{found} stands where {word} is wanted")),
            None => Err(format!("{word} is missing at the end; {FORMS}")),
        };
        let name = |at: usize| match (plain.get(at), quoted.get(at)) {
            (Some(found), Some(true)) if found.chars().any(char::is_alphanumeric) => {
                Ok((*found).to_owned())
            }
            (Some(found), _) => Err(format!(
                "{found} stands where words in quotation marks are wanted"
            )),
            _ => Err(format!("words in quotation marks are missing; {FORMS}")),
        };
        let demand = match plain.first() {
            Some(&"fact") => {
                let thing = name(1)?;
                wanted(2, "equals")?;
                let file = name(3)?;
                Demand::Fact { thing, file }
            }
            Some(&"name") => {
                let called = name(1)?;
                wanted(2, "spelled")?;
                Demand::Name {
                    name: called,
                    spelled: name(3)?,
                }
            }
            Some(&"no") => {
                let rule = plain
                    .get(1)
                    .ok_or_else(|| format!("a rule is missing; {FORMS}"))?;
                let rule = Rule::named(rule)?;
                wanted(2, "without")?;
                wanted(3, "note")?;
                Demand::Note { rule }
            }
            Some(other) => {
                let hint = did_you_mean(["fact", "name", "no"], other, FORMS);
                return Err(format!("no assertion begins with {other}{hint}"));
            }
            None => return Err(format!("says nothing; {FORMS}")),
        };
        if let Some(more) = plain.get(4) {
            return Err(format!("{more} stands behind the end; {FORMS}"));
        }
        Ok(Self {
            text: text.trim().to_owned(),
            file: file.to_owned(),
            line,
            demand,
        })
    }

    /// The assertions in a story's front matter, below `storydiff` and `assert`; `file` is what the story is called.
    ///
    /// ```
    /// use storydiff::check::Assertion;
    /// use storydiff::read::article_from_markdown;
    /// let text = "---\nstorydiff:\n  assert:\n    - no number-changed without note\n---\nSix were hurt.";
    /// let found = Assertion::of_story(&article_from_markdown("B", "b", text), "story.md").unwrap();
    /// assert_eq!((found[0].line, found[0].other_file()), (4, None));
    /// ```
    ///
    /// # Errors
    ///
    /// What is wrong with one, and in which line.
    pub fn of_story(article: &Article, file: &str) -> Result<Vec<Self>, String> {
        let Some((settings, first)) = &article.settings else {
            return Ok(Vec::new());
        };
        let wrong = |line: usize, reason: String| format!("line {line}: {reason}");
        let form = "write below storydiff: assert: a list of assertions";
        let table = settings.as_object().ok_or_else(|| {
            wrong(
                *first,
                format!("what stands below storydiff cannot be read; {form}"),
            )
        })?;
        if let Some(key) = table.keys().find(|key| *key != "assert") {
            let hint = did_you_mean(["assert"], key, "there is assert");
            return Err(wrong(*first, format!("no setting {key}{hint}")));
        }
        let listed = table.get("assert").map(|listed| match listed {
            Value::String(one) => Ok(vec![one.as_str()]),
            Value::Array(all) => {
                let words = all.iter().map(Value::as_str);
                words.collect::<Option<Vec<_>>>().ok_or(())
            }
            _ => Err(()),
        });
        let listed = listed
            .unwrap_or(Ok(Vec::new()))
            .map_err(|()| wrong(*first, format!("assert is no list of assertions; {form}")))?;
        let lines = article.file_lines();
        let line = |text: &str| {
            let behind = lines.iter().enumerate().skip(*first);
            let mut own = behind.filter(|(_, line)| line.contains(text));
            own.next().map_or(*first, |(at, _)| at + 1)
        };
        let parse = |text: &&str| {
            let line = line(text);
            Self::parse(text, file, line).map_err(|reason| wrong(line, reason))
        };
        listed.iter().map(parse).collect()
    }

    /// The file that the story is held against, as it is written.
    #[must_use]
    pub fn other_file(&self) -> Option<&str> {
        match &self.demand {
            Demand::Fact { file, .. } => Some(file),
            _ => None,
        }
    }
}

struct Word {
    text: String,
    quoted: bool,
}

/// Words, and what stands in quotation marks as one.
fn words(text: &str) -> Result<Vec<Word>, String> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let close: &[char] = match first {
            '"' => &['"'],
            '\u{201c}' => &['\u{201d}'],
            '\'' => &['\''],
            _ => &[],
        };
        let (word, after) = if close.is_empty() {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            rest.split_at(end)
        } else {
            let inside = &rest[first.len_utf8()..];
            inside
                .split_once(close)
                .ok_or_else(|| format!("{first} is opened and not closed"))?
        };
        words.push(Word {
            text: word.split_whitespace().collect::<Vec<_>>().join(" "),
            quoted: !close.is_empty(),
        });
        rest = after.trim_start();
    }
    Ok(words)
}

/// An assertion with what is needed to tell whether it holds.
#[derive(Debug, Clone)]
pub struct Asserted<'a> {
    /// What must hold.
    pub assertion: &'a Assertion,
    /// The file that it names beside the new revision, the file first.
    pub comparison: Option<&'a Comparison>,
}

/// How grave changes of a rule are taken at most, since an assertion says when they may be.
pub(super) fn at_most(asserted: &[Asserted<'_>], rule: Rule) -> Option<Severity> {
    let own = |asserted: &Asserted<'_>| asserted.assertion.demand == Demand::Note { rule };
    asserted.iter().any(own).then_some(Severity::Note)
}

/// Where an assertion does not hold; `known` is what else is told of the story.
pub(super) fn failures(
    story: &Story,
    grounds: &Grounds<'_>,
    asserted: &Asserted<'_>,
    known: &[Told],
) -> Vec<Told> {
    let Some(new) = story.to_check() else {
        return Vec::new();
    };
    let assertion = asserted.assertion;
    let fail = |span: Span, why: &str, against: Option<Against>| Told {
        against,
        identity: assertion.text.clone(),
        ..Told::from(Change {
            rule: Rule::AssertionFailed,
            relation: Turn::Contradicts,
            why: format!(
                "{} ({}:{}): {why}",
                assertion.text, assertion.file, assertion.line
            ),
            old: None,
            new: Some(Words::new(new, span, grounds.sentence(span))),
            gap: None,
        })
    };
    match (&assertion.demand, asserted.comparison) {
        (Demand::Fact { thing, file }, Some(comparison)) => {
            match agreement::differences(comparison, thing) {
                Some(differences) => differences
                    .into_iter()
                    .map(|found| fail(found.span, &found.why, Some(found.against)))
                    .collect(),
                None => {
                    let why = format!("{file} says nothing of that");
                    vec![fail(Span::new(0, 0), &why, None)]
                }
            }
        }
        (Demand::Fact { .. }, None) => Vec::new(),
        (Demand::Name { name, spelled }, _) => spelling::misspellings(&new.text, name, spelled)
            .into_iter()
            .map(|span| {
                let why = format!(
                    "\u{201c}{}\u{201d} is to be spelled \u{201c}{spelled}\u{201d}",
                    span.slice(&new.text)
                );
                let against = Against {
                    label: assertion.file.clone(),
                    file: Some(assertion.file.clone()),
                    line: Some(assertion.line),
                    text: spelled.clone(),
                    claim: assertion.text.clone(),
                };
                fail(span, &why, Some(against))
            })
            .collect(),
        (Demand::Note { rule }, _) if !grounds.revision.noted => known
            .iter()
            .filter(|told| told.change.rule == *rule)
            .map(|told| {
                let change = &told.change;
                let top = change.gap.map_or(0, |gap| gap.start);
                let old = change.old.as_ref().map(|words| {
                    let old = &story.articles()[0];
                    Against::new(old, words.span, words.sentence.slice(&old.text))
                });
                let span = change
                    .new
                    .as_ref()
                    .map_or(Span::new(top, top), |words| words.span);
                fail(span, &change.why, told.against.clone().or(old))
            })
            .collect(),
        (Demand::Note { .. }, _) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_an_assertion() {
        for (text, part) in [
            ("", "says nothing; write fact"),
            (
                "fcat \"a\" equals \"b\"",
                "no assertion begins with fcat; did you mean fact?",
            ),
            ("fact", "words in quotation marks are missing"),
            (
                "fact toll equals \"b\"",
                "toll stands where words in quotation marks are wanted",
            ),
            ("fact \"a\"", "equals is missing at the end"),
            ("fact \"a equals b", "\" is opened and not closed"),
            ("fact \"-\" equals \"b\"", "- stands where words"),
            (
                "name \"a\" spelt \"b\"",
                "spelt stands where spelled is wanted",
            ),
            (
                "no numbr-changed without note",
                "did you mean number-changed?",
            ),
            ("no number-changed", "without is missing at the end"),
            (
                "no number-changed without notes",
                "notes stands where note is wanted",
            ),
            (
                "no number-changed without note now",
                "now stands behind the end",
            ),
        ] {
            let error = Assertion::parse(text, "x", 1).expect_err(text);
            assert!(error.contains(part), "{text}: {error}");
        }
        for text in [
            "fact \"death toll\" equals 'brief.md'",
            "  name \u{201c}Anna  Kelly\u{201d} spelled \"Anna Kelly\" ",
            "no quote-altered without note",
        ] {
            Assertion::parse(text, "x", 1).expect(text);
        }
    }
}
