//! The readers of published lists, on made-up files of every format and on real ones where they are at hand.

mod real;
mod shared;
