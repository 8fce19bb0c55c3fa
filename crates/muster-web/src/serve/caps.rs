//! How many, how long, how slow.

use super::Network;
use std::{net::IpAddr, time::Duration};

/// What a service bears. Every default suits a small machine on the open internet.
#[derive(Debug, Clone)]
pub struct Caps {
    /// Connections at once.
    pub total: usize,
    /// Connections at once of one client: an IPv4 address, or an IPv6 /64.
    pub per_client: usize,
    /// For a request head, from the first byte, or from the connection if it is a new one.
    pub head: Duration,
    /// For the next request on a connection that has had one.
    pub idle: Duration,
    /// For a request's body.
    pub body: Duration,
    /// A body that comes slower than this, or an answer that is fetched slower, is not waited for.
    pub bytes_per_second_min: u64,
    /// How long a slow one is borne before its rate counts.
    pub patience: Duration,
    /// For everybody to finish, after the stop.
    pub drain: Duration,
    /// Proxies whose word on who asks is taken, and which may bring any number of connections.
    pub trusted: Vec<Network>,
}

impl Default for Caps {
    fn default() -> Self {
        Self {
            total: 4_096,
            per_client: 256,
            head: Duration::from_secs(10),
            idle: Duration::from_secs(30),
            body: Duration::from_secs(30),
            bytes_per_second_min: 1_024,
            patience: Duration::from_secs(10),
            drain: Duration::from_secs(20),
            trusted: Vec::new(),
        }
    }
}

/// Files the process needs beside its connections: databases, logs, whoever is just being let in or sent away.
const OTHER_FILES: usize = 256;

impl Caps {
    /// The defaults, with no more connections than this process may open files.
    #[must_use]
    pub fn of_this_process() -> Self {
        let mut caps = Self::default();
        let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
        if let Some(most) = open_files(&limits) {
            caps.total = caps.total.min(most.saturating_sub(OTHER_FILES)).max(64);
        }
        caps.per_client = caps.per_client.min(caps.total / 4);
        caps
    }

    pub(super) fn trusts(&self, peer: IpAddr) -> bool {
        self.trusted.iter().any(|network| network.holds(peer))
    }
}

/// The soft limit of open files, as Linux tells it.
fn open_files(limits: &str) -> Option<usize> {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_that_may_open_few_files_takes_few_connections() {
        let told = "Limit                     Soft Limit           Hard Limit           Units     \n\
                    Max open files            1024                 524288               files     \n";
        assert_eq!(open_files(told), Some(1_024));
        assert_eq!(
            open_files("Max open files            unlimited            unlimited            files"),
            None
        );
        let caps = Caps::of_this_process();
        assert!(caps.total >= 64 && caps.per_client <= caps.total);
    }
}
