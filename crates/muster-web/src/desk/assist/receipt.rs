//! The receipt to hand over: what opens the application again, and what happens now.

use super::{draft, path};
use crate::{
    Failing, Layout,
    desk::Caller,
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use jiff::civil::Date;
use muster_case::Stage;
use muster_vocab::CaseId;

#[derive(Template)]
#[template(path = "desk/assist-receipt.html")]
struct ReceiptPage {
    layout: Layout,
    receipt: String,
    reference: String,
    know_by: Option<String>,
    /// How to come back with it.
    how: String,
}

impl ReceiptPage {
    fn new(layout: Layout, receipt: String, reference: String, know_by: Option<Date>) -> Self {
        let layout = layout.titled("desk-assist-receipt-title").back_to("/desk/assist/");
        let know_by = know_by.map(|day| {
            let day = muster_i18n::long_date(layout.locale(), day);
            layout.say_with("receipt-know-by", &[("day", day.as_str().into())])
        });
        let way = layout.say("layout-return");
        let how = layout.say_with("desk-assist-receipt-how", &[("way", way.into())]);
        Self { layout, receipt, reference, know_by, how }
    }
}

/// `GET /{lang}/desk/cases/{case}/assist/receipt`: for whoever typed, as long as the application was only just sent.
pub(crate) async fn show(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let (case, draft) = draft(&caller, &case).await?;
    if draft.stage == Some(Stage::Draft) {
        return Ok(see_other(&caller.href(&path(case))));
    }
    // The secret is the applicant's: it is handed over by the clerk who has the draft open, and by nobody later.
    if draft.answers.is_none() || draft.stage != Some(Stage::Submitted) {
        return Err(Failing::NotNow);
    }
    let (visit, now) = (draft.visit, caller.web.now());
    let told = caller.web.run(move |app| {
        let status = app.status(visit, now)?;
        Ok((app.receipt(visit)?.as_str().to_owned(), status.reference, status.know_by))
    });
    let (receipt, reference, know_by) = told.await?;
    respond::page(&ReceiptPage::new(caller.layout, receipt, reference, know_by))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.desk(&format!("{}receipt", path(CaseId::from(0x7a11))));
    let (receipt, reference) = ("7Q4K-22XY-0A1B-9C8D-EFGH".to_owned(), "MU-7Q4K-22XY".to_owned());
    let page = ReceiptPage::new(layout, receipt, reference, Some(crate::portal::SAMPLE_DAY));
    gallery.add("desk-assist-receipt", "sent", &page);
}
