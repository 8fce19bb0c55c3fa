//! Every route of the API with who may ask for it: the one table from which the router, the check and the OpenAPI
//! document follow. A route without a rule does not build.

use super::{
    acts::{self, Done, perform},
    cases, claims,
    document::{Described, Manner},
    hits, instrument, missions, pairs, reveal, start,
};
use crate::{
    Web,
    desk::routes::{STAFF, Scope},
};
use axum::{
    Router,
    http::Method,
    middleware::from_fn_with_state,
    routing::{get, post},
};
use muster_case::{
    Action,
    access::{OpenSealed, ReadHits},
    decision, eligibility, holds, identity, intake, interview, notes, screening,
};
use muster_vocab::Role;

/// A route of the API.
#[derive(Debug, Clone, Copy)]
pub struct ApiRoute {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The pattern of its addresses.
    pub pattern: &'static str,
    /// Its name in the OpenAPI document.
    pub name: &'static str,
    /// Which cases it is about.
    pub scope: Scope,
    /// Who may ask for it at all. What the case allows is decided when it is done.
    pub may: &'static [Role],
}

const fn of<A: Action>() -> &'static [Role] {
    A::ROLES
}

macro_rules! method {
    (get) => {
        "GET"
    };
    (post) => {
        "POST"
    };
}

macro_rules! routes {
    ($($method:ident $pattern:literal $name:literal $scope:ident $may:expr, $manner:ident, $handler:expr,
       $body:ty => $answer:ty;)+) => {
        /// Every route of the API: the one table of who may ask for what.
        pub const ROUTES: &[ApiRoute] = &[$(ApiRoute {
            method: method!($method),
            pattern: $pattern,
            name: $name,
            scope: Scope::$scope,
            may: $may,
        },)+];

        fn handlers() -> Router<Web> {
            Router::new()$(.route($pattern, $method($handler)))+
        }

        /// What each route takes and gives, in the order of the table.
        pub(super) fn described() -> Vec<Described> {
            vec![$(Described::of::<$body, $answer>(Manner::$manner),)+]
        }
    };
}

