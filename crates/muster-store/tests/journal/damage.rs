//! Whatever is changed behind the store's back is found.

use crate::{
    setting::{Setting, append, by, case, on_both, on_sqlite, opened, person},
    walking::walk,
};
use muster_case::{
    Office, Posture,
    decision::{Act, Recommended},
    eligibility::EditionRef,
    identity::Merged,
    office::{
        AddStaff, OFFICE_STREAM, OfficeCommand, OpenMission, ProposeEdition, PublishEdition, StaffName,
        decide_office,
    },
};
use muster_store::{
    Store,
    db::{Arg, Db, DbError, Value},
    journal::Draft,
    views::Table,
};
use muster_vocab::{
    Actor, CommandId, Dice as _, Digest, HumanId, MissionCode, Moment, PersonalText, ProposalId, Role,
    SeededDice, StaffId,
};
use std::{fs, path::Path};

/// Tables beside the views, with the columns that make their key.
const BESIDE: [(&str, &[&str], &[&str]); 4] = [
    ("log", &["seq"], &["stream", "version", "at", "actor", "tag", "shape", "body", "prev", "hash"]),
    ("boxes", &["stream", "version", "part"], &["holder", "sealed"]),
    ("commands", &["command"], &["stream", "version"]),
    ("list_editions", &["content"], &["bytes", "entries"]),
];
const KEYS: [(&str, &[&str], &[&str]); 3] = [
    ("person_keys", &["holder"], &["kid", "epoch", "wrapped"]),
    ("destroyed_keys", &["holder"], &[]),
    ("mission_key_check", &["epoch"], &["sealed"]),
];

/// Some hundred events of everything there is.
fn fill(store: &Store) {
    for seed in [3, 5, 8, 13, 21, 34] {
        walk(store, seed, 250);
    }
    let root = |human| Actor::Staff {
        staff: StaffId::from(human),
        human: HumanId::from(human),
        role: if human == 9 { Role::Administrator } else { Role::PolicyOwner },
    };
    let edition = EditionRef { id: "v1".into(), hash: Digest::of(b"rules") };
    let name = StaffName("Olha".into());
    let (staff, human, roles) = (StaffId::from(1), HumanId::from(2), [Role::Clerk].into());
    let mission: MissionCode = "us-washington".parse().expect("a mission");
    let missions = [mission.clone()].into();
    let commands: [(u128, OfficeCommand); 4] = [
        (9, OpenMission { mission, posture: Posture::Open }.into()),
        (9, AddStaff { staff, human, roles, missions, name }.into()),
        (7, ProposeEdition { edition: edition.clone(), text: "rules".into() }.into()),
        (8, PublishEdition { edition }.into()),
    ];
    for (human, command) in commands {
        let loaded = store.journal.load::<muster_case::OfficeEvent>(OFFICE_STREAM).expect("it is loaded");
        let moment = Moment { at: crate::setting::at(), by: root(human) };
        let events = decide_office(&loaded.state, command, &moment).expect("it is decided");
        let events = events.into_iter().map(|event| (event, moment)).collect();
        let draft = Draft {
            stream: OFFICE_STREAM,
            version: loaded.version,
            state: Office::clone(&loaded.state),
            events,
            command: Some(CommandId::from(human << 64 | u128::from(loaded.version))),
        };
        store.journal.append(draft).expect("it is sealed").wait().expect("it is appended");
    }
    let loaded = store.journal.load::<muster_case::OfficeEvent>(OFFICE_STREAM).expect("it is loaded");
    crate::lists::import(store, loaded.version, "{\"id\":\"QDi.430\"}\n").expect("it is imported");
    let of = person(77);
    let rationale = PersonalText("the same person".into()).into();
    let events = vec![opened(of), Merged { into: case(78), rationale }.into()];
    append(store, case(77), by(of), events).expect("it is appended");
    // A proposal that waits for its second signature.
    let (proposal, of) = (ProposalId::from(5), person(79));
    let (act, rationale) = (Act::Refuse, PersonalText("because it is so".into()).into());
    let first = Recommended { proposal, act, codes: vec![], rationale, edition: None, by: HumanId::from(8) };
    append(store, case(79), by(of), vec![opened(of), first.into()]).expect("it is appended");
    store.journal.move_cursor("screening", 5).wait().expect("it is kept");
}

