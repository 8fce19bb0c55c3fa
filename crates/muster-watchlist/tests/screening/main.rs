//! Screening made-up people against made-up lists.

mod applicants;
mod equality;
mod evidence;
mod people;
mod replay;
