//! Rust files: short, introduced, and without loose ends.

use super::Complaint;
use super::code::code_only;
use crate::repository::Tracked;

/// A file longer than this has two subjects.
pub(super) const LONGEST: usize = 400;

/// Files that may be longer, each with its reason. An entry that is no longer needed is a complaint.
pub(super) const LONGER: &[(&str, &str)] = &[];

/// Everything untidy in one Rust file.
pub(super) fn check(file: &Tracked, complaints: &mut Vec<Complaint>) {
    let Some(text) = file.text.as_deref().filter(|_| file.is("rs")) else { return };
    length(file, text, complaints);
    introduction(file, text, complaints);
    let code = code_only(text);
    loose_ends(file, &code, complaints);
    silenced_lints(file, text, &code, complaints);
}

fn length(file: &Tracked, text: &str, complaints: &mut Vec<Complaint>) {
    let lines = text.lines().count();
    let excused = LONGER.iter().any(|(path, _)| *path == file.path);
    if lines > LONGEST && !excused {
        complaints.push(Complaint::new(
            file,
            lines,
            format!("{lines} lines, more than {LONGEST}"),
            "split it by verb, or argue for it in LONGER in xtask/src/tidy/rust.rs",
        ));
    } else if lines <= LONGEST && excused {
        complaints.push(Complaint::new(
            file,
            1,
            "excused as long, but short",
            "take it out of LONGER in xtask/src/tidy/rust.rs",
        ));
    }
}

fn introduction(file: &Tracked, text: &str, complaints: &mut Vec<Complaint>) {
    let root = file.path.ends_with("src/lib.rs") || file.path.ends_with("src/main.rs");
    if root && !text.starts_with("//!") {
        complaints.push(Complaint::new(
            file,
            1,
            "the crate is not introduced",
            "open the file with `//!`: what it is, what it promises, what it never does",
        ));
    }
}

fn loose_ends(file: &Tracked, code: &str, complaints: &mut Vec<Complaint>) {
    const LOOSE: [(&str, &str); 3] = [
        ("todo!", "write it now, or leave it out"),
        ("unimplemented!", "write it now, or leave it out"),
        ("dbg!", "take it out; what an operator must see goes through the log"),
    ];
    for (number, line) in numbered(code) {
        for (word, to_do) in LOOSE {
            if line
                .match_indices(word)
                .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
            {
                complaints.push(Complaint::new(file, number, format!("`{word}` left in the code"), to_do));
            }
        }
    }
}

fn silenced_lints(file: &Tracked, text: &str, code: &str, complaints: &mut Vec<Complaint>) {
    let lines: Vec<_> = text.lines().collect();
    let code: Vec<_> = code.lines().collect();
    for (at, line) in code.iter().enumerate() {
        let Some(word) = ["allow", "expect"]
            .into_iter()
            .find(|word| line.contains(&format!("#[{word}(")) || line.contains(&format!("#![{word}(")))
        else {
            continue;
        };
        // The attribute may run over several lines; a reason stands before its closing bracket.
        let end = code[at..].iter().position(|line| line.contains(")]")).map_or(at, |length| at + length);
        if !code[at..=end].iter().any(|line| line.contains("reason")) {
            complaints.push(Complaint::new(
                file,
                at + 1,
                format!("a lint is silenced without a reason: `{}`", lines[at].trim()),
                if word == "allow" {
                    "use `#[expect(…, reason = \"…\")]`, so that it leaves when its cause does"
                } else {
                    "add `reason = \"…\"`"
                },
            ));
        }
    }
}

fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, line))
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn a_file_with_two_subjects_is_found() {
        let long = "//! Words.\n".repeat(401);
        assert_eq!(
            found("crates/a/src/long.rs", &long),
            ["crates/a/src/long.rs:401: 401 lines, more than 400"]
        );
        assert!(found("crates/a/src/long.rs", &"//! Words.\n".repeat(400)).is_empty());
    }

    #[test]
    fn a_crate_must_be_introduced() {
        assert_eq!(
            found("crates/a/src/lib.rs", "mod b;\n"),
            ["crates/a/src/lib.rs:1: the crate is not introduced"]
        );
        assert!(found("crates/a/src/b.rs", "mod b;\n").is_empty());
    }

    #[test]
    fn loose_ends_are_found_in_code_and_nowhere_else() {
        let text = "fn a() {\n    todo!()\n}\nfn b() { dbg!(1); unimplemented!() }\n";
        assert_eq!(
            found("src/a.rs", text),
            [
                "src/a.rs:2: `todo!` left in the code",
                "src/a.rs:4: `unimplemented!` left in the code",
                "src/a.rs:4: `dbg!` left in the code",
            ]
        );
        assert!(found("src/a.rs", "// todo!\nconst A: &str = \"dbg!(1)\";\nmy_todo!();\n").is_empty());
    }

    #[test]
    fn a_lint_is_silenced_only_with_a_reason() {
        assert_eq!(
            found("src/a.rs", "#[allow(dead_code)]\nfn a() {}\n"),
            ["src/a.rs:1: a lint is silenced without a reason: `#[allow(dead_code)]`"]
        );
        assert_eq!(found("src/a.rs", "#![expect(\n    dead_code\n)]\n").len(), 1);
        assert!(
            found("src/a.rs", "#[expect(\n    dead_code,\n    reason = \"soon\"\n)]\nfn a() {}\n").is_empty()
        );
    }
}
