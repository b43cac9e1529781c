//! Files that are not plain text.

use std::fs;
use std::io::{Cursor, Write};

use serde_json::Value;

use crate::folder::{BODY, Folder};

fn page() -> String {
    format!(
        "<!doctype html><html><head><title>Fire at the mill - The Wire</title><meta property='og:site_name' content='The Wire'>\
         <meta property='article:published_time' content='2021-11-08T01:00:00Z'></head><body><nav>Home</nav>\
         <h1>Fire at the mill</h1><figure><figcaption>Smoke over the mill</figcaption></figure><p>{BODY}</p>\
         <p>Repairs will cost five million pounds, the owners said.</p></body></html>"
    )
}

#[test]
fn a_saved_page() {
    let folder = Folder::new();
    folder.write("wire.html", page());
    let article = folder.article(&["wire.html"]);
    assert_eq!(article["outlet"], "The Wire");
    assert_eq!(article["published"], "2021-11-08");
    let text = article["text"].as_str().expect("a text");
    assert!(
        text.starts_with(&format!("Fire at the mill\n\n{BODY}")),
        "{text}"
    );
    assert!(!text.contains("Smoke"), "{text}");
    let shown = folder.run(&["claims", "--show-dropped", "wire.html"]).out;
    assert!(
        shown.contains("LEFT OUT") && shown.contains("caption     Smoke over the mill"),
        "{shown}"
    );
    let raw = folder.article(&["--raw", "wire.html"]);
    assert!(
        raw["text"]
            .as_str()
            .is_some_and(|text| text.contains("Smoke over the mill")),
        "{raw}"
    );
    // a page is known by how it begins, wherever it comes from
    folder.write("wire", page());
    assert_eq!(folder.article(&["wire"])["outlet"], "The Wire");
}

#[test]
fn relative_days_of_a_page_count_from_its_day() {
    let folder = Folder::new();
    folder.write("wire.html", page());
    let run = folder.run(&["claims", "--format", "json", "wire.html"]);
    let answer: Value = serde_json::from_str(&run.out).expect("JSON");
    let monday = answer["claims"]
        .as_array()
        .expect("claims")
        .iter()
        .flat_map(|claim| claim["facts"].as_array().expect("facts"))
        .find(|fact| fact["text"] == "on Monday" || fact["text"] == "Monday")
        .expect("a day");
    assert!(
        monday["value"].to_string().contains("2021-11-08"),
        "{monday}"
    );
}

#[test]
fn a_word_document() {
    let folder = Folder::new();
    folder.write(
        "release.docx",
        word(&[
            "Mill owners set out repairs",
            BODY,
            "Nobody was in the hall.",
        ]),
    );
    let text = folder.article(&["release.docx"])["text"].clone();
    assert_eq!(
        text,
        format!("Mill owners set out repairs\n\n{BODY}\n\nNobody was in the hall.")
    );
}

/// The least that Word opens.
fn word(paragraphs: &[&str]) -> Vec<u8> {
    let body: String = paragraphs
        .iter()
        .map(|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))
        .collect();
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"{namespace}\"><w:body>{body}</w:body></w:document>"
    );
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
        <Override PartName=\"/word/document.xml\" \
        ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let relations = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
        <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
        Target=\"word/document.xml\"/></Relationships>";
    archive(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", relations),
        ("word/document.xml", &document),
    ])
}

/// A zip archive, nothing packed.
fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let mut directory = Vec::new();
    for (name, text) in files {
        let mut crc = flate2::Crc::new();
        crc.update(text.as_bytes());
        let size = u32::try_from(text.len()).expect("small");
        let length = u16::try_from(name.len()).expect("short");
        let at = u32::try_from(out.position()).expect("small");
        let mut common = Vec::new();
        common.extend(20_u16.to_le_bytes());
        common.extend([0; 8]);
        common.extend(crc.sum().to_le_bytes());
        common.extend(size.to_le_bytes());
        common.extend(size.to_le_bytes());
        common.extend(length.to_le_bytes());
        common.extend(0_u16.to_le_bytes());
        out.write_all(b"PK\x03\x04").expect("written");
        out.write_all(&common).expect("written");
        out.write_all(name.as_bytes()).expect("written");
        out.write_all(text.as_bytes()).expect("written");
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = u32::try_from(out.position()).expect("small");
    let count = u16::try_from(files.len()).expect("few");
    out.write_all(&directory).expect("written");
    out.write_all(b"PK\x05\x06\0\0\0\0").expect("written");
    for part in [count, count] {
        out.write_all(&part.to_le_bytes()).expect("written");
    }
    out.write_all(&u32::try_from(directory.len()).expect("small").to_le_bytes())
        .expect("written");
    out.write_all(&start.to_le_bytes()).expect("written");
    out.write_all(&[0, 0]).expect("written");
    out.into_inner()
}

#[test]
fn a_pdf() {
    let folder = Folder::new();
    folder.write(
        "release.pdf",
        pdf(&[
            "Mill owners set out repairs",
            "",
            "Six guards were hurt in the fire at the",
            "mill in Dunmore on Monday.",
        ]),
    );
    let text = folder.article(&["release.pdf"])["text"].clone();
    assert_eq!(
        text,
        "Mill owners set out repairs\n\nSix guards were hurt in the fire at the mill in Dunmore on Monday."
    );
}

