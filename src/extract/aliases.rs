//! One entity, many names: "Secretary Blinken" = "Antony Blinken", "SAF" = "Sudan Armed Forces".
//!
//! Forms, not mentions, are tied: all "Blinken" of a story are one entity unless two full names end so.
//!
//! ```text
//! Antony Blinken, Blinken              one: a last name with one owner
//! Bill Clinton, Hillary Clinton        two; a bare Clinton stays by itself
//! Sudan Armed Forces, SAF              one: the initials
//! Kadhimi, Kadhemi; Mustafa al-Kadhimi one: a letter apart, and rare
//! U.S., America                        one: the gazetteer says so
//! ```

mod forms;

use std::collections::{BTreeMap, HashMap};

use crate::{Article, Fact, FactKind, FactValue, lexicon};
use forms::Form;

/// Numbers the entities of all articles and sets each name's `canonical` and `entity`.
///
/// `facts[article][sentence]` are the facts of a sentence. Independent of the order of articles but for the numbers.
pub(super) fn link(_articles: &[Article], facts: &mut [Vec<Vec<Fact>>]) {
    // forms in alphabetical order: ties fall the same whatever the order of articles
    let mut by_key: BTreeMap<String, Form> = BTreeMap::new();
    for fact in facts.iter().flatten().flatten() {
        if let FactValue::Name(name) = &fact.value {
            let form = Form::of(&name.canonical);
            let known = by_key.entry(form.key.clone()).or_insert(form);
            known.see(fact.kind, &name.canonical, name.title.is_some());
        }
    }
    let forms: Vec<Form> = by_key.into_values().collect();
    let roots = Ties::new(&forms).roots();
    let entities = entities(&forms, &roots);
    let place_of: HashMap<&str, usize> = forms
        .iter()
        .enumerate()
        .map(|(at, form)| (form.key.as_str(), at))
        .collect();
    let mut numbers: HashMap<usize, usize> = HashMap::new();
    for fact in facts.iter_mut().flatten().flatten() {
        if let FactValue::Name(name) = &mut fact.value {
            let key = forms::key(&name.canonical);
            let Some(&at) = place_of.get(key.as_str()) else {
                continue;
            };
            let root = roots[at];
            let next = numbers.len();
            name.entity = *numbers.entry(root).or_insert(next);
            let entity = &entities[&root];
            name.canonical.clone_from(&entity.canonical);
            fact.kind = entity.kind;
        }
    }
}

struct Entity {
    canonical: String,
    kind: FactKind,
}

/// The fullest form and the likeliest kind of each entity, by its root.
fn entities(forms: &[Form], roots: &[usize]) -> HashMap<usize, Entity> {
    let mut members: HashMap<usize, Vec<&Form>> = HashMap::new();
    for (form, &root) in forms.iter().zip(roots) {
        members.entry(root).or_default().push(form);
    }
    members
        .into_iter()
        .map(|(root, forms)| {
            let fullest = forms
                .iter()
                .max_by_key(|form| (form.words.len(), form.seen, form.written.len()));
            let mut votes: BTreeMap<FactKind, usize> = BTreeMap::new();
            for form in &forms {
                for (kind, count) in &form.kinds {
                    // a kind that is known beats a name of unknown kind, however frequent
                    let weight = if *kind == FactKind::Name { 0 } else { *count };
                    *votes.entry(*kind).or_default() += weight;
                }
                if form.titled {
                    *votes.entry(FactKind::Person).or_default() += forms.len() * 10;
                }
            }
            let kind = votes
                .into_iter()
                .max_by_key(|(kind, votes)| (*votes, std::cmp::Reverse(*kind)));
            let entity = Entity {
                canonical: fullest.map_or_else(String::new, |form| form.written.clone()),
                kind: kind.map_or(FactKind::Name, |(kind, _)| kind),
            };
            (root, entity)
        })
        .collect()
}

/// Which forms stand for one entity.
struct Ties<'a> {
    forms: &'a [Form],
    parents: Vec<usize>,
}

impl<'a> Ties<'a> {
    fn new(forms: &'a [Form]) -> Self {
        let mut ties = Self {
            forms,
            parents: (0..forms.len()).collect(),
        };
        ties.tie_places();
        ties.tie_spellings();
        ties.tie_fuller_names();
        ties.tie_acronyms();
        ties.tie_parts();
        ties
    }

    fn roots(mut self) -> Vec<usize> {
        (0..self.forms.len()).map(|at| self.root(at)).collect()
    }

    fn root(&mut self, at: usize) -> usize {
        let mut root = at;
        while self.parents[root] != root {
            root = self.parents[root];
        }
        self.parents[at] = root;
        root
    }

