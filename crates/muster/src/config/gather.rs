//! Gathering the settings from options, environment, file and defaults.

use super::{SETTINGS, Setting, file};
use crate::frame::Fault;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The file that is read if it is there and no other is named.
const FILE: &str = "muster.toml";
/// The environment variable that names another.
const FILE_ENV: &str = "MUSTER_CONFIG";
const OURS: &str = "MUSTER_";

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Origin {
    Option,
    Environment,
    File(PathBuf, usize),
    Default,
}

/// The settings of one run.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    values: BTreeMap<&'static str, (String, Origin)>,
}

impl Settings {
    /// Gathers them; reads the file that an option or the environment names, or `muster.toml` if it is there.
    pub(crate) fn gather(
        flag: &dyn Fn(&str) -> Option<String>,
        environment: BTreeMap<String, String>,
    ) -> Result<Self, Fault> {
        let named = flag("config").or_else(|| environment.get(FILE_ENV).cloned());
        let path = PathBuf::from(named.as_deref().unwrap_or(FILE));
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => Some(text),
            Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => {
                return Err(Fault::usage(format!(
                    "the settings in {} cannot be read: {error}",
                    path.display()
                ))
                .next("name a file that is there with --config, or leave it out"));
            }
        };
        Self::choose(flag, &environment, text.as_deref().map(|text| (path.as_path(), text)))
    }

    /// The one order: options, environment, file, defaults.
    fn choose(
        flag: &dyn Fn(&str) -> Option<String>,
        environment: &BTreeMap<String, String>,
        file: Option<(&Path, &str)>,
    ) -> Result<Self, Fault> {
        refuse_unknown(environment)?;
        let in_file = file.map(|(path, text)| file::read(path, text)).transpose()?.unwrap_or_default();
        let mut values = BTreeMap::new();
        for setting in SETTINGS {
            let found = flag(setting.name)
                .map(|value| (value, Origin::Option))
                .or_else(|| Some((environment.get(&setting.env())?.clone(), Origin::Environment)))
                .or_else(|| {
                    let (value, line) = in_file.get(setting.name)?;
                    Some((value.clone(), Origin::File(file?.0.to_owned(), *line)))
                });
            if let Some((value, origin)) = found {
                fits(setting, &value, &origin)?;
                values.insert(setting.name, (value, origin));
            }
        }
        Ok(Self { values })
    }

    fn set(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(|(value, _)| value.as_str())
    }

    fn in_data(&self, name: &str, file: &str) -> String {
        self.set(name).map_or_else(|| self.data().join(file).display().to_string(), str::to_owned)
    }

    /// The folder everything lies in.
    pub(crate) fn data(&self) -> PathBuf {
        self.set("data").unwrap_or("muster-data").into()
    }

    /// The mission's database: a file, or a server's address.
    pub(crate) fn database(&self) -> String {
        self.in_data("database", "mission.db")
    }

    /// The database of keys.
    pub(crate) fn keys(&self) -> String {
        self.in_data("keys", "keys.db")
    }

    /// The key that opens the keys.
    pub(crate) fn mission_key(&self) -> PathBuf {
        self.in_data("mission_key", "mission.key").into()
    }

    /// The programme's folder; nothing for the one inside the program.
    pub(crate) fn programme(&self) -> Option<PathBuf> {
        self.set("programme").map(PathBuf::from)
    }

    /// The staff account that acts, as written.
    pub(crate) fn acting(&self) -> Option<String> {
        self.set("as").map(str::to_owned)
    }

    /// Where the portal listens.
    pub(crate) fn listen(&self) -> &str {
        self.set("listen").unwrap_or("127.0.0.1:8080")
    }

    /// The value of a setting that has no default of its own.
    pub(crate) fn given(&self, name: &str) -> Option<&str> {
        self.set(name)
    }

    /// What is logged.
    pub(crate) fn log(&self) -> &str {
        self.set("log").unwrap_or("info")
    }

    /// When to use colours.
    pub(crate) fn color(&self) -> &str {
        self.set("color").unwrap_or("auto")
    }

    /// A setting's value in force, and in words where it came from.
    pub(crate) fn told(&self, name: &str) -> (Option<String>, String) {
        let value = match name {
            "data" => Some(self.data().display().to_string()),
            "database" => Some(self.database()),
            "keys" => Some(self.keys()),
            "mission_key" => Some(self.mission_key().display().to_string()),
            "color" => Some(self.color().to_owned()),
            "listen" => Some(self.listen().to_owned()),
            "log" => Some(self.log().to_owned()),
            other => self.set(other).map(str::to_owned),
        };
        let origin = self.values.get(name).map_or(&Origin::Default, |(_, origin)| origin);
        let setting = SETTINGS.iter().find(|setting| setting.name == name);
        (value, setting.map_or_else(String::new, |setting| origin_words(origin, setting)))
    }

    /// The same settings with the data in another folder, for a store that a command makes for itself.
    #[must_use]
    pub(crate) fn or_data(mut self, folder: &str) -> Self {
        self.values.entry("data").or_insert_with(|| (folder.to_owned(), Origin::Default));
        self
    }
}

