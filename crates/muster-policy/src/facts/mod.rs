//! What a policy may ask about: the declared facts, their values, and the sheet of one case.

mod schema;
mod sheet;
mod value;

pub use schema::{Fact, FactType, Schema};
pub use sheet::Facts;
pub(crate) use sheet::Held;
pub use value::{FactRejected, Value};
