//! Names in the other scripts.

use crate::spells;
use muster_names::romanise::readings;

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
