//! Every setting, with who says so.

use std::path::Path;

use storydiff::check::{Assertion, RULES, Severity};

use super::paths::Paths;
use super::{Config, FailOn};

impl Config {
    /// Every setting and where it comes from; what is asked for one story, or else for all, with what differs for some below.
    pub(in crate::cli) fn show(&self, story: Option<&Path>) -> String {
        let mut text = String::new();
        let mut row = |name: &str, value: &str, from: &str| {
            text.push_str(&format!("{name:<26} {value:<8} {from}\n"));
        };
        let settings = match story {
            Some(story) => {
                let path = self.story_path(story);
                let is_one = if self.holds_story(&path) { "yes" } else { "no" };
                row("is a story", is_one, &self.told_stories());
                self.settings(&path)
            }
            None => {
                row("stories", "", &self.told_stories());
                self.layered(self.layers.iter().filter(|layer| layer.paths.is_none()))
            }
        };
        let baseline = match (&self.baseline, &self.file) {
            (Some(path), Some(file)) => format!("{}, says {file}", path.display()),
            _ => "storydiff-baseline.json, if it is there, as usual".to_owned(),
        };
        row("baseline", "", &baseline);
        row(
            "fail-on",
            &fail_on_word(settings.fail_on),
            &settings.fail_on_from,
        );
        for rule in RULES {
            let from = settings.from.get(&rule).map_or("as usual", String::as_str);
            row(
                rule.id(),
                severity_word(settings.policy.severity(rule)),
                from,
            );
        }
        let path = story.map(|story| self.story_path(story));
        for (assertion, paths) in &self.assertions {
            let is_own = path.as_ref().zip(paths.as_ref());
            if is_own.is_none_or(|(path, paths)| paths.hold(path)) {
                row("assert", &assertion.text, &told_assertion(assertion, paths));
            }
        }
        let some = self.layers.iter().filter(|layer| layer.paths.is_some());
        for layer in some.filter(|_| story.is_none()) {
            text.push_str(&format!("\n{}\n", layer.from));
            let mut row =
                |name: &str, value: &str| text.push_str(&format!("  {name:<24} {value}\n"));
            if let Some(fail_on) = layer.fail_on {
                row("fail-on", &fail_on_word(fail_on));
            }
            for (rule, severity) in &layer.severities {
                row(rule.id(), severity_word(*severity));
            }
        }
        text
    }

    /// Which files are stories, and who says so.
    fn told_stories(&self) -> String {
        let written = |paths: &Option<Paths>| {
            let paths = paths.as_ref().filter(|paths| !paths.written.is_empty());
            paths.map(|paths| paths.written.join(", "))
        };
        let file = self.file.as_deref().unwrap_or_default();
        let stories = match written(&self.stories) {
            Some(stories) => format!("{stories}, says {file}"),
            None => "text, Markdown and pages, by their endings, as usual".to_owned(),
        };
        match written(&self.exclude) {
            Some(exclude) => format!("{stories}; not {exclude}, says {file}"),
            None => stories,
        }
    }
}

fn fail_on_word(fail_on: FailOn) -> String {
    format!("{fail_on:?}").to_lowercase()
}

fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Off => "off",
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn told_assertion(assertion: &Assertion, paths: &Option<Paths>) -> String {
    let place = format!("{}:{}", assertion.file, assertion.line);
    match paths {
        Some(paths) => format!("{place}, for {}", paths.written.join(", ")),
        None => place,
    }
}
