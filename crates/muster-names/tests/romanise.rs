//! Examples that the systems themselves or their users give.

use muster_names::romanise::{Script, readings, script_of, system, systems};

fn spells(code: &str, examples: &[(&str, &str)]) {
    let system = system(code).unwrap_or_else(|| panic!("no system {code}"));
    for (word, spelling) in examples {
        assert_eq!(system.apply(word), *spelling, "{code}: {word}");
    }
}

#[test]
fn ukrainian_names_are_spelled_as_the_resolution_of_2010_shows() {
    spells(
        "ukr-kmu-2010",
        &[
            ("Алушта", "alushta"),
            ("Згорани", "zghorany"),
            ("Розгон", "rozghon"),
            ("Ґалаґан", "galagan"),
            ("Юрій", "yurii"),
            ("Корюківка", "koriukivka"),
            ("Єнакієве", "yenakiieve"),
            ("Гаєвич", "haievych"),
            ("Короп'є", "koropie"),
            ("Їжакевич", "yizhakevych"),
            ("Кадиївка", "kadyivka"),
            ("Мар'їне", "marine"),
            ("Йосипівка", "yosypivka"),
            ("Стрий", "stryi"),
            ("Олексій", "oleksii"),
            ("Щербухи", "shcherbukhy"),
            ("Гоща", "hoshcha"),
            ("Яготин", "yahotyn"),
            ("Ярошенко", "yaroshenko"),
            ("Костянтин", "kostiantyn"),
            ("Знам'янка", "znamianka"),
            ("Феодосія", "feodosiia"),
        ],
    );
}

#[test]
fn one_ukrainian_name_has_many_spellings() {
    let shevchenko = "Шевченко";
    for (code, spelling) in [
        ("ukr-kmu-2010", "shevchenko"),
        ("ukr-german", "schewtschenko"),
        ("ukr-french", "chevtchenko"),
        ("ukr-polish", "szewczenko"),
        ("ukr-swedish", "sjevtjenko"),
        ("ukr-scientific", "ševčenko"),
        ("ukr-iso-9-1995", "ševčenko"),
    ] {
        spells(code, &[(shevchenko, spelling)]);
    }
    spells("ukr-bgn-1965", &[("Євген", "yevhen"), ("Згурський", "z·hurs’kyy"), ("Юрій", "yuriy")]);
    spells("ukr-passport-2007", &[("Євген", "ievgen"), ("Григорій", "grygorii")]);
    spells("ukr-alalc-1997", &[("Євген", "i͡evhen"), ("Юрій", "i͡uriĭ")]);
}

