//! Which format a file is in, told from its first bytes and, where those say nothing, from its name.

use super::{ofac_csv::Role, plain_csv, row};
use serde::Serialize;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// OFAC's `sdn.csv`, `alt.csv`, `add.csv`, and those of its consolidated list.
    OfacCsv,
    /// OFAC's `sdn.xml`.
    OfacXml,
    /// OFAC's `sdn_advanced.xml`.
    OfacAdvancedXml,
    /// The United Nations' consolidated list.
    UnXml,
    /// The European Union's consolidated financial sanctions list as XML.
    EuXml,
    /// The same as CSV.
    EuCsv,
    /// Annexes of the Official Journal of the European Union as CSV.
    EuJournalCsv,
    /// The United Kingdom's list as CSV: OFSI's consolidated list, or the UK sanctions list.
    UkCsv,
    /// The same as XML.
    UkXml,
    /// The United States' consolidated screening list, as CSV or JSON.
    ConsolidatedCsl,
    /// FollowTheMoney entities, one JSON object a line.
    FollowTheMoney,
    /// Entries in normal form, one JSON object a line.
    NormalisedJson,
    /// Pakistan's proscribed persons.
    PakistanJson,
    /// A list of one's own: a CSV whose first line names its columns, separated by commas or semicolons. `id` and `name`
    /// must be there; `kind`, `aliases`, `weak_aliases`, `born`, `birthplace`, `nationality`, `sex`, `father`,
    /// `documents`, `programme` and `remarks` may be. What is several in a field is separated by semicolons.
    PlainCsv,
}

/// How many bytes of a file are looked at.
pub(super) const HEAD: usize = 16 << 10;

impl Format {
    /// The format of a file called `name` that begins with `head`.
    #[must_use]
    pub fn detect(name: &str, head: &[u8]) -> Option<Self> {
        let head = text(head);
        let head = head.trim_start();
        match head.chars().next()? {
            '<' => xml(head),
            '{' | '[' => json(head),
            _ => csv(name, head),
        }
    }
}

/// The beginning of a file as text; what is no UTF-8 does not matter here.
pub(super) fn text(head: &[u8]) -> String {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    String::from_utf8_lossy(&head[..head.len().min(HEAD)]).into_owned()
}

fn xml(head: &str) -> Option<Format> {
    let root = head.split('<').skip(1).find(|tag| tag.starts_with(|c: char| c.is_alphabetic()))?;
    let name = root.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next()?;
    match name.rsplit(':').next()? {
        "CONSOLIDATED_LIST" => Some(Format::UnXml),
        "sdnList" => Some(Format::OfacXml),
        "Sanctions" => Some(Format::OfacAdvancedXml),
        "export" => Some(Format::EuXml),
        "Designations" | "ArrayOfFinancialSanctionsTarget" => Some(Format::UkXml),
        _ => None,
    }
}

fn json(head: &str) -> Option<Format> {
    let has = |key: &str| {
        let key = format!("\"{key}\"");
        head.match_indices(&key).any(|(at, _)| head[at + key.len()..].trim_start().starts_with(':'))
    };
    if has("CNIC") {
        Some(Format::PakistanJson)
    } else if has("schema") && has("properties") {
        Some(Format::FollowTheMoney)
    } else if has("list") && has("names") {
        Some(Format::NormalisedJson)
    } else if has("results") || (has("source") && has("alt_names")) {
        Some(Format::ConsolidatedCsl)
    } else {
        None
    }
}

fn csv(name: &str, head: &str) -> Option<Format> {
    let mut lines = head.lines();
    let first = lines.next()?;
    let second = lines.next().unwrap_or_default();
    let comma = row::split(first, ',');
    if comma.get(0) == "celex" {
        return Some(Format::EuJournalCsv);
    }
    let is_uk = |line: &str| line.contains("Name 6") && line.contains("Name 1");
    if is_uk(first) || is_uk(second) {
        return Some(Format::UkCsv);
    }
    if first.contains("entity_number") && first.contains("alt_names") {
        return Some(Format::ConsolidatedCsl);
    }
    let small = first.to_lowercase();
    if small.contains("entity_logicalid") || small.contains("naal_wholename") {
        return Some(Format::EuCsv);
    }
    let begins_with_number =
        comma.get(0).bytes().all(|byte| byte.is_ascii_digit()) && !comma.get(0).is_empty();
    if begins_with_number && (ofac_role(name, head).is_some()) {
        return Some(Format::OfacCsv);
    }
    delimiter(head).map(|_| Format::PlainCsv)
}

/// Which file of OFAC's list it is: by its columns; by its name if its first lines are damaged or only two columns wide.
pub(super) fn ofac_role(name: &str, head: &str) -> Option<Role> {
    let widths = || head.lines().take(5).filter_map(|line| Role::of_width(row::split(line, ',').len()));
    let named = || {
        let name = name.to_lowercase();
        let name = name.strip_prefix("cons_").unwrap_or(&name);
        let prefixes = [
            ("sdn_comments", Role::Comments),
            ("comments", Role::Comments),
            ("sdn", Role::Main),
            ("prim", Role::Main),
            ("alt", Role::Aliases),
            ("add", Role::Addresses),
        ];
        prefixes.into_iter().find_map(|(prefix, role)| name.starts_with(prefix).then_some(role))
    };
    widths().find(|role| *role != Role::Comments).or_else(named).or_else(|| widths().next())
}

/// What separates the fields of a list of one's own.
pub(super) fn delimiter(head: &str) -> Option<char> {
    let first = head.lines().next()?;
    [',', ';', '\t'].into_iter().find(|delimiter| plain_csv::is_header(&row::split(first, *delimiter)))
}
