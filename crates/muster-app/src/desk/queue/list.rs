//! The list of what waits: a page at a time, with counts for every filter.

use super::{Due, Queue};
use crate::{
    App, Failure,
    desk::{Holder, Officer, claims::let_go},
};
use jiff::{SignedDuration, Timestamp};
use muster_store::desk::{Counted, Order, Place, Waiting, Wanted};
use muster_vocab::CaseId;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, TryLockError},
};

/// How many rows a page has.
pub const PAGE: u32 = 50;
/// The ages one can ask for, in days.
pub const AGES: [u16; 2] = [3, 7];
/// Counts over more rows than this are kept for a while.
const MANY: u64 = 1_000;
/// How long for each of them, about fifty times as long as counting it takes, and how long at most.
const KEPT_EACH: SignedDuration = SignedDuration::from_micros(100);
const KEPT_MAX: SignedDuration = SignedDuration::from_secs(15);

/// What of everything that waits is to be shown. The default is all that the officer can act on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// One queue.
    pub queue: Option<Queue>,
    /// One stage, by its word.
    pub stage: Option<String>,
    /// One mission, by its code.
    pub mission: Option<String>,
    /// One finding, by its word.
    pub finding: Option<String>,
    /// One hold, by its word.
    pub hold: Option<String>,
    /// Only what waits for so many days or longer.
    pub days: Option<u16>,
    /// Only what is late.
    pub late: bool,
}

/// A row of the list. Nothing in it names anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// What waits.
    pub queue: Queue,
    /// The mission's code.
    pub mission: String,
    /// The stage's word.
    pub stage: String,
    /// The finding's word; empty if there is none.
    pub finding: String,
    /// The holds' words.
    pub holds: Vec<String>,
    /// The word of the role that is needed; nothing if none is.
    pub need: Option<String>,
    /// How well that is shown: a provenance's word.
    pub evidence: String,
    /// Since when it waits.
    pub since: Timestamp,
    /// When it is due.
    pub due: Due,
    /// In whose hands it is.
    pub holder: Option<Holder>,
}

/// A page of the list.
#[derive(Debug, Clone, Default)]
pub struct QueuePage {
    /// The rows.
    pub rows: Vec<QueueRow>,
    /// Where the next page begins, if there is one: as [`App::queue`] takes it.
    pub next: Option<String>,
    /// How many wait.
    pub counts: Counts,
}

/// How many wait, each filter counted with the others as they are set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// With every filter.
    pub shown: u64,
    /// By queue: those of the officer's work, and what is elsewhere.
    pub queues: BTreeMap<Queue, u64>,
    /// By stage.
    pub stages: BTreeMap<String, u64>,
    /// By mission.
    pub missions: BTreeMap<String, u64>,
    /// By finding.
    pub findings: BTreeMap<String, u64>,
    /// By hold.
    pub holds: BTreeMap<String, u64>,
    /// By age, in days.
    pub ages: BTreeMap<u16, u64>,
    /// Late.
    pub late: u64,
}

/// Counts with the moment they were made.
type AsOf = (Timestamp, Arc<Vec<Counted>>);

/// Counts as of a moment, and who keeps the queues up to date.
#[derive(Default)]
pub(crate) struct CountCache {
    kept: RwLock<Option<AsOf>>,
    counting: Mutex<()>,
    turn: Mutex<()>,
}

impl CountCache {
    /// The turn to catch up with the log; an error while somebody else has it.
    pub(super) fn turn(&self) -> Result<MutexGuard<'_, ()>, ()> {
        only_one(&self.turn)
    }

    fn kept(&self) -> Option<AsOf> {
        self.kept.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The lock, or an error while somebody else has it.
fn only_one(lock: &Mutex<()>) -> Result<MutexGuard<'_, ()>, ()> {
    match lock.try_lock() {
        Ok(turn) => Ok(turn),
        Err(TryLockError::Poisoned(turn)) => Ok(turn.into_inner()),
        Err(TryLockError::WouldBlock) => Err(()),
    }
}

