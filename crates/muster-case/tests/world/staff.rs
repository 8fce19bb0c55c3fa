//! Who works in the small world: more accounts than humans, so that one human's two signatures are really tried.

use muster_vocab::{Actor, Dice as _, HumanId, Role, SeededDice, StaffId, Worker};

/// Human (by number) and role of every account. Humans 0 to 3 and 8 hold several.
const ACCOUNTS: [(u128, Role); 20] = [
    (0, Role::Clerk),
    (0, Role::Attache),
    (1, Role::Interviewer),
    (1, Role::Attache),
    (2, Role::Adjudicator),
    (2, Role::Attache),
    (3, Role::Clerk),
    (3, Role::Interviewer),
    (4, Role::Adjudicator),
    (5, Role::Attache),
    (6, Role::Counsel),
    (6, Role::Attache),
    (7, Role::Border),
    (8, Role::Personnel),
    (8, Role::Welfare),
    (9, Role::Welfare),
    (10, Role::Personnel),
    (11, Role::Screener),
    (12, Role::DataProtection),
    (13, Role::Administrator),
];

const WORKERS: [Worker; 6] = [
    Worker::Eligibility,
    Worker::Screening,
    Worker::Linkage,
    Worker::Clock,
    Worker::PolicyReview,
    Worker::Retention,
];

/// The account of a human in a role; the account's number says both.
pub(crate) fn account(human: u128, role: Role) -> Actor {
    let staff = StaffId::from(1_000 + human * 100 + role as u128);
    Actor::Staff { staff, human: HumanId::from(2_000 + human), role }
}

/// Somebody who acts in `role`; workers for the system. The applicant is the caller's to know.
pub(crate) fn someone(dice: &mut SeededDice, role: Role) -> Option<Actor> {
    if role == Role::System {
        return Some(Actor::System { worker: *dice.pick(&WORKERS) });
    }
    let fit: Vec<_> = ACCOUNTS.iter().filter(|(_, has)| *has == role).collect();
    (!fit.is_empty()).then(|| {
        let (human, role) = **dice.pick(&fit);
        account(human, role)
    })
}

/// Anybody of the staff.
pub(crate) fn anyone(dice: &mut SeededDice) -> Actor {
    let (human, role) = *dice.pick(&ACCOUNTS);
    account(human, role)
}
