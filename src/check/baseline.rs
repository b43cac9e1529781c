//! What is known and accepted: a file of changes that count for nothing, each with a reason and, if wanted, a last day.
//!
//! ```json
//! { "schema_version": 1,
//!   "entries": [ { "story": "content/fire.md", "rule": "number-changed",
//!                  "old": "Six guards were hurt.", "new": "Seven guards were hurt.",
//!                  "fingerprint": "5f0c6d1f0e5a9b21", "reason": "the coroner", "expires": "2026-12-31" } ] }
//! ```
//!
//! An entry is found again by the story, the rule and the words of the claims (their fingerprint), never by lines: what stands
//! elsewhere is the same, what reads otherwise is not.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Check, Suppressed, Suppression, SuppressionKind, Violation};
use crate::revise::Rule;
use crate::{SCHEMA_VERSION, Span};

/// What is accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// Always [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// By story, rule and words.
    pub entries: Vec<Entry>,
}

/// A change that is accepted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The story's path, from the folder of the configuration.
    pub story: String,
    /// The rule's name, `number-changed`.
    pub rule: String,
    /// The sentence of the old revision, for people; `None` when there is none.
    #[serde(default)]
    pub old: Option<String>,
    /// The sentence of the new revision, for people; `None` when there is none.
    #[serde(default)]
    pub new: Option<String>,
    /// [`Violation::fingerprint`].
    pub fingerprint: String,
    /// Why it is accepted; empty when nobody said.
    #[serde(default)]
    pub reason: String,
    /// The last day on which it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub expires: Option<Date>,
}

/// What a baseline did for a story.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Coverage {
    /// How many violations it covers; they are among those suppressed.
    pub covered: usize,
    /// Entries that would cover a violation, had their last day not passed.
    pub expired: Vec<Entry>,
    /// Entries that nothing matches any more.
    pub stale: Vec<Entry>,
}

impl Default for Baseline {
    /// One that accepts nothing.
    fn default() -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            entries: Vec::new(),
        }
    }
}

impl Baseline {
    /// Understands a baseline file.
    ///
    /// ```
    /// use storydiff::check::Baseline;
    /// assert_eq!(Baseline::parse(r#"{"schema_version": 1, "entries": []}"#), Ok(Baseline::default()));
    /// assert!(Baseline::parse("{").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub fn parse(text: &str) -> Result<Self, String> {
        let baseline: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if baseline.schema_version != SCHEMA_VERSION {
            return Err(format!(
                "schema_version is {}; this program knows {SCHEMA_VERSION}",
                baseline.schema_version
            ));
        }
        for entry in &baseline.entries {
            Rule::named(&entry.rule)?;
        }
        Ok(baseline)
    }

    /// As pretty JSON with a final newline, its entries in order.
    ///
    /// # Panics
    /// Never: a baseline is plain data.
    #[must_use]
    pub fn render(&self) -> String {
        let mut sorted = self.clone();
        sorted.entries.sort();
        sorted.entries.dedup();
        let mut text = serde_json::to_string_pretty(&sorted).expect("plain data");
        text.push('\n');
        text
    }

    /// Accepts everything that is told of a story now, and drops its entries that match nothing. An entry that is there already
    /// keeps its reason and its last day; new ones get `reason`.
    pub fn accept(&mut self, check: &Check, story: &str, reason: &str) {
        let mut known: Vec<Entry> = Vec::new();
        self.entries.retain(|entry| {
            let other = entry.story != story;
            if !other {
                known.push(entry.clone());
            }
            other
        });
        for violation in check.violations.iter().filter(|v| can_be_accepted(v)) {
            let entry = known
                .iter()
                .find(|entry| entry.is_of(story, violation))
                .cloned()
                .unwrap_or_else(|| Entry::new(check, story, violation, reason));
            if !self.entries.contains(&entry) {
                self.entries.push(entry);
            }
        }
    }

    /// Takes entries out.
    pub fn remove(&mut self, gone: &[Entry]) {
        self.entries.retain(|entry| !gone.contains(entry));
    }

    /// Takes what is accepted out of what is told of a story: it is suppressed from now on. `today` decides which entries
    /// still count.
    pub fn cover(&self, check: &mut Check, story: &str, today: Date) {
        let own: Vec<&Entry> = self
            .entries
            .iter()
            .filter(|entry| entry.story == story)
            .collect();
        let mut coverage = Coverage::default();
        let mut used = vec![false; own.len()];
        for violation in std::mem::take(&mut check.violations) {
            let found = own.iter().position(|entry| entry.is_of(story, &violation));
            let Some(at) = found.filter(|_| can_be_accepted(&violation)) else {
                check.violations.push(violation);
                continue;
            };
            let entry = own[at];
            if entry.is_expired(today) {
                if !used[at] {
                    coverage.expired.push(entry.clone());
                }
                check.violations.push(violation);
            } else {
                coverage.covered += 1;
                check.suppressed.push(Suppressed {
                    violation,
                    suppression: Suppression {
                        kind: SuppressionKind::Baseline,
                        reason: entry.reason.clone(),
                        line: None,
                    },
                });
            }
            used[at] = true;
        }
        let idle = own.into_iter().zip(used).filter(|(_, used)| !used);
        coverage.stale = idle.map(|(entry, _)| entry.clone()).collect();
        check.baseline = Some(coverage);
    }
}

