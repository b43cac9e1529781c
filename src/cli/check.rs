//! `storydiff check OLD NEW` and `storydiff rules`.

use rayon::prelude::*;
use storydiff::check::{Check, Policy, Severity};
use storydiff::read::{ChangedStory, Input, ReadOptions, Since, changed_stories, read_articles};
use storydiff::report::View;
use storydiff::{Article, Judge, Options, compare_revisions, report};

use super::args::{CheckArgs, FailOn, Format};
use super::config::Config;
use super::trouble::Trouble;
use super::{exit_codes, links, output};

/// Checks a revision and reports.
pub(crate) fn run(args: &CheckArgs) -> Result<u8, Trouble> {
    let config = Config::of(args)?;
    if args.show_config {
        output::print(&config.show())?;
        return Ok(exit_codes::NOTHING);
    }
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
    let reference = args
        .reference
        .as_ref()
        .map(|reference| {
            one(
                Input::parse(reference),
                &reference.to_string_lossy(),
                &reading,
            )
        })
        .transpose()?;
    let policy = Policy {
        severities: config.severities,
    };
    let mut options = Options::default();
    options.judge = Judge::Fast;
    let pairs = pairs(args)?;
    let alone = pairs.len() == 1 && args.old.is_some();
    let checked: Vec<Result<Check, Trouble>> = pairs
        .into_par_iter()
        .map(|pair| {
            let old = one(pair.old, &pair.name, &reading)?;
            let mut new = one(pair.new, &pair.name, &reading)?;
            if !alone {
                new.file = Some(pair.name);
            }
            Ok(compare_revisions(
                old,
                new,
                reference.clone(),
                &policy,
                &options,
            ))
        })
        .collect();
    let checks = checked
        .into_iter()
        .collect::<Result<Vec<Check>, Trouble>>()?;
    let mut view = output::view(&args.output.look);
    let articles = checks.iter().flat_map(|check| &check.articles);
    links::add(&mut view, &args.output.look, false, articles);
    let markdown = || {
        checks
            .iter()
            .map(report::revision::render_markdown)
            .collect::<Vec<_>>()
            .join("\n")
    };
    for target in targets {
        let result = match target.format {
            Format::Json if alone => report::revision::render_json(&checks[0]),
            Format::Json => report::revision::render_json_list(&checks),
            Format::Github => report::revision::render_github(&checks),
            Format::Markdown => markdown(),
            Format::Sarif => report::revision::render_sarif(&checks),
            _ => {
                let mut view = view.clone();
                if target.file.is_some() {
                    view.color = false;
                    view.links.clear();
                }
                text(&checks, alone, &view)
            }
        };
        output::deliver(&target, &result, false)?;
        if target.format == Format::Github {
            output::summarize(&markdown())?;
        }
    }
    let fails = |severity: Severity| checks.iter().any(|check| check.fails_on(severity));
    let fails = match config.fail_on {
        FailOn::Error => fails(Severity::Error),
        FailOn::Warning => fails(Severity::Warning),
        FailOn::Note => fails(Severity::Note),
        FailOn::None => false,
    };
    Ok(if fails {
        exit_codes::CONFLICTS
    } else {
        exit_codes::NOTHING
    })
}

/// Revisions to check: the two that are named, or what git says has changed.
fn pairs(args: &CheckArgs) -> Result<Vec<ChangedStory>, Trouble> {
    if let (Some(old), Some(new)) = (&args.old, &args.new) {
        return Ok(vec![ChangedStory {
            name: new.to_string_lossy().into_owned(),
            old: Input::parse(old),
            new: Input::parse(new),
        }]);
    }
    let since = match &args.base {
        Some(base) => Since::Base(base.clone()),
        None => Since::Staged,
    };
    Ok(changed_stories(&since)?)
}

/// The checks one after the other; of several, each under its file's name, those without a change in a word.
fn text(checks: &[Check], alone: bool, view: &View) -> String {
    if alone {
        return checks
            .iter()
            .map(|check| report::revision::render(check, view))
            .collect();
    }
    let mut text = String::new();
    let (quiet, told): (Vec<&Check>, Vec<&Check>) =
        checks.iter().partition(|check| check.violations.is_empty());
    for check in told {
        let name = check
            .articles
            .get(1)
            .and_then(|article| article.file.as_deref())
            .unwrap_or_default();
        text.push_str(&format!(
            "{name}\n\n{}\n",
            report::revision::render(check, view)
        ));
    }
    let stories = |count: usize| {
        if count == 1 {
            "1 story".to_owned()
        } else {
            format!("{count} stories")
        }
    };
    text.push_str(&format!(
        "{} changed, {} without a change of fact\n",
        stories(checks.len()),
        quiet.len()
    ));
    text
}

/// The one article of an input.
fn one(input: Input, name: &str, options: &ReadOptions) -> Result<Article, Trouble> {
    let mut articles = read_articles(&[input], options, std::io::stdin())?.articles;
    if articles.len() != 1 {
        return Err(Trouble::several(name, articles.len()));
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