impl App {
    /// A page of what waits, in an order, after a place that a page before named. With the filter as it is by default
    /// it is everything the officer can act on.
    ///
    /// # Errors
    /// If the store fails.
    pub fn queue(
        &self,
        officer: &Officer,
        filter: &Filter,
        order: Order,
        after: Option<&str>,
        at: Timestamp,
    ) -> Result<QueuePage, Failure> {
        self.catch_up()?;
        let counted = self.counted(at)?;
        let counts = Counts::of(&counted, officer, filter);
        let days = |days: u16| at.checked_sub(SignedDuration::from_hours(24 * i64::from(days))).ok();
        let wanted = Wanted {
            places: places(&counted, officer, filter),
            stage: filter.stage.clone(),
            finding: filter.finding.clone(),
            hold: filter.hold.clone(),
            since: filter.days.and_then(days),
            due: filter.late.then_some(at),
            order,
            after: after.and_then(read_key),
            at,
            limit: PAGE,
        };
        let page = self.store.desk.waiting(&wanted)?;
        let held: BTreeMap<CaseId, _> =
            self.store.desk.claims(let_go(at))?.into_iter().map(|claim| (claim.case, claim)).collect();
        let row = |row: Waiting| -> Result<Option<QueueRow>, Failure> {
            let holder = held.get(&row.case).map(|claim| self.holder_of(claim)).transpose()?;
            Ok(self.queue_row(row, holder, at))
        };
        let rows = page.rows.into_iter().map(row).collect::<Result<Vec<_>, _>>()?;
        let next = page.next.map(|(one, two, case)| format!("{one}.{two}.{case}"));
        Ok(QueuePage { rows: rows.into_iter().flatten().collect(), next, counts })
    }

    /// What is in the officer's hands, the longest held first: a row for each thing that waits there.
    ///
    /// # Errors
    /// If the store fails.
    pub fn my_work(&self, officer: &Officer, at: Timestamp) -> Result<Vec<QueueRow>, Failure> {
        self.catch_up()?;
        let mut rows = Vec::new();
        for claim in self.claims_of(officer, at)? {
            let holder = self.holder_of(&claim)?;
            let waiting = self.store.desk.waiting_of(claim.case)?;
            let own =
                |row: &Waiting| Queue::of(&row.queue).is_some_and(|queue| officer.is_one_of(queue.roles()));
            let row = waiting.iter().find(|row| own(row)).or(waiting.first()).cloned();
            rows.extend(row.and_then(|row| self.queue_row(row, Some(holder), at)));
        }
        Ok(rows)
    }

    /// Where a case waits: for its own page.
    ///
    /// # Errors
    /// If the store fails.
    pub fn waiting_of(&self, case: CaseId, at: Timestamp) -> Result<Vec<QueueRow>, Failure> {
        self.catch_up()?;
        let holder = self.held_by(case, at)?;
        let rows = self.store.desk.waiting_of(case)?;
        Ok(rows.into_iter().filter_map(|row| self.queue_row(row, holder.clone(), at)).collect())
    }

    /// How many things began to wait for the officer after a moment.
    ///
    /// # Errors
    /// If the store fails.
    pub fn new_since(&self, officer: &Officer, since: Timestamp, at: Timestamp) -> Result<u32, Failure> {
        self.catch_up()?;
        let queues: Vec<String> = Queue::of_officer(officer).map(|queue| queue.word().to_owned()).collect();
        Ok(self.store.desk.new_waiting(&queues, &self.missions_of(officer)?, since, at)?)
    }

    fn queue_row(&self, row: Waiting, holder: Option<Holder>, at: Timestamp) -> Option<QueueRow> {
        let queue = Queue::of(&row.queue)?;
        let mission = row.mission.parse().ok()?;
        Some(QueueRow {
            case: row.case,
            reference: self.reference(row.case),
            queue,
            due: self.due_on(&mission, row.due_at, at),
            mission: row.mission,
            stage: row.stage,
            finding: row.finding,
            holds: row.holds.split_whitespace().map(str::to_owned).collect(),
            need: Some(row.need).filter(|need| !need.is_empty()),
            evidence: row.evidence,
            since: row.since,
            holder,
        })
    }

