//! Page 28, the people: who has an account, what it may do and see, a way in for somebody new, and an end at once.

pub(crate) mod invite;
pub(crate) mod suspend;

use super::{Caller, account::day, words};
use crate::{
    Failing, Layout,
    form::{Choice, Control, FaultLink, FieldView, Posted},
    respond,
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Query, response::Response};
use jiff::Timestamp;
use muster_app::Programme;
use muster_vocab::{Role, StaffId};
use serde::Deserialize;
use std::collections::BTreeMap;

const PATH: &str = "/desk/staff/";
/// So many accounts are shown at once.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "desk/staff.html")]
struct StaffPage {
    layout: Layout,
    people: Vec<Person>,
    name: FieldView,
    roles: FieldView,
    missions: FieldView,
    /// The suspended account whose human gets a new one; empty for somebody new.
    same: String,
    done: bool,
    fault: Option<String>,
    /// What was looked for.
    find: String,
    /// How many accounts there are of what is shown, in words.
    count: String,
    /// The pages before and after this one.
    back: Option<String>,
    onward: Option<String>,
}

/// An account in words.
struct Person {
    staff: String,
    name: String,
    short: String,
    does: Vec<String>,
    sees: String,
    seen: String,
    suspended: bool,
    own: bool,
    named: bool,
}

/// What is known of an account.
struct Known {
    staff: StaffId,
    name: Option<String>,
    roles: Vec<Role>,
    missions: Vec<String>,
    seen: Option<Timestamp>,
    suspended: bool,
}

impl Known {
    /// Whether a part of the name, or of the short name, is what was looked for.
    fn is_called(&self, sought: &str) -> bool {
        let named = self.name.as_deref().is_some_and(|name| fold(name).contains(sought));
        named || fold(&muster_app::App::short_name(self.staff)).contains(sought)
    }
}

fn fold(text: &str) -> String {
    text.trim().to_lowercase()
}

/// The roles an account may have, in the order of the work.
fn roles() -> impl Iterator<Item = Role> {
    Role::ALL.into_iter().filter(|role| !matches!(role, Role::Applicant | Role::System))
}

impl StaffPage {
    fn new(
        layout: Layout,
        programme: &Programme,
        mut known: Vec<Known>,
        own: StaffId,
        posted: &Posted,
    ) -> Self {
        let layout = layout.titled("desk-staff-title");
        let find = posted.get("find").trim().to_owned();
        let sought = fold(&find);
        known.retain(|known| sought.is_empty() || known.is_called(&sought));
        let count = layout.say_with("desk-staff-count", &[("count", (known.len() as u64).into())]);
        let pages = known.len().div_ceil(SHOWN).max(1);
        // What was looked for is shown at once: a name stands in no address.
        let shown = if find.is_empty() { posted.get("page").parse().unwrap_or(1) } else { 1 };
        let shown = shown.clamp(1, pages);
        let page = |page: usize| Some(layout.href(&format!("{PATH}?page={page}")));
        let (back, onward) = if find.is_empty() {
            (page(shown - 1).filter(|_| shown > 1), page(shown + 1).filter(|_| shown < pages))
        } else {
            (None, None)
        };
        let known = known.into_iter().skip((shown - 1) * SHOWN).take(SHOWN);
        let person = |known: Known| person(&layout, programme, known, own);
        Self {
            people: known.map(person).collect(),
            name: FieldView {
                name: "name".to_owned(),
                label: layout.say("desk-staff-name").to_owned(),
                hint: None,
                error: None,
                autocomplete: "off".to_owned(),
                control: Control::Text {
                    value: posted.get("name").to_owned(),
                    kind: "text",
                    inputmode: "",
                    width: "",
                },
            },
            roles: many(
                &layout,
                "roles",
                "desk-staff-roles",
                None,
                posted,
                roles().map(|role| {
                    let label =
                        format!("{}: {}", words::role(&layout, role.word()), words::role_does(&layout, role));
                    (role.word().to_owned(), label)
                }),
            ),
            missions: many(
                &layout,
                "missions",
                "desk-staff-missions",
                Some("desk-staff-missions-hint"),
                posted,
                programme.portal().missions.iter().map(|mission| {
                    let code = mission.code.to_string();
                    let label = words::mission(&layout, programme.portal(), &code);
                    (code, label)
                }),
            ),
            same: posted.get("same").to_owned(),
            done: false,
            fault: None,
            find,
            count,
            back,
            onward,
            layout,
        }
    }

