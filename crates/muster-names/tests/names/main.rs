//! How names are read and how two words of them are compared.

mod alike;
mod compounds;
mod folding;
mod found;
mod machine;
mod roles;
mod sounding;
mod summary;
