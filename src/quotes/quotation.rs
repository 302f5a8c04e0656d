//! Quotations: stretches in quotation marks of every style, told from apostrophes.
//!
//! One pass collects the marks with what each could be by its neighbours; a second pairs them with a stack that lives
//! over paragraphs. A quotation of several paragraphs opens anew in each and closes once. What never closes ends with
//! its paragraph and is reported as unclosed.

use crate::text::{Document, Order, Span};

/// A quotation as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// Inside the marks, trimmed.
    pub inside: Span,
    /// The marks too.
    pub outside: Span,
    pub closed: bool,
    /// 0 for a quotation that no other holds.
    pub depth: usize,
}

/// Marks of one family close each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Single,
    Double,
    Guillemet,
}

/// One mark and what it could be.
#[derive(Clone, Copy, Debug)]
struct Mark {
    at: usize,
    len: usize,
    glyph: char,
    family: Family,
    opens: bool,
    closes: bool,
    /// A closing mark that could as well be an apostrophe: "de ministers’ antwoord".
    doubtful: bool,
    block: usize,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    mark: Mark,
    /// The block in which it was last seen open.
    block: usize,
}

/// A quotation without reopening marks may run on over this many paragraphs.
const MOST_BLOCKS: usize = 3;

/// The quotations of a document, by place, outer before inner.
pub(super) fn quotations(document: &Document) -> Vec<Marked> {
    let text = document.text.as_str();
    let marks = marks(document);
    let mut pairing = Pairing { document, text, open: Vec::new(), found: Vec::new() };
    for (index, &mark) in marks.iter().enumerate() {
        pairing.take(mark, &marks[index + 1..]);
    }
    while let Some(open) = pairing.open.pop() {
        pairing.leave(open, None);
    }
    let mut found = pairing.found;
    found.order_by_key(|marked| (marked.outside.start_byte, std::cmp::Reverse(marked.outside.end_byte)));
    let mut around: Vec<Span> = Vec::new();
    for marked in &mut found {
        around.retain(|outer| outer.end_byte > marked.outside.start_byte);
        marked.depth = around.len();
        around.push(marked.outside);
    }
    found
}

struct Pairing<'a> {
    document: &'a Document,
    text: &'a str,
    open: Vec<Open>,
    found: Vec<Marked>,
}

