//! What `storydiff check` understands.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use storydiff::check::Severity;
use storydiff::revise::Rule;

use super::{OutputArgs, ReadingArgs};

const CHECK_HELP: &str = "\
Examples:
  storydiff check HEAD~1:story.md story.md
  storydiff check old.txt new.txt --fail-on warning --set claim-removed=error
  storydiff check --base main                all stories changed on a branch
  storydiff check --staged                   before a commit
  storydiff check published/ content/        all stories of two folders
  storydiff check old.md new.md --reference press-release.pdf -f github

Words that change while every fact, name, quotation, speaker, negation and hedge stays never fail a check.

Exit codes: 0 nothing as grave as --fail-on, 1 something, 2 trouble.";

#[derive(Debug, Args)]
#[command(after_help = CHECK_HELP)]
pub(crate) struct CheckArgs {
    /// The revision before: a file, REV:path from git, or a folder of stories
    #[arg(value_name = "OLD", required_unless_present_any = ["show_config", "base", "staged"])]
    pub(crate) old: Option<OsString>,

    /// The revision to check; of two folders, files of one path are a story
    #[arg(value_name = "NEW", required_unless_present_any = ["show_config", "base", "staged"])]
    pub(crate) new: Option<OsString>,

    /// Check every story below this folder that changed since the work left this branch or revision
    #[arg(long, value_name = "REV", conflicts_with_all = ["old", "new", "staged"])]
    pub(crate) base: Option<String>,

    /// Check every story below this folder that is staged for the next commit
    #[arg(long, conflicts_with_all = ["old", "new"])]
    pub(crate) staged: bool,

    /// Of the stories that --base, --staged or folders tell, look at these only: a folder, a file, a glob
    ///
    /// Paths count from the folder of storydiff.toml, or without one from here. May be given more than once.
    #[arg(long, value_name = "PATH")]
    pub(crate) stories: Vec<String>,

    /// A text that the new revision must not contradict, such as a press release
    #[arg(long, value_name = "ARTICLE")]
    pub(crate) reference: Option<OsString>,

    /// Severity from which on the check fails
    ///
    /// `error` when neither this nor storydiff.toml says otherwise.
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<FailOn>,

    /// Take a rule as graver or less grave: off, note, warning or error
    #[arg(long = "set", value_name = "RULE=SEVERITY", value_parser = parse_severity)]
    pub(crate) severities: Vec<(Rule, Severity)>,

    /// The configuration; the nearest storydiff.toml upwards when not given
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,

    /// What is accepted and fails nothing; storydiff-baseline.json beside the configuration when it is there
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,

    /// Accept all that is told now: write it into the baseline, and report nothing
    ///
    /// Entries that are there keep their reason and their last day; those that match nothing any more are dropped.
    #[arg(long, conflicts_with_all = ["prune_baseline", "format", "output"])]
    pub(crate) write_baseline: bool,

    /// Why it is accepted, for new entries of the baseline
    #[arg(
        long,
        value_name = "WORDS",
        requires = "write_baseline",
        default_value = "",
        hide_default_value = true
    )]
    pub(crate) reason: String,

    /// Take entries out of the baseline that nothing matches any more
    #[arg(long)]
    pub(crate) prune_baseline: bool,

    /// Print every setting and where it comes from, for all stories or for this one, and check nothing
    #[arg(long, value_name = "STORY", num_args = 0..=1)]
    #[allow(
        clippy::option_option,
        reason = "clap tells an option without a value so"
    )]
    pub(crate) show_config: Option<Option<PathBuf>>,

    /// Print no report and no progress: the exit code tells, and files are written
    #[arg(long, short)]
    pub(crate) quiet: bool,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,

    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Note,
    None,
}

impl FailOn {
    /// The least severity that fails a check; `None` when nothing does.
    pub(crate) fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::None => None,
        }
    }
}

fn parse_severity(written: &str) -> Result<(Rule, Severity), String> {
    let (rule, severity) = written
        .split_once('=')
        .ok_or("write it as number-changed=warning")?;
    severity_of(rule, severity)
}

/// A rule and a severity, by their names.
pub(crate) fn severity_of(rule: &str, severity: &str) -> Result<(Rule, Severity), String> {
    let rule = Rule::named(rule)?;
    let severity = match severity {
        "off" => Severity::Off,
        "note" => Severity::Note,
        "warning" => Severity::Warning,
        "error" => Severity::Error,
        other => {
            return Err(format!(
                "no severity {other}; possible values: off, note, warning, error"
            ));
        }
    };
    Ok((rule, severity))
}
