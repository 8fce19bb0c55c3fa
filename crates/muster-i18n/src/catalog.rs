//! All messages in all languages.

use crate::{Arg, Locale, Problem, arg, number, pseudo, read};
use fluent_bundle::{FluentError, FluentResource, concurrent::FluentBundle};
use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::{Arc, Mutex, PoisonError},
};
use unic_langid::LanguageIdentifier;

/// One file of messages.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The tag of its language, such as `en`.
    pub language: &'a str,
    /// Its name, for whoever has to mend it.
    pub file: &'a str,
    /// What is in it, in the syntax of Fluent.
    pub text: &'a str,
}

/// Every message in every language. Built once, then shared by all threads.
pub struct Catalog {
    default: Locale,
    locales: Vec<Locale>,
    voices: Vec<Voice>,
    unknown: Mutex<BTreeSet<&'static str>>,
}

type Bundle = FluentBundle<Arc<FluentResource>>;

/// One language, ready to speak.
struct Voice {
    resources: Vec<Arc<FluentResource>>,
    /// Keeps what is put in apart from the text around it, for pages.
    isolating: Bundle,
    /// Does not: for mail, files and the terminal.
    plain: Bundle,
    /// What needs nothing put in, written out. All other ids have nothing here.
    said: BTreeMap<String, Option<String>>,
}

/// So many ids that are not there are remembered; then all have one mark.
const UNKNOWN_MOST: usize = 1_000;

impl Catalog {
    /// Reads all messages and holds the languages against each other.
    ///
    /// # Errors
    /// Every fault at once, in the order of files and lines: what cannot be read, an id twice, a message or a variable
    /// that one language has and another has not, a message that says nothing, a plural without its form, a term or an
    /// attribute that nobody can see, a language this crate has no names for.
    pub fn read(default: &str, sources: &[Source<'_>]) -> Result<Self, Vec<Problem>> {
        let tongues = read::read(default, sources)?;
        let locales: Vec<Locale> = tongues.iter().map(|tongue| tongue.locale).collect();
        let default = locales.iter().copied().find(|known| known.tag() == default).unwrap_or(Locale::ENGLISH);
        let voices = tongues.into_iter().map(|tongue| {
            let ids = tongue.messages().map(|(id, finished)| (id.to_owned(), finished)).collect();
            Voice::new(tongue.locale, tongue.resources, ids, None)
        });
        Ok(Self { default, locales, voices: voices.collect(), unknown: Mutex::default() })
    }

    /// The same with [`Locale::PSEUDO`]: the default language, its words backwards, from right to left.
    #[must_use]
    pub fn with_pseudo(mut self) -> Self {
        if self.locales.contains(&Locale::PSEUDO) {
            return self;
        }
        let model = self.voice(self.default);
        let ids = model.said.iter().map(|(id, said)| (id.clone(), said.is_some())).collect();
        let voice = Voice::new(self.default, model.resources.clone(), ids, Some(pseudo::pseudo));
        self.voices.push(voice);
        self.locales.push(Locale::PSEUDO);
        self
    }

    /// The languages, in the order of the sources.
    #[must_use]
    pub fn locales(&self) -> &[Locale] {
        &self.locales
    }

    /// The language of a tag, if it is spoken here.
    #[must_use]
    pub fn locale(&self, tag: &str) -> Option<Locale> {
        self.locales.iter().copied().find(|locale| locale.tag() == tag)
    }

    /// The language for whoever asks for none of ours.
    #[must_use]
    pub fn default_locale(&self) -> Locale {
        self.default
    }

    /// The language that suits a browser best, from its `Accept-Language`. Nonsense gives the default.
    #[must_use]
    pub fn negotiate(&self, accept_language: &str) -> Locale {
        let spoken: Vec<Locale> =
            self.locales.iter().copied().filter(|locale| *locale != Locale::PSEUDO).collect();
        let available: Vec<LanguageIdentifier> = spoken.iter().map(|locale| identifier(*locale)).collect();
        let wanted = wanted(accept_language);
        let best = negotiate_languages(&wanted, &available, None, NegotiationStrategy::Lookup);
        let place = best.first().and_then(|best| available.iter().position(|known| known == *best));
        place.map_or(self.default, |place| spoken[place])
    }

    /// A message without variables.
    ///
    /// An id that is not there is a fault of the program: it stops a debug build, and otherwise stands there itself.
    #[must_use]
    pub fn say(&self, locale: Locale, id: &str) -> &str {
        match self.voice(locale).said.get(id) {
            Some(Some(said)) => said,
            Some(None) => self.unknown(id, "needs variables"),
            None => self.unknown(id, "is no message"),
        }
    }

    /// A message with variables, for pages: what is put in keeps its own direction.
    #[must_use]
    pub fn say_with(&self, locale: Locale, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.put(&self.voice(locale).isolating, id, args)
    }

    /// A message with variables and without invisible marks: for mail, files and the terminal.
    #[must_use]
    pub fn say_plain(&self, locale: Locale, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.put(&self.voice(locale).plain, id, args)
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.voice(self.default).said.contains_key(id)
    }

    /// All messages by name, in the order of the alphabet.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.voice(self.default).said.keys().map(String::as_str)
    }

