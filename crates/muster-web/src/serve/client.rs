//! Who asks: an address, from the connection or from a proxy that is trusted to say it.

use axum::http::{HeaderMap, header::FORWARDED};
use std::{
    net::{IpAddr, Ipv6Addr},
    str::FromStr,
};

/// The address of whoever asks; every request that is served carries one.
///
/// It is for limits alone. It prints nothing: an address is about a person.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Client(pub IpAddr);

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Client")
    }
}

/// What counts as one client: an IPv4 address, or the /64 that one line or telephone is given.
#[must_use]
pub fn neighbourhood(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => IpAddr::V6(Ipv6Addr::from_bits(six.to_bits() >> 64 << 64)),
        four @ IpAddr::V4(_) => four,
    }
}

/// A network such as `10.0.0.0/8`, or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    bits: u128,
    prefix: u32,
    four: bool,
}

/// The text names no network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no network: write an address such as 127.0.0.1, or a network such as 10.0.0.0/8")]
pub struct NotANetwork;

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, NotANetwork> {
        let (address, prefix) = match text.trim().split_once('/') {
            Some((address, prefix)) => (address, Some(prefix.parse::<u32>().map_err(|_| NotANetwork)?)),
            None => (text.trim(), None),
        };
        let (bits, most, four) = bits(address.parse().map_err(|_| NotANetwork)?);
        let prefix = prefix.unwrap_or(most);
        if prefix > most {
            return Err(NotANetwork);
        }
        Ok(Self { bits, prefix, four })
    }
}

impl Network {
    /// Whether the address lies in it.
    #[must_use]
    pub fn holds(&self, address: IpAddr) -> bool {
        let (other, most, four) = bits(address);
        let same = |shift: u32| shift >= 128 || (self.bits ^ other) >> shift == 0;
        four == self.four && (self.prefix == 0 || same(most - self.prefix))
    }
}

fn bits(address: IpAddr) -> (u128, u32, bool) {
    match address.to_canonical() {
        IpAddr::V4(four) => (four.to_bits().into(), 32, true),
        IpAddr::V6(six) => (six.to_bits(), 128, false),
    }
}

/// Who asks: the peer, or whom trusted proxies name, from the nearest to the first that is not one of them.
pub(super) fn of(peer: IpAddr, headers: &HeaderMap, trusts: impl Fn(IpAddr) -> bool) -> Client {
    let mut nearest = peer.to_canonical();
    if !trusts(nearest) {
        return Client(nearest);
    }
    for named in named(headers).iter().rev() {
        let Some(named) = address(named) else { break };
        nearest = named;
        if !trusts(nearest) {
            break;
        }
    }
    Client(nearest)
}

/// Everybody whom the headers name, the nearest last. One header is believed, never a mixture of both.
fn named(headers: &HeaderMap) -> Vec<&str> {
    let all = |name: &str| -> Vec<&str> {
        headers
            .get_all(name)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|line| line.split(','))
            .collect()
    };
    let forwarded = all(FORWARDED.as_str());
    if forwarded.is_empty() {
        return all("x-forwarded-for");
    }
    let named = |element: &'_ str| -> Option<usize> {
        element.split(';').position(|pair| pair.trim().to_ascii_lowercase().starts_with("for="))
    };
    let value = |element| match named(element) {
        Some(at) => {
            element.split(';').nth(at).and_then(|pair| pair.split_once('=')).map_or("", |(_, value)| value)
        }
        None => "",
    };
    forwarded.into_iter().map(value).collect()
}

/// An address as headers write it: bare, with a port, in brackets, in quotes.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim().trim_matches('"');
    let bare = match text.strip_prefix('[') {
        Some(bracketed) => bracketed.split_once(']')?.0,
        None => match text.split_once(':') {
            Some((four, port)) if !port.contains(':') => four,
            _ => text,
        },
    };
    bare.parse::<IpAddr>().ok().map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(text: &str) -> Network {
        text.parse().unwrap()
    }

    fn asked(peer: &str, headers: &[(&'static str, &str)]) -> String {
        let proxies = [network("10.0.0.0/8"), network("127.0.0.1")];
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        of(peer.parse().unwrap(), &map, |peer| proxies.iter().any(|network| network.holds(peer)))
            .0
            .to_string()
    }

    #[test]
    fn a_stranger_who_names_somebody_else_is_still_the_stranger() {
        assert_eq!(asked("198.51.100.7", &[("x-forwarded-for", "203.0.113.9")]), "198.51.100.7");
        assert_eq!(asked("198.51.100.7", &[("forwarded", "for=203.0.113.9")]), "198.51.100.7");
    }

    #[test]
    fn a_trusted_proxy_names_who_asks_and_what_stands_before_that_is_hearsay() {
        assert_eq!(asked("127.0.0.1", &[("x-forwarded-for", "203.0.113.9")]), "203.0.113.9");
        assert_eq!(
            asked("127.0.0.1", &[("x-forwarded-for", "1.1.1.1, 203.0.113.9, 10.2.3.4")]),
            "203.0.113.9"
        );
        assert_eq!(
            asked("127.0.0.1", &[("x-forwarded-for", "1.1.1.1"), ("x-forwarded-for", "203.0.113.9")]),
            "203.0.113.9"
        );
        assert_eq!(asked("127.0.0.1", &[("x-forwarded-for", "203.0.113.9, nonsense")]), "127.0.0.1");
        assert_eq!(asked("127.0.0.1", &[]), "127.0.0.1");
    }

    #[test]
    fn the_standard_header_is_read_in_all_its_forms() {
        let forms = [
            "for=203.0.113.9;proto=https;by=10.0.0.1",
            "proto=https;For=\"203.0.113.9:4711\"",
            "for=1.1.1.1, for=203.0.113.9",
        ];
        for form in forms {
            assert_eq!(asked("10.0.0.1", &[("forwarded", form)]), "203.0.113.9", "{form}");
        }
        assert_eq!(asked("10.0.0.1", &[("forwarded", "for=\"[2001:db8::7]:4711\"")]), "2001:db8::7");
        assert_eq!(asked("10.0.0.1", &[("forwarded", "for=unknown")]), "10.0.0.1");
        assert_eq!(
            asked("10.0.0.1", &[("forwarded", "for=203.0.113.9"), ("x-forwarded-for", "1.1.1.1")]),
            "203.0.113.9"
        );
    }

    #[test]
    fn a_network_holds_its_own_and_no_others() {
        assert!(network("10.0.0.0/8").holds("10.255.1.2".parse().unwrap()));
        assert!(!network("10.0.0.0/8").holds("11.0.0.1".parse().unwrap()));
        assert!(network("10.0.0.0/8").holds("::ffff:10.1.1.1".parse().unwrap()));
        assert!(network("2001:db8::/32").holds("2001:db8:ffff::1".parse().unwrap()));
        assert!(!network("0.0.0.0/0").holds("2001:db8::1".parse().unwrap()));
        assert!(network("0.0.0.0/0").holds("8.8.8.8".parse().unwrap()));
        assert!(network("::/0").holds("2001:db8::1".parse().unwrap()));
        for text in ["", "10.0.0.0/33", "localhost", "10.0.0.0/x"] {
            assert_eq!(text.parse::<Network>(), Err(NotANetwork), "{text}");
        }
    }
}
