//! The languages that can be spoken here.

use std::fmt;

/// A language in which pages and letters are written.
///
/// There is one for each language whose names this crate carries, and one that no person speaks: [`Locale::PSEUDO`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale(u8);

/// Where a line of text begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// On the left.
    Ltr,
    /// On the right.
    Rtl,
}

struct Known {
    tag: &'static str,
    own_name: &'static str,
    direction: Direction,
}

/// A row here and a folder of the same name in `data` make a language.
const KNOWN: [Known; 3] = [
    Known { tag: "en", own_name: "English", direction: Direction::Ltr },
    Known { tag: "uk", own_name: "Українська", direction: Direction::Ltr },
    Known {
        tag: "ar-XB",
        own_name: "\u{202e}English\u{202c} \u{202e}backwards\u{202c}",
        direction: Direction::Rtl,
    },
];

impl Locale {
    pub(crate) const ENGLISH: Self = Self(0);
    pub(crate) const UKRAINIAN: Self = Self(1);
    /// The default language written from right to left, so that a page can be tried in a script nobody here reads.
    pub const PSEUDO: Self = Self(2);

    /// The languages that people speak.
    pub(crate) fn spoken() -> impl Iterator<Item = Self> {
        [Self::ENGLISH, Self::UKRAINIAN].into_iter()
    }

    pub(crate) fn of(tag: &str) -> Option<Self> {
        Self::spoken().find(|known| known.tag() == tag)
    }

    fn known(self) -> &'static Known {
        &KNOWN[usize::from(self.0)]
    }

    /// The tag, as it stands in addresses and in `lang`: `uk`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.known().tag
    }

    /// The tag without region: `ar` of `ar-XB`.
    #[must_use]
    pub fn language(self) -> &'static str {
        let tag = self.tag();
        tag.split_once('-').map_or(tag, |(language, _)| language)
    }

    /// The direction of its script.
    #[must_use]
    pub fn direction(self) -> Direction {
        self.known().direction
    }

    /// What its speakers call it.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        self.known().own_name
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.tag())
    }
}

impl Direction {
    /// The word for `dir` in HTML.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}
