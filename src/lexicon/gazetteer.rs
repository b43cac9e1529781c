//! Names that are known beforehand: countries, towns, given names, family names.

use std::sync::LazyLock;

use super::tables::{self, Table};

static NAMES: Table =
    LazyLock::new(|| tables::open(include_bytes!("../../data/lexicon/gazetteer.fst")));

/// What a gazetteer knows about a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Gazetteer {
    /// Country or territory.
    Country,
    /// Town of note.
    City,
    /// State or province.
    Region,
    /// Given name.
    GivenName,
    /// Family name.
    FamilyName,
}

/// Whether a name is given to women or to men.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// "Michelle"
    Female,
    /// "Bill"
    Male,
}

/// The sorts by their bits in the table.
const SORTS: [Gazetteer; 5] = [
    Gazetteer::Country,
    Gazetteer::City,
    Gazetteer::Region,
    Gazetteer::GivenName,
    Gazetteer::FamilyName,
];

/// `SUBSETS[bits]`: the sorts whose bits are set, and how many they are.
static SUBSETS: [([Gazetteer; 5], usize); 32] = subsets();

const fn subsets() -> [([Gazetteer; 5], usize); 32] {
    let mut all = [(SORTS, 0); 32];
    let mut bits = 0;
    while bits < 32 {
        let mut sort = 0;
        while sort < 5 {
            if bits & 1 << sort != 0 {
                all[bits].0[all[bits].1] = SORTS[sort];
                all[bits].1 += 1;
            }
            sort += 1;
        }
        bits += 1;
    }
    all
}

/// Everything the gazetteers list under a name (lower case, words parted by one space).
#[must_use]
pub fn gazetteer(name: &str) -> &'static [Gazetteer] {
    let bits = tables::get(&NAMES, name).unwrap_or(0) as usize & 31;
    let (sorts, count) = &SUBSETS[bits];
    &sorts[..*count]
}

/// Whether a given name (lower case) is one of women or of men, where usage is clear.
#[must_use]
pub fn sex_of_given_name(name: &str) -> Option<Sex> {
    match tables::get(&NAMES, name)? >> 5 {
        1 => Some(Sex::Female),
        2 => Some(Sex::Male),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_of_names() {
        for (name, sort) in [
            ("iraq", Gazetteer::Country),
            ("u.s.", Gazetteer::Country),
            ("baghdad", Gazetteer::City),
            ("troy", Gazetteer::City),
            ("troy", Gazetteer::GivenName),
            ("michigan", Gazetteer::Region),
            ("michelle", Gazetteer::GivenName),
            ("smith", Gazetteer::FamilyName),
            ("los angeles", Gazetteer::City),
        ] {
            let all = gazetteer(name);
            assert!(all.contains(&sort), "{name} {all:?}");
            assert!(all.is_sorted());
        }
        assert!(gazetteer("").is_empty());
        assert!(gazetteer("drone strike").is_empty());
    }

    #[test]
    fn sexes() {
        assert_eq!(sex_of_given_name("michelle"), Some(Sex::Female));
        assert_eq!(sex_of_given_name("bill"), Some(Sex::Male));
        assert_eq!(sex_of_given_name("baghdad"), None);
    }
}