    fn with_faults(mut self) -> Self {
        let say = |id: &str| Some(self.layout.say(id).to_owned());
        if matches!(&self.name.control, Control::Text { value, .. } if value.trim().is_empty()) {
            self.name.error = say("desk-staff-name-missing");
        }
        if matches!(&self.roles.control, Control::Many(choices) if choices.iter().all(|choice| !choice.chosen))
        {
            self.roles.error = say("desk-staff-roles-missing");
        }
        self.layout.faulty = true;
        self
    }

    fn with_fault(mut self, id: &str) -> Self {
        self.fault = Some(self.layout.say(id).to_owned());
        self.layout.faulty = true;
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        let whole = self.fault.iter().map(|text| FaultLink { href: "#main".to_owned(), text: text.clone() });
        let fields = [&self.name, &self.roles, &self.missions];
        let link = |field: &FieldView| {
            Some(FaultLink { href: format!("#{}", field.id()), text: field.error.clone()? })
        };
        whole.chain(fields.into_iter().filter_map(link)).collect()
    }
}

fn many(
    layout: &Layout,
    name: &str,
    label: &str,
    hint: Option<&str>,
    posted: &Posted,
    choices: impl Iterator<Item = (String, String)>,
) -> FieldView {
    let chosen = |value: &str| posted.get(name).split_whitespace().any(|word| word == value);
    let choice = |(value, label): (String, String)| Choice { chosen: chosen(&value), value, label };
    FieldView {
        name: name.to_owned(),
        label: layout.say(label).to_owned(),
        hint: hint.map(|hint| layout.say(hint).to_owned()),
        error: None,
        autocomplete: String::new(),
        control: Control::Many(choices.map(choice).collect()),
    }
}

fn person(layout: &Layout, programme: &Programme, known: Known, own: StaffId) -> Person {
    let missions: Vec<String> =
        known.missions.iter().map(|code| words::mission(layout, programme.portal(), code)).collect();
    let sees = if missions.is_empty() {
        layout.say("desk-staff-sees-all").to_owned()
    } else {
        layout.say_with("desk-staff-sees", &[("missions", missions.join(", ").as_str().into())])
    };
    let does = known
        .roles
        .iter()
        .map(|role| format!("{}: {}", words::role(layout, role.word()), words::role_does(layout, *role)));
    Person {
        does: does.collect(),
        sees,
        short: muster_app::App::short_name(known.staff),
        named: known.name.is_some(),
        name: known.name.unwrap_or_else(|| layout.say("desk-staff-nameless").to_owned()),
        seen: known.seen.map_or_else(
            || layout.say("desk-staff-never").to_owned(),
            |at| layout.say_with("desk-staff-seen", &[("day", day(layout, at).as_str().into())]),
        ),
        suspended: known.suspended,
        own: known.staff == own,
        staff: known.staff.to_string(),
    }
}

/// Every account, those that work first.
async fn known(caller: &Caller) -> Result<Vec<Known>, Failing> {
    let known = caller.web.run(|app| {
        let seen: BTreeMap<StaffId, Timestamp> = app.store.desk.last_seen()?.into_iter().collect();
        let mut known = Vec::new();
        for row in app.store.views.staff()? {
            known.push(Known {
                name: app.staff_name(row.staff)?,
                roles: row.roles.iter().copied().collect(),
                missions: row.missions.iter().map(ToString::to_string).collect(),
                seen: seen.get(&row.staff).copied(),
                suspended: row.suspended,
                staff: row.staff,
            });
        }
        known.sort_by(|one, other| (one.suspended, &one.name).cmp(&(other.suspended, &other.name)));
        Ok(known)
    });
    known.await
}

async fn page_of(caller: &Caller, posted: &Posted) -> Result<StaffPage, Failing> {
    let known = known(caller).await?;
    let (layout, programme) = (caller.layout.clone(), &caller.web.app.programme);
    Ok(StaffPage::new(layout, programme, known, caller.officer.staff, posted))
}

