//! Manifests: a dependency is a guest who stays, so the root says what each is for.

use super::Complaint;
use crate::repository::Tracked;

/// Everything untidy in one `Cargo.toml`.
pub(super) fn check(file: &Tracked, complaints: &mut Vec<Complaint>) {
    let Some(text) = file.text.as_deref() else { return };
    if file.path == "Cargo.toml" {
        root(file, text, complaints);
    } else if file.path.ends_with("/Cargo.toml") {
        member(file, text, complaints);
    }
}

fn root(file: &Tracked, text: &str, complaints: &mut Vec<Complaint>) {
    let mut above = "";
    for (number, section, line) in dependency_lines(text) {
        let explained = above.starts_with("# ") && !above.starts_with("# ---");
        let ours = line.contains("path = ");
        if section == "[workspace.dependencies]" && line.contains('=') && is_key(line) && !ours && !explained
        {
            complaints.push(Complaint::new(
                file,
                number,
                format!("nothing says what `{}` is for", name(line)),
                "write one line of why above it",
            ));
        }
        above = line;
    }
}

fn member(file: &Tracked, text: &str, complaints: &mut Vec<Complaint>) {
    for (number, section, line) in dependency_lines(text) {
        let dependencies = section.ends_with("dependencies]");
        if dependencies && is_key(line) && line.contains('=') && !line.contains("workspace = true") {
            complaints.push(Complaint::new(
                file,
                number,
                format!("`{}` is declared outside the root Cargo.toml", name(line)),
                "declare it there with its why, and write `.workspace = true` here",
            ));
        }
    }
}

/// Each line with its number and the section it stands in.
fn dependency_lines(text: &str) -> impl Iterator<Item = (usize, &str, &str)> {
    let mut section = "";
    text.lines().enumerate().map(move |(at, line)| {
        if line.starts_with('[') {
            section = line.trim_end();
        }
        (at + 1, section, line)
    })
}

fn is_key(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '"')
}

fn name(line: &str) -> &str {
    line.split(['=', '.', ' ']).next().unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn a_dependency_without_a_why_is_found() {
        let text = "[workspace.dependencies]\n# --- store\nsqlite = \"1\"\n# Dates.\njiff = \"1\"\nours = { path = \"ours\" }\n\n[profile.dev]\ndebug = 1\n";
        assert_eq!(found("Cargo.toml", text), ["Cargo.toml:3: nothing says what `sqlite` is for"]);
    }

    #[test]
    fn one_why_does_not_cover_two_guests() {
        let text = "[workspace.dependencies]\n# Dates.\njiff = \"1\"\nchrono = \"1\"\n";
        assert_eq!(found("Cargo.toml", text), ["Cargo.toml:4: nothing says what `chrono` is for"]);
    }

    #[test]
    fn a_crate_may_not_bring_its_own_guest() {
        let text = "[package]\nname = \"a\"\n\n[dev-dependencies]\njiff.workspace = true\nchrono = \"1\"\n";
        assert_eq!(
            found("crates/a/Cargo.toml", text),
            ["crates/a/Cargo.toml:6: `chrono` is declared outside the root Cargo.toml"]
        );
    }
}
