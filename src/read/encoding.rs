//! Bytes -> text, whatever wrote them.
//!
//! ```text
//! EF BB BF 53 69 78     UTF-8 with a mark     Six
//! 53 00 69 00 78 00     UTF-16 without one    Six
//! 63 61 66 E9           Windows-1252          café
//! ```

use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use regex::Regex;

/// Share of bytes that are NUL in one of two places from which a text without a mark is taken for UTF-16:
/// Latin letters have one there each.
const UTF_16_SHARE: f64 = 0.4;
/// Share of control characters from which something is not text.
const CONTROL_SHARE: f64 = 0.05;

/// Bytes of a page in which it says what encoding it has.
const PAGE_HEAD: usize = 2048;

/// The text of a page; `charset` is the encoding that a server gave. A mark at the start comes first, then the server, then
/// the page's own `meta`.
pub(super) fn decode_page(bytes: &[u8], charset: Option<&str>) -> Option<String> {
    let head = &bytes[..bytes.len().min(PAGE_HEAD)];
    let head = String::from_utf8_lossy(head);
    let own = META_CHARSET.captures(&head).and_then(|found| found.get(1));
    decode(bytes, charset.or(own.map(|name| name.as_str())))
}

static META_CHARSET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?i)<meta[^>]{0,200}charset *= *["']?([a-z0-9_:-]{2,40})"#)
        .expect("a sound pattern")
});

/// The text of a file; `None` when it is not text. `charset` is the encoding that was given for it; UTF-8 that says it is
/// something else is UTF-8 all the same.
pub(super) fn decode(bytes: &[u8], charset: Option<&str>) -> Option<String> {
    let told = charset
        .and_then(|name| Encoding::for_label(name.as_bytes()))
        .filter(|_| Encoding::for_bom(bytes).is_none() && std::str::from_utf8(bytes).is_err());
    if let Some(encoding) = told {
        let (text, wrong) = encoding.decode_without_bom_handling(bytes);
        if !wrong {
            return Some(text.into_owned()).filter(|text| is_text(text));
        }
    }

    let text = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned()
    } else if let Some(encoding) = utf_16_without_mark(bytes) {
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        text.to_owned()
    } else if bytes.contains(&0) {
        return None;
    } else {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        let encoding = detector.guess(None, Utf8Detection::Deny);
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    };
    is_text(&text).then_some(text)
}

fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| {
        let places = bytes.iter().skip(parity).step_by(2);
        places.filter(|&&byte| byte == 0).count()
    };
    let enough = |count: usize| count as f64 > UTF_16_SHARE * (bytes.len() as f64 / 2.0);
    match (enough(zeros(0)), enough(zeros(1))) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

fn is_text(text: &str) -> bool {
    let control =
        |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}') || *c == '\u{fffd}';
    let (mut all, mut odd) = (0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        odd += usize::from(control(&c));
    }
    !text.contains('\0') && odd as f64 <= CONTROL_SHARE * all as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        let utf_16 = |text: &str, mark: &[u8], to: fn(u16) -> [u8; 2]| {
            let units = text.encode_utf16().flat_map(to);
            [mark.to_vec(), units.collect()].concat()
        };
        let text = "Six guards, at the caf\u{e9}.";
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            utf_16(text, b"\xff\xfe", u16::to_le_bytes),
            utf_16(text, b"\xfe\xff", u16::to_be_bytes),
            utf_16(text, b"", u16::to_le_bytes),
            utf_16(text, b"", u16::to_be_bytes),
            b"Six guards, at the caf\xe9.".to_vec(),
        ] {
            assert_eq!(decode(&bytes, None).as_deref(), Some(text), "{bytes:?}");
        }
    }

    #[test]
    fn what_pages_and_servers_say() {
        let page = b"<html><head><meta charset=iso-8859-2></head>K\xf6ln \xb9";
        assert!(decode_page(page, None).is_some_and(|text| text.contains("K\u{f6}ln \u{161}")));
        assert!(
            decode_page(page, Some("windows-1252"))
                .is_some_and(|text| text.contains("K\u{f6}ln \u{b9}"))
        );
        // a wrong label on UTF-8
        let wrong = "caf\u{e9}".as_bytes();
        assert_eq!(
            decode_page(wrong, Some("iso-8859-1")).as_deref(),
            Some("caf\u{e9}")
        );
        assert_eq!(
            decode_page(b"caf\xe9", Some("no-such-thing")).as_deref(),
            Some("caf\u{e9}")
        );
    }

    #[test]
    fn what_is_not_text() {
        for bytes in [
            &b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\x03\xff"[..],
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            b"a\0b",
        ] {
            assert_eq!(decode(bytes, None), None, "{bytes:?}");
        }
        assert_eq!(decode(b"", None).as_deref(), Some(""));
    }
}
