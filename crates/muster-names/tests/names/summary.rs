//! A name in one line, for tests that people read.

use muster_names::{Name, Word};

/// The folded words, parted by blanks.
pub(crate) fn texts(name: &Name) -> String {
    name.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The folded words of a name as people write it.
pub(crate) fn read(text: &str) -> String {
    texts(&Name::read(text))
}

/// The words with what each does: `Name khan, Title haji`.
pub(crate) fn roles(text: &str) -> String {
    let told = |word: &Word| format!("{:?} {}", word.role, word.text);
    Name::read(text).words.iter().map(told).collect::<Vec<_>>().join(", ")
}

/// The only word of a name.
pub(crate) fn word(text: &str) -> Word {
    let mut words = Name::read(text).words;
    assert_eq!(words.len(), 1, "{text} is one word");
    words.remove(0)
}