fn origin_words(origin: &Origin, setting: &Setting) -> String {
    match origin {
        Origin::Option => format!("option --{}", setting.flag),
        Origin::Environment => format!("environment {}", setting.env()),
        Origin::File(path, line) => format!("file {}:{line}", path.display()),
        Origin::Default => "default".to_owned(),
    }
}

fn fits(setting: &Setting, value: &str, origin: &Origin) -> Result<(), Fault> {
    let place = origin_words(origin, setting);
    if value.is_empty() {
        return Err(Fault::usage(format!("`{}` is empty ({place})", setting.name))
            .next("give it a value, or leave it out"));
    }
    if setting.words.is_empty() || setting.words.contains(&value) {
        return Ok(());
    }
    Err(Fault::usage(format!("`{}` cannot be `{value}` ({place})", setting.name))
        .next(format!("it is one of: {}", setting.words.join(", "))))
}

fn refuse_unknown(environment: &BTreeMap<String, String>) -> Result<(), Fault> {
    let known: Vec<String> = SETTINGS.iter().map(Setting::env).chain([FILE_ENV.to_owned()]).collect();
    match environment.keys().find(|name| name.starts_with(OURS) && !known.contains(name)) {
        None => Ok(()),
        Some(name) => Err(Fault::usage(format!("there is no setting for the environment variable {name}"))
            .next(did_you_mean(name, known.into_iter()))),
    }
}

/// Advice on a word nobody knows: the one that was probably meant, or all of them.
pub(super) fn did_you_mean(word: &str, known: impl Iterator<Item = String>) -> String {
    let known: Vec<String> = known.collect();
    let near = known.iter().map(|other| (strsim::osa_distance(word, other), other)).min();
    match near {
        Some((distance, other)) if distance <= 3 => format!("did you mean `{other}`?"),
        _ => format!("it is one of: {}", known.join(", ")),
    }
}

/// An address without its password.
pub(crate) fn masked(value: &str) -> String {
    let Some((scheme, rest)) = value.split_once("://") else { return value.to_owned() };
    let (address, query) =
        rest.split_once('?').map_or((rest, None), |(address, query)| (address, Some(query)));
    let address = match address.rsplit_once('@') {
        Some((login, host)) => {
            let user = login.split_once(':').map_or(login.to_owned(), |(user, _)| format!("{user}:***"));
            format!("{user}@{host}")
        }
        None => address.to_owned(),
    };
    let query = query.map(|query| {
        let pair = |pair: &str| match pair.split_once('=') {
            Some((name, _)) if name.to_lowercase().contains("password") => format!("{name}=***"),
            _ => pair.to_owned(),
        };
        query.split('&').map(pair).collect::<Vec<_>>().join("&")
    });
    format!("{scheme}://{address}{}", query.map_or_else(String::new, |query| format!("?{query}")))
}
