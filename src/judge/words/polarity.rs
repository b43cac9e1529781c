//! One says it, the other says that it is not so.
//!
//! ```text
//! No group has claimed the attack    Islamic State claimed the attack     clash
//! not only guards were hurt          guards were hurt                     none: the cue negates nothing
//! ```

use super::super::pair::{
    Clash, Content, Findings, Guard, Pair, Signs, Told, likeness as likeness_of, within,
};
use super::super::values::is_of_another_time;
use crate::segment::Token;
use crate::{ConflictKind, Modality, Relation, Scope, Span, Strength, lexicon};

/// Least rarity of the word that is denied here and stated there; commoner verbs ("be", "have") say too little.
const TELLING: f32 = 0.2;

/// Content words on either side that tell what is denied.
const NEAR: usize = 4;

/// Least likelihood of a verb.
const VERB: f32 = 0.4;

/// Looks for what one side negates and the other states.
pub(super) fn compare(pair: &Pair<'_>) -> Findings {
    let mut found = Findings::default();
    one_way(pair.a, pair.b, false, &mut found);
    one_way(pair.b, pair.a, true, &mut found);
    found
}

fn one_way(denying: &Told<'_>, stating: &Told<'_>, swapped: bool, found: &mut Findings) {
    for negation in &denying.claim.negations {
        let undone = denying.claim.negations.iter().any(|other| {
            other.cue != negation.cue
                && (other.scope.contains(negation.cue) || negation.scope.contains(other.cue))
        });
        if undone || !denies(&denying.text(negation.cue).to_lowercase()) {
            continue;
        }
        let denied: Vec<&Content<'_>> = denying
            .content
            .iter()
            .filter(|word| {
                negation.scope.contains(word.token.span) && !negation.cue.contains(word.token.span)
            })
            .collect();
        // the word that is denied is the first that carries the meaning: "not [respond] to inquiries"
        let head = denied.iter().find(|word| is_predicate(word));
        let best = head
            .filter(|word| word.rarity >= TELLING)
            .and_then(|word| Some((*word, stating.likest(word)?)));
        let Some((word, (theirs, likeness))) = best else {
            continue;
        };
        let negated_too = stating.claim.negations.iter().any(|other| {
            other.scope.overlaps(theirs.token.span) || other.cue.overlaps(theirs.token.span)
        });
        let denied_alike = || {
            let words = negation.cue.hull(word.token.span);
            let sentence = stating.sentence;
            sentence.has_words(&stating.article.text, denying.text(words))
        };
        if negated_too || is_denied_before(stating, theirs) || denied_alike() {
            found.fits.push(format!("both deny {}", word.token.lower));
            continue;
        }
        let weak = stating
            .claim
            .modals
            .iter()
            .any(|modal| modal.scope.overlaps(theirs.token.span));
        if weak
            && matches!(
                stating.claim.modality,
                Modality::Possible | Modality::Planned
            )
        {
            found.guards.push(Guard {
                name: "only-possible",
                note: format!("{} / {}", denying.text(negation.cue), theirs.token.lower),
                relation: Relation::Compatible,
            });
            continue;
        }
        found.clashes.push(clash(
            denying,
            stating,
            negation,
            (word, theirs, likeness),
            &denied,
            swapped,
        ));
    }
}

/// Whether a negation denies outright: "barely" and "few" weaken, "without" and "rather than" deny something else.
fn denies(cue: &str) -> bool {
    const WEAK: [&str; 12] = [
        "barely",
        "hardly",
        "scarcely",
        "few",
        "little",
        "rarely",
        "seldom",
        "without",
        "rather than",
        "instead of",
        "unlikely",
        "rather",
    ];
    !WEAK.contains(&cue)
}

/// A verb or an adjective: what can be denied of something.
fn is_predicate(word: &Content<'_>) -> bool {
    let lower = word.token.lower.as_str();
    let adjective = lexicon::is_adjective(lower) && !lexicon::is_noun(lower);
    !word.token.capitalised && (lexicon::verb_likelihood(lower) >= VERB || adjective)
}

/// Most bytes that are shown before or behind a predicate.
const SHOWN_LENGTH: usize = 60;

/// What the other side states: the predicate with what of the denied words follows it, and with its subject against
/// "no group" and the like.
fn stated(cue: &str, stating: &Told<'_>, predicate: Span, denied: &[&Content<'_>]) -> Span {
    let near =
        |span: Span| span.start >= predicate.start && span.end - predicate.start <= SHOWN_LENGTH;
    let following = stating
        .content
        .iter()
        .filter(|theirs| {
            near(theirs.token.span) && denied.iter().any(|word| word.likeness(theirs) > 0.0)
        })
        .fold(predicate, |whole, theirs| whole.hull(theirs.token.span));
    let of_subject = matches!(
        cue.to_lowercase().as_str(),
        "no" | "none" | "nobody" | "no one" | "neither" | "nothing"
    );
    let first = stating.words.first().map_or(predicate, |word| word.span);
    if of_subject && first.start < predicate.start && predicate.start - first.start <= SHOWN_LENGTH
    {
        first.hull(following)
    } else {
        following
    }
}

/// Words in front of a predicate among which a denial of it stands.
const DENIAL_REACH: usize = 4;

