//! Scores quantities against the labelled cases of Recognizers-Text: numbers, ranges, ranks, shares, ages, money,
//! measures, temperatures.

use std::path::Path;

use storydiff::{Fact, FactKind, FactValue, Hedge, Measure, Quantity};

use crate::cases::{Label, Measured, score as score_file};

/// How far two values that are the same may lie apart, as a share of the value: what a factor of conversion loses.
const SAME: f64 = 1e-3;

/// How far the ends of our ranges may lie from those of the data: "1,000 to 5,000" leaves room for what was rounded.
const ROUNDED: f64 = 0.05;

/// Prints the figures for the data in `folder`.
pub(crate) fn score(folder: &Path) {
    let number = |m: Measure| !matches!(m, Measure::Ordinal | Measure::Label | Measure::Score);
    let range = |_: Measure| true;
    file(folder, "NumberModel.json", &number, &same_number);
    file(folder, "NumberRangeModel.json", &range, &same_range);
    file(
        folder,
        "OrdinalModel.json",
        &|m| m == Measure::Ordinal,
        &same_number,
    );
    file(
        folder,
        "PercentModel.json",
        &|m| m == Measure::Percent,
        &same_number,
    );
    file(folder, "AgeModel.json", &|m| m == Measure::Age, &same_unit);
    file(
        folder,
        "CurrencyModel.json",
        &|m| m == Measure::Money,
        &same_unit,
    );
    file(folder, "DimensionModel.json", &is_dimension, &same_unit);
    file(
        folder,
        "TemperatureModel.json",
        &|m| m == Measure::Temperature,
        &same_unit,
    );
}

fn file(
    folder: &Path,
    name: &str,
    measures: &dyn Fn(Measure) -> bool,
    same: &dyn Fn(&Label, &Quantity) -> bool,
) {
    score_file(
        folder,
        &Measured {
            file: name,
            kind: FactKind::Quantity,
            counts: &|fact| {
                quantity(fact).is_some_and(|q| measures(q.measure) && is_hedged_range(name, q))
            },
            aside: &aside,
            right: &|label, fact| quantity(fact).is_some_and(|q| same(label, q)),
        },
    );
}

/// The file of ranges labels no plain numbers.
fn is_hedged_range(name: &str, quantity: &Quantity) -> bool {
    name != "NumberRangeModel.json" || quantity.interval.low != quantity.interval.high
}

fn quantity(fact: &Fact) -> Option<&Quantity> {
    match &fact.value {
        FactValue::Quantity(quantity) => Some(quantity),
        _ => None,
    }
}

fn aside(label: &Label) -> Option<&'static str> {
    if label.type_name == "ordinal.relative" {
        return Some("place told from the end or from here: \"the next one\"");
    }
    if label
        .resolution
        .get("value")
        .is_none_or(serde_json::Value::is_null)
    {
        return Some("unit without a number");
    }
    if label.resolved("subtype") == Some("power") {
        return Some("power of ten or root: no number that news prints");
    }
    let unit = label.resolved("unit")?;
    let unprinted = [
        "Picometer",
        "Decimeter",
        "Turn",
        "Radian",
        "Dram",
        "Tablespoon",
        "Teaspoon",
        "Cup",
        "Satoshi",
        "Meter per millisecond",
        "Centimeter per millisecond",
        "Kilometer per millisecond",
        "Microgram",
    ];
    if unprinted.contains(&unit) {
        return Some("unit that news does not print");
    }
    (label.type_name == "dimension" && unit == "Degree").then_some("angle")
}

fn is_dimension(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::Length
            | Measure::Area
            | Measure::Volume
            | Measure::Mass
            | Measure::Speed
            | Measure::Data
    )
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= SAME * b.abs().max(1e-9)
}

