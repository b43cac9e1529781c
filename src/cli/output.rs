//! Where results and diagnostics go.

use std::io::{self, IsTerminal, Write};

use storydiff::report::View;

use super::args::OutputArgs;
use super::color;
use super::trouble::Trouble;

/// Columns when no terminal says how many it has.
const DEFAULT_WIDTH: usize = 80;

/// Widest that a report gets by itself: longer lines are hard to read.
const WIDEST: usize = 140;

/// Writes a result to standard output. A closed pipe is quiet success: who reads has seen enough.
pub(crate) fn print(result: &str) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    match out.write_all(result.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Trouble::Output(error)),
        _ => Ok(()),
    }
}

/// Says on standard error what went wrong. That nobody may be listening there is no further trouble.
pub(crate) fn complain(trouble: &Trouble) {
    let _ = writeln!(io::stderr(), "storydiff: {trouble}");
}

/// How the text reports should look here.
pub(crate) fn view(args: &OutputArgs) -> View {
    let terminal = io::stdout().is_terminal();
    let measured = || {
        let (width, _) = terminal_size::terminal_size_of(io::stdout())?;
        Some(usize::from(width.0).min(WIDEST))
    };
    View {
        width: args
            .width
            .map(usize::from)
            .or_else(measured)
            .unwrap_or(DEFAULT_WIDTH),
        color: color::wanted(args.color, |name| std::env::var_os(name), terminal),
        ascii: args.ascii,
        ..View::default()
    }
}
