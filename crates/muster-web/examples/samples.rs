//! Writes every page, in every state and language, into a folder: `samples FOLDER`. With `--routes` prints the routes.

use muster_app::Programme;
use muster_web::{catalog, routes::ROUTES, samples};
use std::{fmt::Write as _, fs, path::Path, sync::Arc};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let argument = std::env::args().nth(1).ok_or("name a folder, or --routes")?;
    if argument == "--routes" {
        let routes: Vec<_> = ROUTES
            .iter()
            .map(|route| {
                serde_json::json!({ "method": route.method, "pattern": route.pattern, "page": route.page })
            })
            .collect();
        println!("{}", serde_json::Value::Array(routes));
        return Ok(());
    }
    let folder = Path::new(&argument);
    let programme = Programme::founding()?;
    let texts = catalog(&programme, true).map_err(|problems| format!("{problems:?}"))?;
    let all = samples::all(&programme, &Arc::new(texts)).map_err(|faults| faults.join("\n"))?;
    for (address, body) in muster_web::asset_files() {
        let file = folder.join(address.trim_start_matches('/'));
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, body)?;
    }
    let mut index =
        String::from("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Samples</title><ul>\n");
    for (place, sample) in all.iter().enumerate() {
        let name = format!("{}/{}-{}-{place}.html", sample.language, sample.page, sample.state);
        let file = folder.join(&name);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, &sample.html)?;
        writeln!(index, "<li><a href=\"/{name}\">{name}</a></li>")?;
    }
    index.push_str("</ul></html>\n");
    fs::write(folder.join("index.html"), index)?;
    println!("{} pages", all.len());
    Ok(())
}
