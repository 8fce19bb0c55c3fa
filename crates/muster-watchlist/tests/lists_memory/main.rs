//! Files made to fill memory: each is read to its end, or to where it is refused, in a small part of its size.
//!
//! A test of its own, because it looks at what the whole process has used.
#![cfg(target_os = "linux")]

use muster_watchlist::lists::{Source, read};
use std::io::{Cursor, Read, repeat};

/// How long each file is.
const LONG: u64 = 48 << 20;
/// What reading any of them may take.
const MOST: u64 = 16 << 20;

/// The most memory this process has had, in bytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("this process");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("its peak");
    line.split_whitespace().nth(1).and_then(|number| number.parse::<u64>().ok()).expect("a number") * 1024
}

/// Many times the same bytes.
struct Again<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Read for Again<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let amount = into.len().min(self.bytes.len() - self.at);
        into[..amount].copy_from_slice(&self.bytes[self.at..self.at + amount]);
        self.at = (self.at + amount) % self.bytes.len();
        Ok(amount)
    }
}

#[test]
#[ignore = "reads three quarters of a gibibyte"]
fn no_file_fills_the_memory() {
    let before = peak();
    for (name, head, again) in [
        ("own.csv", "id,name\n1,", &b"x"[..]),
        ("own.csv", "id,name\n1,\"", b"line\n"),
        ("own.csv", "id,name\n", b"\n"),
        ("own.csv", "id,name\n", b"\"\n\"x\n"),
        ("sdn.csv", "1,\"A\",-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n", b","),
        ("un.xml", "<CONSOLIDATED_LIST><INDIVIDUAL><FIRST_NAME>", b"x"),
        ("un.xml", "<CONSOLIDATED_LIST><INDIVIDUAL a='", b"x"),
        ("un.xml", "<CONSOLIDATED_LIST><!--", b"x"),
        ("un.xml", "<CONSOLIDATED_LIST><INDIVIDUAL>", b"<A>"),
        ("un.xml", "<CONSOLIDATED_LIST><INDIVIDUAL>", b"<A/>"),
        ("un.xml", "<CONSOLIDATED_LIST>", b"<INDIVIDUAL>"),
        ("un.xml", "<CONSOLIDATED_LIST>", b"&#65;"),
        ("csl.json", "{\"results\":[", b"["),
        ("csl.json", "{\"results\":[", b"{\"id\":{"),
        ("csl.json", "{\"results\":[{\"id\":\"", b"x"),
        ("ftm.json", "{\"schema\":\"Person\",\"properties\":{\"name\":[", b"\"x\","),
    ] {
        let bytes = Cursor::new(head).chain(Again { bytes: again, at: 0 }.take(LONG));
        let readings = read(vec![Source { name, bytes: Box::new(bytes) }]).unwrap_or_default();
        let grown = peak() - before;
        assert!(grown < MOST, "{head:?} and then {again:?} took {grown} bytes, {} readings", readings.len());
    }
}

#[test]
#[ignore = "reads two gibibytes"]
fn a_file_larger_than_two_gibibytes_is_refused() {
    let bytes = Cursor::new("id,name\n").chain(repeat(b'x').take(3 << 30));
    let refused = read(vec![Source { name: "own.csv", bytes: Box::new(bytes) }]).expect_err("too big");
    insta::assert_snapshot!(refused, @"own.csv is larger than 2 GiB, and no list is");
}
