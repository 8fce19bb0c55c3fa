//! Stories of the database, each told on SQLite and on PostgreSQL.

use muster_store::{
    args,
    db::{Db, DbError, Migration, Tx},
};
use muster_testkit::on_both;
use std::future::Future as _;
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

const TABLES: &[Migration] = &[Migration {
    number: 1,
    name: "0001_tables.sql",
    sql: "CREATE TABLE entry (
              place BIGINT PRIMARY KEY,
              name  TEXT NOT NULL,
              seal  {{BLOB}},
              CONSTRAINT one_name_for_each_seal UNIQUE (name, seal)
          ) {{STRICT}};
          CREATE TABLE account (owner TEXT PRIMARY KEY, balance BIGINT NOT NULL) {{STRICT}};",
}];

const ADD: &str = "INSERT INTO entry (place, name, seal) VALUES ($1, $2, $3)";

fn add(tx: &mut dyn Tx, place: i64, name: &str) -> Result<u64, DbError> {
    tx.execute(ADD, args![place, name, None::<&[u8]>])
}

fn places(db: &Db) -> Vec<i64> {
    db.read(|tx| {
        tx.query("SELECT place FROM entry ORDER BY place", &[])?.iter().map(|row| row.get(0)).collect()
    })
    .expect("the entries can be read")
}

fn open(url: &str) -> Db {
    Db::open(url, TABLES).expect("the database opens")
}

/// Keeps the writer busy until the jobs handed in meanwhile are sure to share one commit.
fn gather(db: &Db) -> impl FnOnce() {
    let go = Arc::new(AtomicBool::new(false));
    let wait = Arc::clone(&go);
    let held = db.write(move |_| -> Result<(), DbError> {
        while !wait.load(Ordering::Acquire) {
            std::thread::yield_now();
        }
        Ok(())
    });
    move || {
        go.store(true, Ordering::Release);
        held.wait().expect("holding the writer does no harm");
    }
}

#[test]
fn a_failing_job_rolls_back_alone() {
    on_both(|url| {
        let db = open(url);
        let start = gather(&db);
        let before = db.write(|tx| add(tx, 1, "before"));
        let failing = db.write(|tx| {
            add(tx, 2, "half")?;
            add(tx, 1, "twice")
        });
        let refusing = db.write(|tx| {
            add(tx, 3, "changed its mind")?;
            Err::<(), _>(DbError::Busy("on second thought".to_owned()))
        });
        let after = db.write(|tx| add(tx, 4, "after"));
        start();

        assert_eq!(before.wait(), Ok(1));
        assert!(failing.wait().is_err_and(|error| error.is_conflict_on("entry", &["place"])));
        assert_eq!(refusing.wait(), Err(DbError::Busy("on second thought".to_owned())));
        assert_eq!(after.wait(), Ok(1));
        assert_eq!(places(&db), [1, 4]);
    });
}

#[test]
fn a_job_that_panics_rolls_back_alone_and_the_writer_lives_on() {
    on_both(|url| {
        let db = open(url);
        let panicking = db.write(|tx| -> Result<(), DbError> {
            add(tx, 1, "lost")?;
            panic!("on purpose, in a test")
        });
        let after = db.write(|tx| add(tx, 2, "kept"));

        assert!(matches!(panicking.wait(), Err(DbError::Broken(_))));
        assert_eq!(after.wait(), Ok(1));
        assert_eq!(places(&db), [2]);
    });
}

#[test]
fn a_job_that_hides_a_failed_statement_is_not_kept_on_either_database() {
    on_both(|url| {
        let db = open(url);
        db.write(|tx| add(tx, 1, "first")).wait().expect("the first entry is kept");
        let hiding = db.write(|tx| {
            add(tx, 2, "second")?;
            let _hidden = add(tx, 1, "again");
            Ok::<_, DbError>(())
        });

        assert!(matches!(hiding.wait(), Err(DbError::Broken(_))));
        assert_eq!(places(&db), [1]);
    });
}

