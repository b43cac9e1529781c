//! What must hold in a story, whatever changes: facts as another file has them, spellings, notes.

use serde_json::Value;

use crate::check::{FIRST, git, rules};
use crate::folder::{Folder, Run};

const BRIEF: &str = "Six guards were hurt in the fire, police said.\n";

fn newsroom(assertion: &str) -> Folder {
    let folder = Folder::new();
    folder.write("brief.md", BRIEF);
    folder.write("old.md", FIRST);
    folder.write("new.md", FIRST);
    folder.write(
        "storydiff.toml",
        format!("\n[[assert]]\nthat = '{assertion}'\n"),
    );
    folder
}

fn failures(run: &Run) -> Vec<Value> {
    let answer: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    let violations = answer["violations"].as_array().expect("a list").iter();
    violations
        .filter(|violation| violation["rule"] == "assertion-failed")
        .cloned()
        .collect()
}

#[test]
fn a_fact_as_another_file_has_it() {
    let folder = newsroom("fact \"guards hurt\" equals \"brief.md\"");
    let check = |more: &[&str]| folder.run(&[&["check", "old.md", "new.md"], more].concat());
    assert_eq!(check(&[]).code, 0, "{}", check(&[]).out);
    folder.write("new.md", FIRST.replace("Six", "Seven").replace("$5", "$6"));
    let found = failures(&check(&["-f", "json"]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0]["new"]["text"], "Seven");
    assert_eq!(found[0]["against"]["file"], "brief.md");
    assert_eq!(found[0]["against"]["line"], 1);
    assert_eq!(found[0]["against"]["text"], "Six");
    let text = check(&["--width", "140"]).out;
    for part in [
        "! assertion-failed \u{b7} new.md:3 \u{b7} fact \"guards hurt\" equals \"brief.md\" (storydiff.toml:3): ",
        "    + [Seven] guards were hurt in the fire at the mill in Dunmore on Monday, police said.\n",
        "    ~ brief.md:1 \u{b7} [Six] guards were hurt in the fire",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let log: Value = serde_json::from_str(&check(&["-f", "sarif"]).out).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let own = results
        .iter()
        .find(|result| result["ruleId"] == "assertion-failed");
    let related = &own.expect("told")["relatedLocations"][0];
    assert_eq!(
        (
            &related["physicalLocation"]["artifactLocation"]["uri"],
            &related["physicalLocation"]["region"]["startLine"],
            &related["message"]["text"],
        ),
        (
            &"brief.md".into(),
            &1.into(),
            &"brief says \u{201c}Six\u{201d}".into()
        )
    );
    let markdown = check(&["-f", "markdown"]).out;
    assert!(
        markdown.contains("| assertion-failed | Six (brief.md) | Seven | fact"),
        "{markdown}"
    );
    folder.write("brief.md", "The roof fell in.\n");
    let text = check(&["--width", "140"]).out;
    assert!(
        text.contains("(storydiff.toml:3): brief.md says nothing of that"),
        "{text}"
    );
}

#[test]
fn a_name_as_it_is_spelled() {
    let folder = newsroom("name \"Anna Kelly\" spelled \"Anna Kelly\"");
    let new = FIRST
        .replace("Anna Kelly", "Anna Kelley")
        .replace("she said.", "Ms. Kelley said. Anna Kelly smiled.");
    folder.write("new.md", new);
    let run = folder.run(&["check", "old.md", "new.md", "-f", "json"]);
    let found = failures(&run);
    let words: Vec<&Value> = found
        .iter()
        .map(|failure| &failure["new"]["text"])
        .collect();
    assert_eq!(words, ["Anna Kelley", "Kelley"]);
    assert_eq!(found[0]["against"]["file"], "storydiff.toml");
    assert_eq!(found[0]["against"]["line"], 3);
    assert_eq!(found[0]["against"]["text"], "Anna Kelly");
    assert_eq!(run.code, 1);
}

#[test]
fn a_change_with_a_note_and_one_without() {
    let folder = newsroom("no number-changed without note");
    let told = |new: &str| {
        folder.write("new.md", new);
        let run = folder.run(&["check", "old.md", "new.md", "-f", "json"]);
        (run.code, rules(&run), failures(&run))
    };
    let silent = FIRST.replace("Six", "Seven");
    let rule = |severity: &str, rule: &str| (severity.to_owned(), rule.to_owned());
    let (code, rules, failures) = told(&silent);
    assert_eq!(
        (code, rules),
        (
            1,
            vec![
                rule("note", "number-changed"),
                rule("error", "assertion-failed")
            ]
        )
    );
    assert_eq!(failures[0]["new"]["text"], "Seven");
    assert_eq!(failures[0]["against"]["file"], "old.md");
    assert_eq!(failures[0]["against"]["line"], 3);
    assert_eq!(failures[0]["against"]["text"], "Six");
    let (code, rules, _) = told(&format!(
        "{silent}\nCorrection: seven guards were hurt, not six.\n"
    ));
    assert_eq!((code, rules), (0, vec![rule("note", "number-changed")]));
    // what it is not about is as grave as ever
    let (code, rules, _) = told(&FIRST.replace("Monday", "Tuesday"));
    assert_eq!((code, rules), (1, vec![rule("error", "date-changed")]));
}

#[test]
fn in_the_front_matter_of_a_new_story() {
    let folder = Folder::new();
    git(&folder, &["init", "-q", "-b", "main"]);
    folder.write("content/old.md", FIRST);
    folder.write("content/brief.md", BRIEF);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "first"]);
    let new = |assertion: &str, number: &str| {
        let head = format!("---\ntitle: Fire\nstorydiff:\n  assert:\n    - {assertion}\n---\n");
        folder.write("content/new.md", head + &FIRST.replace("Six", number));
        git(&folder, &["add", "."]);
        folder.run(&["check", "--staged"])
    };
    let fact = "fact \"guards hurt\" equals \"brief.md\"";
    let run = new(fact, "Six");
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    let run = new(fact, "Seven");
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    for part in [
        "assertion-failed \u{b7} content/new.md:9",
        "(content/new.md:5)",
        ":./content/brief.md:1",
    ] {
        assert!(run.out.contains(part), "{part}: {}", run.out);
    }
    // what is staged counts, of the file beside it too
    folder.write("content/brief.md", BRIEF.replace("Six", "Seven"));
    let staged = || {
        folder
            .run(&["check", "--staged", "--set", "number-changed=off"])
            .code
    };
    assert_eq!(staged(), 1);
    git(&folder, &["add", "."]);
    assert_eq!(staged(), 0);
    for (assertion, part) in [
        (
            "fact \"a\" equal \"b\"",
            "content/new.md: line 5: equal stands where equals is wanted",
        ),
        (
            "fact \"a\" equals \"none.md\"",
            "content/new.md:5: :./content/none.md: the index has no file",
        ),
    ] {
        let run = new(assertion, "Six");
        assert_eq!(run.code, 2);
        assert!(run.err.contains(part), "{part}: {}", run.err);
    }
}

