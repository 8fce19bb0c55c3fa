//! Where real lists are, if they are.

use muster_watchlist::lists::{Reading, Source, read};
use std::{fs, path::PathBuf};

/// The folder of real lists beside this workspace, or the one in `MUSTER_SHARED`; says so if there is none.
pub(crate) fn lists() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let lists = std::env::var_os("MUSTER_SHARED").map_or_else(beside, PathBuf::from).join("lists");
    if lists.is_dir() {
        return Some(lists);
    }
    eprintln!(
        "SKIPPED: no real lists are beside this workspace; set MUSTER_SHARED to the folder that has lists in it to \
         read them"
    );
    None
}

/// Reads files below the folder of lists.
pub(crate) fn read_files(files: &[PathBuf]) -> Vec<Reading> {
    let opened = files.iter().map(|path| {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        Source { name, bytes: Box::new(fs::File::open(path).expect("a list")) }
    });
    read(opened.collect()).expect("a list that is read")
}
