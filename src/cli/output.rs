//! Where results and diagnostics go.

use std::borrow::Cow;
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

/// Most bytes of a summary: GitHub takes 1 MiB of a step, and nothing at all of one that is longer.
const LONGEST_SUMMARY: usize = 1 << 20;

/// Adds Markdown to the summary of a step of GitHub Actions, if this runs in one; of more than fits, the first lines.
pub(crate) fn summarize(markdown: &str) -> Result<(), Trouble> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else {
        return Ok(());
    };
    let path = PathBuf::from(path);
    let before = path.metadata().map_or(0, |file| file.len());
    let room = LONGEST_SUMMARY.saturating_sub(usize::try_from(before).unwrap_or(usize::MAX));
    let written = OpenOptions::new()
        .append(true)
        .create(true)
        .open(&path)
        .and_then(|mut file| file.write_all(fitting(markdown, room).as_bytes()));
    written.map_err(|source| Trouble::File { path, source })
}

/// The lines that fit into so many bytes, with a word on those that do not.
fn fitting(markdown: &str, room: usize) -> Cow<'_, str> {
    const LEFT_OUT: &str =
        "\nA summary takes no more; `storydiff check` tells the rest where you run it.\n";
    if markdown.len() <= room {
        return Cow::Borrowed(markdown);
    }
    let Some(room) = room.checked_sub(LEFT_OUT.len()) else {
        return Cow::Borrowed("");
    };
    let end = markdown.as_bytes()[..room]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |newline| newline + 1);
    Cow::Owned(format!("{}{LEFT_OUT}", &markdown[..end]))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_that_is_too_long_ends_with_a_line() {
        let rows = "| a | \u{201c}six\u{201d} |\n".repeat(20);
        assert_eq!(fitting(&rows, rows.len()), rows);
        assert_eq!(fitting(&rows, 60), "");
        for room in 100..rows.len() {
            let cut = fitting(&rows, room);
            let (kept, _) = cut.split_once("\nA summary takes").expect("it says so");
            assert!(cut.len() <= room && rows.starts_with(kept), "{room}: {cut}");
            assert!(kept.is_empty() || kept.ends_with('\n'), "{room}: {cut}");
        }
    }
}
