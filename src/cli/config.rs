//! `storydiff.toml`: what a newsroom or a repository wants of `check`.
//!
//! ```toml
//! fail-on = "warning"
//! stories = ["content/**/*.md"]
//! exclude = ["content/drafts/**"]
//! baseline = "accepted.json"
//!
//! [rules]
//! claim-added = "off"
//! changed-without-note = "error"
//!
//! [[overrides]]
//! paths = ["content/sports/**"]
//! fail-on = "none"
//! rules.quote-altered = "warning"
//!
//! [[assert]]
//! that = 'name "Anna Kelly" spelled "Anna Kelly"'
//! ```
//!
//! What stands later wins: the usual, the file, its overrides in their order, the command line.

mod paths;
mod show;
mod written;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use storydiff::check::{Assertion, Policy, Severity};
use storydiff::read::is_story;
use storydiff::revise::Rule;
use toml::Spanned;

use super::args::{CheckArgs, FailOn, severity_of};
use super::trouble::Trouble;
use paths::{Paths, cleaned, from_folder};
use written::{Written, at, line};

const NAME: &str = "storydiff.toml";

/// What a check goes by, and where each part of it comes from.
#[derive(Debug)]
pub(super) struct Config {
    /// The folder that paths count from: the configuration's, else the one that the program runs in.
    folder: PathBuf,
    /// The configuration's path, as it is told.
    file: Option<String>,
    stories: Option<Paths>,
    exclude: Option<Paths>,
    /// The only ones to look at, from the command line.
    only: Option<Paths>,
    /// From the folder.
    baseline: Option<PathBuf>,
    /// What must hold, and in which stories; in all of them when `None`.
    assertions: Vec<(Assertion, Option<Paths>)>,
    /// What stands later wins.
    layers: Vec<Layer>,
}

/// Settings from one place.
#[derive(Debug, Default)]
struct Layer {
    /// Where they come from.
    from: String,
    /// The stories that they are for; all of them when `None`.
    paths: Option<Paths>,
    fail_on: Option<FailOn>,
    severities: BTreeMap<Rule, Severity>,
}

/// What one story is checked by.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub(super) fail_on: FailOn,
    pub(super) policy: Policy,
    fail_on_from: String,
    from: BTreeMap<Rule, String>,
}

impl Config {
    /// The configuration of the nearest folder upwards that has one, with what the command line says on top.
    pub(super) fn of(args: &CheckArgs) -> Result<Self, Trouble> {
        let here = std::env::current_dir().unwrap_or_default();
        let path = args.config.clone().or_else(|| nearest(&here));
        let mut config = Self {
            folder: here,
            file: None,
            stories: None,
            exclude: None,
            only: None,
            baseline: None,
            assertions: Vec::new(),
            layers: Vec::new(),
        };
        if !args.stories.is_empty() {
            let only = Paths::of_arguments(&args.stories);
            config.only =
                Some(only.map_err(|reason| Trouble::Target(format!("--stories: {reason}")))?);
        }
        if let Some(path) = path {
            config.add_file(&path)?;
        }
        config.layers.push(Layer {
            from: "the command line".to_owned(),
            paths: None,
            fail_on: args.fail_on,
            severities: args.severities.iter().copied().collect(),
        });
        Ok(config)
    }

    fn add_file(&mut self, path: &Path) -> Result<(), Trouble> {
        let bad = |reason: String| Trouble::Config {
            path: path.to_path_buf(),
            reason,
        };
        let text = std::fs::read_to_string(path).map_err(|error| bad(error.to_string()))?;
        self.add(&text, &path.display().to_string()).map_err(bad)?;
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        self.folder = cleaned(whole.parent().unwrap_or(&whole));
        Ok(())
    }

    fn add(&mut self, text: &str, name: &str) -> Result<(), String> {
        let written = Written::parse(text)?;
        self.file = Some(name.to_owned());
        let stories = written.stories.as_deref();
        self.stories = stories.map(|globs| Paths::new(text, globs)).transpose()?;
        self.exclude = Some(Paths::new(text, &written.exclude)?);
        self.baseline = written.baseline;
        let rules = &written.rules;
        self.layers
            .push(layer(text, name, None, written.fail_on, rules)?);
        for part in written.overrides {
            let paths = Paths::new(text, &part.paths)?;
            let from = format!("{name}, for {}", paths.written.join(", "));
            let layer = layer(text, &from, Some(paths), part.fail_on, &part.rules)?;
            self.layers.push(layer);
        }
        for part in written.assert {
            let start = part.that.span().start;
            let assertion = Assertion::parse(part.that.get_ref(), name, line(text, start))
                .map_err(|reason| at(text, start, &reason))?;
            let paths = part.paths.map(|globs| Paths::new(text, &globs));
            self.assertions.push((assertion, paths.transpose()?));
        }
        Ok(())
    }

