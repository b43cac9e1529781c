//! Typed values found in claims: what can be compared without understanding the sentence.

mod overlap;

pub(crate) use overlap::part_of_day;

use jiff::civil::DateTime;
use schemars::JsonSchema;
use serde::Serialize;

use crate::Span;

/// A typed value in a claim, with the exact words that state it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Fact {
    /// Sort of value.
    pub kind: FactKind,
    /// The words, in the article's text. Includes hedge and unit: `at least four`, `$2.6 million`.
    pub span: Span,
    /// The slice of the text at `span`.
    pub text: String,
    /// What the words stand for.
    pub value: FactValue,
}

/// Sort of a [`Fact`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FactKind {
    /// Number, money, per cent, age, rank, measure, score, odds.
    Quantity,
    /// Date, time of day, period.
    Time,
    /// Human being.
    Person,
    /// Company, agency, party, team, militia.
    Organisation,
    /// Country, city, street, building.
    Place,
    /// Proper name of a sort that could not be told.
    Name,
    /// Words in quotation marks.
    Quotation,
}

/// What the words of a [`Fact`] stand for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
#[non_exhaustive]
pub enum FactValue {
    /// For [`FactKind::Quantity`].
    Quantity(Quantity),
    /// For [`FactKind::Time`].
    Time(TimeValue),
    /// For persons, organisations, places and other names.
    Name(NameValue),
    /// For [`FactKind::Quotation`].
    Quotation(QuotationValue),
}

/// A quantity as the set of readings that its words allow.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Quantity {
    /// What is measured.
    pub measure: Measure,
    /// All values that the words allow, in `unit`.
    pub interval: Interval,
    /// The number as it was written, in `unit`, when one was: 40 for "more than 40".
    pub nominal: Option<f64>,
    /// How the writer hedged.
    pub hedge: Hedge,
    /// Canonical unit after conversion: `m`, `m2`, `kg`, `km/h`, `C`, `year`, `USD`; `None` for plain counts.
    pub unit: Option<String>,
    /// Head noun of what is counted, lower case, singular: `guard` for "six of his guards".
    pub counted: Option<String>,
    /// Whole noun phrase that is counted, as written, without the number: `Iraqi security guards`.
    pub counted_phrase: Option<String>,
    /// What happened to or was done by the counted, as a lemma next to the number: `kill`, `injure`, `arrest`.
    pub event: Option<String>,
}

/// What a [`Quantity`] measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Measure {
    /// How many.
    Count,
    /// Which in an order: "third".
    Ordinal,
    /// Money; `unit` is the ISO 4217 code.
    Money,
    /// Share of a hundred.
    Percent,
    /// Difference of two shares.
    PercentagePoints,
    /// Age of a person or thing, in years.
    Age,
    /// Length or distance, in metres.
    Length,
    /// In square metres.
    Area,
    /// In cubic metres.
    Volume,
    /// In kilograms.
    Mass,
    /// In kilometres an hour.
    Speed,
    /// In degrees Celsius.
    Temperature,
    /// Length of time, in seconds.
    Duration,
    /// Bytes.
    Data,
    /// Two sides of a result, "3-1"; interval is the first side, `nominal` the second side is kept in `unit`.
    Score,
    /// Chance or betting odds, "3 to 1".
    Odds,
    /// Earthquake magnitude.
    Magnitude,
    /// Fraction: "two thirds", "half of".
    Fraction,
    /// Designation, not an amount: "Flight 370", "Article 50", "IE 7". Compared for identity only.
    Label,
}

/// A closed interval; `None` is unbounded.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Interval {
    /// Least value allowed.
    pub low: Option<f64>,
    /// Greatest value allowed.
    pub high: Option<f64>,
}

/// How a number is hedged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Hedge {
    /// "four"
    Exact,
    /// "about four", "roughly", "some 40"
    About,
    /// "at least four"
    AtLeast,
    /// "more than four"
    MoreThan,
    /// "at most four", "up to four"
    AtMost,
    /// "fewer than four"
    LessThan,
    /// "nearly four", "almost"
    Nearly,
    /// "four to six", "between four and six"
    Range,
    /// "several", "dozens", "hundreds"
    Vague,
}

/// A time as the interval that its words allow.
///
/// Both ends are civil times as written; `parts.offset` tells the zone when the words name one.
/// One end alone may be missing: "since 2015" is open at its end, "before Monday" at its start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TimeValue {
    /// Earliest moment, local to the story; `None` when it could not be anchored.
    #[schemars(with = "Option<String>")]
    pub earliest: Option<DateTime>,
    /// Latest moment (inclusive); `None` when it could not be anchored.
    #[schemars(with = "Option<String>")]
    pub latest: Option<DateTime>,
    /// How fine the words are.
    pub grain: Grain,
    /// What the words say when there is no anchor: weekday, month, clock time.
    pub parts: TimeParts,
    /// How it was placed.
    pub anchor: Anchor,
}

/// The components that the words themselves name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TimeParts {
    /// Year, such as 2021.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<i8>,
    /// 1 to 31.
    pub day: Option<i8>,
    /// 1 = Monday to 7 = Sunday.
    pub weekday: Option<i8>,
    /// Minutes after midnight as written (before any zone shift).
    pub clock: Option<i16>,
    /// Offset from UTC in minutes, when a zone is named ("GMT", "EST").
    pub offset: Option<i16>,
    /// Lower-case name of a part of the day ("morning") or a relative word ("yesterday", "last month").
    pub word: Option<String>,
    /// Whether the words bound or blur the time rather than name it: "before 10 a.m.", "about noon", "9 o'clock"
    /// without a word on which half of the day.
    #[serde(skip)]
    pub loose: bool,
    /// Whether the clock may be of the morning or of the evening: "9 o'clock", "twenty past six".
    #[serde(skip)]
    pub either_half: bool,
}

/// How fine a [`TimeValue`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Grain {
    /// Clock time.
    Minute,
    /// "9 am", "around 9 o'clock"
    Hour,
    /// "Sunday morning"
    PartOfDay,
    /// One day.
    Day,
    /// Week or weekend.
    Week,
    /// One month.
    Month,
    /// Season or quarter.
    Quarter,
    /// One year.
    Year,
    /// Decade or more.
    Decade,
}

/// How a [`TimeValue`] was placed on the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Anchor {
    /// The words say it all ("7 November 2021").
    Absolute,
    /// Relative to the article's date.
    Published,
    /// Nothing to place it by.
    Unresolved,
}

/// A proper name and whom it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NameValue {
    /// Fullest form in the story: "Antony Blinken" for "Secretary Blinken".
    pub canonical: String,
    /// Number of the entity: equal for all mentions, in all articles, of one and the same.
    pub entity: usize,
    /// Title or role written with the name: "Secretary", "Police Lt.".
    pub title: Option<String>,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuotationValue {
    /// Words inside the marks, lower case, without punctuation.
    pub words: Vec<String>,
}
