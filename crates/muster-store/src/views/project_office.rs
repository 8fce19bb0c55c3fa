//! What the events of the office do to the views.

use super::table::{Change, Table};
use crate::db::Value;
use muster_case::{Office, OfficeEvent};

/// Appends what `event` changes; `after` is the office with the event applied.
pub(crate) fn project_office(event: &OfficeEvent, after: &Office, out: &mut Vec<Change>) {
    let text = |text: &str| Value::Text(text.to_owned());
    let flag = |set: bool| Value::Int(i64::from(set));
    let mission = |code: &muster_vocab::MissionCode| {
        after.missions.get(code).map(|mission| {
            let row = vec![text(code.as_str()), text(mission.posture.word()), flag(mission.paused)];
            Change::Put(Table::Missions, row)
        })
    };
    let staff = |id: &muster_vocab::StaffId| {
        after.staff.get(id).map(|account| {
            let roles: Vec<_> = account.roles.iter().map(|role| role.word()).collect();
            let missions: Vec<_> = account.missions.iter().map(muster_vocab::MissionCode::as_str).collect();
            let ids = [id.bytes(), account.human.bytes()].map(|bytes| Value::Blob(bytes.to_vec()));
            let [id, human] = ids;
            Change::Put(
                Table::Staff,
                vec![id, human, text(&roles.join(" ")), flag(account.suspended), text(&missions.join(" "))],
            )
        })
    };
    let change = match event {
        OfficeEvent::MissionOpened(opened) => mission(&opened.mission),
        OfficeEvent::PostureSet(set) => mission(&set.mission),
        OfficeEvent::IntakePaused(paused) => mission(&paused.mission),
        OfficeEvent::StaffAdded(added) => staff(&added.staff),
        OfficeEvent::StaffSuspended(suspended) => staff(&suspended.staff),
        OfficeEvent::EditionPublished(published) => Some(Change::Put(
            Table::Editions,
            vec![
                text(&published.edition.id),
                text(&published.edition.hash.to_string()),
                Value::Int(after.published.len() as i64),
            ],
        )),
        OfficeEvent::StaffInvited(_)
        | OfficeEvent::EditionProposed(_)
        | OfficeEvent::ClaimReported(_)
        | OfficeEvent::AuditRead(_)
        | OfficeEvent::LogVerified(_)
        | OfficeEvent::ListImported(_)
        | OfficeEvent::ListProposed(_)
        | OfficeEvent::ListActivated(_) => None,
    };
    out.extend(change);
}
