//! The calls of today.

use super::path;
use crate::{Failing, Layout, clocks::at_mission, desk::Caller, respond, samples::Gallery};
use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use muster_app::{interview::Call, programme::Portal};
use muster_vocab::CaseId;

#[derive(Template)]
#[template(path = "desk/interviews.html")]
struct CallsPage {
    layout: Layout,
    calls: Vec<CallView>,
}

struct CallView {
    href: String,
    reference: String,
    starts: String,
    two_raters: bool,
    rated: bool,
}

impl CallsPage {
    fn new(layout: Layout, portal: &Portal, calls: Vec<Call>) -> Self {
        let layout = layout.titled("desk-interviews-title");
        let view = |call: Call| CallView {
            href: layout.href(&path(call.case)),
            starts: at_mission(&layout, portal, call.mission.parse().ok().as_ref(), call.starts),
            reference: call.reference,
            two_raters: call.two_raters,
            rated: call.rated,
        };
        let calls = calls.into_iter().map(view).collect();
        Self { layout, calls }
    }
}

/// `GET /{lang}/desk/interviews/`
pub(crate) async fn show(caller: Caller) -> Result<Response, Failing> {
    let (officer, now) = (caller.officer.clone(), caller.web.now());
    let calls = caller.web.run(move |app| app.calls(&officer, now)).await?;
    respond::page(&CallsPage::new(caller.layout, &caller.web.app.programme.portal, calls))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let (layout, portal) = (gallery.desk("/desk/interviews/"), &gallery.programme.portal);
    let call = |number: u128, rated| Call {
        case: CaseId::from(number),
        reference: "MU-7Q4K-22XY".to_owned(),
        mission: "us-washington".to_owned(),
        starts: Timestamp::UNIX_EPOCH,
        two_raters: rated,
        rated,
    };
    let some = CallsPage::new(layout.clone(), portal, vec![call(1, true), call(2, false)]);
    gallery.add("desk-interviews", "some", &some);
    gallery.add("desk-interviews", "none", &CallsPage::new(layout, portal, Vec::new()));
}
