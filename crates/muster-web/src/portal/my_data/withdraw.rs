//! Withdrawing: done at once, without a reason; it can be taken back for a while (capability C8).

use crate::{
    Failing, Layout,
    portal::come_back,
    respond::{self, see_other},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::response::Response;
use muster_app::Programme;

#[derive(Template)]
#[template(path = "portal/my-data-withdraw.html")]
struct WithdrawPage {
    layout: Layout,
    action: String,
    /// Whether there is something to withdraw.
    possible: bool,
    /// After how many days what was withdrawn is erased.
    kept_days: u32,
}

impl WithdrawPage {
    fn new(layout: Layout, programme: &Programme, possible: bool) -> Self {
        let action = layout.href("/my-data/withdraw");
        let kept_days = programme.retention_days.get("withdrawn").copied().unwrap_or_default();
        Self {
            layout: layout.titled("my-data-withdraw-title").back_to("/status"),
            action,
            possible,
            kept_days,
        }
    }

    fn erased_later(&self) -> String {
        self.layout.say_with("my-data-withdraw-erase", &[("days", self.kept_days.into())])
    }
}

/// `GET /{lang}/my-data/withdraw`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    let Some(visit) = visitor.visit else { return come_back::signed_out(&visitor, None) };
    let now = visitor.web.now();
    let status = visitor.web.run(move |app| app.status(visit, now)).await?;
    respond::page(&WithdrawPage::new(visitor.layout, &visitor.web.app.programme, status.can.withdraw))
}

/// `POST /{lang}/my-data/withdraw`
pub(crate) async fn withdraw(visitor: Visitor) -> Result<Response, Failing> {
    let Some(visit) = visitor.visit else { return come_back::signed_out(&visitor, None) };
    let now = visitor.web.now();
    visitor.web.run(move |app| app.withdraw(visit, now)).await?;
    Ok(see_other(&visitor.href("/status")))
}

/// `POST /{lang}/my-data/withdraw/undo`
pub(crate) async fn undo(visitor: Visitor) -> Result<Response, Failing> {
    let Some(visit) = visitor.visit else { return come_back::signed_out(&visitor, None) };
    let now = visitor.web.now();
    visitor.web.run(move |app| app.undo_withdrawal(visit, now)).await?;
    Ok(see_other(&visitor.href("/status")))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let mut layout = gallery.layout("/my-data/withdraw");
    layout.signed_in = true;
    let page = |possible| WithdrawPage::new(layout.clone(), gallery.programme, possible);
    let (possible, too_late) = (page(true), page(false));
    gallery.add("my-data-withdraw", "possible", &possible);
    gallery.add("my-data-withdraw", "too-late", &too_late);
}
