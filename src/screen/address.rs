//! Fields of an address: percent-encoded names and values behind `?`, as a URL's query has them.

/// Appends `text`, percent-encoded but for what is safe in a hash everywhere; a space becomes `+`.
pub fn encode(text: &str, into: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b' ' => into.push('+'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b':' | b',' | b'*' => {
                into.push(char::from(byte));
            }
            _ => {
                into.push('%');
                into.push(char::from(HEX[usize::from(byte >> 4)]));
                into.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

/// The text that [`encode`] printed, or as a person typed it. Broken escapes stay as they are, broken UTF-8 is replaced.
pub fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escaped = bytes.get(at + 1..at + 3).and_then(|pair| Some(hex(pair[0])? << 4 | hex(pair[1])?));
        match (bytes[at], escaped) {
            (b'%', Some(byte)) => {
                plain.push(byte);
                at += 3;
                continue;
            }
            (b'+', _) => plain.push(b' '),
            (byte, _) => plain.push(byte),
        }
        at += 1;
    }
    String::from_utf8(plain).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Prints `name=value` pairs behind a path.
#[derive(Debug)]
pub struct Printer(String);

impl Printer {
    pub fn new(path: &str) -> Printer {
        Printer(path.to_owned())
    }

    pub fn segment(&mut self, text: &str) {
        self.0.push('/');
        encode(text, &mut self.0);
    }

    pub fn field(&mut self, name: &str, value: &str) {
        self.0.push(if self.0.contains('?') { '&' } else { '?' });
        self.0.push_str(name);
        self.0.push('=');
        encode(value, &mut self.0);
    }

    pub fn fields(&mut self, name: &str, values: &[String]) {
        values.iter().for_each(|value| self.field(name, value));
    }

    pub fn optional(&mut self, name: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.field(name, &value.to_string());
        }
    }

    pub fn flag(&mut self, name: &str, on: bool) {
        if on {
            self.field(name, "1");
        }
    }

    pub fn finish(self) -> String {
        self.0
    }
}

/// The pairs of an address, decoded.
#[derive(Debug)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    pub fn parse(query: &str) -> Fields {
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        Fields(
            pairs
                .map(|pair| {
                    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                    (decode(name), decode(value))
                })
                .collect(),
        )
    }

    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect()
    }

    pub fn text(&self, name: &str) -> String {
        self.first(name).unwrap_or_default().to_owned()
    }

    pub fn number(&self, name: &str) -> Option<u32> {
        self.first(name)?.parse().ok()
    }

    pub fn first(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// `name` alone or `name=1`.
    pub fn flag(&self, name: &str) -> bool {
        self.first(name).is_some_and(|value| value != "0")
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn decodes_what_people_paste() {
        for (input, expected) in
            [("a+b", "a b"), ("a%20b", "a b"), ("50%", "50%"), ("%zz", "%zz"), ("%C3%A9é", "éé"), ("%ff", "\u{fffd}")]
        {
            assert_eq!(decode(input), expected, "{input}");
        }
    }

    #[test]
    fn encodes_and_decodes_every_character() {
        let text: String = (0..0x3000).filter_map(char::from_u32).collect();
        let mut printed = String::new();
        encode(&text, &mut printed);
        assert!(printed.is_ascii());
        assert_eq!(decode(&printed), text);
    }
}
