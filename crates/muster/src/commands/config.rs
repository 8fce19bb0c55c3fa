//! `muster config show`: every setting, and where its value came from.

use crate::{
    config::{SETTINGS, masked},
    frame::{Exit, Fault, Frame, Table},
};
use clap::{Args, Subcommand};
use serde::Serialize;

/// Shows the settings
#[derive(Args)]
pub(crate) struct Config {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Show(Show),
}

/// Every setting with its value
///
/// Passwords in addresses are not shown.
#[derive(Args)]
struct Show {
    /// Also says where each value came from
    #[arg(long)]
    origin: bool,
}

/// The answer: one entry for each setting.
#[derive(Serialize)]
struct Row {
    /// Its name in the file.
    name: &'static str,
    /// Its value; nothing if none is set.
    value: Option<String>,
    /// Where the value came from.
    origin: String,
    /// What it is for.
    meaning: &'static str,
}

impl Config {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let What::Show(Show { origin }) = self.what;
        let rows: Vec<Row> = SETTINGS
            .iter()
            .map(|setting| {
                let (value, origin) = frame.settings.told(setting.name);
                Row { name: setting.name, value: value.map(|v| masked(&v)), origin, meaning: setting.meaning }
            })
            .collect();
        frame.show(&rows, |rows, paint| {
            let shown = |row: &Row| row.value.clone().unwrap_or_else(|| paint.dim("(none)"));
            if origin {
                let mut table = Table::new(["Setting", "Value", "Where from"]);
                for row in rows {
                    table.row([row.name.into(), shown(row), row.origin.clone()]);
                }
                table.text(paint)
            } else {
                let mut table = Table::new(["Setting", "Value"]);
                for row in rows {
                    table.row([row.name.into(), shown(row)]);
                }
                table.text(paint)
            }
        })?;
        Ok(Exit::Done)
    }
}
