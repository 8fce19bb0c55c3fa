//! Writes `data/population.bin` and `data/skeletons.bin` from `data/population.tsv`, after a change there or in the
//! sounds.
//!
//! `cargo run --release -p muster-names --example make-weights`

use muster_names::tables;
use std::{error::Error, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (weights, skeletons) = tables(&std::fs::read_to_string(data.join("population.tsv"))?);
    println!("population.bin {} bytes, skeletons.bin {} bytes", weights.len(), skeletons.len());
    std::fs::write(data.join("population.bin"), weights)?;
    std::fs::write(data.join("skeletons.bin"), skeletons)?;
    Ok(())
}
