//! What numbers count and what happened to it.

use super::{check, counts};

#[test]
fn what_is_counted_and_what_happened() {
    check(
        counts,
        &[
            ("seven people were killed", &["seven | person | kill"]),
            ("12 killed and injured", &["12 | - | kill-or-injure"]),
            (
                "12 killed and 30 injured",
                &["12 | - | kill", "30 | - | injure"],
            ),
            ("1 dead, 2 hurt", &["1 | - | kill", "2 | - | injure"]),
            ("the death toll rose to 40", &["40 | - | kill"]),
            ("a blast killing three people", &["three | person | kill"]),
            (
                "It killed one and injured five.",
                &["one | - | kill", "five | - | injure"],
            ),
            ("one victim died", &["one | victim | kill"]),
            (
                "Three people were shot, one fatally",
                &["Three | person | shoot", "one | - | kill"],
            ),
            (
                "12 deaths and 3 injuries",
                &["12 | - | kill", "3 | - | injure"],
            ),
            ("six of them fled", &["six | - | -"]),
            ("no one was killed", &["no one | person | kill"]),
            ("There were no casualties.", &["no | - | kill-or-injure"]),
            ("No one came", &[]),
            (
                "at least four people were detained",
                &["at least four | person | arrest"],
            ),
            (
                "12 Somali and Yemeni pirates were arrested",
                &["12 | pirate | arrest"],
            ),
            ("a 12-gauge shotgun", &["12 | - | -"]),
            ("a mother of 12 was shot", &["12 | child | -"]),
            ("the dad-of-two Sam Poe", &["two | child | -"]),
            ("a father of three boys", &["three | boy | -"]),
            (
                "a crowd of about 70 gathered",
                &["about 70 | person | gather"],
            ),
            ("Its population is 70.", &["70 | person | -"]),
            ("a crowd of 70 students", &["70 | student | -"]),
            ("The group of 14 was climbing.", &["14 | person | -"]),
            ("a group of 14 banks", &["14 | bank | -"]),
            (
                "All but five of the pact's 34 articles stand.",
                &["All but five | article | -", "34 | article | -"],
            ),
            (
                "all but 2 of 14 hostages",
                &["all but 2 | hostage | -", "14 | hostage | -"],
            ),
            ("All but two survived.", &[]),
            ("It is all but certain.", &[]),
            ("a statement of 12 pages", &["12 | page | -"]),
        ],
    );
}
