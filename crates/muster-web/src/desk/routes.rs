//! Every route of the desk with who may ask for it. A route without a rule does not build.

use super::{
    account, assist, audit,
    cases::{self, act_page, verb::Verb},
    checks, hits, interview, pairs, programs,
    queue::{self, claim, keys, next},
    refusals, search, sign_in, staff,
};
use crate::Web;
use axum::{
    Router,
    middleware::from_fn_with_state,
    routing::{get, post},
};
use muster_case::{Action as _, access::OpenSealed};
use muster_vocab::Role;

/// Which cases a route is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// None, and nobody has to be signed in.
    Anybody,
    /// None: what is shown is the officer's own, or of every case they may see.
    Desk,
    /// The case in its address, which must be of one of the officer's missions.
    Case,
}

/// A route of the desk.
#[derive(Debug, Clone, Copy)]
pub struct DeskRoute {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The pattern of its addresses.
    pub pattern: &'static str,
    /// The page it shows, by the name of its samples.
    pub page: &'static str,
    /// Which cases it is about.
    pub scope: Scope,
    /// Who may ask for it at all. What the case allows is decided when it is done.
    pub may: &'static [Role],
}

/// Everybody who has an account.
pub(crate) const STAFF: &[Role] = &Role::STAFF;

/// Whoever may read what is sealed in a case.
const SEARCHERS: &[Role] = &[
    Role::Clerk,
    Role::Screener,
    Role::Adjudicator,
    Role::Interviewer,
    Role::Attache,
    Role::Counsel,
    Role::Border,
    Role::Personnel,
    Role::Welfare,
    Role::DataProtection,
];
/// Those who keep the accounts.
const ADMINISTRATOR: &[Role] = &[Role::Administrator];
/// Whoever types for others, and books their calls.
const CLERK: &[Role] = &[Role::Clerk];
/// Who has to do with an interview: books it, holds it, or signs for what follows.
pub(super) const TALK: &[Role] =
    &[Role::Clerk, Role::Interviewer, Role::Adjudicator, Role::Attache, Role::Counsel];

/// Whoever needs to know which case is hit by which entry.
const HITS: &[Role] = &[Role::Screener, Role::Adjudicator, Role::Attache, Role::DataProtection];

/// Whoever compares two cases that may be of one person.
pub(super) const PAIRS: &[Role] = &[Role::Clerk, Role::Adjudicator];

/// Who makes checks that no machine made.
pub(super) const CHECKS: &[Role] = &[Role::Screener, Role::Adjudicator, Role::Border];

/// Who answers for what was looked at.
const AUDIT: &[Role] = &[Role::DataProtection, Role::Administrator];

macro_rules! method {
    (get) => {
        "GET"
    };
    (post) => {
        "POST"
    };
}

macro_rules! routes {
    ($($method:ident $pattern:literal $page:literal $scope:ident $may:expr, $($handler:ident)::+;)+) => {
        /// Every route of the desk: the one table of who may ask for what.
        pub const ROUTES: &[DeskRoute] = &[$(DeskRoute {
            method: method!($method),
            pattern: $pattern,
            page: $page,
            scope: Scope::$scope,
            may: $may,
        },)+];

        fn pages() -> Router<Web> {
            Router::new()$(.route($pattern, $method($($handler)::+)))+
        }
    };
}

