//! `muster healthcheck`: asks a service whether it is well, so that no other program has to be installed for it.

use crate::frame::{Exit, Fault, Frame};
use clap::Args;
use serde::Serialize;
use std::{
    io::{self, Read as _, Write as _},
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream, ToSocketAddrs as _},
    time::Duration,
};

/// Asks a service on this machine whether it is well
#[derive(Args)]
#[command(after_help = "Exit code 0 if it is well, 1 if not. For containers and monitors:
  muster healthcheck
  muster healthcheck --ready --listen 127.0.0.1:8080")]
pub(crate) struct Healthcheck {
    /// Also asks whether it can do its work: database, disk
    #[arg(long)]
    ready: bool,
}

/// The answer.
#[derive(Serialize)]
struct Told {
    /// Whether it is well.
    well: bool,
    /// What it said.
    said: String,
}

const WAIT: Duration = Duration::from_secs(5);
/// No honest answer is longer.
const ANSWER_BYTES_MAX: u64 = 16 * 1024;

impl Healthcheck {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let listen = frame.settings.listen();
        let path = if self.ready { "/readyz" } else { "/healthz" };
        let (well, said) = ask(listen, path).map_err(|error| {
            Fault::new(Exit::Refused, format!("nobody answers at {listen}: {error}"))
                .next("see whether `muster serve` runs, and name the address it printed with --listen")
        })?;
        frame.show(&Told { well, said }, |told, paint| {
            let word = if told.well { paint.good("well") } else { paint.bad("not well") };
            format!("{word}  {}", told.said)
        })?;
        Ok(if well { Exit::Done } else { Exit::Refused })
    }
}

/// Whether the answer is a good one, and its text.
fn ask(listen: &str, path: &str) -> io::Result<(bool, String)> {
    let address = listen.to_socket_addrs()?.next().map(reachable);
    let address = address.ok_or_else(|| io::Error::from(io::ErrorKind::AddrNotAvailable))?;
    let mut stream = TcpStream::connect_timeout(&address, WAIT)?;
    stream.set_read_timeout(Some(WAIT))?;
    stream.set_write_timeout(Some(WAIT))?;
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {listen}\r\nconnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.take(ANSWER_BYTES_MAX).read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer);
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    Ok((head.starts_with("HTTP/1.1 200 "), body.trim().to_owned()))
}

/// Who listens everywhere is asked at home.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(match address.ip() {
            IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}
