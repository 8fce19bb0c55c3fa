//! The JSON API, asked by Schemathesis with requests that follow from its own description, once in each role.
//!
//! No answer may be a fault of the server, and every answer must be one that the description promises: its status, its
//! kind and its shape. The cases, hits and proposals of a play are among the values tried, so that acts reach the domain.
//! Afterwards the log must still verify.

use std::collections::{BTreeMap, VecDeque};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::Verdict;
use crate::play::{self, Served};
use crate::python;

/// The people of the play: enough for every stage to have some.
const PEOPLE: u32 = 80;
/// How many cases of each stage are among the values tried.
const OF_EACH_STAGE: usize = 3;
/// For how long requests are made, all roles together.
const SECONDS: usize = 100;
/// What starting costs each role.
const START_SECONDS: usize = 4;
/// What is looked at.
const CHECKS: &str =
    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";

/// Asks a play in every role; skipped when the packages cannot be had.
///
/// # Errors
/// When the play cannot be served.
pub fn run(root: &Path) -> Result<Verdict> {
    let requirements = root.join("xtask/api/requirements.txt");
    let python = match python::environment(&requirements, &play::target(root).join("api")) {
        Ok(python) => python,
        Err(cause) => {
            eprintln!("SKIPPED: the API was not asked, because Schemathesis cannot be installed: {cause:#}");
            return Ok(Verdict::Skipped);
        }
    };
    let scratch = tempfile::Builder::new().prefix("muster-api-").tempdir()?;
    let (data, tokens) = (scratch.path().join("play"), scratch.path().join("tokens.json"));
    let served = Served::start(root, &data, PEOPLE, &["--tokens".as_ref(), tokens.as_os_str()])?;
    let tokens: BTreeMap<String, String> = serde_json::from_str(&std::fs::read_to_string(&tokens)?)?;
    let settings = scratch.path().join("schemathesis.toml");
    std::fs::write(&settings, values(&served.url, &tokens)?)?;
    let schemathesis = python.with_file_name("schemathesis");
    let asking = Asking { schemathesis, settings, folder: scratch.path(), url: &served.url };
    let well = asking.every_role(&tokens)?;
    drop(served);
    let verified = Command::new(play::program(root))
        .args(["log", "verify", "--data"])
        .arg(&data)
        .stdout(Stdio::null())
        .status()?;
    ensure!(verified.success(), "the log does not verify any more");
    Ok(well.into())
}

struct Asking<'a> {
    schemathesis: PathBuf,
    settings: PathBuf,
    folder: &'a Path,
    url: &'a str,
}

impl Asking<'_> {
    /// As many roles at once as there are processors, each for its share of the time.
    fn every_role(&self, tokens: &BTreeMap<String, String>) -> Result<bool> {
        let at_once = std::thread::available_parallelism().map_or(1, usize::from).min(tokens.len()).max(1);
        let seconds = (SECONDS / tokens.len().div_ceil(at_once)).saturating_sub(START_SECONDS).max(4);
        let waiting: Mutex<VecDeque<_>> = Mutex::new(tokens.iter().enumerate().collect());
        let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let work = || -> Result<bool> {
            let mut well = true;
            while let Some((number, (role, token))) = next() {
                well &= self.one_role(number, role, token, seconds)?;
            }
            Ok(well)
        };
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..at_once).map(|_| scope.spawn(work)).collect();
            let mut well = true;
            for worker in workers {
                let Ok(done) = worker.join() else { bail!("asking in a role broke off") };
                well &= done?;
            }
            Ok(well)
        })
    }

    fn one_role(&self, number: usize, role: &str, token: &str, seconds: usize) -> Result<bool> {
        let output = Command::new(&self.schemathesis)
            // What it writes down for its next run goes with the play.
            .current_dir(self.folder)
            .arg("--config-file")
            .arg(&self.settings)
            .arg("run")
            .arg(format!("{}/api/v1/openapi.json", self.url.trim_end_matches('/')))
            .args(["--phases", "examples,coverage,fuzzing", "--checks", CHECKS, "--seed", "1", "--no-color"])
            .args(["--warnings", "off", "--continue-on-failure", "--max-time", &seconds.to_string()])
            .args(["--header", &format!("Authorization: Bearer {token}")])
            .args(["--header", &format!("X-Forwarded-For: 192.0.2.{}", number + 1)])
            .stdin(Stdio::null())
            .output()
            .context("Schemathesis cannot be started")?;
        let said = String::from_utf8_lossy(&output.stdout);
        let counted = said.lines().find(|line| line.contains(" generated, ")).unwrap_or_default().trim();
        if output.status.success() {
            println!("{role:<16} {counted}");
        } else {
            println!("{role}:\n{said}\n{}", String::from_utf8_lossy(&output.stderr));
        }
        Ok(output.status.success())
    }
}

/// Schemathesis' settings: what of the play is tried beside what is made up.
fn values(url: &str, tokens: &BTreeMap<String, String>) -> Result<String> {
    let token = |role: &str| tokens.get(role).with_context(|| format!("the play has no {role}"));
    let clerk = token("clerk")?;
    let all = get(url, "/api/v1/cases?limit=200", clerk)?;
    let word = |value: &Value, name: &str| value[name].as_str().map(str::to_owned);
    let (mut by_stage, mut proposals) = (BTreeMap::<String, Vec<String>>::new(), Vec::new());
    for line in all["cases"].as_array().into_iter().flatten() {
        let (Some(case), Some(stage)) = (word(line, "case"), word(line, "stage")) else { continue };
        if line["proposal"].is_string() {
            let shown = get(url, &format!("/api/v1/cases/{case}"), clerk)?;
            proposals.extend(word(&shown["open_proposal"], "proposal"));
        }
        by_stage.entry(stage).or_default().push(case);
    }
    let cases: Vec<String> =
        by_stage.into_values().flat_map(|cases| cases.into_iter().take(OF_EACH_STAGE)).collect();
    ensure!(!cases.is_empty(), "the play has no cases");
    let hits = get(url, "/api/v1/hits", token("adjudicator")?)?;
    let mut hits: Vec<String> =
        hits["hits"].as_array().into_iter().flatten().filter_map(|hit| word(hit, "hit")).collect();
    // A list of values is never empty.
    let nothing = "00000000000000000000000000000001".to_owned();
    hits.push(nothing.clone());
    proposals.push(nothing);
    Ok(format!(
        r#"[dictionaries.cases]
values = {cases:?}
[dictionaries.hits]
values = {hits:?}
[dictionaries.proposals]
values = {proposals:?}
[dictionaries.versions]
values = ["*"]
[parameters]
"path.case" = {{ dictionary = "cases", probability = 0.9 }}
"body.hit" = {{ dictionary = "hits", probability = 0.8 }}
"body.proposal" = {{ dictionary = "proposals", probability = 0.8 }}
"header.If-Match" = {{ dictionary = "versions", probability = 0.8 }}
"#
    ))
}

/// One plain GET; for a few of them nothing more is needed.
fn get(url: &str, path: &str, token: &str) -> Result<Value> {
    let host = url.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host).with_context(|| format!("{host} does not answer"))?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let (head, body) = answer.split_once("\r\n\r\n").context("no answer")?;
    ensure!(head.split(' ').nth(1) == Some("200"), "{path}: {}", head.lines().next().unwrap_or_default());
    Ok(serde_json::from_str(body)?)
}
