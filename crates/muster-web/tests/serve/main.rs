//! Serving, with real sockets.

mod floods;
mod manners;
mod support;
