//! What the program says of itself: schema, completions, manual page.

use clap::CommandFactory;

use super::args::Cli;
use super::trouble::Trouble;
use super::{exit_codes, output};

/// The JSON Schema of the contract.
pub(crate) fn schema() -> Result<u8, Trouble> {
    output::print(&storydiff::report::json::schema())?;
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
