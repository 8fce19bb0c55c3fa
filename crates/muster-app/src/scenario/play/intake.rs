//! The intake clerks: they compare suspected duplicates, confirm what is objective in bulk, and open the rest.

use super::{
    desk::{Desk, Due},
    place::Place,
    watch::{begins_alike, folded},
};
use crate::{Act, Failure};
use jiff::Timestamp;
use muster_case::{
    Case, Permit, Stage,
    closing::SILENCE_MAX,
    eligibility::{AcceptFinding, ConfirmRefusal, Determined, Refer},
    facts::RecordFact,
    identity::{DismissDuplicate, Merge},
    intake::{AnswerInfo, Dossier, RequestInfo},
    screening::StartScreening,
};
use muster_vocab::{Actor, CaseId, PersonalText, Provenance, ReasonCode, Worker};

/// [A] How many cases the clerks open and pass on, day by day, of a mission to which 6,000 write: few at first, when
/// nobody had been hired yet. It decides how many get past the first edition before the second asks for experience.
const OPENED_A_DAY: [usize; 12] = [0, 0, 0, 80, 190, 260, 150, 260, 360, 440, 480, 480];

/// What a clerk opens to decide on a case.
const OPENED: &[&str] = &["identity", "service", "disclosure"];
/// Of a bulk of refusals, one in this many is opened and read.
const SAMPLE: u32 = 20;

