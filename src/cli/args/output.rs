//! Where results go, in what form, and how they look.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{ColorChoice, HyperlinkChoice};

/// Where results go, and in what form.
#[derive(Debug, Args)]
pub(crate) struct OutputArgs {
    /// text, html, markdown, json, ndjson, csv, sarif, junit, github, gitlab, jsonld or tei
    ///
    /// text and html for people; json (the contract, schema_version 1), ndjson, csv, jsonld (schema.org) and tei for programs;
    /// markdown for a pull request; sarif, junit, github and gitlab (code quality) for CI. May be given more than once, each with a file:
    /// `-f sarif=out.sarif -f html=out.html`.
    #[arg(long, short, value_name = "FORMAT[=FILE]", value_parser = parse_target)]
    pub(crate) format: Vec<Target>,

    /// Write into this file; its ending tells the form
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// A form, and the file it goes to; standard output when there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) format: Format,
    pub(crate) file: Option<PathBuf>,
}

fn parse_target(written: &str) -> Result<Target, String> {
    let (name, file) = match written.split_once('=') {
        Some((_, "")) => return Err("no file stands behind the =".to_owned()),
        Some((name, file)) => (name, Some(PathBuf::from(file))),
        None => (written, None),
    };
    match Format::from_str(name, true) {
        Ok(format) => Ok(Target { format, file }),
        Err(_) => {
            let known: Vec<String> = Format::value_variants()
                .iter()
                .map(|format| format.name())
                .collect();
            let nearest = known.iter().max_by(|x, y| {
                strsim::jaro_winkler(x, name).total_cmp(&strsim::jaro_winkler(y, name))
            });
            let hint = nearest
                .filter(|known| strsim::jaro_winkler(known, name) > 0.75)
                .map_or(String::new(), |known| format!("; did you mean {known}?"));
            Err(format!("possible values: {}{hint}", known.join(", ")))
        }
    }
}

impl OutputArgs {
    /// What to write where.
    pub(crate) fn targets(&self) -> Result<Vec<Target>, String> {
        let Some(output) = &self.output else {
            let text = Target {
                format: Format::Text,
                file: None,
            };
            return Ok(if self.format.is_empty() {
                vec![text]
            } else {
                self.format.clone()
            });
        };
        let format = match &self.format[..] {
            [] => Format::of_file(output).ok_or_else(|| {
                format!("the ending of {} tells no form; give one with --format", output.display())
            })?,
            [Target { format, file: None }] => *format,
            _ => return Err("--output takes one --format without a file; write the others as --format FORMAT=FILE".to_owned()),
        };
        Ok(vec![Target {
            format,
            file: Some(output.clone()),
        }])
    }
}

/// How results look.
#[derive(Debug, Args)]
pub(crate) struct LookArgs {
    /// Put the articles' texts into the JSON
    ///
    /// They are what the spans point into.
    #[arg(long)]
    pub(crate) include_text: bool,

    /// Columns to write in; the terminal's when not given
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub(crate) width: Option<u16>,

    /// When to colour
    ///
    /// `auto` heeds NO_COLOR, CLICOLOR_FORCE and whether a terminal reads.
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN")]
    pub(crate) color: ColorChoice,

    /// When names of articles are links that a terminal can follow
    ///
    /// `auto`: when a terminal reads colours, and no pager but `less -R` from version 566 on stands between.
    #[arg(long, value_enum, default_value_t = HyperlinkChoice::Auto, value_name = "WHEN")]
    pub(crate) hyperlinks: HyperlinkChoice,

    /// Use no sign beyond ASCII
    #[arg(long)]
    pub(crate) ascii: bool,
}

// The values carry no help of their own: with it, `--help` would take three times the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Ndjson,
    Markdown,
    Html,
    Csv,
    Sarif,
    Junit,
    Github,
    Gitlab,
    Jsonld,
    Tei,
}

impl Format {
    /// As it is written on the command line.
    pub(crate) fn name(self) -> String {
        let value = self.to_possible_value();
        value.map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// The form that a file's ending names.
    fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_string_lossy().to_lowercase();
        Some(match ending.as_str() {
            "txt" => Self::Text,
            "json" => Self::Json,
            "ndjson" | "jsonl" => Self::Ndjson,
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" => Self::Html,
            "csv" => Self::Csv,
            "sarif" => Self::Sarif,
            "xml" => Self::Junit,
            "jsonld" => Self::Jsonld,
            "tei" => Self::Tei,
            _ => return None,
        })
    }
}
