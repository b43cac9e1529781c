//! Letters (`.eml`) and pages kept as letters (`.mhtml`), through `mail-parser`.

use jiff::civil::{Date, date};
use mail_parser::{Message, MessageParser};

use super::draft::Draft;
use super::error::Problem;
use super::form::of_page;
use super::{paragraphs, spaced};

/// The text of a letter; its head tells subject, sender and day. Of a page kept as a letter, the article.
pub(super) fn draft(bytes: &[u8], raw: bool) -> Result<Draft, Problem> {
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or(Problem::Damaged {
            kind: "a letter",
            reason: "it has no head".to_owned(),
        })?;
    let sent = message.date().and_then(day);
    // mhtml says in its head which page it holds
    let page = message
        .header("Snapshot-Content-Location")
        .or_else(|| message.header("Content-Location"));
    if let Some(address) = page {
        let html = message.body_html(0).unwrap_or_default();
        let mut draft = of_page(&html, raw)?;
        draft.url = draft.url.or_else(|| address.as_text().map(str::to_owned));
        return Ok(draft);
    }
    let title = message
        .subject()
        .map(spaced)
        .filter(|title| !title.is_empty());
    // a text part is the sender's own; of a letter that has only HTML, all of it is text
    let is_plain = message
        .text_bodies()
        .any(|part| part.is_text() && !part.is_text_html());
    let written = if is_plain {
        (0..message.text_body_count())
            .filter_map(|part| message.body_text(part))
            .collect::<Vec<_>>()
            .join("\n\n")
    } else {
        let html = message.body_html(0).unwrap_or_default();
        of_page(&html, true)?.text
    };
    let mut draft = Draft::titled(title, own_paragraphs(&written));
    draft.author = sender(&message);
    draft.published = sent.or(draft.published);
    Ok(draft)
}

/// The sender's own paragraphs: without quoted lines (`> `) and what follows a signature's mark.
fn own_paragraphs(written: &str) -> Vec<String> {
    let lines = written.lines().take_while(|line| line.trim_end() != "--");
    paragraphs(lines, |words| words.starts_with('>'))
}

fn sender(message: &Message<'_>) -> Option<String> {
    let sender = message.from()?.first()?;
    sender
        .name()
        .or_else(|| sender.address())
        .map(str::to_owned)
}

/// The sender's own day.
fn day(sent: &mail_parser::DateTime) -> Option<Date> {
    let (year, month, day) = (
        i16::try_from(sent.year).ok()?,
        i8::try_from(sent.month).ok()?,
        i8::try_from(sent.day).ok()?,
    );
    ((1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1)
        .then(|| date(year, month, 1))
        .filter(|first| day <= first.days_in_month())
        .map(|_| date(year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_has_subject_sender_and_day() {
        let letter = "From: Anna Kelly <press@example.org>\r\nSubject: Repairs\r\n after fire\r\nDate: Sun, 7 Nov 2021 23:10:00 +0100\r\n\
            MIME-Version: 1.0\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
            Six guards were hurt=\r\n at the caf=E9,\r\nthe mill said.\r\n\r\n> old words\r\n\r\nMore.\r\n-- \r\nAnna\r\n";
        let draft = draft(letter.as_bytes(), false).expect("a letter");
        assert_eq!(
            draft.text,
            "Repairs after fire\n\nSix guards were hurt at the caf\u{e9}, the mill said.\n\nMore."
        );
        assert_eq!(draft.author.as_deref(), Some("Anna Kelly"));
        assert_eq!(draft.published, Some(date(2021, 11, 7)));
    }

    #[test]
    fn a_page_kept_as_a_letter_is_a_page() {
        let kept = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/fire\r\nSubject: Fire\r\n\
            MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n--x\r\n\
            Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/fire\r\n\r\n\
            <h1>Fire at the mill</h1><nav>Home</nav><p>Six guards were hurt in the fire at the mill in Dunmore on Monday, =\r\n\
            the police said, and the road was closed for two hours.</p>\r\n--x--\r\n";
        let draft = draft(kept.as_bytes(), false).expect("a page");
        assert!(
            draft.text.starts_with("Fire at the mill\n\nSix guards"),
            "{}",
            draft.text
        );
        assert_eq!(draft.url.as_deref(), Some("https://example.org/fire"));
    }
}