impl Pairing<'_> {
    fn take(&mut self, mark: Mark, after: &[Mark]) {
        self.drop_stale(mark);
        if self.goes_on(mark) {
            return;
        }
        if mark.closes && self.close(mark, after) {
            return;
        }
        if mark.opens {
            if let Some(at) = self.open.iter().position(|open| open.mark.glyph == mark.glyph && is_straight(mark.glyph))
            {
                // Straight marks cannot nest in their own kind: the earlier one was never closed.
                for open in self.open.split_off(at).into_iter().rev() {
                    self.leave(open, Some(mark.at));
                }
            }
            self.open.push(Open { mark, block: mark.block });
        }
    }

    /// Gives up what stands open too far back to be closed by `mark`.
    fn drop_stale(&mut self, mark: Mark) {
        while let Some(&open) = self.open.last() {
            let reopened = mark.opens && mark.family == open.mark.family && !self.begins_block(mark);
            let far = mark.block > open.block && (reopened || mark.block > open.block + MOST_BLOCKS);
            if !far {
                break;
            }
            self.open.pop();
            self.leave(open, None);
        }
    }

    /// The same opening mark at the head of a later paragraph: the quotation goes on.
    fn goes_on(&mut self, mark: Mark) -> bool {
        let begins = mark.opens && self.begins_block(mark);
        let Some(open) = self.open.last_mut() else {
            return false;
        };
        let again =
            open.mark.glyph == mark.glyph || open.mark.family == Family::Guillemet && mark.family == Family::Guillemet;
        let goes_on = begins && again && mark.block == open.block + 1;
        if goes_on {
            open.block = mark.block;
        } else if begins && mark.block > open.block && open.mark.family == mark.family {
            let open = *open;
            self.open.pop();
            self.leave(open, None);
        }
        goes_on
    }

    fn begins_block(&self, mark: Mark) -> bool {
        let block = self.document.blocks[mark.block].span;
        self.text[block.start()..mark.at].chars().all(|c| c.is_whitespace() || matches!(c, '*' | '_' | '-' | '–'))
    }

    fn close(&mut self, mark: Mark, after: &[Mark]) -> bool {
        let fits = |open: &Open| {
            let same = open.mark.family == mark.family;
            let near = open.block == mark.block || mark.family != Family::Single || ends_sentence(self.text, mark.at);
            same && near && open.mark.at + open.mark.len < mark.at
        };
        let Some(at) = self.open.iter().rposition(fits) else {
            return false;
        };
        if mark.doubtful && closes_better(mark, after) {
            return true;
        }
        let inner = self.open.split_off(at + 1);
        for open in inner.into_iter().rev() {
            self.leave(open, Some(mark.at));
        }
        if let Some(open) = self.open.pop() {
            self.push(open.mark, mark.at, mark.at + mark.len, true);
        }
        true
    }

    /// Reports an opening mark that was not closed; a single one only where it stands like a quotation.
    fn leave(&mut self, open: Open, before: Option<usize>) {
        let block_end = self.document.blocks[open.block].span.end();
        let end = before.unwrap_or(block_end).min(block_end).max(open.mark.at + open.mark.len);
        let inside = &self.text[open.mark.at + open.mark.len..end];
        let plausible = open.mark.family != Family::Single
            || (inside.starts_with(char::is_uppercase)
                && inside.split_whitespace().nth(3).is_some()
                && ends_sentence(self.text, open.mark.at));
        if plausible {
            self.push(open.mark, end, end, false);
        }
    }

    fn push(&mut self, open: Mark, inside_end: usize, outside_end: usize, closed: bool) {
        let from = open.at + open.len;
        let raw = &self.text[from..inside_end];
        let start = from + (raw.len() - raw.trim_start().len());
        let end = start + raw.trim().len();
        if raw.chars().any(char::is_alphanumeric) {
            let inside = Span::new(start, end);
            self.found.push(Marked { inside, outside: Span::new(open.at, outside_end), closed, depth: 0 });
        }
    }
}

/// Whether what stands before `at` ends a sentence or announces one.
fn ends_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '\n', '*', '_', '”', '"']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '…', ','])
}

/// Whether a later mark of the block closes the quotation better than this doubtful one.
fn closes_better(mark: Mark, after: &[Mark]) -> bool {
    after
        .iter()
        .take_while(|next| next.block == mark.block && !(next.opens && next.family == mark.family))
        .any(|next| next.closes && next.family == mark.family)
}

fn is_straight(glyph: char) -> bool {
    matches!(glyph, '"' | '\'')
}

fn marks(document: &Document) -> Vec<Mark> {
    let text = document.text.as_str();
    let mut found = Vec::new();
    for (block, at_block) in document.blocks.iter().enumerate() {
        let span = at_block.span;
        let Some(inside) = text.get(span.range()) else {
            continue;
        };
        let mut skip_to = 0;
        let may_begin = |offset: &usize| MAY_BEGIN[usize::from(inside.as_bytes()[*offset])];
        for offset in (0..inside.len()).filter(may_begin) {
            let Some(c) = inside[offset..].chars().next().filter(|c| may_quote(*c) && offset >= skip_to) else {
                continue;
            };
            let at = span.start() + offset;
            if let Some(mark) = mark(text, span, at, c, block) {
                skip_to = offset + mark.len;
                found.push(mark);
            }
        }
    }
    found
}

