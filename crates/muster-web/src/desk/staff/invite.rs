//! A way in for somebody new, or again for somebody who lost theirs: the link is shown once.

use super::{PATH, page_of};
use crate::{
    Failing, Layout,
    desk::{Caller, account::day, sign_in::place},
    form::Posted,
    respond,
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use jiff::Timestamp;
use muster_app::{desk::Invitation, office::NewStaff};
use muster_case::office::{AddStaff, InviteStaff};
use muster_vocab::{OsDice, StaffId};

/// The link of an invitation, shown once.
#[derive(Template)]
#[template(path = "desk/invited.html")]
struct InvitedPage {
    layout: Layout,
    says: String,
    link: String,
}

/// `POST /{lang}/desk/staff/invite`
pub(crate) async fn invite(caller: Caller, posted: Posted) -> Result<Response, Failing> {
    let roles: Option<_> = posted.get("roles").split_whitespace().map(|word| word.parse().ok()).collect();
    let missions: Option<_> =
        posted.get("missions").split_whitespace().map(|code| code.parse().ok()).collect();
    let (Some(roles), Some(missions)) = (roles, missions) else { return Err(Failing::NotUnderstood) };
    let name = posted.get("name").trim().to_owned();
    let same: Option<StaffId> = match posted.get("same") {
        "" => None,
        same => Some(same.parse().map_err(|_| Failing::NotUnderstood)?),
    };
    let new = NewStaff { name, roles, missions, human: None };
    if new.name.is_empty() || new.roles.is_empty() {
        let page = page_of(&caller, &posted).await?.with_faults();
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (add, invite) = (caller.permit::<AddStaff>()?, caller.permit::<InviteStaff>()?);
    let now = caller.web.now();
    let invited = caller.web.run(move |app| {
        let human = match same {
            Some(same) => app.store.views.staff_account(same)?.map(|account| account.human),
            None => None,
        };
        let new = NewStaff { human, ..new };
        let (staff, _) = app.add_staff(add, new, &mut OsDice, now)?;
        app.invite_staff(invite, staff, now)
    });
    shown(&caller, invited.await?)
}

/// `POST /{lang}/desk/staff/{staff}/invite`
pub(crate) async fn again(
    caller: Caller,
    Path((_, staff)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let staff: StaffId = staff.parse().map_err(|_| Failing::NotFound)?;
    let (permit, now) = (caller.permit::<InviteStaff>()?, caller.web.now());
    let invited = caller.web.run(move |app| app.invite_staff(permit, staff, now));
    shown(&caller, invited.await?)
}

/// The link, once: it is kept nowhere.
fn shown(caller: &Caller, invitation: Invitation) -> Result<Response, Failing> {
    let link = format!("{}{}", place(&caller.web), invitation.path(caller.layout.lang()));
    let mut layout = caller.layout.clone();
    PATH.clone_into(&mut layout.path);
    respond::page(&InvitedPage::new(layout, link, invitation.until))
}

impl InvitedPage {
    fn new(layout: Layout, link: String, until: Timestamp) -> Self {
        let layout = layout.titled("desk-invited-title").back_to(PATH);
        let says = layout.say_with("desk-invited-says", &[("day", day(&layout, until).as_str().into())]);
        Self { layout, says, link }
    }
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let link = "https://join.example.org/en/desk/enter/x".to_owned();
    let invited = InvitedPage::new(gallery.desk(PATH), link, Timestamp::UNIX_EPOCH);
    gallery.add("desk-invited", "first", &invited);
}
