//! `storydiff claims FILE`.

use std::io;

use storydiff::read::{Input, read_articles};
use storydiff::{Options, report};

use super::args::{ClaimsArgs, Format};
use super::trouble::Trouble;
use super::{exit_codes, output};

/// Shows the claims of one article.
pub(crate) fn run(args: &ClaimsArgs) -> Result<u8, Trouble> {
    let input = Input {
        path: args.file.clone(),
        label: args.label.clone(),
    };
    let mut articles = read_articles(&[input], io::stdin().lock())?;
    if args.output.include_text {
        include_text(&mut articles);
    }
    let comparison = storydiff::compare(articles, &Options::default());
    output::print(&match args.output.format {
        Format::Text => report::claims::render(&comparison, &output::view(&args.output)),
        Format::Json => report::json::render_claims(&comparison),
    })?;
    Ok(exit_codes::NOTHING)
}

/// Copies the texts to where JSON shows them.
pub(super) fn include_text(articles: &mut [storydiff::Article]) {
    for article in articles {
        article.included_text = Some(article.text.clone());
    }
}
