//! What every page has: its language, its title, where it leads back to.

use muster_i18n::{Arg, Catalog, Locale};
use muster_vocab::Role;
use std::sync::Arc;

/// The frame of a page.
#[derive(Clone)]
pub struct Layout {
    catalog: Arc<Catalog>,
    locale: Locale,
    /// The path without the language, such as `/verify`: for switching languages.
    pub path: String,
    /// The page's title, in words.
    pub title: String,
    /// The mission whose portal this is, in words.
    pub mission: Option<String>,
    /// Where "Back" leads.
    pub back: Option<String>,
    /// Whether something was typed that has to be looked at again.
    pub faulty: bool,
    /// Whether the visitor has a case open here.
    pub signed_in: bool,
    /// Whether everything here is made up.
    pub play: bool,
    /// The bar of the desk, for somebody who is signed in to it.
    pub desk: Option<Bar>,
}

/// The bar above the pages of the desk: the places somebody with these roles goes to.
#[derive(Clone)]
pub struct Bar {
    /// The roles of the account.
    pub roles: Vec<Role>,
    /// Whether single keys do nothing.
    pub keys_off: bool,
}

/// A place in the bar.
#[derive(Clone, Copy)]
pub struct Place {
    /// The path without the language.
    pub path: &'static str,
    /// The message that names it.
    pub name: &'static str,
    may: &'static [Role],
}

/// Every place of the bar.
const PLACES: &[Place] = &[
    Place {
        path: "/desk/",
        name: "desk-queue-title",
        may: &[
            Role::Clerk,
            Role::Screener,
            Role::Adjudicator,
            Role::Interviewer,
            Role::Attache,
            Role::Counsel,
            Role::Personnel,
            Role::Welfare,
        ],
    },
    Place {
        path: "/desk/search",
        name: "desk-search-title",
        may: &[
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
        ],
    },
    Place {
        path: "/desk/hits/",
        name: "desk-hits-title",
        may: &[Role::Screener, Role::Adjudicator, Role::Attache, Role::DataProtection],
    },
    Place { path: "/desk/pairs/", name: "desk-pairs-title", may: &[Role::Clerk, Role::Adjudicator] },
    Place {
        path: "/desk/audit/",
        name: "desk-audit-title",
        may: &[Role::DataProtection, Role::Administrator],
    },
    Place { path: "/desk/refusals/", name: "desk-refusals-title", may: &[Role::Clerk] },
    Place { path: "/desk/assist/", name: "desk-assist-title", may: &[Role::Clerk] },
    Place { path: "/desk/interviews/", name: "desk-interviews-title", may: &[Role::Interviewer] },
    Place { path: "/desk/staff/", name: "desk-staff-title", may: &[Role::Administrator] },
    Place { path: "/desk/account/", name: "desk-account-title", may: &Role::ALL },
];

impl Bar {
    /// Where one of the roles may go, in order.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        PLACES.iter().copied().filter(|place| self.roles.iter().any(|role| place.may.contains(role)))
    }
}

/// A language on offer.
pub struct Tongue {
    /// Its own name.
    pub name: &'static str,
    /// Its tag.
    pub tag: &'static str,
    /// This page in it.
    pub href: String,
    /// Whether it is the one that is shown.
    pub current: bool,
}

impl Layout {
    /// The frame of a page at `path`, which begins with a slash and names no language.
    #[must_use]
    pub fn new(catalog: &Arc<Catalog>, locale: Locale, path: &str) -> Self {
        Self {
            catalog: Arc::clone(catalog),
            locale,
            path: path.to_owned(),
            title: String::new(),
            mission: None,
            back: None,
            faulty: false,
            signed_in: false,
            play: false,
            desk: None,
        }
    }

    /// With the title of a message.
    #[must_use]
    pub fn titled(mut self, id: &str) -> Self {
        self.title = self.say(id).to_owned();
        self
    }

    /// With a way back.
    #[must_use]
    pub fn back_to(mut self, path: &str) -> Self {
        self.back = Some(self.href(path));
        self
    }

    /// The language.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// The sentences of all languages.
    #[must_use]
    pub const fn catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    /// The tag of the language.
    #[must_use]
    pub fn lang(&self) -> &'static str {
        self.locale.tag()
    }

    /// The direction of its script.
    #[must_use]
    pub fn dir(&self) -> &'static str {
        self.locale.direction().word()
    }

    /// A sentence.
    #[must_use]
    pub fn say(&self, id: &str) -> &str {
        self.catalog.say(self.locale, id)
    }

    /// A sentence with something in it.
    #[must_use]
    pub fn say_with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.catalog.say_with(self.locale, id, args)
    }

    /// A sentence if there is one, for what a programme may leave out.
    #[must_use]
    pub fn perhaps(&self, id: &str) -> Option<&str> {
        self.catalog.has(id).then(|| self.say(id))
    }

    /// The address of a path in this language.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        format!("/{}{path}", self.lang())
    }

    /// The address of an asset, which changes when the asset does.
    #[must_use]
    pub fn asset(&self, name: &str) -> &'static str {
        crate::assets::href(name)
    }

    /// The name of the programme.
    #[must_use]
    pub fn service(&self) -> &str {
        self.say("programme-name")
    }

    /// What the window is called: neutral, for whoever looks over a shoulder.
    #[must_use]
    pub fn window(&self) -> String {
        let title = if self.faulty {
            self.say_with("layout-error-title", &[("title", Arg::Text(&self.title))])
        } else {
            self.title.clone()
        };
        format!("{title} – {}", self.say("layout-window"))
    }

    /// The languages on offer.
    #[must_use]
    pub fn tongues(&self) -> Vec<Tongue> {
        let tongue = |locale: &Locale| Tongue {
            name: locale.own_name(),
            tag: locale.tag(),
            href: format!("/{}{}", locale.tag(), self.path),
            current: *locale == self.locale,
        };
        self.catalog.locales().iter().map(tongue).collect()
    }
}
