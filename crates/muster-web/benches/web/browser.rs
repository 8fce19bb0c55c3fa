//! A browser as small as can be: one connection, kept open, one request after the other.

use std::{collections::BTreeMap, io, net::SocketAddr};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// An answer.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) location: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The value of a hidden field.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let text = String::from_utf8_lossy(&self.body);
        let start = format!("name=\"{name}\" value=\"");
        let value = text.split_once(&start).and_then(|(_, rest)| rest.split('"').next());
        value.unwrap_or_default().to_owned()
    }
}

/// A browser.
pub(crate) struct Browser {
    stream: TcpStream,
    /// Who the proxy says it is.
    client: String,
    pub(crate) cookies: BTreeMap<String, String>,
    read: Vec<u8>,
}

impl Browser {
    pub(crate) async fn open(address: SocketAddr, client: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, client: client.to_owned(), cookies: BTreeMap::new(), read: Vec::new() })
    }

    pub(crate) async fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.ask(&format!("GET {path} HTTP/1.1\r\n"), "").await
    }

    pub(crate) async fn post(&mut self, path: &str, body: &str) -> io::Result<Answer> {
        let head = format!(
            "POST {path} HTTP/1.1\r\ncontent-type: application/x-www-form-urlencoded\r\n\
             sec-fetch-site: same-origin\r\ncontent-length: {}\r\n",
            body.len()
        );
        self.ask(&head, body).await
    }

    async fn ask(&mut self, head: &str, body: &str) -> io::Result<Answer> {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = format!(
            "{head}host: localhost\r\nx-forwarded-for: {}\r\ncookie: {}\r\n\r\n{body}",
            self.client,
            cookies.join("; ")
        );
        self.stream.write_all(request.as_bytes()).await?;
        let end = loop {
            if let Some(at) = self.read.windows(4).position(|window| window == b"\r\n\r\n") {
                break at + 4;
            }
            self.fill().await?;
        };
        let text = String::from_utf8_lossy(&self.read[..end]).into_owned();
        let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        let (mut length, mut location) = (0, String::new());
        for (name, value) in text.lines().skip(1).filter_map(|line| line.split_once(": ")) {
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().unwrap_or_default(),
                "location" => value.clone_into(&mut location),
                "set-cookie" => self.keep(value),
                _ => {}
            }
        }
        while self.read.len() < end + length {
            self.fill().await?;
        }
        let body = self.read[end..end + length].to_vec();
        self.read.drain(..end + length);
        Ok(Answer { status, location, body })
    }

    async fn fill(&mut self) -> io::Result<()> {
        match self.stream.read_buf(&mut self.read).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }

    fn keep(&mut self, header: &str) {
        let pair = header.split(';').next().and_then(|pair| pair.split_once('='));
        if let Some((name, value)) = pair {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
