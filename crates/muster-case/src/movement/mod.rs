//! From acceptance to the reception desk: preview, kin, kit, pass, crossing, arrival.

mod account_for;
mod acknowledge_kit;
mod admit;
mod clear_to_travel;
mod depart;
mod mark_overdue;
mod name_kin;
mod present;
mod preview_contract;
mod register_walk_in;
mod turn_back;

pub use account_for::{AccountFor, AccountedFor, Whereabouts};
pub use acknowledge_kit::{AcknowledgeKit, KitAcknowledged};
pub(crate) use admit::may_be_admitted;
pub use admit::{Admit, Admitted};
pub use clear_to_travel::{ClearToTravel, Clearance, ClearedToTravel};
pub use depart::{Depart, Departed};
pub use mark_overdue::{MarkOverdue, OVERDUE_AFTER, Overdue};
pub use name_kin::{Kin, KinChoice, KinList, KinNamed, NameKin};
pub use present::{Present, Presented};
pub use preview_contract::{ContractPreviewed, PreviewContract};
pub use register_walk_in::{RegisterWalkIn, WalkInRegistered};
pub use turn_back::{TurnBack, TurnedBack};

/// The check that the reception desk records for everybody (capability F6).
pub const ARRIVAL_CHECK: &str = "arrival";