    /// A language of another catalogue is answered in the default one.
    fn voice(&self, locale: Locale) -> &Voice {
        let place = |wanted| self.locales.iter().position(|known| *known == wanted);
        &self.voices[place(locale).or_else(|| place(self.default)).unwrap_or_default()]
    }

    fn put(&self, bundle: &Bundle, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            return self.unknown(id, "is no message").to_owned();
        };
        let (args, mut errors) = (arg::fluent(args), Vec::new());
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "`{id}` was not given what it needs: {errors:?}");
        text
    }

    /// The id lives as long as the program: a page that lacks a sentence must not fall over it.
    fn unknown(&self, id: &str, why: &str) -> &'static str {
        debug_assert!(false, "`{id}` {why}");
        let mut known = self.unknown.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(mark) = known.get(id) {
            return mark;
        }
        if known.len() >= UNKNOWN_MOST {
            return "?";
        }
        let mark: &'static str = Box::leak(id.into());
        known.insert(mark);
        mark
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalog").field("locales", &self.locales).finish_non_exhaustive()
    }
}

impl Voice {
    fn new(
        locale: Locale,
        resources: Vec<Arc<FluentResource>>,
        ids: Vec<(String, bool)>,
        transform: Option<fn(&str) -> Cow<'_, str>>,
    ) -> Self {
        let bundle = |isolating| {
            let mut bundle = Bundle::new_concurrent(vec![identifier(locale)]);
            bundle.set_use_isolating(isolating);
            bundle.set_formatter(Some(number::formatter(locale)));
            bundle.set_transform(transform);
            bundle.add_builtins().expect("NUMBER is the first function");
            for resource in &resources {
                bundle.add_resource(Arc::clone(resource)).expect("no id is there twice");
            }
            bundle
        };
        let (isolating, plain) = (bundle(true), bundle(false));
        let said = ids.into_iter().map(|(id, finished)| {
            let said = finished.then(|| finish(&plain, &id));
            (id, said)
        });
        Self { said: said.collect(), resources, isolating, plain }
    }
}

fn finish(bundle: &Bundle, id: &str) -> String {
    let mut errors: Vec<FluentError> = Vec::new();
    let pattern = bundle.get_message(id).and_then(|message| message.value());
    pattern.map_or_else(String::new, |pattern| bundle.format_pattern(pattern, None, &mut errors).into_owned())
}

fn identifier(locale: Locale) -> LanguageIdentifier {
    locale.tag().parse().expect("tags of known languages are well formed")
}

/// What a browser accepts, the dearest first. Browsers send a handful; more is not meant for us.
fn wanted(accept_language: &str) -> Vec<LanguageIdentifier> {
    let mut wanted: Vec<(f32, LanguageIdentifier)> = accept_language
        .split(',')
        .take(32)
        .filter_map(|item| {
            let mut parts = item.split(';').map(str::trim);
            let language = parts.next()?.parse().ok()?;
            let weight = match parts.find_map(|part| part.strip_prefix("q=")) {
                Some(weight) => weight.trim().parse::<f32>().ok().filter(|weight| *weight > 0.0)?,
                None => 1.0,
            };
            Some((weight, language))
        })
        .collect();
    wanted.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    wanted.into_iter().map(|(_, language)| language).collect()
}