#[test]
fn assertions_for_some_stories_from_any_folder() {
    let folder = newsroom("name \"Anna Kelly\" spelled \"Anna Kelley\"");
    let settings = "[[assert]]\npaths = ['content/**']\nthat = 'fact \"guards hurt\" equals \"brief.md\"'\n\n\
                    [[overrides]]\npaths = ['content/live.md']\nrules.assertion-failed = 'warning'\n";
    folder.write("storydiff.toml", settings);
    for name in ["content/a.md", "content/live.md", "b.md"] {
        folder.write(name, FIRST.replace("Six", "Nine"));
    }
    for (name, code) in [("content/a.md", 1), ("content/live.md", 0), ("b.md", 0)] {
        let run = folder.run(&["check", name, name]);
        assert_eq!(run.code, code, "{name}: {}", run.out);
    }
    let below = folder.run_in("content", &["check", "a.md", "a.md", "--width", "140"]);
    for part in ["(../storydiff.toml:3)", "brief.md:1"] {
        assert!(below.out.contains(part), "{part}: {}", below.out);
    }
    let shown = |more: &[&str]| {
        folder
            .run(&[&["check", "--show-config"], more].concat())
            .out
    };
    assert!(
        shown(&[]).contains("assert                     fact \"guards hurt\" equals \"brief.md\" storydiff.toml:3, for content/**"),
        "{}",
        shown(&[])
    );
    assert!(
        !shown(&["b.md"]).contains("assert  ") && shown(&["content/a.md"]).contains("assert  ")
    );
    std::fs::remove_file(folder.path().join("brief.md")).expect("there");
    let run = folder.run(&["check", "content", "content"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.err,
        "storydiff: storydiff.toml:3: brief.md: no such file; check the path and the folder you are in\n"
    );
    for (text, part) in [
        (
            "[[assert]]\nthat = 'fcat \"a\"'",
            "line 2: no assertion begins with fcat; did you mean fact?",
        ),
        (
            "[[assert]]\nthta = 'x'",
            "line 2: no setting thta; did you mean that?",
        ),
        ("[[assert]]\npaths = ['a']", "missing field `that`"),
    ] {
        folder.write("storydiff.toml", text);
        let said = folder.trouble(&["check", "b.md", "b.md"]);
        assert!(said.contains(part), "{text}: {said}");
    }
    folder.write("storydiff.toml", "");
    for (head, part) in [
        (
            "storydiff: yes",
            "line 2: what stands below storydiff cannot be read",
        ),
        (
            "storydiff:\n  asert: [x]",
            "line 2: no setting asert; did you mean assert?",
        ),
        ("storydiff:\n  assert: 7", "line 2: assert is no list"),
        (
            "title: a: b\nstorydiff:\n  assert: [x]",
            "line 3: what stands below storydiff cannot be read",
        ),
    ] {
        folder.write("b.md", format!("---\n{head}\n---\n{FIRST}"));
        let said = folder.trouble(&["check", "b.md", "b.md"]);
        assert!(said.contains(part), "{head}: {said}");
    }
}
