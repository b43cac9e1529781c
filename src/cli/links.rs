//! Whether names of articles are links, and where they lead: files on this machine, or the addresses they were read from.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::Path;

use storydiff::Article;
use storydiff::report::View;
use url::Url;

use super::args::{HyperlinkChoice, LookArgs};
use super::pager::Pager;

/// Lets the names of articles in `view` be links, if they are wanted; `paged` when a terminal will see them through a pager.
pub(crate) fn add<'a>(
    view: &mut View,
    args: &LookArgs,
    paged: bool,
    articles: impl IntoIterator<Item = &'a Article>,
) {
    let terminal = io::stdout().is_terminal();
    let passes = || !paged || Pager::of_terminal().is_none_or(|pager| pager.passes_links());
    let environment = |name: &str| std::env::var_os(name);
    if wanted(args.hyperlinks, environment, terminal && view.color, passes) {
        view.links = targets(articles);
    }
}

/// Decides from the flag, the environment, whether a terminal reads colours, and whether the pager passes links on.
fn wanted(
    choice: HyperlinkChoice,
    environment: impl Fn(&str) -> Option<OsString>,
    colored_terminal: bool,
    passes: impl FnOnce() -> bool,
) -> bool {
    match choice {
        HyperlinkChoice::Always => true,
        HyperlinkChoice::Never => false,
        HyperlinkChoice::Auto => {
            colored_terminal && environment("TERM").is_none_or(|value| value != "dumb") && passes()
        }
    }
}

/// For each file that is here, and each web address, its URI.
fn targets<'a>(articles: impl IntoIterator<Item = &'a Article>) -> BTreeMap<String, String> {
    let target = |article: &Article| match (&article.file, &article.url) {
        (Some(file), _) => Some((file.clone(), of_file(file)?)),
        (None, Some(url)) => Some((url.clone(), of_address(url)?)),
        (None, None) => None,
    };
    articles.into_iter().filter_map(target).collect()
}

/// `file:///home/a/story.md`; `None` for what is no file here, such as a revision. No host is named: the terminal may run on
/// another machine than we do, and then can only open nothing.
fn of_file(file: &str) -> Option<String> {
    if !Path::new(file).exists() {
        return None;
    }
    let path = std::path::absolute(file).ok()?;
    Some(Url::from_file_path(path).ok()?.to_string())
}

/// A web address with all that a terminal could take for something else in per cent signs; `None` for any other scheme.
fn of_address(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flag_then_environment_then_terminal() {
        use HyperlinkChoice::{Always, Auto, Never};
        for (choice, environment, terminal, passes, expected) in [
            (Always, &[("TERM", "dumb")][..], false, false, true),
            (Never, &[], true, true, false),
            (Auto, &[], true, true, true),
            (
                Auto,
                &[("TERM", "xterm"), ("NO_COLOR", "")],
                true,
                true,
                true,
            ),
            (Auto, &[], true, false, false),
            (Auto, &[], false, true, false),
            (Auto, &[("TERM", "dumb")], true, true, false),
        ] {
            let lookup = |name: &str| {
                let mut set = environment.iter();
                set.find(|(key, _)| *key == name)
                    .map(|(_, value)| OsString::from(value))
            };
            assert_eq!(
                wanted(choice, lookup, terminal, || passes),
                expected,
                "{choice:?} {environment:?} {terminal} {passes}"
            );
        }
    }

    #[test]
    fn what_a_name_holds_does_not_steer_the_terminal() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, written) in [
            ("a b%.txt", "a%20b%25.txt"),
            ("a\u{1b}]8;;\u{7}.txt", "a%1B]8;;%07.txt"),
            ("caf\u{e9}\u{9c}#1?.txt", "caf%C3%A9%C2%9C%231%3F.txt"),
        ] {
            let path = folder.path().join(name);
            std::fs::write(&path, "Six were hurt.").expect("written");
            let target = of_file(&path.to_string_lossy()).expect("it is here");
            assert!(
                target.starts_with("file:///") && target.ends_with(written),
                "{target}"
            );
        }
        assert_eq!(of_file("HEAD~1:story.md"), None);
        for (address, target) in [
            (
                "https://example.org/a b?q=\u{1b}]\u{e9}#\u{7}x",
                Some("https://example.org/a%20b?q=%1B]%C3%A9#%07x"),
            ),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("not an address", None),
        ] {
            assert_eq!(of_address(address).as_deref(), target, "{address}");
        }
    }
}