/// Whether a denial stands right in front of a word that no scope covers: "didn ' t" cut up by a careless hand.
fn is_denied_before(told: &Told<'_>, word: &Content<'_>) -> bool {
    let at = told
        .words
        .partition_point(|own| own.span.start < word.token.span.start);
    let mut before: Vec<&Token> = told.words[..at].to_vec();
    // "does not, as is often thought, work": what stands between commas is passed over
    if before.last().is_some_and(|last| last.lower == ",") {
        before.pop();
        let opens = before.iter().rposition(|own| own.lower == ",");
        before.truncate(opens.unwrap_or(before.len()));
    }
    before[before.len().saturating_sub(DENIAL_REACH)..]
        .iter()
        .any(|own| {
            let lower = own.lower.as_str();
            matches!(
                lower,
                "not" | "n't" | "t" | "never" | "no" | "nor" | "neither" | "without"
            ) || lower.ends_with("n't")
        })
}

fn clash(
    denying: &Told<'_>,
    stating: &Told<'_>,
    negation: &Scope,
    (word, theirs, likeness): (&Content<'_>, &Content<'_>, f32),
    denied: &[&Content<'_>],
    swapped: bool,
) -> Clash {
    // how much of what is denied the other side has
    let (mut whole, mut shared) = (0.0, 0.0);
    for word in denied {
        whole += word.rarity;
        let best = stating
            .content
            .iter()
            .map(|theirs| word.likeness(theirs))
            .fold(0.0, f32::max);
        shared += word.rarity * best;
    }
    let here = if word.token.span.start >= negation.cue.start {
        negation.cue.hull(word.token.span)
    } else {
        word.token.span.hull(negation.cue)
    };
    let there = stated(
        denying.text(negation.cue),
        stating,
        theirs.token.span,
        denied,
    );
    let why = format!(
        "\u{201c}{}\u{201d} denies what \u{201c}{}\u{201d} states",
        denying.text(here),
        stating.text(there)
    );
    let subject = |told: &Told<'_>, at: Span| -> Vec<String> {
        let before = told
            .content
            .iter()
            .filter(|word| word.token.span.end <= at.start);
        before.map(|word| word.token.stem.clone()).collect()
    };
    let ours = subject(denying, here);
    let same_subject = subject(stating, there)
        .iter()
        .any(|stem| ours.contains(stem));
    let (a, b) = if swapped {
        (there, here)
    } else {
        (here, there)
    };
    Clash {
        kind: ConflictKind::Polarity,
        strength: if likeness >= 1.0 {
            Strength::Hard
        } else {
            Strength::Soft
        },
        a,
        b,
        core: Some(if swapped {
            (theirs.token.span, word.token.span)
        } else {
            (word.token.span, theirs.token.span)
        }),
        why,
        signs: Signs {
            thing: likeness * word.rarity,
            event: f32::from(same_subject),
            gap: if whole > 0.0 { shared / whole } else { 0.0 },
            near: likeness_of(&denying.near(here, NEAR), &stating.near(there, NEAR)),
            others: within(word.token.span, &stating_quotes(denying)) as u8 as f32,
            on_record: is_on_record(word)
                && denies_of_whom(
                    denying,
                    negation,
                    word,
                    same_subject || names_one(denying, stating),
                )
                && !denying.is_infinitive(word)
                && !stating.is_infinitive(theirs)
                && !tells_of_others(stating)
                && ![denying, stating].into_iter().any(is_of_another_time),
        },
    }
}

/// What the police, courts and hospitals have on record of people: it happened, or it did not.
fn is_on_record(word: &Content<'_>) -> bool {
    const ON_RECORD: [&str; 14] = [
        "arrest",
        "detain",
        "charge",
        "indict",
        "convict",
        "acquit",
        "jail",
        "sentence",
        "kill",
        "die",
        "injure",
        "wound",
        "evacuate",
        "hospitalize",
    ];
    ON_RECORD.contains(&lexicon::verb_lemma(&word.token.lower))
}

/// Whether it is denied of everybody ("nobody", "no arrests"), or of one whom the other side tells of as well: "no passengers were hurt"
/// says nothing of the crew.
fn denies_of_whom(denying: &Told<'_>, negation: &Scope, word: &Content<'_>, same: bool) -> bool {
    match denying.text(negation.cue).to_lowercase().as_str() {
        "nobody" | "no one" | "none" => true,
        "no" => {
            let between = denying.words.iter().filter(|own| {
                own.span.start >= negation.cue.end && own.span.end <= word.token.span.start
            });
            between.count() == 0
        }
        _ => same,
    }
}

/// Whether both sentences name the same person or body.
fn names_one(denying: &Told<'_>, stating: &Told<'_>) -> bool {
    let ours = denying.entities();
    !ours.is_disjoint(&stating.entities())
}

/// "Two others were charged" does not deny that he was not.
fn tells_of_others(told: &Told<'_>) -> bool {
    let mut words = told.words.iter();
    words.any(|word| matches!(word.lower.as_str(), "other" | "others" | "another"))
}

/// Quotations of a claim.
fn stating_quotes(told: &Told<'_>) -> Vec<Span> {
    let facts = told.claim.facts.iter();
    facts
        .filter(|fact| fact.kind == crate::FactKind::Quotation)
        .map(|fact| fact.span)
        .collect()
}
