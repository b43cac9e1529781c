//! The command line: arguments -> a command -> output and an exit code.

mod args;
mod batch;
mod claims;
mod color;
mod compare;
mod exit_codes;
mod output;
mod trouble;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};

/// Runs what the arguments ask for. Results go to standard output, trouble to standard error.
pub(crate) fn run() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        None => compare::run(&cli.compare),
        Some(Command::Compare(args)) => compare::run(&args),
        Some(Command::Claims(args)) => claims::run(&args),
        Some(Command::Batch(args)) => batch::run(&args),
    };
    let code = done.unwrap_or_else(|trouble| {
        output::complain(&trouble);
        exit_codes::TROUBLE
    });
    ExitCode::from(code)
}
