//! `storydiff A B [C...]` and `storydiff compare A B [C...]`.

use storydiff::{Comparison, report};

use super::args::{CompareArgs, Format};
use super::inputs::Inputs;
use super::trouble::Trouble;
use super::{exit_codes, output};

/// Compares the articles and reports.
pub(crate) fn run(args: &CompareArgs) -> Result<u8, Trouble> {
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
    if args.output.include_text {
        articles.iter_mut().for_each(super::claims::include_text);
    }
    let mut options = args.judging.options();
    options.names = inputs.names;
    options.together = inputs.together;
    let mut comparison = storydiff::compare(articles, &options);
    let code = if comparison.has_conflict() {
        exit_codes::CONFLICTS
    } else {
        exit_codes::NOTHING
    };
    let mut view = output::view(&args.output);
    view.only = args.only.map(Into::into);
    view.all = args.all;
    view.diff = args.diff;
    let explained = match &args.explain {
        Some(id) => Some(finding_of(&comparison, id)?),
        None => None,
    };
    output::print(&match (args.output.format, explained) {
        (Format::Text, None) => report::text::render(&comparison, &view),
        (Format::Text, Some(id)) => report::explain::render(&comparison, &id, &view),
        (Format::Json, explained) => {
            comparison.findings.retain(|finding| {
                view.only.is_none_or(|only| finding.verdict == only)
                    && explained.as_ref().is_none_or(|id| finding.id == *id)
            });
            report::json::render(&comparison)
        }
    })?;
    Ok(code)
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
