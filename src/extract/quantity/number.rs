//! Plain numbers in digits and words.
//!
//! ```text
//! "15,800"  "1.5 billion"  "23k"  "two and a half million"  "one hundred and four"  "half a million"
//! ```

use super::mixed::{run_together, typed_fraction, vulgar};
use super::spelled::spelled;
use super::words::Words;

/// A number as written, before hedge and unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    /// What it is worth.
    pub value: f64,
    /// Worth of its last significant digit: 1,000 for "23,000", 0.1 for "2.6".
    pub step: f64,
    /// Whether any digit character is in it.
    pub digits: bool,
    /// Factor of a scale word ("million") that stands behind the digits; 1 without one.
    pub scale: f64,
    /// One past its last token.
    pub end: usize,
}

/// The number at `at`, if one starts there.
pub(super) fn number(words: Words<'_>, at: usize) -> Option<Number> {
    if is_minus(words, at) {
        let mut found = unsigned(words, at + 1)?;
        found.value = -found.value;
        return Some(found);
    }
    unsigned(words, at)
}

/// Whether a minus sign, and not a hyphen or a dash, stands at `at`.
fn is_minus(words: Words<'_>, at: usize) -> bool {
    match words.lower(at) {
        "-" | "\u{2212}" => words.touches_next(at) && !words.touches_previous(at),
        "minus" => true,
        _ => false,
    }
}

fn unsigned(words: Words<'_>, at: usize) -> Option<Number> {
    if matches!(words.lower(at), "a" | "an" | "half" | "quarter") {
        return article(words, at);
    }
    let mut found = if words.is_digits(at) || words.lower(at) == "." {
        digits(words, at)?
    } else {
        let spelled = spelled(words, at).filter(|spelled| !spelled.ordinal)?;
        Number {
            value: spelled.value,
            step: last_step(spelled.value),
            digits: false,
            scale: 1.0,
            end: spelled.end,
        }
    };
    take_half(words, &mut found);
    take_scale(words, &mut found);
    take_half(words, &mut found);
    Some(found)
}

/// "a million", "an hundred", "half a million", "a dozen", "a half-million", "a quarter of a million".
fn article(words: Words<'_>, at: usize) -> Option<Number> {
    let (share, mut next) = match words.lower(at) {
        "half" | "quarter" => (words.lower(at), at + 1),
        _ if matches!(words.lower(at + 1), "half" | "quarter") => (words.lower(at + 1), at + 2),
        _ => ("", at + 1),
    };
    let part = match share {
        "half" => 0.5,
        "quarter" => 0.25,
        _ => 1.0,
    };
    if part < 1.0 {
        if words.is_hyphen(next) {
            next += 1;
        }
        if words.lower(next) == "of" {
            next += 1;
        }
        if words.lower(next) == "a" {
            next += 1;
        }
    }
    let scale = scale_of(words.lower(next)).filter(|scale| *scale != 100.0 || part == 1.0)?;
    let mut value = part * scale;
    let mut end = next + 1;
    // "a hundred and four", "a thousand two hundred"
    let rest_at = end + usize::from(words.lower(end) == "and");
    if part == 1.0
        && scale >= 100.0
        && let Some(rest) =
            spelled(words, rest_at).filter(|rest| !rest.ordinal && rest.value < scale)
        && words.lower(rest_at) != "one"
    {
        value += rest.value;
        end = rest.end;
    }
    let mut found = Number {
        value,
        step: spelled_step(value, scale),
        digits: false,
        scale,
        end,
    };
    take_half(words, &mut found);
    take_scale(words, &mut found);
    Some(found)
}

/// Digits with separators, or a leading point: "15,800", "2.6", ".45".
fn digits(words: Words<'_>, at: usize) -> Option<Number> {
    let (raw, end) = if words.lower(at) == "." {
        let inside = words.touches_previous(at) && !words.is_sign(at - 1);
        if inside || !words.touches_next(at) || !words.is_digits(at + 1) {
            return None;
        }
        (format!("0.{}", words.raw(at + 1)), at + 2)
    } else if let Some(found) = run_together(words, at) {
        return Some(found);
    } else if is_parted(words, at) {
        (format!("{}{}", words.raw(at), words.raw(at + 2)), at + 3)
    } else {
        (words.raw(at).to_owned(), at + 1)
    };
    let (value, decimals) = decimal(&raw)?;
    let step = if decimals > 0 {
        10f64.powi(-decimals)
    } else {
        last_step(value)
    };
    Some(Number {
        value,
        step,
        digits: true,
        scale: 1.0,
        end,
    })
}

/// "2, 000 feet": a group of noughts that a space was put before.
fn is_parted(words: Words<'_>, at: usize) -> bool {
    words.raw(at).len() <= 3
        && words.lower(at + 1) == ","
        && words.touches_previous(at + 1)
        && words.raw(at + 2) == "000"
}

/// Value of a digit string and how many decimals it has; `None` for what is no amount ("2:53", "1.2.3").
fn decimal(raw: &str) -> Option<(f64, i32)> {
    let (whole, fraction) = match raw.split_once('.') {
        Some((_, "")) => return None,
        Some((whole, fraction)) => (whole, fraction),
        None => (raw, ""),
    };
    let groups: Vec<&str> = whole.split(',').collect();
    let grouped_well = groups.len() == 1
        || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3)
        // the lakh grouping of South Asia: 12,50,000
        || groups.last().is_some_and(|last| last.len() == 3)
            && groups[..groups.len() - 1].iter().all(|group| (1..=2).contains(&group.len()));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !grouped_well || whole.is_empty() || !groups.iter().all(|g| all_digits(g)) {
        return None;
    }
    if !all_digits(fraction) || raw.len() > 30 {
        return None;
    }
    let plain = format!("{}.{fraction}0", groups.concat());
    Some((plain.parse().ok()?, i32::try_from(fraction.len()).ok()?))
}

