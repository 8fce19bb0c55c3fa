//! The same person twice: found across missions and scripts, ruled on by people, remembered, merged, undone.

mod support;

use jiff::{SignedDuration, Timestamp};
use muster_app::{
    App, Failure,
    desk::{Acted, Basis as Looked, CaseFile, Officer},
    duplicates::{LinkageWorker, PairRuling, SameMeans},
    eligibility::EligibilityWorker,
    intake::Inquiry,
    linkage::Answer,
    office::NewStaff,
    people::Erasure,
};
use muster_case::{
    Event, Hold, Permit, Posture, Refusal, Stage,
    access::OpenSealed,
    closing::{ErasureReason, Withdraw},
    eligibility::ConfirmRefusal,
    identity::Basis,
    intake::{Channel, Correct, Dossier},
    office::OpenMission,
};
use muster_testkit::on_both;
use muster_vocab::{Actor, CaseId, Dice as _, PersonName, PersonalText, Role, Section, SeededDice};
use support::{at, dossier, officer, open, open_mission};

fn minutes(minutes: i64) -> Timestamp {
    at("2022-03-01T12:00:00Z") + SignedDuration::from_mins(minutes)
}

struct Mission<'a> {
    app: &'a App,
    dice: SeededDice,
    clock: i64,
}

impl<'a> Mission<'a> {
    fn open(app: &'a App) -> Self {
        let mut dice = SeededDice::new(1);
        open_mission(app, &mut dice);
        let by = officer(&mut dice, Role::Administrator);
        let ottawa = OpenMission { mission: "ca-ottawa".parse().unwrap(), posture: Posture::Open };
        app.carry_out_office(Permit::ask(by).unwrap(), ottawa, minutes(0)).unwrap();
        Self { app, dice, clock: 0 }
    }

    fn now(&mut self) -> Timestamp {
        self.clock += 1;
        minutes(self.clock)
    }

    /// Somebody applies; gives the case.
    fn applies(&mut self, mission: &str, dossier: Dossier) -> CaseId {
        let identity = &dossier.identity;
        let acknowledged = identity.nationalities.iter().copied().chain([identity.residence]).collect();
        let inquiry = Inquiry {
            mission: mission.parse().unwrap(),
            channel: Channel::Web,
            dossier,
            typed_by: None,
            acknowledged,
            command: None,
        };
        let now = self.now();
        self.app.receive(inquiry, &mut self.dice, now).unwrap().case
    }

    /// How many pairs the worker newly suspects.
    fn compares(&mut self) -> usize {
        let now = self.now();
        LinkageWorker.follow(self.app, now).unwrap()
    }

    fn clerk(&mut self) -> Officer {
        let permit = Permit::ask(officer(&mut self.dice, Role::Administrator)).unwrap();
        let roles = [Role::Clerk].into();
        let new = NewStaff { name: "Iryna".into(), roles, missions: [].into(), human: None };
        let (staff, _) = self.app.add_staff(permit, new, &mut self.dice, minutes(0)).unwrap();
        let token = self.app.open_desk(staff, minutes(0)).unwrap();
        self.app.officer(token.as_str(), minutes(0)).unwrap().unwrap()
    }

    fn rules(&mut self, clerk: &Officer, case: CaseId, other: CaseId, ruling: PairRuling) {
        let (version, _) = self.app.since(case, 0).unwrap();
        let looked = Looked { version, once: self.dice.id() };
        let now = self.now();
        let acted = self.app.rule_pair(clerk, case, other, looked, ruling, now).unwrap();
        assert!(matches!(acted, Acted::Done(done) if done.changed), "{acted:?}");
    }

    fn reads(&self, clerk: &Officer, case: CaseId) -> CaseFile {
        let read: (&str, &[Section]) = ("decide", &[Section::Identity]);
        self.app.open_case(clerk, case, read, minutes(45)).unwrap()
    }

    fn is_held(&self, case: CaseId) -> bool {
        self.app.load(case).unwrap().holds.contains(&Hold::Duplicate)
    }

    /// The criteria are published, and the case is refused by what they find.
    fn refuses(&mut self, case: CaseId) {
        let newest = self.app.programme.policy().editions().last().unwrap().id().to_owned();
        let owner = Permit::ask(officer(&mut self.dice, Role::PolicyOwner)).unwrap();
        let counsel = Permit::ask(officer(&mut self.dice, Role::Counsel)).unwrap();
        let now = self.now();
        let edition = self.app.propose_edition(owner, &newest, now).unwrap();
        self.app.publish_edition(counsel, edition, now).unwrap();
        let edition = self.app.programme.policy().edition(&newest).unwrap();
        EligibilityWorker.follow(self.app, edition, now).unwrap();
        let found = self.app.load(case).unwrap().determination.unwrap();
        let codes = found.fired().map(|found| found.code).collect();
        let confirm = ConfirmRefusal { codes, rationale: why("As published."), in_bulk: false };
        let clerk = Permit::ask(officer(&mut self.dice, Role::Clerk)).unwrap();
        self.app.carry_out(clerk, case, confirm, now).unwrap();
    }
}

