//! How often somebody may ask: each client, and all together, by what is asked.
//!
//! Behind one address may stand a whole hostel, so the limits of a client are wide; those of all together only keep the
//! machine alive. What is refused says when to come back, and loading the page again sends the same form.

use crate::{
    Failing, Web,
    serve::{Client, neighbourhood},
};
use axum::{
    extract::{MatchedPath, Request, State},
    http::Method,
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use governor::{
    DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
};
use muster_vocab::StaffId;
use std::{
    net::{IpAddr, Ipv4Addr},
    num::NonZeroU32,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A page, a picture, a style sheet.
    Page,
    /// A form.
    Post,
    /// A code that was sent, or one more of them: each costs a message.
    Code,
    /// The way back into an application, where somebody might try keys.
    Return,
}

/// So many at once, and so many a second after that.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// At once.
    pub burst: u32,
    /// A second.
    pub per_second: f64,
}

/// The rates of each class: of one client, and of all together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rates {
    /// Pages.
    pub page: [Rate; 2],
    /// Forms.
    pub post: [Rate; 2],
    /// Codes.
    pub code: [Rate; 2],
    /// Ways back.
    pub back: [Rate; 2],
    /// What programs ask for, of one account.
    pub account: Rate,
    /// How many clients are remembered, of each class.
    pub clients_max: usize,
    /// How many requests are worked on at once.
    pub busy_max: usize,
}

impl Default for Rates {
    fn default() -> Self {
        let pair = |burst, per_second, all_burst, all_per_second| {
            [Rate { burst, per_second }, Rate { burst: all_burst, per_second: all_per_second }]
        };
        Self {
            page: pair(400, 40.0, 40_000, 20_000.0),
            post: pair(120, 10.0, 20_000, 10_000.0),
            code: pair(30, 0.5, 1_000, 50.0),
            back: pair(30, 0.5, 1_000, 50.0),
            account: Rate { burst: 400, per_second: 40.0 },
            clients_max: 50_000,
            busy_max: 4_000,
        }
    }
}

impl Rates {
    /// Rates that nobody reaches: for measuring what the machine itself can do.
    #[must_use]
    pub fn unlimited() -> Self {
        let free = [Rate { burst: u32::MAX, per_second: 1e9 }; 2];
        Self {
            page: free,
            post: free,
            code: free,
            back: free,
            account: free[0],
            busy_max: usize::MAX,
            ..Self::default()
        }
    }
}

/// Counts, and says when to come back.
pub struct Limits {
    page: Pair,
    post: Pair,
    code: Pair,
    back: Pair,
    accounts: DefaultKeyedRateLimiter<StaffId>,
    busy: AtomicUsize,
    busy_max: usize,
}

struct Pair {
    each: DefaultKeyedRateLimiter<IpAddr>,
    all: DefaultDirectRateLimiter,
    clients_max: usize,
    /// Requests since somebody was last forgotten, while too many are remembered.
    crowded: AtomicUsize,
    clock: DefaultClock,
}

/// Forgetting looks at everybody, so it is not done for each request of a flood.
const SWEEP_EVERY: usize = 4_096;

impl Pair {
    fn new([each, all]: [Rate; 2], clients_max: usize) -> Self {
        let (each, all) = (RateLimiter::keyed(quota(each)), RateLimiter::direct(quota(all)));
        Self { each, all, clients_max, crowded: AtomicUsize::new(0), clock: DefaultClock::default() }
    }

    /// A client who asks too often uses up nothing of what all share.
    fn check(&self, client: IpAddr) -> Result<(), Duration> {
        if self.each.len() > self.clients_max {
            // Who has been quiet for long enough is forgotten; a flood from everywhere is left to the shared limit.
            if self.crowded.fetch_add(1, Ordering::Relaxed).is_multiple_of(SWEEP_EVERY) {
                self.each.retain_recent();
            }
            if self.each.len() > self.clients_max {
                return self.shared();
            }
        }
        let now = self.clock.now();
        self.each.check_key(&client).map_err(|until| until.wait_time_from(now))?;
        self.shared()
    }

    fn shared(&self) -> Result<(), Duration> {
        let now = self.clock.now();
        self.all.check().map_err(|until| until.wait_time_from(now))
    }
}

fn quota(rate: Rate) -> Quota {
    let burst = NonZeroU32::new(rate.burst).unwrap_or(NonZeroU32::MIN);
    let one = Duration::try_from_secs_f64(1.0 / rate.per_second).unwrap_or(Duration::MAX);
    Quota::with_period(one.max(Duration::from_nanos(1)))
        .map_or(Quota::per_second(burst), |quota| quota.allow_burst(burst))
}

impl Limits {
    /// Limits at these rates; nobody has asked yet.
    #[must_use]
    pub fn new(rates: &Rates) -> Self {
        let pair = |of| Pair::new(of, rates.clients_max);
        Self {
            page: pair(rates.page),
            post: pair(rates.post),
            code: pair(rates.code),
            back: pair(rates.back),
            accounts: RateLimiter::keyed(quota(rates.account)),
            busy: AtomicUsize::new(0),
            busy_max: rates.busy_max,
        }
    }

