//! A PostgreSQL of the tests' own.
//!
//! Each test process starts one private server, on a socket in a temporary folder, the first time a test asks. The
//! server runs under a small shell that waits for the test process to end, however it ends, and then stops the
//! server and deletes the folder. With `MUSTER_TEST_POSTGRES` set to the address of a superuser's database, that
//! server is used instead.

use postgres::{Client, Config, NoTls};
use std::{
    fs,
    os::unix::{fs::MetadataExt as _, process::CommandExt as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::Duration,
};

const GIVEN: &str = "MUSTER_TEST_POSTGRES";

/// A database that is dropped with this value.
#[derive(Debug)]
pub struct FreshDatabase {
    url: String,
    name: String,
}

impl FreshDatabase {
    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for FreshDatabase {
    fn drop(&mut self) {
        // Best effort: a server of our own is deleted as a whole anyway.
        if let Ok(mut server) = Client::connect(cluster(), NoTls) {
            let _dropped =
                server.batch_execute(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        }
    }
}

/// A new, empty database.
///
/// # Panics
/// If there is no server and none can be started; the message says what to install.
pub fn fresh_database() -> FreshDatabase {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let name = format!("muster_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let mut server = Client::connect(cluster(), NoTls).expect("the test server answers");
    server
        .batch_execute(&format!("DROP DATABASE IF EXISTS {name}"))
        .expect("an old test database can be dropped");
    server
        .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"))
        .expect("the test server makes databases");
    FreshDatabase { url: with_database(cluster(), &name), name }
}

/// The address of the server's own database, as a superuser.
///
/// # Panics
/// If there is no server and none can be started; the message says what to install.
pub fn cluster() -> &'static str {
    static CLUSTER: OnceLock<(String, Option<Child>)> = OnceLock::new();
    let (url, _guard) = CLUSTER.get_or_init(|| match std::env::var(GIVEN) {
        Ok(url) if !url.is_empty() => (url, None),
        _ => {
            let (url, guard) = start();
            (url, Some(guard))
        }
    });
    url
}

/// `url` with another database's name.
fn with_database(url: &str, name: &str) -> String {
    let (address, query) = url.split_once('?').map_or((url, None), |(address, query)| (address, Some(query)));
    let server = address.match_indices('/').nth(2).map_or(address, |(end, _)| &address[..end]);
    query.map_or_else(|| format!("{server}/{name}"), |query| format!("{server}/{name}?{query}"))
}

/// Stays with the server until its own standard input is closed, which happens when the test process ends.
const GUARD: &str = r#"
"$@" &
server=$!
read -r _ || true
while kill -QUIT "$server" 2>/dev/null; do sleep 0.1; done
rm -rf "$FOLDER"
"#;

#[expect(
    clippy::zombie_processes,
    reason = "the guard outlives this process on purpose: it cleans up after it"
)]
fn start() -> (String, Child) {
    let programs = programs();
    // The path of a socket may have no more than about a hundred characters.
    let folder = tempfile::Builder::new()
        .prefix("muster-pg-")
        .tempdir_in("/tmp")
        .expect("a temporary folder can be made")
        .keep();
    let data = folder.join("data");
    let as_owner = owner(&folder);

    let made = command(&as_owner, &programs.join("initdb"))
        .args(["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync", "-D"])
        .arg(&data)
        .output()
        .expect("initdb runs");
    assert!(made.status.success(), "initdb failed: {}", String::from_utf8_lossy(&made.stderr));

    let log = fs::File::create(folder.join("server.log")).expect("the folder can be written");
    let server = command(&as_owner, &programs.join("postgres"));
    let guard = Command::new("sh")
        .args(["-c", GUARD, "guard"])
        .arg(server.get_program())
        .args(server.get_args())
        .arg("-D")
        .arg(&data)
        .arg("-k")
        .arg(&folder)
        .args(["-c", "listen_addresses=", "-c", "max_connections=200", "-c", "fsync=on"])
        .env("FOLDER", &folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(log)
        // A group of its own: what interrupts the tests does not end the guard before it has cleaned up.
        .process_group(0)
        .spawn()
        .expect("sh runs");

    let url = format!("postgres://postgres@{}/postgres", folder.display().to_string().replace('/', "%2F"));
    let config: Config = url.parse().expect("the address is well formed");
    for _ in 0..600 {
        if config.connect(NoTls).is_ok() {
            return (url, guard);
        }
        thread::sleep(Duration::from_millis(50));
    }
    let told = fs::read_to_string(folder.join("server.log")).unwrap_or_default();
    panic!("the test server did not answer within 30 seconds; it said: {told}");
}

/// The folder of PostgreSQL's own programs, of the newest version installed.
fn programs() -> PathBuf {
    let in_path = std::env::var_os("PATH")
        .into_iter()
        .flat_map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let mut debian: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .map(|versions| versions.flatten().map(|version| version.path().join("bin")).collect())
        .unwrap_or_default();
    debian.sort_by_key(|bin| {
        let version = bin.parent().and_then(Path::file_name).and_then(|name| name.to_str());
        version.and_then(|version| version.parse::<u32>().ok())
    });
    debian
        .into_iter()
        .rev()
        .chain(in_path)
        .find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
        .unwrap_or_else(|| {
            panic!(
                "PostgreSQL is not installed, and the store is tested on both databases: run `apt-get install \
                 postgresql`, or set {GIVEN} to the address of a superuser's database"
            )
        })
}

/// PostgreSQL refuses to run as root: then it runs as `postgres`, who is given the folder.
fn owner(folder: &Path) -> Vec<String> {
    let root = fs::metadata(folder).expect("the folder was just made").uid() == 0;
    if !root {
        return Vec::new();
    }
    let given = Command::new("chown").arg("postgres:postgres").arg(folder).status().expect("chown runs");
    assert!(
        given.success(),
        "there is no user `postgres` to run the test server as: `apt-get install postgresql`"
    );
    ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"].map(String::from).to_vec()
}

fn command(as_owner: &[String], program: &Path) -> Command {
    let Some((first, rest)) = as_owner.split_first() else {
        return Command::new(program);
    };
    let mut command = Command::new(first);
    command.args(rest).arg(program).current_dir("/");
    command
}
