//! Names that are written in Cyrillic.

use crate::spells;

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