    /// Counts of everything that waits: anew, or from a few seconds ago where there is much. Where there is much, one
    /// counts and the others take what is known.
    fn counted(&self, at: Timestamp) -> Result<Arc<Vec<Counted>>, Failure> {
        let cache = &self.desk.counts;
        let known = cache.kept();
        let holds = |(as_of, counted): &&AsOf| at.duration_since(*as_of).abs() < kept_for(counted);
        if let Some((_, counted)) = known.as_ref().filter(holds) {
            return Ok(Arc::clone(counted));
        }
        let _counting = match (only_one(&cache.counting), known) {
            (Ok(counting), _) => Some(counting),
            (Err(()), Some((_, counted))) if kept_for(&counted) > SignedDuration::ZERO => return Ok(counted),
            (Err(()), _) => None,
        };
        let ago = |days: u16| at.checked_sub(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(at);
        let counted = Arc::new(self.store.desk.count_waiting(at, AGES.map(ago))?);
        *cache.kept.write().unwrap_or_else(PoisonError::into_inner) = Some((at, Arc::clone(&counted)));
        Ok(counted)
    }
}

/// How long counts are good enough; not at all where counting anew is quick.
fn kept_for(counted: &[Counted]) -> SignedDuration {
    let many = counted.iter().map(|kind| kind.all).sum::<u64>();
    if many <= MANY {
        return SignedDuration::ZERO;
    }
    KEPT_EACH.saturating_mul(i32::try_from(many).unwrap_or(i32::MAX)).min(KEPT_MAX)
}

/// The queues to read: those where something fits the filter.
fn places(counted: &[Counted], officer: &Officer, filter: &Filter) -> Vec<Place> {
    let fits = counted.iter().filter(|kind| {
        Kind::of(kind).is_some_and(|known| {
            officer.sees(&kind.place.mission)
                && asked(known.queue, officer, filter)
                && known.fits(filter, "queue")
                && known.count(filter, "") > 0
        })
    });
    fits.map(|kind| kind.place.clone()).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Whether a queue is shown: the one that is asked for, or all of the officer's.
fn asked(queue: Queue, officer: &Officer, filter: &Filter) -> bool {
    filter.queue.map_or_else(|| officer.is_one_of(queue.roles()), |asked| asked == queue)
}

/// A kind of thing that waits, with its words read.
struct Kind<'a> {
    queue: Queue,
    counted: &'a Counted,
    holds: Vec<&'a str>,
}

impl<'a> Kind<'a> {
    fn of(counted: &'a Counted) -> Option<Self> {
        let queue = Queue::of(&counted.place.queue)?;
        Some(Self { queue, counted, holds: counted.holds.split_whitespace().collect() })
    }

    /// Whether it fits every filter but the one of this name.
    fn fits(&self, filter: &Filter, but: &str) -> bool {
        let is = |name: &str, asked: &Option<String>, value: &str| {
            name == but || asked.as_ref().is_none_or(|asked| asked == value)
        };
        is("stage", &filter.stage, &self.counted.stage)
            && is("mission", &filter.mission, &self.counted.place.mission)
            && is("finding", &filter.finding, &self.counted.finding)
            && (but == "hold" || filter.hold.as_ref().is_none_or(|hold| self.holds.contains(&hold.as_str())))
    }

    /// How many of it fit the filters of time. Where both are asked for, it is no more than either.
    fn count(&self, filter: &Filter, but: &str) -> u64 {
        let mut count = self.counted.all;
        if filter.late && but != "late" {
            count = count.min(self.counted.late);
        }
        if let Some(days) = filter.days.filter(|_| but != "age") {
            let place = AGES.iter().position(|age| *age == days);
            count = count.min(place.map_or(count, |place| self.counted.waited[place]));
        }
        count
    }
}

impl Counts {
    fn of(counted: &[Counted], officer: &Officer, filter: &Filter) -> Self {
        let mut counts = Self::default();
        let kinds = counted.iter().filter(|kind| officer.sees(&kind.place.mission)).filter_map(Kind::of);
        for kind in kinds {
            let own = officer.is_one_of(kind.queue.roles()) || kind.queue == Queue::Elsewhere;
            if own && kind.fits(filter, "queue") {
                *counts.queues.entry(kind.queue).or_default() += kind.count(filter, "");
            }
            if !asked(kind.queue, officer, filter) {
                continue;
            }
            if kind.fits(filter, "") {
                counts.shown += kind.count(filter, "");
                counts.late += kind.count(filter, "late").min(kind.counted.late);
                for (place, days) in AGES.into_iter().enumerate() {
                    *counts.ages.entry(days).or_default() +=
                        kind.count(filter, "age").min(kind.counted.waited[place]);
                }
            }
            let add = |name: &str, to: &mut BTreeMap<String, u64>, word: &str| {
                if !word.is_empty() && kind.fits(filter, name) {
                    *to.entry(word.to_owned()).or_default() += kind.count(filter, "");
                }
            };
            add("stage", &mut counts.stages, &kind.counted.stage);
            add("mission", &mut counts.missions, &kind.counted.place.mission);
            add("finding", &mut counts.findings, &kind.counted.finding);
            for hold in &kind.holds {
                add("hold", &mut counts.holds, hold);
            }
        }
        counts
    }
}

fn read_key(text: &str) -> Option<(i64, i64, CaseId)> {
    let mut parts = text.splitn(3, '.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}
