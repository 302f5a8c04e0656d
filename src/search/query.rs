//! What a reader typed, understood. Cannot fail: what has no meaning as an operator is a word, and what is left out is said.
//!
//! `words`, `"a phrase"`, `begin*`, `-without`, `this OF that`, and fields: `spreker:` or `door:`, `soort:`, `in:`, `na:`,
//! `sinds:`, `voor:`, `tussen:`, `datum:`; in English `NOT`, `OR`, `speaker:`, `by:`, `kind:`, `after:`, `since:`, `before:`,
//! `between:`, `date:`. Before dates, `tussen`, `na`, `sinds` and a `voor` that opens the query need no colon.

use super::words::folded_words;
use crate::text::{Said, Span, lowered, parted};

/// What is typed behind this is left out: no one reads a longer query, and answering must not take longer than typing.
const MAX_TYPED_BYTES: usize = 2000;
const MAX_CLAUSES: usize = 32;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// All must hold, in the order typed.
    pub clauses: Vec<Clause>,
    pub fields: Vec<Asked>,
    /// What could not be understood, and what was done instead.
    pub notes: Vec<Said>,
}

/// One thing asked for, or not wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    pub unwanted: bool,
    /// One of these must hold: more than one where `OF` joins them. Not empty.
    pub any: Vec<Wording>,
    /// Of what was typed, sign and quotation marks included.
    pub span: Span,
}

/// Words as one may ask for them. The strings are folded, and not empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Wording {
    Word(String),
    /// `begin*`: all words that begin so.
    Start(String),
    /// The last word of a query, while it is being typed: a word, or the beginning of one.
    Unfinished(String),
    /// Words that must follow each other, at least two. Unfinished while the closing mark is missing: the last word may then
    /// be the beginning of one.
    Phrase {
        words: Vec<String>,
        unfinished: bool,
    },
}

/// A field with its value. What documents, speakers and days these are, the engine knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What fits is left out: `-soort:brief`.
    pub unwanted: bool,
    pub field: Field,
    pub value: String,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Speaker,
    Author,
    Kind,
    Document,
    /// From the day after the date.
    After,
    /// From the date's first day.
    Since,
    Before,
    Between,
    /// Passages that name a day of these, in whatever words.
    On,
}

/// What fields may be called.
const NAMES: [(&str, Field); 9] = [
    ("spreker speaker", Field::Speaker),
    ("door by van author auteur", Field::Author),
    ("soort kind type", Field::Kind),
    ("in document", Field::Document),
    ("na after", Field::After),
    ("sinds vanaf since", Field::Since),
    ("voor vóór before", Field::Before),
    ("tussen between", Field::Between),
    ("datum date", Field::On),
];

impl Field {
    fn named(name: &str) -> Option<Field> {
        let name = lowered(name);
        let is_so = |(names, _): &&(&str, Field)| parted(names.as_bytes(), b' ').any(|own| own == name.as_bytes());
        NAMES.iter().find(is_so).map(|(_, field)| *field)
    }

    pub fn is_date(self) -> bool {
        matches!(self, Field::After | Field::Since | Field::Before | Field::Between | Field::On)
    }
}

impl Query {
    pub fn parse(typed: &str) -> Query {
        Query::parse_with(typed, &|_| 0)
    }

    /// As [`Query::parse`], where `date_bytes` says how many bytes at the start of a text are a date or two, so that
    /// `na: 3 mei 2022 begroting` knows where its date ends.
    pub fn parse_with(typed: &str, date_bytes: &dyn Fn(&str) -> usize) -> Query {
        let mut end = typed.len().min(MAX_TYPED_BYTES);
        while !typed.is_char_boundary(end) {
            end -= 1;
        }
        let read = typed.get(..end).unwrap_or(typed);
        let mut reader = Reader { typed: read, at: 0, date_bytes, query: Query::default(), joins: false };
        if end < typed.len() {
            reader.note("Alleen de eerste 2000 tekens zijn gelezen.", "Only the first 2000 characters were read.");
        }
        while reader.read_one() {}
        reader.query
    }

    /// The clauses that are wanted.
    pub fn wanted(&self) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().filter(|clause| !clause.unwanted)
    }

    pub fn unwanted(&self) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().filter(|clause| clause.unwanted)
    }
}

/// What stands between quotation marks.
struct Quoted<'a> {
    inside: &'a str,
    closed: bool,
}