/// "and a half", and "¾" right behind the digits.
fn take_half(words: Words<'_>, found: &mut Number) {
    let at = found.end;
    let (part, end) = if words.follows(at, &["and", "a", "half"]) {
        (0.5, at + 3)
    } else if words.follows(at, &["and", "a", "quarter"]) {
        (0.25, at + 3)
    } else if let Some(part) = vulgar(words.raw(at)) {
        (part, at + 1)
    } else if let Some((part, end)) = typed_fraction(words, found) {
        (part, end)
    } else {
        return;
    };
    found.value += part * found.scale;
    found.step = found.scale / 10.0;
    found.end = end;
}

/// "1.5 billion", "200-million", "23k", "two dozen", "500 crore".
fn take_scale(words: Words<'_>, found: &mut Number) {
    let mut at = found.end;
    if words.is_tie(at) {
        at += 1;
    }
    let touching = words.touches_previous(at) && at == found.end;
    let scale = scale_of(words.lower(at)).or_else(|| match words.raw(at) {
        "k" | "K" if touching => Some(1e3),
        "M" if touching || found.digits => Some(1e6),
        "B" | "bn" if touching || found.digits => Some(1e9),
        "b" if touching => Some(1e9),
        "T" | "tn" if touching => Some(1e12),
        _ => None,
    });
    let Some(scale) = scale else { return };
    found.value *= scale;
    found.step = if found.digits {
        found.step * scale
    } else {
        spelled_step(found.value, scale)
    };
    found.scale *= scale;
    found.end = at + 1;
    // "hundred thousand", "thousand crore"
    if found.scale < 1e9
        && matches!(
            words.lower(found.end),
            "thousand" | "million" | "billion" | "crore"
        )
    {
        take_scale(words, found);
    }
}

/// Factor of a scale word.
pub(super) fn scale_of(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => DOZEN,
        "hundred" => 100.0,
        "thousand" => 1e3,
        "lakh" => 1e5,
        "million" | "mln" | "mn" => 1e6,
        "crore" => 1e7,
        "billion" | "bln" => 1e9,
        "trillion" | "trln" => 1e12,
        _ => return None,
    })
}

/// Worth of the last digit of a number in words; dozens are counted by twelve.
fn spelled_step(value: f64, scale: f64) -> f64 {
    if scale == DOZEN && value % DOZEN == 0.0 {
        DOZEN
    } else {
        last_step(value)
    }
}

const DOZEN: f64 = 12.0;

/// Worth of the last digit of a whole number that is not zero: 1,000 for 23,000.
fn last_step(value: f64) -> f64 {
    let mut step = 1.0;
    while value != 0.0 && step < 1e15 && value % (step * 10.0) == 0.0 {
        step *= 10.0;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::segment::tokenize;

    /// The first number of a text: its value, the worth of its last digit, its words.
    fn read(text: &str) -> Option<(f64, f64, String)> {
        let tokens = tokenize(text, Span::new(0, text.len()));
        let words = Words::new(text, &tokens);
        (0..words.len()).find_map(|at| {
            let found = number(words, at)?;
            Some((
                found.value,
                found.step,
                words.phrase(at, found.end).to_owned(),
            ))
        })
    }

    #[test]
    fn numbers_are_read_whole() {
        for (text, value, step, part) in [
            ("15,800 people", 15_800.0, 100.0, "15,800"),
            ("2.6 points", 2.6, 0.1, "2.6"),
            ("1.5 billion", 1.5e9, 1e8, "1.5 billion"),
            ("23k views", 23_000.0, 1000.0, "23k"),
            ("twenty-three", 23.0, 1.0, "twenty-three"),
            ("half a million", 500_000.0, 100_000.0, "half a million"),
            ("two and a half", 2.5, 0.1, "two and a half"),
            (
                "two and a half million",
                2.5e6,
                1e5,
                "two and a half million",
            ),
            (
                "two million and a half",
                2.0e6 + 0.5,
                0.1,
                "two million and a half",
            ),
            ("a dozen", 12.0, 12.0, "a dozen"),
            ("one hundred and four", 104.0, 1.0, "one hundred and four"),
            ("a hundred and four", 104.0, 1.0, "a hundred and four"),
            ("eighteen hundred", 1800.0, 100.0, "eighteen hundred"),
            ("3½ hours", 3.5, 0.1, "3½"),
            ("minus five", -5.0, 1.0, "minus five"),
            ("-5 degrees", -5.0, 1.0, "-5"),
            ("500 crore", 5e9, 1e9, "500 crore"),
            ("12,50,000 rupees", 1_250_000.0, 10_000.0, "12,50,000"),
            ("2, 000 feet", 2000.0, 1000.0, "2, 000"),
            ("a level:.41", 0.41, 0.01, ".41"),
            ("41/2 months", 4.5, 0.1, "41/2"),
            ("121/4-inch", 12.25, 0.1, "121/4"),
            ("killed five, three", 5.0, 1.0, "five"),
            ("five zero", 5.0, 1.0, "five"),
        ] {
            assert_eq!(read(text), Some((value, step, part.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in [
            "none", "a man", "half of", "third", "2:53", "hundreds", "o", "and",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
