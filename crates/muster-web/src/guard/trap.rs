//! Two traps for programs that fill in forms: a field nobody sees, and the time it took.
//!
//! Neither refuses anything. Who is caught gets the same friendly page and has to show a little work or patience.

use crate::sealing::Sealing;
use jiff::Timestamp;
use muster_store::keys::Lookup;

/// The field that people do not see.
pub const HONEYPOT: &str = "website";
/// The field with the sealed time at which the form was given out.
pub const ISSUED: &str = "issued";

const PURPOSE: &str = "form";
/// Nobody reads and answers a page in less.
const QUICK_SECONDS: i64 = 2;
/// As long as a draft lives, and a little more: whoever left a form open overnight is a person.
const HOURS: i64 = 24 * 30;

/// Sets the traps and looks into them.
pub struct Trap(Sealing);

/// Who filled in the form, as far as that can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// Nothing speaks against a person.
    Person,
    /// The field that people do not see is filled in.
    Filled,
    /// It took less time than reading.
    Quick,
    /// The time is missing or not ours.
    Unmarked,
}

impl Judged {
    /// Whether it looks like a program.
    #[must_use]
    pub const fn is_suspect(self) -> bool {
        !matches!(self, Self::Person)
    }

    /// In one word, for counting.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Filled => "filled",
            Self::Quick => "quick",
            Self::Unmarked => "unmarked",
        }
    }
}

impl Trap {
    pub(super) fn new(lookup: &Lookup) -> Self {
        Self(Sealing::new(lookup))
    }

    /// The value of [`ISSUED`] in a form that is given out now.
    #[must_use]
    pub fn issue(&self, now: Timestamp) -> String {
        self.0.seal(PURPOSE, now.as_second(), Sealing::after(now, HOURS)).unwrap_or_default()
    }

    /// Looks at the two fields of a form that came back.
    #[must_use]
    pub fn judge(&self, honeypot: &str, issued: &str, now: Timestamp) -> Judged {
        let judged = match self.0.open::<i64>(PURPOSE, issued, now) {
            _ if !honeypot.trim().is_empty() => Judged::Filled,
            None => Judged::Unmarked,
            Some(at) if now.as_second() - at < QUICK_SECONDS => Judged::Quick,
            Some(_) => Judged::Person,
        };
        if judged.is_suspect() {
            metrics::counter!("muster_trapped_total", "trap" => judged.word()).increment(1);
        }
        judged
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_reads_before_answering_and_a_form_left_open_for_days_is_a_persons() {
        let trap = Trap(Sealing::of([5; 32]));
        let second = |n| Timestamp::from_second(n).unwrap();
        let issued = trap.issue(second(1_000));
        assert_eq!(trap.judge("", &issued, second(1_001)), Judged::Quick);
        assert_eq!(trap.judge("", &issued, second(1_002)), Judged::Person);
        assert_eq!(trap.judge(" ", &issued, second(1_000 + 10 * 86_400)), Judged::Person);
        assert_eq!(trap.judge("https://example.org", &issued, second(1_060)), Judged::Filled);
        assert_eq!(trap.judge("", "", second(1_060)), Judged::Unmarked);
        assert_eq!(trap.judge("", &issued[1..], second(1_060)), Judged::Unmarked);
    }
}