/// What the address may carry.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    done: String,
    /// The suspended account whose human is to have a new one.
    again: String,
    /// Which page of them.
    page: String,
}

/// `GET /{lang}/desk/staff/`
pub(crate) async fn show(caller: Caller, Query(asked): Query<Asked>) -> Result<Response, Failing> {
    let mut posted = Posted::default();
    posted.set("page", asked.page);
    if !asked.again.is_empty() {
        let one = of(&caller, &asked.again).await?;
        let words = |words: Vec<String>| words.join(" ");
        posted.set("same", asked.again);
        posted.set("name", one.name.unwrap_or_default());
        posted.set("roles", words(one.roles.iter().map(|role| role.word().to_owned()).collect()));
        posted.set("missions", words(one.missions));
    }
    let mut page = page_of(&caller, &posted).await?;
    page.done = asked.done == "suspend";
    respond::page(&page)
}

/// `POST /{lang}/desk/staff/find`: whose name has these letters; a name stands in no address.
pub(crate) async fn find(mut caller: Caller, sent: Posted) -> Result<Response, Failing> {
    PATH.clone_into(&mut caller.layout.path);
    let mut posted = Posted::default();
    posted.set("find", sent.get("find").to_owned());
    respond::page(&page_of(&caller, &posted).await?)
}

/// The account that an address names.
async fn of(caller: &Caller, staff: &str) -> Result<Known, Failing> {
    let staff: StaffId = staff.parse().map_err(|_| Failing::NotFound)?;
    known(caller).await?.into_iter().find(|known| known.staff == staff).ok_or(Failing::NotFound)
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.desk(PATH);
    let own = StaffId::from_bytes([1; 16]);
    let known = |byte, name: Option<&str>, role, mission: Option<&str>, suspended| Known {
        staff: StaffId::from_bytes([byte; 16]),
        name: name.map(str::to_owned),
        roles: vec![role],
        missions: mission.map(str::to_owned).into_iter().collect(),
        seen: name.map(|_| Timestamp::UNIX_EPOCH),
        suspended,
    };
    let all = || {
        vec![
            known(1, Some("Larysa Tkach"), Role::Administrator, None, false),
            known(2, Some("Olena Marchuk"), Role::Clerk, Some("us-washington"), false),
            known(3, None, Role::Screener, None, true),
        ]
    };
    let page = || StaffPage::new(layout.clone(), gallery.programme, all(), own, &Posted::default());
    let (first, faulty, oneself) =
        (page(), page().with_faults(), page().with_fault("desk-staff-not-oneself"));
    let mut done = page();
    done.done = true;
    gallery.add("desk-staff", "first", &first);
    gallery.add("desk-staff", "faulty", &faulty);
    gallery.add("desk-staff", "oneself", &oneself);
    gallery.add("desk-staff", "suspended", &done);
    let mut posted = Posted::default();
    posted.set("same", "00000000000000000000000000000003".to_owned());
    posted.set("name", "Iryna Savchuk".to_owned());
    posted.set("roles", "screener".to_owned());
    let again = StaffPage::new(layout.clone(), gallery.programme, all(), own, &posted);
    gallery.add("desk-staff", "again", &again);
    let found = |find: &str| {
        let mut posted = Posted::default();
        posted.set("find", find.to_owned());
        StaffPage::new(layout.clone(), gallery.programme, all(), own, &posted)
    };
    gallery.add("desk-staff", "found", &found("olena"));
    gallery.add("desk-staff", "nobody", &found("xyz"));
    let crowd = (1..=120).map(|byte| known(byte, Some("Olena Marchuk"), Role::Clerk, None, false)).collect();
    let mut posted = Posted::default();
    posted.set("page", "2".to_owned());
    let many = StaffPage::new(layout.clone(), gallery.programme, crowd, own, &posted);
    gallery.add("desk-staff", "many", &many);
    invite::samples(gallery);
    let one = known(2, Some("Olena Marchuk"), Role::Clerk, Some("us-washington"), false);
    suspend::samples(gallery, person(&layout, gallery.programme, one, own));
}
