//! Stories that only a server can tell: several processes, lost connections, settings that forget writes.

use muster_store::{
    args,
    db::{Db, DbError, Migration},
};
use muster_testkit::postgres::{cluster, fresh_database};
use postgres::{Client, NoTls};

const TABLES: &[Migration] = &[Migration {
    number: 1,
    name: "0001_chain.sql",
    sql: "CREATE TABLE chain (place BIGINT PRIMARY KEY, process BIGINT NOT NULL) {{STRICT}};",
}];

fn next(db: &Db, process: i64) -> Result<i64, DbError> {
    let appended = db.write(move |tx| {
        let last = tx.query("SELECT MAX(place) FROM chain", &[])?;
        let place = last.first().expect("one row").get::<Option<i64>>(0)?.unwrap_or(0) + 1;
        tx.execute("INSERT INTO chain (place, process) VALUES ($1, $2)", args![place, process])?;
        Ok(place)
    });
    appended.wait()
}

#[test]
fn processes_that_share_a_server_take_turns_and_the_chain_never_forks() {
    let database = fresh_database();
    let processes: Vec<_> =
        (0..3).map(|_| Db::open(database.url(), TABLES).expect("the database opens")).collect();
    std::thread::scope(|scope| {
        for (number, db) in (0..).zip(&processes) {
            for _ in 0..4 {
                scope.spawn(move || {
                    for _ in 0..25 {
                        next(db, number).expect("nobody stands in the way");
                    }
                });
            }
        }
    });
    let count = processes[0].read(|tx| {
        let rows = tx.query("SELECT COUNT(*), MAX(place), COUNT(DISTINCT process) FROM chain", &[])?;
        let row = rows.first().expect("one row");
        Ok::<_, DbError>((row.get::<i64>(0)?, row.get::<i64>(1)?, row.get::<i64>(2)?))
    });
    assert_eq!(count, Ok((300, 300, 3)));
}

#[test]
fn a_lost_connection_is_renewed_and_no_acknowledged_write_is_lost() {
    let database = fresh_database();
    let db = Db::open(database.url(), TABLES).expect("the database opens");
    let mut administrator = Client::connect(cluster(), NoTls).expect("the server answers");
    let name = database.url().rsplit('/').next().expect("an address ends in a name").to_owned();
    let count = |db: &Db| {
        db.read(|tx| tx.query("SELECT COUNT(*) FROM chain", &[])?.first().expect("one row").get::<i64>(0))
    };
    let mut kept = 0;
    for _ in 0..10 {
        // A commit that was cut off says so; everything else is done again by itself.
        kept += i64::from(next(&db, 1).is_ok());
        assert!(count(&db).is_ok());
        // It waits until they have ended: one that ends in the middle of the next commit rightly fails that write.
        administrator
            .execute(
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = $1",
                &[&name],
            )
            .expect("an administrator may end connections");
    }
    assert_eq!(kept, 10);
    assert_eq!(count(&db), Ok(10));
}

#[test]
fn a_server_that_may_forget_an_acknowledged_write_is_refused() {
    let database = fresh_database();
    let name = database.url().rsplit('/').next().expect("an address ends in a name").to_owned();
    let mut administrator = Client::connect(cluster(), NoTls).expect("the server answers");
    administrator
        .batch_execute(&format!("ALTER DATABASE {name} SET synchronous_commit = off"))
        .expect("an administrator may set this");
    let refused = Db::open(database.url(), TABLES).err().expect("it is refused").to_string();
    assert!(refused.contains("synchronous_commit is off"), "{refused}");
}

#[test]
fn an_address_that_says_nothing_is_refused_and_its_password_is_not_repeated() {
    for url in ["", "sqlite:", "mysql://host/db", "postgres://user:geheim@host:notaport/db"] {
        let refused = Db::open(url, TABLES).err().expect("it is refused");
        assert!(matches!(refused, DbError::Refused(_)));
        assert!(!refused.to_string().contains("geheim"), "{refused}");
    }
    let unreachable =
        Db::open("postgres://user:geheim@%2Fnowhere/db", TABLES).err().expect("nobody is there");
    assert!(matches!(&unreachable, DbError::Busy(text) if !text.contains("geheim")), "{unreachable}");
}