/// What a verification of the store as it now lies finds; a store that does not open is found out as well.
fn found(setting: &Setting) -> Result<(), String> {
    let store = Store::open(&setting.places).map_err(|error| error.to_string())?;
    let report = store.journal.verify(&|_| {}).map_err(|error| error.to_string())?;
    report.damages.first().map_or(Ok(()), |damage| Err(damage.to_string()))
}

fn change(db: &Db, sql: String, values: Vec<Value>) -> Result<u64, DbError> {
    db.write(move |tx| {
        let args: Vec<_> = values.iter().map(arg).collect();
        tx.execute(&sql, &args)
    })
    .wait()
}

fn arg(value: &Value) -> Arg<'_> {
    match value {
        Value::Null => Arg::Null,
        Value::Int(n) => Arg::Int(*n),
        Value::Real(r) => Arg::Real(*r),
        Value::Text(text) => Arg::Text(text),
        Value::Blob(bytes) => Arg::Blob(bytes),
    }
}

/// The value with one bit turned; text stays text.
fn flipped(value: &Value, dice: &mut SeededDice) -> Value {
    let mut at = |length: usize| dice.below(length as u64) as usize;
    match value {
        // Not the lowest bits: the neighbour's key stands in the way of a key.
        Value::Int(n) => Value::Int(n ^ 1 << 12),
        Value::Blob(bytes) => {
            let mut bytes = bytes.clone();
            let byte = at(bytes.len());
            bytes[byte] ^= 1 << at(8);
            Value::Blob(bytes)
        }
        Value::Text(text) if !text.is_empty() => {
            let mut bytes = text.clone().into_bytes();
            let byte = at(bytes.len());
            bytes[byte] ^= 1;
            Value::Text(String::from_utf8(bytes).expect("ASCII stays ASCII"))
        }
        other => other.clone(),
    }
}

/// A row of a table in which `column` holds something, key first; nothing if no row does.
fn some_row(
    db: &Db,
    table: &str,
    columns: &[&str],
    column: &str,
    dice: &mut SeededDice,
) -> Option<Vec<Value>> {
    let sql = format!("SELECT {} FROM {table} WHERE {column} IS NOT NULL", columns.join(", "));
    let mut rows: Vec<Vec<Value>> = Vec::new();
    db.read(|tx| {
        tx.query(&sql, &[]).map(|answer| {
            for row in answer.iter() {
                let read = |at| {
                    row.get::<i64>(at)
                        .map(Value::Int)
                        .or_else(|_| row.get::<String>(at).map(Value::Text))
                        .or_else(|_| row.get::<Vec<u8>>(at).map(Value::Blob))
                        .unwrap_or(Value::Null)
                };
                rows.push((0..columns.len()).map(read).collect());
            }
        })
    })
    .expect("it is read");
    let place = columns.iter().position(|it| *it == column)?;
    rows.retain(|row| row[place] != Value::Text(String::new()));
    (!rows.is_empty()).then(|| rows.swap_remove(dice.below(rows.len() as u64) as usize))
}

