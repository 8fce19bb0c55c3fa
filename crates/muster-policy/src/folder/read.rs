//! Reads the folder: facts, editions, published hashes, texts and examples, told apart by their names.

use super::examples::{self, Examples};
use super::published::{self, Published};
use crate::edition::Edition;
use crate::facts::Schema;
use crate::problem::{Place, Problem};
use crate::texts::{RuleText, Texts};
use jiff::civil::Date;
use muster_vocab::Digest;

/// A programme's policy: its facts, editions and texts, all sound.
#[derive(Debug, Clone)]
pub struct Policy {
    schema: Schema,
    editions: Vec<Edition>,
    published: Vec<String>,
    texts: Vec<Texts>,
}

/// Everything that could be read of a folder, and everything that is wrong with the rest.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) schema: Option<Schema>,
    pub(crate) editions: Vec<Edition>,
    pub(crate) published: Vec<Published>,
    pub(crate) texts: Vec<Texts>,
    pub(crate) examples: Vec<Examples>,
    /// Editions whose files could not be read: what refers to them is not wrong for that.
    pub(crate) unread: Vec<String>,
    pub(crate) problems: Vec<Problem>,
}

pub(crate) const FACTS: &str = "facts.toml";
pub(crate) const PUBLISHED: &str = "published.toml";

impl Policy {
    /// Reads a folder given as file names and texts. Other files than TOML are left alone.
    ///
    /// # Errors
    /// Everything that is wrong; above all a published edition whose bytes changed.
    pub fn read<N: AsRef<str>, T: AsRef<str>>(files: &[(N, T)]) -> Result<Self, Vec<Problem>> {
        let loaded = load(files);
        match loaded.schema {
            Some(schema) if loaded.problems.is_empty() => Ok(Self {
                schema,
                editions: loaded.editions,
                published: loaded.published.into_iter().map(|one| one.edition).collect(),
                texts: loaded.texts,
            }),
            _ => Err(loaded.problems),
        }
    }

    /// The facts of the programme.
    pub const fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Every edition, drafts too, by the day it is in force from.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The edition of that name, draft or not.
    pub fn edition(&self, id: &str) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.id() == id)
    }

    /// Whether the edition is published.
    pub fn is_published(&self, id: &str) -> bool {
        self.published.iter().any(|published| published == id)
    }

    /// The published edition in force on a day: the latest of those that had begun.
    pub fn in_force_on(&self, day: Date) -> Option<&Edition> {
        let begun = |edition: &&Edition| edition.in_force_from() <= day && self.is_published(edition.id());
        self.editions.iter().rfind(begun)
    }

    /// What people are told about a rule, in a language.
    pub fn text(&self, language: &str, rule: &str) -> Option<&RuleText> {
        self.texts.iter().find(|texts| texts.language() == language)?.of(rule)
    }
}

/// Reads what can be read.
pub(crate) fn load<N: AsRef<str>, T: AsRef<str>>(files: &[(N, T)]) -> Loaded {
    let mut loaded = Loaded {
        schema: None,
        editions: Vec::new(),
        published: Vec::new(),
        texts: Vec::new(),
        examples: Vec::new(),
        unread: Vec::new(),
        problems: Vec::new(),
    };
    let mut files: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (name.as_ref(), text.as_ref())).collect();
    files.retain(|(name, _)| name.strip_suffix(".toml").is_some());
    files.sort_unstable();
    let find = |name: &str| files.iter().find(|(file, _)| base(file) == name).copied();
    match find(FACTS) {
        Some((file, text)) => loaded.schema = loaded.keep(Schema::read(file, text)),
        None => loaded.problems.push(Problem::new(
            FACTS,
            Place::START,
            "the policy has no facts",
            "add facts.toml with a [[fact]] for everything the rules ask about",
        )),
    }
    if let Some((file, text)) = find(PUBLISHED) {
        loaded.published = loaded.keep(published::read(file, text)).unwrap_or_default();
        loaded.hold_published(file, &files);
    }
    if let Some(schema) = loaded.schema.clone() {
        for (file, text) in files.iter().filter(|(file, _)| ![FACTS, PUBLISHED].contains(&base(file))) {
            loaded.take(&schema, file, text);
        }
    }
    loaded.editions.sort_by_key(Edition::in_force_from);
    loaded
}

impl Loaded {
    fn take(&mut self, schema: &Schema, file: &str, text: &str) {
        let stem = base(file).trim_end_matches(".toml");
        if stem.starts_with("texts.") {
            let texts = self.keep(Texts::read(file, text));
            self.texts.extend(texts);
        } else if let Some(edition) = stem.strip_suffix(".examples") {
            let examples = self.keep(examples::read(schema, edition, file, text));
            self.examples.extend(examples);
        } else if let Some(edition) = self.keep(Edition::read(schema, file, text)) {
            if edition.id() != stem {
                self.problems.push(Problem::new(
                    file,
                    Place::START,
                    format!("the file holds edition `{}`", edition.id()),
                    format!("name the file {}.toml, or mend the id", edition.id()),
                ));
            }
            self.editions.push(edition);
        } else {
            self.unread.push(stem.to_owned());
        }
    }

    /// Refuses published editions whose bytes changed or that are gone.
    fn hold_published(&mut self, file: &str, files: &[(&str, &str)]) {
        for one in &self.published {
            let name = format!("{}.toml", one.edition);
            match files.iter().find(|(file, _)| base(file) == name) {
                None => self.problems.push(Problem::new(
                    file,
                    one.place,
                    format!("the published edition `{}` is gone", one.edition),
                    format!("bring {name} back: what was decided under it refers to it"),
                )),
                Some((edition, text)) if Digest::of(text.as_bytes()) != one.hash => {
                    self.problems.push(Problem::new(
                        edition,
                        Place::START,
                        format!("edition `{}` is published and its bytes have changed", one.edition),
                        "an edition is immutable once published; undo the change and write a new edition",
                    ));
                }
                Some(_) => {}
            }
        }
    }

    fn keep<T>(&mut self, read: Result<T, Vec<Problem>>) -> Option<T> {
        read.map_err(|problems| self.problems.extend(problems)).ok()
    }
}

/// The name without its folder.
fn base(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}
