//! Makes a git repository of stories that all changed on a branch, to see how long a check of many takes:
//!
//! ```sh
//! cargo run --example make_stories -- FOLDER 1000
//! cd FOLDER && time storydiff check --base main
//! ```
//!
//! Each story has about 400 words. Of ten, five change a fact, three are reworded, one loses a sentence, one gets one. The same number
//! of stories is the same, word for word, every time.

use std::fs;
use std::path::Path;
use std::process::{Command, exit};

const TOWNS: [&str; 8] = [
    "Dunmore", "Harlow", "Selby", "Ashford", "Wexley", "Kilbride", "Marston", "Tarnby",
];
const PEOPLE: [&str; 8] = [
    "Anna Kelly",
    "Omar Haddad",
    "Ruth Okafor",
    "Pavel Novak",
    "Mei Tanaka",
    "Luis Ortega",
    "Ingrid Dahl",
    "Samuel Boateng",
];
const PLACES: [&str; 6] = ["mill", "harbour", "depot", "school", "warehouse", "station"];
const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/// A story; `turn` tells its numbers, names and days apart from those of other stories.
fn story(turn: usize) -> Vec<String> {
    let pick = |list: &[&'static str], step: usize| list[(turn * 7 + step * 3) % list.len()];
    let number =
        |step: usize, low: usize, high: usize| low + (turn * 31 + step * 17) % (high - low);
    let (town, place, day) = (pick(&TOWNS, 0), pick(&PLACES, 0), pick(&DAYS, 0));
    let mut paragraphs = vec![format!("# Fire at the {place} in {town}")];
    paragraphs.push(format!(
        "{} guards were hurt in a fire at the {place} in {town} on {day}, police said. The roof fell in at about {} in the morning. \
         Nobody else was in the building.",
        number(1, 12, 90),
        ["three", "four", "five"][turn % 3],
    ));
    for step in 0..6 {
        let person = pick(&PEOPLE, step);
        paragraphs.push(format!(
            "{person}, who works for the council of {}, said that repairs would cost ${} million and take {} months. \u{201c}We will \
             open again as soon as we can,\u{201d} {} said. About {} people live within a mile of the {}, and {} of them were told to \
             stay at home. The road to {} was closed for {} hours.",
            pick(&TOWNS, step + 1),
            number(step, 2, 40),
            number(step + 2, 3, 30),
            person.split(' ').next_back().unwrap_or(person),
            number(step + 3, 2, 9) * 100,
            pick(&PLACES, step + 1),
            number(step + 4, 20, 150),
            pick(&TOWNS, step + 2),
            number(step + 5, 2, 20),
        ));
    }
    paragraphs.push(format!(
        "A man is alleged to have set the fire. Schools in {town} stayed open."
    ));
    paragraphs
}

/// What becomes of a story.
fn changed(turn: usize, mut paragraphs: Vec<String>) -> Vec<String> {
    let mut replace = |from: &str, to: &str| {
        for paragraph in &mut paragraphs {
            *paragraph = paragraph.replace(from, to);
        }
    };
    match turn % 10 {
        0 => replace("months", "weeks"),
        1 => replace("is alleged to have set", "set"),
        2 => replace("as soon as we can", "next year"),
        3 => replace("hours.", "days."),
        4 => replace(DAYS[(turn * 7) % DAYS.len()], "Sunday"),
        5 => replace("fell in", "came down"),
        6 => replace("were told to", "had been told to"),
        7 => replace("Nobody else was", "No other person was"),
        8 => replace(" Nobody else was in the building.", ""),
        _ => paragraphs.push("The library lends out ladders to all who ask.".to_owned()),
    }
    paragraphs
}

fn git(folder: &Path, arguments: &[&str]) -> bool {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=a", "-c", "user.email=a@example.org"]);
    let status = command.args(arguments).current_dir(folder).status();
    status.is_ok_and(|status| status.success())
}

fn write(folder: &Path, count: usize, text: impl Fn(usize) -> Vec<String>) -> std::io::Result<()> {
    for turn in 0..count {
        let section = folder.join(format!("news/{:02}", turn / 100));
        fs::create_dir_all(&section)?;
        let text = text(turn).join("\n\n") + "\n";
        fs::write(section.join(format!("story-{turn:05}.md")), text)?;
    }
    Ok(())
}

#[allow(
    clippy::print_stderr,
    reason = "an example says how it is called, and what it could not do"
)]
fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (Some(folder), Some(count)) = (
        arguments.first(),
        arguments.get(1).and_then(|n| n.parse().ok()),
    ) else {
        eprintln!("make_stories FOLDER NUMBER");
        exit(2);
    };
    let folder = Path::new(folder);
    let made = fs::create_dir_all(folder).is_ok()
        && git(folder, &["init", "-q", "-b", "main"])
        && write(folder, count, story).is_ok()
        && git(folder, &["add", "."])
        && git(folder, &["commit", "-q", "-m", "first"])
        && git(folder, &["checkout", "-q", "-b", "work"])
        && write(folder, count, |turn| changed(turn, story(turn))).is_ok()
        && git(folder, &["commit", "-q", "-a", "-m", "work"]);
    if !made {
        eprintln!(
            "{} could not be made; it must be a new or empty folder",
            folder.display()
        );
        exit(2);
    }
}
