//! Whatever the input, the command ends with 0, 1 or 2; with 2 it says on standard error what is wrong and what to do.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;

const GOOD: &str = "Six guards were hurt in the fire at the mill on Monday.\n";

/// A folder with one good article, `good.txt`, in which the command runs.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        folder.write("good.txt", GOOD);
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).expect("written");
    }

    fn run(&self, arguments: &[&str], stdin: &[u8]) -> Output {
        storydiff(self.0.path(), arguments, stdin)
    }

    /// What is said of arguments that cannot be answered.
    fn trouble(&self, arguments: &[&str], stdin: &[u8]) -> String {
        let output = self.run(arguments, stdin);
        let message = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {message}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(
            message.starts_with("storydiff: "),
            "{arguments:?}: {message}"
        );
        assert_eq!(message.lines().count(), 1, "{arguments:?}: {message}");
        message
    }
}

fn storydiff(folder: &Path, arguments: &[&str], stdin: &[u8]) -> Output {
    Command::cargo_bin("storydiff")
        .expect("the command is built")
        .current_dir(folder)
        .args(arguments)
        .write_stdin(stdin)
        .output()
        .expect("it runs")
}

fn json(output: &Output) -> serde_json::Value {
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{message}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn utf_16(text: &str, mark: &[u8], bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(bytes_of);
    mark.iter().copied().chain(units).collect()
}

#[test]
fn what_cannot_be_read_is_named_with_the_next_step() {
    let folder = Folder::new();
    fs::create_dir(folder.path("reports")).expect("a folder");
    for (name, bytes) in [
        ("empty.txt", &b""[..]),
        ("blank.txt", b" \r\n\t\n\xc2\xa0\n"),
        ("mark.txt", b"\xef\xbb\xbf"),
        ("signs.txt", b"* * *\n"),
        ("stamp.txt", b"May 7, 2021\nBy Jane Doe\n"),
        ("head.md", b"---\ntitle: Fire\n---\n"),
        ("head.txt", b"+++\ntitle = 'Fire'\n+++\n"),
        ("code.md", b"```\nlet six = 6;\n```\n<!-- six -->\n"),
        ("nul.txt", b"Six\0guards"),
        (
            "program.txt",
            b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\x03\xff\xfe\x90",
        ),
        ("control.txt", b"\x01\x02\x03\x04six\x05\x06"),
        ("story.pdf", b"%PDF-1.7"),
        ("picture", b"%PDF-1.7\n%\xff\xff\n1 0 obj <</Length 9>> stream\n"),
        ("story.docx", b"PK\x03\x04"),
        ("archive", b"PK\x03\x04six"),
        ("story.odt", b"PK\x03\x04"),
        ("photo.png", b"\x89PNG\r\n"),
        ("story.HTML", b"<nav>Home</nav><p>Six guards were hurt.</p>"),
        ("script", b"<!doctype html><html><body><div id=root></div><script>six()</script>"),
        ("story.rss", b"<rss version='2.0'><channel>"),
        ("story.jsonl", b"{\"text\":\"Six.\"}\n{\"txt\":\"Six.\"}\n"),
        ("story.eml", b""),
        ("story.mhtml", b"Snapshot-Content-Location: https://example.org/\r\nContent-Type: text/html\r\n\r\n<p>Six.</p>"),
        ("story.toml", b"[[article]]\nlable = 'a'\n"),
        ("empty.toml", b""),
    ] {
        folder.write(name, bytes);
    }
    let large = File::create(folder.path("large.txt")).expect("made");
    large.set_len((16 << 20) + 1).expect("a file of holes");
    for (name, what, next) in [
        ("none.txt", "no such file", "check the path"),
        ("none/none.txt", "no such file", "check the path"),
        ("reports", "is a folder", "name the article files"),
        ("empty.txt", "holds no text", "at least one sentence"),
        ("blank.txt", "holds no text", "at least one sentence"),
        ("mark.txt", "holds no text", "at least one sentence"),
        ("signs.txt", "holds no text", "at least one sentence"),
        ("stamp.txt", "holds no text", "at least one sentence"),
        ("head.md", "holds no text", "at least one sentence"),
        ("head.txt", "holds no text", "at least one sentence"),
        ("code.md", "holds no text", "at least one sentence"),
        ("nul.txt", "is not text", "give plain text"),
        ("program.txt", "is not text", "give plain text"),
        ("control.txt", "is not text", "give plain text"),
        (
            "story.pdf",
            "cannot be read as a PDF",
            "save its text as .txt",
        ),
        (
            "picture",
            "cannot be read as a PDF",
            "save its text as .txt",
        ),
        (
            "story.docx",
            "cannot be read as a Word document",
            "save its text as .txt",
        ),
        ("archive", "an archive cannot be read", "unpack it"),
        (
            "story.odt",
            "word processor's document cannot be read",
            "save it as .docx or .txt",
        ),
        ("photo.png", "a picture cannot be read", "run OCR"),
        ("story.HTML", "no article was found in this page", "--raw"),
        (
            "script",
            "no article was found in this page (0 words",
            "--raw",
        ),
        (
            "story.rss",
            "cannot be read as a feed",
            "save its text as .txt",
        ),
        (
            "story.jsonl",
            "line 2 is no article (missing field `text`",
            "on each line",
        ),
        (
            "story.eml",
            "cannot be read as a letter",
            "save its text as .txt",
        ),
        ("story.mhtml", "no article was found in this page", "--raw"),
        (
            "story.toml",
            "unknown field `lable`",
            "`storydiff init A B`",
        ),
        ("empty.toml", "names no article", "`storydiff init A B`"),
        (
            "ftp://example.org/a.txt",
            "neither a file here",
            "http and https",
        ),
        ("HEAD:story.md", "no git repository here", "check the path"),
        ("large.txt", "larger than 16 MiB", "cut it into articles"),
        (
            "good.txt/more",
            "cannot be read",
            "check that it can be opened",
        ),
    ] {
        for arguments in [
            &["compare", "good.txt", name][..],
            &["compare", name, "good.txt"],
            &["claims", name],
        ] {
            let message = folder.trouble(arguments, b"");
            assert!(
                message.starts_with(&format!("storydiff: {name}: ")),
                "{message}"
            );
            assert!(
                message.contains(what) && message.contains(next),
                "{message}"
            );
        }
    }
}

#[test]
fn wrong_arguments_are_answered() {
    let folder = Folder::new();
    for (arguments, what) in [
        (&[][..], "no article given"),
        (&["good.txt"], "one article given"),
        (&["-", "-"], "standard input was named twice"),
        (
            &["good.txt", "good.txt", "--label", "one"],
            "1 --label for 2 articles",
        ),
        (
            &["good.txt", "good.txt", "--explain", "F99"],
            "no finding or claim F99",
        ),
        (&["good.txt", "-"], "-: holds no text"),
    ] {
        let message = folder.trouble(arguments, b"");
        assert!(message.contains(what), "{message}");
    }
    // what clap refuses has its own form
    for arguments in [
        &["--no-such-option"][..],
        &["good.txt", "good.txt", "--width", "3"],
        &["claims"],
    ] {
        let output = folder.run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            !output.stderr.is_empty() && output.stdout.is_empty(),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_stream_has_the_same_limits() {
    let folder = Folder::new();
    for (bytes, what) in [
        (&b"Six\0guards"[..], "is not text"),
        (b"\n\n", "holds no text"),
        (&vec![b'a'; (16 << 20) + 1], "larger than 16 MiB"),
    ] {
        let message = folder.trouble(&["good.txt", "-"], bytes);
        assert!(
            message.starts_with("storydiff: -: ") && message.contains(what),
            "{message}"
        );
    }
}

#[test]
fn every_encoding_gives_the_same_claims() {
    let folder = Folder::new();
    let text = "The caf\u{e9}\u{2019}s owner said six guards were hurt.\r\nThe fire cost \u{a3}5 million.\r\n";
    let windows: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '\u{2019}' => 0x92,
            c => u8::try_from(u32::from(c)).expect("Latin-1"),
        })
        .collect();
    let claims = |bytes: &[u8]| {
        let said = json(&folder.run(
            &["claims", "-", "--format", "json", "--include-text"],
            bytes,
        ));
        said.to_string()
    };
    let expected = claims(text.as_bytes());
    assert!(expected.contains("caf\u{e9}"), "{expected}");
    for bytes in [
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        utf_16(text, b"\xff\xfe", u16::to_le_bytes),
        utf_16(text, b"\xfe\xff", u16::to_be_bytes),
        utf_16(text, b"", u16::to_le_bytes),
        utf_16(text, b"", u16::to_be_bytes),
        windows,
    ] {
        assert_eq!(claims(&bytes), expected, "{bytes:?}");
    }
}

#[test]
fn odd_text_is_answered_all_the_same() {
    let folder = Folder::new();
    let deep = |open: &str, close: &str| {
        format!(
            "---\na: {}{}\n---\n{GOOD}",
            open.repeat(20_000),
            close.repeat(20_000)
        )
    };
    for (name, text) in [
        ("one-word.txt", "Fire".to_owned()),
        ("no-stop.txt", "six guards were hurt".to_owned()),
        ("one-line.txt", "Six guards were hurt and ".repeat(400)),
        ("short-lines.txt", "Six.\n".repeat(400)),
        ("old-breaks.txt", "Six were hurt.\rSeven fled.\r".to_owned()),
        (
            "marks.txt",
            "\u{202e}Six\u{200b} gua\u{301}rds\u{feff} were hurt\u{2028}.\u{85}".to_owned(),
        ),
        ("emoji.txt", "\u{1f469}\u{200d}\u{1f692}".repeat(200) + GOOD),
        (
            "other-script.txt",
            "\u{65e5}\u{672c}\u{3002}\u{0628}\u{063a}\u{062f}".repeat(50),
        ),
        (
            "quotes.txt",
            "\u{201c}'\"\u{2018}(\u{ab}".repeat(200) + GOOD,
        ),
        (
            "numbers.txt",
            "9".repeat(2_000) + " guards, 1e999, -0, 1/0, 99999999-99-99.",
        ),
        ("deep.txt", deep("[", "]")),
        ("deep.md", deep("{a: ", "}")),
        (
            "deep-toml.txt",
            format!("+++\na = {}\n+++\n{GOOD}", "[".repeat(20_000)),
        ),
        ("quoted.md", ">".repeat(20_000) + GOOD),
        ("listed.md", "* ".repeat(5_000) + GOOD),
        ("title.md", "# Fire;".to_owned()),
        ("title-space.md", format!("# &nbsp;\n\n{GOOD}\n# ;")),
    ] {
        folder.write(name, text);
        for arguments in [
            &["claims", name, "--format", "json"][..],
            &["good.txt", name, "--format", "json"],
        ] {
            let output = folder.run(arguments, b"");
            assert!(
                output.stderr.is_empty(),
                "{name}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            json(&output);
        }
        let output = folder.run(&["good.txt", name, "--all", "--diff"], b"");
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{name}: {output:?}"
        );
    }
}

#[test]
fn a_bad_line_stops_no_batch() {
    let folder = Folder::new();
    let good = format!(r#"{{"id":"good","articles":[{{"text":{GOOD:?}}},{{"text":{GOOD:?}}}]}}"#);
    let deep = "[".repeat(100_000);
    let bad: [&[u8]; 9] = [
        b"{",
        b"null",
        b"\xff\xfe",
        b"\0",
        br#"{"id":"bad"}"#,
        br#"{"id":"bad","articles":[{"text":"\ud800"},{"text":"Six."}]}"#,
        br#"{"id":"bad","articles":[{"text":" "},{"text":"Six."}]}"#,
        br#"{"id":"bad","articles":{"text":"Six."}}"#,
        deep.as_bytes(),
    ];
    let mut lines = Vec::new();
    for line in bad {
        lines.extend_from_slice(line);
        lines.push(b'\n');
        lines.extend_from_slice(good.as_bytes());
        lines.extend_from_slice(b"\r\n\n");
    }
    let output = folder.run(&["batch"], &lines);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stderr.is_empty());
    let answers = String::from_utf8(output.stdout).expect("UTF-8");
    let answers: Vec<serde_json::Value> = answers
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(answers.len(), 2 * bad.len());
    for (index, pair) in answers.chunks(2).enumerate() {
        assert_eq!(pair[0]["line"], 3 * index + 1);
        assert!(pair[0]["error"].is_string(), "{}", pair[0]);
        assert_eq!(pair[1]["id"], "good");
        assert!(pair[1]["findings"].is_array(), "{}", pair[1]);
    }
    let nothing = folder.run(&["batch"], b"\n \n");
    assert_eq!((nothing.status.code(), nothing.stdout.len()), (Some(0), 0));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::ffi::OsStringExt;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn closed_and_endless_files_are_named() {
        let folder = Folder::new();
        folder.write("closed.txt", GOOD);
        let closed = fs::Permissions::from_mode(0o000);
        fs::set_permissions(folder.path("closed.txt"), closed).expect("closed");
        symlink("loop.txt", folder.path("loop.txt")).expect("a link to itself");
        symlink("gone.txt", folder.path("link.txt")).expect("a link to nothing");
        // the superuser may read what is closed
        if File::open(folder.path("closed.txt")).is_err() {
            assert!(
                folder
                    .trouble(&["claims", "closed.txt"], b"")
                    .contains("cannot be read")
            );
        }
        assert!(
            folder
                .trouble(&["claims", "loop.txt"], b"")
                .contains("cannot be read")
        );
        assert!(
            folder
                .trouble(&["claims", "link.txt"], b"")
                .contains("no such file")
        );
        assert!(
            folder
                .trouble(&["claims", "/dev/zero"], b"")
                .contains("larger than 16 MiB")
        );
        assert!(
            folder
                .trouble(&["claims", "/dev/null"], b"")
                .contains("holds no text")
        );
    }

    #[test]
    fn devices_and_odd_names_are_read() {
        let folder = Folder::new();
        let said = json(&folder.run(
            &["good.txt", "/dev/stdin", "--format", "json"],
            GOOD.as_bytes(),
        ));
        assert_eq!(said["articles"][1]["file"], "/dev/stdin");
        let name = std::ffi::OsString::from_vec(b"caf\xe9 -x.txt".to_vec());
        // some file systems take no such name
        if fs::write(folder.0.path().join(&name), GOOD).is_ok() {
            let mut command = Command::cargo_bin("storydiff").expect("the command is built");
            let output = command
                .current_dir(folder.0.path())
                .arg("claims")
                .arg(&name)
                .output();
            assert_eq!(output.expect("it runs").status.code(), Some(0));
        }
    }
}