    fn tie(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b)] = a.min(b);
    }

    /// "U.S." and "America"
    fn tie_places(&mut self) {
        let mut first: HashMap<&str, usize> = HashMap::new();
        for (at, form) in self.forms.iter().enumerate() {
            let whole = form.written.to_lowercase();
            let Some(place) =
                lexicon::canonical_place(&whole).or_else(|| lexicon::canonical_place(&form.key))
            else {
                continue;
            };
            let named = self.forms.iter().position(|other| other.key == place);
            let owner = *first.entry(place).or_insert(named.unwrap_or(at));
            self.tie(at, owner);
        }
    }

    /// "Mustafa al-Kadhimi" and "Mustafa al-Kadhemi"
    fn tie_spellings(&mut self) {
        let mut buckets: HashMap<(usize, char), Vec<usize>> = HashMap::new();
        for (at, form) in self.forms.iter().enumerate() {
            let first = form
                .words
                .last()
                .and_then(|word| word.chars().next())
                .unwrap_or(' ');
            buckets
                .entry((form.words.len(), first))
                .or_default()
                .push(at);
        }
        let mut buckets: Vec<Vec<usize>> = buckets.into_values().collect();
        buckets.sort_unstable();
        for bucket in buckets {
            for (number, &a) in bucket.iter().enumerate() {
                for &b in &bucket[number + 1..] {
                    if self.forms[a].is_spelling_of(&self.forms[b]) {
                        self.tie(a, b);
                    }
                }
            }
        }
    }

    /// "Robert Pickell" and "Robert J. Pickell": the same first and last word.
    fn tie_fuller_names(&mut self) {
        let mut first: HashMap<(&str, &str), usize> = HashMap::new();
        for (at, form) in self.forms.iter().enumerate() {
            if let [start, .., end] = &form.words[..]
                && !form.is_organisation()
            {
                let owner = *first.entry((start, end)).or_insert(at);
                self.tie(at, owner);
            }
        }
    }

    /// "SAF" and "Sudan Armed Forces"
    fn tie_acronyms(&mut self) {
        let by_initials: HashMap<String, usize> = self
            .forms
            .iter()
            .enumerate()
            .filter(|(_, form)| form.words.len() > 1 && !form.is_person())
            .map(|(at, form)| (form.initials(), at))
            .collect();
        for (at, form) in self.forms.iter().enumerate() {
            if form.acronym
                && let Some(&owner) = by_initials.get(&form.key.replace(' ', ""))
            {
                self.tie(at, owner);
            }
        }
    }

    /// "Blinken", "Apple Inc", "Times": a part that belongs to one longer name alone.
    fn tie_parts(&mut self) {
        let mut owners: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, form) in self
            .forms
            .iter()
            .enumerate()
            .filter(|(_, form)| form.words.len() > 1)
        {
            for word in form.parts() {
                owners.entry(word).or_default().push(at);
            }
        }
        for (at, form) in self.forms.iter().enumerate() {
            let [word] = &form.words[..] else {
                continue;
            };
            let Some(owners) = owners.get(word.as_str()) else {
                continue;
            };
            let roots: Vec<usize> = owners.iter().map(|&owner| self.root(owner)).collect();
            let one = roots.windows(2).all(|pair| pair[0] == pair[1]);
            if one
                && owners
                    .iter()
                    .all(|&owner| form.can_be_part_of(&self.forms[owner]))
            {
                self.tie(at, owners[0]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{NameValue, Span};

    /// Entity numbers of names, each in an article of its own.
    fn numbers(names: &[(&str, FactKind)]) -> Vec<usize> {
        let mut facts: Vec<Vec<Vec<Fact>>> = names
            .iter()
            .map(|(name, kind)| {
                let value = NameValue {
                    canonical: (*name).to_owned(),
                    entity: 0,
                    title: None,
                };
                vec![vec![Fact::new(
                    *kind,
                    name,
                    Span::new(0, name.len()),
                    FactValue::Name(value),
                )]]
            })
            .collect();
        link(&[], &mut facts);
        let value = |fact: &Fact| match &fact.value {
            FactValue::Name(name) => name.entity,
            _ => panic!("a name"),
        };
        facts.iter().flatten().flatten().map(value).collect()
    }

    use FactKind::{Name, Organisation, Person, Place};

    #[test]
    fn one_entity() {
        for names in [
            &[("Antony Blinken", Person), ("Blinken", Name)][..],
            &[("Sudan Armed Forces", Organisation), ("SAF", Organisation)],
            &[
                ("U.S.", Place),
                ("United States", Place),
                ("America", Place),
            ],
            &[
                ("Mustafa al-Kadhimi", Person),
                ("Kadhimi", Name),
                ("al-Kadhimi", Name),
            ],
            &[("Kadhimi", Name), ("Kadhemi", Name)],
            &[("Robert Pickell", Person), ("Robert J. Pickell", Person)],
            &[("Apple", Name), ("Apple Inc", Organisation)],
            &[("José Ruiz", Person), ("Jose Ruiz", Person)],
        ] {
            assert!(
                numbers(names).iter().all(|&number| number == 0),
                "{names:?}"
            );
        }
    }

    #[test]
    fn two_entities() {
        for names in [
            &[("Iran", Place), ("Iraq", Place)][..],
            &[("Bill Clinton", Person), ("Hillary Clinton", Person)],
            &[("Martin", Person), ("Marvin", Person)],
            &[("New York Times", Organisation), ("New York", Place)],
            &[("Smith Street", Place), ("Smith", Person)],
            &[("Austria", Place), ("Australia", Place)],
        ] {
            assert_eq!(numbers(names), [0, 1], "{names:?}");
        }
        let clintons = [
            ("Bill Clinton", Person),
            ("Hillary Clinton", Person),
            ("Clinton", Name),
        ];
        assert_eq!(numbers(&clintons), [0, 1, 2]);
    }
}