struct Reader<'a> {
    typed: &'a str,
    at: usize,
    date_bytes: &'a dyn Fn(&str) -> usize,
    query: Query,
    /// `OF` stands before what comes now.
    joins: bool,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.typed.get(self.at..).unwrap_or_default()
    }

    fn note(&mut self, nl: &str, en: &str) {
        self.query.notes.push(Said::new(nl, en));
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Reads the next operator, field, phrase or word; false at the end.
    fn read_one(&mut self) -> bool {
        self.skip_space();
        if self.rest().is_empty() {
            return false;
        }
        if self.query.clauses.len() == MAX_CLAUSES {
            self.note("Alleen de eerste 32 woorden tellen mee.", "Only the first 32 words count.");
            return false;
        }
        let start = self.at;
        let mut unwanted = false;
        if let Some(behind) = self.rest().strip_prefix(['-', '−'])
            && behind.starts_with(|c: char| c.is_alphanumeric() || is_quote(c))
        {
            unwanted = true;
            self.at = self.typed.len() - behind.len();
        }
        if let Some(words) = self.quoted() {
            self.push_phrase(words, unwanted, start);
            return true;
        }
        let word_start = self.at;
        let word = self.bare();
        match word {
            "OF" | "OR" | "|" | "||" if !self.query.clauses.is_empty() => self.joins = true,
            "EN" | "AND" | "&" | "&&" => {}
            "NIET" | "NOT" if !self.rest().trim().is_empty() => self.read_unwanted(start),
            _ => self.read_word(word, word_start, unwanted, start),
        }
        true
    }

    fn read_unwanted(&mut self, start: usize) {
        self.skip_space();
        match self.quoted() {
            Some(words) => self.push_phrase(words, true, start),
            None => {
                let word_start = self.at;
                let word = self.bare();
                self.read_word(word, word_start, true, start);
            }
        }
    }

    /// Understands a word that begins at `word_start`, its sign at `start`: as a field's name, or as itself.
    fn read_word(&mut self, word: &str, word_start: usize, unwanted: bool, start: usize) {
        match word.split_once(':').and_then(|(name, _)| Some((name, Field::named(name)?))) {
            Some((name, field)) => {
                self.at = word_start + name.len() + 1;
                self.read_field(field, unwanted, start);
            }
            None => match self.opened(word) {
                Some(field) => self.read_field(field, unwanted, start),
                None => self.push_words(word, unwanted, start),
            },
        }
    }

    /// "tussen 3 mei en 4 juni", "na 2022": no colon is needed where dates follow. "begroting voor 2023" is of that year, and a
    /// sentence that someone pasted is no more than its words.
    fn opened(&self, word: &str) -> Option<Field> {
        const MOST_WORDS: usize = 6;
        let field = Field::named(word)?;
        let opens_query = self.query.clauses.is_empty() && self.query.fields.is_empty();
        let is_short = || self.typed.split_whitespace().nth(MOST_WORDS).is_none();
        let holds_number = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
        let may_be = match field {
            Field::Between => true,
            Field::After | Field::Since => is_short(),
            Field::Before => opens_query && is_short(),
            _ => false,
        } && (field == Field::Between || self.rest().split_whitespace().take(3).any(holds_number));
        (may_be && (self.date_bytes)(self.rest().trim_start()) > 0).then_some(field)
    }

    /// The inside of quotation marks, if they open here; to the end where they do not close.
    fn quoted(&mut self) -> Option<Quoted<'a>> {
        let open = self.rest().chars().next().filter(|c| is_quote(*c))?;
        self.at += open.len_utf8();
        let inside = self.up_to(is_quote);
        let close = self.rest().chars().next();
        self.at += close.map_or(0, char::len_utf8);
        Some(Quoted { inside, closed: close.is_some() })
    }

    /// All up to white space or a quotation mark.
    fn bare(&mut self) -> &'a str {
        self.up_to(|c| c.is_whitespace() || is_quote(c))
    }

    /// All up to such a character, or to the end.
    fn up_to(&mut self, ends: fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(ends).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    fn read_field(&mut self, field: Field, unwanted: bool, start: usize) {
        self.skip_space();
        let value = match self.quoted() {
            Some(value) => value.inside,
            None => {
                let rest = self.rest();
                let n_bytes = if field.is_date() { (self.date_bytes)(rest) } else { 0 };
                match rest.get(..n_bytes) {
                    Some(date) if n_bytes > 0 => {
                        self.at += n_bytes;
                        date
                    }
                    _ => self.bare(),
                }
            }
        };
        let span = Span::new(start, self.at);
        if value.trim().is_empty() {
            let name = span.of(self.typed);
            self.note(
                &["„", name, "” staat zonder waarde en telt niet mee."].concat(),
                &["“", name, "” has no value and does not count."].concat(),
            );
        } else {
            self.query.fields.push(Asked { unwanted, field, value: value.trim().to_owned(), span });
        }
    }

    fn push_phrase(&mut self, quoted: Quoted<'_>, unwanted: bool, start: usize) {
        let mut words = folded_words(quoted.inside);
        let unfinished = !quoted.closed && quoted.inside.ends_with(char::is_alphanumeric);
        let wording = match words.len() {
            0 => return,
            1 if unfinished => Wording::Unfinished(words.remove(0)),
            1 => Wording::Word(words.remove(0)),
            _ => Wording::Phrase { words, unfinished },
        };
        self.push(wording, unwanted, start);
    }

    fn push_words(&mut self, word: &str, unwanted: bool, start: usize) {
        let mut words = folded_words(word);
        let Some(last) = words.pop() else { return };
        let is_start = word.ends_with('*');
        let unfinished = self.at == self.typed.len() && word.ends_with(char::is_alphanumeric) && !unwanted;
        let last = match (is_start, unfinished) {
            (true, _) => Wording::Start(last),
            (false, true) => Wording::Unfinished(last),
            (false, false) => Wording::Word(last),
        };
        if unwanted && !words.is_empty() {
            words.extend(folded_words(word).pop());
            return self.push(Wording::Phrase { words, unfinished: false }, true, start);
        }
        for word in words {
            self.push(Wording::Word(word), unwanted, start);
        }
        self.push(last, unwanted, start);
    }

    fn push(&mut self, wording: Wording, unwanted: bool, start: usize) {
        let span = Span::new(start, self.at);
        if std::mem::take(&mut self.joins)
            && let Some(last) = self.query.clauses.last_mut().filter(|last| last.unwanted == unwanted)
        {
            last.any.push(wording);
            last.span = last.span.hull(span);
            return;
        }
        if self.query.clauses.len() < MAX_CLAUSES {
            self.query.clauses.push(Clause { unwanted, any: vec![wording], span });
        }
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»')
}

#[cfg(test)]
mod tests {
    use super::{MAX_CLAUSES, MAX_TYPED_BYTES, Query, Wording};

    /// The query written down again, one clause after the other.
    fn said(query: &Query) -> String {
        let wording = |wording: &Wording| match wording {
            Wording::Word(word) => word.clone(),
            Wording::Start(start) => format!("{start}*"),
            Wording::Unfinished(start) => format!("{start}…"),
            Wording::Phrase { words, unfinished } => {
                format!("\"{}{}\"", words.join(" "), if *unfinished { "…" } else { "" })
            }
        };
        let clauses = query.clauses.iter().map(|clause| {
            let any: Vec<_> = clause.any.iter().map(wording).collect();
            format!("{}{}", if clause.unwanted { "-" } else { "" }, any.join("|"))
        });
        let fields = query
            .fields
            .iter()
            .map(|asked| format!("{}{:?}={}", if asked.unwanted { "-" } else { "" }, asked.field, asked.value));
        clauses.chain(fields).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn understands_what_is_typed() {
        let check = |typed: &str, expected: &str| {
            assert_eq!(said(&Query::parse_with(typed, &|rest| rest.find(" rest").unwrap_or(0))), expected, "{typed}")
        };
        check("Ambtelijk vakmanschap", "ambtelijk vakmanschap…");
        check("vakmanschap ", "vakmanschap");
        check("„vaste woordgroep” -niet raad*", "\"vaste woordgroep\" -niet raad*");
        check("kosten OF uitgaven OR lasten NOT \"oud jaar\"", "kosten|uitgaven|lasten -\"oud jaar\"");
        check("door:Jansen soort: brief begroting ", "begroting Author=Jansen Kind=brief");
        check("-soort:brief NIET door: \"de Vries\" haven ", "haven -Kind=brief -Author=de Vries");
        check("haven tussen 1 mei 2022 en 3 juni rest ", "haven rest Between=1 mei 2022 en 3 juni");
        check("tussen twee vuren ", "tussen twee vuren");
        check("begroting na 2022 rest ", "begroting rest After=2022");
        check("sinds: 2022 rest ", "rest Since=2022");
        check("voor 2022 rest ", "rest Before=2022");
        check("begroting voor 2023 rest ", "begroting voor 2023 rest");
        check("na 3 mei 1890 rest ", "rest After=3 mei 1890");
        check("na een lange dag rest ", "na een lange dag rest");
        check("zes woorden en nog wat na 2022 rest ", "zes woorden en nog wat na 2022 rest");
        check("in:\"lange naam\" na: 3 mei 2022 rest ", "rest Document=lange naam After=3 mei 2022");
        check("politiek-ambtelijk", "politiek ambtelijk…");
        check("\"nooit dicht", "\"nooit dicht…\"");
        check("- -- OF \"\" : * NIET", "of niet…");
        check("http://voorbeeld.nl/pad ", "http voorbeeld nl pad");
        check("door:", "");
        check("", "");
    }

    #[test]
    fn long_queries_are_cut_and_say_so() {
        let query = Query::parse(&"ë ".repeat(50_000));
        assert_eq!((query.clauses.len(), query.notes.len()), (32, 2));
    }

    #[test]
    fn spans_cover_what_was_typed() {
        let typed = "een -\"twee drie\" spreker: vier";
        let query = Query::parse(typed);
        let spans: Vec<_> = query.clauses.iter().map(|clause| clause.span.of(typed)).collect();
        assert_eq!(spans, ["een", "-\"twee drie\""]);
        assert_eq!(query.fields[0].span.of(typed), "spreker: vier");
    }

    #[test]
    fn notes_tell_the_bounds() {
        let notes = |typed: &str| Query::parse(typed).notes.iter().map(|note| note.nl.clone()).collect::<Vec<_>>();
        let check =
            |typed: &str, bound: usize| assert!(notes(typed).iter().any(|note| note.contains(&format!(" {bound} "))));
        check(&"a".repeat(MAX_TYPED_BYTES + 1), MAX_TYPED_BYTES);
        check(&"a ".repeat(MAX_CLAUSES + 1), MAX_CLAUSES);
    }
}
