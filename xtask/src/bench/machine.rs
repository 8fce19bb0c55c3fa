//! The machine a figure was taken on.

use std::path::Path;
use std::process::Command;

use serde::Serialize;

/// What a reader needs to compare a figure with another machine's.
#[derive(Clone, Debug, Serialize)]
pub struct Machine {
    /// Cores the process may use.
    pub cores: usize,
    /// The processor's own name.
    pub processor: String,
    /// Memory, in MiB.
    pub memory_mib: u64,
    /// The kernel's release.
    pub kernel: String,
    /// The compiler.
    pub rustc: String,
    /// The commit measured; `+` marks changes that are not in it.
    pub commit: String,
}

impl Machine {
    /// Reads it from the system; what cannot be read is `unknown`, never a guess.
    pub fn describe(root: &Path) -> Self {
        let read = |path| std::fs::read_to_string(path).unwrap_or_default();
        Self {
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            processor: field(&read("/proc/cpuinfo"), "model name").unwrap_or_else(unknown),
            memory_mib: field(&read("/proc/meminfo"), "MemTotal").and_then(|value| kib(&value)).unwrap_or(0)
                / 1024,
            kernel: Some(read("/proc/sys/kernel/osrelease").trim().to_owned())
                .filter(|release| !release.is_empty())
                .unwrap_or_else(unknown),
            rustc: said(root, "rustc", &["--version"]).unwrap_or_else(unknown),
            commit: commit(root),
        }
    }
}

/// The value after `name:` in a file of `/proc`.
pub(super) fn field(text: &str, name: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let (found, value) = line.split_once(':')?;
        (found.trim() == name).then(|| value.trim().to_owned())
    })
}

/// The number in `12345 kB`.
pub(super) fn kib(value: &str) -> Option<u64> {
    value.strip_suffix("kB")?.trim().parse().ok()
}

fn commit(root: &Path) -> String {
    let Some(commit) = said(root, "git", &["rev-parse", "--short", "HEAD"]) else { return unknown() };
    let changed = said(root, "git", &["status", "--porcelain", "--untracked-files=no"]);
    if changed.is_some_and(|changes| !changes.is_empty()) { format!("{commit}+") } else { commit }
}

fn said(root: &Path, program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).current_dir(root).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn unknown() -> String {
    "unknown".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_its_whole_name() {
        let text = "model\t\t: 85\nmodel name\t: A Processor @ 2.50GHz\n";
        assert_eq!(field(text, "model name").as_deref(), Some("A Processor @ 2.50GHz"));
        assert_eq!(field(text, "MemTotal"), None);
    }

    #[test]
    fn memory_is_read_in_kib() {
        assert_eq!(kib("16384256 kB"), Some(16_384_256));
        assert_eq!(kib("16384256"), None);
    }
}
