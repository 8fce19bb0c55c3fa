//! Running the binary in a folder of its own.

use std::{
    path::Path,
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

/// A folder to work in, and the binary.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What a run printed, and its exit code.
pub(crate) struct Ran {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A desk with an open mission; gives the administrator's account.
    pub(crate) fn opened() -> (Self, String) {
        let desk = Self::new();
        let made = desk.json(&["init", "--name", "Oksana Administrator"]);
        let administrator = made["administrator"].as_str().unwrap().to_owned();
        (desk, administrator)
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, &[])
    }

    /// As [`Desk::run`], with these environment variables; none of ours is inherited.
    pub(crate) fn run_with(&self, args: &[&str], environment: &[(&str, &str)]) -> Ran {
        let output = self.command(args, environment).output().unwrap();
        Ran::of(&output)
    }

    pub(crate) fn command(&self, args: &[&str], environment: &[(&str, &str)]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("MUSTER_") {
                command.env_remove(name);
            }
        }
        command.env_remove("NO_COLOR").args(args).current_dir(self.folder()).stdin(Stdio::null());
        command.envs(environment.iter().copied());
        command
    }

    /// The answer as JSON; the run must end well.
    pub(crate) fn json(&self, args: &[&str]) -> serde_json::Value {
        let ran = self.run(&[args, &["--json"]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        serde_json::from_str(&ran.out).unwrap()
    }
}

impl Ran {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Self { out: text(&output.stdout), err: text(&output.stderr), code: output.status.code().unwrap() }
    }
}

/// The names of the fields of a JSON object, and of the first item of each list within: a shape.
pub(crate) fn shape(value: &serde_json::Value) -> String {
    use serde_json::Value;
    match value {
        Value::Object(fields) => {
            let fields: Vec<String> =
                fields.iter().map(|(name, value)| format!("{name}: {}", shape(value))).collect();
            format!("{{{}}}", fields.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.first().map_or_else(String::new, shape)),
        Value::String(_) => "text".into(),
        Value::Number(_) => "number".into(),
        Value::Bool(_) => "bool".into(),
        Value::Null => "null".into(),
    }
}
