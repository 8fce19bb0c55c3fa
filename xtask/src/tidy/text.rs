//! Any text file: clean line ends, no tabs, a plain name, and nothing that belongs to one machine.

use unicode_normalization::is_nfc;

use super::Complaint;
use crate::repository::Tracked;

/// Lines that may name a place on a machine: the start of the path, and the reason.
pub(super) const PLACES_ALLOWED: &[(&str, &str)] = &[];

/// Everything untidy in one file of any kind.
pub(super) fn check(file: &Tracked, complaints: &mut Vec<Complaint>) {
    if !is_nfc(&file.path) {
        complaints.push(Complaint::new(
            file,
            1,
            "the file's name is not in Unicode's composed form (NFC)",
            "rename it: two systems would see two different files",
        ));
    }
    let Some(text) = file.text.as_deref() else { return };
    machine(file, text, complaints);
    if as_it_came(file) {
        return;
    }
    line_ends(file, text, complaints);
}

/// Files by other hands, or written by a tool, keep their own spacing.
fn as_it_came(file: &Tracked) -> bool {
    let folder = |name: &str| file.path.split('/').any(|part| part == name);
    folder("vendor") || folder("fixtures") || file.path.ends_with(".min.js") || file.is("snap")
}

fn line_ends(file: &Tracked, text: &str, complaints: &mut Vec<Complaint>) {
    let tabs_mean_something = file.is("tsv") || file.path.ends_with("Makefile");
    for (at, line) in text.split('\n').enumerate() {
        if line.ends_with([' ', '\t', '\r']) {
            complaints.push(Complaint::new(file, at + 1, "blanks at the end of the line", "take them away"));
        } else if line.contains('\t') && !tabs_mean_something {
            complaints.push(Complaint::new(file, at + 1, "a tab", "use spaces, or `\\t` in a literal"));
        }
    }
    if !text.is_empty() && !text.ends_with('\n') {
        complaints.push(Complaint::new(
            file,
            text.lines().count(),
            "no newline at the end",
            "end the file with one",
        ));
    }
}

fn machine(file: &Tracked, text: &str, complaints: &mut Vec<Complaint>) {
    // Written in two halves, so that this file passes its own check.
    const PLACES: [&str; 4] =
        [concat!("/", "tmp/"), concat!("/", "root/"), concat!("/", "home/"), concat!("/", "work/")];
    const HOSTS: [&str; 3] = [concat!("arti", "factory"), concat!("jf", "rog"), concat!("sona", "type")];
    let allowed = PLACES_ALLOWED.iter().any(|(path, _)| file.path.starts_with(path));
    for (at, line) in text.lines().enumerate() {
        if let Some(place) = PLACES.into_iter().find(|place| names_place(line, place)).filter(|_| !allowed) {
            complaints.push(Complaint::new(
                file,
                at + 1,
                format!("names a place on one machine, under `{place}`"),
                "use a path from the repository's root, or a temporary folder made by the program",
            ));
        }
        let lower = line.to_lowercase();
        if HOSTS.into_iter().any(|host| lower.contains(host)) || names_other_registry(file, line) {
            complaints.push(Complaint::new(
                file,
                at + 1,
                "names a package registry that is not the public one",
                "keep mirrors in your own settings, outside the repository",
            ));
        }
    }
}

/// A path from the file system's root: nothing of a name or an address stands before its first slash.
fn names_place(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + place.len()..].chars().next();
        let inside =
            before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '}' | '>' | '*'));
        !inside && after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '{' | '$'))
    })
}

fn names_other_registry(file: &Tracked, line: &str) -> bool {
    const PUBLIC: [&str; 2] =
        ["registry+https://github.com/rust-lang/crates.io-index", "sparse+https://index.crates.io/"];
    let lock = file.path.ends_with("Cargo.lock");
    let cargo_settings = file.path.ends_with(".cargo/config.toml");
    (lock && line.starts_with("source = ") && !PUBLIC.iter().any(|public| line.contains(public)))
        || (cargo_settings && (line.starts_with("[source") || line.starts_with("[registr")))
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn blanks_tabs_and_a_missing_last_newline_are_found() {
        assert_eq!(
            found("notes.txt", "one \n\ttwo\nthree\r\nfour"),
            [
                "notes.txt:1: blanks at the end of the line",
                "notes.txt:2: a tab",
                "notes.txt:3: blanks at the end of the line",
                "notes.txt:4: no newline at the end",
            ]
        );
        assert!(found("notes.txt", "").is_empty());
        assert!(found("static/vendor/htmx.js", "as it came \n").is_empty());
    }

    #[test]
    fn a_place_on_one_machine_is_found() {
        let place = concat!("see /", "home/anna/muster\n");
        assert_eq!(found("notes.txt", place).len(), 1);
        assert_eq!(found("static/vendor/a.js", concat!("\"/", "root/a\"\n")).len(), 1);
        for fine in [
            concat!("crates/", "work/x\n"),
            concat!("https://example.org/", "home/x\n"),
            concat!("/", "tmp/\n"),
        ] {
            assert!(found("notes.txt", fine).is_empty(), "{fine}");
        }
    }

    #[test]
    fn a_private_registry_is_found() {
        assert_eq!(found("notes.txt", concat!("https://arti", "factory.example/crates\n")).len(), 1);
        assert_eq!(found("Cargo.lock", "source = \"registry+https://crates.example/\"\n").len(), 1);
        assert_eq!(found(".cargo/config.toml", "[source.crates-io]\n").len(), 1);
        assert!(
            found("Cargo.lock", "source = \"registry+https://github.com/rust-lang/crates.io-index\"\n")
                .is_empty()
        );
    }

    #[test]
    fn a_name_in_decomposed_unicode_is_found() {
        assert_eq!(found("docs/zakładkи\u{306}.txt", "a\n").len(), 1);
        assert!(found("docs/zakładkй.txt", "a\n").is_empty());
    }
}
