//! Tidiness: the small faults that no compiler sees, found in every tracked file.
//!
//! Each check is a pure function over a file's path and text; [`check`] puts them together.

mod code;
mod manifest;
mod markdown;
mod rust;
mod text;

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use anyhow::Result;

use crate::repository::{Tracked, tracked};

/// One fault, where it is, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    path: String,
    line: usize,
    what: String,
    to_do: String,
}

impl Complaint {
    fn new(file: &Tracked, line: usize, what: impl Into<String>, to_do: impl Into<String>) -> Self {
        Self { path: file.path.clone(), line, what: what.into(), to_do: to_do.into() }
    }

    fn place_and_fault(&self) -> String {
        format!("{}:{}: {}", self.path, self.line, self.what)
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.place_and_fault(), self.to_do)
    }
}

/// Prints every complaint; true when there is none.
///
/// # Errors
/// When a tracked file cannot be read.
pub fn run(root: &Path) -> Result<bool> {
    let files = tracked(root)?;
    let complaints = check(&files);
    for complaint in &complaints {
        println!("{complaint}");
    }
    match complaints.len() {
        0 => println!("Tidy: {} files.", files.len()),
        count => println!("\n{count} to mend in {} files.", files.len()),
    }
    Ok(complaints.is_empty())
}

/// Every complaint about `files`, in order of path.
pub fn check(files: &[Tracked]) -> Vec<Complaint> {
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let mut complaints = Vec::new();
    for file in files {
        text::check(file, &mut complaints);
        rust::check(file, &mut complaints);
        manifest::check(file, &mut complaints);
        markdown::check(file, &paths, &mut complaints);
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `check` finds in one file, without the advice.
    pub(super) fn found(path: &str, text: &str) -> Vec<String> {
        check(&[Tracked::text(path, text)]).iter().map(Complaint::place_and_fault).collect()
    }

    #[test]
    fn this_repository_is_tidy() {
        let files = tracked(&crate::repository::root().unwrap()).unwrap();
        assert!(files.iter().any(|file| file.path == "Cargo.toml"), "nothing was read");
        let complaints: Vec<_> = check(&files).iter().map(ToString::to_string).collect();
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    }

    #[test]
    fn a_complaint_says_where_what_and_what_to_do() {
        let complaint = &check(&[Tracked::text("a.txt", "b \n")])[0];
        assert_eq!(complaint.to_string(), "a.txt:1: blanks at the end of the line; take them away");
    }
}