fn why(text: &str) -> PersonalText {
    PersonalText(text.to_owned())
}

fn sofiia() -> Dossier {
    let mut dossier = dossier("Sofiia", "Kovalenko", "sofiia@example.org");
    dossier.contact.phone = Some("+12025550143".parse().unwrap());
    dossier
}

/// The same person, who writes their name in another way, from another address.
fn sophia() -> Dossier {
    let mut dossier = dossier("Sofiya", "Kovalenko", "sk@example.net");
    dossier.identity.name_original = Some(PersonName::new("Софія", "Коваленко").unwrap());
    dossier.contact.phone = Some("+12025550143".parse().unwrap());
    dossier
}

/// Too old for the published criteria.
fn old(mut dossier: Dossier) -> Dossier {
    dossier.identity.born = "1945-05-17".parse().unwrap();
    dossier
}

fn on_missions(story: impl Fn(Mission<'_>)) {
    on_both(|database| {
        let folder = tempfile::tempdir().unwrap();
        let app = open(folder.path(), database);
        story(Mission::open(&app));
    });
}

#[test]
fn who_applies_at_a_second_mission_under_another_spelling_is_found_and_held() {
    on_missions(|mut mission| {
        let first = mission.applies("us-washington", sofiia());
        mission.applies("us-washington", dossier("James", "Miller", "jm@example.org"));
        assert_eq!(mission.compares(), 0);
        let second = mission.applies("ca-ottawa", sophia());
        assert_eq!(mission.compares(), 1);
        assert!(mission.is_held(second) && !mission.is_held(first), "whoever came later is held");
        let clerk = mission.clerk();
        let pairs = mission.app.duplicate_pairs(&clerk, minutes(30)).unwrap();
        assert_eq!(pairs.len(), 1);
        assert_eq!((pairs[0].case, pairs[0].other, pairs[0].refused_there), (second, first, false));
        assert_eq!(pairs[0].basis, [Basis::Phone, Basis::Likeness]);
        let permit = clerk.permit::<OpenSealed>().unwrap();
        let pair = mission.app.open_pair(&clerk, permit, second, first, minutes(31)).unwrap();
        assert_eq!(pair.comparison.score.answer, Answer::Same);
        assert_eq!(pairs[0].bits, Some(pair.comparison.score.bits), "what was recorded is found again");
        let parts: i32 = pair.comparison.parts.iter().map(|part| part.bits.0).sum();
        assert_eq!(parts, pair.comparison.score.bits.0);
        assert_eq!(pair.same_means, SameMeans::MergesInto(first));
        for case in [first, second] {
            let (_, seen) = (case, mission.app.store.journal.history::<Event>(case.into()).unwrap());
            let looks = seen
                .iter()
                .filter(|it| matches!(&it.event, Event::Accessed(look) if look.purpose == "compare"));
            assert_eq!(looks.count(), 1, "that it was opened is recorded in both");
        }
        // A process that begins anew suspects nothing twice.
        let again = App::new(mission.app.store.clone(), muster_app::Programme::founding().unwrap());
        mission.app.store.journal.move_cursor("linkage", 0).wait().unwrap();
        assert_eq!(LinkageWorker.follow(&again, minutes(40)).unwrap(), 0);
    });
}

#[test]
fn a_household_that_shares_a_telephone_is_not_one_person() {
    on_missions(|mut mission| {
        mission.applies("us-washington", sofiia());
        let mut brother = dossier("Andrii", "Kovalenko", "andrii@example.org");
        brother.identity.born = "1991-11-02".parse().unwrap();
        brother.contact.phone = Some("+12025550143".parse().unwrap());
        let brother = mission.applies("us-washington", brother);
        assert_eq!(mission.compares(), 0);
        assert!(!mission.is_held(brother));
    });
}

#[test]
fn whom_people_told_apart_is_asked_about_again_only_when_something_else_is_told() {
    on_missions(|mut mission| {
        let first = mission.applies("us-washington", sofiia());
        let second = mission.applies("ca-ottawa", sophia());
        assert_eq!(mission.compares(), 1);
        let clerk = mission.clerk();
        mission.rules(
            &clerk,
            second,
            first,
            PairRuling::Different(why("Twins; both were on the telephone.")),
        );
        assert!(!mission.is_held(second));
        mission.app.store.journal.move_cursor("linkage", 0).wait().unwrap();
        assert_eq!(mission.compares(), 0, "it is remembered");
        let person = mission.app.load(first).unwrap().person.unwrap();
        let mut dossier = sofiia();
        dossier.contact.email = Some("new@example.org".parse().unwrap());
        let correct = Correct { dossier };
        let now = mission.now();
        let permit = Permit::ask(Actor::Applicant { person }).unwrap();
        mission.app.carry_out(permit, first, correct, now).unwrap();
        assert_eq!(mission.compares(), 1, "one of them told something else");
        assert!(mission.is_held(first) && !mission.is_held(second));
    });
}

#[test]
fn one_person_goes_on_in_one_case_and_a_merge_is_undone_until_somebody_signs() {
    on_missions(|mut mission| {
        let first = mission.applies("us-washington", old(sofiia()));
        let second = mission.applies("ca-ottawa", old(sophia()));
        mission.compares();
        let clerk = mission.clerk();
        let before = mission.app.load(second).unwrap();
        mission.rules(&clerk, second, first, PairRuling::Unsure(why("The papers are on their way.")));
        assert!(mission.is_held(second), "who is not sure lets nobody go on");
        mission.rules(&clerk, second, first, PairRuling::SamePerson(why("She said so herself.")));
        assert_eq!(mission.app.load(second).unwrap().merged_into, Some(first));
        assert!(mission.app.duplicate_pairs(&clerk, minutes(50)).unwrap().is_empty());
        let undo = |mission: &mut Mission<'_>| {
            let (version, _) = mission.app.since(second, 0).unwrap();
            let looked = Looked { version, once: mission.dice.id() };
            let now = mission.now();
            mission.app.undo_merge(&clerk, second, looked, why("It was her sister."), now)
        };
        undo(&mut mission).unwrap();
        let after = mission.app.load(second).unwrap();
        assert_eq!((after.merged_into, after.stage, &after.dossier), (None, before.stage, &before.dossier));
        assert!(mission.is_held(second), "and is asked about again");
        mission.rules(&clerk, second, first, PairRuling::SamePerson(why("No, herself.")));
        mission.refuses(first);
        let refused = undo(&mut mission).unwrap_err();
        assert!(matches!(refused, Failure::Refused(Refusal::SignatureDepends)), "{refused:?}");
    });
}