/// A page of lines in a font that every reader has.
fn pdf(lines: &[&str]) -> Vec<u8> {
    let mut content = String::from("BT /F1 12 Tf 72 720 Td 14 TL\n");
    for line in lines {
        content.push_str(&format!("({line}) Tj T*\n"));
    }
    content.push_str("ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
    }
    let start = out.len();
    out.extend(b"xref\n0 6\n0000000000 65535 f \n");
    for place in places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    out.extend(format!("trailer<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF").bytes());
    out
}

#[test]
fn several_articles_of_one_file() {
    let folder = Folder::new();
    let lines = "{\"label\":\"wire\",\"text\":\"Six guards were hurt in the fire.\",\"url\":\"https://example.org/a\"}\n\
                 {\"label\":\"site\",\"text\":\"Seven guards were hurt in the fire.\"}\n";
    folder.write("story.jsonl", lines);
    let run = folder.run(&["story.jsonl", "--format", "json"]);
    let answer: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(
        (
            answer["articles"][0]["label"].as_str(),
            answer["articles"][1]["id"].as_str()
        ),
        (Some("wire"), Some("B"))
    );
    assert_eq!(answer["articles"][0]["url"], "https://example.org/a");
    assert_eq!(folder.article(&["story.jsonl#2"])["label"], "site");
    assert!(
        folder
            .trouble(&["claims", "story.jsonl"])
            .contains("holds 2 articles; name one of them as story.jsonl#1")
    );
    assert!(
        folder
            .trouble(&["claims", "story.jsonl#3"])
            .contains("holds 2 articles; there is no number 3")
    );
    folder.write(
        "feed.xml",
        "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>The Wire</title><id>x</id><updated>2021-11-08T00:00:00Z</updated>\
         <entry><id>a</id><title>Fire</title><updated>2021-11-08T00:00:00Z</updated><content type='html'>&lt;p&gt;Six were hurt.&lt;/p&gt;</content></entry></feed>",
    );
    let article = folder.article(&["feed.xml"]);
    assert_eq!(
        (article["text"].as_str(), article["outlet"].as_str()),
        (Some("Fire\n\nSix were hurt."), Some("The Wire"))
    );
}

#[test]
fn a_manifest_is_written_corrected_and_compared() {
    let folder = Folder::new();
    folder.write("wire.html", page());
    folder.write(
        "notes/site.txt",
        "Seven guards were hurt in the fire at the mill in Dunmore on Monday.",
    );
    let made = folder.run(&[
        "init",
        "wire.html",
        "notes/site.txt",
        "--output",
        "fire.toml",
    ]);
    assert_eq!(made.code, 0, "{}", made.err);
    let path = folder.path().join("fire.toml");
    let text = fs::read_to_string(&path).expect("written");
    assert!(
        text.contains("outlet = \"The Wire\"\npublished = 2021-11-08\n"),
        "{text}"
    );
    fs::write(
        &path,
        text.replace(
            "label = \"site\"",
            "label = \"ours\"\noutlet = \"The Site\"",
        ),
    )
    .expect("corrected");
    let run = folder.run(&["fire.toml", "--format", "json"]);
    let answer: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(
        (
            answer["articles"][1]["label"].as_str(),
            answer["articles"][1]["outlet"].as_str()
        ),
        (Some("ours"), Some("The Site"))
    );
    let again = folder.trouble(&["init", "wire.html", "--output", "fire.toml"]);
    assert!(again.contains("is there already; --force"), "{again}");
    assert_eq!(
        folder
            .run(&["init", "wire.html", "--output", "fire.toml", "--force"])
            .code,
        0
    );
    assert!(folder.trouble(&["fire.toml"]).contains("one article given"));
}

#[test]
fn a_manifest_in_another_folder_names_what_it_was_made_of() {
    let folder = Folder::new();
    folder.write("x/story.txt", BODY);
    folder.write(
        "y/story.txt",
        "Seven guards were hurt in the fire at the mill in Dunmore on Monday.",
    );
    folder.write(
        "many.jsonl",
        "{\"label\":\"p\",\"text\":\"Six.\"}\n{\"label\":\"q\",\"text\":\"Seven.\"}\n",
    );
    folder.write("stories/keep", "");
    let made = folder.run(&[
        "init",
        "x/story.txt",
        "y/story.txt",
        "many.jsonl",
        "-o",
        "stories/fire.toml",
    ]);
    assert_eq!(made.code, 0, "{}", made.err);
    let run = folder.run(&["stories/fire.toml", "--format", "json"]);
    let answer: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    let labels: Vec<&str> = answer["articles"]
        .as_array()
        .expect("articles")
        .iter()
        .filter_map(|article| article["label"].as_str())
        .collect();
    assert_eq!(labels, ["x/story", "y/story", "p", "q"]);
    assert!(
        folder
            .trouble(&["init", "-", "-o", "new.toml"])
            .contains("cannot be read again")
    );
}

#[test]
fn one_bad_article_of_three() {
    let folder = Folder::new();
    folder.write("a.txt", BODY);
    folder.write("b.txt", "");
    folder.write("c.txt", BODY);
    assert!(
        folder
            .trouble(&["a.txt", "b.txt", "c.txt"])
            .contains("b.txt: holds no text")
    );
    let run = folder.run(&[
        "a.txt",
        "b.txt",
        "c.txt",
        "--keep-going",
        "--format",
        "json",
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.err.contains("b.txt: holds no text") && run.err.contains("left out"),
        "{}",
        run.err
    );
    let answer: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(answer["articles"].as_array().map(Vec::len), Some(2));
    let run = folder.run(&["a.txt", "b.txt", "--keep-going"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("one article given"), "{}", run.err);
}
