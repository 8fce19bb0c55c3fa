//! One database, two makes: a SQLite file or a PostgreSQL server, spoken to in one SQL.

mod address;
mod dialect;
mod error;
mod file;
mod migrate;
mod postgres;
mod readers;
mod sqlite;
mod statements;
mod ticket;
mod tx;
mod value;
mod writer;

pub use error::{DbError, Unique};
pub use migrate::Migration;
pub use ticket::Ticket;
pub use tx::Tx;
pub use value::{Arg, FromValue, Row, Rows, Value};

use address::Address;
use dialect::Dialect;
use readers::Readers;
use std::{
    sync::{
        Arc, Mutex,
        mpsc::{SyncSender, sync_channel},
    },
    thread::JoinHandle,
};
use tx::Engine;
use writer::{Desk, Order};

/// An open database. Cloning is cheap; the last clone to go waits for the jobs already handed in.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    orders: Option<SyncSender<Order>>,
    /// Rung once for any number of orders.
    bell: Option<SyncSender<()>>,
    desk: Arc<Mutex<Desk>>,
    writer: Option<JoinHandle<()>>,
    readers: Readers,
    make: &'static str,
    version_query: &'static str,
    _held: Option<file::Held>,
}

impl Db {
    /// Opens the database at `url` (a path, `sqlite:path` or `postgres://…`), makes it if the file is not there, and
    /// brings its schema to the last of `migrations`.
    ///
    /// # Errors
    /// [`DbError::Refused`] if it cannot be trusted to keep what it acknowledges, if it belongs to a newer program or
    /// another process; [`DbError::Busy`] if a server cannot be reached.
    pub fn open(url: &str, migrations: &[Migration]) -> Result<Self, DbError> {
        match Address::read(url)? {
            Address::File(path) => {
                let held = file::hold(&path)?;
                let mut engine = sqlite::Sqlite::writer(&path)?;
                migrate::migrate(&mut engine, migrations)?;
                let readers = Readers::new(Box::new(move || Ok(Box::new(sqlite::Sqlite::reader(&path)?))));
                Self::start(Box::new(engine), Dialect::Sqlite, readers, Some(held))
            }
            Address::Server(config) => {
                let mut engine = postgres::Postgres::writer(&config)?;
                migrate::migrate(&mut engine, migrations)?;
                engine.learn_uniques()?;
                let readers =
                    Readers::new(Box::new(move || Ok(Box::new(postgres::Postgres::reader(&config)?))));
                Self::start(Box::new(engine), Dialect::Postgres, readers, None)
            }
        }
    }

    fn start(
        engine: Box<dyn Engine>,
        dialect: Dialect,
        readers: Readers,
        held: Option<file::Held>,
    ) -> Result<Self, DbError> {
        let (orders, taken) = sync_channel(writer::WAITING_MAX);
        let (bell, rung) = sync_channel(1);
        let desk = Arc::new(Mutex::new(Desk::new(engine, taken)));
        let served = Arc::clone(&desk);
        let writer = std::thread::Builder::new()
            .name("muster-writer".to_owned())
            .spawn(move || writer::follow(&served, &rung))
            .map_err(|cause| DbError::refused(format_args!("its writer thread cannot start: {cause}")))?;
        Ok(Self(Arc::new(Inner {
            orders: Some(orders),
            bell: Some(bell),
            desk,
            writer: Some(writer),
            readers,
            make: dialect.make(),
            version_query: dialect.version_query(),
            _held: held,
        })))
    }

    /// Which database this is, as a person would say it: `SQLite 3.54.1, synchronous FULL`.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn make(&self) -> Result<String, DbError> {
        let version: String = self.read(|tx| {
            let rows = tx.query(self.0.version_query, &[])?;
            rows.first().map_or(Ok(String::new()), |row| row.get(0))
        })?;
        Ok(self.0.make.replace("{}", &version))
    }

    /// Hands in a job. Jobs are done in the order they are handed in; the ticket answers once the job is on disk.
    ///
    /// A job may be run more than once before it is acknowledged, each time on a database that shows nothing of the
    /// runs before: it must start from scratch each time and touch nothing but its transaction. If it gives back an
    /// error, nothing it wrote remains. While thousands of jobs wait, this call waits too.
    pub fn write<T, E, F>(&self, job: F) -> Ticket<T, E>
    where
        F: FnMut(&mut dyn Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let (work, ticket) = ticket::work(job, Arc::downgrade(&self.0.desk));
        if let Err(Order::Work(work)) = self.order(Order::Work(work)) {
            work.answer(Some(writer::gone()));
        }
        ticket
    }

    /// Puts an order into the queue and rings; gives it back if nobody is there any more.
    fn order(&self, order: Order) -> Result<(), Order> {
        let (Some(orders), Some(bell)) = (&self.0.orders, &self.0.bell) else { return Err(order) };
        orders.send(order).map_err(|back| back.0)?;
        // A bell that rings already is heard for this order too.
        let _rings = bell.try_send(());
        Ok(())
    }

    /// Reads one consistent state, on the thread that asks. Whole commits are seen, or nothing of them.
    ///
    /// # Errors
    /// What `look` gives back, or why the database could not be read.
    pub fn read<T, E: From<DbError>>(&self, look: impl FnOnce(&mut dyn Tx) -> Result<T, E>) -> Result<T, E> {
        self.0.readers.read(|engine| look(engine))
    }

    /// Asks the database whether its own files are sound: what it finds wrong, in its words, and nothing personal.
    ///
    /// SQLite compares tables with their indexes and pages with one another. A PostgreSQL server has checksums and
    /// tools of its own (`pg_checksums`, `pg_amcheck`), which its keeper runs.
    ///
    /// # Errors
    /// If the database could not be read at all.
    pub fn check_files(&self) -> Result<Vec<String>, DbError> {
        self.0.readers.read(|engine| engine.check_files())
    }

    /// Leaves no deleted row of `table` behind in the database's own files. Backups and replicas are not reached.
    ///
    /// # Errors
    /// [`DbError::Busy`] while somebody still reads an older state.
    pub fn scrub(&self, table: &'static str) -> Result<(), DbError> {
        let (tell, told) = sync_channel(1);
        self.order(Order::Scrub(table.to_owned(), tell)).map_err(|_| writer::gone())?;
        told.recv().unwrap_or_else(|_| Err(writer::gone()))
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        // With the queue's last sender gone the writer ends after the jobs it has. A job may itself have held the
        // last clone: then this thread is serving the desk, and must not wait for the one that wants to.
        (self.orders, self.bell) = (None, None);
        if let Some(writer) = self.writer.take().filter(|_| !writer::is_serving()) {
            let _ended = writer.join();
        }
    }
}
