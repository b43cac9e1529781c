//! What the program says of itself: schema, completions, manual page.

use clap::CommandFactory;
use storydiff::report::schema::{self, Output};

use super::args::{Cli, SchemaOf};
use super::trouble::Trouble;
use super::{exit_codes, output};

/// The JSON Schema of what a command writes.
pub(crate) fn schema(of: SchemaOf) -> Result<u8, Trouble> {
    let output = match of {
        SchemaOf::Compare => Output::Compare,
        SchemaOf::CompareLine => Output::CompareLine,
        SchemaOf::Claims => Output::Claims,
        SchemaOf::Batch => Output::BatchLine,
        SchemaOf::Check => Output::Check,
        SchemaOf::CheckLine => Output::CheckLine,
    };
    output::print(&schema::schema(output))?;
    Ok(exit_codes::NOTHING)
}

/// Completions for a shell.
pub(crate) fn completions(shell: clap_complete::Shell) -> Result<u8, Trouble> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "storydiff", &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(exit_codes::NOTHING)
}

/// The manual page, in roff.
pub(crate) fn man() -> Result<u8, Trouble> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command())
        .render(&mut page)
        .map_err(Trouble::Output)?;
    output::print(&String::from_utf8_lossy(&page))?;
    Ok(exit_codes::NOTHING)
}
