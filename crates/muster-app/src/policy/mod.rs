//! Policy as people work with it: checked, tried on facts, simulated over every case, signed by two.

mod check;
mod evaluate;
mod facts_file;
mod published;
mod sign;
mod simulate;

pub use check::check_folder;
pub use evaluate::{Evaluated, EvaluatedFinding, Evidence, Words};
pub use facts_file::read_facts;
pub use published::EditionText;
pub use sign::Signed;
pub use simulate::{FlippedCase, KindCount, RuleCount, Simulation, SimulationTimes};
