//! By which weights a table is judged, and the table put into an index.

use super::{columns::Field, rows::Table};
use crate::frame::Fault;
use clap::ValueEnum;
use muster_app::linkage::{Linker, Weights};
use std::io::{self, Write as _};

/// Which weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Which {
    /// The engine's own for tables of applications, estimated ones for others
    Auto,
    /// The engine's own
    Shipped,
    /// Estimated from the table, without labels
    Estimated,
}

/// An index of a table, with the weights that fit it.
pub(super) fn linker(table: &Table, which: Which) -> Result<Linker, Fault> {
    let mut linker = Linker::new(Weights::shipped());
    linker.insert_all(&table.records);
    let estimated = match which {
        Which::Auto => !of_applications(&table.fields),
        Which::Shipped => false,
        Which::Estimated => true,
    };
    if estimated && let Some(weights) = linker.estimate() {
        if which == Which::Auto {
            writeln!(
                io::stderr(),
                "weights were estimated from the table itself: it has not the columns of applications"
            )?;
        }
        linker.set_weights(weights);
    }
    Ok(linker)
}

/// Whether a table has what the shipped weights were made for.
fn of_applications(fields: &[Field]) -> bool {
    let number = [Field::Passport, Field::Document, Field::Phone, Field::Email];
    fields.contains(&Field::Nationality) && number.iter().any(|number| fields.contains(number))
}
