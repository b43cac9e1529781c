//! What to call each article.

use std::collections::BTreeSet;

use super::article_id;
use super::draft::Draft;
use super::place::Input;

/// What was asked for, or what the article calls itself, or a short name of its place, with as much more of it as tells it
/// from others.
pub(super) fn labels(drafts: &[(&Input, Draft)]) -> Vec<String> {
    let names: Vec<[String; 3]> = drafts
        .iter()
        .map(|(input, draft)| match &draft.label {
            Some(own) => [own.clone(), own.clone(), own.clone()],
            None => input.place.names(),
        })
        .collect();
    let asked: Vec<Option<&str>> = drafts
        .iter()
        .map(|(input, _)| input.label.as_deref())
        .collect();
    told_apart(&names, &asked)
}

/// The shortest of each article's names that tell them apart.
fn told_apart(names: &[[String; 3]], asked: &[Option<&str>]) -> Vec<String> {
    let mut labels: Vec<String> = names.iter().map(|names| names[0].clone()).collect();
    for longer in 1..=2 {
        let shared = shared(&labels);
        for (label, names) in labels.iter_mut().zip(names) {
            if shared.contains(label) {
                label.clone_from(&names[longer]);
            }
        }
    }
    // the very same file again: nothing but the place in the list tells them apart
    let shared = shared(&labels);
    for (index, (label, asked)) in labels.iter_mut().zip(asked).enumerate() {
        match asked {
            Some(asked) => *label = (*asked).to_owned(),
            None if shared.contains(label) => *label = format!("{label} ({})", article_id(index)),
            None => {}
        }
    }
    labels
}

/// Labels that stand more than once.
fn shared(labels: &[String]) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    labels
        .iter()
        .filter(|label| !seen.insert(*label))
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels_of(paths: &[&str], asked: &[Option<&str>]) -> Vec<String> {
        let names: Vec<[String; 3]> = paths
            .iter()
            .map(|path| Input::parse(path.as_ref()).place.names())
            .collect();
        told_apart(&names, asked)
    }

    #[test]
    fn equal_stems_take_their_folders() {
        let none = [None; 4];
        assert_eq!(
            labels_of(&["x/story.txt", "y/story.txt", "z/other.md"], &none),
            ["x/story", "y/story", "other"]
        );
        assert_eq!(
            labels_of(
                &["x/story.txt", "x/story.md", "story.md", "z/x/story.md"],
                &none
            ),
            ["x/story.txt", "x/story.md", "story", "z/x/story.md"]
        );
        assert_eq!(
            labels_of(&["x/story.txt", "x/story.txt"], &none),
            ["x/story.txt (A)", "x/story.txt (B)"]
        );
        assert_eq!(
            labels_of(&["story.txt", "story.txt"], &[None, Some("ours")])[1],
            "ours"
        );
        assert_eq!(
            labels_of(&["HEAD~3:news/story.md", "HEAD:news/story.md"], &none),
            ["story@HEAD~3", "story@HEAD"]
        );
        assert_eq!(
            labels_of(
                &[
                    "https://www.example.org/a/fire",
                    "https://example.org/b/flood",
                    "http://wire.test/"
                ],
                &none
            ),
            ["example.org/fire", "example.org/flood", "wire.test"]
        );
    }
}