/// The bytes with which a sign begins that may be a quotation mark: most text is passed over by them.
const MAY_BEGIN: [bool; 256] = {
    let mut may = [false; 256];
    let first = [b'"', b'\'', b',', b'`', 0xc2, 0xe2, 0xef];
    let mut at = 0;
    while at < first.len() {
        may[first[at] as usize] = true;
        at += 1;
    }
    may
};

fn may_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | ',' | '`' | '´' | '«' | '»') || matches!(c, '‘'..='‟' | '‹' | '›' | '＂')
}

/// Angle marks in a row; more are a filler.
const LONGEST_ROW: usize = 9;

/// What the sign at `at` could be, `None` for an apostrophe and a comma.
fn mark(text: &str, block: Span, at: usize, c: char, block_index: usize) -> Option<Mark> {
    let rest = &text[at..block.end()];
    let len = match c {
        ',' | '\'' | '`' | '´' | '’' | '‘' | '‚' if rest[c.len_utf8()..].starts_with(c) => 2 * c.len_utf8(),
        ',' => return None,
        _ => c.len_utf8(),
    };
    let doubled = len > c.len_utf8();
    let family = match c {
        '«' | '»' | '‹' | '›' => Family::Guillemet,
        '"' | '„' | '“' | '”' | '‟' | '＂' => Family::Double,
        _ if doubled => Family::Double,
        _ => Family::Single,
    };
    let glyph = if doubled { '"' } else { c };
    let before = text[block.start()..at].chars().next_back();
    let after = text[at + len..block.end()].chars().next();
    let (left_free, right_free) = (is_left_border(before), is_right_border(after));
    let letter_after = after.is_some_and(char::is_alphanumeric);
    let letter_before = before.is_some_and(char::is_alphanumeric);
    if family == Family::Single && letter_before && letter_after {
        return None;
    }
    if matches!(c, '\'' | '’' | '‘' | '`') && !doubled && left_free && is_clipped_word(&text[at + len..block.end()])
    {
        return None;
    }
    let can_open = after.is_some_and(|c| !c.is_whitespace()) && left_free;
    let can_close = before.is_some_and(|c| !c.is_whitespace()) && (right_free || !letter_after);
    let loose = before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace);
    let (opens, closes) = match c {
        '«' | '‹' | '»' | '›' => {
            // In a row of them each is judged by what stands around the row.
            let angles = ['«', '‹', '»', '›'];
            let around = |c: &char| !angles.contains(c);
            let left = text[block.start()..at].chars().rev().take(LONGEST_ROW).find(around);
            guillemet(c, left, rest.chars().take(LONGEST_ROW).find(around))
        }
        '„' | '‟' if can_close && right_free && !can_open => (false, true),
        '„' | '‟' => (after.is_some(), false),
        '‚' => (can_open || loose && after.is_some(), false),
        ',' => (can_open && letter_after, false),
        '“' => (can_open || !can_close, can_close && !can_open),
        '‘' => (can_open || !can_close, can_close && !can_open),
        '”' | '’' | '´' => (can_open && !can_close, can_close || (!can_open && family == Family::Double)),
        '`' => (can_open, false),
        _ => (can_open || (loose && family == Family::Double), can_close || loose),
    };
    let possessive = before.is_some_and(|c| matches!(c, 's' | 'x' | 'z' | 'S'))
        && after == Some(' ')
        && text[at + len..block.end()].trim_start().starts_with(char::is_alphanumeric);
    let doubtful = family == Family::Single && closes && possessive;
    (opens || closes).then_some(Mark { at, len, glyph, family, opens, closes, doubtful, block: block_index })
}

/// Whether an angle mark opens and closes: where it touches a word on one side only, by that side («X», »X« and »X»); where it
/// touches none or stands between two, by its shape, as the French set them with a space inside (« X »).
fn guillemet(glyph: char, before: Option<char>, after: Option<char>) -> (bool, bool) {
    let free_left = before.is_none_or(|c| c.is_whitespace() || is_opening(c));
    let free_right = after.is_none_or(|c| c.is_whitespace() || is_closing(c));
    let opens = match (free_left, free_right) {
        (true, false) => !(glyph == '»' || glyph == '›') || !before.is_some_and(is_tied),
        (false, true) => (glyph == '«' || glyph == '‹') && after.is_some_and(is_tied),
        _ => matches!(glyph, '«' | '‹'),
    };
    (opens, !opens)
}

