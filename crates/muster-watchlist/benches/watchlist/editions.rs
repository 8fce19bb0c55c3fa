//! The lists, read from the files as they were published.

use crate::{data::Data, say::Say};
use muster_vocab::Digest;
use muster_watchlist::{
    Edition, Entry,
    lists::{self, Source},
};
use std::path::{Path, PathBuf};

/// A list, by its files; a folder stands for all files in it.
pub(crate) struct Published {
    list: &'static str,
    dated: &'static str,
    files: &'static [&'static str],
}

/// OFAC's list of 2 July 2024.
pub(crate) const SDN: Published = Published {
    list: "us_ofac_sdn",
    dated: "2024-07-02",
    files: &["us_ofac_sdn/sdn-2024-07-02.csv", "us_ofac_sdn/alt-2025-01.csv"],
};

/// Five lists. The fifth stands for the UK's, which is absent.
pub(crate) const FIVE: [Published; 5] = [
    SDN,
    Published { list: "un_sc", dated: "2026-02-27", files: &["un_sc/un-consolidated-2026-02-27.xml"] },
    Published { list: "eu_oj", dated: "2026-08-01", files: &["eu_journal_2026-08/consolidated"] },
    Published { list: "pk_nacta", dated: "2026-01-01", files: &["pk_proscribed/pk-proscribed.json"] },
    Published { list: "un_sc_before", dated: "2020-11-24", files: &["un_sc/un-consolidated-2020-11-24.xml"] },
];

/// Reads the lists that are there, and says which are not.
pub(crate) fn read(data: &Data, published: &[Published], say: &Say) -> Vec<Edition> {
    let read = |published: &Published| match edition(data, published, say) {
        Ok(edition) => Some(edition),
        Err(cause) => {
            say.note(&format!("  left out: {cause}"));
            None
        }
    };
    published.iter().filter_map(read).collect()
}

fn edition(data: &Data, published: &Published, say: &Say) -> Result<Edition, String> {
    let mut files = Vec::new();
    for name in published.files {
        let path = data.lists.join(name);
        let all = if path.is_dir() { inside(&path) } else { vec![path] };
        for path in all {
            let bytes = std::fs::read(&path).map_err(|_| format!("{name} is absent"))?;
            files.push((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes));
        }
    }
    let (entries, bad) = entries(&files).map_err(|cause| format!("{}: {cause}", published.list))?;
    if bad > 0 {
        say.note(&format!("  {}: {bad} records could not be read", published.list));
    }
    let bytes: Vec<u8> = files.iter().flat_map(|(_, bytes)| bytes.iter().copied()).collect();
    Ok(Edition {
        list: published.list.to_owned(),
        dated: published.dated.to_owned(),
        digest: Digest::of(&bytes),
        entries,
    })
}

/// The entries of files of one list, and how many records could not be read.
pub(crate) fn entries(files: &[(String, Vec<u8>)]) -> Result<(Vec<Entry>, usize), String> {
    let sources =
        files.iter().map(|(name, bytes)| Source { name, bytes: Box::new(bytes.as_slice()) }).collect();
    let readings = lists::read(sources).map_err(|error| error.to_string())?;
    let bad = readings.iter().map(|reading| reading.bad.len()).sum();
    Ok((readings.into_iter().flat_map(|reading| reading.entries).collect(), bad))
}

fn inside(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}
