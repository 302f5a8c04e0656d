//! Folding: the form in which words are compared. Case, diacritics, ligatures and typographic variants fall away.
//!
//! A table of its own, not Unicode normalisation: Latin letters are what dossiers of this field hold, and the tables of
//! full NFKD weigh more than the search. Letters it does not know are lower-cased and kept.

use super::lower;

/// The folded form of `text`: lower case, no diacritics, `ĳ` as `ij`, typographic quotes and hyphens as plain ones, soft
/// hyphens and combining marks gone.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut folded);
    }
    folded
}

/// Appends the folded form of one character: none, one or more characters.
pub fn fold_char(c: char, into: &mut String) {
    if c.is_ascii() {
        into.push(c.to_ascii_lowercase());
        return;
    }
    let lower = lower(c);
    match base(lower) {
        Base::Letters(letters) => into.push_str(letters),
        Base::Same => into.push(lower),
    }
}

enum Base {
    Letters(&'static str),
    Same,
}

fn base(c: char) -> Base {
    Base::Letters(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => "a",
        'æ' | 'ǽ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ỉ'..='ị' => "i",
        'ĳ' => "ij",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ǒ' | 'ọ'..='ợ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ſ' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ǔ' | 'ụ'..='ự' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' => "'",
        '‐' | '‑' => "-",
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => "",
        '\u{a0}' | '\u{202f}' => " ",
        _ => return Base::Same,
    })
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds_what_readers_hold_for_the_same() {
        for (input, expected) in
            [("Oók", "ook"), ("EénNL", "eennl"), ("Yeşilgöz", "yesilgoz"), ("ĲSBERG", "ijsberg"), ("co\u{308}p", "cop")]
        {
            assert_eq!(fold(input), expected);
        }
    }
}
