//! What somebody may have meant who wrote something that is not known.

/// Least likeness (Jaro-Winkler, 0 to 1) of a word to be suggested: below it, words have little but letters in common.
const LIKE: f64 = 0.75;

/// `; did you mean fail-on?`, or what is to be said when no known word is near.
///
/// ```
/// use storydiff::check::did_you_mean;
/// assert_eq!(did_you_mean(["note", "error"], "eror", "see the guide"), "; did you mean error?");
/// assert_eq!(did_you_mean(["note", "error"], "x", "see the guide"), "; see the guide");
/// ```
#[must_use]
pub fn did_you_mean<'a>(
    known: impl IntoIterator<Item = &'a str>,
    written: &str,
    otherwise: &str,
) -> String {
    let scored = known
        .into_iter()
        .map(|word| (strsim::jaro_winkler(word, written), word));
    let nearest = scored.max_by(|x, y| x.0.total_cmp(&y.0));
    match nearest.filter(|(likeness, _)| *likeness > LIKE) {
        Some((_, word)) => format!("; did you mean {word}?"),
        None => format!("; {otherwise}"),
    }
}