    /// What a path is called in globs: from the configuration's folder when it lies below that, with `/`.
    pub(super) fn story_path(&self, path: &Path) -> String {
        from_folder(&self.folder, path)
    }

    /// Where a file stands whose path counts from the configuration's folder; as short as it can be told from here.
    pub(super) fn beside(&self, path: impl AsRef<Path>) -> PathBuf {
        let whole = self.folder.join(path);
        let here = std::env::current_dir().unwrap_or_default();
        whole
            .strip_prefix(&here)
            .map(Path::to_path_buf)
            .unwrap_or(whole)
    }

    /// The baseline that the configuration names.
    pub(super) fn baseline(&self) -> Option<PathBuf> {
        self.baseline.as_ref().map(|path| self.beside(path))
    }

    /// Whether a file, by its [`story_path`](Self::story_path), is one of the stories to look for.
    pub(super) fn holds_story(&self, path: &str) -> bool {
        let wanted = match &self.stories {
            Some(stories) => stories.hold(path),
            None => is_story(Path::new(path)),
        };
        let asked = self.only.as_ref().is_none_or(|only| only.hold(path));
        wanted && asked && !self.exclude.as_ref().is_some_and(|paths| paths.hold(path))
    }

    /// What must hold in a story, by its [`story_path`](Self::story_path).
    pub(super) fn assertions(&self, path: &str) -> impl Iterator<Item = &Assertion> {
        let own = self.assertions.iter();
        own.filter(|(_, paths)| paths.as_ref().is_none_or(|paths| paths.hold(path)))
            .map(|(assertion, _)| assertion)
    }

    /// What a story is checked by, by its [`story_path`](Self::story_path).
    pub(super) fn settings(&self, path: &str) -> Settings {
        let holds = |layer: &&Layer| layer.paths.as_ref().is_none_or(|paths| paths.hold(path));
        self.layered(self.layers.iter().filter(holds))
    }

    fn layered<'a>(&self, layers: impl Iterator<Item = &'a Layer>) -> Settings {
        let mut settings = Settings {
            fail_on: FailOn::Error,
            policy: Policy::default(),
            fail_on_from: "as usual".to_owned(),
            from: BTreeMap::new(),
        };
        for layer in layers {
            if let Some(fail_on) = layer.fail_on {
                settings.fail_on = fail_on;
                settings.fail_on_from.clone_from(&layer.from);
            }
            for (&rule, &severity) in &layer.severities {
                settings.policy.severities.insert(rule, severity);
                settings.from.insert(rule, layer.from.clone());
            }
        }
        settings
    }
}

fn layer(
    text: &str,
    from: &str,
    paths: Option<Paths>,
    fail_on: Option<Spanned<String>>,
    rules: &BTreeMap<String, Spanned<String>>,
) -> Result<Layer, String> {
    let fail_on = fail_on.map(|written| {
        FailOn::from_str(written.get_ref(), false).map_err(|_| {
            let reason = format!(
                "fail-on is {}; possible values: error, warning, note, none",
                written.get_ref()
            );
            at(text, written.span().start, &reason)
        })
    });
    let mut severities = BTreeMap::new();
    for (rule, severity) in rules {
        let (rule, severity) = severity_of(rule, severity.get_ref())
            .map_err(|reason| at(text, severity.span().start, &reason))?;
        severities.insert(rule, severity);
    }
    Ok(Layer {
        from: from.to_owned(),
        paths,
        fail_on: fail_on.transpose()?,
        severities,
    })
}

/// The file in a folder or in the nearest above it, from the folder.
fn nearest(folder: &Path) -> Option<PathBuf> {
    let (above, _) = folder
        .ancestors()
        .enumerate()
        .find(|(_, folder)| folder.join(NAME).is_file())?;
    let up = std::iter::repeat_n("..", above).collect::<PathBuf>();
    Some(up.join(NAME))
}
