//! Eligibility as data: read, check, evaluate, explain, compare editions.
//!
//! What it is: a policy owner writes an edition of rules in TOML, typed predicates over declared facts. This crate
//! reads it ([`Policy`], [`Edition`]), checks it as a whole ([`check`]), applies it to a fact sheet ([`Facts`]) and says
//! what comes out, for which reasons, on which evidence and what would change it ([`Determination`]).
//!
//! What it promises: all reasons, not the first; what is not known never passes for yes or no; a published edition
//! whose bytes changed is refused; every complaint names file, line and column.
//!
//! What it never does: decide about a person, read a file or a clock, compute a score. Files come in as text, outcomes go
//! out as proposals. Values never print through `Debug`.
//!
//! ```
//! use muster_policy::{Edition, Facts, Outcome, Schema, Value};
//! use muster_vocab::Provenance;
//!
//! let schema = Schema::read("facts.toml", r#"
//!     [[fact]]
//!     name = "age"
//!     type = "number"
//!     unit = "years"
//!     means = "Age in whole years."
//!     evidence = "A passport."
//! "#).unwrap();
//! let edition = Edition::read(&schema, "v1.toml", r#"
//!     id = "v1"
//!     programme = "relief-corps"
//!     title = "Adults"
//!     in_force_from = 2022-02-27
//!     note = "The first edition."
//!     languages = ["en"]
//!     [[rule]]
//!     id = "under-age"
//!     reason = "R01"
//!     outcome = "refuse_proposed"
//!     objective = true
//!     when = { fact = "age", below = 18 }
//! "#).unwrap();
//!
//! let mut facts = Facts::new(&schema);
//! assert_eq!(edition.outcome(&facts).outcome, Outcome::Tentative);
//!
//! facts.set("age", Value::Number(16), Provenance::Declared).unwrap();
//! let determination = edition.evaluate(&facts);
//! assert_eq!(determination.outcome, Outcome::RefuseProposed);
//! assert_eq!(determination.findings[0].change_in_words(), "age is at least 18 years");
//! ```

mod check;
mod determine;
mod edition;
mod facts;
mod folder;
mod problem;
mod read;
mod texts;

pub use check::{CheckReport, Counts, check};
pub use determine::{
    Changed, Determination, Evidence, Finding, Flip, Known, Need, Outcome, RuleSet, Ruling, Verdict, compare,
};
pub use edition::{Edition, Effect, Rule};
pub use facts::{Fact, FactRejected, FactType, Facts, Schema, Value};
pub use folder::Policy;
pub use problem::{Place, Problem};
pub use texts::{RuleText, Texts};
