//! The loops a whole command is compared with: one row, one commit, nothing else.

use crate::{say, timed};
use muster_store::{
    args,
    db::{Db, Migration},
};
use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

const ROW: usize = 300;
const STEPS: &[Migration] = &[Migration {
    number: 1,
    name: "0001_bare.sql",
    sql: "CREATE TABLE bare (id BIGINT PRIMARY KEY, body {{BLOB}} NOT NULL) {{STRICT}}",
}];

/// A single-row insert loop on SQLite, each row its own durable commit; then the same rows as jobs of 64 threads.
pub(crate) fn sqlite(path: &str, seconds: Duration) {
    let connection = rusqlite::Connection::open(format!("{path}.loop")).expect("the loop's database opens");
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
             CREATE TABLE bare (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;",
        )
        .expect("the loop's table is made");
    let mut insert = connection.prepare("INSERT INTO bare (id, body) VALUES (?1, ?2)").expect("it prepares");
    let body = vec![7_u8; ROW];
    let mut rows = 0_u64;
    let ((), took) = timed(|| {
        until(seconds, || {
            insert.execute((rows as i64, &body)).expect("a row goes in");
            rows += 1;
        });
    });
    say("bare.sqlite.loop", rows, took);
    jobs("bare.sqlite.jobs_64", path, seconds);
}

/// The same on PostgreSQL.
pub(crate) fn postgres(url: &str, seconds: Duration) {
    let mut client = postgres::Client::connect(url, postgres::NoTls).expect("the server answers");
    client
        .batch_execute("CREATE TABLE bare_loop (id BIGINT PRIMARY KEY, body BYTEA NOT NULL)")
        .expect("a table");
    let insert = client.prepare("INSERT INTO bare_loop (id, body) VALUES ($1, $2)").expect("it prepares");
    let body = vec![7_u8; ROW];
    let mut rows = 0_i64;
    let ((), took) = timed(|| {
        until(seconds, || {
            client.execute(&insert, &[&rows, &body]).expect("a row goes in");
            rows += 1;
        });
    });
    say("bare.postgres.loop", rows as u64, took);
}

fn jobs(name: &str, url: &str, seconds: Duration) {
    let db = Db::open(url, STEPS).expect("the database opens");
    let next = AtomicU64::new(0);
    let ((), took) = timed(|| {
        std::thread::scope(|scope| {
            for _ in 0..64 {
                scope.spawn(|| {
                    until(seconds, || {
                        let (id, body) = (next.fetch_add(1, Ordering::Relaxed), vec![7_u8; ROW]);
                        db.write(move |tx| {
                            tx.execute("INSERT INTO bare (id, body) VALUES ($1, $2)", args![id, &body])
                        })
                        .wait()
                        .expect("a row goes in");
                    });
                });
            }
        });
    });
    say(name, next.into_inner(), took);
}

/// Does something again and again for some time.
pub(crate) fn until(seconds: Duration, mut each: impl FnMut()) {
    #[expect(clippy::disallowed_methods, reason = "a bench measures the machine's own time")]
    let begun = std::time::Instant::now();
    while begun.elapsed() < seconds {
        each();
    }
}
