//! Reading the file of settings: known keys, texts as values, and a place for every complaint.

use super::{SETTINGS, gather::did_you_mean};
use crate::frame::Fault;
use std::{collections::BTreeMap, path::Path};
use toml::de::{DeTable, DeValue};

/// What a file sets: value and line, by name.
pub(super) type FileValues = BTreeMap<&'static str, (String, usize)>;

/// Reads the text of `path`.
pub(super) fn read(path: &Path, text: &str) -> Result<FileValues, Fault> {
    let line = |at: usize| text[..at.min(text.len())].matches('\n').count() + 1;
    let at = |at: usize| format!("{}:{}", path.display(), line(at));
    let table = DeTable::parse(text).map_err(|error| {
        let place = at(error.span().map_or(0, |span| span.start));
        Fault::usage(format!("{place}: this is not TOML: {}", error.message()))
            .next("mend the line; texts stand in double quotes, such as data = \"muster-data\"")
    })?;
    let mut values = FileValues::new();
    for (key, value) in table.get_ref() {
        let word = key.get_ref();
        let Some(setting) = SETTINGS.iter().find(|setting| setting.name == word.as_ref()) else {
            let names = SETTINGS.iter().map(|setting| setting.name.to_owned());
            return Err(Fault::usage(format!("{}: there is no setting `{word}`", at(key.span().start)))
                .next(did_you_mean(word, names)));
        };
        let DeValue::String(text) = value.get_ref() else {
            return Err(Fault::usage(format!("{}: `{word}` must be a text", at(value.span().start)))
                .next(format!("write it in double quotes: {word} = \"…\"")));
        };
        let told = (beside(path, setting.path, text), line(key.span().start));
        values.insert(setting.name, told);
    }
    Ok(values)
}

/// A relative path in a file is meant from where the file lies.
fn beside(file: &Path, is_path: bool, text: &str) -> String {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    match folder {
        Some(folder) if is_path && !text.contains(':') => folder.join(text).display().to_string(),
        _ => text.to_owned(),
    }
}
