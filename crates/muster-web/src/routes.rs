//! Every route there is: its method, its pattern, its handler, and the page it shows.

use crate::{Web, api, assets, desk, guard, portal, respond};
use axum::{
    Router,
    extract::{Request, State},
    http::Method,
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
    routing::{get, post},
};

/// A route of the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The pattern of its addresses.
    pub pattern: &'static str,
    /// The page it shows, by the name of its samples; for a POST the page it shows again when something is wrong.
    pub page: &'static str,
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
    ($($method:ident $pattern:literal $page:literal $($handler:ident)::+;)+) => {
        /// Every route of the portal but the assets and what the keeper asks for.
        pub const ROUTES: &[Route] = &[$(Route { method: method!($method), pattern: $pattern, page: $page },)+];

        fn pages() -> Router<Web> {
            Router::new()$(.route($pattern, $method($($handler)::+)))+
        }
    };
}

routes! {
    get "/{lang}/" "missions" portal::missions::show;
    get "/{lang}/at/{mission}/" "start" portal::start::show;
    get "/{lang}/at/{mission}/pre-check/{question}" "pre-check" portal::pre_check::show;
    post "/{lang}/at/{mission}/pre-check/{question}" "pre-check" portal::pre_check::answer;
    get "/{lang}/at/{mission}/pre-check/result" "pre-check-result" portal::pre_check::result::show;
    get "/{lang}/at/{mission}/notice" "notice" portal::notice::show;
    post "/{lang}/at/{mission}/notice" "notice" portal::notice::acknowledge;
    get "/{lang}/at/{mission}/risks" "risks" portal::risks::show;
    post "/{lang}/at/{mission}/risks" "risks" portal::risks::acknowledge;
    get "/{lang}/at/{mission}/consent" "consent" portal::consent::show;
    post "/{lang}/at/{mission}/consent" "consent" portal::consent::give;
    get "/{lang}/at/{mission}/whole" "whole" portal::whole::show;
    post "/{lang}/at/{mission}/whole" "whole" portal::whole::send;
    get "/{lang}/application/" "tasks" portal::application::tasks::show;
    get "/{lang}/application/notice" "notice" portal::application::notice::show;
    post "/{lang}/application/notice" "notice" portal::application::notice::acknowledge;
    get "/{lang}/application/contact" "contact" portal::application::contact::show;
    post "/{lang}/application/contact" "contact" portal::application::contact::save;
    get "/{lang}/application/contact/confirm" "contact-confirm" portal::application::confirm::show;
    post "/{lang}/application/contact/confirm" "contact-confirm" portal::application::confirm::confirm;
    post "/{lang}/application/contact/again" "contact-confirm" portal::application::confirm::again;
    get "/{lang}/application/questions/{question}" "question" portal::application::question::show;
    post "/{lang}/application/questions/{question}" "question" portal::application::question::save;
    get "/{lang}/application/check" "check" portal::application::check::show;
    post "/{lang}/application/check" "check" portal::application::check::send;
    get "/{lang}/application/leave" "leave" portal::application::leave::show;
    get "/{lang}/receipt" "receipt" portal::receipt::show;
    get "/{lang}/return" "return" portal::come_back::show;
    post "/{lang}/return" "return" portal::come_back::open;
    post "/{lang}/return/code" "return-code" portal::come_back::code::redeem;
    get "/{lang}/return/link/{token}" "return-link" portal::come_back::link::show;
    post "/{lang}/return/link/{token}" "return-link" portal::come_back::link::redeem;
    post "/{lang}/leave" "left" portal::come_back::leave;
    get "/{lang}/status" "status" portal::status::show;
    get "/{lang}/review" "review" portal::review::show;
    post "/{lang}/review" "review" portal::review::ask;
    get "/{lang}/my-data/" "my-data" portal::my_data::show;
    get "/{lang}/my-data/correct" "my-data-correct" portal::my_data::correct::show;
    post "/{lang}/my-data/correct" "my-data-correct" portal::my_data::correct::send;
    get "/{lang}/my-data/download" "my-data-download" portal::my_data::download::show;
    post "/{lang}/my-data/download" "my-data-download" portal::my_data::download::send;
    get "/{lang}/my-data/withdraw" "my-data-withdraw" portal::my_data::withdraw::show;
    post "/{lang}/my-data/withdraw" "my-data-withdraw" portal::my_data::withdraw::withdraw;
    post "/{lang}/my-data/withdraw/undo" "status" portal::my_data::withdraw::undo;
    get "/{lang}/my-data/erase" "my-data-erase" portal::my_data::erase::show;
    post "/{lang}/my-data/erase" "my-data-erase" portal::my_data::erase::erase;
    get "/{lang}/verify" "verify" portal::verify::show;
    post "/{lang}/verify" "verify" portal::verify::ask;
    get "/{lang}/problems/" "problems" api::problem::pages::list;
    get "/{lang}/problems/{name}" "problem" api::problem::pages::show;
    get "/{lang}/statements/{statement}" "statement" portal::statements::show;
    get "/{lang}/letters/" "letters" portal::letters::show;
}

/// `GET /`, and every address without a language: the same in the language the browser would rather have.
async fn choose_language(State(web): State<Web>, request: Request) -> Response {
    let path = request.uri().path();
    let of_programs = api::is_api(path);
    if of_programs
        || request.method() != Method::GET
        || crate::visitor::language(&web.catalog, path).is_some()
    {
        return crate::Failing::NotFound.into_response();
    }
    let locale = crate::visitor::preferred(&web.catalog, request.headers());
    // Only a path goes on, never a whole address: `//elsewhere` would leave this site.
    let path = format!("/{}", path.trim_start_matches('/'));
    respond::see_other(&format!("/{}{path}", locale.tag()))
}

/// The portal and the desk with everything that guards them.
pub fn router(web: Web) -> Router {
    let pages = pages()
        .merge(desk::routes::router(&web))
        .merge(api::routes::router(&web))
        .route("/assets/{name}", get(assets::show))
        .fallback(choose_language);
    let dressed = guard::within(pages, &web).layer(from_fn_with_state(web.clone(), respond::dress));
    guard::around(dressed, &web).with_state(web)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_ends_in_a_slash_only_where_more_lies_below_it() {
        for route in ROUTES.iter().filter(|route| route.pattern.ends_with('/')) {
            let below = ROUTES
                .iter()
                .any(|other| other.pattern != route.pattern && other.pattern.starts_with(route.pattern));
            assert!(below || route.page == "letters", "{}", route.pattern);
        }
    }
}
