//! One function per use case; workers that follow the log; the founding scenario.

pub mod scenario;
