//! Comments in a story that tell the check to leave something alone.

use serde_json::Value;

use crate::check::{FIRST, rules};
use crate::folder::{Folder, Run};

const SEVEN: &str = "<!-- storydiff:ignore number-changed reason: figure from the coroner -->";

fn checked(name: &str, old: &str, new: &str) -> (Run, Value) {
    let folder = Folder::new();
    let [before, after] = ["old", "new"].map(|stem| format!("{stem}.{name}"));
    folder.write(&before, old);
    folder.write(&after, new);
    let run = folder.run(&["check", &before, &after, "-f", "json"]);
    let answer = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    (run, answer)
}

fn told(run: &Run) -> Vec<String> {
    rules(run).into_iter().map(|(_, rule)| rule).collect()
}

#[test]
fn a_change_is_ignored_with_its_reason() {
    let seven = FIRST.replace("Six", "Seven");
    let above = seven.replace("Seven", &format!("{SEVEN}\nSeven"));
    let behind = seven.replace("in the morning.", &format!("in the morning. {SEVEN}"));
    for (ending, text) in [
        ("md", &above),
        ("txt", &above),
        ("md", &behind),
        ("txt", &behind),
    ] {
        let (run, answer) = checked(ending, FIRST, text);
        assert_eq!(
            (run.code, told(&run)),
            (0, Vec::new()),
            "{ending} {text}: {}",
            run.out
        );
        let held = &answer["suppressed"][0];
        assert_eq!(held["rule"], "number-changed");
        assert_eq!(held["severity"], "error");
        assert_eq!(held["suppression"]["kind"], "in_source");
        assert_eq!(held["suppression"]["reason"], "figure from the coroner");
        assert_eq!(held["suppression"]["line"], 3, "{ending} {text}");
        assert_eq!(answer["suppressed"].as_array().map(Vec::len), Some(1));
    }
}

#[test]
fn a_comment_is_for_its_rule_and_place_alone() {
    let seven = FIRST.replace("Six", "Seven").replace("$5", "$6");
    // the cost stands in another paragraph
    let (run, answer) = checked(
        "md",
        FIRST,
        &seven.replace("Seven", &format!("{SEVEN}\nSeven")),
    );
    assert_eq!(
        (run.code, told(&run)),
        (1, vec!["number-changed".to_owned()])
    );
    assert_eq!(answer["violations"][0]["new"]["text"], "$6 million");
    for (comment, expected) in [
        (
            "<!-- storydiff:ignore-file number-changed reason: all from the coroner -->",
            &[][..],
        ),
        (
            "<!-- storydiff:ignore date-changed reason: the mill -->",
            &["number-changed", "number-changed", "unused-ignore"],
        ),
        (
            "<!-- storydiff:ignore number-changed -->",
            &["number-changed", "number-changed", "bad-ignore"],
        ),
        (
            "<!-- storydiff:ignore number-chagned reason: the mill -->",
            &["number-changed", "number-changed", "bad-ignore"],
        ),
    ] {
        let (run, _) = checked("md", FIRST, &format!("{comment}\n{seven}"));
        assert_eq!(told(&run), expected, "{comment}");
    }
}

#[test]
fn what_is_gone_is_ignored_from_where_it_stood() {
    let gone = " Schools in the town stayed open.";
    let comment = "<!-- storydiff:ignore claim-removed reason: it was wrong -->";
    let start = FIRST.find(" Schools").expect("the last paragraph");
    for new in [
        FIRST.replace(gone, &format!(" {comment}")),
        FIRST
            .replace("A man is", &format!("{comment}\nA man is"))
            .replace(gone, ""),
        format!("{}\n\n{comment}\n", &FIRST[..start]),
    ] {
        let (run, answer) = checked("md", FIRST, &new);
        assert_eq!(told(&run), [""; 0], "{new}: {}", run.out);
        assert_eq!(answer["suppressed"][0]["rule"], "claim-removed");
    }
    // far from where it stood
    let (run, _) = checked(
        "md",
        FIRST,
        &FIRST
            .replace("Six", &format!("{comment}\nSix"))
            .replace(gone, ""),
    );
    assert_eq!(told(&run), ["claim-removed", "unused-ignore"]);
}

#[test]
fn a_page_and_its_paragraphs() {
    let page = |number: &str, comment: &str| {
        format!(
            "<html><body><article><h1>Fire at the mill</h1>\n<p>{number} guards were hurt in the fire at the mill in Dunmore on \
             Monday, police said. The roof fell in at about four in the morning.</p>\n{comment}\n<p>Anna Kelly, the manager, \
             said that repairs would cost ${number} million, and that the mill would open again in the spring.</p>\n\
             </article></body></html>"
        )
        .replace("$Six", "$6")
        .replace("$Nine", "$9")
    };
    let old = page("Six", "");
    let (run, answer) = checked("html", &old, &page("Nine", SEVEN));
    assert_eq!(told(&run), ["number-changed"], "{}", run.out);
    assert_eq!(answer["violations"][0]["new"]["text"], "Nine");
    assert_eq!(answer["suppressed"][0]["new"]["text"], "$9 million");
    assert_eq!(answer["suppressed"][0]["suppression"]["line"], Value::Null);
}

#[test]
fn comments_are_no_words_of_the_article() {
    for ending in ["md", "txt"] {
        let new = FIRST
            .replace("Anna", &format!("{SEVEN}\nAnna"))
            .replace("she said.", &format!("she said. {SEVEN}"));
        let (run, answer) = checked(ending, FIRST, &new);
        assert_eq!(told(&run), ["unused-ignore"; 2], "{ending}: {}", run.out);
        assert_eq!(answer["reworded"], 0, "{ending}");
        let folder = Folder::new();
        folder.write(&format!("new.{ending}"), &new);
        let article = folder.article(&[&format!("new.{ending}")]);
        let text = article["text"].as_str().expect("a text");
        assert!(
            !text.contains("storydiff") && !text.contains("coroner"),
            "{text}"
        );
    }
}

#[test]
fn reports_tell_what_is_ignored() {
    let folder = Folder::new();
    folder.write("old.md", FIRST);
    let new = FIRST
        .replace("Six", &format!("{SEVEN}\nSeven"))
        .replace("$5", "$6");
    folder.write("new.md", new);
    let run = |format: &str| folder.run(&["check", "old.md", "new.md", "-f", format]).out;
    let text = run("text");
    assert!(text.contains("1 error \u{b7} 0 warnings"), "{text}");
    assert!(
        text.ends_with("5 sentences unchanged, 1 ignored\n"),
        "{text}"
    );
    let markdown = run("markdown");
    assert!(
        markdown.ends_with("|\n\nBesides: 1 ignored.\n"),
        "{markdown}"
    );
    let log: Value = serde_json::from_str(&run("sarif")).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    assert_eq!(results.len(), 2);
    assert_eq!(results[0]["suppressions"], serde_json::json!([]));
    assert_eq!(
        results[1]["suppressions"],
        serde_json::json!([{"kind": "inSource", "justification": "figure from the coroner"}])
    );
    assert_eq!(run("github").lines().count(), 1);
}
