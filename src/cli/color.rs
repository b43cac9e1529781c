//! Whether to colour: the flag, then `NO_COLOR`, then `CLICOLOR_FORCE`, then whether a terminal reads.

use std::ffi::OsString;

use super::args::ColorChoice;

/// Decides from the flag, the environment and whether standard output is a terminal.
pub(crate) fn wanted(
    choice: ColorChoice,
    environment: impl Fn(&str) -> Option<OsString>,
    terminal: bool,
) -> bool {
    let set = |name: &str| environment(name).filter(|value| !value.is_empty());
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => {
            if set("NO_COLOR").is_some() {
                false
            } else if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
                true
            } else {
                terminal && set("TERM").is_none_or(|value| value != "dumb")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flag_then_environment_then_terminal() {
        use ColorChoice::{Always, Auto, Never};
        for (choice, environment, terminal, expected) in [
            (Always, &[("NO_COLOR", "1")][..], false, true),
            (Never, &[("CLICOLOR_FORCE", "1")], true, false),
            (
                Auto,
                &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")],
                true,
                false,
            ),
            (
                Auto,
                &[("NO_COLOR", ""), ("CLICOLOR_FORCE", "1")],
                false,
                true,
            ),
            (Auto, &[("CLICOLOR_FORCE", "0")], false, false),
            (Auto, &[("TERM", "dumb")], true, false),
            (Auto, &[("TERM", "xterm")], true, true),
            (Auto, &[], true, true),
            (Auto, &[], false, false),
        ] {
            let lookup = |name: &str| {
                environment
                    .iter()
                    .find(|(key, _)| *key == name)
                    .map(|(_, value)| OsString::from(value))
            };
            assert_eq!(
                wanted(choice, lookup, terminal),
                expected,
                "{choice:?} {environment:?} {terminal}"
            );
        }
    }
}
