//! Which lines of the new revision a diff shows, and the one of them that a finding is told at.
//!
//! ```text
//!  1  # Fire at the mill
//! -3  Six guards were hurt.       number-changed  -> line 3, where it stands
//! +3  Seven guards were hurt.     headline against text -> line 3, the nearest that is shown, not line 1
//! -5  The roof fell in.           claim-removed   -> line 5, where a line is missing now
//!  5  Schools stayed open.
//! ```
//!
//! Who reviews a change sees its diff; what is said of other lines is not seen there.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::check::{Check, Violation};
use crate::revise::Words;
use crate::{Article, Lines, Span};

/// The difference of two revisions by lines.
pub(super) struct Changed {
    parts: Vec<DiffOp>,
    /// Lines of the new revision that are shown, from 1, sorted.
    shown: Vec<usize>,
}

/// Where a finding is told.
#[derive(Debug)]
pub(super) enum Spot<'a> {
    /// Where its words stand in the new revision.
    Own {
        article: &'a Article,
        /// The first and the last of their lines that the diff shows.
        lines: (usize, usize),
        /// Whether it shows all of them.
        whole: bool,
    },
    /// At the nearest line that the diff shows, since its words stand elsewhere.
    Near {
        article: &'a Article,
        line: usize,
        /// The revision that its words stand in, and their line there.
        stands: (&'a Article, usize),
    },
    /// At no line of the new revision: the diff shows none, or the file has no lines to go to.
    Nowhere(&'a Article),
}

impl Changed {
    /// The difference of a check's revisions; no line is shown when one has no lines to go to.
    pub(super) fn of(check: &Check) -> Self {
        let lines = |side: usize| check.articles.get(side).map(Article::file_lines);
        let (old, new) = (lines(0).unwrap_or_default(), lines(1).unwrap_or_default());
        let parts = capture_diff_slices(Algorithm::Myers, &old, &new);
        let blank = |line: &usize| new[*line].trim().is_empty();
        let added = parts
            .iter()
            .filter(|part| !matches!(part, DiffOp::Equal { .. }));
        let (mut shown, mut blanks) = (Vec::new(), Vec::new());
        for part in added {
            let range = part.new_range();
            if range.is_empty() && !new.is_empty() {
                // nothing came in their place: the line that follows, or the last, is shown around the gap
                shown.push(range.start.min(new.len() - 1) + 1);
            }
            for line in range {
                let list = if blank(&line) {
                    &mut blanks
                } else {
                    &mut shown
                };
                list.push(line + 1);
            }
        }
        if shown.is_empty() {
            shown = blanks;
        }
        shown.dedup();
        Self { parts, shown }
    }

    /// Where a violation is told; `None` when it is about no words.
    pub(super) fn spot<'a>(&self, check: &'a Check, violation: &'a Violation) -> Option<Spot<'a>> {
        let [old, new] = &check.articles[..] else {
            return None;
        };
        let line = |article: &Article, at: usize| Some(article.position(at)?.line);
        let lines = |article: &'a Article, words: &Words| {
            let first = line(article, words.span.start)?;
            Some((first, line(article, words.span.end).unwrap_or(first)))
        };
        let change = &violation.change;
        let (article, stands, near) = match (&change.new, &change.old) {
            (Some(words), _) => {
                let Some((first, last)) = lines(new, words) else {
                    return Some(Spot::Nowhere(new));
                };
                let own = |line: &&usize| (first..=last).contains(*line);
                let own: Vec<usize> = self.shown.iter().filter(own).copied().collect();
                if let (Some(&start), Some(&end)) = (own.first(), own.last()) {
                    return Some(Spot::Own {
                        article: new,
                        lines: (start, end),
                        whole: own.len() == last + 1 - first,
                    });
                }
                (new, first, first)
            }
            (None, Some(words)) => {
                let Some((first, _)) = lines(old, words) else {
                    return Some(Spot::Nowhere(new));
                };
                (old, first, self.of_old(first))
            }
            (None, None) => return None,
        };
        let nearest = self.shown.iter().min_by_key(|line| line.abs_diff(near));
        Some(match nearest {
            Some(&line) => Spot::Near {
                article: new,
                line,
                stands: (article, stands),
            },
            None => Spot::Nowhere(new),
        })
    }

    /// The line of the new revision where a line of the old stands or stood.
    fn of_old(&self, line: usize) -> usize {
        let index = line.saturating_sub(1);
        let part = self
            .parts
            .iter()
            .find(|part| part.old_range().contains(&index));
        part.map_or(line, |part| {
            let (old, new) = (part.old_range(), part.new_range());
            let within = (index - old.start).min(new.len().saturating_sub(1));
            new.start + within + 1
        })
    }
}