#[test]
fn whoever_was_refused_at_one_mission_and_applies_at_another_is_seen_with_the_reason() {
    on_missions(|mut mission| {
        let first = mission.applies("us-washington", old(sofiia()));
        mission.refuses(first);
        let second = mission.applies("ca-ottawa", old(sophia()));
        assert_eq!(mission.compares(), 1);
        let clerk = mission.clerk();
        let pairs = mission.app.duplicate_pairs(&clerk, minutes(30)).unwrap();
        assert!(pairs[0].refused_there);
        let permit = clerk.permit::<OpenSealed>().unwrap();
        let pair = mission.app.open_pair(&clerk, permit, second, first, minutes(31)).unwrap();
        assert_eq!((pair.other.stage, pair.other.codes.is_empty()), (Stage::RefusedEarly, false));
        assert_eq!(pair.same_means, SameMeans::GoesOnBeside(first));
        mission.rules(&clerk, second, first, PairRuling::SamePerson(why("The same passport.")));
        assert!(!mission.is_held(second), "she is heard again, and it is known");
        let known = mission.reads(&clerk, second).known_before;
        assert_eq!(known.iter().map(|side| side.case).collect::<Vec<_>>(), [first]);
    });
}

#[test]
fn whoever_was_erased_is_compared_with_nobody_and_recognised_by_exact_values_alone() {
    on_missions(|mut mission| {
        let first = mission.applies("us-washington", sofiia());
        mission.compares();
        let person = mission.app.load(first).unwrap().person.unwrap();
        let now = mission.now();
        let herself = Permit::ask(Actor::Applicant { person }).unwrap();
        mission.app.carry_out(herself, first, Withdraw, now).unwrap();
        let (keeper, later) =
            (officer(&mut mission.dice, Role::DataProtection), now + SignedDuration::from_hours(24 * 30));
        let erased = mission.app.erase_person(
            Permit::ask(keeper).unwrap(),
            person,
            ErasureReason::Requested,
            false,
            later,
        );
        assert!(matches!(erased.unwrap(), Erasure::Done(_)));
        let second = mission.applies("ca-ottawa", sophia());
        assert_eq!(mission.compares(), 0);
        assert!(!mission.is_held(second));
        let clerk = mission.clerk();
        assert!(
            !mission.reads(&clerk, second).erased_before,
            "another spelling and address recognise nobody"
        );
        let again = mission.applies("ca-ottawa", sofiia());
        assert!(mission.reads(&clerk, again).erased_before, "an exact value does");
    });
}
