//! Carrying out: load, decide, append; again if somebody else was quicker.

use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{
    Action, Case, Command, Event, Office, OfficeEvent, Permit, Refusal, decide, evolve,
    office::{OFFICE_STREAM, OfficeCommand, decide_office, evolve_office},
};
use muster_store::{
    StoreError,
    db::Ticket,
    journal::{Appended, Draft, ListContent, Loaded},
};
use muster_vocab::{Actor, CaseId, CommandId, Moment};

/// How often a command that lost a race is decided again before it is given up.
const TRIES: u32 = 16;

/// One command with who gives it, permitted.
#[derive(Debug, Clone)]
pub struct Act {
    by: Actor,
    command: Command,
}

impl Act {
    /// A permitted command.
    pub fn new<A: Action + Into<Command>>(permit: Permit<A>, command: A) -> Self {
        Self { by: permit.actor(), command: command.into() }
    }
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// The case.
    pub case: CaseId,
    /// How many events it has now.
    pub version: u64,
    /// Whether anything changed; a repeated command changes nothing.
    pub changed: bool,
}

/// Acts that were decided and handed to the writer, and are not yet on disk.
#[must_use = "nothing is acknowledged before `wait`"]
pub struct Pending {
    app: App,
    case: CaseId,
    acts: Vec<Act>,
    at: Timestamp,
    command: Option<CommandId>,
    state: State,
}

enum State {
    /// Nothing follows from the acts.
    Nothing { version: u64 },
    /// On its way to disk.
    Written(Ticket<Appended, StoreError>),
}

impl App {
    /// Carries out one command and waits until it is on disk.
    ///
    /// # Errors
    /// [`Failure::Refused`] if it may not be done; [`Failure::Store`] if the store failed.
    pub fn carry_out<A: Action + Into<Command>>(
        &self,
        permit: Permit<A>,
        case: CaseId,
        command: A,
        at: Timestamp,
    ) -> Result<Done, Failure> {
        self.begin(case, vec![Act::new(permit, command)], at)?.wait()
    }

    /// Decides several acts on one case, one after the other, and hands what follows to the writer as one append:
    /// all of it happens or nothing. The answer comes with [`Pending::wait`].
    ///
    /// # Errors
    /// The first refusal; nothing has changed then.
    pub fn begin(&self, case: CaseId, acts: Vec<Act>, at: Timestamp) -> Result<Pending, Failure> {
        self.begin_once(case, acts, at, None)
    }

    /// As [`App::begin`], for a command its sender named: sending it twice does it once.
    ///
    /// # Errors
    /// As [`App::begin`].
    pub fn begin_once(
        &self,
        case: CaseId,
        acts: Vec<Act>,
        at: Timestamp,
        command: Option<CommandId>,
    ) -> Result<Pending, Failure> {
        let state = self.attempt(case, &acts, at, command)?;
        Ok(Pending { app: self.clone(), case, acts, at, command, state })
    }

    /// As [`App::begin`], decided on a state that the caller holds, and gives the state that follows: for whoever does
    /// many things with a case and does not read it again each time. A state that is stale is found out by the store,
    /// and the acts are decided again on what is so.
    ///
    /// # Errors
    /// As [`App::begin`].
    pub fn begin_on(
        &self,
        case: CaseId,
        known: &Loaded<Case>,
        acts: Vec<Act>,
        at: Timestamp,
    ) -> Result<(Pending, Loaded<Case>), Failure> {
        self.begin_once_on(case, known, acts, at, None)
    }

    /// As [`App::begin_on`], for a command its sender named.
    ///
    /// # Errors
    /// As [`App::begin`].
    pub fn begin_once_on(
        &self,
        case: CaseId,
        known: &Loaded<Case>,
        acts: Vec<Act>,
        at: Timestamp,
        command: Option<CommandId>,
    ) -> Result<(Pending, Loaded<Case>), Failure> {
        let events = decide_all(&known.state, &acts, at)?;
        let pending = |acts, state| Pending { app: self.clone(), case, acts, at, command, state };
        if events.is_empty() {
            return Ok((pending(acts, State::Nothing { version: known.version }), known.clone()));
        }
        let version = known.version + events.len() as u64;
        let (from, state) = (known.version, known.state.clone());
        let draft = Draft { stream: case.into(), version: from, state, events, command };
        let (ticket, state) = self.store.journal.append_knowing(draft)?;
        Ok((pending(acts, State::Written(ticket)), Loaded { state, version }))
    }

    /// Whether a command of this name was carried out.
    ///
    /// # Errors
    /// If the store fails.
    pub fn was_carried_out(&self, command: CommandId) -> Result<bool, Failure> {
        Ok(self.store.journal.was_carried_out(command)?)
    }

