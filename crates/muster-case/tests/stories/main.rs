//! Stories: given a case, when somebody asks, then so it is. Each test's name is a sentence about the mission.

mod answers;
mod harness;
mod intake;
mod interview;
mod keeping;
mod lists;
mod refusals;
mod review;
mod screening;
mod service;
mod signatures;
mod travel;
mod way;
#[path = "../world/mod.rs"]
mod world;