#[test]
fn jobs_are_done_in_the_order_they_are_handed_in() {
    on_both(|url| {
        let db = open(url);
        let tickets: Vec<_> = (0..600)
            .map(|number: i64| {
                db.write(move |tx| {
                    let last: Option<i64> =
                        tx.query("SELECT MAX(place) FROM entry", &[])?.first().expect("one row").get(0)?;
                    // Every fiftieth job fails, so that batches are also done apart.
                    if number % 50 == 49 {
                        add(tx, last.unwrap_or(-1), "taken")?;
                    }
                    add(tx, number, "in turn")?;
                    Ok::<_, DbError>(last)
                })
            })
            .collect();

        let mut expected = None;
        for (number, ticket) in (0..).zip(tickets) {
            let answer = ticket.wait();
            if number % 50 == 49 {
                assert!(answer.is_err());
            } else {
                assert_eq!(answer, Ok(expected));
                expected = Some(number);
            }
        }
    });
}

#[test]
fn an_acknowledged_write_is_there_after_reopening() {
    on_both(|url| {
        let db = open(url);
        for place in 0..20 {
            db.write(move |tx| add(tx, place, "kept")).wait().expect("the entry is kept");
        }
        drop(db);

        assert_eq!(places(&open(url)), (0..20).collect::<Vec<_>>());
    });
}

#[test]
fn jobs_already_handed_in_are_done_before_the_database_closes() {
    on_both(|url| {
        let db = open(url);
        let tickets: Vec<_> = (0..50).map(|place| db.write(move |tx| add(tx, place, "late"))).collect();
        drop(db);

        assert!(tickets.into_iter().all(|ticket| ticket.wait() == Ok(1)));
        assert_eq!(places(&open(url)).len(), 50);
    });
}

#[test]
fn readers_see_whole_commits_only() {
    on_both(|url| {
        let db = open(url);
        db.write(|tx| tx.execute("INSERT INTO account (owner, balance) VALUES ('a', 500), ('b', 500)", &[]))
            .wait()
            .expect("the accounts are made");
        let done = AtomicBool::new(false);
        let looks = AtomicU64::new(0);
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    while !done.load(Ordering::Acquire) {
                        let sum = db.read(|tx| {
                            let one = tx.query("SELECT balance FROM account WHERE owner = $1", args!["a"])?;
                            let two = tx.query("SELECT balance FROM account WHERE owner = $1", args!["b"])?;
                            let of =
                                |rows: &muster_store::db::Rows| rows.first().expect("one row").get::<i64>(0);
                            Ok::<_, DbError>(of(&one)? + of(&two)?)
                        });
                        assert_eq!(sum, Ok(1000));
                        looks.fetch_add(1, Ordering::Relaxed);
                    }
                });
            }
            for amount in 0..200_i64 {
                let moved = db.write(move |tx| {
                    let change = "UPDATE account SET balance = balance + $1 WHERE owner = $2";
                    tx.execute(change, args![-amount, "a"])?;
                    tx.execute(change, args![amount, "b"])
                });
                moved.wait().expect("money moves");
            }
            done.store(true, Ordering::Release);
        });
        assert!(looks.into_inner() > 0);
    });
}

#[test]
fn a_row_that_is_there_already_is_the_same_conflict_on_both() {
    on_both(|url| {
        let db = open(url);
        db.write(|tx| add(tx, 1, "one")).wait().expect("the entry is kept");
        let same_key = db.write(|tx| add(tx, 1, "two")).wait().expect_err("the place is taken");
        let sealed = |place: i64| db.write(move |tx| tx.execute(ADD, args![place, "sealed", &[7_u8, 8]]));
        sealed(2).wait().expect("the pair is free");
        let same_pair = sealed(3).wait().expect_err("the pair is taken");

        assert_eq!(same_key.to_string(), "there is a row already with the same entry(place)");
        assert_eq!(same_pair.to_string(), "there is a row already with the same entry(name, seal)");
        assert!(same_pair.is_conflict_on("entry", &["name", "seal"]));
    });
}

