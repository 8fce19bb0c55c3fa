//! Permission as a value one must hold.

use crate::Refusal;
use muster_vocab::{Actor, Role};
use std::{fmt, marker::PhantomData};

/// Something that needs a permit: every command, and every guarded read.
pub trait Action {
    /// The action's word, such as `dismiss_hit`.
    const NAME: &'static str;
    /// Who may do it at all. What the case allows is decided when it is done.
    const ROLES: &'static [Role];
}

/// Proof that an actor may do `A`. Use cases and views take one: no permit, no call.
pub struct Permit<A> {
    actor: Actor,
    action: PhantomData<fn() -> A>,
}

impl<A: Action> Permit<A> {
    /// Asks for a permit.
    ///
    /// # Errors
    /// [`Refusal::RoleMayNot`] if the actor's role is not among the action's.
    pub fn ask(actor: Actor) -> Result<Self, Refusal> {
        if A::ROLES.contains(&actor.role()) {
            Ok(Self { actor, action: PhantomData })
        } else {
            Err(Refusal::RoleMayNot { action: A::NAME, role: actor.role(), may: A::ROLES })
        }
    }

    /// Who holds it.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        self.actor
    }
}

impl<A> Clone for Permit<A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A> Copy for Permit<A> {}

impl<A: Action> fmt::Debug for Permit<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Permit<{}>({:?})", A::NAME, self.actor)
    }
}

/// `action! { DismissHit "dismiss_hit" Adjudicator }`: the command's word and who may give it.
macro_rules! action {
    ($($command:ident $word:literal $($role:ident)+;)+) => {$(
        impl $crate::Action for $command {
            const NAME: &'static str = $word;
            const ROLES: &'static [muster_vocab::Role] = &[$(muster_vocab::Role::$role),+];
        }
    )+};
}
pub(crate) use action;
