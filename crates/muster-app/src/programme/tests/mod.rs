//! The founding programme is whole; one with a fault is refused, with the file and the reason.

mod faults;
mod notices;
mod questions;
mod texts;

use super::{Programme, ProgrammeError, embedded, owned};
use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../programmes/international-legion");

fn founding() -> Programme {
    Programme::founding().unwrap()
}

/// The founding programme with a portal of these files.
fn with_portal(files: &[(String, String)]) -> Result<Programme, ProgrammeError> {
    Programme::assemble(
        embedded::PROGRAMME,
        owned(embedded::POLICY),
        files,
        Some(embedded::QUEUE),
        None,
        None,
    )
}

#[test]
fn the_founding_programme_is_whole() {
    let programme = founding();
    assert_eq!(programme.policy().editions().len(), 3);
    assert!(programme.edition_text("v2").is_some());
    assert_eq!(programme.check_portal(), []);
    assert!(!programme.portal().is_empty());
}

#[test]
fn every_file_of_the_folder_is_inside_the_binary() {
    let read = super::folder::portal_files(&Path::new(FOLDER).join("portal")).unwrap();
    let mut inside = owned(embedded::PORTAL);
    inside.sort();
    assert!(read.iter().map(|(name, _)| name).eq(inside.iter().map(|(name, _)| name)));
    assert!(read == inside);
    assert_eq!(Programme::read(Path::new(FOLDER)).unwrap().notice_edition, founding().notice_edition);
}

#[test]
fn a_programme_may_have_no_portal() {
    let programme = with_portal(&[]).unwrap();
    assert!(programme.portal().is_empty());
    assert_eq!(programme.check_portal(), []);
    assert_eq!(programme.notice_edition, "2022-03");
}