    fn attempt(
        &self,
        case: CaseId,
        acts: &[Act],
        at: Timestamp,
        command: Option<CommandId>,
    ) -> Result<State, Failure> {
        let loaded = self.store.journal.load::<Event>(case.into())?;
        let events = decide_all(&loaded.state, acts, at)?;
        if events.is_empty() {
            return Ok(State::Nothing { version: loaded.version });
        }
        let draft =
            Draft { stream: case.into(), version: loaded.version, state: loaded.state, events, command };
        Ok(State::Written(self.store.journal.append(draft)?))
    }

    /// The case as its events leave it.
    ///
    /// # Errors
    /// If the store fails, or an event cannot be read.
    pub fn load(&self, case: CaseId) -> Result<Case, Failure> {
        Ok(self.store.journal.load::<Event>(case.into())?.state)
    }

    /// The office as its events leave it.
    ///
    /// # Errors
    /// As [`App::load`].
    pub fn load_office(&self) -> Result<Office, Failure> {
        Ok(self.store.journal.load::<OfficeEvent>(OFFICE_STREAM)?.state)
    }

    /// Carries out a command of the office and waits until it is on disk. Says whether anything changed.
    ///
    /// # Errors
    /// As [`App::carry_out`].
    pub fn carry_out_office<A: Action + Into<OfficeCommand>>(
        &self,
        permit: Permit<A>,
        command: A,
        at: Timestamp,
    ) -> Result<bool, Failure> {
        self.carry_out_office_with(permit, command, None, at)
    }

    /// As [`App::carry_out_office`], with the entries of the list edition that the command is about.
    pub(crate) fn carry_out_office_with<A: Action + Into<OfficeCommand>>(
        &self,
        permit: Permit<A>,
        command: A,
        list: Option<ListContent>,
        at: Timestamp,
    ) -> Result<bool, Failure> {
        let moment = Moment { at, by: permit.actor() };
        let command = command.into();
        for _ in 0..TRIES {
            let loaded = self.store.journal.load::<OfficeEvent>(OFFICE_STREAM)?;
            let mut now = loaded.state.clone();
            let events = decide_office(&now, command.clone(), &moment)?;
            if events.is_empty() {
                return Ok(false);
            }
            for event in &events {
                evolve_office(&mut now, event, &moment);
            }
            let draft = Draft {
                stream: OFFICE_STREAM,
                version: loaded.version,
                state: loaded.state,
                events: events.into_iter().map(|event| (event, moment)).collect(),
                command: None,
            };
            let journal = &self.store.journal;
            let appended = match &list {
                Some(list) => journal.append_with_list(draft, list.clone())?,
                None => journal.append(draft)?,
            };
            match appended.wait() {
                Ok(_) => return Ok(true),
                Err(StoreError::Stale) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(StoreError::Stale.into())
    }
}

/// What follows from acts done one after the other.
fn decide_all(case: &Case, acts: &[Act], at: Timestamp) -> Result<Vec<(Event, Moment)>, Refusal> {
    let mut events = Vec::new();
    let mut now = None;
    for act in acts {
        let moment = Moment { at, by: act.by };
        let decided = decide(now.as_ref().unwrap_or(case), act.command.clone(), &moment)?;
        let now = now.get_or_insert_with(|| case.clone());
        for event in decided {
            evolve(now, &event, &moment);
            events.push((event, moment));
        }
    }
    Ok(events)
}

impl Pending {
    /// Waits until the acts are on disk. If somebody else changed the case first, they are decided again on what is
    /// so now, and may be refused: so a withdrawal wins every race.
    ///
    /// # Errors
    /// As [`App::carry_out`].
    pub fn wait(self) -> Result<Done, Failure> {
        let Self { app, case, acts, at, command, mut state } = self;
        for _ in 0..TRIES {
            let appended = match state {
                State::Nothing { version } => return Ok(Done { case, version, changed: false }),
                State::Written(ticket) => ticket.wait(),
            };
            match appended {
                Ok(Appended { version }) => return Ok(Done { case, version, changed: true }),
                Err(StoreError::Stale) => state = app.attempt(case, &acts, at, command)?,
                Err(StoreError::Repeated) => {
                    let version = app.store.journal.load::<Event>(case.into())?.version;
                    return Ok(Done { case, version, changed: false });
                }
                Err(StoreError::ActiveElsewhere) => return Err(app.active_elsewhere(case, &acts)?.into()),
                Err(error) => return Err(error.into()),
            }
        }
        Err(StoreError::Stale.into())
    }
}

impl App {
    /// The store refused a second active case; the answer names the first.
    fn active_elsewhere(&self, case: CaseId, acts: &[Act]) -> Result<Refusal, Failure> {
        let opened = acts.iter().find_map(|act| match &act.command {
            Command::OpenDraft(open) => Some(open.person),
            Command::RegisterWalkIn(register) => Some(register.person),
            _ => None,
        });
        let person = match opened {
            Some(person) => Some(person),
            None => self.load(case)?.person,
        };
        let active = person.map(|person| self.store.views.active_case(person)).transpose()?.flatten();
        Ok(Refusal::ActiveElsewhere { case: active.unwrap_or(case) })
    }
}
