//! Every shape ever stored is read for ever: a golden file of each lies in `golden/`, named by tag and shape.
//!
//! `MUSTER_BLESS=1` writes the files that are missing, from a walk of the small world. It never overwrites one: a
//! change of a shape is a new shape, an upcast, and a new file.

mod world;

use muster_case::{
    Event, Logged, OfficeEvent,
    office::{
        AuditRead, ClaimReported, EditionProposed, EditionPublished, IntakePaused, ListActivated,
        ListEdition, ListImported, ListProposed, LogVerified, MissionOpened, PostureSet, StaffAdded,
        StaffInvited, StaffName, StaffSuspended,
    },
    stored::{Stored, Unreadable},
};
use muster_vocab::{BoxRef, Digest, HumanId, Role, Sealed, StaffId};
use proptest::{prop_assert, proptest, test_runner::Config as ProptestConfig};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

/// A kind of event: its tags, and reading a row to write it again.
struct Kind {
    tags: &'static [(&'static str, u16)],
    again: fn(&str, u16, &str) -> Result<Stored, Unreadable>,
    samples: fn() -> Vec<Stored>,
}

/// Every kind of event there is; a new one is one more line.
const KINDS: [Kind; 2] = [
    Kind { tags: Event::TAGS, again: again::<Event>, samples: of_a_walk },
    Kind { tags: OfficeEvent::TAGS, again: again::<OfficeEvent>, samples: of_the_office },
];

fn again<E: Logged>(tag: &str, shape: u16, body: &str) -> Result<Stored, Unreadable> {
    E::decode(tag, shape, body).map(|event| event.encode().expect("what was read is shut"))
}

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

fn golden(tag: &str, shape: u16) -> String {
    let path = file(&format!("{tag}.{shape}.json"));
    let text = fs::read_to_string(&path);
    text.unwrap_or_else(|_| panic!("no golden file of {tag} shape {shape}; see the head of this file"))
}

/// Every tag with every shape it ever had.
fn ever() -> impl Iterator<Item = (&'static Kind, &'static str, u16, bool)> {
    KINDS.iter().flat_map(|kind| {
        kind.tags
            .iter()
            .flat_map(move |(tag, now)| (1..=*now).map(move |shape| (kind, *tag, shape, shape == *now)))
    })
}

/// The fullest body of each tag in some walks.
fn of_a_walk() -> Vec<Stored> {
    let mut fullest: BTreeMap<&str, Stored> = BTreeMap::new();
    for seed in 0..60 {
        let mut world = world::World::new(seed);
        for _ in 0..500 {
            world.step();
        }
        for (row, _) in world.entries.into_iter().flat_map(|entry| entry.log) {
            if fullest.get(row.tag).is_none_or(|it| it.body.len() < row.body.len()) {
                fullest.insert(row.tag, row);
            }
        }
    }
    fullest.into_values().collect()
}

fn of_the_office() -> Vec<Stored> {
    let mission = || "us-washington".parse().unwrap();
    let (staff, human) = (StaffId::from(1), HumanId::from(2));
    let name = Sealed::<StaffName>::Shut(BoxRef { part: 0, sha256: Digest::of(b"name"), home: None });
    let roles = BTreeSet::from([Role::Clerk, Role::Attache]);
    let edition = || world::edition(1);
    let list = ListEdition {
        list: "un_sc".into(),
        edition: "2022-03-01".into(),
        source: Digest::of(b"files"),
        content: Digest::of(b"entries"),
        entries: 1_032,
        bad: 2,
    };
    let events: [OfficeEvent; 14] = [
        MissionOpened { mission: mission(), posture: muster_case::Posture::Open }.into(),
        PostureSet { mission: mission(), posture: muster_case::Posture::InformationOnly }.into(),
        IntakePaused { mission: mission(), paused: true }.into(),
        StaffAdded { staff, human, roles, missions: BTreeSet::new(), name }.into(),
        StaffInvited { staff }.into(),
        StaffSuspended { staff }.into(),
        EditionProposed { edition: edition(), text: "id = \"v1\"\n".into(), by: human }.into(),
        EditionPublished { edition: edition(), by: human }.into(),
        ClaimReported { mission: mission(), arrived: 550, source: "a spokesman".into() }.into(),
        LogVerified {}.into(),
        AuditRead {
            case: Some(7.into()),
            staff: Some(staff),
            from: Some(jiff::Timestamp::UNIX_EPOCH),
            until: None,
            exported: true,
        }
        .into(),
        ListImported { edition: list.clone() }.into(),
        ListProposed { list: list.list.clone(), content: list.content, by: human }.into(),
        ListActivated { list: list.list, content: list.content, by: human }.into(),
    ];
    events.iter().map(|event| event.encode().unwrap()).collect()
}

