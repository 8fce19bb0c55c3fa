//! The kinds of letters.

macro_rules! kinds {
    ($($name:ident $word:literal $meaning:literal;)+) => {
        /// What a letter is for. The words are stored; they never change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum LetterKind {
            $(#[doc = $meaning] $name,)+
        }

        impl LetterKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its word.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }
        }
    };
}

kinds! {
    Code "code" "A code that confirms an address.";
    Return "return" "A code and a link that lead back to a case.";
    Received "received" "The application came in.";
    Question "question" "Something is asked.";
    Interview "interview" "About the interview.";
    Decision "decision" "A decision was made.";
    Pass "pass" "The pass is ready.";
    Correction "correction" "A correction was refused.";
}