/// Turns one bit of one value, asks `found`, and turns it back.
fn turn(setting: &Setting, keys: bool, table: &str, key: &[&str], columns: &[&str], column: &str) -> bool {
    let mut dice = SeededDice::new(column.len() as u64);
    let db = setting.raw(keys);
    let Some(row) = some_row(&db, table, columns, column, &mut dice) else { return false };
    let place = columns.iter().position(|it| *it == column).expect("a column of the table");
    let turned = flipped(&row[place], &mut dice);
    let update = |to: &Value, mut of: Vec<Value>| {
        let on: Vec<_> = key.iter().enumerate().map(|(n, name)| format!("{name} = ${}", n + 2)).collect();
        of.truncate(key.len());
        of.insert(0, to.clone());
        let sql = format!("UPDATE {table} SET {column} = $1 WHERE {}", on.join(" AND "));
        (sql, of)
    };
    let mut there = row.clone();
    there[place] = turned.clone();
    let (sql, values) = update(&turned, row.clone());
    assert_eq!(change(&db, sql, values), Ok(1), "{table}.{column}");
    drop(db);
    let told = found(setting);
    assert!(told.is_err(), "a bit turned in {table}.{column} was not found");
    let db = setting.raw(keys);
    if table == "mission_key_check" {
        change(&db, "DELETE FROM mission_key_check".into(), vec![]).expect("it is cleared");
        drop(db);
        assert_eq!(found(setting), Ok(())); // Opening says anew which key it is.
        return true;
    }
    let (sql, values) = update(&row[place], there);
    assert_eq!(change(&db, sql, values), Ok(1), "{table}.{column}");
    true
}

#[test]
fn a_bit_turned_in_any_column_is_found() {
    on_both(|setting| {
        fill(&setting.open());
        assert_eq!(found(setting), Ok(()));
        let mut untouched = Vec::new();
        let views = Table::ALL.iter().map(|table| {
            let (key, rest) = table.columns().split_at(table.key_len());
            (table.name(), key, rest)
        });
        let data = views.chain(BESIDE).map(|it| (false, it));
        for (keys, (table, key, rest)) in data.chain(KEYS.map(|it| (true, it))) {
            let columns = [key, rest].concat();
            for column in &columns {
                // The name of a command is the sender's and follows from nothing.
                if *column != "command" && !turn(setting, keys, table, key, &columns, column) {
                    untouched.push(format!("{table}.{column}"));
                }
            }
        }
        assert_eq!(untouched, Vec::<String>::new(), "columns without a value to turn");
        assert_eq!(found(setting), Ok(()));
    });
}

#[test]
fn rows_deleted_swapped_or_cut_off_are_found() {
    on_both(|setting| {
        let store = setting.open();
        fill(&store);
        let entries = store.journal.len().expect("it is read") as i64;
        drop(store);
        let deeds = [
            "DELETE FROM log WHERE seq = 40",
            "DELETE FROM log WHERE seq = (SELECT MAX(seq) FROM log)",
            "DELETE FROM log WHERE seq > (SELECT MAX(seq) FROM log) - 9",
            "DELETE FROM log WHERE seq = 1",
            "UPDATE log SET seq = seq + 1000000 WHERE seq > 100",
            "INSERT INTO log SELECT seq + 1, stream, version + 100, at, actor, tag, shape, body, hash, prev FROM log
              WHERE seq = (SELECT MAX(seq) FROM log)",
            "UPDATE log SET body = (SELECT o.body FROM log o WHERE o.seq = 30) WHERE seq = 31",
            "DELETE FROM boxes WHERE version = 4",
            "INSERT INTO boxes SELECT stream, version + 500, part, holder, sealed FROM boxes WHERE version = 4",
            "UPDATE boxes SET sealed = (SELECT o.sealed FROM boxes o LIMIT 1)",
            "DELETE FROM lookups",
            "DELETE FROM tombstones",
            "INSERT INTO suppressions SELECT token, case_id FROM (SELECT 'beef' AS token, case_id FROM cases LIMIT 1) o",
            "UPDATE cursors SET seq = 1000000",
            "DELETE FROM list_editions",
        ];
        let tables = Table::ALL.iter().map(|table| format!("DELETE FROM {}", table.name()));
        let deeds = deeds.into_iter().map(str::to_owned).chain(tables);
        assert!(entries > 300, "only {entries} events");
        for deed in deeds {
            undone(setting, &deed);
        }
        for deed in ["DELETE FROM person_keys", "DELETE FROM destroyed_keys"] {
            let db = setting.raw(true);
            assert!(change(&db, deed.into(), vec![]).expect("it is done") > 0, "{deed}");
            drop(db);
            assert!(found(setting).is_err(), "{deed} was not found");
        }
    });
}

