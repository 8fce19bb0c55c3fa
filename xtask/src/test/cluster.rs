//! A private PostgreSQL: its own folder, its own port, its own password, gone when it is dropped.
//!
//! It keeps `fsync` on: the tests are about acknowledged writes.

use std::fmt::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use tempfile::TempDir;

use crate::stopwatch::Stopwatch;

/// PostgreSQL refuses to run as root; then everything it does is done as this user.
const USER: &str = "postgres";
/// A slow disk takes a few seconds for the first start; longer means it will not come.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running server.
pub(super) struct Cluster {
    server: Child,
    folder: TempDir,
    programs: PathBuf,
    as_user: bool,
    port: u16,
    url: String,
}

impl Cluster {
    /// Makes and starts a server from `programs`, as another user when `root`.
    pub(super) fn start(programs: &Path, root: bool) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("muster-postgres-").tempdir()?;
        let password = password()?;
        let secret = folder.path().join("password");
        std::fs::write(&secret, &password)?;
        if root {
            give_away(folder.path())?;
        }
        initialise(programs, root, folder.path(), &secret)?;
        // Between asking for a free port and taking it, someone else may: then the next one is tried.
        let mut last = anyhow!("no port was tried");
        for _ in 0..3 {
            let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
            let mut server = serve(programs, root, folder.path(), port)?;
            match await_ready(&mut server, folder.path()) {
                Ok(()) => {
                    let url = format!("postgres://{USER}:{password}@127.0.0.1:{port}/postgres");
                    return Ok(Self {
                        server,
                        folder,
                        programs: programs.to_owned(),
                        as_user: root,
                        port,
                        url,
                    });
                }
                Err(error) => last = error,
            }
            let _ = server.kill();
            let _ = server.wait();
        }
        Err(last)
    }

    /// The loopback port it answers on.
    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// A superuser's connection, with which tests make databases of their own.
    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // The data go with the folder, so there is nothing to write out first.
        let stopped = command(&self.programs.join("pg_ctl"), self.as_user, self.folder.path())
            .args(["stop", "--silent", "--mode=immediate", "--pgdata"])
            .arg(self.folder.path().join("data"))
            .stdout(Stdio::null())
            .status();
        if !stopped.is_ok_and(|status| status.success()) {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}

/// A command that runs as the right user and, where the system can, dies with us even if we are killed outright.
fn command(program: &Path, as_user: bool, folder: &Path) -> Command {
    let mut command = Command::new("setpriv");
    if as_user {
        command.args(["--reuid", USER, "--regid", USER, "--init-groups"]);
    }
    command.args(["--pdeathsig", "INT", "--"]).arg(program);
    if !as_user && !Path::new("/usr/bin/setpriv").exists() {
        command = Command::new(program);
    }
    // A time zone or a host from outside must not reach a private server.
    command
        .current_dir(folder)
        .stdin(Stdio::null())
        .env("LC_ALL", "C")
        .env_remove("PGDATA")
        .env_remove("PGPORT");
    command
}

fn password() -> Result<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| anyhow!("the system gives no randomness: {error}"))?;
    let mut password = String::new();
    for byte in bytes {
        let _ = write!(password, "{byte:02x}");
    }
    Ok(password)
}

fn give_away(folder: &Path) -> Result<()> {
    let status = Command::new("chown").args(["-R", &format!("{USER}:{USER}")]).arg(folder).status();
    if status.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    bail!(
        "PostgreSQL does not run as root and there is no user `{USER}`; on Debian the package postgresql makes one"
    )
}

fn initialise(programs: &Path, root: bool, folder: &Path, secret: &Path) -> Result<()> {
    let output = command(&programs.join("initdb"), root, folder)
        .args([
            "--username",
            USER,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--data-checksums",
        ])
        .arg("--pwfile")
        .arg(secret)
        .arg("--pgdata")
        .arg(folder.join("data"))
        .output()
        .context("initdb cannot be started")?;
    if !output.status.success() {
        bail!("initdb failed:\n{}", String::from_utf8_lossy(&output.stderr).trim_end());
    }
    Ok(())
}

fn serve(programs: &Path, root: bool, folder: &Path, port: u16) -> Result<Child> {
    use std::os::unix::process::CommandExt as _;

    let log = std::fs::File::create(folder.join("log"))?;
    command(&programs.join("postgres"), root, folder)
        .arg("-D")
        .arg(folder.join("data"))
        .args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="])
        .args(["-c", "max_connections=200", "-c", "fsync=on"])
        .stdout(log.try_clone()?)
        .stderr(log)
        // A group of its own: Ctrl-C reaches us first, and we stop it in order.
        .process_group(0)
        .spawn()
        .context("the PostgreSQL server cannot be started")
}

/// The server writes its state into the eighth line of `postmaster.pid`.
fn await_ready(server: &mut Child, folder: &Path) -> Result<()> {
    let watch = Stopwatch::start();
    while watch.elapsed() < PATIENCE {
        let state = std::fs::read_to_string(folder.join("data/postmaster.pid")).unwrap_or_default();
        if state.lines().nth(7).is_some_and(|line| line.trim() == "ready") {
            return Ok(());
        }
        if server.try_wait()?.is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
    let lines: Vec<_> = log.lines().collect();
    bail!(
        "the PostgreSQL server did not start; the end of its log:\n{}",
        lines[lines.len().saturating_sub(10)..].join("\n")
    )
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use super::super::needs;
    use super::*;

    #[test]
    fn the_private_server_answers_and_leaves_nothing_behind() {
        let programs =
            needs::programs().expect("PostgreSQL is needed; `cargo xtask test` installs it or says how");

        let cluster = Cluster::start(&programs, needs::superuser()).unwrap();
        let (port, folder) = (cluster.port(), cluster.folder.path().to_owned());
        assert!(TcpStream::connect(("127.0.0.1", port)).is_ok());
        assert!(cluster.url().ends_with(&format!("@127.0.0.1:{port}/postgres")));

        drop(cluster);
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err(), "the server still answers");
        assert!(!folder.exists(), "the folder is still there");
    }

    #[test]
    fn each_server_has_its_own_password() {
        let first = password().unwrap();
        assert_eq!(first.len(), 32);
        assert_ne!(first, password().unwrap());
    }
}