routes! {
    get "/api/v1/openapi.json" "openapi" Anybody &[], Document, start::document, () => serde_json::Value;
    get "/api/v1/" "start" Desk STAFF, Read, start::show, () => start::Start;
    get "/api/v1/missions" "missions" Desk STAFF, Read, missions::list, () => missions::Missions;
    get "/api/v1/cases" "cases" Desk STAFF, Walk, cases::list, () => cases::Cases;
    get "/api/v1/cases/{case}" "case" Case STAFF, ReadCase, cases::show, () => super::view::CaseView;
    get "/api/v1/cases/{case}/timeline" "timeline" Case STAFF, Read, cases::timeline, () => cases::Timeline;
    get "/api/v1/hits" "hits" Desk of::<ReadHits>(), ReadHits, hits::list, () => hits::Hits;
    get "/api/v1/pairs" "pairs" Desk of::<identity::DismissDuplicate>(), ReadPairs, pairs::list, () => pairs::Pairs;
    get "/api/v1/instrument" "instrument" Desk STAFF, Read, instrument::show, () => instrument::Instrument;
    post "/api/v1/cases/{case}/reveal" "reveal" Case of::<OpenSealed>(), Post, reveal::open, reveal::Reveal => reveal::Revealed;
    post "/api/v1/cases/{case}/claim" "claim" Case STAFF, Post, claims::claim, claims::Nothing => claims::Hands;
    post "/api/v1/cases/{case}/release" "release" Case STAFF, Post, claims::release, claims::Nothing => claims::Hands;
    post "/api/v1/cases/{case}/compare" "compare" Case of::<identity::DismissDuplicate>(), Post, pairs::compare, pairs::Compare => pairs::Comparison;
    post "/api/v1/cases/{case}/acts/rule-pair" "rule-pair" Case of::<identity::DismissDuplicate>(), Act, pairs::rule, pairs::RulePair => Done;
    post "/api/v1/cases/{case}/acts/unmerge" "unmerge" Case of::<identity::Unmerge>(), Act, pairs::unmerge, pairs::Unmerge => Done;
    post "/api/v1/cases/{case}/acts/request-info" "request-info" Case of::<intake::RequestInfo>(), Act, perform::<acts::RequestInfo>, acts::RequestInfo => Done;
    post "/api/v1/cases/{case}/acts/accept-finding" "accept-finding" Case of::<eligibility::AcceptFinding>(), Act, perform::<acts::AcceptFinding>, acts::AcceptFinding => Done;
    post "/api/v1/cases/{case}/acts/confirm-refusal" "confirm-refusal" Case of::<eligibility::ConfirmRefusal>(), Act, perform::<acts::ConfirmRefusal>, acts::ConfirmRefusal => Done;
    post "/api/v1/cases/{case}/acts/refer" "refer" Case of::<eligibility::Refer>(), Act, perform::<acts::Refer>, acts::Refer => Done;
    post "/api/v1/cases/{case}/acts/record-check" "record-check" Case of::<screening::RecordCheck>(), Act, perform::<acts::RecordCheck>, acts::RecordCheck => Done;
    post "/api/v1/cases/{case}/acts/raise-hit" "raise-hit" Case of::<screening::RaiseHit>(), Act, perform::<acts::RaiseHit>, acts::RaiseHit => Done;
    post "/api/v1/cases/{case}/acts/dismiss-hit" "dismiss-hit" Case of::<screening::DismissHit>(), Act, perform::<acts::DismissHit>, acts::DismissHit => Done;
    post "/api/v1/cases/{case}/acts/confirm-hit" "confirm-hit" Case of::<screening::ConfirmHit>(), Act, perform::<acts::ConfirmHit>, acts::ConfirmHit => Done;
    post "/api/v1/cases/{case}/acts/recommend" "recommend" Case of::<decision::Recommend>(), Act, perform::<acts::Recommend>, acts::Recommend => Done;
    post "/api/v1/cases/{case}/acts/countersign" "countersign" Case of::<decision::Countersign>(), Act, perform::<acts::Countersign>, acts::Countersign => Done;
    post "/api/v1/cases/{case}/acts/send-back" "send-back" Case of::<decision::SendBack>(), Act, perform::<acts::SendBack>, acts::SendBack => Done;
    post "/api/v1/cases/{case}/acts/end-deferral" "end-deferral" Case of::<decision::EndDeferral>(), Act, perform::<acts::EndDeferral>, acts::EndDeferral => Done;
    post "/api/v1/cases/{case}/acts/settle-review" "settle-review" Case of::<decision::SettleReview>(), Act, perform::<acts::SettleReview>, acts::SettleReview => Done;
    post "/api/v1/cases/{case}/acts/recuse" "recuse" Case of::<decision::Recuse>(), Act, perform::<acts::Recuse>, acts::Recuse => Done;
    post "/api/v1/cases/{case}/acts/add-note" "add-note" Case of::<notes::AddNote>(), Act, perform::<acts::AddNote>, acts::AddNote => Done;
    post "/api/v1/cases/{case}/acts/place-hold" "place-hold" Case of::<holds::PlaceHold>(), Act, perform::<acts::PlaceHold>, acts::PlaceHold => Done;
    post "/api/v1/cases/{case}/acts/lift-hold" "lift-hold" Case of::<holds::LiftHold>(), Act, perform::<acts::LiftHold>, acts::LiftHold => Done;
    post "/api/v1/cases/{case}/acts/book-interview" "book-interview" Case of::<interview::BookInterview>(), Act, perform::<acts::BookInterview>, acts::BookInterview => Done;
    post "/api/v1/cases/{case}/acts/reschedule" "reschedule" Case of::<interview::Reschedule>(), Act, perform::<acts::Reschedule>, acts::Reschedule => Done;
    post "/api/v1/cases/{case}/acts/record-no-show" "record-no-show" Case of::<interview::RecordNoShow>(), Act, perform::<acts::RecordNoShow>, acts::RecordNoShow => Done;
    post "/api/v1/cases/{case}/acts/assess" "assess" Case of::<interview::Assess>(), Act, perform::<acts::Assess>, acts::Assess => Done;
    post "/api/v1/cases/{case}/acts/complete-interview" "complete-interview" Case of::<interview::CompleteInterview>(), Act, perform::<acts::CompleteInterview>, acts::CompleteInterview => Done;
}

/// The row of the table for a route.
pub(super) fn rule(method: &Method, pattern: &str) -> Option<&'static ApiRoute> {
    // What answers GET answers HEAD too.
    let method = if method == Method::HEAD { "GET" } else { method.as_str() };
    ROUTES.iter().find(|route| route.pattern == pattern && route.method == method)
}

/// The API behind its table.
pub(crate) fn router(web: &Web) -> Router<Web> {
    handlers().route_layer(from_fn_with_state(web.clone(), super::access::check))
}
