//! What every export needs: rows of CSV (RFC 4180), strings of JSON (RFC 8259), names for files.

use crate::engine::{Document, Span, lower};

/// One row, closed by CRLF. A field is quoted where it must be.
pub fn csv_row(fields: &[&str], into: &mut String) {
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            into.push(',');
        }
        if field.contains([',', '"', '\n', '\r']) || field.starts_with(' ') || field.ends_with(' ') {
            into.push('"');
            into.push_str(&field.replace('"', "\"\""));
            into.push('"');
        } else {
            into.push_str(field);
        }
    }
    into.push_str("\r\n");
}

/// With its quotation marks.
pub fn json_text(text: &str) -> String {
    let mut printed = String::with_capacity(text.len() + 2);
    printed.push('"');
    for sign in text.chars() {
        match sign {
            '"' => printed.push_str("\\\""),
            '\\' => printed.push_str("\\\\"),
            '\n' => printed.push_str("\\n"),
            sign if sign < ' ' => printed.push_str(&format!("\\u{:04x}", sign as u32)),
            sign => printed.push(sign),
        }
    }
    printed.push('"');
    printed
}

/// Safe in HTML and in SVG, text and attributes. Control characters, which XML refuses, are dropped.
pub fn escape(text: &str) -> String {
    let plain: String = text.chars().filter(|sign| !sign.is_control() || matches!(sign, '\n' | '\t')).collect();
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The bytes of the file that hold a stretch of the text: where another program finds it.
pub fn in_file(document: &Document, span: Span) -> Span {
    document.source.to_source(span).unwrap_or(span)
}

/// Letters and digits of a title, for a file's name.
pub fn file_name(title: &str, ending: &str) -> String {
    let plain: String = title.chars().map(lower).map(|sign| if sign.is_alphanumeric() { sign } else { '-' }).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    format!("{}{ending}", parts.join("-"))
}

#[cfg(test)]
mod tests {
    use super::{csv_row, file_name, json_text};

    #[test]
    fn quotes_what_must_be_quoted() {
        let mut csv = String::new();
        csv_row(&["a", "b,c", "\"d\"\ne", ""], &mut csv);
        assert_eq!(csv, "a,\"b,c\",\"\"\"d\"\"\ne\",\r\n");
        let parsed: String = serde_json::from_str(&json_text("é\"\\\n\u{1}</script>")).unwrap();
        assert_eq!(parsed, "é\"\\\n\u{1}</script>");
        assert_eq!(file_name("Een Dossier: 'proef'", "-tijdlijn.csv"), "een-dossier-proef-tijdlijn.csv");
    }
}
