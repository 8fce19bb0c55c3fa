//! Contract, assignment, and what becomes of those who serve.

mod assign;
mod change_status;
mod conclude_contract;
mod decline_contract;
mod notify_kin;
mod offer_contract;
mod release_status;
mod sign_contract;

pub use assign::{Assign, Assigned};
pub use change_status::{ChangeStatus, DutyStatus, ServiceStatus, StatusChanged};
pub use conclude_contract::{ConcludeContract, ContractConcluded};
pub use decline_contract::{ContractDeclined, DeclineContract};
pub use notify_kin::{KinNotified, NotifyKin};
pub use offer_contract::{ContractOffered, OfferContract, THINK_FOR};
pub use release_status::{ReleaseStatus, StatusReleased};
pub use sign_contract::{ContractSigned, SignContract};
