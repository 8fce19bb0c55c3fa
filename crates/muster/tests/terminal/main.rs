//! The binary as people meet it: what it prints, where it writes, how it ends.

mod adjudication;
mod configuration;
mod demo;
mod endings;
mod everyday;
mod help;
mod linking;
mod lists;
mod matching;
mod run;
mod screening;
mod serving;
