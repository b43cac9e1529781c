//! `check` on the history of a story in git: each revision changes one thing, and that is what is told.

use std::process::Command;

use serde_json::Value;

use crate::folder::{Folder, Run};

pub(crate) const FIRST: &str = "# Fire at the mill\n\nSix guards were hurt in the fire at the mill in Dunmore on Monday, police said. The roof fell in at \
    about four in the morning.\n\nAnna Kelly, the manager, said that repairs would cost $5 million. \u{201c}We will open again in the \
    spring,\u{201d} she said.\n\nA man is alleged to have set the fire. Schools in the town stayed open.\n";

/// What it is, the words before and after, and what is to be told: severity and rule.
type Step<'a> = (&'a str, &'a str, &'a str, &'a [(&'a str, &'a str)]);

pub(crate) fn git(folder: &Folder, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.args(arguments).current_dir(folder.path());
    let run = Run::of(command);
    assert_eq!(run.code, 0, "{arguments:?}: {}{}", run.out, run.err);
}

pub(crate) fn rules(run: &Run) -> Vec<(String, String)> {
    let answer: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    let words = |value: &Value| value.as_str().expect("words").to_owned();
    let violations = answer["violations"].as_array().expect("violations").iter();
    violations
        .map(|violation| (words(&violation["severity"]), words(&violation["rule"])))
        .collect()
}

#[test]
fn a_history_of_twelve_revisions() {
    let folder = Folder::new();
    git(&folder, &["init", "-q"]);
    let mut text = FIRST.to_owned();
    let commit = |text: &str| {
        folder.write("story.md", text);
        git(&folder, &["add", "."]);
        git(&folder, &["commit", "-q", "-m", "next"]);
    };
    commit(&text);
    let revisions: [Step<'_>; 12] = [
        (
            "a typographic change",
            "\u{201c}We will open again in the spring,\u{201d}",
            "\"We will open again in the spring,\"",
            &[],
        ),
        ("a rewording", "fell in at about", "came down at about", &[]),
        (
            "a corrected number",
            "Six guards",
            "Seven guards",
            &[("error", "number-changed")],
        ),
        (
            "a silently changed quotation",
            "open again in the spring",
            "open again in the summer",
            &[("error", "quote-altered")],
        ),
        ("a moved paragraph", "", "", &[]),
        (
            "two sentences made one",
            "police said. The roof came",
            "police said, and the roof came",
            &[],
        ),
        (
            "another headline",
            "# Fire at the mill",
            "# Dunmore wakes to sirens",
            &[("note", "claim-added"), ("warning", "claim-removed")],
        ),
        (
            "a sentence less",
            " Schools in the town stayed open.",
            "",
            &[("warning", "claim-removed")],
        ),
        (
            "a dropped hedge",
            "A man is alleged to have set the fire.",
            "A man set the fire.",
            &[("error", "hedge-dropped")],
        ),
        (
            "a name respelt",
            "Anna Kelly",
            "Anna Kelley",
            &[("error", "name-changed")],
        ),
        (
            "another day",
            "on Monday",
            "on Tuesday",
            &[("error", "date-changed")],
        ),
        (
            "a note",
            "A man set the fire.",
            "A man set the fire.\n\nUpdate: This story was corrected to give the right day.",
            &[],
        ),
    ];
    for (what, from, to, expected) in revisions {
        if from.is_empty() {
            let (head, rest) = text.split_once("\n\nAnna").expect("a paragraph");
            let (anna, last) = rest.split_once("\n\nA man").expect("another");
            text = format!("{head}\n\nA man{}\n\nAnna{anna}\n", last.trim_end());
        } else {
            assert!(text.contains(from), "{what}: {text}");
            text = text.replace(from, to);
        }
        commit(&text);
        let run = folder.run(&["check", "HEAD~1:story.md", "HEAD:story.md", "-f", "json"]);
        let mut found = rules(&run);
        found.sort();
        let expected: Vec<(String, String)> = expected
            .iter()
            .map(|(severity, rule)| ((*severity).to_owned(), (*rule).to_owned()))
            .collect();
        // one change may show in two claims, never as two sorts
        found.dedup();
        assert_eq!(found, expected, "{what}: {}", run.out);
        let fails = expected.iter().any(|(severity, _)| severity == "error");
        assert_eq!(run.code, i32::from(fails), "{what}");
    }
}

