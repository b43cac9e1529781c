//! What the command line understands.

mod check;
mod output;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, Parser, Subcommand, ValueEnum};
use storydiff::read::ReadOptions;
use storydiff::{Judge, Options, Sensitivity, Verdict};

const EXAMPLES: &str = "\
Examples:
  storydiff reuters.txt esta.txt          compare two reports
  storydiff a.txt b.txt c.txt --only conflict
  storydiff a.txt b.txt --explain F1      why finding F1 is what it is
  curl -s example.org/a.txt | storydiff - b.txt --label wire --label ours
  storydiff wire.html https://example.org/fire
  storydiff HEAD~3:story.md story.md      a file then and now, from git
  storydiff story.toml                    articles listed in a file; `init` writes one
  storydiff claims a.txt                  what was understood of one article
  storydiff batch < stories.ndjson        many stories, one a line

A file that is named like a command: `storydiff ./batch b.txt` or `storydiff -- batch b.txt`.

Exit codes: 0 nothing to report, 1 conflicts, 2 trouble.";

pub(crate) use check::{CheckArgs, FailOn, severity_of};
pub(crate) use output::{Format, LookArgs, OutputArgs, Target};

const SHORT: &str = "\
Examples:
  storydiff reuters.txt esta.html         compare two reports
  storydiff HEAD~3:story.md story.md      a file then and now, from git
  storydiff a.txt b.txt -o report.html    a page to look at
  storydiff a.txt b.txt --explain F1      why finding F1 is what it is

Exit codes: 0 nothing to report, 1 conflicts, 2 trouble. More: --help";

