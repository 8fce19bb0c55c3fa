//! The remarks of OFAC's CSV: `DOB 10 Dec 1948; POB Minsk, Belarus; nationality Belarus; Passport MP123 (Belarus).`

use crate::{AliasStrength, Entry};

/// Reads a remarks field into an entry; what is not understood stays a remark.
pub(super) fn read(remarks: &str, entry: &mut Entry) {
    let remarks = remarks.trim();
    let remarks = remarks.strip_suffix('.').unwrap_or(remarks);
    for part in remarks.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        if !understood(part.strip_prefix("alt. ").unwrap_or(part), entry) {
            entry.add_remark("", part);
        }
    }
}

fn understood(part: &str, entry: &mut Entry) -> bool {
    if let Some(date) = part.strip_prefix("DOB ") {
        return entry.add_born(date);
    }
    if let Some(place) = part.strip_prefix("POB ") {
        entry.add_birthplace(place);
        return true;
    }
    if let Some(country) = part.strip_prefix("nationality ").or_else(|| part.strip_prefix("citizen ")) {
        entry.add_nationality(country);
        return true;
    }
    if let Some(sex) = part.strip_prefix("Gender ") {
        entry.add_sex(sex);
        return entry.sex.is_some();
    }
    for (mark, strength) in [
        ("a.k.a. ", AliasStrength::Weak),
        ("f.k.a. ", AliasStrength::Former),
        ("n.k.a. ", AliasStrength::Strong),
    ] {
        if let Some(name) = part.strip_prefix(mark) {
            let inside = name.strip_prefix('\'').and_then(|name| name.strip_suffix('\''));
            entry.add_name(inside.unwrap_or(name), strength);
            return true;
        }
    }
    let Some(kind) =
        DOCUMENTS.iter().find(|kind| part.strip_prefix(**kind).is_some_and(|rest| rest.starts_with(' ')))
    else {
        return false;
    };
    let (number, country, rest) = number(part[kind.len()..].trim());
    entry.add_document(kind, number, country);
    entry.add_remark(kind, rest);
    true
}

/// `A123 (Iran) issued 1 Jan 1990`: the number, the country, the rest.
fn number(text: &str) -> (&str, &str, &str) {
    let end = [" issued ", " expires ", " (expired", " Date of Issue"]
        .iter()
        .filter_map(|mark| text.find(mark))
        .min()
        .unwrap_or(text.len());
    let (text, rest) = (text[..end].trim(), text[end..].trim());
    if let Some(inside) = text.strip_suffix(')')
        && let Some(open) = inside.rfind(" (")
    {
        return (inside[..open].trim(), &inside[open + 2..], rest);
    }
    (text, "", rest)
}

/// Whether OFAC's word for an identifier is one of a document or registration, not of a telephone or a web site.
pub(super) fn is_document(kind: &str) -> bool {
    DOCUMENTS.contains(&kind)
}

/// What OFAC calls documents and registrations.
const DOCUMENTS: &[&str] = &[
    "Passport",
    "Diplomatic Passport",
    "British National Overseas Passport",
    "Stateless Person Passport",
    "Stateless Person ID Card",
    "National ID No.",
    "National Foreign ID Number",
    "Personal ID Card",
    "Identification Number",
    "Tazkira National ID Card",
    "Refugee ID Card",
    "Travel Document Number",
    "Residency Number",
    "Birth Certificate Number",
    "Driver's License No.",
    "SSN",
    "Citizen's Card Number",
    "Cedula No.",
    "C.U.R.P.",
    "C.U.I.P.",
    "C.U.I.T.",
    "C.U.I.",
    "C.I.N.",
    "C.I.F.",
    "R.F.C.",
    "RFC",
    "D.N.I.",
    "N.I.E.",
    "N.I.F.",
    "I.F.E.",
    "LE Number",
    "Electoral Registry No.",
    "Credencial electoral",
    "Cartilla de Servicio Militar Nacional",
    "Numero de Identidad",
    "Kenyan ID No.",
    "Bosnian Personal ID No.",
    "Moroccan Personal ID No.",
    "Turkish Identification Number",
    "UAE Identification",
    "Military Registration Number",
    "Seafarer's Identification Document",
    "Immigration No.",
    "Public Security and Immigration No.",
    "Romanian Permanent Resident",
    "VisaNumberID",
    "Pilot License Number",
    "Tax ID No.",
    "Italian Fiscal Code",
    "Fiscal Code",
    "Paraguayan tax identification number",
    "V.A.T. Number",
    "NIT #",
    "RUC #",
    "RIF #",
    "RTN",
    "US FEIN",
    "Registration Number",
    "Registration ID",
    "Business Registration Number",
    "Business Registration Document #",
    "Business Number",
    "Commercial Registry Number",
    "Company Number",
    "UK Company Number",
    "Chamber of Commerce Number",
    "Enterprise Number",
    "Folio Mercantil No.",
    "Matricula Mercantil No",
    "Legal Entity Number",
    "Unified Social Credit Code (USCC)",
    "Government Gazette Number",
    "Economic Register Number (CBLS)",
    "Trade License No.",
    "C.R. No.",
    "D-U-N-S Number",
    "SWIFT/BIC",
    "License",
    "Vessel Registration Identification",
    "MMSI",
    "Aircraft Tail Number",
    "Aircraft Manufacturer's Serial Number (MSN)",
];
