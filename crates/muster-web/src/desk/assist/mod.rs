//! Somebody applies by telephone, at the counter or by letter, and a clerk types (capability C4): the same questions, read
//! aloud; everything read back before it is sent; a receipt to hand over.

pub(crate) mod check;
pub(crate) mod form;
pub(crate) mod list;
pub(crate) mod minor;
pub(crate) mod notice;
pub(crate) mod receipt;
pub(crate) mod start;

use super::Caller;
use crate::{Failing, samples::Gallery};
use muster_app::{Failure, intake::Assisted};
use muster_case::{Posture, Refusal};
use muster_vocab::{CaseId, MissionCode};

/// The path of a draft of a clerk's.
fn path(case: CaseId) -> String {
    format!("/desk/cases/{case}/assist/")
}

/// The mission of an address, if it is one of the officer's and takes in now.
async fn mission(caller: &Caller, code: &str) -> Result<MissionCode, Failing> {
    let code: MissionCode = code.parse().map_err(|_| Failing::NotFound)?;
    let known = caller.web.app.programme.portal.mission(&code).is_some();
    if !known || !caller.officer.sees(code.as_str()) {
        return Err(Failing::NotFound);
    }
    let (asked, now) = (code.clone(), caller.web.now());
    let picture = caller.web.run(move |app| app.picture(&asked, now)).await?;
    if picture.posture == Posture::Open && !picture.paused { Ok(code) } else { Err(Failing::NotNow) }
}

/// The draft of an address. What nobody types for somebody is not there.
async fn draft(caller: &Caller, case: &str) -> Result<(CaseId, Assisted), Failing> {
    let case: CaseId = case.parse().map_err(|_| Failing::NotFound)?;
    let (officer, now) = (caller.officer.clone(), caller.web.now());
    let found = caller.web.run(move |app| match app.assisted(&officer, case, now) {
        Ok(draft) => Ok(Some(draft)),
        Err(Failure::Refused(Refusal::NotYours)) => Ok(None),
        Err(other) => Err(other),
    });
    Ok((case, found.await?.ok_or(Failing::NotFound)?))
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    list::samples(gallery);
    start::samples(gallery);
    notice::samples(gallery);
    form::samples(gallery);
    minor::samples(gallery);
    check::samples(gallery);
    receipt::samples(gallery);
}
