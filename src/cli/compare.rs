//! `storydiff A B [C...]` and `storydiff compare A B [C...]`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use storydiff::report::View;
use storydiff::{Comparison, Finding, report};

use super::args::{ColorChoice, CompareArgs, Format, Target};
use super::inputs::Inputs;
use super::trouble::Trouble;
use super::{exit_codes, links, output};

/// Compares the articles and reports.
pub(crate) fn run(args: &CompareArgs) -> Result<u8, Trouble> {
    let targets = args.output.targets().map_err(Trouble::Target)?;
    let mut inputs = Inputs::of(&args.articles)?;
    inputs.label(&args.labels)?;
    let mut reading = args.reading.options();
    reading.keep_going = args.keep_going;
    if inputs.inputs.is_empty() {
        return Err(Trouble::TooFew {
            given: "no article",
        });
    }
    let mut articles = inputs.read(&reading)?;
    if articles.len() < 2 {
        let given = if articles.is_empty() {
            "no article"
        } else {
            "one article"
        };
        return Err(Trouble::TooFew { given });
    }
    if args.output.look.include_text {
        articles.iter_mut().for_each(super::claims::include_text);
    }
    let mut options = args.judging.options();
    options.names = inputs.names;
    options.together = inputs.together;
    let comparison = storydiff::compare(articles, &options);
    let code = if comparison.has_conflict() {
        exit_codes::CONFLICTS
    } else {
        exit_codes::NOTHING
    };
    let mut view = output::view(&args.output.look);
    links::add(
        &mut view,
        &args.output.look,
        !args.no_pager,
        &comparison.articles,
    );
    view.only = args.only.map(Into::into);
    view.all = args.all;
    view.diff = args.diff;
    view.context = args.context;
    view.summary = args.summary;
    view.article = args
        .view
        .as_deref()
        .map(|named| article_of(&comparison, named))
        .transpose()?;
    let explained = match &args.explain {
        Some(id) => Some(finding_of(&comparison, id)?),
        None => None,
    };
    // what text leaves out by itself, other forms have to be told to
    let is_chosen = |finding: &Finding| {
        view.only.is_none_or(|only| finding.verdict == only)
            && explained.as_ref().is_none_or(|id| finding.id == *id)
    };
    let chosen = if comparison.findings.iter().all(is_chosen) {
        Cow::Borrowed(&comparison)
    } else {
        let mut chosen = comparison.clone();
        chosen.findings.retain(is_chosen);
        Cow::Owned(chosen)
    };
    for target in targets {
        let result = match (target.format, &explained) {
            (Format::Text, None) => {
                report::text::render(&comparison, &plain_in_file(&view, &target, args))
            }
            (Format::Text, Some(id)) => {
                report::explain::render(&comparison, id, &plain_in_file(&view, &target, args))
            }
            (Format::Json, _) => report::json::render(&chosen),
            (Format::Ndjson, _) => report::ndjson::render(&chosen),
            (Format::Markdown, _) => report::markdown::render(&chosen),
            (Format::Html, _) => report::html::render(&chosen),
            (Format::Csv, _) => report::csv::render(&chosen),
            (Format::Sarif, _) => report::sarif::render(&chosen),
            (Format::Junit, _) => report::junit::render(&chosen),
            (Format::Github, _) => report::github::render(&chosen),
            (Format::Gitlab, _) => report::gitlab::render(&chosen),
            (Format::Jsonld, _) => report::jsonld::render(&chosen),
            (Format::Tei, _) => report::tei::render(&chosen),
        };
        output::deliver(&target, &result, !args.no_pager)?;
        if target.format == Format::Github {
            output::summarize(&report::markdown::render(&chosen))?;
        }
    }
    if let Some(file) = &args.plot {
        output::write_file(file, &report::plot::render(&comparison))?;
    }
    Ok(code)
}

/// The letter of the article that is named by its letter or its label.
fn article_of(comparison: &Comparison, named: &str) -> Result<String, Trouble> {
    let articles = &comparison.articles;
    articles
        .iter()
        .find(|article| article.id.eq_ignore_ascii_case(named))
        .or_else(|| articles.iter().find(|article| article.label == named))
        .map(|article| article.id.clone())
        .ok_or_else(|| Trouble::UnknownArticle {
            named: named.to_owned(),
            known: articles
                .iter()
                .map(|article| format!("{} ({})", article.id, article.label))
                .collect::<Vec<_>>()
                .join(", "),
        })
}

/// The view for a target: no links in a file, and no colour unless it was asked for.
fn plain_in_file(view: &View, target: &Target, args: &CompareArgs) -> View {
    let links = if target.file.is_none() {
        view.links.clone()
    } else {
        BTreeMap::new()
    };
    View {
        links,
        color: view.color
            && (target.file.is_none() || args.output.look.color == ColorChoice::Always),
        ..view.clone()
    }
}

/// The finding that `id` names, or that holds the claim `id` names; letters in either case.
fn finding_of(comparison: &Comparison, id: &str) -> Result<String, Trouble> {
    let named = |known: &String| known.eq_ignore_ascii_case(id);
    comparison
        .findings
        .iter()
        .find(|finding| named(&finding.id) || finding.claims.iter().any(named))
        .map(|finding| finding.id.clone())
        .ok_or_else(|| Trouble::UnknownId {
            id: id.to_owned(),
            known: match (comparison.findings.first(), comparison.findings.last()) {
                (Some(first), Some(last)) => format!(
                    "the findings here are {} to {}; run without --explain to see them",
                    first.id, last.id
                ),
                _ => "there is no finding here".to_owned(),
            },
        })
}
