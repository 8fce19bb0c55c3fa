//! One account of the play for each role, ready to be tried: links that exist in this process's memory alone.

use crate::{
    commands::way::{self, Way},
    frame::Fault,
};
use jiff::Timestamp;
use muster_app::{
    App,
    case::{
        Permit,
        office::{AddStaff, StaffName},
    },
    desk::{IssueApiToken, NewApiToken},
};
use muster_vocab::{Actor, Dice as _, HumanId, OsDice, Role, StaffId};
use muster_web::DemoAccount;
use std::collections::BTreeMap;

/// Two roles that do nothing in the play itself, with the invented people who have them.
const ALSO: [(Role, &str); 2] = [(Role::Administrator, "Vira Koval"), (Role::DataProtection, "Orest Halka")];

/// The first of the cast in each role; who is missing is added.
pub(super) fn seats(app: &App, at: Timestamp) -> Result<Vec<DemoAccount>, Fault> {
    let mut dice = OsDice;
    let by = Actor::Staff { staff: dice.id(), human: dice.id(), role: Role::Administrator };
    for (role, name) in ALSO {
        let (staff, human) = (dice.id::<StaffId>(), dice.id::<HumanId>());
        let add = AddStaff {
            staff,
            human,
            roles: [role].into(),
            missions: [].into(),
            name: StaffName(name.to_owned()),
        };
        app.carry_out_office(Permit::<AddStaff>::ask(by)?, add, at)?;
    }
    let rows = app.store.views.staff()?;
    let mut seats = Vec::new();
    for role in Role::ALL {
        // Two of each where there are two: a second signature is somebody else's.
        let found = rows.iter().filter(|row| row.roles.contains(&role) && !row.suspended);
        for row in found.take(2) {
            let name = app.staff_name(row.staff)?.unwrap_or_default();
            let token = format!("{:016x}{:016x}", dice.roll(), dice.roll());
            seats.push(DemoAccount { staff: row.staff, name, role, token });
        }
    }
    Ok(seats)
}

/// A link for everybody.
pub(super) fn ways(seats: &[DemoAccount]) -> Vec<Way> {
    let way = |seat: &DemoAccount| Way {
        who: format!("{:<16} {}", seat.role.word(), seat.name),
        path: way::path_of(&seat.token),
    };
    seats.iter().map(way).collect()
}

/// A token of the API for one of each role, as JSON.
pub(super) fn tokens(app: &App, seats: &[DemoAccount], at: Timestamp) -> Result<String, Fault> {
    let mut tokens = BTreeMap::new();
    for seat in seats {
        if tokens.contains_key(seat.role.word()) {
            continue;
        }
        let by = Actor::Staff { staff: seat.staff, human: OsDice.id(), role: seat.role };
        let new = NewApiToken { staff: seat.staff, label: "a play".to_owned(), days: 1 };
        let (token, _) = app.issue_api_token(Permit::<IssueApiToken>::ask(by)?, new, at)?;
        tokens.insert(seat.role.word(), token);
    }
    Ok(serde_json::to_string_pretty(&tokens).unwrap_or_default())
}
