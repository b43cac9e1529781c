//! The command line: arguments -> a command -> output and an exit code.

mod about;
mod args;
mod assertions;
mod baseline;
mod batch;
mod check;
mod checker;
mod claims;
mod color;
mod compare;
mod config;
mod exit_codes;
mod external_diff;
mod init;
mod inputs;
mod links;
mod output;
mod pager;
mod progress;
mod stories;
mod trouble;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};

/// Runs what the arguments ask for. Results go to standard output, trouble to standard error.
pub(crate) fn run() -> ExitCode {
    quiet_guarded_panics();
    let cli = Cli::parse();
    let done = match cli.command {
        None if external_diff::is_asked(&cli.compare) => external_diff::run(&cli.compare),
        None => compare::run(&cli.compare),
        Some(Command::Compare(args)) => compare::run(&args),
        Some(Command::Claims(args)) => claims::run(&args),
        Some(Command::Batch(args)) => batch::run(&args),
        Some(Command::Init(args)) => init::run(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Rules { rule }) => check::rules(rule.as_deref()),
        Some(Command::Schema { of }) => about::schema(of),
        Some(Command::Completions { shell }) => about::completions(shell),
        Some(Command::Man) => about::man(),
    };
    let code = done.unwrap_or_else(|trouble| {
        output::complain(&trouble);
        exit_codes::TROUBLE
    });
    ExitCode::from(code)
}

/// A PDF reader that panics is answered as any other reader that fails; its own words would stand before ours.
fn quiet_guarded_panics() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !storydiff::read::is_reading_pdf() {
            usual(panic);
        }
    }));
}
