//! Stories of the desk: who may come in, what each role may ask for.

mod access;
mod outcome;
mod queue;
mod bulk;
mod hits;
mod queue;
mod support;
