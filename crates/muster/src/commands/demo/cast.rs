//! One account of the play for each role, ready to be tried: links that exist in this process's memory alone.

use crate::frame::{Fault, Frame};
use jiff::Timestamp;
use muster_app::{
    App,
    case::{
        Permit,
        office::{AddStaff, StaffName},
    },
};
use muster_vocab::{Actor, Dice as _, HumanId, OsDice, Role, StaffId};
use muster_web::DemoAccount;
use std::fmt::Write as _;

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

/// Prints a link for each role.
pub(super) fn tell(frame: &Frame, seats: &[DemoAccount]) -> Result<(), Fault> {
    if frame.json {
        return Ok(());
    }
    let mut text = format!("{}\n", frame.paint().head("Take somebody's place at the desk: /en/desk/"));
    for seat in seats {
        // A text takes whatever is written into it.
        let (role, name, token) = (seat.role.word(), &seat.name, &seat.token);
        let _ = writeln!(text, "  {role:<16} {name:<20} /en/desk/enter/{token}");
    }
    frame.print(&text)
}
