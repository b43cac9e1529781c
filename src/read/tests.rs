//! Reading files and streams.

use std::fs;

use super::*;
use jiff::civil::date;
use proptest::prelude::*;

fn input(path: &Path) -> Input {
    if path.as_os_str() == "-" {
        return Place::StandardInput.into();
    }
    Place::File(path.to_path_buf()).into()
}

fn trouble(path: &Path) -> String {
    let read = read_articles(&[input(path)], &ReadOptions::default(), std::io::empty());
    read.expect_err("trouble").to_string()
}

#[test]
fn bad_files_are_named_with_the_next_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("written");
        path
    };
    for (path, expected) in [
        (folder.path().join("none.txt"), "no such file"),
        (folder.path().to_path_buf(), "is a folder"),
        (write("empty.txt", b""), "holds no text"),
        (write("blank.txt", b" \n\t\n"), "holds no text"),
        (write("head.md", b"---\ntitle: x\n---\n"), "holds no text"),
        (write("a.bin", b"\x00\x01\x02\xff\xfe"), "is not text"),
        (write("a.pdf", b"%PDF-1.7"), "cannot be read as a PDF"),
    ] {
        let message = trouble(&path);
        assert!(message.contains(expected), "{message}");
        assert!(message.starts_with(&*path.to_string_lossy()), "{message}");
    }
    let large = folder.path().join("large.txt");
    File::create(&large)
        .and_then(|file| file.set_len(LARGEST + 1))
        .expect("written");
    assert!(trouble(&large).contains("larger than 16 MiB"));
}

#[test]
fn standard_input_is_read_once() {
    let twice = [input(Path::new("-")), input(Path::new("-"))];
    let options = ReadOptions::default();
    let problem = |read: Result<Reading, ReadError>| read.expect_err("trouble").problem;
    let read = read_articles(&twice, &options, &b"Six were hurt."[..]);
    assert!(matches!(problem(read), Problem::StandardInputTwice));
    let read = read_articles(&twice[..1], &options, &b"Six were hurt."[..])
        .expect("read")
        .articles;
    assert_eq!((read[0].label.as_str(), &read[0].file), ("stdin", &None));
    let endless = read_articles(&twice[..1], &options, std::io::repeat(b'a'));
    assert!(matches!(problem(endless), Problem::TooLarge));
}

#[test]
fn the_example() {
    let read = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("examples/kadhimi")
            .join(name);
        read_articles(&[input(&path)], &ReadOptions::default(), std::io::empty())
            .expect("read")
            .articles
            .remove(0)
    };
    let wire = read("capital-wire.txt");
    assert_eq!(wire.outlet.as_deref(), Some("Capital Wire"));
    assert_eq!(
        wire.title.as_deref(),
        Some("Iraqi prime minister survives drone attack on his home")
    );
    let gulf = read("gulf-desk.txt");
    assert_eq!(
        (gulf.outlet.as_deref(), gulf.published),
        (Some("Gulf Desk"), Some(date(2021, 11, 7)))
    );
    let review = read("weekly-review.md");
    assert_eq!(
        (review.outlet.as_deref(), review.published),
        (Some("The Weekly Review"), Some(date(2021, 11, 9)))
    );
    assert!(!review.text.contains("**") && !review.text.contains("outlet:"));
}

/// A good file of each form.
const FORMS: [(&str, &str); 7] = [
    ("html", include_str!("../../examples/dunmore/wire.html")),
    ("eml", include_str!("../../examples/dunmore/letter.eml")),
    (
        "mhtml",
        "Snapshot-Content-Location: https://example.org/\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Six.</p>\r\n--x--",
    ),
    (
        "rss",
        "<?xml version='1.0'?><rss version='2.0'><channel><title>x</title><item><title>y</title><description>Six.</description></item></channel></rss>",
    ),
    (
        "jsonl",
        "{\"text\":\"Six were hurt.\",\"label\":\"a\"}\n{\"text\":\"Six\",\"published\":\"2021-11-07\"}",
    ),
    (
        "pdf",
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>\nendobj\n4 0 obj\n<</Length 30>>stream\nBT /F1 12 Tf (Six.) Tj ET\nendstream\nendobj\n5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\ntrailer<</Root 1 0 R>>",
    ),
    ("docx", "PK\x03\x04\x14\0\0\0\0\0word/document.xml"),
];

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let read = read_articles(&[input(Path::new("-"))], &ReadOptions::default(), &bytes[..]);
        if let Ok(read) = read {
            check(&read.articles[0]);
        }
    }

    #[test]
    fn any_file_of_any_form_is_read_or_refused(
        form in 0..FORMS.len(), cut in 0.0..1.0_f64, at in 0.0..1.0_f64, noise in prop::collection::vec(any::<u8>(), 0..40)
    ) {
        let (ending, whole) = FORMS[form];
        // a good file, cut, with noise in the middle
        let mut bytes = whole.as_bytes()[..(cut * whole.len() as f64) as usize].to_vec();
        let place = (at * bytes.len() as f64) as usize;
        bytes.splice(place..place, noise);
        for article in articles_from_bytes(ending, &bytes).unwrap_or_default() {
            check(&article);
        }
    }

    #[test]
    fn any_text_has_sound_metadata(text in "(---\n|\\+\\+\\+\n|By |BAGHDAD|, |\\(X\\)| - |: |May 7, 2021|\n|[a-zA-Zé ]{0,6}|.){0,14}") {
        check(&article_from_text("A", "a", &text));
        check(&article_from_markdown("A", "a", &text));
    }

    #[test]
    fn any_markdown_has_sound_metadata(
        markdown in "(# |## |\\* |  |> |\n|\n\n|===\n|\\| |\\|-\\|\n|;|&nbsp;|<br>|<!--|!\\[a\\]\\(b\\)|`|[a-zé]{0,4}|\u{a0}){0,14}"
    ) {
        check(&article_from_markdown("A", "a", &markdown));
    }
}

fn check(article: &Article) {
    let mut at = 0;
    for metadata in &article.metadata {
        assert!(at <= metadata.span.start && metadata.span.end <= article.text.len());
        assert!(
            article
                .text
                .get(metadata.span.start..metadata.span.end)
                .is_some()
        );
        at = metadata.span.end;
    }
}
