//! Style sheet and scripts, inside the binary. The address holds a hash of the content, so a browser keeps it for ever.

use crate::Failing;
use axum::{
    extract::Path,
    http::header::{CACHE_CONTROL, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use rust_embed::RustEmbed;
use std::{collections::BTreeMap, sync::LazyLock};

#[derive(RustEmbed)]
#[folder = "assets/"]
#[include = "*.css"]
#[include = "*.js"]
#[include = "*.svg"]
struct Files;

struct Asset {
    name: String,
    kind: &'static str,
    body: Vec<u8>,
}

/// By the name in the address.
static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let load = |name: std::borrow::Cow<'static, str>| {
        let file = Files::get(&name)?;
        let hash = URL_SAFE_NO_PAD.encode(&file.metadata.sha256_hash()[..9]);
        let (stem, end) = name.rsplit_once('.')?;
        let kind = match end {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
        let body = file.data.into_owned();
        Some((format!("{stem}.{hash}.{end}"), Asset { name: name.into_owned(), kind, body }))
    };
    Files::iter().filter_map(load).collect()
});

/// Names as the templates write them, with the whole address.
static HREFS: LazyLock<BTreeMap<&'static str, String>> = LazyLock::new(|| {
    ASSETS.iter().map(|(address, asset)| (asset.name.as_str(), format!("/assets/{address}"))).collect()
});

/// The address of an asset; a wrong one if there is none, which a test finds.
pub(crate) fn href(name: &str) -> &'static str {
    HREFS.get(name).map_or("/assets/missing", String::as_str)
}

/// Every asset: its address and its content.
pub fn asset_files() -> impl Iterator<Item = (String, &'static [u8])> {
    ASSETS.iter().map(|(name, asset)| (format!("/assets/{name}"), asset.body.as_slice()))
}

/// `GET /assets/{name}`
pub(crate) async fn show(Path(name): Path<String>) -> Result<Response, Failing> {
    let asset = ASSETS.get(&name).ok_or(Failing::NotFound)?;
    let keep = "public, max-age=31536000, immutable";
    Ok(([(CONTENT_TYPE, asset.kind), (CACHE_CONTROL, keep)], asset.body.as_slice()).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_asset_has_an_address() {
        for name in ["muster.css", "icon.svg", "portal.js", "work.js", "htmx.js"] {
            assert!(href(name).starts_with("/assets/") && href(name) != "/assets/missing", "{name}");
        }
    }
}