impl Entry {
    fn new(check: &Check, story: &str, violation: &Violation, reason: &str) -> Self {
        let sentence = |side: usize, span: Option<Span>| {
            let text = &check.articles.get(side)?.text;
            let words = text.get(span?.start..span?.end)?;
            Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let change = &violation.change;
        Self {
            story: story.to_owned(),
            rule: change.rule.id().to_owned(),
            fingerprint: violation.fingerprint.clone(),
            old: sentence(0, change.old.as_ref().map(|words| words.sentence)),
            new: sentence(1, change.new.as_ref().map(|words| words.sentence))
                .filter(|words| !words.is_empty()),
            reason: reason.to_owned(),
            expires: None,
        }
    }

    fn is_of(&self, story: &str, violation: &Violation) -> bool {
        self.story == story
            && self.rule == violation.change.rule.id()
            && self.fingerprint == violation.fingerprint
    }

    /// Whether its last day has passed.
    #[must_use]
    pub fn is_expired(&self, today: Date) -> bool {
        self.expires.is_some_and(|last| last < today)
    }
}

/// What is wrong with a comment is mended, not accepted.
fn can_be_accepted(violation: &Violation) -> bool {
    !matches!(violation.change.rule, Rule::BadIgnore | Rule::UnusedIgnore)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Policy;
    use crate::read::article_from_text;
    use crate::{Judge, Options, compare_revisions};
    use jiff::civil::date;

    const OLD: &str = "Fire at the mill\n\nSix guards were hurt in the fire on Monday, police said. The roof did not fall in.\n\nAnna \
                       Kelly, the manager, said that it would cost $5 million.";

    fn checked(new: &str) -> Check {
        let [old, new] = [OLD, new].map(|text| article_from_text("A", "a", text));
        let options = Options {
            judge: Judge::Fast,
            ..Options::default()
        };
        compare_revisions(old, new, None, &Policy::default(), &options)
    }

    #[test]
    fn what_is_accepted_is_told_no_more_and_all_else_is() {
        let today = date(2026, 6, 15);
        let changes = [
            ("Six", "Seven"),
            ("Monday", "Tuesday"),
            ("did not fall", "fell"),
            ("Kelly", "Kelley"),
            ("$5", "$6"),
            ("Fire at the mill", "Seven hurt at the mill"),
            (" The roof did not fall in.", ""),
        ];
        // every set of changes
        for made in 0..1_u32 << changes.len() {
            let has = |set: u32, at: usize| set & 1 << at != 0;
            let text = changes
                .iter()
                .enumerate()
                .fold(OLD.to_owned(), |text, (at, (from, to))| {
                    if has(made, at) {
                        text.replace(from, to)
                    } else {
                        text
                    }
                });
            let all = checked(&text);
            let mut baseline = Baseline::default();
            baseline.accept(&all, "a.md", "known");
            assert_eq!(
                Baseline::parse(&baseline.render()).map(|read| read.render()),
                Ok(baseline.render())
            );
            let mut covered = all.clone();
            baseline.cover(&mut covered, "a.md", today);
            assert_eq!(covered.violations, [], "{text}");
            let coverage = covered.baseline.expect("it was used");
            assert_eq!(coverage.covered, all.violations.len(), "{text}");
            assert_eq!((coverage.expired, coverage.stale), (vec![], vec![]));
            // it is for one story
            let mut other = all.clone();
            baseline.cover(&mut other, "b.md", today);
            assert_eq!(other.violations, all.violations);
            // and to its last day
            for entry in &mut baseline.entries {
                entry.expires = Some(date(2026, 6, 14));
            }
            let mut expired = all.clone();
            baseline.cover(&mut expired, "a.md", today);
            assert_eq!(expired.violations, all.violations);
            let before = baseline.clone();
            baseline.accept(&all, "a.md", "another reason");
            assert_eq!(
                baseline.render(),
                before.render(),
                "entries are kept as they are"
            );
            baseline.accept(&checked(OLD), "a.md", "");
            assert_eq!(baseline, Baseline::default());
        }
    }
}
