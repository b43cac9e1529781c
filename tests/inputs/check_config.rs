//! `storydiff.toml`: which files are stories, and which settings are for which of them.

use crate::check::{FIRST, git};
use crate::folder::Folder;

#[test]
fn stories_by_their_paths() {
    let folder = Folder::new();
    git(&folder, &["init", "-q", "-b", "main"]);
    let names = [
        "content/a.md",
        "content/2026/b.md",
        "content/drafts/c.md",
        "content/d.html",
        "notes/e.md",
    ];
    for name in names {
        folder.write(name, FIRST);
    }
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "first"]);
    for name in names {
        folder.write(name, FIRST.replace("Six", "Seven"));
    }
    git(&folder, &["add", "."]);
    let told = |below: &str, more: &[&str]| -> Vec<String> {
        let run = folder.run_in(below, &[&["check", "-f", "github"], more].concat());
        assert_eq!(run.code, 1, "{}", run.err);
        let files = run.out.lines().map(|line| {
            let (_, rest) = line.split_once("file=").expect("a file");
            rest.split(',').next().unwrap_or_default().to_owned()
        });
        files.collect()
    };
    assert_eq!(
        told("", &["--staged"]).len(),
        5,
        "all that look like stories"
    );
    folder.write(
        "storydiff.toml",
        "stories = ['content/**/*.md']\nexclude = ['content/drafts/**']\n",
    );
    let expected = ["content/2026/b.md", "content/a.md"];
    assert_eq!(told("", &["--staged"]), expected);
    assert_eq!(told("", &["--base", "main"]), expected);
    // from the folder of the configuration, not from where the program runs
    assert_eq!(told("content", &["--staged"]), expected);
}

#[test]
fn overrides_for_some_stories() {
    let folder = Folder::new();
    folder.write(
        "storydiff.toml",
        "fail-on = 'warning'\n\n[[overrides]]\npaths = ['sports/**']\nfail-on = 'none'\n\n\
         [[overrides]]\npaths = ['**/live.md']\nrules.number-changed = 'off'\nrules.claim-added = 'warning'\n",
    );
    for name in ["news/a.md", "news/live.md", "sports/a.md"] {
        folder.write(&format!("old/{name}"), FIRST);
        folder.write(name, FIRST.replace("Six", "Seven"));
    }
    let code = |name: &str, more: &[&str]| {
        let old = format!("old/{name}");
        folder.run(&[&["check", &old, name], more].concat()).code
    };
    for (name, expected) in [("news/a.md", 1), ("news/live.md", 0), ("sports/a.md", 0)] {
        assert_eq!(code(name, &[]), expected, "{name}");
    }
    assert_eq!(code("sports/a.md", &["--fail-on", "error"]), 1);
    assert_eq!(
        code("news/live.md", &["--set", "number-changed=error"]),
        1,
        "the command line wins"
    );
    let shown = |more: &[&str]| {
        let run = folder.run(&[&["check", "--show-config"], more].concat());
        assert_eq!(run.code, 0, "{}", run.err);
        run.out
    };
    let all = shown(&[]);
    for part in [
        "stories                             text, Markdown and pages, by their endings, as usual\n",
        "number-changed             error    as usual\n",
        "storydiff.toml, for sports/**\n  fail-on                  none\n",
        "storydiff.toml, for **/live.md\n  number-changed           off\n",
    ] {
        assert!(all.contains(part), "{part}: {all}");
    }
    let live = shown(&["news/live.md", "--set", "claim-added=note"]);
    for part in [
        "is a story                 yes      text, Markdown",
        "number-changed             off      ",
        "storydiff.toml, for **/live.md\n",
        "claim-added                note     the command line\n",
        "fail-on                    warning  ",
    ] {
        assert!(live.contains(part), "{part}: {live}");
    }
    assert!(shown(&["code.rs"]).starts_with("is a story                 no"));
}

#[test]
fn what_is_wrong_with_paths() {
    let folder = Folder::new();
    folder.write("a.md", FIRST);
    for (text, part) in [
        (
            "storis = ['a']",
            "line 1: no setting storis; did you mean stories?",
        ),
        (
            "[[overrides]]\npaht = ['a']",
            "line 2: no setting paht; did you mean paths?",
        ),
        (
            "[[overrides]]\nfail-on = 'none'",
            "line 1: missing field `paths`",
        ),
        ("\nstories = [\n'a[',\n]", "line 3: error parsing glob 'a['"),
        ("stories = ['../a']", "line 1: ../a leaves the folder"),
        (
            "[[overrides]]\npaths = ['a']\nrules.numbers-changed = 'off'",
            "line 3: no rule numbers-changed; did you mean number-changed?",
        ),
        (
            "[rules]\n\nnumber-changed = 'of'",
            "line 3: no severity of; possible values: off",
        ),
    ] {
        folder.write("bad.toml", text);
        let said = folder.trouble(&["check", "a.md", "a.md", "--config", "bad.toml"]);
        assert!(said.contains(part), "{text}: {said}");
    }
}
