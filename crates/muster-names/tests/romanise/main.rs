//! Examples that the systems themselves or their users give, and what holds for all of them.

mod cyrillic;
mod readings;
mod scripts;

use muster_names::romanise::system;

fn spells(code: &str, examples: &[(&str, &str)]) {
    let system = system(code).unwrap_or_else(|| panic!("no system {code}"));
    for (word, spelling) in examples {
        assert_eq!(system.apply(word), *spelling, "{code}: {word}");
    }
}
