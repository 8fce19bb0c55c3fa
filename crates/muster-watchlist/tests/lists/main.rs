//! The readers of published lists, on made-up files of every format and on real ones where they are at hand.

mod american;
mod damage;
mod european;
mod fixtures;
mod formats;
mod real;
mod refused;
mod shared;
