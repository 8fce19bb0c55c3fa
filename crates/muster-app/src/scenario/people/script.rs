//! Names of other scripts in Latin letters, as passports write them, and as people otherwise write them.

use super::cultures::Script;

/// A name in Latin letters, and in its own script where that is another.
pub(crate) fn both(script: Script, word: &str) -> (String, Option<String>) {
    match script {
        Script::Latin => (word.to_owned(), None),
        Script::Paired => {
            let (latin, original) = word.split_once('=').unwrap_or((word, word));
            (latin.to_owned(), Some(original.to_owned()))
        }
        Script::Ukrainian => (capital(&ukrainian(word)), Some(word.to_owned())),
        Script::Russian => (capital(&letters(word, russian)), Some(word.to_owned())),
        Script::Georgian => (capital(&letters(word, georgian)), Some(word.to_owned())),
    }
}

/// Ukrainian by resolution 55 of the Cabinet of Ministers of 27 January 2010: some letters differ at the start of a
/// word, and зг is zgh so that it is not read as ж.
fn ukrainian(word: &str) -> String {
    let mut latin = String::with_capacity(word.len());
    let mut before = ' ';
    for letter in word.to_lowercase().chars() {
        let first = latin.is_empty();
        latin.push_str(match letter {
            'г' if before == 'з' => "gh",
            'є' if first => "ye",
            'ї' if first => "yi",
            'й' if first => "y",
            'ю' if first => "yu",
            'я' if first => "ya",
            'г' => "h",
            'ґ' => "g",
            'є' => "ie",
            'и' => "y",
            'і' | 'ї' | 'й' => "i",
            'щ' => "shch",
            'ь' | '\'' | 'ʼ' => "",
            other => shared_cyrillic(other),
        });
        before = letter;
    }
    latin
}

/// Russian by ICAO 9303-3.
fn russian(letter: char) -> &'static str {
    match letter {
        'г' => "g",
        'ё' | 'э' => "e",
        'и' | 'й' => "i",
        'щ' => "shch",
        'ъ' => "ie",
        'ы' => "y",
        'ь' => "",
        other => shared_cyrillic(other),
    }
}

fn shared_cyrillic(letter: char) -> &'static str {
    match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'д' => "d",
        'е' => "e",
        'ж' => "zh",
        'з' => "z",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'ю' => "iu",
        'я' => "ia",
        _ => "",
    }
}

/// Georgian by the national system of 2002, without its apostrophes.
fn georgian(letter: char) -> &'static str {
    match letter {
        'ა' => "a",
        'ბ' => "b",
        'გ' => "g",
        'დ' => "d",
        'ე' => "e",
        'ვ' => "v",
        'ზ' => "z",
        'თ' | 'ტ' => "t",
        'ი' => "i",
        'კ' | 'ქ' => "k",
        'ლ' => "l",
        'მ' => "m",
        'ნ' => "n",
        'ო' => "o",
        'პ' | 'ფ' => "p",
        'ჟ' => "zh",
        'რ' => "r",
        'ს' => "s",
        'უ' => "u",
        'ღ' => "gh",
        'ყ' => "q",
        'შ' => "sh",
        'ჩ' | 'ჭ' => "ch",
        'ც' | 'წ' => "ts",
        'ძ' => "dz",
        'ხ' => "kh",
        'ჯ' => "j",
        'ჰ' => "h",
        _ => "",
    }
}

fn letters(word: &str, one: fn(char) -> &'static str) -> String {
    word.to_lowercase().chars().map(one).collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Other ways that people spell the same sounds in Latin letters; the first that fits is taken.
const RESPELL: [(&str, &str); 20] = [
    ("shch", "sch"),
    ("zh", "j"),
    ("kh", "h"),
    ("iu", "yu"),
    ("ia", "ya"),
    ("ie", "ye"),
    ("yi", "y"),
    ("ii", "iy"),
    ("ts", "tz"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ck", "k"),
    ("ph", "f"),
    ("w", "v"),
    ("ll", "l"),
    ("ss", "s"),
    ("y", "i"),
    ("c", "k"),
    ("e", "a"),
];

/// The same word as somebody else might spell it in plain Latin letters; unlike the word where that can be.
pub(crate) fn respell(word: &str) -> String {
    let plain: String = word.chars().map(without_mark).collect();
    if plain != word {
        return plain;
    }
    let small = word.to_lowercase();
    for (from, to) in RESPELL {
        // The first letter stays: even a careless speller keeps it.
        if let Some(at) =
            small.char_indices().skip(1).map(|(at, _)| at).find(|at| small[*at..].starts_with(from))
        {
            return capital(&format!("{}{to}{}", &small[..at], &small[at + from.len()..]));
        }
    }
    word.chars().filter(|c| !matches!(c, '\'' | '-')).collect()
}

/// A letter without its mark, where it has one.
pub(crate) fn without_mark(letter: char) -> char {
    const MARKED: &str = "áàâãäåāăąéèêëēęíìîïīıóòôõöøőúùûüūçćčñńňýÿžźżšśşłđģķļņřťğýÁÉÍÓÚÖÜŁŚŞŽÇÑÅÓĐ";
    const PLAIN: &str = "aaaaaaaaaeeeeeeiiiiiiooooooouuuuucccnnnyyzzzsssldgklnrtgyAEIOUOULSSZCNAOD";
    MARKED.chars().zip(PLAIN.chars()).find(|(marked, _)| *marked == letter).map_or(letter, |(_, plain)| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ukrainian_names_are_written_as_in_the_passport() {
        let latin = |word| both(Script::Ukrainian, word).0;
        assert_eq!(
            ["Згурський", "Юрій", "Євген", "Щербак", "Гордієнко", "Зіновій", "Яценко", "Андрій"].map(latin),
            ["Zghurskyi", "Yurii", "Yevhen", "Shcherbak", "Hordiienko", "Zinovii", "Yatsenko", "Andrii"]
        );
    }

    #[test]
    fn russian_and_georgian_names_are_written_as_in_the_passport() {
        assert_eq!(both(Script::Russian, "Соловьёв").0, "Solovev");
        assert_eq!(both(Script::Russian, "Юрий").0, "Iurii");
        assert_eq!(both(Script::Georgian, "წიკლაური").0, "Tsiklauri");
    }

    #[test]
    fn another_spelling_is_another_spelling() {
        assert_eq!(
            ["Yurii", "Zhuk", "José", "Smith", "O'Brien", "Kovalchuk"].map(respell),
            ["Yuriy", "Zhuk", "Jose", "Smith", "O'bryen", "Kovalkhuk"]
        );
    }
}