#[test]
fn missing_golden_files_are_written_only_when_asked() {
    if std::env::var_os("MUSTER_BLESS").is_none() {
        return;
    }
    for kind in &KINDS {
        for row in (kind.samples)() {
            let path = file(&format!("{}.{}.json", row.tag, row.shape));
            if !path.exists() {
                fs::write(path, format!("{}\n", row.body)).unwrap();
            }
        }
    }
}

#[test]
fn every_tag_and_shape_ever_has_a_golden_file_and_every_file_has_a_tag() {
    let mut expected = BTreeSet::new();
    for (_, tag, shape, newest) in ever() {
        expected.insert(format!("{tag}.{shape}.json"));
        if !newest {
            expected.insert(format!("{tag}.{shape}.upcast.json"));
        }
    }
    let found: BTreeSet<String> = fs::read_dir(file(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_newest_shape_is_read_and_written_again_to_the_letter() {
    for (kind, tag, shape, newest) in ever() {
        let body = golden(tag, shape);
        let again = (kind.again)(tag, shape, &body).unwrap_or_else(|error| panic!("{tag}: {error}"));
        assert_eq!(again.tag, tag);
        if newest {
            assert_eq!((again.shape, format!("{}\n", again.body)), (shape, body), "{tag}");
        }
    }
}

#[test]
fn an_old_shape_is_read_as_what_it_means_today() {
    let mut old = 0;
    for (kind, tag, shape, _) in ever().filter(|(.., newest)| !newest) {
        let again = (kind.again)(tag, shape, &golden(tag, shape)).unwrap();
        let today = fs::read_to_string(file(&format!("{tag}.{shape}.upcast.json"))).unwrap();
        assert_eq!(format!("{}\n", again.body), today, "{tag} shape {shape}");
        old += 1;
    }
    assert_eq!(old, 3, "three shapes were replaced so far: count here, so that none is forgotten");
}

#[test]
fn an_unknown_tag_or_shape_asks_for_an_upgrade() {
    for kind in &KINDS {
        let unknown = (kind.again)("horoscope.cast", 1, "{}").unwrap_err();
        assert!(matches!(&unknown, Unreadable::UnknownTag(tag) if tag == "horoscope.cast"));
        assert!(unknown.to_string().contains("upgrade"));
    }
    for (kind, tag, shape, newest) in ever() {
        if newest {
            let unknown = (kind.again)(tag, shape + 1, "{}").unwrap_err();
            let named =
                matches!(&unknown, Unreadable::UnknownShape { shape: found, .. } if *found == shape + 1);
            assert!(named && unknown.to_string().contains("upgrade"), "{tag}: {unknown}");
        }
    }
}

/// Something that no tag, field or message holds four letters of; no digits, for a place is told in digits.
const PLANTED: &str = "Qzvxkw-Jybbrjq-Wqxzhkvj";

/// Puts the planted value in place of the `nth` value of `body`, counted through the tree.
fn plant(value: &mut serde_json::Value, nth: &mut usize, whole: bool) -> bool {
    use serde_json::Value;
    if *nth == 0 {
        *value = if whole { serde_json::json!({ PLANTED: [PLANTED] }) } else { PLANTED.into() };
        return true;
    }
    *nth -= 1;
    match value {
        Value::Object(fields) => fields.values_mut().any(|field| plant(field, nth, whole)),
        Value::Array(items) => items.iter_mut().any(|item| plant(item, nth, whole)),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// A body that cannot be read is named by tag, shape and place; not a word of it is shown.
    #[test]
    fn a_damaged_body_is_never_quoted(which in 0_usize..1000, nth in 0_usize..40, whole: bool, cut in 1_usize..400) {
        let all: Vec<_> = ever().collect();
        let (kind, tag, shape, _) = &all[which % all.len()];
        let mut value: serde_json::Value = serde_json::from_str(&golden(tag, *shape)).unwrap();
        plant(&mut value, &mut { nth }, whole);
        let body = value.to_string();
        let torn = format!("\"{PLANTED}\" {}", &body[..body.len().saturating_sub(cut)]);
        for damaged in [body, torn] {
            let Err(error) = (kind.again)(tag, *shape, &damaged) else { continue };
            prop_assert!(matches!(&error, Unreadable::Body { .. }), "{error:?}");
            let told = format!("{error} {error:?}");
            for part in PLANTED.as_bytes().windows(4) {
                let part = std::str::from_utf8(part).unwrap();
                prop_assert!(!told.contains(part), "`{part}` of the body is in: {told}");
            }
        }
    }
}

#[test]
fn damage_is_found_in_every_golden_body() {
    for (kind, tag, shape, _) in ever() {
        let torn = golden(tag, shape).replacen('{', "[", 1);
        let error = (kind.again)(tag, shape, &torn).unwrap_err();
        assert!(matches!(error, Unreadable::Body { .. }), "{tag}");
    }
}
