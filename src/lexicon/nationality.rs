//! Places under other names: demonyms, short forms, newspaper abbreviations of states.

use std::collections::HashMap;
use std::sync::LazyLock;

struct Countries {
    by_demonym: HashMap<&'static str, &'static str>,
    by_other_name: HashMap<&'static str, &'static str>,
}

static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| {
    let mut countries = Countries {
        by_demonym: HashMap::new(),
        by_other_name: HashMap::new(),
    };
    for line in entries(include_str!("../../data/countries.txt")) {
        let mut columns = line.split('|').map(str::trim);
        let name = columns.next().unwrap_or_default();
        let mut words = || {
            let column = columns.next().unwrap_or_default();
            column.split(';').filter(|word| !word.is_empty())
        };
        countries
            .by_other_name
            .extend(words().map(|other| (other, name)));
        countries
            .by_demonym
            .extend(words().map(|demonym| (demonym, name)));
    }
    countries
});

static STATES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    entries(include_str!("../../data/us_states.txt"))
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Country of a nationality or demonym in lower case: "iraqi" -> "iraq".
#[must_use]
pub fn country_of_demonym(lower: &str) -> Option<&'static str> {
    COUNTRIES.by_demonym.get(lower).copied()
}

/// Usual name of a country or region known under several, in lower case: "u.s." -> "united states".
#[must_use]
pub fn canonical_place(lower: &str) -> Option<&'static str> {
    COUNTRIES.by_other_name.get(lower).copied()
}

/// State that an abbreviation stands for: "Mich." or "MI" -> "michigan". Pointed forms in any case, postal
/// forms in capitals only ("OR" is a state, "or" is not).
#[must_use]
pub fn state_of_abbreviation(written: &str) -> Option<&'static str> {
    if written.contains('.') {
        STATES.get(written.to_lowercase().as_str()).copied()
    } else {
        STATES.get(written).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn demonyms_and_other_names() {
        assert_eq!(country_of_demonym("iraqi"), Some("iraq"));
        assert_eq!(country_of_demonym("americans"), Some("united states"));
        assert_eq!(country_of_demonym("north korean"), Some("north korea"));
        assert_eq!(country_of_demonym("police"), None);
        assert_eq!(canonical_place("u.s."), Some("united states"));
        assert_eq!(canonical_place("britain"), Some("united kingdom"));
        assert_eq!(canonical_place("iraq"), None);
    }

    #[test]
    fn abbreviations_of_states() {
        assert_eq!(state_of_abbreviation("Mich."), Some("michigan"));
        assert_eq!(state_of_abbreviation("MICH."), Some("michigan"));
        assert_eq!(state_of_abbreviation("N.Y."), Some("new york"));
        assert_eq!(state_of_abbreviation("OR"), Some("oregon"));
        assert_eq!(state_of_abbreviation("or"), None);
        assert_eq!(state_of_abbreviation("Mich"), None);
    }
}
