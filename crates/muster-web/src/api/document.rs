//! The OpenAPI 3.1 document, from the table of routes and the types that are read and written.

use super::{
    problem::{Fault, KINDS, Kind},
    routes::{self, ROUTES},
    words::ID_PATTERN,
};
use axum::http::StatusCode;
use serde_json::json;
use std::{collections::BTreeSet, sync::LazyLock};
use utoipa::{
    IntoParams, PartialSchema, ToSchema,
    openapi::{
        Components, Content, HttpMethod, Info, ObjectBuilder, OpenApi, Paths, Ref, RefOr, Required,
        ResponseBuilder, ResponsesBuilder, Schema, SecurityRequirement,
        header::HeaderBuilder,
        path::{Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn},
        request_body::RequestBodyBuilder,
        schema::Type,
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

/// How a route is asked and what it may answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// This document.
    Document,
    /// Reads.
    Read,
    /// Reads a case that may be known already.
    ReadCase,
    /// Reads in pages.
    Walk,
    /// Reads hits.
    ReadHits,
    /// Reads pairs.
    ReadPairs,
    /// Does something that is asked each time anew.
    Post,
    /// Does something about a case as it was seen.
    Act,
}

impl Manner {
    /// The faults it may answer with.
    const fn statuses(self) -> &'static [u16] {
        match self {
            Self::Document => &[429, 500, 503],
            Self::Read | Self::ReadCase | Self::Walk | Self::ReadHits | Self::ReadPairs => {
                &[400, 401, 403, 404, 429, 500, 503]
            }
            Self::Post => &[400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503],
            Self::Act => &[400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 500, 503],
        }
    }

    const fn posts(self) -> bool {
        matches!(self, Self::Post | Self::Act)
    }

    fn parameters(self) -> Vec<Parameter> {
        match self {
            Self::Walk => super::cases::Wanted::into_params(|| None),
            Self::ReadHits => super::hits::Wanted::into_params(|| None),
            Self::ReadPairs => super::pairs::Wanted::into_params(|| None),
            _ => Vec::new(),
        }
    }
}

type Schemas = Vec<(String, RefOr<Schema>)>;

/// What a route takes and gives.
pub(super) struct Described {
    manner: Manner,
    body: (String, String),
    answer: String,
    schemas: Schemas,
}

impl Described {
    pub(super) fn of<B: ToSchema, A: ToSchema>(manner: Manner) -> Self {
        let mut schemas = Schemas::new();
        if manner.posts() {
            schemas.push((B::name().into(), B::schema()));
            B::schemas(&mut schemas);
        }
        schemas.push((A::name().into(), A::schema()));
        A::schemas(&mut schemas);
        let about = match B::schema() {
            RefOr::T(Schema::Object(object)) => object.description.unwrap_or_default(),
            _ => String::new(),
        };
        Self { manner, body: (B::name().into(), about), answer: A::name().into(), schemas }
    }
}

const ABOUT: &str = "The acts of the desk for programs.\n\n\
    Show a token as `Authorization: Bearer …`; an administrator issues one with `muster staff token`. It acts for its \
    account, within the account's roles and missions. For what only reads, the session of the desk in the same browser \
    does too.\n\n\
    Every POST needs an `Idempotency-Key`: sent again with the same key and the same body it does nothing again and \
    answers what it answered, for 24 hours. An act needs `If-Match` with the `ETag` of the case as it was seen; if the \
    case went on since, nothing is done and the answer says what happened meanwhile.\n\n\
    Signatures (`countersign`, `settle-review`) take a key that was shown again at the desk within the last five \
    minutes. A token never has that: the answer is the problem `sign-at-the-desk`.\n\n\
    Every fault is a problem (RFC 9457) whose `type` is a page with cause and cure.";

/// A problem, as every fault is answered.
#[derive(ToSchema)]
#[expect(dead_code, reason = "what it describes is written member by member")]
struct ProblemBody {
    /// A page with cause and cure.
    r#type: String,
    /// What is wrong, in the language of `Accept-Language`.
    title: String,
    /// The status.
    status: u16,
    /// What is wrong this time.
    detail: Option<String>,
    /// What is wrong where.
    errors: Option<Vec<Fault>>,
    /// Which rule refuses it.
    refusal: Option<String>,
    /// What to do next.
    next: Option<String>,
    /// The version of the case now.
    version: Option<u64>,
    /// What happened since the version that was seen.
    meanwhile: Option<Vec<super::cases::Entry>>,
    /// In whose hands the case is.
    held_by: Option<String>,
    /// Since when.
    since: Option<String>,
    /// When to come back.
    wait_seconds: Option<u32>,
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

fn reference(name: &str) -> RefOr<Schema> {
    RefOr::Ref(Ref::from_schema_name(name))
}

fn header(name: &str, about: &str, example: &str, longest: usize) -> Parameter {
    let pattern = "^[!-~]+$";
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some(about))
        .schema(Some(text().min_length(Some(1)).max_length(Some(longest)).pattern(Some(pattern))))
        .example(Some(json!(example)))
        .build()
}

