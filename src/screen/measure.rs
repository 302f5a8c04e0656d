//! How wide a text will be, without asking a browser: an estimate on the safe side, for labels in pictures. The widths are
//! those of DejaVu Sans, the widest face that the style sheet's list may end in.

/// Pixels that `text` takes in the interface's sans at 12 px.
pub fn text_width(text: &str) -> f64 {
    text.chars().map(char_width).sum()
}

fn char_width(sign: char) -> f64 {
    match sign {
        'i' | 'j' | 'l' | 'I' | '\'' | '’' => 3.4,
        '.' | ',' | ':' | ';' | '|' | '!' | ' ' | '\u{a0}' => 4.0,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 4.8,
        'm' | 'M' | 'W' | '…' | '—' => 11.9,
        'w' => 9.9,
        'A'..='Z' => 8.6,
        _ => 7.6,
    }
}

/// `text`, cut at a word where there is one so that it fits, with "…" for what is gone. Empty where not even a few
/// letters would fit.
pub fn fit(text: &str, width: f64) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let mut room = width - char_width('…');
    let mut end = 0;
    for (byte, sign) in text.char_indices() {
        room -= char_width(sign);
        if room < 0.0 {
            break;
        }
        end = byte + sign.len_utf8();
    }
    let kept = &text[..end];
    let kept = match kept.rfind([' ', '\u{a0}']) {
        Some(space) if space * 2 > end => &kept[..space],
        _ => kept,
    };
    let kept = kept.trim_end_matches([' ', ',', ';', ':', '.', '-', '\u{a0}']);
    if kept.chars().count() < 3 { String::new() } else { format!("{kept}…") }
}

#[cfg(test)]
mod tests {
    use super::{fit, text_width};

    #[test]
    fn cuts_at_words() {
        #[track_caller]
        fn check(text: &str, width: f64, expected: &str) {
            let cut = fit(text, width);
            assert_eq!(cut, expected);
            assert!(text_width(&cut) <= width);
        }
        check("Brief", 80.0, "Brief");
        check("Brief van de minister aan de Kamer", 120.0, "Brief van de…");
        check("Hoogwaardigheidsbekleder", 60.0, "Hoogw…");
        check("Brief", 12.0, "");
        check("één dag, éénmaal", 72.0, "één dag…");
    }
}