/// The words of a line of an article's file, or of the first line after it that has any.
pub(super) fn words_of_line(article: &Article, line: usize) -> Span {
    let text = &article.text;
    let starts: Vec<usize> = match &article.lines {
        Lines::From(lines) => lines.iter().map(|(from, _)| *from).collect(),
        _ => std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect(),
    };
    let is_there = |start: &&usize| {
        let position = article.position(**start);
        position.is_some_and(|position| position.line >= line)
    };
    let Some(&start) = starts.iter().find(is_there) else {
        return Span::new(text.len(), text.len());
    };
    let next = starts.iter().find(|next| **next > start);
    let words = &text[start..next.copied().unwrap_or(text.len())];
    Span::new(start, start + words.trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Policy, Severity};
    use crate::revise::Rule;
    use crate::{Options, compare_revisions, read};

    const OLD: &str = "# Fire at the mill\n\nSix guards were hurt in the fire, police said.\n\nThe roof fell in at \
                       noon.\n\nSchools in the town\nstayed open.\n\nA man was held.\n";

    fn check(new: &str) -> Check {
        let [old, new] = [OLD, new].map(|text| read::article_from_markdown("A", "story", text));
        let all = |rule| (rule, Severity::Error);
        let policy = Policy {
            severities: crate::check::RULES.map(all).into(),
        };
        compare_revisions(old, new, None, &policy, &Options::default())
    }

    /// For each rule that is told: the line where, and the line that its words stand in when that is another.
    fn spots(new: &str) -> Vec<(Rule, Option<usize>, Option<usize>)> {
        let check = check(new);
        let changed = Changed::of(&check);
        let of = |violation: &Violation| {
            let (line, stands) = match changed.spot(&check, violation).expect("of words") {
                Spot::Own { lines, .. } => (Some(lines.0), None),
                Spot::Near { line, stands, .. } => (Some(line), Some(stands.1)),
                Spot::Nowhere(_) => (None, None),
            };
            (violation.change.rule, line, stands)
        };
        check.violations.iter().map(of).collect()
    }

    #[test]
    fn a_finding_is_told_where_the_diff_shows_it() {
        use Rule::{ChangedWithoutNote, ClaimRemoved, NumberChanged};
        for (from, to, expected) in [
            (
                "Six guards",
                "Seven guards",
                vec![
                    (NumberChanged, Some(3), None),
                    (ChangedWithoutNote, Some(3), Some(1)),
                ],
            ),
            // the line that follows the gap
            (
                "The roof fell in at noon.\n\n",
                "",
                vec![(ClaimRemoved, Some(5), Some(5))],
            ),
            (
                "\n\nA man was held.",
                "",
                vec![(ClaimRemoved, Some(8), Some(10))],
            ),
            // a sentence of two lines, of which one changes
            ("Schools in the town", "Schools in the city", vec![]),
            // a sentence goes, a line above it changes in signs only
            (
                "stayed open.\n\nA man was held.",
                "stayed  open.",
                vec![(ClaimRemoved, Some(8), Some(10))],
            ),
        ] {
            let new = OLD.replace(from, to);
            let found: Vec<_> = spots(&new)
                .into_iter()
                .filter(|(rule, ..)| *rule != Rule::PlaceChanged && *rule != Rule::NameChanged)
                .collect();
            assert_eq!(found, expected, "{from} -> {to}");
        }
    }

    #[test]
    fn of_a_page_a_finding_is_told_of_the_new_file() {
        let [old, new] = ["<p>The roof fell in at noon.</p>", ""].map(|more| {
            let html = format!("<h1>Fire</h1><p>Six guards were hurt at the mill.</p>{more}");
            read::article_from_html("A", "page", &html)
        });
        let (policy, options) = (Policy::default(), Options::default());
        let check = compare_revisions(old, new, None, &policy, &options);
        let violation = &check.violations[0];
        assert_eq!(violation.change.rule, Rule::ClaimRemoved);
        let spot = Changed::of(&check).spot(&check, violation);
        assert!(
            matches!(spot, Some(Spot::Nowhere(article)) if std::ptr::eq(article, &check.articles[1])),
            "{spot:?}"
        );
    }

    #[test]
    fn lines_and_their_words() {
        let as_written = read::article_from_text(
            "A",
            "story",
            "Six were hurt.\n\nThe roof fell in. \nA man was held.",
        );
        let markdown =
            read::article_from_markdown("A", "story", "# Fire\n\nSix *were* hurt\nat the mill.\n");
        for (article, line, words) in [
            (&as_written, 1, "Six were hurt."),
            (&as_written, 3, "The roof fell in."),
            (&as_written, 4, "A man was held."),
            (&as_written, 9, ""),
            (&markdown, 2, "Six were hurt"),
            (&markdown, 4, "at the mill."),
        ] {
            let span = words_of_line(article, line);
            assert_eq!(span.slice(&article.text), words, "{line}");
        }
    }

    #[test]
    fn without_a_diff_there_is_no_place() {
        let same = check(OLD);
        assert!(Changed::of(&same).shown.is_empty());
        let page =
            read::article_from_html("A", "page", "<h1>Fire</h1><p>Six guards were hurt.</p>");
        let mut of_page = same;
        of_page.articles[1] = page;
        assert!(Changed::of(&of_page).shown.is_empty());
    }
}
