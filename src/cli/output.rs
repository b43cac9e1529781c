//! Where results and diagnostics go.

use std::fs::OpenOptions;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use storydiff::report::View;

use super::args::{Format, LookArgs, Target};
use super::color;
use super::pager::Pager;
use super::trouble::Trouble;

/// Columns when no terminal says how many it has.
const DEFAULT_WIDTH: usize = 80;

/// Widest that a report gets by itself: a table of six articles needs that much, and longer lines are hard to read.
const WIDEST: usize = 200;

/// Writes a result to standard output. A closed pipe is quiet success: who reads has seen enough.
pub(crate) fn print(result: &str) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    match out.write_all(result.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Trouble::Output(error)),
        _ => Ok(()),
    }
}

/// Shows a result that a person reads: through a pager when a terminal reads, else as [`print`] does.
fn page(result: &str) -> Result<(), Trouble> {
    match Pager::of_terminal() {
        Some(pager) => pager.show(result),
        None => print(result),
    }
}

/// Writes a result where it is to go; text for a terminal through a pager, if `paged`.
pub(crate) fn deliver(target: &Target, result: &str, paged: bool) -> Result<(), Trouble> {
    match &target.file {
        Some(file) => write_file(file, result),
        None if paged && target.format == Format::Text => page(result),
        None => print(result),
    }
}

/// Writes a result into a file, all of it or nothing: beside it first, then in its place.
pub(crate) fn write_file(path: &Path, result: &str) -> Result<(), Trouble> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let written = || -> io::Result<()> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".storydiff-");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(result.as_bytes())?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    // what is no regular file, such as /dev/stdout, cannot be put in place of
    let special = path
        .metadata()
        .is_ok_and(|kind| !kind.is_file() && !kind.is_dir());
    let done = if special {
        std::fs::write(path, result)
    } else {
        written()
    };
    done.map_err(|source| Trouble::File {
        path: path.to_path_buf(),
        source,
    })
}

/// Adds Markdown to the summary of a step of GitHub Actions, if this runs in one.
pub(crate) fn summarize(markdown: &str) -> Result<(), Trouble> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else {
        return Ok(());
    };
    let path = PathBuf::from(path);
    let written = OpenOptions::new()
        .append(true)
        .create(true)
        .open(&path)
        .and_then(|mut file| file.write_all(markdown.as_bytes()));
    written.map_err(|source| Trouble::File { path, source })
}

/// Says on standard error what went wrong. That nobody may be listening there is no further trouble.
pub(crate) fn complain(trouble: &Trouble) {
    let _ = writeln!(io::stderr(), "storydiff: {trouble}");
}

/// How the text reports should look here.
pub(crate) fn view(args: &LookArgs) -> View {
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
