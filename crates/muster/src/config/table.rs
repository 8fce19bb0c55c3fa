//! The one table of settings.

/// A setting.
pub(crate) struct Setting {
    /// Its name in the file.
    pub(crate) name: &'static str,
    /// Its option, without the dashes.
    pub(crate) flag: &'static str,
    /// What stands for its value in the help.
    pub(crate) value_name: &'static str,
    /// Its default, in words.
    pub(crate) default: &'static str,
    /// What it is for.
    pub(crate) meaning: &'static str,
    /// Whether it is a path: a relative one in a file is relative to that file.
    pub(crate) path: bool,
    /// The words it may be; none if it is open.
    pub(crate) words: &'static [&'static str],
}

impl Setting {
    /// Its environment variable.
    pub(crate) fn env(&self) -> String {
        format!("MUSTER_{}", self.name.to_uppercase())
    }
}

/// Every setting, in the order they are shown.
pub(crate) const SETTINGS: &[Setting] = &[
    Setting {
        name: "data",
        flag: "data",
        value_name: "FOLDER",
        default: "muster-data",
        meaning: "The folder everything lies in",
        path: true,
        words: &[],
    },
    Setting {
        name: "database",
        flag: "database",
        value_name: "PLACE",
        default: "mission.db in the data folder",
        meaning: "The mission's database: a file, or postgres://…",
        path: true,
        words: &[],
    },
    Setting {
        name: "keys",
        flag: "keys",
        value_name: "PLACE",
        default: "keys.db in the data folder",
        meaning: "The database of keys, kept apart from the data's backups",
        path: true,
        words: &[],
    },
    Setting {
        name: "mission_key",
        flag: "mission-key",
        value_name: "FILE",
        default: "mission.key in the data folder",
        meaning: "The key that opens the keys",
        path: true,
        words: &[],
    },
    Setting {
        name: "programme",
        flag: "programme",
        value_name: "FOLDER",
        default: "the founding programme, inside the program",
        meaning: "The programme: its rules, checks and texts",
        path: true,
        words: &[],
    },
    Setting {
        name: "as",
        flag: "as",
        value_name: "STAFF_ID[:ROLE]",
        default: "nobody",
        meaning: "The staff account that acts",
        path: false,
        words: &[],
    },
    Setting {
        name: "color",
        flag: "color",
        value_name: "WHEN",
        default: "auto",
        meaning: "Colours: auto, always or never; auto respects NO_COLOR",
        path: false,
        words: &["auto", "always", "never"],
    },
];
