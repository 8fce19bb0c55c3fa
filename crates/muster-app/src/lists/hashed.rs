//! Files that are hashed while they are read, to their last byte even if the reader stops before.

use muster_vocab::{Digest, DigestWriter};
use muster_watchlist::lists::Source;
use std::{
    cell::RefCell,
    io::{self, Read, Write as _},
    rc::Rc,
};

/// The hash of one file, once it has been read.
#[derive(Clone)]
struct Sum(Rc<RefCell<Result<DigestWriter, String>>>);

impl Sum {
    fn of_nothing() -> Self {
        Self(Rc::new(RefCell::new(Ok(DigestWriter::default()))))
    }
}

/// A stream that is hashed as it passes.
struct Hashed<'a> {
    bytes: Box<dyn Read + 'a>,
    sum: Sum,
}

impl Read for Hashed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer);
        let mut sum = self.sum.0.borrow_mut();
        match (&read, sum.as_mut()) {
            (Ok(length), Ok(writer)) => writer.write_all(&buffer[..*length])?,
            (Err(error), _) if error.kind() != io::ErrorKind::Interrupted => *sum = Err(error.to_string()),
            _ => {}
        }
        read
    }
}

impl Drop for Hashed<'_> {
    /// What the reader did not ask for belongs to the file too.
    fn drop(&mut self) {
        // A failure is in the sum.
        let _ = io::copy(self, &mut io::sink());
    }
}

/// The hashes of several files, in order of their names.
pub(super) struct Sums(Vec<(String, Sum)>);

/// Puts every source through a hash.
pub(super) fn hashed(sources: Vec<Source<'_>>) -> (Vec<Source<'_>>, Sums) {
    let mut sums = Vec::new();
    let sources = sources.into_iter().map(|Source { name, bytes }| {
        let sum = Sum::of_nothing();
        sums.push((name.to_owned(), sum.clone()));
        Source { name, bytes: Box::new(Hashed { bytes, sum }) }
    });
    let sources = sources.collect();
    sums.sort_by(|one, other| one.0.cmp(&other.0));
    (sources, Sums(sums))
}

impl Sums {
    /// Of one file its hash, as `sha256sum` prints it; of several the hash of what `sha256sum` prints of all of them.
    pub(super) fn digest(self) -> Result<Digest, String> {
        let mut all = Vec::new();
        for (name, sum) in self.0 {
            let taken = sum.0.borrow().clone();
            all.push((
                name.clone(),
                taken.map_err(|why| format!("{name} could not be read: {why}"))?.finish(),
            ));
        }
        Ok(match all.as_slice() {
            [(_, one)] => *one,
            all => {
                let mut lines = DigestWriter::default();
                for (name, sum) in all {
                    // Writing to a hash cannot fail.
                    let _ = writeln!(lines, "{sum}  {name}");
                }
                lines.finish()
            }
        })
    }
}
