//! Who acts: the staff account that a setting names, as the views know it.

use super::{Exit, Fault, Frame};
use muster_app::{
    App,
    case::{Action, Permit},
};
use muster_vocab::{Actor, Role, StaffId, Worker};

impl Frame {
    /// The member of staff who acts, in a role that is allowed `A`.
    ///
    /// `--as ID` takes the first of the account's roles that may do it; `--as ID:role` takes that role and no other.
    pub(crate) fn permit<A: Action>(&self, app: &App) -> Result<Permit<A>, Fault> {
        Ok(Permit::ask(self.actor(app, A::ROLES)?)?)
    }

    /// As [`Frame::permit`] for a guarded read: without `--as` the machine itself reads what is opaque.
    pub(crate) fn reading<A: Action>(&self, app: &App) -> Result<Permit<A>, Fault> {
        match self.settings.acting() {
            Some(_) => self.permit(app),
            None => Ok(Permit::ask(Actor::System { worker: Worker::Clock })?),
        }
    }

    /// The member of staff who acts, in the first of `wanted` that the account has.
    pub(crate) fn actor(&self, app: &App, wanted: &[Role]) -> Result<Actor, Fault> {
        let Some(text) = self.settings.acting() else {
            return Err(Fault::usage("this command changes things, and nobody is named who does it")
                .next("add `--as STAFF_ID` (see `muster staff list`), or set MUSTER_AS"));
        };
        let (id, role) = match text.split_once(':') {
            Some((id, role)) => (id, Some(role.parse::<Role>().map_err(unreadable)?)),
            None => (text.as_str(), None),
        };
        let staff: StaffId = id.parse().map_err(unreadable)?;
        let account = app.store.views.staff()?.into_iter().find(|row| row.staff == staff);
        let account = account.ok_or_else(|| {
            Fault::new(Exit::Usage, format!("there is no staff account {staff}"))
                .next("see `muster staff list` for the accounts")
        })?;
        if account.suspended {
            return Err(Fault::new(Exit::Refused, format!("the account {staff} is suspended"))
                .next("act as another account, or ask an administrator"));
        }
        let names =
            |roles: &mut dyn Iterator<Item = Role>| roles.map(Role::word).collect::<Vec<_>>().join(", ");
        let role = match role {
            Some(role) if account.roles.contains(&role) => role,
            Some(role) => {
                let held = names(&mut account.roles.iter().copied());
                return Err(Fault::new(Exit::Refused, format!("the account {staff} does not act as {role}"))
                    .next(format!("it may act as {held}")));
            }
            None => wanted.iter().copied().find(|role| account.roles.contains(role)).ok_or_else(|| {
                let may = names(&mut wanted.iter().copied().filter(|role| *role != Role::System));
                Fault::new(Exit::Refused, format!("no role of the account {staff} may do this"))
                    .next(format!("ask somebody who acts as one of: {may}"))
            })?,
        };
        Ok(Actor::Staff { staff, human: account.human, role })
    }
}

fn unreadable(cause: muster_vocab::Rejected) -> Fault {
    Fault::usage(format!("--as cannot be read: {cause}")).next("write --as STAFF_ID or --as STAFF_ID:role")
}