#[test]
fn severities_references_and_forms() {
    let folder = Folder::new();
    folder.write("old.md", FIRST);
    folder.write("new.md", FIRST.replace("Six", "Seven"));
    folder.write(
        "release.txt",
        "Six guards were hurt in the fire at the mill in Dunmore on Monday, the mill said.",
    );
    let code = |more: &[&str]| {
        folder
            .run(&[&["check", "old.md", "new.md"], more].concat())
            .code
    };
    assert_eq!(code(&[]), 1);
    assert_eq!(code(&["--fail-on", "none"]), 0);
    assert_eq!(code(&["--set", "number-changed=warning"]), 0);
    assert_eq!(
        code(&["--set", "number-changed=warning", "--fail-on", "warning"]),
        1
    );
    assert_eq!(
        code(&["--set", "number-changed=off", "--fail-on", "note"]),
        0
    );
    let silent = folder.run(&[
        "check",
        "old.md",
        "new.md",
        "--set",
        "changed-without-note=error",
        "-f",
        "json",
    ]);
    assert!(rules(&silent).contains(&("error".to_owned(), "changed-without-note".to_owned())));
    let against = folder.run(&[
        "check",
        "new.md",
        "new.md",
        "--reference",
        "release.txt",
        "-f",
        "json",
    ]);
    assert_eq!(against.code, 1, "{}", against.out);
    assert!(
        rules(&against)
            .iter()
            .all(|(_, rule)| rule == "conflicts-with-reference"),
        "{}",
        against.out
    );
    for (format, opening) in [
        ("text", "! number-changed"),
        (
            "github",
            "::error file=new.md,line=3,endLine=3,title=number-changed::",
        ),
        ("markdown", "### storydiff check: old \u{2192} new"),
        ("sarif", "{\n  \"$schema\""),
    ] {
        let run = folder.run(&["check", "old.md", "new.md", "--format", format]);
        assert!(run.out.starts_with(opening), "{format}: {}", run.out);
    }
    for (arguments, part) in [
        (
            &["check", "old.md", "new.md", "--set", "number-chagned=off"][..],
            "did you mean number-changed",
        ),
        (
            &["check", "old.md", "new.md", "--set", "number-changed=bad"],
            "possible values: off, note, warning, error",
        ),
        (&["check", "old.md", "none.md"], "none.md: no such file"),
        (
            &["check", "old.md", "new.md", "-f", "tei"],
            "check writes no tei; it writes text, html",
        ),
        (&["rules", "numbers"], "no rule numbers"),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.err.contains(part), "{arguments:?}: {}", run.err);
    }
    assert!(folder.run(&["rules"]).out.lines().count() > 14);
    assert!(
        folder
            .run(&["rules", "hedge-dropped"])
            .out
            .contains("stated as a fact")
    );
}

