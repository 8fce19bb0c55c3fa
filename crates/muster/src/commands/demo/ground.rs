//! The ground of a play: a fresh store, in a folder that is marked as a play's.

use crate::{
    commands::init::make_folder,
    frame::{Exit, Fault, Frame, is_server},
};
use muster_app::App;
use muster_store::{KeyPlace, Store};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The report's file in the folder.
pub(super) const REPORT: &str = "report.html";
/// The file that says: what lies here is a play, and may be replaced.
const MARK: &str = "this-is-a-demo";
const MARK_TEXT: &str =
    "What lies in this folder was made by `muster demo` and is replaced by the next one.\n";

/// Makes a fresh store; a play that lies there already goes.
pub(super) fn prepare(frame: &Frame) -> Result<App, Fault> {
    let settings = &frame.settings;
    let data = settings.data();
    let programme = frame.programme()?;
    make_folder(&data)?;
    let was_play = data.join(MARK).exists();
    let files: Vec<PathBuf> = [settings.database(), settings.keys()]
        .into_iter()
        .filter(|place| !is_server(place))
        .map(|place| place.strip_prefix("sqlite:").unwrap_or(&place).into())
        .chain([settings.mission_key()])
        .collect();
    for file in files.iter().filter(|file| file.exists()) {
        if !was_play || !file.starts_with(&data) {
            return Err(Fault::new(
                Exit::Refused,
                format!("{} is there, and no play made it", file.display()),
            )
            .next("name another folder with --data; a play never replaces a mission"));
        }
    }
    for file in &files {
        remove_with_companions(file)?;
    }
    fs::write(data.join(MARK), MARK_TEXT)?;
    let app = App::new(Store::open(&frame.places(KeyPlace::NewFile(settings.mission_key())))?, programme);
    if app.store.journal.is_empty()? {
        return Ok(app);
    }
    Err(Fault::new(Exit::Refused, "the database holds a log already")
        .next("name a fresh database with --database; a play never writes into a mission"))
}

/// A database file with what SQLite and the store keep beside it.
fn remove_with_companions(file: &Path) -> Result<(), Fault> {
    for end in ["", "-wal", "-shm", "-journal", ".lock"] {
        let mut path = file.as_os_str().to_owned();
        path.push(end);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Fault::new(
                    Exit::Store,
                    format!("{} cannot be replaced: {error}", Path::new(&path).display()),
                )
                .next("end the program that uses it, or name another folder with --data"));
            }
            _ => {}
        }
    }
    Ok(())
}