#[test]
fn russian_names_are_spelled_as_each_system_wants() {
    spells(
        "rus-icao-9303",
        &[
            ("Щербаков", "shcherbakov"),
            ("Юлия", "iuliia"),
            ("Подъячев", "podieiachev"),
            ("Фёдор", "fedor"),
            ("Наталья", "natalia"),
            ("Сергей", "sergei"),
        ],
    );
    spells(
        "rus-bgn-1947",
        &[
            ("Ельцин", "yel’tsin"),
            ("Подъячев", "pod”yachev"),
            ("Раевский", "rayevskiy"),
            ("Пётр", "pëtr"),
            ("Ёлкин", "yëlkin"),
        ],
    );
    spells(
        "rus-press-english",
        &[
            ("Достоевский", "dostoyevsky"),
            ("Ельцин", "yeltsin"),
            ("Горбачёв", "gorbachov"),
            ("Александр", "alexandr"),
        ],
    );
    spells("rus-iso-9-1995", &[("Щербаков", "ŝerbakov"), ("Юлия", "ûliâ"), ("Жуков", "žukov")]);
    spells("rus-gost-52535-2006", &[("Цой", "tcoi"), ("Подъячев", "podiachev")]);
    spells(
        "rus-gost-779-b",
        &[("Щербаков", "shherbakov"), ("Цой", "czoj"), ("Ицик", "icik"), ("Ходжаев", "xodzhaev")],
    );
    spells("rus-gost-16876-1971", &[("Юлия", "julija"), ("Эйнштейн", "ehjjnshtejjn")]);
    spells(
        "rus-mvd-1982",
        &[
            ("Путин", "poutine"),
            ("Гусев", "goussev"),
            ("Щербаков", "chtcherbakov"),
            ("Юрий", "iouri"),
            ("Сергей", "serguei"),
        ],
    );
    spells(
        "rus-german",
        &[
            ("Щербаков", "schtscherbakow"),
            ("Ельцин", "jelzin"),
            ("Лужский", "luschski"),
            ("Раиса", "raissa"),
            ("Хрущёв", "chruschtschow"),
        ],
    );
    spells(
        "rus-polish",
        &[
            ("Хрущёв", "chruszczow"),
            ("Ельцин", "jelcyn"),
            ("Павлов", "pawłow"),
            ("Достоевский", "dostojewski"),
            ("Людмила", "ludmiła"),
        ],
    );
    spells(
        "rus-swedish",
        &[("Евгений", "jevgenij"), ("Евгеньевич", "jevgenjevitj"), ("Хрущёв", "chrusjtjov")],
    );
    spells("rus-dutch", &[("Путин", "poetin"), ("Хрущёв", "chroesjtsjov")]);
    spells("rus-hungarian", &[("Хрущёв", "hruscsov"), ("Сергей", "szergej")]);
    spells("rus-turkish", &[("Рашид", "raşid"), ("Чечен", "çeçen")]);
}

#[test]
fn belarusian_names_are_spelled_as_each_system_wants() {
    spells(
        "bel-national-2023",
        &[
            ("Баранавічы", "baranavičy"),
            ("Ёрш", "jorš"),
            ("Вераб’ёў", "vierabjoŭ"),
            ("Любань", "liubań"),
            ("Лепель", "liepieĺ"),
            ("Ельск", "jeĺsk"),
        ],
    );
    spells(
        "bel-bgn-1979",
        &[
            ("Гомель", "homyel’"),
            ("Магілёў", "mahilyow"),
            ("Віцебск", "vitsyebsk"),
            ("Дзям’янаўцы", "dzyam”yanawtsy"),
        ],
    );
    spells(
        "bel-mvd-2008",
        &[
            ("Ёрш", "jorsh"),
            ("Любоў", "liubow"),
            ("Чарняк", "charniak"),
            ("В’юноў", "vjunow"),
            ("Васілёнак", "vasilionak"),
        ],
    );
    spells("bel-lacinka", &[("Слуцк", "słuck"), ("Лепель", "lepiel")]);
}

#[test]
fn south_slavic_names_are_spelled_as_their_states_do() {
    spells(
        "bul-2009",
        &[
            ("Стара", "stara"),
            ("Щърбанов", "shtarbanov"),
            ("София", "sofia"),
            ("Ямбол", "yambol"),
            ("Харизанов", "harizanov"),
        ],
    );
    spells("srp-latin", &[("Ђорђевић", "đorđević"), ("Његош", "njegoš"), ("Џајић", "džajić")]);
    spells("srp-plain", &[("Ђорђевић", "djordjevich")]);
    spells("mkd-2009", &[("Ќосе", "kjose"), ("Ѓорѓи", "gjorgji"), ("Жан", "zhan")]);
}

#[test]
fn names_of_central_asia_are_spelled_as_each_system_wants() {
    spells("kaz-bgn-1979", &[("Өскенбай", "öskenbay"), ("Қазақ", "qazaq"), ("Ғани", "ghanī")]);
    spells("kir-bgn-1979", &[("Жээнбеков", "jeenbekov"), ("Өмүрбек", "ömürbek")]);
    spells("tgk-bgn-1994", &[("Ҳоҷӣ", "hojí"), ("Раҳмон", "rahmon"), ("Юсуф", "yusuf")]);
    spells("uzb-latin-1995", &[("Ўктам", "oʻktam"), ("Ғулом", "gʻulom"), ("Хўжаев", "xoʻjayev")]);
    spells("mon-mns-5217-2012", &[("Өнөр", "unur"), ("Ганбаатар", "ganbaatar")]);
    spells("aze-latin-1991", &[("Әлијев", "əliyev"), ("Ҹавад", "cavad")]);
}