    /// Lets a request through.
    ///
    /// # Errors
    /// How long to wait before the next.
    pub fn check(&self, client: IpAddr, class: Class) -> Result<(), Duration> {
        let pair = match class {
            Class::Page => &self.page,
            Class::Post => &self.post,
            Class::Code => &self.code,
            Class::Return => &self.back,
        };
        pair.check(neighbourhood(client))
    }

    /// Lets a request of a program through, whichever of the account's tokens it shows. There are only as many accounts
    /// as there are officers.
    ///
    /// # Errors
    /// How long to wait before the next.
    pub fn check_account(&self, staff: StaffId) -> Result<(), Duration> {
        let clock = DefaultClock::default();
        self.accounts.check_key(&staff).map_err(|until| until.wait_time_from(clock.now()))
    }
}

/// What a request asks, by its route.
fn class(method: &Method, route: &str) -> Class {
    // A program is counted by its account; here only what keeps others from trying tokens.
    if *method == Method::GET || *method == Method::HEAD || route.starts_with("/api/") {
        return Class::Page;
    }
    match route.trim_start_matches("/{lang}") {
        "/return"
        | "/return/code"
        | "/return/link/{token}"
        | "/verify"
        | "/desk/sign-in"
        | "/desk/enter/{token}"
        | "/desk/step-up" => Class::Return,
        "/application/contact" | "/application/contact/confirm" | "/application/contact/again" => Class::Code,
        _ => Class::Post,
    }
}

/// One more request that is worked on, until it is dropped.
struct Busy<'a>(&'a AtomicUsize);

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// When to come back while the machine has its hands full.
const BUSY_SECONDS: u32 = 5;

pub(super) async fn check(State(web): State<Web>, request: Request, next: Next) -> Response {
    let limits = &web.guard.limits;
    let client =
        request.extensions().get::<Client>().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |client| client.0);
    let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
    let wait = limits.check(client, class(request.method(), route));
    if let Err(wait) = wait {
        return refused("rate", wait.as_secs_f64().ceil() as u32);
    }
    let before = limits.busy.fetch_add(1, Ordering::Relaxed);
    let _busy = Busy(&limits.busy);
    if before >= limits.busy_max {
        return refused("busy", BUSY_SECONDS);
    }
    next.run(request).await
}

fn refused(reason: &'static str, wait_seconds: u32) -> Response {
    metrics::counter!("muster_refused_total", "reason" => reason).increment(1);
    Failing::TooMany { wait_seconds: wait_seconds.max(1) }.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(each: u32, all: u32, clients_max: usize) -> Limits {
        let slow = |burst| Rate { burst, per_second: 0.01 };
        Limits::new(&Rates { post: [slow(each), slow(all)], clients_max, ..Rates::default() })
    }

    fn address(n: u32) -> IpAddr {
        IpAddr::V4(Ipv4Addr::from(0x0a00_0000 + n))
    }

    #[test]
    fn a_client_who_asks_too_often_waits_and_nobody_else_does() {
        let limits = limits(3, 1_000, 100);
        for _ in 0..3 {
            assert_eq!(limits.check(address(1), Class::Post), Ok(()));
        }
        let wait = limits.check(address(1), Class::Post).unwrap_err();
        assert!((1..=100).contains(&(wait.as_secs_f64().ceil() as u32)), "{wait:?}");
        assert_eq!(limits.check(address(2), Class::Post), Ok(()));
        assert_eq!(limits.check(address(1), Class::Page), Ok(()));
    }

    #[test]
    fn a_flood_from_one_client_uses_up_nothing_of_what_all_share() {
        let limits = limits(3, 10, 100);
        for _ in 0..1_000 {
            let _refused = limits.check(address(1), Class::Post);
        }
        assert_eq!(limits.check(address(2), Class::Post), Ok(()));
    }

    #[test]
    fn a_whole_network_of_version_six_is_one_client() {
        let limits = limits(1, 1_000, 100);
        assert_eq!(limits.check("2001:db8:1:2::1".parse().unwrap(), Class::Post), Ok(()));
        assert!(limits.check("2001:db8:1:2:ffff::9".parse().unwrap(), Class::Post).is_err());
        assert_eq!(limits.check("2001:db8:1:3::1".parse().unwrap(), Class::Post), Ok(()));
    }

    #[test]
    fn a_flood_from_everywhere_fills_no_memory_and_shuts_nobody_out() {
        let limits = limits(1, 100_000, 100);
        for n in 0..10_000 {
            assert_eq!(limits.check(address(n), Class::Post), Ok(()));
        }
        assert!(limits.post.each.len() <= 101);
    }

    #[test]
    fn ways_back_and_codes_are_counted_apart() {
        assert_eq!(class(&Method::GET, "/{lang}/return"), Class::Page);
        assert_eq!(class(&Method::POST, "/{lang}/return/link/{token}"), Class::Return);
        assert_eq!(class(&Method::POST, "/{lang}/application/contact/again"), Class::Code);
        assert_eq!(class(&Method::POST, "/{lang}/application/questions/{question}"), Class::Post);
    }
}
