//! `storydiff check OLD NEW` and `storydiff rules`.

use std::ffi::OsString;

use storydiff::check::{Policy, Severity};
use storydiff::read::ReadOptions;
use storydiff::report::View;
use storydiff::{Article, Judge, Options, compare_revisions, report};

use super::args::{CheckArgs, FailOn, Format};
use super::config::Config;
use super::inputs::Inputs;
use super::trouble::Trouble;
use super::{exit_codes, output};

/// Checks a revision and reports.
pub(crate) fn run(args: &CheckArgs) -> Result<u8, Trouble> {
    let config = Config::of(args)?;
    let (Some(old), Some(new), false) = (&args.old, &args.new, args.show_config) else {
        output::print(&config.show())?;
        return Ok(exit_codes::NOTHING);
    };
    let targets = args.output.targets().map_err(Trouble::Target)?;
    let known = [
        Format::Text,
        Format::Json,
        Format::Github,
        Format::Markdown,
        Format::Sarif,
    ];
    if targets.iter().any(|target| !known.contains(&target.format)) {
        return Err(Trouble::Target(
            "check writes text, json, github, markdown and sarif".to_owned(),
        ));
    }
    let reading = args.reading.options();
    let old = one(old, &reading)?;
    let new = one(new, &reading)?;
    let reference = args
        .reference
        .as_ref()
        .map(|reference| one(reference, &reading))
        .transpose()?;
    let policy = Policy {
        severities: config.severities,
    };
    let mut options = Options::default();
    options.judge = Judge::Fast;
    let check = compare_revisions(old, new, reference, &policy, &options);
    let view = output::view(&args.output.look);
    for target in targets {
        let result = match target.format {
            Format::Json => report::revision::render_json(&check),
            Format::Github => report::revision::render_github(&check),
            Format::Markdown => report::revision::render_markdown(&check),
            Format::Sarif => report::revision::render_sarif(&check),
            _ => report::revision::render(
                &check,
                &View {
                    color: view.color && target.file.is_none(),
                    ..view.clone()
                },
            ),
        };
        match &target.file {
            Some(file) => output::write_file(file, &result)?,
            None => output::print(&result)?,
        }
        if target.format == Format::Github {
            output::summarize(&report::revision::render_markdown(&check))?;
        }
    }
    let fails = match config.fail_on {
        FailOn::Error => check.fails_on(Severity::Error),
        FailOn::Warning => check.fails_on(Severity::Warning),
        FailOn::Note => check.fails_on(Severity::Note),
        FailOn::None => false,
    };
    Ok(if fails {
        exit_codes::CONFLICTS
    } else {
        exit_codes::NOTHING
    })
}

/// The one article that an argument names.
fn one(argument: &OsString, options: &ReadOptions) -> Result<Article, Trouble> {
    let inputs = Inputs::of(std::slice::from_ref(argument))?;
    let mut articles = inputs.read(options)?;
    if articles.len() != 1 {
        let name = argument.to_string_lossy();
        return Err(Trouble::several(&name, articles.len()));
    }
    Ok(articles.remove(0))
}

/// Lists the rules, or tells one.
pub(crate) fn rules(only: Option<&str>) -> Result<u8, Trouble> {
    let text = report::revision::rules(&View::default(), only);
    let named = only.unwrap_or_default().to_owned();
    output::print(&text.ok_or(Trouble::UnknownRule { named })?)?;
    Ok(exit_codes::NOTHING)
}
