//! `storydiff.toml`: what a newsroom or a repository wants of `check`.
//!
//! ```toml
//! fail-on = "warning"
//!
//! [rules]
//! claim-added = "off"
//! changed-without-note = "error"
//! ```

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Deserialize;
use storydiff::check::{RULES, Severity};
use storydiff::revise::Rule;

use super::args::{CheckArgs, FailOn, severity_of};
use super::trouble::Trouble;

const NAME: &str = "storydiff.toml";

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    fail_on: Option<String>,
    #[serde(default)]
    rules: BTreeMap<String, String>,
}

/// What a check goes by, and where each part of it comes from.
#[derive(Debug)]
pub(super) struct Config {
    pub(super) fail_on: FailOn,
    pub(super) severities: BTreeMap<Rule, Severity>,
    fail_on_from: String,
    from: BTreeMap<Rule, String>,
}

impl Config {
    /// The configuration of the nearest folder upwards that has one, with what the command line says on top.
    pub(super) fn of(args: &CheckArgs) -> Result<Self, Trouble> {
        let path = match &args.config {
            Some(path) => Some(path.clone()),
            None => std::env::current_dir()
                .ok()
                .and_then(|folder| nearest(&folder)),
        };
        let mut config = Self {
            fail_on: FailOn::Error,
            severities: BTreeMap::new(),
            fail_on_from: "as usual".to_owned(),
            from: BTreeMap::new(),
        };
        if let Some(path) = path {
            config.add_file(&path)?;
        }
        for (rule, severity) in &args.severities {
            config.severities.insert(*rule, *severity);
            config.from.insert(*rule, "the command line".to_owned());
        }
        if let Some(fail_on) = args.fail_on {
            config.fail_on = fail_on;
            config.fail_on_from = "the command line".to_owned();
        }
        Ok(config)
    }

    fn add_file(&mut self, path: &Path) -> Result<(), Trouble> {
        let bad = |reason: String| Trouble::Config {
            path: path.to_path_buf(),
            reason,
        };
        let text = std::fs::read_to_string(path).map_err(|error| bad(error.to_string()))?;
        let written: Written = toml::from_str(&text).map_err(|error| {
            let line = error.span().map_or(1, |span| {
                text[..span.start.min(text.len())].matches('\n').count() + 1
            });
            bad(format!("line {line}: {}", error.message()))
        })?;
        let name = path.display().to_string();
        if let Some(fail_on) = written.fail_on {
            self.fail_on = FailOn::from_str(&fail_on, false).map_err(|_| {
                bad(format!(
                    "fail-on is {fail_on}; possible values: error, warning, note, none"
                ))
            })?;
            self.fail_on_from.clone_from(&name);
        }
        for (rule, severity) in written.rules {
            let (rule, severity) = severity_of(&rule, &severity).map_err(&bad)?;
            self.severities.insert(rule, severity);
            self.from.insert(rule, name.clone());
        }
        Ok(())
    }

    /// Every setting, and where it comes from.
    pub(super) fn show(&self) -> String {
        let word = |severity: Severity| format!("{severity:?}").to_lowercase();
        let mut text = format!(
            "{:<26} {:<8} {}\n",
            "fail-on",
            format!("{:?}", self.fail_on).to_lowercase(),
            self.fail_on_from
        );
        for rule in RULES {
            let severity = self
                .severities
                .get(&rule)
                .copied()
                .unwrap_or_else(|| rule.usual_severity());
            let from = self.from.get(&rule).map_or("as usual", String::as_str);
            text.push_str(&format!("{:<26} {:<8} {from}\n", rule.id(), word(severity)));
        }
        text
    }
}

/// The file in a folder or in one above it.
fn nearest(folder: &Path) -> Option<PathBuf> {
    folder
        .ancestors()
        .map(|folder| folder.join(NAME))
        .find(|path| path.is_file())
}