fn case() -> Parameter {
    ParameterBuilder::new()
        .name("case")
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some("The case."))
        .schema(Some(text().pattern(Some(ID_PATTERN))))
        .build()
}

/// The names of the problems of a status.
fn problems(status: u16) -> String {
    let of = |kind: &&Kind| kind.status().as_u16() == status;
    let names: Vec<String> = KINDS.iter().filter(of).map(|kind| format!("`{}`", kind.name())).collect();
    format!("A problem: {}.", names.join(", "))
}

fn operation(route: &routes::ApiRoute, described: &Described) -> Operation {
    let manner = described.manner;
    let mut operation = OperationBuilder::new().operation_id(Some(route.name)).tag("desk");
    if !described.body.1.is_empty() {
        operation = operation.summary(Some(described.body.1.lines().next().unwrap_or_default()));
    }
    let roles: Vec<&str> = route.may.iter().map(|role| role.word()).collect();
    if !roles.is_empty() {
        operation = operation.description(Some(format!("For the roles {}.", roles.join(", "))));
        operation = operation.security(SecurityRequirement::new("token", Vec::<String>::new()));
    }
    if route.pattern.contains("{case}") {
        operation = operation.parameter(case());
    }
    for parameter in manner.parameters() {
        operation = operation.parameter(parameter);
    }
    if manner.posts() {
        let about = "Your own name for this request: a new one for each.";
        operation = operation.parameter(header("Idempotency-Key", about, "5f0c1b7e-check-7", 200));
        let content = Content::new(Some(reference(&described.body.0)));
        let body = RequestBodyBuilder::new().required(Some(Required::True));
        operation = operation.request_body(Some(body.content("application/json", content).build()));
    }
    if manner == Manner::Act {
        let about = "The `ETag` of the case as you saw it; `*` for whatever it is now.";
        operation = operation.parameter(header("If-Match", about, "\"7\"", 64));
    }
    operation.responses(responses(described)).build()
}

fn responses(described: &Described) -> utoipa::openapi::Responses {
    let manner = described.manner;
    let mut done = ResponseBuilder::new()
        .description("Done, or what was asked for.")
        .content("application/json", Content::new(Some(reference(&described.answer))));
    if matches!(manner, Manner::Act | Manner::ReadCase) {
        let version = HeaderBuilder::new().schema(Some(text())).description(Some("The version of the case."));
        done = done.header("ETag", version.build());
    }
    if manner == Manner::Walk {
        let next = HeaderBuilder::new().schema(Some(text())).description(Some("The next page (RFC 8288)."));
        done = done.header("Link", next.build());
    }
    let mut responses = ResponsesBuilder::new().response("200", done.build());
    if manner == Manner::ReadCase {
        responses =
            responses.response("304", ResponseBuilder::new().description("It is as you know it.").build());
    }
    for status in manner.statuses() {
        let content = Content::new(Some(reference("ProblemBody")));
        let problem = ResponseBuilder::new().description(problems(*status));
        responses = responses
            .response(status.to_string(), problem.content("application/problem+json", content).build());
    }
    responses.build()
}

/// The OpenAPI document.
#[must_use]
pub fn document() -> OpenApi {
    let mut paths = Paths::new();
    let mut components = Components::new();
    let mut schemas: Schemas = vec![(ProblemBody::name().into(), ProblemBody::schema())];
    ProblemBody::schemas(&mut schemas);
    for (route, described) in ROUTES.iter().zip(routes::described()) {
        let method = if route.method == "GET" { HttpMethod::Get } else { HttpMethod::Post };
        paths.add_path_operation(route.pattern, vec![method], operation(route, &described));
        schemas.extend(described.schemas);
    }
    components.schemas.extend(schemas);
    let token = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("A token of an account. It never stands for a signature."))
        .build();
    components.add_security_scheme("token", SecurityScheme::Http(token));
    let mut document = OpenApi::new(Info::new("Muster", "1"), paths);
    document.info.description = Some(ABOUT.to_owned());
    document.components = Some(components);
    document
}

/// The document as it is served.
pub(super) fn text_of() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| document().to_json().unwrap_or_default());
    &TEXT
}

/// Every status that some route documents.
#[must_use]
pub fn documented() -> BTreeSet<StatusCode> {
    let all = routes::described().into_iter().flat_map(|described| described.manner.statuses().to_vec());
    all.filter_map(|status| StatusCode::from_u16(status).ok()).collect()
}
