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
    /// The commands that have an option for it; none if all have. File and environment may always set it.
    pub(crate) of: &'static [&'static str],
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
        of: &[],
    },
    Setting {
        name: "database",
        flag: "database",
        value_name: "PLACE",
        default: "mission.db in the data folder",
        meaning: "The mission's database: a file, or postgres://…",
        path: true,
        words: &[],
        of: &[],
    },
    Setting {
        name: "keys",
        flag: "keys",
        value_name: "PLACE",
        default: "keys.db in the data folder",
        meaning: "The database of keys, kept apart from the data's backups",
        path: true,
        words: &[],
        of: &[],
    },
    Setting {
        name: "mission_key",
        flag: "mission-key",
        value_name: "FILE",
        default: "mission.key in the data folder",
        meaning: "The key that opens the keys",
        path: true,
        words: &[],
        of: &[],
    },
    Setting {
        name: "programme",
        flag: "programme",
        value_name: "FOLDER",
        default: "the founding programme, inside the program",
        meaning: "The programme: its rules, checks and texts",
        path: true,
        words: &[],
        of: &[],
    },
    Setting {
        name: "as",
        flag: "as",
        value_name: "STAFF_ID[:ROLE]",
        default: "nobody",
        meaning: "The staff account that acts",
        path: false,
        words: &[],
        of: &[],
    },
    Setting {
        name: "color",
        flag: "color",
        value_name: "WHEN",
        default: "auto",
        meaning: "Colours: auto, always or never; auto respects NO_COLOR",
        path: false,
        words: &["auto", "always", "never"],
        of: &[],
    },
    Setting {
        name: "listen",
        flag: "listen",
        value_name: "ADDRESS",
        default: "127.0.0.1:8080",
        meaning: "Where the portal listens",
        path: false,
        words: &[],
        of: &["serve", "demo", "healthcheck"],
    },
    Setting {
        name: "metrics",
        flag: "metrics",
        value_name: "ADDRESS",
        default: "nowhere",
        meaning: "Where figures for Prometheus are shown, such as 127.0.0.1:9090",
        path: false,
        words: &[],
        of: &["serve"],
    },
    Setting {
        name: "public_url",
        flag: "public-url",
        value_name: "URL",
        default: "the address it listens on",
        meaning: "The address people type, such as https://join.example.org",
        path: false,
        words: &[],
        of: &["serve"],
    },
    Setting {
        name: "trusted_proxy",
        flag: "trusted-proxy",
        value_name: "NETWORKS",
        default: "nobody",
        meaning: "Proxies that say who asks, such as 127.0.0.1,10.0.0.0/8",
        path: false,
        words: &[],
        of: &["serve"],
    },
    Setting {
        name: "smtp",
        flag: "smtp",
        value_name: "URL",
        default: "none: letters are files in the data folder",
        meaning: "The mail server: smtps://host, or smtp://host:587?tls=required",
        path: false,
        words: &[],
        of: &["serve"],
    },
    Setting {
        name: "smtp_user",
        flag: "smtp-user",
        value_name: "NAME",
        default: "none",
        meaning: "The account at the mail server",
        path: false,
        words: &[],
        of: &["serve"],
    },
    Setting {
        name: "smtp_password",
        flag: "smtp-password",
        value_name: "FILE",
        default: "none",
        meaning: "The file that holds the account's password",
        path: true,
        words: &[],
        of: &["serve"],
    },
    Setting {
        name: "smtp_from",
        flag: "smtp-from",
        value_name: "SENDER",
        default: "no-reply at the public address",
        meaning: "Who letters come from, such as 'Muster <post@join.example.org>'",
        path: false,
        words: &[],
        of: &["serve"],
    },
    Setting {
        name: "sms_gateway",
        flag: "sms-gateway",
        value_name: "DOMAIN",
        default: "none: nothing is sent to telephones",
        meaning: "The gateway that turns mail to digits@DOMAIN into text messages",
        path: false,
        words: &[],
        of: &["serve"],
    },
    Setting {
        name: "log",
        flag: "log",
        value_name: "WORDS",
        default: "info",
        meaning: "What is logged, such as warn or muster_web=debug",
        path: false,
        words: &[],
        of: &["serve"],
    },
];
