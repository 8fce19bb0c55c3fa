//! A programme's files, read from its folder.

use super::ProgrammeError;
use std::path::Path;

/// The policy files of a folder: every `*.toml`, by name.
///
/// # Errors
/// [`ProgrammeError::File`] if the folder or a file cannot be read.
pub(crate) fn policy_files(folder: &Path) -> Result<Vec<(String, String)>, ProgrammeError> {
    files(folder, "", &["toml"])
}

/// The files of a portal: `*.toml` and, one folder down, `*.toml` and `*.ftl`, by their path. No folder, no files.
///
/// # Errors
/// [`ProgrammeError::File`] if a folder or a file cannot be read.
pub(super) fn portal_files(folder: &Path) -> Result<Vec<(String, String)>, ProgrammeError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut found = files(folder, "", &["toml"])?;
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str())
            && path.is_dir()
        {
            found.extend(files(&path, &format!("{name}/"), &["toml", "ftl"])?);
        }
    }
    found.sort();
    Ok(found)
}

fn files(folder: &Path, before: &str, endings: &[&str]) -> Result<Vec<(String, String)>, ProgrammeError> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if ending.is_some_and(|ending| endings.contains(&ending))
            && let Some(name) = path.file_name().and_then(|name| name.to_str())
        {
            files.push((format!("{before}{name}"), text(&path)?));
        }
    }
    files.sort();
    Ok(files)
}

/// The text of a file.
///
/// # Errors
/// [`ProgrammeError::File`] if it cannot be read.
pub(super) fn text(file: &Path) -> Result<String, ProgrammeError> {
    std::fs::read_to_string(file).map_err(|error| unreadable(file, &error))
}

fn unreadable(path: &Path, error: &std::io::Error) -> ProgrammeError {
    ProgrammeError::File { file: path.display().to_string(), why: error.to_string() }
}
