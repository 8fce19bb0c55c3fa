//! The application is sent.

use super::{Dossier, SealedDossier};
use crate::{
    Case, Decided, Hold, Missing, Refusal, Stage, command::Decide, event::Apply, holds::HoldPlaced,
    permit::action,
};
use jiff::{Timestamp, tz::TimeZone};
use muster_vocab::{Country, Moment, PartialDate, PersonalText};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The age below which nobody serves: Optional Protocol on the involvement of children in armed conflict, articles
/// 1 and 3. It stands here and in no policy, because no policy may move it.
pub const AGE_OF_MAJORITY: u16 = 18;

/// Whether an applicant is of age, as far as the birth date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Majority {
    /// Certainly of age.
    Adult,
    /// Certainly not.
    Minor,
    /// The birth date leaves it open.
    Unsure,
}

impl Majority {
    /// Of somebody born on `born`, at `at` (counted in UTC; the border counts again).
    #[must_use]
    pub fn of(born: PartialDate, at: Timestamp) -> Self {
        let (youngest, oldest) = born.age_on(at.to_zoned(TimeZone::UTC).date());
        if youngest >= AGE_OF_MAJORITY {
            Self::Adult
        } else if oldest < AGE_OF_MAJORITY {
            Self::Minor
        } else {
            Self::Unsure
        }
    }
}

/// Sends the application.
#[derive(Debug, Clone)]
pub struct Submit {
    /// The facts.
    pub dossier: Dossier,
    /// The countries whose notice was acknowledged, as the case's sealed record says.
    pub acknowledged: BTreeSet<Country>,
}

action! { Submit "submit" Applicant Clerk; }

/// The application was sent. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Submitted {
    /// The facts, sealed.
    pub dossier: SealedDossier,
    /// Of age or not.
    pub majority: Majority,
}

impl Decide for Submit {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("submit", &[Stage::Draft])?;
        complete(&self.dossier)?;
        let identity = &self.dossier.identity;
        let concerned = identity.nationalities.iter().chain([&identity.residence]);
        if case.notice.is_none() || !concerned.into_iter().all(|country| self.acknowledged.contains(country))
        {
            return Err(Refusal::Needs(Missing::Notice));
        }
        if case.consent.is_empty() {
            return Err(Refusal::Needs(Missing::Consent));
        }
        let majority = Majority::of(identity.born, moment.at);
        let mut events = vec![Submitted { dossier: self.dossier.into(), majority }.into()];
        events.extend(safeguard(case, majority));
        Ok(events)
    }
}

/// The identity minimum: a nationality and a way to be reached. Name and birth date are there by type.
pub(super) fn complete(dossier: &Dossier) -> Result<(), Refusal> {
    if dossier.identity.nationalities.is_empty() {
        return Err(Refusal::Needs(Missing::Nationality));
    }
    if dossier.contact.email.is_none() && dossier.contact.phone.is_none() {
        return Err(Refusal::Needs(Missing::Contact));
    }
    Ok(())
}

/// A minor is held at once, whoever types.
pub(crate) fn safeguard(case: &Case, majority: Majority) -> Option<crate::Event> {
    (majority == Majority::Minor && !case.holds.contains(&Hold::Safeguarding)).then(|| {
        let cause = PersonalText("under 18 by the stated date of birth".into()).into();
        HoldPlaced { hold: Hold::Safeguarding, cause }.into()
    })
}

impl Apply for Submitted {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.submissions += 1;
        case.submitted_at.get_or_insert(moment.at);
        receive(case, &self.dossier, self.majority, moment);
        case.stand(Stage::Submitted, moment.at);
    }
}

/// New facts make an older finding stale.
pub(crate) fn receive(case: &mut Case, dossier: &SealedDossier, majority: Majority, moment: &Moment) {
    case.dossier = Some(dossier.clone());
    case.majority = Some(majority);
    case.facts_at = Some(moment.at);
    case.touched_at = Some(moment.at);
    case.determination = None;
    case.finding_accepted = false;
    case.correction = None;
    case.apart.clear();
}