#[test]
fn a_configuration_upwards() {
    let folder = Folder::new();
    folder.write(
        "storydiff.toml",
        "fail-on = 'warning'\n[rules]\nnumber-changed = 'note'\nclaim-added = 'off'\n",
    );
    folder.write("news/old.md", FIRST);
    folder.write("news/new.md", FIRST.replace("Six", "Seven"));
    let check =
        |more: &[&str]| folder.run_in("news", &[&["check", "old.md", "new.md"], more].concat());
    assert_eq!(check(&[]).code, 0);
    assert_eq!(check(&["--fail-on", "note"]).code, 1);
    assert_eq!(check(&["--set", "number-changed=warning"]).code, 1);
    let shown = folder
        .run_in(
            "news",
            &["check", "--show-config", "--set", "claim-removed=off"],
        )
        .out;
    let line = |name: &str| {
        shown
            .lines()
            .find(|line| line.starts_with(name))
            .expect(name)
            .to_owned()
    };
    assert!(
        line("fail-on").contains("warning") && line("fail-on").ends_with("storydiff.toml"),
        "{shown}"
    );
    assert!(
        line("number-changed").contains("note")
            && line("number-changed").ends_with("storydiff.toml")
    );
    assert!(
        line("claim-removed").ends_with("the command line")
            && line("date-changed").ends_with("as usual")
    );
    for (text, part) in [
        (
            "fail-no = 'error'",
            "line 1: no setting fail-no; did you mean fail-on?",
        ),
        (
            "[rules]\nnumber-chagned = 'off'",
            "did you mean number-changed",
        ),
        (
            "fail-on = 'bad'",
            "possible values: error, warning, note, none",
        ),
        ("= 3", "line 1"),
    ] {
        folder.write("bad.toml", text);
        let run = folder.run(&[
            "check",
            "news/old.md",
            "news/new.md",
            "--config",
            "bad.toml",
        ]);
        assert_eq!(run.code, 2, "{text}");
        assert!(
            run.err.starts_with("storydiff: bad.toml: ") && run.err.contains(part),
            "{text}: {}",
            run.err
        );
    }
}

#[test]
fn every_story_of_a_branch_and_what_is_staged() {
    let folder = Folder::new();
    git(&folder, &["init", "-q", "-b", "main"]);
    for name in ["a.md", "b.md", "news/c.md", "code.rs"] {
        folder.write(name, FIRST);
    }
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "first"]);
    git(&folder, &["checkout", "-q", "-b", "work"]);
    folder.write("a.md", FIRST.replace("Six", "Seven"));
    folder.write("code.rs", "fn main() {}");
    folder.write("new.md", "Six ladders were lent out by the library.\n");
    git(&folder, &["mv", "b.md", "renamed.md"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "work"]);
    folder.write("news/c.md", FIRST.replace("on Monday", "on Tuesday"));
    let all = folder.run(&["check", "--base", "main"]);
    assert_eq!(all.code, 1, "{}", all.err);
    for part in [
        "a.md\n\n! number-changed",
        "news/c.md\n\n! date-changed",
        "\nnew: new.md\n",
        "2 stories changed, 0 without a change of fact, 1 unchanged, 1 new\n",
    ] {
        assert!(all.out.contains(part), "{part}: {}", all.out);
    }
    let below = folder.run_in("news", &["check", "--base", "main", "-f", "github"]);
    assert!(
        below
            .out
            .starts_with("::error file=news/c.md,line=3,endLine=3,title=date-changed::"),
        "{}",
        below.out
    );
    assert_eq!(below.out.lines().count(), 1);
    let nothing = folder.run(&["check", "--staged"]);
    assert_eq!(
        (nothing.code, nothing.out.as_str()),
        (0, "0 stories changed, 0 without a change of fact\n")
    );
    git(&folder, &["add", "."]);
    // what stands in the working tree is not what will be committed
    folder.write("news/c.md", FIRST);
    let staged = folder.run(&["check", "--staged", "-f", "json"]);
    assert_eq!(staged.code, 1, "{}", staged.err);
    let answer: Value = serde_json::from_str(&staged.out).expect("JSON");
    assert_eq!(answer[0]["articles"][1]["file"], "news/c.md");
    assert_eq!(answer[0]["violations"][0]["rule"], "date-changed");
    let sarif = folder.run(&["check", "--base", "main", "-f", "sarif"]);
    assert!(
        serde_json::from_str::<Value>(&sarif.out)
            .is_ok_and(|log| log["runs"][0]["results"][0]["ruleId"] == "number-changed")
    );
    assert!(
        folder
            .trouble(&["check", "--base", "nowhere"])
            .contains("git knows no revision nowhere")
    );
    let outside = Folder::new();
    assert!(
        outside
            .trouble(&["check", "--staged"])
            .contains("no git repository here")
    );
}
