//! `muster staff`: accounts.

mod token;

use crate::{
    commands::way::Invited,
    frame::{Exit, Fault, Frame, Table},
};
use clap::{Args, Subcommand};
use muster_app::{
    case::office::{AddStaff, InviteStaff},
    office::NewStaff,
};
use muster_vocab::{HumanId, MissionCode, OsDice, Role, StaffId};
use serde::Serialize;
use std::collections::BTreeSet;

/// Adds, invites and lists members of staff; tokens for their programs
#[derive(Args)]
pub(crate) struct Staff {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Add(Add),
    Invite(Invite),
    List(List),
    Token(token::Token),
    Tokens(token::Tokens),
}

/// Adds a member of staff with the roles they may act in
///
/// Signatures are compared by human: give a second account of somebody the same human.
#[derive(Args)]
#[command(
    after_help = "Roles: clerk, screener, adjudicator, interviewer, attache, counsel, border, personnel,
welfare, data_protection, policy_owner, administrator

Example:
  muster staff add --as ADMINISTRATOR_ID --name 'B. Clerk' --roles clerk,screener"
)]
struct Add {
    /// The name; it is sealed
    #[arg(long)]
    name: String,
    /// The roles, with commas between them
    #[arg(long, value_delimiter = ',', required = true)]
    roles: Vec<Role>,
    /// The missions whose cases the account may see, with commas between them; all if none is named
    #[arg(long, value_delimiter = ',', value_name = "MISSIONS")]
    missions: Vec<MissionCode>,
    /// The human behind the account, if one account of theirs is there already
    #[arg(long, value_name = "ID")]
    human: Option<HumanId>,
}

/// Makes a link that lets a member of staff in to the desk, once, to set up a key
///
/// Give it to them yourself. It works for three days; a newer one for the same account ends it. Whoever opens it ends the
/// keys the account had.
#[derive(Args)]
#[command(after_help = "Example:
  muster staff invite --as ADMINISTRATOR_ID STAFF_ID

While the service runs with SQLite the administrator does this in the desk, under Staff.")]
struct Invite {
    /// Whose account; `muster staff list` names them
    staff: StaffId,
}

/// The accounts: opaque, with their roles
#[derive(Args)]
struct List {}

/// An account, as both commands give it.
#[derive(Serialize)]
struct Account {
    /// The account.
    staff: String,
    /// The human behind it.
    human: String,
    /// The roles it may act in.
    roles: Vec<&'static str>,
    /// The missions whose cases it may see; none named stands for all.
    missions: Vec<String>,
    /// Whether it is suspended.
    suspended: bool,
}

impl Staff {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        match self.what {
            What::Add(add) => add.run(frame),
            What::Invite(invite) => invite.run(frame),
            What::List(List {}) => list(frame),
            What::Token(token) => token.run(frame),
            What::Tokens(tokens) => tokens.run(frame),
        }
    }
}

impl Add {
    fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let permit = frame.permit::<AddStaff>(&app)?;
        let roles: BTreeSet<Role> = self.roles.into_iter().collect();
        let missions: BTreeSet<MissionCode> = self.missions.into_iter().collect();
        let named = missions.iter().map(ToString::to_string).collect();
        let new = NewStaff { name: self.name, roles: roles.clone(), missions, human: self.human };
        let (staff, human) = app.add_staff(permit, new, &mut OsDice, frame.now())?;
        let account = Account {
            staff: staff.to_string(),
            human: human.to_string(),
            roles: roles.into_iter().map(Role::word).collect(),
            missions: named,
            suspended: false,
        };
        frame.show(&account, |account, paint| {
            format!(
                "{}\n\n  acts with       --as {}\n  roles           {}\n  another account of the same human:  --human {}\n\n\
                 A way in to the desk:\n  muster staff invite --as ADMINISTRATOR {}",
                paint.head("The account is added."),
                account.staff,
                account.roles.join(", "),
                account.human,
                account.staff,
            )
        })?;
        Ok(Exit::Done)
    }
}

impl Invite {
    fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let permit = frame.permit::<InviteStaff>(&app)?;
        let invited = Invited::of(frame, &app.invite_staff(permit, self.staff, frame.now())?);
        frame.show(&invited, |invited, paint| {
            format!("{}\n\n  {}\n  {}", paint.head("The link is ready."), invited.link, invited.until())
        })?;
        Ok(Exit::Done)
    }
}

fn list(frame: &Frame) -> Result<Exit, Fault> {
    let app = frame.app()?;
    let accounts: Vec<Account> = app
        .store
        .views
        .staff()?
        .into_iter()
        .map(|row| Account {
            staff: row.staff.to_string(),
            human: row.human.to_string(),
            roles: row.roles.iter().map(|role| role.word()).collect(),
            missions: row.missions.iter().map(ToString::to_string).collect(),
            suspended: row.suspended,
        })
        .collect();
    frame.show(&accounts, |accounts, paint| {
        let mut table = Table::new(["Account", "Human", "Roles"]);
        for account in accounts {
            let roles = account.roles.join(", ");
            let roles = if account.suspended { paint.warn(&format!("{roles} (suspended)")) } else { roles };
            // Eight digits tell humans apart in a table; the JSON has all of them.
            table.row([account.staff.clone(), account.human[..8].to_owned(), roles]);
        }
        table.text(paint)
    })?;
    Ok(if accounts.is_empty() { Exit::Nothing } else { Exit::Done })
}
