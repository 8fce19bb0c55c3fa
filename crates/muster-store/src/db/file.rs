//! Holding a database file: private to its owner, and one process at a time.

use super::DbError;
use std::{
    fs::{File, OpenOptions, TryLockError},
    os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _},
    path::Path,
};

/// The right to write a database file; given up when it is dropped.
pub(super) struct Held {
    _lock: File,
}

/// Takes the right to write `path`, and sees to it that only its owner can read it.
pub(super) fn hold(path: &Path) -> Result<Held, DbError> {
    let refused = |what: &str, cause: std::io::Error| {
        DbError::refused(format_args!("{} cannot be {what}: {cause}", path.display()))
    };
    let mut beside = path.as_os_str().to_owned();
    beside.push(".lock");
    let lock = private(Path::new(&beside)).map_err(|cause| refused("locked", cause))?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(DbError::refused(format_args!(
                "another process has {} open; end it first, or use PostgreSQL for several processes",
                path.display()
            )));
        }
        Err(TryLockError::Error(cause)) => return Err(refused("locked", cause)),
    }
    // SQLite gives the files beside it the same permissions as this one.
    let file = private(path).map_err(|cause| refused("opened", cause))?;
    let mode = file.metadata().map_err(|cause| refused("examined", cause))?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(DbError::refused(format_args!(
            "others than its owner may read {0} (mode {1:03o}); run: chmod 600 {0}",
            path.display(),
            mode & 0o777
        )));
    }
    Ok(Held { _lock: lock })
}

fn private(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)
}
