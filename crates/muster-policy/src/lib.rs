//! Eligibility as data: read, check, evaluate, explain, compare editions.
