//! The result: everything a report shows, made once.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{Article, Claim, Judge, Span};

/// Version of the JSON form of [`Comparison`].
pub const SCHEMA_VERSION: u32 = 1;

/// What comparing the articles of one story found.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Comparison {
    /// Always [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Who judged: [`Judge::Fast`] or [`Judge::Neural`].
    pub judge: Judge,
    /// In the order given.
    pub articles: Vec<Article>,
    /// All claims, article by article, in text order.
    pub claims: Vec<Claim>,
    /// Conflicts first (gravest first), then agreements (most articles first), then unique ones by article.
    pub findings: Vec<Finding>,
    /// Conflicts inside one article.
    pub internal: Vec<Conflict>,
    /// Articles that share words: the same report first.
    pub copies: Vec<Copied>,
}

/// Articles that carry the same words.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Copied {
    /// Ids of the articles, in their order.
    pub articles: Vec<String>,
    /// Whether they carry one report, rather than share a passage.
    pub whole: bool,
    /// Sentences that they share, small changes apart; of several articles the fewest of two.
    pub sentences: usize,
    /// Share of the words of the shorter one that these sentences have, 0 to 1; of several articles the least of two.
    pub share: f64,
}

impl Comparison {
    /// How many findings come to a verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        let of_verdict = |finding: &&Finding| finding.verdict == verdict;
        self.findings.iter().filter(of_verdict).count()
    }

    /// How many of its agreements are doubtful ([`Finding::is_doubtful`]).
    #[must_use]
    pub fn count_doubtful(&self) -> usize {
        let doubtful = |finding: &&Finding| finding.is_doubtful();
        self.findings.iter().filter(doubtful).count()
    }

    /// All conflicts: those of the findings, then those inside one article.
    pub fn conflicts(&self) -> impl Iterator<Item = &Conflict> {
        let between = self.findings.iter().flat_map(|finding| &finding.conflicts);
        between.chain(&self.internal)
    }

    /// Whether any two claims conflict, between articles or inside one.
    #[must_use]
    pub fn has_conflict(&self) -> bool {
        let conflicting = |finding: &Finding| finding.verdict == Verdict::Conflict;
        !self.internal.is_empty() || self.findings.iter().any(conflicting)
    }
}

/// The claims of all articles about one thing.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Finding {
    /// `F1`, `F2`, ... in report order.
    pub id: String,
    /// What the claims come to.
    pub verdict: Verdict,
    /// Short words for what it is about: shared head words, or the clashing values' noun.
    pub subject: String,
    /// Ids of the claims, in article and text order.
    pub claims: Vec<String>,
    /// How many of its articles are independent: copies of one report, and outlets that belong together, count once.
    pub origins: usize,
    /// Pairs of claims that were scored, best first.
    pub links: Vec<Link>,
    /// Conflicts among the claims, gravest first.
    pub conflicts: Vec<Conflict>,
    /// For a unique finding: the nearest claim of another article, which it did not join.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<Nearest>,
}

/// Belief from which an agreement is told without a "perhaps": likelier than not.
const LIKELY: f64 = 0.5;

impl Finding {
    /// Whether it is an agreement of which no two claims are likelier than not to state a common fact: reports say "perhaps" and list it
    /// last. On our own stories (neural judge) 352 of 594 such findings hold a pair that does state one, and 2,319 of 2,509 others;
    /// of those with a pair believed at .9 or more, 99 in 100.
    ///
    /// ```
    /// let article = |id| storydiff::Article::new(id, id, "The mill burned down on Monday.");
    /// let comparison = storydiff::compare(vec![article("A"), article("B")], &storydiff::Options::default());
    /// assert!(!comparison.findings[0].is_doubtful(), "the two say the same");
    /// ```
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        let likely = |link: &Link| link.score >= LIKELY;
        self.verdict == Verdict::Agree && !self.links.iter().any(likely)
    }
}

/// What the claims of a finding come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Two of its claims cannot both hold.
    Conflict,
    /// Claims of two or more articles, and no conflict.
    Agree,
    /// Claims of one article only.
    Unique,
}

/// Two claims of one finding.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Link {
    /// Id of the claim of the earlier article.
    pub a: String,
    /// Id of the other claim.
    pub b: String,
    /// Belief that the two state a common fact, 0 to 1.
    pub score: f64,
    /// How they relate.
    pub relation: Relation,
    /// What made the score and the relation, in order of weight.
    pub evidence: Vec<Evidence>,
}

/// How two claims relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Relation {
    /// Say the same.
    Same,
    /// Differ in words or precision, both can hold ("dozens", "43").
    Compatible,
    /// One says more.
    Refines,
    /// A later count or state.
    Updated,
    /// Two speakers who say different things.
    OtherSpeaker,
    /// About another part, place or time.
    OtherScope,
    /// Cannot both hold.
    Conflict,
}

/// One part of a score, or one guard that fired.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Evidence {
    /// Name of the part or guard: `rare_words`, `numbers`, `guard:other-thing-counted`.
    pub part: String,
    /// Raw value of the part (0 to 1 for scores).
    pub value: f64,
    /// What it added to the score, in log odds; 0 for guards.
    pub weight: f64,
    /// In words, with what was compared: `drone, residence, explosives`.
    pub note: String,
}

/// Two facts or claims that cannot both hold.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Conflict {
    /// What sort.
    pub kind: ConflictKind,
    /// How sure.
    pub strength: Strength,
    /// One sentence of why.
    pub why: String,
    /// One side.
    pub a: Side,
    /// The other side.
    pub b: Side,
}

/// One side of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Side {
    /// Id of the claim.
    pub claim: String,
    /// The clashing words.
    pub span: Span,
    /// The slice of the article's text at `span`.
    pub text: String,
}

/// Sort of a [`Conflict`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ConflictKind {
    /// Counts, money, measures, ages.
    Number,
    /// Dates and clock times.
    DateTime,
    /// Where.
    Place,
    /// Who, or how it is spelt.
    Name,
    /// One says it, the other denies it.
    Polarity,
    /// Opposite words.
    Antonym,
    /// Stated as fact here, as possibility there.
    Modality,
    /// Who said it.
    Attribution,
    /// One utterance, other words.
    Quote,
    /// Why it happened.
    Cause,
    /// Anything else.
    Other,
}

/// How sure a [`Conflict`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Cannot both be right as they stand.
    Hard,
    /// In tension; both could be right.
    Soft,
}

/// The best candidate that was not joined.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Nearest {
    /// Id of the claim.
    pub claim: String,
    /// Belief that it states a common fact, 0 to 1; other claims can speak against a likely one.
    pub score: f64,
}
