//! Everything known of one finding: its conflicts, its claims and where they stand, its links and what made them.

use super::View;
use super::claims::{indented, manner, said, write_facts};
use super::ink::Ink;
use super::lookup::{Lookup, relation_sign, relation_word};
use super::page::Page;
use super::place::place;
use super::prose::Prose;
use super::snippet::own_words;
use super::text::conflicts::{kind_words, sign};
use super::text::head::{counted, label_in};
use super::text::values;
use crate::{Claim, Comparison, Evidence, Finding, Link, Strength, Verdict};

/// Links shown unless all are asked for; the best come first.
const MOST_LINKS: usize = 10;

/// What the names of guards begin with; they veto, so their figures say nothing.
const GUARD: &str = "guard:";

/// The finding `id` as text for a terminal; empty when there is none of that id.
#[must_use]
pub fn render(comparison: &Comparison, id: &str, view: &View) -> String {
    let mut page = Page::new(view);
    let story = Lookup::new(comparison);
    let mut findings = comparison.findings.iter();
    if let Some(finding) = findings.find(|finding| finding.id == id) {
        write_head(&mut page, &story, finding);
        write_conflicts(&mut page, &story, finding);
        write_claims(&mut page, &story, finding);
        write_nearest(&mut page, &story, finding);
        write_links(&mut page, finding, view);
    }
    page.finish()
}

fn write_head(page: &mut Page<'_>, story: &Lookup<'_>, finding: &Finding) {
    let mut margin = match finding.verdict {
        Verdict::Conflict => {
            let hard = finding
                .conflicts
                .iter()
                .any(|c| c.strength == Strength::Hard);
            sign(if hard { Strength::Hard } else { Strength::Soft })
        }
        Verdict::Agree => Prose::of(Ink::Agree, "="),
        Verdict::Unique => Prose::of(Ink::Unique, "+"),
    };
    if finding.verdict != Verdict::Conflict {
        margin.pad(2);
    }
    let mut head = Prose::of(Ink::Faint, &format!("{} ", finding.id));
    let verdict = match finding.verdict {
        Verdict::Conflict => "conflict",
        Verdict::Agree if finding.is_doubtful() => "perhaps agree",
        Verdict::Agree => "agree",
        Verdict::Unique => "only in one",
    };
    if finding.subject.is_empty() {
        head.push(Ink::Strong, verdict);
    } else {
        head.push(Ink::Strong, &finding.subject);
        head.push(Ink::Faint, &format!(" {} {verdict}", page.dot()));
    }
    let size = format!(
        " {} {} in {}",
        page.dot(),
        counted(finding.claims.len(), "claim"),
        story.letters(finding).join(", ")
    );
    head.push(Ink::Faint, &size);
    page.row(&margin, &head, None);
}

fn write_conflicts(page: &mut Page<'_>, story: &Lookup<'_>, finding: &Finding) {
    if finding.conflicts.is_empty() {
        return;
    }
    section(page, "CONFLICTS");
    for (number, conflict) in finding.conflicts.iter().enumerate() {
        let mut row = Prose::of(Ink::Faint, &format!("{}: ", kind_words(&[conflict])));
        for (number, side) in [&conflict.a, &conflict.b].into_iter().enumerate() {
            row.push(Ink::Plain, if number == 0 { "" } else { " against " });
            row.push(Ink::Strong, &format!("[{}]", side.text));
            row.push(Ink::Faint, &format!(" {}", side.claim));
        }
        page.row(&sign(conflict.strength), &row, None);
        // Many pairs clash for one reason, which is then told once.
        let next = finding.conflicts.get(number + 1);
        if next.is_none_or(|next| next.why != conflict.why) {
            let mut margin = indented(2);
            margin.push(Ink::Faint, page.arrow());
            margin.pad(5);
            page.row(&margin, &Prose::of(Ink::Plain, &conflict.why), None);
        }
    }
    let together = values::reasons(story, finding);
    if finding.conflicts.len() > 1 && !together.is_empty() {
        page.gap();
        page.row(
            &indented(2),
            &Prose::of(Ink::Faint, "taken together:"),
            None,
        );
        for reason in together {
            page.row(&indented(2), &reason, None);
        }
    }
}

fn write_claims(page: &mut Page<'_>, story: &Lookup<'_>, finding: &Finding) {
    section(page, "CLAIMS");
    let claims = story.claims_of(finding);
    let columns = claims.iter().map(|claim| claim.id.len()).max().unwrap_or(0) + 4;
    for (number, claim) in claims.into_iter().enumerate() {
        if number > 0 {
            page.gap();
        }
        write_claim(page, story, claim, columns);
        write_other_findings(page, story, claim, finding, columns);
    }
}

