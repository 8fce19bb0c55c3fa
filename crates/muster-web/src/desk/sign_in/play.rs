//! In a play everybody of its cast is let in by a button. The links exist in this process's memory alone; a mission
//! that is not played has none.

use crate::{Layout, Web, desk::words};
use muster_vocab::{Role, StaffId};
use std::fmt;

/// Somebody of a play's cast, ready to be tried.
#[derive(Clone)]
pub struct DemoAccount {
    /// The account.
    pub staff: StaffId,
    /// The invented name.
    pub name: String,
    /// What the account may do.
    pub role: Role,
    /// The token of its link.
    pub token: String,
}

impl fmt::Debug for DemoAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DemoAccount")
            .field("staff", &self.staff)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}

/// A button of the cast.
pub(super) struct Seat {
    pub(super) token: String,
    pub(super) name: String,
    pub(super) role: String,
}

/// Everybody of the cast; nobody outside a play.
fn cast(web: &Web) -> &[DemoAccount] {
    // A play is told by its letters, which are shown and never sent.
    if web.settings.letters.is_some() { &web.settings.demo } else { &[] }
}

/// The account behind a token of the cast.
pub(super) fn who(web: &Web, token: &str) -> Option<StaffId> {
    cast(web).iter().find(|account| account.token == token).map(|account| account.staff)
}

/// Whether an account is of the cast: then a button stands for its key.
pub(super) fn is_cast(web: &Web, staff: StaffId) -> bool {
    cast(web).iter().any(|account| account.staff == staff)
}

/// The buttons of everybody in the cast.
pub(super) fn seats(web: &Web, layout: &Layout) -> Vec<Seat> {
    let seat = |account: &DemoAccount| Seat {
        token: account.token.clone(),
        name: account.name.clone(),
        role: words::role(layout, account.role.word()),
    };
    cast(web).iter().map(seat).collect()
}

pub(super) fn sample(layout: &Layout) -> Vec<Seat> {
    let seat = |(name, role): (&str, Role)| Seat {
        token: name.to_owned(),
        name: name.to_owned(),
        role: words::role(layout, role.word()),
    };
    [("Olena Marchuk", Role::Clerk), ("Viktor Hlushko", Role::Attache)].map(seat).into()
}
