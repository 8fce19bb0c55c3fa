//! Stories of the portal after an application is begun: coming back, one's own data, and whether a letter is ours.

mod come_back;
mod my_data;
mod samples;
mod support;
mod verify;
mod whole;
