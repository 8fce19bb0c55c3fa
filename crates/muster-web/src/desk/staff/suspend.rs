//! The end of an account, at once. There is no way back, so that it is asked once.

use super::{PATH, Person, of, page_of, person};
use crate::{
    Failing, Layout,
    desk::Caller,
    form::Posted,
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_case::office::SuspendStaff;
use muster_vocab::StaffId;

/// What suspending does, before it is done: there is no way back.
#[derive(Template)]
#[template(path = "desk/suspend.html")]
struct SuspendPage {
    layout: Layout,
    person: Person,
}

impl SuspendPage {
    fn new(layout: Layout, person: Person) -> Self {
        Self { layout: layout.titled("desk-suspend-title").back_to(PATH), person }
    }
}

/// `GET /{lang}/desk/staff/{staff}/suspend`
pub(crate) async fn ask(
    caller: Caller,
    Path((_, staff)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let one = of(&caller, &staff).await?;
    if one.suspended || one.staff == caller.officer.staff {
        return Ok(see_other(&caller.href(PATH)));
    }
    let layout = caller.layout.clone();
    let person = person(&layout, &caller.web.app.programme, one, caller.officer.staff);
    respond::page(&SuspendPage::new(layout, person))
}

/// `POST /{lang}/desk/staff/{staff}/suspend`
pub(crate) async fn suspend(
    caller: Caller,
    Path((_, staff)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let staff: StaffId = staff.parse().map_err(|_| Failing::NotFound)?;
    if staff == caller.officer.staff {
        let page = page_of(&caller, &Posted::default()).await?.with_fault("desk-staff-not-oneself");
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (permit, now) = (caller.permit::<SuspendStaff>()?, caller.web.now());
    caller.web.run(move |app| app.suspend_staff(permit, staff, now)).await?;
    Ok(see_other(&caller.href(&format!("{PATH}?done=suspend"))))
}

pub(super) fn samples(gallery: &mut Gallery<'_>, person: Person) {
    gallery.add("desk-suspend", "first", &SuspendPage::new(gallery.desk(PATH), person));
}
