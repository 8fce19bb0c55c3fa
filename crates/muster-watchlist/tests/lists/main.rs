//! The readers of published lists, on made-up files of every format and on real ones where they are at hand.

mod damage;
mod fixtures;
mod formats;
mod real;
mod refused;
mod shared;
