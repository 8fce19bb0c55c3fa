//! Every page in every state and language, read as a machine reads it: structure, sentences, weights.

mod messages;
mod structure;

use muster_app::Programme;
use muster_web::{
    catalog,
    samples::{self, Sample},
};
use std::sync::Arc;

/// Every sample, with the right-to-left pseudo-locale.
fn all() -> Vec<Sample> {
    let programme = Programme::founding().unwrap();
    let texts = Arc::new(catalog(&programme, true).unwrap());
    samples::all(&programme, &texts).unwrap()
}
