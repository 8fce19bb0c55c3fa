//! Where the repository is, and which files belong to it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// One file that belongs to the repository.
#[derive(Clone, Debug)]
pub struct Tracked {
    /// From the root, with `/` between the parts.
    pub path: String,
    /// Nothing when the file is not UTF-8 text.
    pub text: Option<String>,
}

impl Tracked {
    /// A text file, as the checks and their tests see it.
    pub fn text(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: Some(text.to_owned()) }
    }

    /// Whether the path ends in `.extension`.
    pub fn is(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|found| found == extension)
    }
}

/// The repository's root: the nearest folder upward that holds `xtask/Cargo.toml`.
///
/// # Errors
/// When no folder above the current one is a checkout of Muster.
pub fn root() -> Result<PathBuf> {
    let here = std::env::current_dir().context("the current folder cannot be read")?;
    match here.ancestors().find(|folder| folder.join("xtask/Cargo.toml").is_file()) {
        Some(folder) => Ok(folder.to_owned()),
        None => bail!("this folder is not inside a checkout of Muster; change to one and run it again"),
    }
}

/// Every tracked file that still exists, in order of path.
///
/// Outside a git checkout (an unpacked archive) it takes every file that is not a build product.
///
/// # Errors
/// When a file cannot be read.
pub fn tracked(root: &Path) -> Result<Vec<Tracked>> {
    let mut paths = match listed_by_git(root) {
        Some(paths) => paths,
        None => walked(root, root)?,
    };
    paths.sort();
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        let full = root.join(&path);
        // A tracked file may be deleted and not yet committed, and a link may point nowhere.
        if !full.is_file() {
            continue;
        }
        let bytes = std::fs::read(&full).with_context(|| format!("{path} cannot be read"))?;
        let text = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
        files.push(Tracked { path, text });
    }
    Ok(files)
}

fn listed_by_git(root: &Path) -> Option<Vec<String>> {
    // A checkout made by another user is read as well: nothing in it is run.
    let output = Command::new("git")
        .args(["-c", "safe.directory=*", "ls-files", "-z"])
        .current_dir(root)
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let names = String::from_utf8_lossy(&output.stdout);
    Some(names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

fn walked(root: &Path, folder: &Path) -> Result<Vec<String>> {
    const NOT_SOURCE: [&str; 4] = [".git", "target", "node_modules", "muster-data"];
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if NOT_SOURCE.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            paths.extend(walked(root, &path)?);
        } else if let Ok(inside) = path.strip_prefix(root) {
            paths.push(inside.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unpacked_archive_is_read_without_git_and_without_build_products() {
        let folder = tempfile::tempdir().unwrap();
        for path in ["src/lib.rs", "target/debug/muster", "README.md"] {
            let full = folder.path().join(path);
            std::fs::create_dir_all(full.parent().unwrap()).unwrap();
            std::fs::write(full, "text\n").unwrap();
        }

        let files = tracked(folder.path()).unwrap();

        let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["README.md", "src/lib.rs"]);
    }

    #[test]
    fn a_file_that_is_not_text_has_no_text() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("seal.png"), [0x89, b'P', 0xff, 0]).unwrap();

        assert!(tracked(folder.path()).unwrap()[0].text.is_none());
    }
}
