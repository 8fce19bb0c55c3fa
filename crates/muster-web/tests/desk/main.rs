//! Stories of the desk: who may come in, what each role may ask for.

mod access;
mod api;
mod assist;
mod audit;
mod bulk;
mod cases;
mod corrections;
mod crowd;
mod decisions;
mod hits;
mod interview;
mod outcome;
mod pairs;
mod questions;
mod queue;
mod sign_in;
mod staff;
mod support;
