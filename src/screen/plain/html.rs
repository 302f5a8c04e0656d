//! The one writer of HTML: what is opened is closed, and every text and attribute is escaped.

/// HTML under construction. Tag and attribute names are ours (`&'static str`); texts and values are anyone's.
#[derive(Debug, Default)]
pub struct Html {
    out: String,
}

/// Attributes in the order in which they are printed.
pub type Attributes<'a> = &'a [(&'static str, &'a str)];

impl Html {
    /// An element and what `inside` writes in it.
    pub fn element(&mut self, tag: &'static str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Html)) {
        self.open(tag, attributes);
        inside(self);
        self.close(tag);
    }

    /// An element that holds only text.
    pub fn leaf(&mut self, tag: &'static str, attributes: Attributes<'_>, text: &str) {
        self.element(tag, attributes, |html| html.text(text));
    }

    /// An element without content or end tag (`meta`, `br`, `hr`).
    pub fn void(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.open(tag, attributes);
    }

    pub fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// For elements that do not nest as calls do; whoever opens also closes.
    pub(super) fn open(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            if !value.is_empty() {
                self.out.push_str("=\"");
                escape(value, &mut self.out);
                self.out.push('"');
            }
        }
        self.out.push('>');
    }

    pub(super) fn close(&mut self, tag: &'static str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
        if is_block(tag) {
            self.out.push('\n');
        }
    }

    pub fn into_string(self) -> String {
        self.out
    }
}

/// After these a line may end without a change of meaning.
fn is_block(tag: &str) -> bool {
    !matches!(tag, "a" | "span" | "em" | "strong" | "sup" | "code" | "time" | "q")
}

/// Control characters other than white space have no place in HTML and become U+FFFD.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

/// An `id` for anyone's name: letters, digits and `.`, `_`, `-` stay, all else becomes `_` and its code, so that two
/// names never share one.
pub fn id_of(name: &str) -> String {
    let mut id = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '-') {
            id.push(c);
        } else {
            id.push_str(&format!("_{:x}_", c as u32));
        }
    }
    id
}

/// `address`, if it is one that a reader may follow.
pub fn followable(address: &str) -> Option<&str> {
    let lower = address.trim().to_ascii_lowercase();
    let allowed = ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    allowed.then(|| address.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_all_that_could_be_markup() {
        let mut html = Html::default();
        html.leaf("p", &[("title", "a\"b<c'&")], "<script>alert('1')</script>\u{0}\u{7}&amp;");
        assert_eq!(
            html.into_string(),
            "<p title=\"a&quot;b&lt;c&#39;&amp;\">&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\u{fffd}\u{fffd}&amp;amp;</p>\n"
        );
    }

    #[test]
    fn names_become_ids() {
        assert_eq!(id_of("000"), "000");
        assert_eq!(id_of("a b_c"), "a_20_b_5f_c");
    }

    #[test]
    fn follows_no_script() {
        assert_eq!(followable(" https://example.org/ "), Some("https://example.org/"));
        assert_eq!(followable("javascript:alert(1)"), None);
        assert_eq!(followable("data:text/html,x"), None);
    }
}
