//! No personal data in the clear at rest: planted names, numbers and documents are in no file that is written.

mod support;

use aho_corasick::AhoCorasick;
use muster_app::{
    App,
    scenario::{Plot, Population, play},
};
use muster_vocab::{Document, DocumentKind, PersonName, SeededDice};
use std::{collections::BTreeSet, fs, path::Path};
use support::{at, dossier, inquiry, open};

const PLOT: Plot = Plot { seed: 3, people: 150, days: 21 };

/// Words that would name somebody: planted ones, and everything near-unique the population says.
fn words() -> BTreeSet<String> {
    let mut words: BTreeSet<String> =
        ["Zzcanary", "Цвіркун", "zzcanary-mail", "+12025550199", "ZZ9988776", "zz canary words"]
            .map(str::to_owned)
            .into();
    for inquiry in &Population::new(PLOT.seed, PLOT.people, PLOT.days).inquiries {
        let (identity, contact) = (&inquiry.dossier.identity, &inquiry.dossier.contact);
        words.extend(contact.email.as_ref().map(ToString::to_string));
        words.extend(contact.phone.as_ref().map(ToString::to_string));
        words.extend(identity.document.as_ref().map(|document| document.number.clone()));
        words.extend(identity.name_original.as_ref().map(muster_vocab::PersonName::full));
        words.insert(identity.name.full());
    }
    // Short words turn up in random bytes by chance: 8 bytes never do.
    words.retain(|word| word.len() >= 8);
    words
}

/// Plants one person with everything filled in, after the surge was played.
fn plant(app: &App) {
    let mut told = dossier("Zzcanary", "Zzcanarysson", "zzcanary-mail@example.org");
    told.identity.name_original = Some(PersonName::new("Цвіркун", "Цвіркуненко").unwrap());
    told.identity.document =
        Some(Document::new(DocumentKind::Passport, "US".parse().unwrap(), "ZZ9988776").unwrap());
    told.contact.phone = Some("+12025550199".parse().unwrap());
    told.disclosures.words = "zz canary words of a motive".into();
    app.receive(inquiry(told, None), &mut SeededDice::new(4), at("2022-03-20T12:00:00Z")).unwrap();
}

/// Looks for all words at once.
struct Finder(AhoCorasick, Vec<String>);

impl Finder {
    fn new() -> Self {
        let words: Vec<String> = words().into_iter().collect();
        Self(AhoCorasick::new(&words).unwrap(), words)
    }

    /// The words that stand in `bytes`.
    fn found(&self, bytes: &[u8]) -> BTreeSet<&str> {
        self.0.find_overlapping_iter(bytes).map(|hit| self.1[hit.pattern()].as_str()).collect()
    }
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Looks through every file of a folder; gives how many bytes there were.
fn look_through(folder: &Path, finder: &Finder) -> usize {
    let mut looked = 0;
    for path in files(folder) {
        let bytes = fs::read(&path).unwrap();
        looked += bytes.len();
        assert!(finder.found(&bytes).is_empty(), "{:?} names somebody", path.file_name());
    }
    looked
}

#[test]
fn the_words_are_found_where_they_stand_in_the_clear() {
    let finder = Finder::new();
    assert!(finder.1.len() > 300, "only {} words are looked for", finder.1.len());
    for word in &finder.1 {
        assert!(finder.found(format!("… {word} …").as_bytes()).contains(word.as_str()));
    }
}

#[test]
fn no_file_on_disk_names_anybody_after_the_surge() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("muster.db");
    let app = open(folder.path(), database.to_str().unwrap());
    play(&app, &PLOT, &mut |_| {}).unwrap();
    plant(&app);
    let finder = Finder::new();
    // While it is open the write-ahead files are there too; afterwards they are folded in.
    let while_open = look_through(folder.path(), &finder);
    drop(app);
    let closed = look_through(folder.path(), &finder);
    assert!(while_open.min(closed) > 1_000_000, "only {closed} bytes were looked at");
}

#[test]
fn no_file_of_the_server_names_anybody_after_the_surge() {
    let folder = tempfile::tempdir().unwrap();
    let database = muster_testkit::postgres::fresh_database();
    let app = open(folder.path(), database.url());
    play(&app, &PLOT, &mut |_| {}).unwrap();
    plant(&app);
    drop(app);
    let mut client = postgres::Client::connect(database.url(), postgres::NoTls).unwrap();
    client.batch_execute("CHECKPOINT").unwrap();
    let finder = Finder::new();
    let mut looked = 0;
    // The server's own files, read by the server: this database's tables, and the write-ahead log.
    let places = client
        .query(
            "SELECT 'base/' || (SELECT oid FROM pg_database WHERE datname = current_database()) UNION SELECT 'pg_wal'",
            &[],
        )
        .unwrap();
    for place in places.iter().map(|row| row.get::<_, String>(0)) {
        for file in client.query("SELECT pg_ls_dir($1)", &[&place]).unwrap() {
            let path = format!("{place}/{}", file.get::<_, String>(0));
            // A file may go, and a folder has no bytes: neither names anybody.
            let Ok(row) = client.query_one("SELECT pg_read_binary_file($1)", &[&path]) else { continue };
            let bytes: Vec<u8> = row.get(0);
            looked += bytes.len();
            assert!(finder.found(&bytes).is_empty(), "{path} names somebody");
        }
    }
    assert!(looked > 1_000_000, "only {looked} bytes were looked at");
}
