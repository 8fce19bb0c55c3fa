//! What can be wrong with an answer.

macro_rules! faults {
    ($($name:ident $word:literal $meaning:literal;)+) => {
        /// What is wrong with an answer.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Fault {
            $(#[doc = $meaning] $name,)+
        }

        impl Fault {
            /// Every fault.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its word in message keys: `fault-{word}`.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }
        }
    };
}

faults! {
    Missing "missing" "It was not answered.";
    NotADate "not-a-date" "It does not read as a date; a year of two digits may be of two centuries.";
    NoSuchDay "no-such-day" "The calendar has no such day.";
    InFuture "in-future" "It has not come yet.";
    TooLongAgo "too-long-ago" "It is longer ago than people live.";
    TooLong "too-long" "It is longer than can be kept.";
    NotANumber "not-a-number" "It is no whole number, or one out of range.";
    NotAnEmail "not-an-email" "No mail could be sent to it.";
    NotAPhone "not-a-phone" "It is no telephone number with a country code.";
    MixedScripts "mixed-scripts" "One word has Latin and Cyrillic letters: meant so, or a slip of the keyboard.";
    NoSuchChoice "no-such-choice" "It is none of the answers to choose from.";
    ControlCharacters "control-characters" "It holds characters that are no text.";
    NotADocument "not-a-document" "It is no number of a document.";
    Twice "twice" "It was given before.";
    ContactMissing "contact-missing" "There is no way to reach the person.";
}

/// Something wrong with one answer. It names the field and never what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerFault {
    /// The field, such as `family`; of a date the whole of it, such as `born`.
    pub field: String,
    /// What is wrong.
    pub fault: Fault,
}

impl AnswerFault {
    /// A field that must be answered was not.
    #[must_use]
    pub fn missing(field: &str) -> Self {
        Self { field: field.to_owned(), fault: Fault::Missing }
    }
}
