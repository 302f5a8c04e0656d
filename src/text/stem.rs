//! Stems of Dutch words, after Kraaij and Pohlmann, "Porter's stemming algorithm for Dutch" (1994), in the form that the
//! Snowball project describes. Two words with one stem are taken for the same word, inflected or derived.

/// The stem of a word in small letters without diacritics. Words of other letters come back as they are.
///
/// Cost: some hundred nanoseconds.
pub fn stem(word: &str) -> String {
    if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'\'') {
        return word.to_owned();
    }
    let mut stemmer = Stemmer::new(word);
    stemmer.run();
    String::from_utf8(stemmer.word).expect("only ASCII letters were taken away and put in")
}

/// The word while it is cut.
struct Stemmer {
    word: Vec<u8>,
    /// Where the parts begin that endings must lie in to be cut: behind the first, and the second, group of vowels and
    /// the consonant after it.
    p1: usize,
    p2: usize,
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Where the group of vowels ends that begins at `from`; `ij` is one.
fn end_of_vowels(word: &[u8], from: usize) -> usize {
    let mut end = from;
    loop {
        if word[end..].starts_with(b"ij") {
            end += 2;
        } else if word.get(end).copied().is_some_and(is_vowel) {
            end += 1;
        } else {
            return end;
        }
    }
}

impl Stemmer {
    fn new(word: &str) -> Stemmer {
        let mut stemmer = Stemmer { word: word.as_bytes().to_vec(), p1: 0, p2: 0 };
        stemmer.measure();
        stemmer
    }

    fn run(&mut self) {
        let mut stemmed = self.step_1();
        stemmed |= self.step_2();
        stemmed |= self.step_3();
        stemmed |= self.step_4();
        let lost_prefix = self.lose_prefix();
        if lost_prefix {
            self.step_1c();
        }
        let lost_infix = self.lose_infix();
        if lost_infix {
            self.step_1c();
        }
        stemmed |= self.step_7();
        if stemmed || lost_prefix || lost_infix {
            self.step_6();
        }
    }

    fn measure(&mut self) {
        let n = self.word.len();
        let after_group = |from: usize| {
            let mut at = from;
            while at < n && !is_vowel(self.word[at]) {
                at += 1;
            }
            let end = end_of_vowels(&self.word, at);
            (end > at && end < n).then_some(end + 1)
        };
        let p1 = after_group(0);
        self.p2 = p1.and_then(after_group).unwrap_or(n);
        self.p1 = p1.unwrap_or(n);
    }

    fn ends(&self, ending: &str) -> bool {
        self.word.ends_with(ending.as_bytes())
    }