impl Desk<'_> {
    /// One hour of the intake desk.
    pub(super) fn intake_hour(&mut self, day: u32, hour: i8, at: Timestamp) -> Result<(), Failure> {
        if self.edition.is_none() || !(9..18).contains(&hour) {
            return Ok(());
        }
        self.compare_duplicates(at)?;
        if hour == 11 || hour == 16 {
            self.confirm_in_bulk(at)?;
        }
        for file in self.pile_of(Place::Refusal, usize::MAX) {
            self.refuse_one(file, at)?;
        }
        for file in self.pile_of(Place::Route, usize::MAX) {
            self.refer(file, at)?;
        }
        let most = self.hourly(&OPENED_A_DAY, day, hour);
        let mut opened = self.pile_of(Place::Tentative, most);
        opened.extend(self.pile_of(Place::Eligible, most - opened.len()));
        for file in opened {
            self.open_one(file, at)?;
        }
        Ok(())
    }

    /// Two opened dossiers side by side: one person is merged into the older case, two people go on apart.
    fn compare_duplicates(&mut self, at: Timestamp) -> Result<(), Failure> {
        for file in self.pile_of(Place::Duplicate, usize::MAX) {
            let suspected: Vec<CaseId> = self.case(file).duplicates.iter().copied().collect();
            let same = suspected.iter().copied().find(|other| {
                self.file_of(*other)
                    .is_some_and(|other| is_one_person(&self.files[file].told, &self.files[other].told))
            });
            let by = self.clerk(file);
            let signed =
                self.case(file).proposal.is_some() || self.case(file).stage >= Some(Stage::Recommended);
            if let Some(other) = same.filter(|_| !signed) {
                let rationale =
                    PersonalText("same date of birth, and the names are one name written two ways".into());
                let into = self.last_of(other);
                let into = if self.case(file).duplicates.contains(&into) { into } else { other };
                let read = self.read(by, &["identity", "contact"], "compare")?;
                self.act(file, vec![read, Act::new(Permit::ask(by)?, Merge { into, rationale })], at)?;
                let older = self.file_of(into).unwrap_or(file);
                self.notes.merged.push((file, older));
                self.engine_again(older, at)?;
                continue;
            }
            let mut acts = vec![self.read(by, &["identity", "contact"], "compare")?];
            self.notes.dismissed += suspected.len() as u32;
            for other in suspected {
                let rationale = PersonalText("two people of one household: births and names differ".into());
                acts.push(Act::new(Permit::ask(by)?, DismissDuplicate { other, rationale }));
            }
            self.act(file, acts, at)?;
        }
        Ok(())
    }

    /// The case at the end of a row of merges.
    fn last_of(&self, mut case: CaseId) -> CaseId {
        while let Some(into) = self.file_of(case).and_then(|file| self.case(file).merged_into) {
            case = into;
        }
        case
    }

    /// Preview, sample, one signature: every row of the preview shows the name, so what is not meant in earnest stands out.
    fn confirm_in_bulk(&mut self, at: Timestamp) -> Result<(), Failure> {
        let mut confirmed = 0;
        for file in self.pile_of(Place::Objective, usize::MAX) {
            if self.doubt(file, at)? {
                continue;
            }
            if confirmed % SAMPLE == 0 {
                let by = self.clerk(file);
                let read = self.read(by, OPENED, "sample")?;
                self.act(file, vec![read], at)?;
            }
            let rationale = PersonalText("objective findings, confirmed in bulk after a sample".into());
            self.confirm(file, true, rationale, at)?;
            confirmed += 1;
        }
        self.notes.in_bulk.0 += confirmed;
        self.notes.in_bulk.1 += u32::from(confirmed > 0);
        Ok(())
    }

    fn refuse_one(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        if self.doubt(file, at)? {
            return Ok(());
        }
        let rationale = PersonalText("opened and read; the findings are borne out by the dossier".into());
        self.confirm(file, false, rationale, at)
    }

    fn confirm(
        &mut self,
        file: usize,
        in_bulk: bool,
        rationale: PersonalText,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let codes = fired(self.case(file));
        let by = self.clerk(file);
        let mut acts = Vec::new();
        if !in_bulk {
            acts.push(self.read(by, OPENED, "decide")?);
        }
        acts.push(Act::new(Permit::ask(by)?, ConfirmRefusal { codes, rationale, in_bulk }));
        self.act(file, acts, at)
    }

    /// Somebody who is not in earnest is seen at a glance; a clerk records the doubt, and the finding is made again.
    fn doubt(&mut self, file: usize, at: Timestamp) -> Result<bool, Failure> {
        let recorded = self.case(file).facts.contains_key("genuine");
        if recorded || !self.truth(file).hoax {
            return Ok(false);
        }
        let record = RecordFact {
            fact: "genuine".into(),
            value: PersonalText("no".into()),
            provenance: Provenance::Seen,
        };
        let by = self.clerk(file);
        self.act(file, vec![Act::new(Permit::ask(by)?, record)], at)?;
        Ok(true)
    }

    fn refer(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        if self.doubt(file, at)? {
            return Ok(());
        }
        let codes = fired(self.case(file));
        let route = match codes.first() {
            Some(ReasonCode::OwnNational) => "own-national-route",
            Some(ReasonCode::ServingMember) => "discharge-first",
            _ => "non-combat-help",
        };
        let rationale = PersonalText("another route fits better; the letter says which".into());
        let refer = Refer { codes, route: route.into(), rationale };
        let by = self.clerk(file);
        let read = self.read(by, OPENED, "decide")?;
        self.act(file, vec![read, Act::new(Permit::ask(by)?, refer)], at)
    }

    /// A clerk opens a case that nothing speaks against: asks for what is missing, or passes it on to screening.
    fn open_one(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        if self.doubt(file, at)? {
            return Ok(());
        }
        let by = self.clerk(file);
        let blank = self.files[file].told.disclosures.criminal_record.is_none();
        if blank && self.case(file).determination.as_ref().is_some_and(|found| !found.codes.is_empty()) {
            let missing = PersonalText("please answer the question about a criminal record".into());
            let read = self.read(by, OPENED, "decide")?;
            self.act(file, vec![read, Act::new(Permit::ask(by)?, RequestInfo { missing })], at)?;
            match self.truth(file).answers_after {
                Some(after) if after < SILENCE_MAX => self.plan(at + after, Due::Answer(file)),
                _ => self.plan(at + SILENCE_MAX, Due::Lapse(file)),
            }
            return Ok(());
        }
        let worker = Actor::System { worker: Worker::Screening };
        let start = StartScreening { checks: self.app.programme.checks.clone() };
        let read = self.read(by, OPENED, "decide")?;
        let mut acts =
            vec![read, Act::new(Permit::ask(by)?, AcceptFinding), Act::new(Permit::ask(worker)?, start)];
        acts.extend(self.engine(file)?);
        self.act(file, acts, at)
    }

    /// The applicant answers what was asked.
    pub(super) fn answer(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        if self.case(file).stage != Some(Stage::InfoRequested) {
            return Ok(());
        }
        let mut dossier = Dossier::clone(&self.files[file].told);
        dossier.disclosures.criminal_record = Some(false);
        let by = self.applicant(file);
        self.files[file].told = dossier.clone().into();
        self.act(file, vec![Act::new(Permit::ask(by)?, AnswerInfo { dossier })], at)
    }
}

/// Every code that fires, the primary first.
fn fired(case: &Case) -> Vec<ReasonCode> {
    let mut codes = Vec::new();
    for found in case.determination.iter().flat_map(Determined::fired) {
        if !codes.contains(&found.code) {
            codes.push(found.code);
        }
    }
    codes
}

/// What a clerk sees: the same birth, and the same document, address or telephone; else every part of the shorter name has
/// one in the longer that is the same or begins alike.
fn is_one_person(one: &Dossier, other: &Dossier) -> bool {
    if one.identity.born != other.identity.born {
        return false;
    }
    let paper = one.identity.document.is_some() && one.identity.document == other.identity.document;
    let mail = one.contact.email.is_some() && one.contact.email == other.contact.email;
    let phone = one.contact.phone.is_some() && one.contact.phone == other.contact.phone;
    let (left, right) = (folded(&one.identity.name), folded(&other.identity.name));
    let parts = |name: &str| name.split(' ').count();
    let (short, long) = if parts(&left) <= parts(&right) { (&left, &right) } else { (&right, &left) };
    let named = short.split(' ').all(|part| long.split(' ').any(|other| begins_alike(part, other)));
    let begins = || left.split(' ').any(|part| right.split(' ').any(|other| begins_alike(part, other)));
    paper || named || ((mail || phone) && begins())
}