#[test]
fn georgian_armenian_and_greek_names_are_spelled_as_each_system_wants() {
    spells(
        "kat-national-2002",
        &[
            ("თბილისი", "tbilisi"),
            ("ქუთაისი", "kutaisi"),
            ("ჭავჭავაძე", "ch’avch’avadze"),
            ("მყინვარი", "mq’invari"),
        ],
    );
    spells("kat-bgn-1981", &[("თბილისი", "t’bilisi")]);
    spells("kat-iso-9984-1996", &[("ჭავჭავაძე", "čavčavaje")]);
    spells(
        "hye-bgn-1981",
        &[("Երևան", "yerevan"), ("Ոսկան", "voskan"), ("Հայաստան", "hayastan"), ("Սուրեն", "suren")],
    );
    spells("hyw-western", &[("Պետրոս", "bedros"), ("Գրիգոր", "krikor")]);
    spells(
        "ell-elot-743",
        &[
            ("Παπαδόπουλος", "papadopoulos"),
            ("Ευάγγελος", "evangelos"),
            ("Μπακογιάννης", "bakogiannis"),
            ("Λάμπρος", "lampros"),
            ("Ελευθέριος", "eleftherios"),
            ("Χρήστος", "christos"),
            ("Αύρα", "avra"),
            ("Άγγελος", "angelos"),
        ],
    );
    spells(
        "ell-custom",
        &[("Γιάννης", "yiannis"), ("Μπακογιάννης", "bakogiannis"), ("Χαράλαμπος", "haralabos")],
    );
}

#[test]
fn arabic_and_hebrew_letters_give_what_is_written_of_a_name() {
    spells(
        "ara-reading",
        &[
            ("محمد", "mahmd"),
            ("حسين", "hsin"),
            ("يوسف", "yusf"),
            ("عثمان", "athman"),
            ("زياد", "zyad"),
            ("نواز", "nwaz"),
            ("داود", "dawd"),
        ],
    );
    spells("ara-french", &[("بوشارب", "boucharb")]);
    spells("ara-bgn-1956", &[("حسين", "ḩsīn"), ("صالح", "şālḩ")]);
    spells("fas-reading", &[("پژمان", "pzhman"), ("رضا", "rza"), ("گل", "gl")]);
    spells("heb-academy-2006", &[("יוסף", "yosf"), ("דוד", "dod"), ("שלום", "shlom")]);
    // Two letters side by side are not the pair that spells a third: this is not Sheil, and not Zheir.
    spells("ara-reading", &[("سهيل", "sahil"), ("زهير", "zahir"), ("قطش", "qtash")]);
    // A word may begin with a letter that stands for a vowel.
    assert_eq!(readings("عبد")[0], "abd");
}

#[test]
fn indian_names_lose_the_vowel_that_is_not_spoken() {
    spells(
        "hin-hunterian",
        &[
            ("राम", "ram"),
            ("नरेन्द्र", "narendra"),
            ("मोदी", "modi"),
            ("कमला", "kamla"),
            ("सरस्वती", "sarasvati"),
            ("मनमोहन", "manmohan"),
            ("रमेश", "ramesh"),
            ("ज़ाकिर", "zakir"),
            ("सिंह", "sinh"),
        ],
    );
    spells("san-full", &[("कमला", "kamalaa")]);
    assert_eq!(readings("પટેલ")[0], "patel");
    assert_eq!(readings("রহমান")[0], "rahman");
}

