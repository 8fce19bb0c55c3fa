//! One story, told on both databases.

use crate::postgres::fresh_database;

/// Tells `story` on a fresh SQLite file, then on a fresh PostgreSQL database. It is given the database's address.
///
/// # Panics
/// If the story does, on either; a line on standard error says on which.
pub fn on_both(story: impl Fn(&str)) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = folder.path().join("story.db");
    eprintln!("the story on SQLite:");
    story(file.to_str().expect("temporary folders have plain names"));

    let database = fresh_database();
    eprintln!("the story on PostgreSQL:");
    story(database.url());
}
