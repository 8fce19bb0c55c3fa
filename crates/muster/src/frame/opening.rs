//! Opening what a command reads: a file, or standard input.

use super::Fault;
use std::{
    fs::File,
    io::{self, Read, stdin},
    path::Path,
};

/// The bytes of `file`, and how many there are; `-` is standard input, of which nobody knows how much comes.
pub(crate) fn open(file: &Path) -> Result<(Box<dyn Read + Send>, u64), Fault> {
    if file == Path::new("-") {
        return Ok((Box::new(stdin()), 0));
    }
    let opened = File::open(file).map_err(|error| unreadable(file, &error))?;
    let length = opened.metadata().map_err(|error| unreadable(file, &error))?;
    if length.is_dir() {
        return Err(Fault::usage(format!("{} is a folder", file.display())).next("name a file in it"));
    }
    Ok((Box::new(opened), length.len()))
}

/// The refusal for a file that cannot be read.
pub(crate) fn unreadable(file: &Path, error: &io::Error) -> Fault {
    Fault::usage(format!("{} cannot be read: {error}", file.display())).next("see whether the name is right")
}