#[test]
fn every_kind_of_value_comes_back_as_it_went_in() {
    on_both(|url| {
        let all = &[Migration {
            number: 1,
            name: "0001_all.sql",
            sql: "CREATE TABLE all_kinds (a BIGINT, b SMALLINT, c DOUBLE PRECISION, d TEXT, e {{BLOB}}) {{STRICT}};",
        }];
        let db = Db::open(url, all).expect("the database opens");
        let back = db.write(|tx| {
            let sql =
                "INSERT INTO all_kinds (a, b, c, d, e) VALUES ($1, $2, $3, $4, $5) RETURNING a, b, c, d, e";
            tx.query(sql, args![None::<i64>, None::<i64>, None::<f64>, None::<&str>, None::<&[u8]>])?;
            let rows = tx.query(sql, args![i64::MIN, i16::MAX, 0.1, "Ґалаґан 'ʼ' $1", &[0_u8, 255]])?;
            let row = rows.first().expect("one row");
            Ok::<_, DbError>((
                row.get::<i64>(0)?,
                row.get::<i16>(1)?,
                row.get::<f64>(2)?,
                row.get::<String>(3)?,
                row.get::<[u8; 2]>(4)?,
            ))
        });
        assert_eq!(back.wait(), Ok((i64::MIN, i16::MAX, 0.1, "Ґалаґан 'ʼ' $1".to_owned(), [0, 255])));

        let mut empty = 0;
        db.read(|tx| {
            tx.each("SELECT a, b, c, d, e FROM all_kinds WHERE a IS NULL", &[], &mut |row| {
                for column in 0..5 {
                    empty += usize::from(row.get::<Option<i64>>(column)?.is_none());
                }
                Ok(())
            })
        })
        .expect("the row can be read");
        assert_eq!(empty, 5);
    });
}

#[test]
fn a_reader_cannot_write() {
    on_both(|url| {
        let db = open(url);
        let written = db.read(|tx| add(tx, 1, "by a reader"));
        assert!(matches!(written, Err(DbError::Broken(_))));
        assert!(places(&db).is_empty());
    });
}

#[test]
fn migrations_are_applied_once_and_a_changed_one_is_refused() {
    on_both(|url| {
        let second =
            Migration { number: 2, name: "0002_more.sql", sql: "ALTER TABLE account ADD COLUMN note TEXT" };
        let both = [TABLES[0], second];
        drop(open(url));
        drop(Db::open(url, &both).expect("the second step is added"));
        drop(Db::open(url, &both).expect("nothing is applied twice"));

        let older = Db::open(url, TABLES).err().expect("an older program is refused").to_string();
        assert!(older.contains("start the newer program"), "{older}");
        let changed = [Migration { sql: "CREATE TABLE entry (place BIGINT)", ..TABLES[0] }, second];
        let changed = Db::open(url, &changed).err().expect("a changed step is refused").to_string();
        assert!(changed.contains("0001_tables.sql is not the one"), "{changed}");
    });
}

#[test]
fn a_step_that_fails_leaves_the_schema_as_it_was() {
    on_both(|url| {
        drop(open(url));
        let bad = Migration {
            number: 2,
            name: "0002_bad.sql",
            sql: "CREATE TABLE kept (a BIGINT); CREATE TABLE ();",
        };
        assert!(Db::open(url, &[TABLES[0], bad]).is_err());
        let good = Migration { number: 2, name: "0002_good.sql", sql: "CREATE TABLE kept (a BIGINT)" };
        assert!(Db::open(url, &[TABLES[0], good]).is_ok());
    });
}

#[test]
fn the_log_takes_each_version_of_a_stream_once() {
    on_both(|url| {
        let db = Db::open(url, muster_store::journal::STEPS).expect("the database opens");
        let append = |seq: i64, version: i64| {
            db.write(move |tx| {
                tx.execute(
                    "INSERT INTO log (seq, stream, version, at, tag, shape, actor, body, prev, hash)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                    args![
                        seq,
                        &[1_u8; 16],
                        version,
                        0_i64,
                        "test",
                        1_i64,
                        "{}",
                        "{}",
                        &[0_u8; 32],
                        &[0_u8; 32]
                    ],
                )
            })
        };
        assert_eq!(append(1, 1).wait(), Ok(1));
        assert_eq!(append(2, 2).wait(), Ok(1));
        let late = append(3, 2).wait().expect_err("somebody else was quicker");
        assert!(late.is_conflict_on("log", &["stream", "version"]));
        let fork = append(2, 3).wait().expect_err("the place in the log is taken");
        assert!(fork.is_conflict_on("log", &["seq"]));
    });
}

#[test]
fn a_task_can_await_what_a_thread_can_wait_for() {
    struct Wakes(std::thread::Thread);
    impl std::task::Wake for Wakes {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    on_both(|url| {
        let db = open(url);
        let mut ticket = std::pin::pin!(db.write(|tx| add(tx, 1, "awaited")));
        let waker = Arc::new(Wakes(std::thread::current())).into();
        let mut context = std::task::Context::from_waker(&waker);
        let answer = loop {
            match ticket.as_mut().poll(&mut context) {
                std::task::Poll::Ready(answer) => break answer,
                std::task::Poll::Pending => std::thread::park(),
            }
        };
        assert_eq!(answer, Ok(1));
    });
}