fn same_number(label: &Label, quantity: &Quantity) -> bool {
    let Some(value) = label.resolved("value") else {
        return false;
    };
    let Ok(value) = value.trim_end_matches('%').parse::<f64>() else {
        return false;
    };
    let ends = [
        quantity.nominal,
        quantity.interval.low,
        quantity.interval.high,
    ];
    let within = quantity.hedge == Hedge::Vague
        && quantity.interval.low.is_some_and(|low| low <= value)
        && quantity.interval.high.is_some_and(|high| value <= high);
    within || ends.into_iter().flatten().any(|end| same(end, value))
}

/// `(100,300)`, `[5,)`: whether an end counts in is not compared.
fn same_range(label: &Label, quantity: &Quantity) -> bool {
    let value = label.resolved("value").unwrap_or_default();
    let mut ends = value
        .trim_matches(['(', ')', '[', ']'])
        .split(',')
        .map(|end| end.trim().parse::<f64>().ok());
    let (low, high) = (ends.next().flatten(), ends.next().flatten());
    let near = |ours: Option<f64>, theirs: Option<f64>| match (ours, theirs) {
        // a count above or below a number starts one further on
        (Some(ours), Some(theirs)) => (ours - theirs).abs() <= (ROUNDED * theirs.abs()).max(1.0),
        (None, None) => true,
        // no count is less than nothing
        (Some(ours), None) => ours == 0.0,
        (None, Some(_)) => false,
    };
    near(quantity.interval.low, low) && near(quantity.interval.high, high)
}

fn same_unit(label: &Label, quantity: &Quantity) -> bool {
    let (Some(value), Some(unit)) = (label.resolved("value"), label.resolved("unit")) else {
        return false;
    };
    let Ok(value) = value.parse::<f64>() else {
        return false;
    };
    let Some(nominal) = quantity.nominal else {
        return false;
    };
    if unit == "F" {
        return (nominal - (value - 32.0) * 5.0 / 9.0).abs() < 0.01;
    }
    let (factor, names) = match (label.type_name.as_str(), unit) {
        ("dimension", "Pound") => (0.453_592_37, "kg"),
        ("dimension", "Ton") => (907.184_74, "kg"),
        _ => canonical(unit),
    };
    let name = label.resolved("isoCurrency").unwrap_or(names);
    let named = quantity.unit.as_deref().unwrap_or_default();
    same(nominal, value * factor) && (name == named || name.is_empty())
}

/// Worth of a unit of the data in ours, and our name for it; no name where any will do.
fn canonical(unit: &str) -> (f64, &'static str) {
    match unit {
        "Year" => (1.0, "year"),
        "Month" => (1.0 / 12.0, "year"),
        "Week" => (7.0 / 365.25, "year"),
        "Day" => (1.0 / 365.25, "year"),
        "Dollar" => (1.0, "USD"),
        "Cent" | "Penny" => (0.01, ""),
        "Pence" => (0.01, "GBP"),
        "Euro" => (1.0, "EUR"),
        "Mile" => (1609.344, "m"),
        "Foot" => (0.3048, "m"),
        "Inch" => (0.0254, "m"),
        "Kilometer" => (1000.0, "m"),
        "Centimeter" => (0.01, "m"),
        "Millimeter" => (0.001, "m"),
        "Square kilometer" => (1e6, "m2"),
        "Acre" => (4_046.856_422_4, "m2"),
        "Gallon" => (0.003_785_411_784, "m3"),
        "Barrel" => (0.158_987_294_928, "m3"),
        "Milliliter" => (1e-6, "m3"),
        "Cubic foot" => (0.028_316_846_592, "m3"),
        "Pound" => (1.0, "GBP"),
        "Ounce" => (0.028_349_523_125, "kg"),
        "Gram" => (0.001, "kg"),
        "Metric ton" => (1000.0, "kg"),
        "Mile per hour" => (1.609_344, "km/h"),
        "Megabyte" => (1e6, ""),
        "Megabit" => (125_000.0, ""),
        "Bit" => (0.125, ""),
        _ => (1.0, ""),
    }
}
