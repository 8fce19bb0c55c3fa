//! Markdown: a link inside the repository leads somewhere.

use std::collections::BTreeSet;

use super::Complaint;
use crate::repository::Tracked;

/// Every link in one Markdown file to a file or folder that the repository does not have.
pub(super) fn check(file: &Tracked, paths: &BTreeSet<&str>, complaints: &mut Vec<Complaint>) {
    let Some(text) = file.text.as_deref().filter(|_| file.is("md")) else { return };
    let mut fenced = false;
    for (at, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        if fenced {
            continue;
        }
        for target in targets(&without_code(line)) {
            if let Some(path) = inside(&file.path, &target)
                && !leads_somewhere(&path, paths)
            {
                complaints.push(Complaint::new(
                    file,
                    at + 1,
                    format!("the link `{target}` leads nowhere"),
                    "correct it, commit the file it means, or take it away",
                ));
            }
        }
    }
}

/// The line without what stands between back-quotes.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect::<Vec<_>>().join("`")
}

/// What `[text](target)` and `[name]: target` point at.
fn targets(line: &str) -> Vec<String> {
    let mut found: Vec<_> = line
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', ' ']).next())
        .map(|target| target.trim_matches(['<', '>']).to_owned())
        .collect();
    if let Some((_, target)) = line.strip_prefix('[').and_then(|rest| rest.split_once("]: ")) {
        found.extend(target.split_whitespace().next().map(str::to_owned));
    }
    found
}

/// The path from the root that `target` means in `from`; nothing for an address elsewhere or a place on the same page.
fn inside(from: &str, target: &str) -> Option<String> {
    let path = target.split('#').next().unwrap_or_default();
    if path.is_empty() || target.contains("://") || target.starts_with("mailto:") {
        return None;
    }
    let mut parts: Vec<&str> = if path.starts_with('/') { Vec::new() } else { from.split('/').collect() };
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.is_empty() => return Some(target.to_owned()),
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn leads_somewhere(path: &str, paths: &BTreeSet<&str>) -> bool {
    let folder = format!("{path}/");
    path.is_empty()
        || paths.contains(path)
        || paths.range(folder.as_str()..).next().is_some_and(|found| found.starts_with(&folder))
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn a_link_to_nowhere_is_found() {
        assert_eq!(
            found("docs/a.md", "See [b](b.md) and\n[c]: ../c.md\n"),
            ["docs/a.md:1: the link `b.md` leads nowhere", "docs/a.md:2: the link `../c.md` leads nowhere"]
        );
    }

    #[test]
    fn links_that_lead_somewhere_are_let_through() {
        let text = "[a](a.md#top) [all](../docs/) [up](..) [web](https://example.org/x) [here](#here) `[x](y)`\n\
                    ```\n[x](y)\n```\n";
        assert!(found("docs/a.md", text).is_empty(), "{:?}", found("docs/a.md", text));
    }
}
