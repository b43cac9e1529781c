//! `storydiff claims ARTICLE`.

use storydiff::read::Problem;
use storydiff::{Article, Judge, Options, report};

use super::args::{ClaimsArgs, ClaimsFormat};
use super::inputs::Inputs;
use super::trouble::Trouble;
use super::{exit_codes, links, output};

/// Shows the claims of one article.
pub(crate) fn run(args: &ClaimsArgs) -> Result<u8, Trouble> {
    let mut inputs = Inputs::of(std::slice::from_ref(&args.article))?;
    if inputs.inputs.len() == 1 {
        inputs.label(args.label.as_slice())?;
    }
    let mut articles = match inputs.read(&args.reading.options()) {
        // to git, a file without a word is a file without a claim
        Err(Trouble::Read(error)) if args.textconv && matches!(error.problem, Problem::Empty) => {
            Vec::new()
        }
        read => read?,
    };
    if articles.len() > 1 {
        let name = args.article.to_string_lossy();
        return Err(Trouble::several(&name, articles.len()));
    }
    for article in &mut articles {
        if args.look.include_text {
            include_text(article);
        }
        if args.show_dropped {
            article.included_dropped = Some(article.dropped.clone());
        }
    }
    let mut options = Options::default();
    options.judge = Judge::Fast;
    options.names = inputs.names;
    let comparison = storydiff::compare(articles, &options);
    let mut view = output::view(&args.look);
    links::add(&mut view, &args.look, false, &comparison.articles);
    output::print(&match args.format {
        _ if args.textconv => report::claims::render_lines(&comparison),
        ClaimsFormat::Text => report::claims::render(&comparison, &view),
        ClaimsFormat::Json => report::json::render_claims(&comparison),
    })?;
    Ok(exit_codes::NOTHING)
}

/// Copies the text to where JSON shows it.
pub(super) fn include_text(article: &mut Article) {
    article.included_text = Some(article.text.clone());
}