/// Spaces that hold a sign to the word beside it.
fn is_tied(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2009}' | '\u{202f}')
}

fn is_opening(c: char) -> bool {
    "([{/-–—*_>=:„“‘\"‚".contains(c)
}

fn is_closing(c: char) -> bool {
    ".,;:!?)]}/-–—*_”’\"".contains(c)
}

fn is_left_border(c: Option<char>) -> bool {
    c.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '(' | '[' | '{' | '/' | '-' | '–' | '—' | '*' | '_' | '>' | '=' | ':' | '…')
            || matches!(c, '„' | '“' | '‘' | '"' | '\'' | '«' | '‚')
    })
}

fn is_right_border(c: Option<char>) -> bool {
    c.is_none_or(|c| !c.is_alphanumeric())
}

/// What follows the apostrophe of a word cut at its head: 's, 't, 'n, '90, 'em.
fn is_clipped_word(rest: &str) -> bool {
    let word: &str = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let clipped = matches!(
        word,
        "s" | "t"
            | "n"
            | "k"
            | "m"
            | "r"
            | "ns"
            | "ie"
            | "S"
            | "T"
            | "N"
            | "K"
            | "em"
            | "til"
            | "tis"
            | "Tis"
            | "twas"
            | "Twas"
            | "twere"
            | "twill"
    );
    let decade = word.len() >= 2 && word[..].bytes().take(2).all(|byte| byte.is_ascii_digit()) && word.len() <= 3;
    let next = rest[word.len()..].chars().next();
    let goes_on = next.is_some_and(|c| c.is_whitespace() || matches!(c, '-' | ',' | '.' | ';' | ':' | '?' | '!' | ')'));
    (clipped && goes_on) || (decade && goes_on && !rest[word.len()..].contains('\''))
}

#[cfg(test)]
mod tests {
    use super::quotations;
    use crate::text::{Block, BlockKind, Document, Layer, Span};

    fn document(text: &str) -> Document {
        let mut blocks = Vec::new();
        let mut at = 0;
        for piece in text.split("\n\n") {
            let span = Span::new(at, at + piece.len());
            blocks.push(Block { kind: BlockKind::Paragraph, layer: Layer::Body, span, source: vec![span] });
            at += piece.len() + 2;
        }
        Document { text: text.into(), blocks, ..Document::default() }
    }

