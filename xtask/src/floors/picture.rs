//! Draws the house for people.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::check::{Import, Kind};
use super::house::{Floor, HOUSE};

/// The house as text: a line for each crate that exists, with what it imports today.
pub fn draw(members: &BTreeSet<String>, imports: &[Import]) -> String {
    let mut picture = String::new();
    let mut last = None;
    for room in HOUSE.iter().filter(|room| members.contains(room.name)) {
        let label = match room.floor {
            Floor::Number(number) => number.to_string(),
            Floor::Side => "·".to_owned(),
        };
        if last.is_some_and(|floor| floor != room.floor) {
            picture.push('\n');
        }
        let shown = if last == Some(room.floor) { " " } else { label.as_str() };
        last = Some(room.floor);
        let short = |name: &str| name.strip_prefix("muster-").unwrap_or(name).to_owned();
        let used: Vec<_> = imports
            .iter()
            .filter(|import| {
                import.from == room.name && import.kind == Kind::Normal && members.contains(&import.to)
            })
            .map(|import| short(&import.to))
            .collect();
        let arrow = if used.is_empty() { String::new() } else { format!("  → {}", used.join(" ")) };
        let _ = writeln!(picture, " {shown}  {:<17} {}{arrow}", room.name, room.duty);
    }
    let planned: Vec<_> =
        HOUSE.iter().filter(|room| !members.contains(room.name)).map(|room| room.name).collect();
    if !planned.is_empty() {
        let _ = writeln!(picture, "\n    not yet built: {}", planned.join(", "));
    }
    picture
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_is_drawn_from_the_roof_to_the_ground() {
        let members = ["muster-case", "muster-store", "muster-vocab", "xtask"].map(str::to_owned).into();
        let import = |from: &str, to: &str| Import { from: from.into(), to: to.into(), kind: Kind::Normal };
        let picture = draw(
            &members,
            &[
                import("muster-store", "muster-case"),
                import("muster-store", "muster-vocab"),
                import("muster-case", "muster-vocab"),
            ],
        );
        let (built, planned) = picture.split_once("\n    not yet built: ").unwrap();
        insta::assert_snapshot!(built, @r"
         3  muster-store      the log, the sealed boxes, the views  → case vocab

         2  muster-case       the domain: commands, events, refusals, permits  → vocab

         1  muster-vocab      the mission's words

         ·  xtask             tidiness, tests with their database, benches
        ");
        assert!(planned.starts_with("muster, muster-web, "));
    }
}
