//! Reason codes: the stable words for why an outcome came about.

use crate::text::{Rejected, as_text};
use std::{fmt, str::FromStr};

macro_rules! reasons {
    ($($name:ident $code:literal $meaning:literal;)+) => {
        /// Why an outcome came about. The codes are stable for ever; `mission.md` section 5 lists them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ReasonCode {
            $(#[doc = $meaning] $name,)+
        }

        impl ReasonCode {
            /// Every code, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The code, such as `R07`.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// What it means, in a few words of English for tables.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)+ }
            }
        }

        impl FromStr for ReasonCode {
            type Err = Rejected;
            fn from_str(text: &str) -> Result<Self, Rejected> {
                match text {
                    $($code => Ok(Self::$name),)+
                    _ => Err(Rejected::new("reason code", "it is one of the published codes, such as R07")),
                }
            }
        }
    };
}

reasons! {
    UnderAge "R01" "under age";
    OverAge "R02" "over age";
    BarredNationality "R03" "barred nationality";
    OwnNational "R04" "own national, other route";
    ServingMember "R05" "serving member of home force";
    CriminalHistory "R06" "criminal history";
    NoRequiredExperience "R07" "no required experience";
    CannotBeVetted "R08" "cannot be vetted";
    Medical "R09" "medical";
    Language "R10" "language";
    WantsNonCombat "R11" "wants non-combat, referred";
    NotGenuine "R12" "not genuine";
    ScreeningTrueMatch "R20" "screening true match";
    ExtremistAssociation "R21" "extremist association";
    CounterIntelligenceConcern "R22" "counter-intelligence concern";
    FalseStatement "R30" "false statement";
    ConductAtInterview "R31" "conduct at interview";
    MotiveOrStability "R32" "motive or stability";
    BelowStandard "R33" "below standard";
    RoleNotNeededNow "R34" "role not needed now";
    NoShow "R40" "no-show";
    Unreachable "R41" "unreachable";
    Withdrew "W01" "withdrew";
    PassInvalid "B01" "pass invalid";
    ForbiddenItem "B02" "weapon or forbidden item";
    IdentityMismatch "B03" "identity mismatch";
    TermsNotAccepted "C01" "terms not accepted";
    ProgrammePaused "P01" "programme paused";
    HostStateObjects "P02" "host state objects";
}

impl ReasonCode {
    /// The codes a clerk may give on `submitted`: R01 to R12.
    #[must_use]
    pub fn is_early(self) -> bool {
        self <= Self::NotGenuine
    }
}

impl fmt::Display for ReasonCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

as_text!(ReasonCode);