const BATCH_HELP: &str = "\
One story a line:
  {\"id\":\"s1\",\"articles\":[{\"label\":\"wire\",\"text\":\"...\"},{\"label\":\"ours\",\"text\":\"...\"}]}
An article may carry title, outlet and published (2021-11-07) as well.

Answers come in the order of the stories, each the JSON of `compare` plus \"id\". A line that cannot be read is
answered by {\"id\":...,\"line\":N,\"error\":\"...\"} and the run goes on.

Exit codes: 0 nothing to report, 1 conflicts, 2 a line could not be read.";

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Yellow.on_default().bold())
    .usage(AnsiColor::Yellow.on_default().bold())
    .literal(AnsiColor::Green.on_default());

/// Compares several reports of one story: which facts agree, which conflict, which only one has.
#[derive(Debug, Parser)]
#[command(
    name = "storydiff",
    version,
    after_help = SHORT,
    after_long_help = EXAMPLES,
    styles = STYLES,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    max_term_width = 100,
    override_usage = "storydiff [OPTIONS] A B [C...]\n       storydiff <COMMAND>"
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    #[command(flatten)]
    pub(crate) compare: CompareArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Compare articles (what `storydiff A B` does)
    #[command(after_help = SHORT, after_long_help = EXAMPLES, override_usage = "storydiff compare [OPTIONS] A B [C...]")]
    Compare(CompareArgs),
    /// Show what was understood of one article: its claims, speakers and facts
    Claims(ClaimsArgs),
    /// Compare many stories: NDJSON on standard input, NDJSON on standard output
    #[command(after_help = BATCH_HELP)]
    Batch(BatchArgs),
    /// Write a manifest of articles, to be compared with `storydiff story.toml`
    Init(InitArgs),
    /// Check what a revision of a story changed against rules, for CI
    Check(CheckArgs),
    /// List the rules of `check`, or tell one
    Rules {
        /// A rule, such as number-changed
        #[arg(value_name = "RULE")]
        rule: Option<String>,
    },
    /// Print the JSON Schema of what a command writes as JSON
    Schema {
        /// Whose JSON; with -line what `--format ndjson` writes in each line
        #[arg(value_enum, default_value_t = SchemaOf::Compare, value_name = "COMMAND")]
        of: SchemaOf,
    },
    /// Print completions for a shell
    Completions {
        /// Which shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    /// Articles, two or more: files, addresses, REV:path from git, `-`; or one story.toml
    ///
    /// Files are text, Markdown, saved pages (.html, .mhtml), .docx, .pdf, .eml, JSON Lines of articles, RSS or Atom; of a file
    /// that holds several articles, `feed.xml#2` is the second. `-` is standard input. A story.toml lists articles, see `init`.
    #[arg(value_name = "ARTICLE")]
    pub(crate) articles: Vec<OsString>,

    /// What to call an article; once for each file, in their order
    #[arg(long = "label", short = 'L', value_name = "NAME")]
    pub(crate) labels: Vec<String>,

    /// Show these findings only
    #[arg(long, value_enum, value_name = "VERDICT")]
    pub(crate) only: Option<Only>,

    /// Tell everything known about one finding (F7) or claim (A4.1)
    #[arg(long, value_name = "ID", conflicts_with = "only")]
    pub(crate) explain: Option<String>,

    /// Show word by word how agreeing articles put it
    #[arg(long)]
    pub(crate) diff: bool,

    /// Show the paragraph around each clashing claim
    #[arg(long, conflicts_with_all = ["explain", "view", "summary"])]
    pub(crate) context: bool,

    /// Say it in three lines
    #[arg(long, conflicts_with_all = ["explain", "view", "diff", "all"])]
    pub(crate) summary: bool,

    /// Show one article in full, its claims marked in place and what the others say below
    ///
    /// The article is named by its letter or its label.
    #[arg(long, value_name = "ARTICLE", conflicts_with_all = ["explain", "diff", "only"])]
    pub(crate) view: Option<String>,

    /// Draw the figures that the articles disagree on, as SVG
    #[arg(long, value_name = "FILE")]
    pub(crate) plot: Option<PathBuf>,

    /// Do not page long reports
    ///
    /// A report for a terminal goes through $STORYDIFF_PAGER, $PAGER or `less -FRX`.
    #[arg(long)]
    pub(crate) no_pager: bool,

    /// Show every finding, and whole sentences
    #[arg(long)]
    pub(crate) all: bool,

    /// Go on with the other articles when one cannot be read
    #[arg(long)]
    pub(crate) keep_going: bool,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,

    #[command(flatten)]
    pub(crate) judging: JudgingArgs,

    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ClaimsArgs {
    /// The article, in any of the forms that `compare` takes
    #[arg(value_name = "ARTICLE")]
    pub(crate) article: OsString,

    /// What to call the article
    #[arg(long, short = 'L', value_name = "NAME")]
    pub(crate) label: Option<String>,

    /// Show what else stands on the page and why it was left out
    #[arg(long)]
    pub(crate) show_dropped: bool,

    /// Print a claim a line and nothing else, the same for the same claims: for `git diff`
    #[arg(long, conflicts_with_all = ["show_dropped", "format", "include_text", "width", "ascii"])]
    pub(crate) textconv: bool,

    /// Form of the result: for people, or for programs
    #[arg(long, short, value_enum, default_value_t = ClaimsFormat::Text, value_name = "FORMAT")]
    pub(crate) format: ClaimsFormat,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// Articles, in any of the forms that `compare` takes
    #[arg(value_name = "ARTICLE", required = true)]
    pub(crate) articles: Vec<OsString>,

    /// Where to write the manifest
    #[arg(long, short, value_name = "FILE", default_value = "story.toml")]
    pub(crate) output: PathBuf,

    /// Write over a manifest that is there
    #[arg(long)]
    pub(crate) force: bool,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
}

/// How inputs are read.
#[derive(Debug, Clone, Args)]
pub(crate) struct ReadingArgs {
    /// Take all of a page, not only the article in it
    #[arg(long)]
    pub(crate) raw: bool,

    /// Keep what is fetched from addresses in this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) save: Option<PathBuf>,

    /// Fetch from private networks too
    ///
    /// Addresses of this machine and of private networks are refused otherwise. With it, the environment's proxy is used.
    #[arg(long)]
    pub(crate) allow_private: bool,
}

impl ReadingArgs {
    pub(crate) fn options(&self) -> ReadOptions {
        let mut options = ReadOptions::default();
        options.raw = self.raw;
        options.save.clone_from(&self.save);
        options.allow_private = self.allow_private;
        options
    }
}

#[derive(Debug, Args)]
pub(crate) struct BatchArgs {
    #[command(flatten)]
    pub(crate) judging: JudgingArgs,

    /// Put the articles' texts, which the spans point into, into the answers
    #[arg(long)]
    pub(crate) include_text: bool,
}

/// How claims are judged.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct JudgingArgs {
    /// Who judges
    ///
    /// `fast` by words and typed facts, in milliseconds; `neural` also by an encoder that reads sentences in pairs; `auto` is
    /// neural unless that would take long.
    #[arg(long, value_enum, default_value_t = JudgeChoice::Auto, value_name = "WHO")]
    pub(crate) judge: JudgeChoice,

    /// How readily claims are called a conflict
    ///
    /// Right of those called, and found of all, on 40 stories held out that read like the news: low 99% and 14%, normal 89% and 20%, high 86% and
    /// 24%; on 40 told in other words on purpose: low 80% and 7%, normal 69% and 10%, high 58% and 11%.
    #[arg(long, value_enum, default_value_t = SensitivityChoice::Normal, value_name = "LEVEL")]
    pub(crate) sensitivity: SensitivityChoice,
}

impl JudgingArgs {
    pub(crate) fn options(self) -> Options {
        let mut options = Options::default();
        options.judge = match self.judge {
            JudgeChoice::Auto => Judge::Auto,
            JudgeChoice::Fast => Judge::Fast,
            JudgeChoice::Neural => Judge::Neural,
        };
        options.sensitivity = match self.sensitivity {
            SensitivityChoice::Low => Sensitivity::Low,
            SensitivityChoice::Normal => Sensitivity::Normal,
            SensitivityChoice::High => Sensitivity::High,
        };
        options
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum JudgeChoice {
    Auto,
    Fast,
    Neural,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SensitivityChoice {
    Low,
    Normal,
    High,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ClaimsFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    Compare,
    CompareLine,
    Claims,
    Batch,
    Check,
    CheckLine,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum HyperlinkChoice {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Only {
    Agree,
    Conflict,
    Unique,
}

impl From<Only> for Verdict {
    fn from(only: Only) -> Self {
        match only {
            Only::Agree => Self::Agree,
            Only::Conflict => Self::Conflict,
            Only::Unique => Self::Unique,
        }
    }
}
