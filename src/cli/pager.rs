//! The program that long reports are shown through.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use super::output::print;
use super::trouble::Trouble;

/// The first version of `less` that passes links on (OSC 8); older ones show their addresses as words.
const LESS_WITH_LINKS: u32 = 566;

/// A pager, as the environment names it.
pub(crate) struct Pager {
    program: String,
    arguments: Vec<String>,
    /// `$LESS`; when nobody set it, as git sets it: quit when all fits, keep colours, leave the screen as it is.
    less: Option<String>,
}

impl Pager {
    /// The pager for standard output; `None` when no terminal reads it.
    pub(crate) fn of_terminal() -> Option<Self> {
        io::stdout()
            .is_terminal()
            .then(|| Self::of(|name| std::env::var(name).ok()))
            .flatten()
    }

    fn of(environment: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let set = |name: &str| environment(name).filter(|value| !value.trim().is_empty());
        let named = set("STORYDIFF_PAGER")
            .or_else(|| set("PAGER"))
            .unwrap_or_else(|| "less".to_owned());
        let mut words = named.split_whitespace().map(str::to_owned);
        Some(Self {
            program: words.next()?,
            arguments: words.collect(),
            less: environment("LESS"),
        })
    }

    /// Whether links come out of it as links.
    pub(crate) fn passes_links(&self) -> bool {
        self.keeps_escapes() && less_version(&self.program) >= Some(LESS_WITH_LINKS)
    }

    /// Whether it is `less` and told, by a short option, to pass escape codes on.
    fn keeps_escapes(&self) -> bool {
        let is_less = Path::new(&self.program)
            .file_stem()
            .is_some_and(|stem| stem == "less");
        let options = self.less.as_deref().unwrap_or("R").split_whitespace();
        let arguments = self.arguments.iter().map(String::as_str);
        let mut options = options.chain(arguments);
        is_less && options.any(|option| !option.starts_with("--") && option.contains('R'))
    }

    /// Shows a result.
    pub(crate) fn show(&self, result: &str) -> Result<(), Trouble> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).stdin(Stdio::piped());
        if self.less.is_none() {
            command.env("LESS", "FRX");
        }
        let Ok(mut child) = command.spawn() else {
            return print(result);
        };
        if let Some(mut input) = child.stdin.take() {
            // who has seen enough closes the pipe
            let _ = input.write_all(result.as_bytes());
        }
        child.wait().map_err(Trouble::Output)?;
        Ok(())
    }
}

/// The version that `less --version` tells: "less 590 (GNU regular expressions)".
fn less_version(program: &str) -> Option<u32> {
    let told = Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .output()
        .ok()?;
    version_in(&String::from_utf8_lossy(&told.stdout))
}

fn version_in(told: &str) -> Option<u32> {
    let mut words = told.lines().next()?.split_whitespace();
    if words.next()? != "less" {
        return None;
    }
    words.next()?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn less_is_told_to_keep_escapes_or_is_not() {
        for (environment, expected) in [
            (&[][..], true),
            (&[("PAGER", "less")], true),
            (&[("PAGER", "/usr/bin/less -S")], true),
            (&[("LESS", "")], false),
            (&[("LESS", "-FX")], false),
            (&[("LESS", "-FX"), ("PAGER", "less -R")], true),
            (&[("LESS", "--RAW-CONTROL-CHARS")], false),
            (&[("LESS", "-iMR")], true),
            (&[("PAGER", "more")], false),
            (&[("PAGER", "less"), ("STORYDIFF_PAGER", "most")], false),
        ] {
            let pager = Pager::of(|name| {
                let mut set = environment.iter();
                set.find(|(key, _)| *key == name)
                    .map(|(_, value)| (*value).to_owned())
            });
            let pager = pager.expect("some pager is named");
            assert_eq!(pager.keeps_escapes(), expected, "{environment:?}");
        }
    }

    #[test]
    fn versions_of_less() {
        for (told, expected) in [
            ("less 590 (GNU regular expressions)\nCopyright", Some(590)),
            ("less 551", Some(551)),
            ("less 581.2 (PCRE)", Some(581)),
            ("more from util-linux 2.38", None),
            ("", None),
        ] {
            assert_eq!(version_in(told), expected, "{told}");
        }
    }
}