routes! {
    get "/{lang}/desk/" "desk-queue" Desk STAFF, queue::show;
    get "/{lang}/desk/new" "desk-queue" Desk STAFF, queue::news;
    post "/{lang}/desk/next" "desk-nothing" Desk STAFF, next::serve;
    get "/{lang}/desk/nothing" "desk-nothing" Desk STAFF, next::nothing;
    get "/{lang}/desk/search" "desk-search" Desk SEARCHERS, search::show;
    post "/{lang}/desk/search" "desk-search" Desk SEARCHERS, search::look;
    get "/{lang}/desk/keys" "desk-keys" Desk STAFF, keys::show;
    post "/{lang}/desk/keys" "desk-keys" Desk STAFF, keys::switch;
    post "/{lang}/desk/cases/{case}/claim" "desk-held" Case STAFF, claim::claim;
    post "/{lang}/desk/cases/{case}/release" "desk-held" Case STAFF, claim::release;
    get "/{lang}/desk/interviews/" "desk-interviews" Desk &[Role::Interviewer], interview::list::show;
    get "/{lang}/desk/cases/{case}/interview/" "desk-interview" Case TALK, interview::show;
    post "/{lang}/desk/cases/{case}/interview/brief" "desk-interview" Case muster_app::interview::READERS, interview::open;
    post "/{lang}/desk/cases/{case}/interview/save" "desk-interview" Case &[Role::Interviewer], interview::save;
    post "/{lang}/desk/cases/{case}/interview/send" "desk-interview" Case &[Role::Interviewer], interview::send;
    post "/{lang}/desk/cases/{case}/interview/complete" "desk-interview" Case &[Role::Interviewer], interview::complete;
    post "/{lang}/desk/cases/{case}/interview/no-show" "desk-interview" Case CLERK, interview::no_show;
    get "/{lang}/desk/cases/{case}/interview/book" "desk-interview-book" Case CLERK, interview::book::show;
    post "/{lang}/desk/cases/{case}/interview/book" "desk-interview-book" Case CLERK, interview::book::book;
    get "/{lang}/desk/assist/" "desk-assist" Desk CLERK, assist::list::show;
    get "/{lang}/desk/assist/minor" "desk-assist-minor" Desk CLERK, assist::minor::show;
    get "/{lang}/desk/assist/{mission}/" "desk-assist-start" Desk CLERK, assist::start::show;
    post "/{lang}/desk/assist/{mission}/" "desk-assist-start" Desk CLERK, assist::start::answer;
    get "/{lang}/desk/assist/{mission}/notice" "desk-assist-notice" Desk CLERK, assist::notice::show;
    post "/{lang}/desk/assist/{mission}/notice" "desk-assist-notice" Desk CLERK, assist::notice::confirm;
    get "/{lang}/desk/cases/{case}/assist/" "desk-assist-form" Case CLERK, assist::form::show;
    post "/{lang}/desk/cases/{case}/assist/" "desk-assist-form" Case CLERK, assist::form::save;
    post "/{lang}/desk/cases/{case}/assist/open" "desk-assist-form" Case CLERK, assist::form::open;
    get "/{lang}/desk/cases/{case}/assist/check" "desk-assist-check" Case CLERK, assist::check::show;
    post "/{lang}/desk/cases/{case}/assist/check" "desk-assist-check" Case CLERK, assist::check::send;
    get "/{lang}/desk/cases/{case}/assist/receipt" "desk-assist-receipt" Case CLERK, assist::receipt::show;
    get "/{lang}/desk/cases/{case}/" "desk-case" Case STAFF, cases::show;
    post "/{lang}/desk/cases/{case}/reveal" "desk-case" Case OpenSealed::ROLES, cases::reveal;
    post "/{lang}/desk/cases/{case}/countersign/view" "desk-case-act" Case Verb::Countersign.may(), act_page::view;
    get "/{lang}/desk/cases/{case}/countersign" "desk-case-act" Case Verb::Countersign.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/countersign" "desk-case-act" Case Verb::Countersign.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/take-over-correction" "desk-case-act" Case Verb::TakeOverCorrection.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/take-over-correction" "desk-case-act" Case Verb::TakeOverCorrection.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/refuse-correction" "desk-case-act" Case Verb::RefuseCorrection.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/refuse-correction" "desk-case-act" Case Verb::RefuseCorrection.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/confirm-refusal" "desk-case-act" Case Verb::ConfirmRefusal.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/confirm-refusal" "desk-case-act" Case Verb::ConfirmRefusal.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/accept-finding" "desk-case-act" Case Verb::AcceptFinding.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/accept-finding" "desk-case-act" Case Verb::AcceptFinding.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/refer" "desk-case-act" Case Verb::Refer.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/refer" "desk-case-act" Case Verb::Refer.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/settle-review" "desk-case-act" Case Verb::SettleReview.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/settle-review" "desk-case-act" Case Verb::SettleReview.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/recommend" "desk-case-act" Case Verb::Recommend.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/recommend" "desk-case-act" Case Verb::Recommend.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/refuse-early" "desk-case-act" Case Verb::RefuseEarly.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/refuse-early" "desk-case-act" Case Verb::RefuseEarly.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/end-deferral" "desk-case-act" Case Verb::EndDeferral.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/end-deferral" "desk-case-act" Case Verb::EndDeferral.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/request-info" "desk-case-act" Case Verb::RequestInfo.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/request-info" "desk-case-act" Case Verb::RequestInfo.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/send-back" "desk-case-act" Case Verb::SendBack.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/send-back" "desk-case-act" Case Verb::SendBack.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/revoke" "desk-case-act" Case Verb::Revoke.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/revoke" "desk-case-act" Case Verb::Revoke.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/add-note" "desk-case-act" Case Verb::AddNote.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/add-note" "desk-case-act" Case Verb::AddNote.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/lift-hold" "desk-case-act" Case Verb::LiftHold.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/lift-hold" "desk-case-act" Case Verb::LiftHold.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/place-hold" "desk-case-act" Case Verb::PlaceHold.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/place-hold" "desk-case-act" Case Verb::PlaceHold.may(), act_page::send;
    get "/{lang}/desk/cases/{case}/recuse" "desk-case-act" Case Verb::Recuse.may(), act_page::show;
    post "/{lang}/desk/cases/{case}/recuse" "desk-case-act" Case Verb::Recuse.may(), act_page::send;
    get "/{lang}/desk/sign-in" "desk-sign-in" Anybody &[], sign_in::show;
    get "/{lang}/desk/hits/" "desk-hits" Desk HITS, hits::list;
    get "/{lang}/desk/cases/{case}/hits/{hit}/" "desk-hit" Case HITS, hits::show;
    post "/{lang}/desk/cases/{case}/hits/{hit}/rule" "desk-hit" Case &[Role::Adjudicator], hits::rule;
    get "/{lang}/desk/pairs/" "desk-pairs" Desk PAIRS, pairs::list;
    get "/{lang}/desk/pairs/{case}/{other}/" "desk-pair" Case PAIRS, pairs::show;
    post "/{lang}/desk/pairs/{case}/{other}/reveal" "desk-pair" Case PAIRS, pairs::reveal;
    post "/{lang}/desk/pairs/{case}/{other}/rule" "desk-pair" Case PAIRS, pairs::rule;
    get "/{lang}/desk/cases/{case}/unmerge" "desk-unmerge" Case PAIRS, pairs::unmerge::show;
    post "/{lang}/desk/cases/{case}/unmerge" "desk-unmerge" Case PAIRS, pairs::unmerge::send;
    get "/{lang}/desk/cases/{case}/checks/{check}" "desk-check" Case CHECKS, checks::show;
    post "/{lang}/desk/cases/{case}/checks/{check}" "desk-check" Case CHECKS, checks::record;
    get "/{lang}/desk/audit/" "desk-audit" Desk AUDIT, audit::show;
    get "/{lang}/desk/audit/export" "desk-audit" Desk AUDIT, audit::export;
    post "/{lang}/desk/audit/verify" "desk-audit" Desk AUDIT, audit::verify;
    get "/{lang}/desk/refusals/" "desk-refusals" Desk CLERK, refusals::list;
    post "/{lang}/desk/refusals/draft" "desk-refusals" Desk CLERK, refusals::draft;
    get "/{lang}/desk/refusals/{bulk}/" "desk-bulk" Desk CLERK, refusals::show;
    post "/{lang}/desk/refusals/{bulk}/sign" "desk-bulk" Desk CLERK, refusals::sign;
    post "/{lang}/desk/refusals/{bulk}/undo" "desk-bulk" Desk CLERK, refusals::undo;
    post "/{lang}/desk/sign-in" "desk-sign-in" Anybody &[], sign_in::open;
    get "/{lang}/desk/enter/{token}" "desk-enter" Anybody &[], sign_in::enter::show;
    post "/{lang}/desk/enter/{token}" "desk-enter" Anybody &[], sign_in::enter::open;
    get "/{lang}/desk/step-up" "desk-step-up" Desk STAFF, sign_in::step_up::show;
    post "/{lang}/desk/step-up" "desk-step-up" Desk STAFF, sign_in::step_up::open;
    get "/{lang}/desk/account/" "desk-account" Desk STAFF, account::show;
    post "/{lang}/desk/account/passkey" "desk-account" Desk STAFF, account::add_passkey;
    post "/{lang}/desk/account/app" "desk-account" Desk STAFF, account::add_app;
    post "/{lang}/desk/account/remove" "desk-account" Desk STAFF, account::remove;
    post "/{lang}/desk/account/everywhere" "desk-account" Desk STAFF, account::sign_out_everywhere;
    get "/{lang}/desk/programs/" "desk-programs" Desk STAFF, programs::show;
    post "/{lang}/desk/programs/issue" "desk-program-token" Desk STAFF, programs::issue;
    post "/{lang}/desk/programs/revoke" "desk-programs" Desk STAFF, programs::revoke;
    get "/{lang}/desk/staff/" "desk-staff" Desk ADMINISTRATOR, staff::show;
    post "/{lang}/desk/staff/find" "desk-staff" Desk ADMINISTRATOR, staff::find;
    post "/{lang}/desk/staff/invite" "desk-invited" Desk ADMINISTRATOR, staff::invite::invite;
    post "/{lang}/desk/staff/{staff}/invite" "desk-invited" Desk ADMINISTRATOR, staff::invite::again;
    get "/{lang}/desk/staff/{staff}/suspend" "desk-suspend" Desk ADMINISTRATOR, staff::suspend::ask;
    post "/{lang}/desk/staff/{staff}/suspend" "desk-staff" Desk ADMINISTRATOR, staff::suspend::suspend;
    post "/{lang}/desk/sign-out" "desk-sign-in" Desk STAFF, sign_in::sign_out;
}

/// The desk behind its table.
pub(crate) fn router(web: &Web) -> Router<Web> {
    pages().route_layer(from_fn_with_state(web.clone(), super::access::check))
}