/// Does something to the data, asks `found`, and puts everything back from a copy of the tables.
fn undone(setting: &Setting, deed: &str) {
    let tables = || {
        Table::ALL.iter().map(|table| table.name()).chain([
            "log",
            "boxes",
            "commands",
            "cursors",
            "list_editions",
        ])
    };
    let db = setting.data();
    for table in tables() {
        change(&db, format!("CREATE TABLE kept_{table} AS SELECT * FROM {table}"), vec![])
            .expect("it is kept");
    }
    let touched = change(&db, deed.to_owned(), vec![]).unwrap_or_else(|error| panic!("{deed}: {error}"));
    assert!(touched > 0, "{deed} touches nothing");
    drop(db);
    let told = found(setting);
    assert!(told.is_err(), "{deed} was not found");
    let db = setting.data();
    for table in tables() {
        change(&db, format!("DELETE FROM {table}"), vec![]).expect("it is cleared");
        change(&db, format!("INSERT INTO {table} SELECT * FROM kept_{table}"), vec![])
            .expect("it is put back");
        change(&db, format!("DROP TABLE kept_{table}"), vec![]).expect("the copy goes");
    }
}

#[test]
fn a_bit_turned_anywhere_in_the_files_is_found_or_lay_in_unused_space() {
    let bits = if std::env::var_os("MUSTER_LONG").is_some() { 1_000 } else { 60 };
    let setting = on_sqlite();
    fill(&setting.open());
    assert_eq!(found(&setting), Ok(()));
    let (data, keys) = (setting.folder.path().join("data.db"), setting.folder.path().join("keys.db"));
    let whole = (everything(&data), everything(&keys));
    let files = [fs::read(&data).expect("it is read"), fs::read(&keys).expect("it is read")];
    let copy = on_sqlite();
    fs::copy(setting.folder.path().join("mission.key"), copy.folder.path().join("mission.key"))
        .expect("it is copied");
    let (mut dice, mut harmless) = (SeededDice::new(1), 0);
    for number in 0..bits {
        for entry in fs::read_dir(copy.folder.path()).expect("it is listed").flatten() {
            if entry.file_name() != "mission.key" {
                fs::remove_file(entry.path()).expect("it goes");
            }
        }
        let mut turned = files.clone();
        // The data are far larger than the keys: each gets its part of the bits.
        let file = usize::from(number % 5 == 0);
        let byte = dice.below(turned[file].len() as u64) as usize;
        turned[file][byte] ^= 1 << dice.below(8);
        let names = [&copy.places.database, &copy.places.keys];
        for (bytes, name) in turned.iter().zip(names) {
            fs::write(name, bytes).expect("it is written");
        }
        if found(&copy).is_ok() {
            harmless += 1;
            let now = (everything(Path::new(names[0])), everything(Path::new(names[1])));
            assert!(now == whole, "byte {byte} of {} was not found", names[file]);
        }
    }
    assert!(harmless < bits, "no bit was found");
    println!("{harmless} of {bits} bits lay where they say nothing");
}

/// Every value of every table, as text; nothing if it cannot be read.
fn everything(file: &Path) -> Option<Vec<String>> {
    let db = rusqlite::Connection::open(file).ok()?;
    let tables = Table::ALL.iter().map(|table| (table.name(), table.columns()[..table.key_len()].join(", ")));
    let beside = BESIDE.iter().chain(&KEYS).map(|(table, key, _)| (*table, key.join(", ")));
    let mut all = Vec::new();
    for (table, key) in tables.chain(beside).chain([("cursors", "worker".to_owned())]) {
        let Ok(mut statement) = db.prepare(&format!("SELECT * FROM {table} NOT INDEXED ORDER BY {key}"))
        else {
            all.push(format!("no {table}"));
            continue;
        };
        let width = statement.column_count();
        let mut rows = statement.query([]).ok()?;
        while let Some(row) = rows.next().ok()? {
            let values: Result<Vec<_>, _> =
                (0..width).map(|at| row.get::<_, rusqlite::types::Value>(at)).collect();
            all.push(format!("{table} {:?}", values.ok()?));
        }
    }
    Some(all)
}