    /// The longest of `endings` that the word has.
    fn longest<'e>(&self, endings: &[&'e str]) -> Option<&'e str> {
        endings.iter().copied().filter(|ending| self.ends(ending)).max_by_key(|ending| ending.len())
    }

    /// Whether an ending of this length lies behind the first group.
    fn r1(&self, ending: &str) -> bool {
        self.word.len() - ending.len() >= self.p1
    }

    fn r2(&self, ending: &str) -> bool {
        self.word.len() - ending.len() >= self.p2
    }

    /// Whether a vowel stands before an ending of this length.
    fn vowel_before(&self, n_ending: usize) -> bool {
        let before = &self.word[..self.word.len() - n_ending];
        before.ends_with(b"ij") || before.last().copied().is_some_and(is_vowel)
    }

    fn consonant_before(&self, n_ending: usize) -> bool {
        let before = &self.word[..self.word.len() - n_ending];
        !before.ends_with(b"ij") && before.last().copied().is_some_and(|byte| !is_vowel(byte))
    }

    fn r1_consonant(&self, ending: &str) -> bool {
        self.r1(ending) && self.consonant_before(ending.len())
    }

    fn cut(&mut self, ending: &str) {
        self.word.truncate(self.word.len() - ending.len());
    }

    fn put(&mut self, ending: &str, instead: &str) {
        self.cut(ending);
        self.word.extend(instead.bytes());
    }

    /// A vowel that stood alone in an open syllable is doubled when the syllable closes: `namen`, `nam`, `naam`.
    fn lengthen(&mut self) {
        let n = self.word.len();
        if n < 2 {
            return;
        }
        let last = self.word[n - 1];
        if is_vowel(last) || matches!(last, b'w' | b'x') {
            return;
        }
        let vowel = self.word[n - 2];
        // Letters before the vowel, nearest first.
        let before = |nth: usize| n.checked_sub(3 + nth).map(|at| self.word[at]);
        let is_letter_vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u');
        let is_strong = |byte: u8| matches!(byte, b'a' | b'i' | b'o' | b'u');
        let alone = before(0).is_none_or(|byte| !is_letter_vowel(byte));
        // An `e` after a syllable with another vowel is mute: `handel`, `artikel`.
        let mute = || {
            before(1).is_some_and(is_strong)
                || (before(1) == Some(b'e') && before(2).is_none())
                || (before(2).is_some_and(is_strong) && before(3).is_some_and(|byte| !is_letter_vowel(byte)))
        };
        let double = match vowel {
            b'a' | b'o' | b'u' => alone,
            b'e' => alone && !mute(),
            _ => false,
        };
        if double {
            self.word.insert(n - 1, vowel);
        }
    }

    /// Plurals and the like.
    fn step_1(&mut self) -> bool {
        let Some(ending) = self.longest(&["'s", "s", "ies", "es", "aus", "en", "nde"]) else { return false };
        match ending {
            "'s" => self.cut("'s"),
            "s" if self.r1("s") && !(self.ends("ts") && self.r1("ts")) && self.consonant_before(1) => self.cut("s"),
            "ies" if self.r1("ies") => self.put("ies", "ie"),
            "es" if self.ends("ares") && self.r1_consonant("ares") => {
                self.cut("es");
                self.lengthen();
            }
            "es" if self.ends("eres") && self.r1_consonant("eres") => self.cut("es"),
            "es" if self.r1_consonant("es") => self.put("es", "e"),
            "aus" if self.r1("aus") && self.vowel_before(3) => self.put("aus", "au"),
            "en" => return self.step_1_en(),
            "nde" => self.put("nde", "nd"),
            _ => return false,
        }
        true
    }

    fn step_1_en(&mut self) -> bool {
        if self.ends("heden") && self.r1("heden") {
            self.put("heden", "heid");
        } else if self.ends("nden") {
            self.cut("en");
        } else if self.ends("den") && self.r1_consonant("den") {
            self.cut("den");
        } else if (self.ends("ien") || self.ends("jen")) && self.vowel_before(3) {
            self.cut("en");
        } else if self.r1_consonant("en") {
            self.cut("en");
            self.lengthen();
        } else {
            return false;
        }
        true
    }

    /// Diminutives and endings in `e`.
    fn step_2(&mut self) -> bool {
        let endings = ["je", "ge", "lijke", "ische", "de", "te", "se", "re", "le", "ene", "ieve"];
        let Some(ending) = self.longest(&endings) else { return false };
        match ending {
            "je" => return self.step_2_je(),
            "ge" if self.r1("ge") => self.put("ge", "g"),
            "lijke" if self.r1("lijke") => self.cut("e"),
            "ische" if self.r1("ische") => self.cut("e"),
            "de" if self.r1_consonant("de") => self.cut("de"),
            "te" if self.r1("te") => self.put("te", "t"),
            "se" if self.r1("se") => self.put("se", "s"),
            "re" if self.r1("re") => self.put("re", "r"),
            "le" if self.r1("le") => {
                self.put("le", "l");
                self.lengthen();
            }
            "ene" if self.r1_consonant("ene") => {
                self.put("ene", "en");
                self.lengthen();
            }
            "ieve" if self.r1_consonant("ieve") => self.put("ieve", "ief"),
            _ => return false,
        }
        true
    }

    fn step_2_je(&mut self) -> bool {
        if self.ends("'tje") {
            self.cut("'tje");
        } else if self.ends("etje") && self.r1_consonant("etje") {
            self.cut("etje");
        } else if self.ends("rntje") {
            self.put("rntje", "rn");
        } else if self.ends("tje") && self.r1("tje") && (self.ends("ijtje") || self.vowel_before(4)) {
            self.cut("tje");
        } else if self.ends("inkje") {
            self.put("inkje", "ing");
        } else if self.ends("mpje") {
            self.put("mpje", "m");
        } else if self.ends("'je") && self.r1("'je") {
            self.cut("'je");
        } else if self.r1_consonant("je") {
            self.cut("je");
        } else {
            return false;
        }
        true
    }

    /// Endings that make nouns.
    fn step_3(&mut self) -> bool {
        let endings =
            ["atie", "iteit", "heid", "sel", "ster", "rder", "ing", "isme", "erij", "arij", "fie", "gie", "tst", "dst"];
        let Some(ending) = self.longest(&endings) else { return false };
        match ending {
            "atie" if self.r1(ending) => self.put(ending, "eer"),
            "heid" | "sel" | "ster" if self.r1(ending) => self.cut(ending),
            // `schilderij` is no `schild`.
            "ing" | "isme" | "erij" if self.word[..self.word.len() - ending.len()].ends_with(b"ild") => {
                self.put(ending, "er");
            }
            "iteit" | "ing" | "isme" | "erij" if self.r1(ending) => {
                self.cut(ending);
                self.lengthen();
            }
            "rder" => self.put(ending, "r"),
            "arij" if self.r1_consonant(ending) => self.put(ending, "aar"),
            "fie" | "gie" if self.r2(ending) => {
                self.cut("ie");
                self.lengthen();
            }
            "tst" | "dst" if self.r1_consonant(ending) => self.cut("st"),
            _ => return false,
        }
        true
    }

    /// Endings that make adjectives.
    fn step_4(&mut self) -> bool {
        let endings = [
            "ioneel", "atief", "baar", "naar", "laar", "raar", "tant", "lijker", "lijkst", "achtig", "achtiger",
            "achtigst", "eriger", "erigst", "erig", "end",
        ];
        if let Some(ending) = self.longest(&endings) {
            let done = match ending {
                "ioneel" if self.r1(ending) => Some((ending, "ie", false)),
                "atief" if self.r1(ending) => Some((ending, "eer", false)),
                "baar" if self.r1(ending) => Some((ending, "", false)),
                "naar" if self.r1(ending) && self.vowel_before(4) => Some((ending, "n", false)),
                "laar" if self.r1(ending) && self.vowel_before(4) => Some((ending, "l", false)),
                "raar" if self.r1(ending) && self.vowel_before(4) => Some((ending, "r", false)),
                "tant" if self.r1(ending) => Some((ending, "teer", false)),
                "lijker" | "lijkst" if self.r1(ending) => Some((ending, "lijk", false)),
                "achtig" | "achtiger" | "achtigst" if self.r1(ending) => Some((ending, "", false)),
                "eriger" | "erigst" | "erig" | "end" if self.r1_consonant(ending) => Some((ending, "", true)),
                _ => None,
            };
            if let Some((ending, instead, lengthens)) = done {
                self.put(ending, instead);
                if lengthens {
                    self.lengthen();
                }
                return true;
            }
        }
        let Some(ending) = self.longest(&["iger", "igst", "ig"]) else { return false };
        if !self.r1_consonant(ending) || self.word[..self.word.len() - ending.len()] == *b"inn" {
            return false;
        }
        self.cut(ending);
        self.lengthen();
        true
    }

    /// The `d` or `t` of a participle that lost its `ge`.
    fn step_1c(&mut self) {
        let n = self.word.len();
        let Some(ending @ ("d" | "t")) = self.longest(&["d", "t"]) else { return };
        if !self.r1_consonant(ending) {
            return;
        }
        match ending {
            "d" if self.ends("nd") && self.p1 < n - 1 => {}
            "t" if (self.ends("ht") && self.p1 < n - 1) || self.word == *b"ent" => {}
            "d" if self.word == *b"ind" => self.put("d", "n"),
            _ => self.cut(ending),
        }
    }

    fn step_7(&mut self) -> bool {
        if !["kt", "ft", "pt"].iter().any(|ending| self.ends(ending)) {
            return false;
        }
        self.cut("t");
        true
    }

    /// A word does not end in a doubled consonant, nor in `v` or `z`.
    fn step_6(&mut self) {
        let n = self.word.len();
        match self.word[..] {
            [b'i', b'n', b'n'] => {}
            [.., a, b] if a == b && !is_vowel(b) => self.word.truncate(n - 1),
            [.., b'v'] => self.word[n - 1] = b'f',
            [.., b'z'] => self.word[n - 1] = b's',
            _ => {}
        }
    }

    fn lose_prefix(&mut self) -> bool {
        /// Not participles: `geeft`, `geval`, `gevaar`.
        const WHOLE: [&[u8]; 4] = [b"eft", b"val", b"vaa", b"vare"];
        if !self.word.starts_with(b"ge") || !self.syllable_follows(2) {
            return false;
        }
        let rest = &self.word[2..];
        if !rest.starts_with(b"vali") && WHOLE.iter().any(|whole| rest.starts_with(whole)) {
            return false;
        }
        self.word.drain(..2);
        self.measure();
        true
    }

    fn lose_infix(&mut self) -> bool {
        let found = self.word.windows(2).skip(1).position(|two| two == b"ge");
        let Some(at) = found.map(|before| before + 1).filter(|&at| self.syllable_follows(at + 2)) else { return false };
        self.word.drain(at..at + 2);
        self.measure();
        true
    }

    /// Whether three letters follow, and in these a group of vowels with something behind it.
    fn syllable_follows(&self, at: usize) -> bool {
        let rest = &self.word[at..];
        let Some(vowel) = rest.iter().position(|&byte| is_vowel(byte)) else { return false };
        rest.len() >= 3 && end_of_vowels(rest, vowel) < rest.len()
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn inflections_share_a_stem() {
        let check = |words: &str, expected: &str| {
            for word in words.split(' ') {
                assert_eq!(stem(word), expected, "{word}");
            }
        };
        check("ambtenaar ambtenaren", "ambten");
        check("brief brieven", "brief");
        check("werkelijkheid werkelijkheden werkelijk", "werkelijk");
        check("organisatie organiseer", "organiseer");
        check("huis huizen", "huis");
    }
}