    #[test]
    fn finds_what_stands_in_marks() {
        let check = |text: &str, expected: &[&str]| {
            let document = document(text);
            let got: Vec<_> = quotations(&document).into_iter().map(|q| q.inside.of(text)).collect();
            assert_eq!(got, expected, "{text}");
        };
        check("Zij zien „een spanning” en “meer” of „dit“.", &["een spanning", "meer", "dit"]);
        check("‘hun zorgen’ en 'de dialoog' zijn \"waar\"", &["hun zorgen", "de dialoog", "waar"]);
        check("De SG's en collega’s zeiden 's avonds niets in '90.", &[]);
        check("beeld ‘ten aanzien van hun collega’s’. ‘Het is zo.’", &["ten aanzien van hun collega’s", "Het is zo."]);
        check("Zij las ‘de ministers’ antwoord op dilemma’s’ voor.", &["de ministers’ antwoord op dilemma’s"]);
        check("« zo » en « zo ». Dan « zo », en »zo« of »zo«.", &["zo", "zo", "zo", "zo", "zo"]);
        check("«zo» en »zo« en ,,oud'' en ``tex''", &["zo", "zo", "oud", "tex"]);
        check("„Hij zei ‘nee’ tegen mij.”", &["Hij zei ‘nee’ tegen mij.", "nee"]);
        check("*\"Evenwicht en tegenwicht\"*", &["Evenwicht en tegenwicht"]);
        check("gesprek ('de dialoog') en (\"zo\")", &["de dialoog", "zo"]);
        check(
            "called ‘Not want me. My [she] goes when she,’ he insists, ‘is shopping; and Miss W’. . . It",
            &["Not want me. My [she] goes when she,", "is shopping; and Miss W"],
        );
        check("how 'Suppose, if I were very,' he insists, 'bad'. Then I'm out", &["Suppose, if I were very,", "bad"]);
        check("’s Avonds zei hij: ‘Kom’, en zij: ’Nee’.", &["Kom", "Nee"]);
        check(
            "(« zo ») l’«\u{a0}eau\u{a0}», «\u{a0}ja\u{a0}»\u{a0}: «\u{202f}nee\u{202f}»; « “wie” ? »",
            &["zo", "eau", "ja", "nee", "“wie” ?", "wie"],
        );
        check("»Ja«, »nee!« ›wel‹ en ‹ ook › — «zo»—« en zo »", &["Ja", "nee!", "wel", "ook", "zo", "en zo"]);
        check("»Hij zei: ›nee‹«, en «hij: ‹ja›».", &["Hij zei: ›nee‹", "nee", "hij: ‹ja›", "ja"]);
        check("‚zo‘ en „zo“ en “zo„ en „zo„ en ``zo'' en ,,zo” en ”zo”", &["zo"; 7]);
        check("hoe is 't? ’k Zei: ‘'t is ’n eer’ ('k weet 't).", &["'t is ’n eer"]);
    }

    #[test]
    fn what_stands_before_or_behind_changes_nothing() {
        let texts = [
            "Zij zien „een spanning” en “meer” of „dit“.",
            "(« zo ») en « zo ». Dan »zo« of »zo«.",
            "‘hun zorgen’ en 'de dialoog' zijn \"waar\".",
            "De SG's en collega’s zeiden 's avonds niets in '90, hoe is 't?",
            "Er stond: ,,oud'' en ``tex'' en ‚zo‘.",
            "„Hij zei ‘nee’ tegen mij.” Wij niet.",
            "“One.\n\n“Two.” End.",
            "« Un.\n\n» Deux. » Fin.",
            "Geen enkel teken hier.",
        ];
        let found = |text: &str| -> Vec<(usize, usize)> {
            quotations(&document(text)).iter().map(|q| (q.outside.start(), q.outside.end())).collect()
        };
        for one in texts {
            for other in texts {
                for between in [" ", "\n\n"] {
                    let at = one.len() + between.len();
                    let behind = found(other).into_iter().map(|(start, end)| (start + at, end + at));
                    let expected: Vec<(usize, usize)> = found(one).into_iter().chain(behind).collect();
                    assert_eq!(found(&format!("{one}{between}{other}")), expected, "{one}{between}{other}");
                }
            }
        }
    }

    #[test]
    fn goes_on_over_paragraphs_and_reports_what_never_closes() {
        let check = |text: &str, expected: &[(&str, bool)]| {
            let document = document(text);
            let got: Vec<_> = quotations(&document).into_iter().map(|q| (q.inside.of(text), q.closed)).collect();
            assert_eq!(got, expected, "{text}");
        };
        check("“One.\n\n“Two.”\n\nEnd", &[("One.\n\n“Two.", true)]);
        check("Zij zei: „Een.\n\nTwee.” Einde", &[("Een.\n\nTwee.", true)]);
        check(
            "adviseren. 'Daarbij hoort ook tegenspreken, altijd.\n\nDe programma's en ('de dialoog') zijn er.",
            &[("Daarbij hoort ook tegenspreken, altijd.", false), ("de dialoog", true)],
        );
        check("Zij zei „nooit iets.\n\nHij zei „ja”.", &[("nooit iets.", false), ("ja", true)]);
    }
}
