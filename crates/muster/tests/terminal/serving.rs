//! Serving, as its keeper sees it.

use crate::run::Desk;
use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    process::{Child, Command, Stdio},
};

/// A service that runs; it is ended when the test is.
struct Service {
    child: Child,
    address: String,
}

impl Service {
    fn start(desk: &Desk) -> Self {
        let mut command = desk.command(&["serve", "--listen", "127.0.0.1:0"], &[]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let open = lines.map_while(Result::ok).find(|line| line.contains("is open: "));
        let address = open.unwrap().rsplit_once("http://").unwrap().1.to_owned();
        Self { child, address }
    }

    fn ask(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.address).unwrap();
        let mut told = String::new();
        stream.read_to_string(&mut told).unwrap();
        told
    }

    /// Its exit code after a signal.
    fn ended_by(mut self, signal: &str) -> Option<i32> {
        let told = Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap();
        assert!(told.success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[test]
fn without_any_setting_it_makes_a_mission_and_serves_it_until_it_is_told_to_stop() {
    let desk = Desk::new();
    let service = Service::start(&desk);
    assert!(service.ask("/").starts_with("HTTP/1.1 303 "));
    let page = service.ask("/uk/");
    assert!(page.starts_with("HTTP/1.1 200 ") && page.contains("lang=\"uk\""), "{page}");
    let checked = desk.run(&["healthcheck", "--ready", "--listen", &service.address]);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""), "{}", checked.out);
    // One database has one service.
    let second = desk.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(second.code, 3);
    assert!(second.err.contains("another process has"), "{}", second.err);
    let address = service.address.clone();
    assert_eq!(service.ended_by("-TERM"), Some(0));
    let checked = desk.run(&["healthcheck", "--listen", &address]);
    assert_eq!(checked.code, 1);
    // What it made is there the next time.
    let service = Service::start(&desk);
    assert!(service.ask("/en/").starts_with("HTTP/1.1 200 "));
    assert_eq!(service.ended_by("-INT"), Some(0));
}

#[test]
fn what_nobody_can_listen_to_trust_or_type_is_refused_before_anything_is_made() {
    let desk = Desk::new();
    for args in [
        ["serve", "--trusted-proxy", "localhost"],
        ["serve", "--public-url", "join.example.org"],
        ["serve", "--log", "=="],
        ["serve", "--smtp", "smtps://somebody@mail.example.org"],
    ] {
        let ran = desk.run(&[args.as_slice(), &["--listen", "127.0.0.1:0", "--data", "d"]].concat());
        assert_eq!(ran.code, 2, "{args:?}: {}", ran.err);
        assert!(ran.err.contains("what to do: "), "{}", ran.err);
    }
    assert!(!desk.folder().join("d/mission.db").exists());
}
