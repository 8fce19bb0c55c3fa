//! Entries in a plain normal form, one JSON object a line: `id`, `list`, `type`, `names` with their kinds, `dob`, `pob`,
//! `country`, `ids`, `gender`, `father`, `program`. A file may hold several lists.

use super::json::ObjectLines;
use super::reading::{Gather, ListRefused, Reading, Source};
use super::script::is_own_script;
use crate::{AliasStrength, Entry, Kind};
use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    id: String,
    list: String,
    #[serde(default, rename = "type")]
    kind: String,
    names: Vec<Name>,
    #[serde(default)]
    dob: Vec<String>,
    #[serde(default)]
    pob: Vec<String>,
    #[serde(default)]
    country: Vec<String>,
    #[serde(default)]
    ids: Vec<Id>,
    #[serde(default)]
    gender: String,
    #[serde(default)]
    father: String,
    #[serde(default)]
    program: String,
}

#[derive(Deserialize)]
struct Name {
    n: String,
    #[serde(default)]
    k: String,
}

#[derive(Deserialize)]
struct Id {
    #[serde(default)]
    t: String,
    v: String,
    #[serde(default)]
    c: String,
}

pub(super) fn read(source: Source<'_>, dated: Option<&str>) -> Result<Vec<Reading>, ListRefused> {
    let file = super::read::stem(source.name);
    let mut lists: Vec<(String, Gather)> = Vec::new();
    let mut lines = ObjectLines::new(source);
    while let Some((at, line)) = lines.next::<Line>()? {
        let list = match &line {
            Ok(line) => line.list.clone(),
            // What cannot be read is reported with the list it stands in.
            Err(_) => lists.last().map_or_else(|| file.clone(), |(list, _)| list.clone()),
        };
        let index = lists.iter().position(|(known, _)| *known == list).unwrap_or_else(|| {
            lists.push((list, Gather::dated(dated)));
            lists.len() - 1
        });
        match line {
            Ok(line) => lists[index].1.keep(at, entry(&line)),
            Err(cause) => lists[index].1.bad(at, cause),
        }
    }
    Ok(lists.into_iter().map(|(list, gather)| gather.finish(&list)).collect())
}

fn entry(line: &Line) -> Entry {
    let kind = match line.kind.as_str() {
        "person" => Kind::Person,
        "entity" => Kind::Organisation,
        "vessel" => Kind::Vessel,
        "aircraft" => Kind::Aircraft,
        _ => Kind::Unknown,
    };
    let mut entry = Entry::new(&line.id, kind);
    for name in &line.names {
        let strength = match name.k.as_str() {
            "primary" => AliasStrength::Primary,
            _ if is_own_script(&name.n) => AliasStrength::Original,
            "original" => AliasStrength::Original,
            "weak" => AliasStrength::Weak,
            "fka" | "f.k.a." => AliasStrength::Former,
            _ => AliasStrength::Strong,
        };
        entry.add_name(&name.n, strength);
    }
    for date in &line.dob {
        if !entry.add_born(date) {
            entry.add_remark("Date of birth", date);
        }
    }
    for place in &line.pob {
        entry.add_birthplace(place);
    }
    for country in &line.country {
        entry.add_nationality(country);
    }
    for id in &line.ids {
        entry.add_document(&id.t, &id.v, &id.c);
    }
    entry.add_sex(&line.gender);
    entry.add_father(&line.father);
    for programme in line.program.split("] [") {
        entry.add_programme(programme);
    }
    entry
}
