//! The command line: its commands, its global options, and how one run goes.

use crate::{
    commands,
    config::{SETTINGS, Setting, Settings},
    frame::{Exit, Fault, Frame, tell},
};
use clap::{Arg, ArgAction, ArgMatches, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

const HEADING: &str = "Settings";

const AFTER: &str = "\
Settings come from, in this order: options, environment variables, a file (muster.toml in the
current folder, or --config), defaults. `muster config show --origin` says which won.

Exit codes: 0 done · 1 refused, or something was found · 2 wrong use or configuration ·
3 the store cannot be opened or failed · 4 nothing found. `muster help exit-codes` says more.

New here? `muster demo` plays a made-up mission in a few seconds.";

/// Receives volunteers: from a stranger's first message to an answer, a pass, an arrival, a contract.
#[derive(Parser)]
#[command(name = "muster", version, after_help = AFTER, disable_help_subcommand = true, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

macro_rules! commands {
    ($($module:ident $name:ident)+) => {
        #[derive(Subcommand)]
        enum Command {
            $($name(commands::$module::$name),)+
        }

        impl Command {
            fn run(self, frame: &Frame) -> Result<Exit, Fault> {
                match self { $(Self::$name(command) => command.run(frame),)+ }
            }
        }
    };
}

// In the order of the help: each is a file in `commands/`, and the struct in it.
commands! {
    init Init
    demo Demo
    serve Serve
    healthcheck Healthcheck
    import Import
    case Case
    funnel Funnel
    policy Policy
    people People
    hits Hits
    screen Screen
    list List
    matching Match
    link Link
    log Log
    staff Staff
    doctor Doctor
    config Config
    completions Completions
    man Man
    help Help
}

/// The whole definition: the commands, with an option for each setting.
pub(crate) fn definition() -> clap::Command {
    let option = |setting: &Setting| {
        Arg::new(setting.name).long(setting.flag).value_name(setting.value_name).help(format!(
            "{} [env: {}] [default: {}]",
            setting.meaning,
            setting.env(),
            setting.default
        ))
    };
    let of_all = SETTINGS.iter().filter(|setting| setting.of.is_empty());
    let settings = of_all.map(|setting| option(setting).help_heading(HEADING).global(true));
    let config = Arg::new("config")
        .long("config")
        .value_name("FILE")
        .help("Reads settings from this file [env: MUSTER_CONFIG] [default: muster.toml, if it is there]")
        .help_heading(HEADING)
        .global(true);
    let json = Arg::new("json")
        .long("json")
        .help("Answers as JSON, in a stable shape")
        .action(ArgAction::SetTrue)
        .help_heading(HEADING)
        .global(true);
    let mut all = Cli::command().args(settings).arg(config).arg(json);
    for setting in SETTINGS {
        for name in setting.of {
            all = all.mut_subcommand(name, |command| command.arg(option(setting)));
        }
    }
    all
}

/// One run, from arguments to exit code.
pub(crate) fn run() -> Exit {
    let matches = match definition().try_get_matches() {
        Ok(matches) => matches,
        // Help and version are no errors; clap prints either to where it belongs. A pipe that closed is nobody's fault.
        Err(error) => {
            let _told = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Done };
        }
    };
    let json = matches.get_flag("json");
    let done = settings(&matches).and_then(|settings| {
        let cli = Cli::from_arg_matches(&matches).map_err(|error| Fault::usage(error.to_string()))?;
        cli.command.run(&Frame::new(settings, json))
    });
    done.unwrap_or_else(|fault| tell(&fault, json))
}

fn settings(matches: &ArgMatches) -> Result<Settings, Fault> {
    // Some options belong to one command alone: there they are, or nowhere.
    let of_command = matches.subcommand().map(|(_, matches)| matches);
    let flag = |name: &str| {
        let found = |matches: &ArgMatches| matches.try_get_one::<String>(name).ok().flatten().cloned();
        found(matches).or_else(|| of_command.and_then(found))
    };
    // An environment variable that is not text cannot be one of ours, except by name: then it is refused as unreadable.
    let environment = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.to_string_lossy().into_owned())));
    Settings::gather(&flag, environment.collect())
}