fn write_claim(page: &mut Page<'_>, story: &Lookup<'_>, claim: &Claim, columns: usize) {
    let Some(article) = story.article_of(claim) else {
        return;
    };
    let mut margin = indented(2);
    margin.push(Ink::Strong, &claim.id);
    margin.pad(columns);
    let mut words = own_words(article, claim, page.ellipsis());
    words.append(&said(page, claim));
    words.append(&manner(claim));
    page.row(&margin, &words, None);
    let at = format!(
        " {} {}, bytes {} to {}",
        page.dot(),
        place(&article.text, claim.span),
        claim.span.start,
        claim.span.end
    );
    let mut stands = label_in(page, article, Ink::Faint, usize::MAX);
    stands.push(Ink::Faint, &at);
    page.row(&indented(columns), &stands, None);
    if let Some(speaker) = &claim.speaker {
        let resolved = if speaker.resolved {
            ", taken over from there"
        } else {
            ""
        };
        let words = article.text.get(speaker.span.start..speaker.span.end);
        let named = format!(
            "speaker named as \"{}\" at {}{resolved}",
            words.unwrap_or(&speaker.name),
            place(&article.text, speaker.span)
        );
        page.row(&indented(columns), &Prose::of(Ink::Faint, &named), None);
    }
    write_facts(page, claim, columns);
}

/// Where else a claim stands that states several things.
fn write_other_findings(
    page: &mut Page<'_>,
    story: &Lookup<'_>,
    claim: &Claim,
    finding: &Finding,
    columns: usize,
) {
    let findings = story.findings_of(claim).into_iter();
    let others: Vec<&str> = findings
        .map(|other| other.id.as_str())
        .filter(|id| *id != finding.id)
        .collect();
    if !others.is_empty() {
        let words = format!("stands in {} as well", others.join(", "));
        page.row(&indented(columns), &Prose::of(Ink::Faint, &words), None);
    }
}

fn write_nearest(page: &mut Page<'_>, story: &Lookup<'_>, finding: &Finding) {
    let nearest = finding.nearest.as_ref();
    let Some((nearest, claim)) = nearest.and_then(|near| Some((near, story.claim(&near.claim)?)))
    else {
        return;
    };
    section(page, "NEAREST");
    let belief = format!(
        "belief {:.2} that it states the same; it was not aligned",
        nearest.score
    );
    page.row(&indented(2), &Prose::of(Ink::Faint, &belief), None);
    write_claim(page, story, claim, claim.id.len() + 4);
}

fn write_links(page: &mut Page<'_>, finding: &Finding, view: &View) {
    if finding.links.is_empty() {
        return;
    }
    section(page, "LINKS");
    let legend = "weight (log odds), what was compared, its value";
    page.row(&indented(6), &Prose::of(Ink::Faint, legend), None);
    page.gap();
    let most = if view.all { usize::MAX } else { MOST_LINKS };
    for (number, link) in finding.links.iter().take(most).enumerate() {
        if number > 0 {
            page.gap();
        }
        write_link(page, link);
    }
    let left_out = finding.links.len().saturating_sub(most);
    if left_out > 0 {
        page.gap();
        let more = format!("{left_out} more: --all");
        page.row(&indented(2), &Prose::of(Ink::Faint, &more), None);
    }
}

/// Evidence that two values fit each other; it has no weight of its own.
const FITS: &str = "fits";
/// Fewest columns in which a note beside the figures can be read.
const NARROWEST_NOTE: usize = 16;

fn write_link(page: &mut Page<'_>, link: &Link) {
    let (ink, sign) = relation_sign(link.relation);
    let mut margin = Prose::of(ink, sign);
    margin.pad(2);
    let mut row = Prose::of(Ink::Strong, &format!("{} and {}", link.a, link.b));
    row.push(ink, &format!("  {}", relation_word(link.relation)));
    row.push(
        Ink::Faint,
        &format!(" {} belief {:.2}", page.dot(), link.score),
    );
    page.row(&margin, &row, None);
    let (guards, parts): (Vec<&Evidence>, Vec<&Evidence>) = link
        .evidence
        .iter()
        .partition(|evidence| evidence.part.starts_with(GUARD) || evidence.part == FITS);
    for guard in guards {
        let name = guard.part.trim_start_matches(GUARD).replace('-', " ");
        let fits = guard.part == FITS;
        let mut row = if fits {
            Prose::of(Ink::Agree, &name)
        } else {
            Prose::of(Ink::Soft, &format!("guard: {name}"))
        };
        if !guard.note.is_empty() {
            row.push(Ink::Plain, &format!(" {} {}", page.dot(), guard.note));
        }
        page.row(&indented(6), &row, None);
    }
    let columns = parts.iter().map(|part| part.part.len()).max().unwrap_or(0);
    for part in parts {
        let mut margin = indented(6);
        let weight = format!("{:+.2}", part.weight);
        let ink = if part.weight < 0.0 {
            Ink::Soft
        } else {
            Ink::Agree
        };
        margin.push(ink, &weight);
        margin.pad(13);
        margin.push(Ink::Plain, &part.part.replace('_', " "));
        margin.pad(15 + columns);
        margin.push(Ink::Plain, &format!("{:.2}", part.value));
        let note = Prose::of(Ink::Faint, &part.note);
        if page.width() < 22 + columns + NARROWEST_NOTE {
            page.row(&Prose::default(), &margin, None);
            page.row(&indented(13), &note, None);
        } else {
            margin.pad(22 + columns);
            page.row(&margin, &note, None);
        }
    }
}

fn section(page: &mut Page<'_>, words: &str) {
    page.gap();
    page.heading(Ink::Strong, words);
    page.gap();
}
