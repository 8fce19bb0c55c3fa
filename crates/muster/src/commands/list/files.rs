//! Published files as editions: which files belong together, their digest, what could not be read.

use crate::frame::{Fault, unreadable};
use muster_app::watchlist::{
    Edition,
    lists::{BadRecord, Format, ListRefused, Source, read},
};
use muster_vocab::Digest;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};

/// How much of a file tells its format.
const HEAD: u64 = 16 << 10;

/// What files came to.
pub(crate) struct FromFiles {
    /// An edition for each list, with everything that could be read.
    pub(crate) editions: Vec<Edition>,
    /// The records that could not be read, of all files.
    pub(crate) bad: Vec<BadRecord>,
}

/// Reads files, and the files of folders: one edition for each list in them.
pub(crate) fn from_files(paths: &[PathBuf]) -> Result<FromFiles, Fault> {
    let mut found = FromFiles { editions: Vec::new(), bad: Vec::new() };
    for paths in groups(paths)? {
        read_group(&paths, &mut found)?;
    }
    Ok(found)
}

/// The files that are meant, those of one list together.
pub(super) fn groups(paths: &[PathBuf]) -> Result<Vec<Vec<PathBuf>>, Fault> {
    let mut groups: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for path in files(paths)? {
        let format = Format::detect(&name(&path), &head(&path)?);
        // A folder may hold other things too. A file that is named is meant, and the reader says why it cannot be one.
        if format.is_some() || paths.contains(&path) {
            groups.entry(group(&path, format)).or_default().push(path);
        }
    }
    if groups.is_empty() {
        return Err(Fault::usage("no list was found in what is named").next(
            "name the files as their publisher offers them; `docs/howto/import-a-list.md` says which are read",
        ));
    }
    Ok(groups.into_values().collect())
}

/// The files of a group, opened.
pub(super) fn sources(paths: &[(String, PathBuf)]) -> Result<Vec<Source<'_>>, Fault> {
    let opened = paths.iter().map(|(name, path)| {
        let bytes = Box::new(File::open(path).map_err(|error| unreadable(path, &error))?);
        Ok(Source { name, bytes })
    });
    opened.collect()
}

/// The files of a group with their names, in the order of the names.
pub(super) fn named(paths: &[PathBuf]) -> Vec<(String, PathBuf)> {
    let mut named: Vec<_> = paths.iter().map(|path| (name(path), path.clone())).collect();
    named.sort();
    named
}

/// What files of one list have in common: these publishers spread one over several files, the others do not.
fn group(path: &Path, format: Option<Format>) -> String {
    match format {
        Some(Format::OfacCsv) if name(path).to_lowercase().starts_with("cons") => "ofac, consolidated".into(),
        Some(Format::OfacCsv) => "ofac".into(),
        Some(Format::EuJournalCsv) => "eu journal".into(),
        _ => path.display().to_string(),
    }
}

fn read_group(paths: &[PathBuf], found: &mut FromFiles) -> Result<(), Fault> {
    let paths = named(paths);
    let digest = digest(&paths)?;
    for reading in read(sources(&paths)?).map_err(refused)? {
        found.bad.extend(reading.bad);
        found.editions.push(Edition {
            list: reading.list,
            dated: reading.dated.unwrap_or_default(),
            digest,
            entries: reading.entries,
        });
    }
    Ok(())
}

/// Of one file its digest, as `sha256sum` prints it; of several the digest of what `sha256sum` prints of all of them.
fn digest(paths: &[(String, PathBuf)]) -> Result<Digest, Fault> {
    let mut lines = String::new();
    for (name, path) in paths {
        let file = File::open(path).map_err(|error| unreadable(path, &error))?;
        let digest = Digest::of_stream(file).map_err(|error| unreadable(path, &error))?;
        if paths.len() == 1 {
            return Ok(digest);
        }
        let _infallible = writeln!(lines, "{digest}  {name}");
    }
    Ok(Digest::of(lines.as_bytes()))
}

/// The files that are meant, each once: a folder stands for the files in it that are not hidden.
fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Fault> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries = path.read_dir().map_err(|error| unreadable(path, &error))?;
            let mut inside: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
            inside.retain(|path| path.is_file() && !name(path).starts_with('.'));
            inside.sort();
            files.extend(inside);
        } else {
            files.push(path.clone());
        }
    }
    let mut seen = BTreeSet::new();
    files.retain(|path| seen.insert(path.clone()));
    Ok(files)
}

fn head(path: &Path) -> Result<Vec<u8>, Fault> {
    let mut head = Vec::new();
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    file.take(HEAD).read_to_end(&mut head).map_err(|error| unreadable(path, &error))?;
    Ok(head)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn refused(refusal: ListRefused) -> Fault {
    Fault::usage(refusal.to_string()).next("`docs/howto/import-a-list.md` says which files are read and how")
}
