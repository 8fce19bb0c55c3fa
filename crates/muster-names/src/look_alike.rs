//! Letters of another alphabet and digits that stand in for the letters they look like.

use crate::{
    Marks,
    letters::{Alphabet, alphabet},
};

/// A word with letters of two alphabets is read in the one that has most of them; the others are look-alikes.
pub(crate) fn one_script(letters: &mut [char], marks: &mut Marks) {
    let count = |which| letters.iter().filter(|c| c.is_alphabetic() && alphabet(**c) == which).count();
    let (latin, cyrillic, greek) =
        (count(Alphabet::Latin), count(Alphabet::Cyrillic), count(Alphabet::Greek));
    if [latin, cyrillic, greek].into_iter().filter(|n| *n > 0).count() < 2 {
        return;
    }
    marks.look_alikes = true;
    let to_latin = latin >= cyrillic.max(greek) || greek > cyrillic;
    for letter in letters {
        let twin = if to_latin { to_latin_twin(*letter) } else { to_cyrillic_twin(*letter) };
        if let Some(twin) = twin {
            *letter = twin;
        }
    }
}

/// The Latin letter a Cyrillic or Greek one looks like (Unicode TR 39, the letters people use).
const fn to_latin_twin(letter: char) -> Option<char> {
    Some(match letter {
        'а' | 'α' => 'a',
        'в' | 'ь' | 'β' => 'b',
        'с' | 'ς' => 'c',
        'ԁ' => 'd',
        'е' | 'ё' | 'ε' | 'є' => 'e',
        'ԍ' => 'g',
        'н' | 'һ' | 'η' => 'h',
        'і' | 'ї' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'ӏ' => 'l',
        'м' | 'μ' => 'm',
        'п' | 'ν' => 'n',
        'о' | 'ο' | 'σ' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'г' => 'r',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' | 'ц' => 'u',
        'ѵ' => 'v',
        'ѡ' | 'ш' | 'ω' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'ү' | 'γ' => 'y',
        'з' | 'ζ' => 'z',
        _ => return None,
    })
}

const fn to_cyrillic_twin(letter: char) -> Option<char> {
    Some(match letter {
        'a' | 'α' => 'а',
        'b' | 'β' => 'в',
        'c' => 'с',
        'e' | 'ε' => 'е',
        'h' => 'н',
        'i' | 'ι' => 'і',
        'j' => 'ј',
        'k' | 'κ' => 'к',
        'm' | 'μ' => 'м',
        'o' | 'ο' => 'о',
        'p' | 'ρ' => 'р',
        's' => 'ѕ',
        't' | 'τ' => 'т',
        'x' | 'χ' => 'х',
        'y' | 'υ' => 'у',
        _ => return None,
    })
}

/// A digit among letters is a letter somebody or some scanner took for a digit.
pub(crate) fn digits_to_letters(letters: &mut [char], marks: &mut Marks) {
    let digits = letters.iter().filter(|c| c.is_ascii_digit()).count();
    if digits == 0 || digits > 2 || letters.len() < digits + 2 {
        return;
    }
    for letter in letters {
        let read = match *letter {
            '0' => 'o',
            '1' => 'l',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '6' | '8' => 'b',
            '9' => 'g',
            _ => continue,
        };
        marks.digits = true;
        *letter = read;
    }
}
