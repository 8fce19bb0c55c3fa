//! Every sentence: our own and the programme's, held against each other in every language.

use muster_app::Programme;
use muster_i18n::{Catalog, Source};
use rust_embed::RustEmbed;

pub use muster_i18n::Problem as TextProblem;

#[derive(RustEmbed)]
#[folder = "locales/"]
#[include = "*.ftl"]
struct Files;

/// The sentences of the portal and of a programme, in the programme's languages.
///
/// # Errors
/// Every fault at once: what cannot be read, what one language says and another does not.
pub fn catalog(programme: &Programme, pseudo: bool) -> Result<Catalog, Vec<TextProblem>> {
    let own: Vec<(String, String, String)> = Files::iter()
        .filter_map(|path| {
            let (language, file) = path.split_once('/')?;
            let text = String::from_utf8(Files::get(&path)?.data.into_owned()).ok()?;
            Some((language.to_owned(), file.to_owned(), text))
        })
        .collect();
    let theirs = &programme.portal.messages;
    let mut sources: Vec<Source<'_>> = own
        .iter()
        .chain(theirs)
        .map(|(language, file, text)| Source { language, file, text })
        .filter(|source| programme.languages.iter().any(|tag| tag == source.language))
        .collect();
    // Languages stand in the order in which the programme names them, whatever the folders are called.
    let place = |tag: &str| programme.languages.iter().position(|known| known == tag);
    sources.sort_by_key(|source| place(source.language));
    let default = programme.languages.first().map_or("en", String::as_str);
    let catalog = Catalog::read(default, &sources)?;
    Ok(if pseudo { catalog.with_pseudo() } else { catalog })
}
