//! A bulk is drawn up: which cases, which of them are looked at in full, and what there is to see.

use super::{codes_of, seen};
use crate::{Act, App, Failure, desk::Officer};
use jiff::Timestamp;
use muster_case::{
    Case, Permit, Refusal,
    access::{OpenSealed, RecordAccess},
    eligibility::ConfirmRefusal,
    intake::{Background, Disclosures, Identity},
};
use muster_store::{
    desk::{Bulk, BulkCase},
    keys::Holder,
};
use muster_vocab::{BulkId, CaseId, Dice, ReasonCode};

/// How many records of a look are on their way to disk at once.
const BATCH: usize = 128;

/// A bulk as whoever draws it up sees it. It is personal: there is no `Debug`.
pub struct BulkSheet {
    /// The bulk.
    pub bulk: Bulk,
    /// What was typed so far.
    pub rationale: String,
    /// Its cases, in its order.
    pub cases: Vec<SheetCase>,
}

/// A case of a bulk.
pub struct SheetCase {
    /// As the bulk knows it.
    pub of: BulkCase,
    /// The case's name.
    pub reference: String,
    /// The codes it would be refused with now, the primary first.
    pub codes: Vec<ReasonCode>,
    /// The findings in words; nothing for anybody but the officer who draws it up.
    pub findings: Vec<String>,
    /// What was told, for a case of the sample, likewise.
    pub told: Option<(Identity, Background, Disclosures)>,
}

impl App {
    /// Draws a bulk up: cases of a mission with a primary code, as many as one signature covers, and a random sample
    /// of them. That each is looked at is recorded on it. None if there is no such case.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the officer may not; [`Failure::Store`] if the store fails.
    pub fn draft_bulk(
        &self,
        officer: &Officer,
        mission: &str,
        code: ReasonCode,
        dice: &mut impl Dice,
        at: Timestamp,
    ) -> Result<Option<BulkId>, Failure> {
        let measures = self.programme.bulk;
        let mut wanted: Vec<CaseId> = Vec::new();
        self.each_refusable(officer, &mut |of, primary, case| {
            if of == mission && primary == code {
                wanted.push(case);
            }
            wanted.len() < usize::from(measures.most)
        })?;
        if wanted.is_empty() {
            return Ok(None);
        }
        let mut chosen: Vec<usize> = (0..wanted.len()).collect();
        dice.shuffle(&mut chosen);
        chosen.truncate(usize::from(measures.sample));
        let mut cases = Vec::with_capacity(wanted.len());
        for (place, case) in wanted.iter().enumerate() {
            cases.push(BulkCase {
                case: *case,
                sampled: u8::from(chosen.contains(&place)),
                seen: seen(&self.load(*case)?),
                command: dice.id(),
                state: "in".into(),
                why: String::new(),
            });
        }
        self.record_looks(officer, &cases, at)?;
        let bulk = Bulk {
            bulk: dice.id(),
            mission: mission.to_owned(),
            code: code.code().to_owned(),
            staff: officer.staff,
            human: officer.human,
            state: "drafted".into(),
            made_at: at,
            due_at: None,
            undone: None,
        };
        let id = bulk.bulk;
        self.store.desk.put_bulk(bulk, cases).wait()?;
        Ok(Some(id))
    }

    /// Notes on every case that its finding is looked at, and on those of the sample that what was told is.
    fn record_looks(&self, officer: &Officer, cases: &[BulkCase], at: Timestamp) -> Result<(), Failure> {
        let permit: Permit<RecordAccess> = officer.permit()?;
        for batch in cases.chunks(BATCH) {
            let mut begun = Vec::with_capacity(batch.len());
            for of in batch {
                let sections: &[&str] = if of.sampled == 0 {
                    &["decision"]
                } else {
                    &["identity", "service", "disclosure", "decision"]
                };
                let sections = sections.iter().map(|section| (*section).to_owned()).collect();
                let access = RecordAccess { sections, purpose: "bulk_refusal".into() };
                begun.push(self.begin(of.case, vec![Act::new(permit, access)], at)?);
            }
            for pending in begun {
                pending.wait()?;
            }
        }
        Ok(())
    }

    /// A bulk of a mission the officer sees, with its cases. What is personal is opened for whoever draws it up, and only
    /// while it is a draft.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] if there is no such bulk; [`Failure::Store`] if the store fails.
    pub fn bulk(&self, officer: &Officer, bulk: BulkId) -> Result<BulkSheet, Failure> {
        let known = self.store.desk.bulk(bulk)?.filter(|known| officer.sees(&known.mission));
        let bulk = known.ok_or(Refusal::Unknown { what: "bulk" })?;
        let mine = bulk.human == officer.human && bulk.state == "drafted";
        let _may: Permit<ConfirmRefusal> = officer.permit()?;
        let permit: Permit<OpenSealed> = officer.permit()?;
        let mut cases = Vec::new();
        for of in self.store.desk.bulk_cases(bulk.bulk)? {
            let case = self.load(of.case)?;
            let (mut findings, mut told) = (Vec::new(), None);
            if mine {
                (findings, told) = self.opened(permit, &case, of.sampled > 0)?;
            }
            let reference = self.reference(of.case);
            cases.push(SheetCase { of, reference, codes: codes_of(&case), findings, told });
        }
        let rationale = if mine { self.store.desk.rationale_of(&bulk)? } else { None };
        Ok(BulkSheet { bulk, rationale: rationale.unwrap_or_default(), cases })
    }

    /// The bulks of the missions the officer sees, the newest first.
    ///
    /// # Errors
    /// If the store fails.
    pub fn bulks(&self, officer: &Officer) -> Result<Vec<Bulk>, Failure> {
        let mut bulks = self.store.desk.bulks(50)?;
        // What somebody else has not signed yet is nobody's business.
        bulks.retain(|bulk| {
            officer.sees(&bulk.mission) && (bulk.state != "drafted" || bulk.human == officer.human)
        });
        Ok(bulks)
    }

    #[expect(clippy::type_complexity, reason = "three sections, opened together")]
    fn opened(
        &self,
        _: Permit<OpenSealed>,
        case: &Case,
        in_full: bool,
    ) -> Result<(Vec<String>, Option<(Identity, Background, Disclosures)>), Failure> {
        let (Some(person), Some(finding)) = (case.person, &case.determination) else {
            return Ok((Vec::new(), None));
        };
        let findings = self.store.journal.open(Holder::from(person), &finding.findings)?;
        let findings = findings.map(|texts| texts.0).unwrap_or_default();
        let told = if in_full { self.open_facts(case)? } else { None };
        Ok((findings, told.map(|(opened, _)| (opened.identity, opened.background, opened.disclosures))))
    }
}
