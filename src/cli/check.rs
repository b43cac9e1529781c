//! `storydiff check OLD NEW` and `storydiff rules`.

use std::borrow::Cow;
use std::sync::Arc;

use rayon::prelude::*;
use storydiff::check::{Check, Severity};
use storydiff::read::folder_in_repository;
use storydiff::report::revision::several;
use storydiff::report::{self, View};
use storydiff::revise::Rule;

use super::args::{CheckArgs, Format};
use super::baseline::Accepted;
use super::checker::{Checked, Checker};
use super::config::Config;
use super::progress::Progress;
use super::stories::Stories;
use super::trouble::Trouble;
use super::{exit_codes, links, output};

/// Checks a revision and reports.
pub(crate) fn run(args: &CheckArgs) -> Result<u8, Trouble> {
    let config = Config::of(args)?;
    if let Some(story) = &args.show_config {
        output::print(&config.show(story.as_deref()))?;
        return Ok(exit_codes::NOTHING);
    }
    let mut targets = args.output.targets().map_err(Trouble::Target)?;
    if let Some(target) = targets.iter().find(|target| !is_written(target.format)) {
        return Err(Trouble::Target(format!(
            "check writes no {}; it writes text, html, markdown, json, ndjson, csv, sarif, junit, github and gitlab",
            target.format.name()
        )));
    }
    targets.retain(|target| target.file.is_some() || !args.quiet);
    let mut reading = args.reading.options();
    reading.git = Some(Arc::default());
    let mut accepted = Accepted::of(args, &config)?;
    let Stories {
        stories,
        alone,
        mut trouble,
    } = Stories::of(args, &config)?;
    let covering = accepted.as_ref().filter(|_| !args.write_baseline);
    let checker = Checker::new(args, &config, &reading, covering)?;
    let progress = Progress::new(stories.len(), args.quiet);
    let checked: Vec<Result<Checked, Trouble>> = stories
        .into_par_iter()
        .map(|story| checker.check(story, alone))
        .inspect(|_| progress.step())
        .collect();
    progress.end();
    let mut checks = Vec::new();
    let mut paths = Vec::new();
    let mut fail_from = Vec::new();
    for checked in checked {
        match checked {
            Ok(checked) => {
                checks.push(checked.check);
                paths.push(checked.path);
                fail_from.push(checked.fails_from);
            }
            Err(error) if alone => return Err(error),
            // one story that cannot be read costs no other
            Err(error) => trouble.push(error),
        }
    }
    if let Some(accepted) = accepted.take_if(|_| args.write_baseline) {
        output::print(&accepted.write(&checks, &paths, &args.reason)?)?;
        return Ok(end(&trouble, false));
    }
    if let Some(accepted) = &mut accepted {
        accepted.checked(&paths);
        if args.prune_baseline {
            accepted.prune(&checks)?;
        }
    }
    let judged: Vec<(&Check, Option<Severity>)> = checks.iter().zip(fail_from).collect();
    let mut fails = judged
        .iter()
        .filter_map(|(check, least)| Some((check, (*least)?)));
    let fails = fails.any(|(check, least)| check.fails_on(least));
    let mut view = output::view(&args.output.look);
    let articles = checks.iter().flat_map(|check| &check.articles);
    links::add(&mut view, &args.output.look, false, articles);
    let markdown = || match &checks[..] {
        [check] if alone => report::revision::render_markdown(check),
        checks => several::markdown(checks),
    };
    let of_git = args.base.is_some() || args.staged;
    for target in targets {
        let result = match target.format {
            Format::Json if alone => report::revision::render_json(&checks[0]),
            Format::Json => report::revision::render_json_list(&checks),
            Format::Github => report::revision::github::render(&from_top(&checks, of_git)),
            Format::Markdown => markdown(),
            Format::Sarif => report::revision::sarif::render(&from_top(&checks, of_git)),
            Format::Junit => report::revision::junit::render(&judged),
            Format::Csv => report::revision::csv::render(&checks),
            Format::Ndjson => report::revision::ndjson::render(&checks),
            Format::Html => report::revision::html::render(&checks),
            Format::Gitlab => report::revision::gitlab::render(&from_top(&checks, of_git)),
            Format::Text | Format::Jsonld | Format::Tei => {
                let mut view = view.clone();
                if target.file.is_some() {
                    view.color = false;
                    view.links.clear();
                }
                let mut text = match &checks[..] {
                    [check] if alone => report::revision::render(check, &view),
                    checks => several::text(checks, &view),
                };
                if let Some(accepted) = &accepted {
                    text.push_str(&accepted.summary(&checks, args.prune_baseline));
                }
                text
            }
        };
        output::deliver(&target, &result, false)?;
        if target.format == Format::Github {
            output::summarize(&markdown())?;
        }
    }
    Ok(end(&trouble, fails))
}

/// Says what could not be read, and how the check ends.
fn end(trouble: &[Trouble], fails: bool) -> u8 {
    let mut said = Vec::new();
    for trouble in trouble {
        // a file that several stories are held against is told of once
        let words = trouble.to_string();
        if !said.contains(&words) {
            output::complain(trouble);
            said.push(words);
        }
    }
    match (trouble.is_empty(), fails) {
        (false, _) => exit_codes::TROUBLE,
        (true, true) => exit_codes::CONFLICTS,
        (true, false) => exit_codes::NOTHING,
    }
}

/// The checks with files as code hosts name them: from the top of the repository, wherever in it this runs, when git told of them.
fn from_top(checks: &[Check], of_git: bool) -> Cow<'_, [Check]> {
    let folder = if of_git {
        folder_in_repository()
    } else {
        String::new()
    };
    if folder.is_empty() {
        return Cow::Borrowed(checks);
    }
    let mut checks = checks.to_vec();
    for check in &mut checks {
        if let Some(file) = check.articles.get_mut(1).and_then(|new| new.file.as_mut()) {
            file.insert_str(0, &folder);
        }
    }
    Cow::Owned(checks)
}

/// Whether checks have such a form: claims of schema.org and an apparatus are of articles side by side.
fn is_written(format: Format) -> bool {
    !matches!(format, Format::Jsonld | Format::Tei)
}

/// Lists the rules, or tells one.
pub(crate) fn rules(only: Option<&str>) -> Result<u8, Trouble> {
    if let Some(name) = only {
        Rule::named(name).map_err(Trouble::UnknownRule)?;
    }
    let text = report::revision::rules(&View::default(), only);
    output::print(&text.unwrap_or_default())?;
    Ok(exit_codes::NOTHING)
}
