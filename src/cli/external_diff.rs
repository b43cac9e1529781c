//! What git asks of a program in `GIT_EXTERNAL_DIFF` or `diff.<name>.command`.
//!
//! ```text
//! path old-file old-hex old-mode new-file new-hex new-mode [new-path similarity]
//! ```
//!
//! git goes on only if the program ends with 0, whatever it found.

use std::ffi::{OsStr, OsString};

use storydiff::read::{Input, Place};
use storydiff::{Article, report};

use super::args::CompareArgs;
use super::inputs::Inputs;
use super::trouble::Trouble;
use super::{exit_codes, output};

/// What git sets for such a program, and for no other.
const COUNTER: &str = "GIT_DIFF_PATH_COUNTER";

/// Whether git runs this program to show how a file changed.
pub(super) fn is_asked(args: &CompareArgs) -> bool {
    std::env::var_os(COUNTER).is_some() && matches!(args.articles.len(), 1 | 7 | 9)
}

/// Compares the two states of a file.
pub(super) fn run(args: &CompareArgs) -> Result<u8, Trouble> {
    let shown = match &*args.articles {
        [path, old, _, _, new, _, _, rest @ ..] => {
            let new_path = rest.first().unwrap_or(path);
            compared(args, [path, old], [new_path, new])
        }
        [path, ..] => format!("{}: not merged\n", path.to_string_lossy()),
        [] => String::new(),
    };
    output::print(&shown)?;
    Ok(exit_codes::NOTHING)
}

fn compared(args: &CompareArgs, old: [&OsString; 2], new: [&OsString; 2]) -> String {
    let name = |side: &str, [path, _]: [&OsString; 2]| format!("{side}/{}", path.to_string_lossy());
    let read = |side: &str, at: [&OsString; 2]| -> Result<Vec<Article>, String> {
        if is_nothing(at[1]) {
            return Ok(Vec::new());
        }
        let inputs = Inputs {
            inputs: vec![Input {
                label: Some(name(side, at)),
                ..Input::from(Place::File(at[1].into()))
            }],
            ..Inputs::default()
        };
        inputs.read(&args.reading.options()).map_err(|trouble| {
            // git's own names for the two states are of no use to a person
            let words = trouble.to_string();
            let file = at[1].to_string_lossy();
            words
                .strip_prefix(&*file)
                .map_or(words.clone(), |rest| format!("{}{rest}", name(side, at)))
        })
    };
    let view = output::view(&args.output.look);
    let articles = match (read("a", old), read("b", new)) {
        (Ok(old), Ok(new)) => [old, new].concat(),
        (Err(words), _) | (_, Err(words)) => return format!("{words}\n"),
    };
    let mut articles = articles;
    for (index, article) in articles.iter_mut().enumerate() {
        article.id = storydiff::read::article_id(index);
    }
    let alone = articles.len() < 2;
    let comparison = storydiff::compare(articles, &args.judging.options());
    let body = if alone {
        report::claims::render(&comparison, &view)
    } else {
        report::text::render(&comparison, &view)
    };
    let head = match (is_nothing(old[1]), is_nothing(new[1])) {
        (true, _) => format!("{} (new)", name("b", new)),
        (_, true) => format!("{} (removed)", name("a", old)),
        _ => format!("{} -> {}", name("a", old), name("b", new)),
    };
    format!("{head}\n\n{body}\n")
}

/// What git names where there is no file.
fn is_nothing(path: &OsStr) -> bool {
    path == "/dev/null" || path == "nul"
}