#[test]
fn japanese_and_korean_syllables_are_spelled_as_passports_do() {
    spells(
        "jpn-hepburn",
        &[
            ("さとう", "sato"),
            ("ゆうこ", "yuko"),
            ("しんじ", "shinji"),
            ("ほんま", "homma"),
            ("はっとり", "hattori"),
            ("チャーリー", "chari"),
            ("りょうたろう", "ryotaro"),
            ("まっちゃ", "matcha"),
        ],
    );
    spells("jpn-wapuro", &[("さとう", "satou")]);
    spells("jpn-oh", &[("おおの", "ohno"), ("さとう", "satoh")]);
    spells("jpn-kunrei", &[("しんじ", "sinzi"), ("つちや", "tutiya")]);
    spells("kor-rr-2000", &[("김", "gim"), ("대중", "daejung"), ("박", "bak"), ("현", "hyeon")]);
    spells("kor-mr-1939", &[("김", "kim"), ("정일", "chŏngil"), ("평양", "p’yŏngyang")]);
    spells(
        "kor-custom",
        &[("김", "kim"), ("이", "lee"), ("박", "park"), ("영희", "younghee"), ("최", "choi")],
    );
}

#[test]
fn chinese_characters_are_read_in_mandarin() {
    spells("zho-pinyin-1958", &[("王", "wang"), ("習", "xi"), ("张", "zhang")]);
    spells(
        "zho-wade-giles",
        &[
            ("张", "chang"),
            ("蒋", "chiang"),
            ("徐", "hsü"),
            ("志", "chih"),
            ("国", "kuo"),
            ("庆", "ch’ing"),
            ("红", "hung"),
        ],
    );
}

#[test]
fn a_word_is_read_by_every_system_that_knows_its_letters_and_no_other() {
    let readings_of = |word| readings(word);
    let shcherbakov = readings_of("щербаков");
    for reading in ["shcherbakov", "chtcherbakov", "schtscherbakow", "szczerbakow"] {
        assert!(shcherbakov.contains(&reading.to_owned()), "{reading} is not in {shcherbakov:?}");
    }
    assert_eq!(readings_of("їжакевич")[0], "yizhakevych");
    // No Russian alphabet has ї.
    assert_eq!(system("rus-bgn-1947").and_then(|russian| russian.read("їжакевич")), None);
    assert_eq!(readings_of("ђорђевић"), ["dordevic", "djordjevich"]);
    assert_eq!(readings_of("müller"), ["muller"]);
    assert!(readings_of("").is_empty());
}

#[test]
fn every_reading_is_lower_case_ascii_and_told_once() {
    for word in [
        "щербаков",
        "юрій",
        "ўладзімір",
        "გიორგი",
        "հայկ",
        "χρήστος",
        "عبد",
        "יוסף",
        "राम",
        "สมชาย",
        "김",
        "さとう",
        "王",
    ] {
        let readings = readings(word);
        assert!(!readings.is_empty(), "{word}");
        let mut once = readings.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), readings.len(), "{word}: {readings:?}");
        for reading in readings {
            assert!(
                !reading.is_empty() && reading.bytes().all(|b| b.is_ascii_lowercase()),
                "{word}: {reading}"
            );
        }
    }
}

#[test]
fn every_file_says_what_it_is_and_has_its_own_code() {
    let mut codes: Vec<&str> = systems().iter().map(|system| system.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), systems().len());
    for system in systems() {
        assert_eq!(system.language.len(), 3, "{}", system.code);
        assert_ne!(system.script, Script::Other, "{}", system.code);
        assert!(!system.source.is_empty(), "{}", system.code);
        assert!(system.year.is_empty() || system.year.parse::<u16>().is_ok(), "{}", system.code);
    }
}

#[test]
fn letters_belong_to_their_script() {
    for (letter, script) in [
        ('ł', Script::Latin),
        ('ї', Script::Cyrillic),
        ('ώ', Script::Greek),
        ('ھ', Script::Arabic),
        ('ก', Script::Thai),
        ('々', Script::Han),
        ('ー', Script::Kana),
        ('7', Script::Other),
        ('-', Script::Other),
    ] {
        assert_eq!(script_of(letter), script, "{letter}");
    }
}
