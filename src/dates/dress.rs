//! What stands around an expression and belongs to it: articles, "jl.", "circa", and the side of now that they tell.

use super::{
    expr::{Expr, Point, Side, Timex},
    grammar::Grammar,
    lead,
    lexicon::{Bound, Key, Way, Word, any},
    token::Kind,
};
use crate::text::Span;

/// The expression with what stands around it, and the token behind.
pub fn dress(grammar: Grammar<'_>, start: usize, end: usize, expr: Expr) -> (Timex, usize) {
    let side = side_of(&expr, grammar, start);
    let mut dressed = Dressed { grammar, start, first: start, end, expr, side, approximate: false, uncertain: false };
    dressed.take_suffix();
    dressed.take_clock();
    dressed.leave_lead();
    dressed.take_comparative();
    dressed.note_vagueness();
    dressed.take_qualifiers();
    dressed.take_commencing();
    dressed.take_nouns();
    dressed.finish()
}

/// An expression on its way to a [`Timex`].
struct Dressed<'a> {
    grammar: Grammar<'a>,
    /// Where the grammar began to read.
    start: usize,
    /// The first token of the span.
    first: usize,
    /// The token behind it.
    end: usize,
    expr: Expr,
    side: Option<Side>,
    approximate: bool,
    uncertain: bool,
}

impl Dressed<'_> {
    fn is_dated(&self) -> bool {
        matches!(self.expr, Expr::Point(..) | Expr::Range(..) | Expr::Either(..) | Expr::Stamp(..))
    }

    /// "jl.", ", jl.", "a.s.", "last", "just gone": they say the side of now.
    fn take_suffix(&mut self) {
        if !self.is_dated() {
            return;
        }
        let (grammar, end) = (self.grammar, self.end);
        let comma = usize::from(grammar.mark(end) == ',' && grammar.has(end + 1, Word::Jl));
        let (side, n) = match grammar.word(end + comma) {
            Word::Jl => (Side::Past, 1),
            Word::Aanstaande => (Side::Future, 1),
            Word::Way(Way::Past) if grammar.is(end, any!("jongstleden")) => (Side::Past, 1),
            Word::Way(Way::Coming) if grammar.is(end, any!("eerstkomend eerstkomende eerstvolgend eerstvolgende")) => {
                (Side::Future, 1)
            }
            // "30 Dec. last"
            Word::LastEnglish
                if grammar.ends_phrase(end + 1)
                    && (grammar.is_number(self.start)
                        || matches!(self.expr, Expr::Point(Point::Holiday { .. }, _))) =>
            {
                (Side::Past, 1)
            }
            _ if grammar.is(end, any!("just")) && grammar.is(end + 1, any!("gone past")) => (Side::Past, 2),
            // "vrijdag as."
            Word::With if grammar.is(end, any!("as")) && is_announced_badly(grammar, end) => (Side::Future, 1),
            _ => return,
        };
        self.side = Some(side);
        self.end += comma + n;
        // The dot of "jl." is the word's own.
        let dotted = grammar.mark(self.end) == '.' && grammar.glued(self.end);
        self.end += usize::from(dotted && grammar.is(self.end - 1, any!("jl ll aanst as")));
    }

    /// "dinsdag 2 april a.s. om 10.00 uur"
    fn take_clock(&mut self) {
        let (grammar, end) = (self.grammar, self.end);
        if let (Some(_), Expr::Point(point, clock @ None)) = (self.side, &mut self.expr)
            && let Some((time, after)) = grammar.clock_after(end, point)
        {
            *clock = Some(time);
            self.end = after;
        }
    }

    /// "over drie weken", "in three weeks", "ongeveer drie weken": what leads is no part of the span.
    fn leave_lead(&mut self) {
        let leads = matches!(
            (&self.expr, self.grammar.word(self.start)),
            (Expr::Point(Point::Count { ahead: true, .. }, _), Word::Over | Word::In) | (Expr::Length(..), Word::Circa)
        );
        // "ruim drie weken" is more than three, and said as one.
        let own = matches!(self.expr, Expr::Length(..)) && self.grammar.is(self.start, OF_AMOUNT);
        if leads && !own {
            let next = self.start + 1;
            self.first = next + usize::from(self.grammar.mark(next) == '.');
            self.approximate |= self.grammar.has(self.first, Word::Circa);
        }
    }

    /// "later this month", "eerder dit jaar"
    fn take_comparative(&mut self) {
        let this = matches!(self.expr, Expr::Point(Point::Unit { shift: 0, .. }, _));
        let before = self.start.wrapping_sub(1);
        if this && self.grammar.is(before, any!("later earlier eerder")) {
            self.first = before;
        }
    }

    /// Words inside that make it vague: "een jaar of tien geleden", "zondagavond rond half elf".
    fn note_vagueness(&mut self) {
        let (grammar, start, end) = (self.grammar, self.start, self.end);
        let holds = |from: usize, words: &[Key]| (from..end).any(|at| grammar.is(at, words));
        self.approximate |= match &self.expr {
            Expr::Point(Point::Count { amount, .. }, _) => {
                let years = matches!(amount.halves, 24..) && holds(start, any!("tijd this same"));
                years
                    || holds(start, any!("couple kleine klein goede goed dikke dik krappe ruime"))
                    || (start..end).any(|at| grammar.is(at, any!("of")) && grammar.is_count(at + 1))
            }
            Expr::Point(_, Some(Some(_))) => {
                holds(start + 1, any!("rond omstreeks around about even kort net vlak shortly"))
                    || (start..end).any(|at| grammar.is(at, any!("uur")) && grammar.is(at + 1, any!("of")))
            }
            _ => false,
        };
        self.approximate |=
            grammar.has(start, Word::Circa) || grammar.is(end - 1, any!("eeuwwisseling millenniumwisseling"));
        self.uncertain |= grammar.mark(end) == '?' && grammar.mark(start.wrapping_sub(1)) == '(';
        // "1921?" in a field of its own
        if start == 0 && grammar.mark(end) == '?' && end + 1 == grammar.tokens.len() && grammar.number(start).is_some()
        {
            self.uncertain = true;
            self.end += 1;
        }
        // "1788 (?)"
        if grammar.mark(end) == '(' && grammar.mark(end + 1) == '?' && grammar.mark(end + 2) == ')' {
            self.uncertain = true;
            self.end += 3;
        }
    }

    /// "circa 1850", "vermoedelijk 1873": a word beside it belongs to it, "rond" and "around" lead to it.
    fn take_qualifiers(&mut self) {
        const OWN: &[Key] = any!("circa ca ca. ongeveer approx approximately roughly about plm grofweg schatting");
        let grammar = self.grammar;
        // "ongeveer drie weken": what it measures is as long.
        let measured = matches!(self.expr, Expr::Length(..));
        if measured || matches!(self.expr, Expr::Point(Point::Count { ahead: false, .. }, _)) {
            let first = own_of_amount(grammar, self.first);
            self.approximate |= !measured && first < self.first;
            self.first = first;
        }
        let mut at = self.first;
        while at > 0 {
            let dotted = grammar.mark(at - 1) == '.'
                && at > 1
                && grammar.glued(at - 1)
                && grammar.is(at - 2, any!("ca c plm approx"));
            let word = at - 1 - usize::from(dotted);
            let beside = at == self.first && !measured;
            match grammar.word(word) {
                _ if dotted => {
                    self.approximate = true;
                    self.first = if beside { word } else { self.first };
                }
                // "on or about 14 January"
                Word::Circa => {
                    self.approximate = true;
                    let led = grammar.before(word) == Word::Or
                        || grammar.is(word.wrapping_sub(1), any!("of"))
                            && grammar.is(word.wrapping_sub(2), any!("op in"));
                    self.first = if beside && !led && grammar.is(word, OWN) { word } else { self.first };
                }
                // "komen waarschijnlijk dinsdag a.s. binnen" doubts whether, not when.
                Word::Maybe if self.side == Some(Side::Future) || self.is_near_day() => break,
                Word::Maybe => {
                    self.uncertain = true;
                    self.first = if beside { word } else { self.first };
                }
                // "naar schatting 1500"
                _ if grammar.is(word, any!("schatting")) && grammar.is(word.wrapping_sub(1), any!("naar")) => {
                    self.approximate = true;
                    self.first = if beside { word - 1 } else { self.first };
                    break;
                }
                // "zo'n tien jaar geleden"
                _ if word > 1
                    && grammar.is(word, any!("n"))
                    && grammar.mark(word - 1) == '\''
                    && grammar.is(word - 2, any!("zo")) =>
                {
                    self.approximate = true;
                    break;
                }
                Word::In | Word::On | Word::Of | Word::At | Word::Article
                    if word > 0 && matches!(grammar.word(word - 1), Word::Maybe | Word::Circa) => {}
                _ => break,
            }
            at = word;
        }
        if grammar.mark(self.start.wrapping_sub(1)) == '±' {
            self.approximate = true;
            self.first = self.first.min(self.start - 1);
        }
    }

    /// A day named from where the reader stands.
    fn is_near_day(&self) -> bool {
        let weeks = matches!(self.expr, Expr::Either(Point::Week { .. }, _) | Expr::Range(Point::Week { .. }, _));
        weeks
            || matches!(
                self.expr,
                Expr::Point(Point::Weekday { .. } | Point::Today(_) | Point::Unit { .. } | Point::Week { .. }, _)
            )
    }

    /// "w/c 24 October", "w/e 30 October": the week that begins or ends then.
    fn take_commencing(&mut self) {
        let (grammar, first) = (self.grammar, self.first);
        let letters = first > 2
            && grammar.is(first - 3, any!("w"))
            && grammar.is(first - 1, any!("c e"))
            && grammar.mark(first - 2) == '/';
        if let (true, Expr::Point(day @ Point::Calendar { day: Some(_), .. }, None)) = (letters, &self.expr) {
            self.expr = Expr::Point(Point::WeekOf { day: Box::new(day.clone()), weekend: false }, None);
            self.first = first - 3;
        }
    }

    /// The words around that belong to it: "de nacht van 3 op 4 mei", "het schooljaar 2022-2023".
    fn take_nouns(&mut self) {
        let (grammar, first) = (self.grammar, self.first);
        let articled = |at: usize| {
            at - usize::from(at > 0 && (grammar.has(at - 1, Word::Article) || grammar.is(at - 1, any!("den"))))
        };
        if let (true, Some(noun)) = (grammar.is(first.wrapping_sub(1), any!("van of")), first.checked_sub(2)) {
            match grammar.word(noun) {
                Word::DayName if is_of_days(&self.expr) => {
                    if let Expr::Point(_, clock) = &mut self.expr {
                        clock.get_or_insert(None);
                    }
                    // "de vroege ochtend van 16 juli"
                    let early = noun > 0 && grammar.is(noun - 1, any!("vroege late early"));
                    self.first = articled(noun - usize::from(early));
                    return;
                }
                // "the early hours of Saturday"
                _ if grammar.is(noun, any!("hours"))
                    && noun > 0
                    && grammar.is(noun - 1, any!("early small late"))
                    && is_of_days(&self.expr) =>
                {
                    if let Expr::Point(_, clock) = &mut self.expr {
                        clock.get_or_insert(None);
                    }
                    self.first = articled(noun - 1);
                    return;
                }
                _ => {}
            }
        }
        let range = matches!(self.expr, Expr::Range(..));
        let of_years = matches!(self.expr, Expr::Range(Point::Calendar { month: None, day: None, .. }, _));
        if !of_years && !is_years(&self.expr) {
            return;
        }
        if let Some(noun) = grammar.year_noun_before(first) {
            self.first = articled(noun);
        } else if grammar.is(first, any!("jaar year")) && grammar.year_noun_whole(first) < first {
            self.first = articled(first - 1);
        } else if range && grammar.is(first.wrapping_sub(1), any!("jaren years")) {
            // "de jaren 1612-1795"
            self.first = articled(first - 1);
        } else if range && grammar.is(self.end, any!("season seizoen")) {
            // "the 2019/20 season"
            self.first = articled(first);
            self.end += 1;
        }
    }

    fn finish(self) -> (Timex, usize) {
        let Dressed { grammar, start, first, end, expr, side, approximate, uncertain } = self;
        let (bound, announced) = lead::bound(grammar, first, &expr);
        // "voor maandag 3 en dinsdag 4 februari": for these days.
        let next = grammar.tokens.get(end + 1).map(|token| token.kind);
        let listed = bound == Some(Bound::Before)
            && grammar.has(end, Word::And)
            && matches!(next, Some(Kind::Number(..) | Kind::Word(Word::Weekday(_))));
        // "morgen vóór 12.00 uur"
        let before_hour = matches!(expr, Expr::Point(_, Some(Some(_))))
            && (start..end).any(|at| grammar.is(at, any!("vóór before")) && !grammar.is(at + 1, any!("yesterday")));
        // "morgen vanaf 10.30 uur"
        let from_hour = matches!(expr, Expr::Point(_, Some(Some(_))))
            && (start + 1..end).any(|at| grammar.is(at, any!("vanaf from")));
        let bound = match (before_hour, from_hour) {
            (true, _) => Some(Bound::By),
            (_, true) => Some(Bound::From),
            _ => bound.filter(|_| !listed),
        };
        let span = Span::new(grammar.tokens[first].start, grammar.tokens[end - 1].end);
        (Timex { span, expr, bound, approximate, uncertain, side, announced }, end)
    }
}

/// What makes an amount more or less, and is said as one with it.
const OF_AMOUNT: &[Key] = any!("ruim bijna krap nearly almost minstens hooguit hoogstens maximaal minimaal");

/// The first token of an amount with the words before it that make it more or less: "minstens vijf jaar", "ten hoogste vijf jaar", "een
/// slordige veertig jaar".
fn own_of_amount(grammar: Grammar<'_>, first: usize) -> usize {
    let Some(word) = first.checked_sub(1) else { return first };
    let before = word.wrapping_sub(1);
    if grammar.is(word, any!("hoogste minste most least")) && grammar.is(before, any!("ten at"))
        || grammar.is(word, any!("kleine slordige goede dikke krappe ruime")) && grammar.has(before, Word::One)
    {
        return before;
    }
    first - usize::from(grammar.is(word, OF_AMOUNT))
}

fn is_of_days(expr: &Expr) -> bool {
    let is_day = |point: &Point| {
        matches!(
            point,
            Point::Calendar { day: Some(_), .. }
                | Point::Weekday { .. }
                | Point::Today(_)
                | Point::Holiday { .. }
                | Point::DayOfMonth { .. }
        )
    };
    match expr {
        Expr::Point(point, _) => is_day(point),
        Expr::Range(from, to) => is_day(from) && is_day(to),
        _ => false,
    }
}

/// "as" for "a.s.": nothing follows that it could compare.
fn is_announced_badly(grammar: Grammar<'_>, at: usize) -> bool {
    let end = at + 1 + usize::from(grammar.mark(at + 1) == '.');
    let dutch = grammar.raw(at - 1).ends_with(['g', 'i', 'l', 'r', 't']) && !grammar.capital(at);
    dutch && (end > at + 1 || grammar.tokens.get(end).is_none() || matches!(grammar.word(end), Word::At))
}

fn side_of(expr: &Expr, grammar: Grammar<'_>, start: usize) -> Option<Side> {
    match expr {
        Expr::Point(Point::Weekday { way: Some(way), .. }, _) => side_of_way(*way),
        // "komende Koningsdag"
        Expr::Point(Point::Holiday { .. }, _) => match grammar.before(start) {
            Word::Way(way) => side_of_way(way),
            Word::LastEnglish => Some(Side::Past),
            _ => None,
        },
        // "the year ended 31 March"
        Expr::Point(Point::UpTo { .. }, _) if (start..start + 5).any(|at| grammar.is(at, any!("ended"))) => {
            Some(Side::Past)
        }
        // "last Sunday of March" may be ahead.
        Expr::Point(Point::Nth { .. }, _) if grammar.word(start) == Word::LastEnglish => None,
        Expr::Point(..) => grammar.way(start).and_then(|(way, _)| side_of_way(way)),
        _ => None,
    }
}

fn side_of_way(way: Way) -> Option<Side> {
    match way {
        Way::Past | Way::Previous => Some(Side::Past),
        Way::Coming | Way::Next => Some(Side::Future),
        Way::This => None,
    }
}

/// A year, a decade, a century, or a part of one.
pub fn is_years(expr: &Expr) -> bool {
    let Expr::Point(point, _) = expr else { return false };
    let whole = match point {
        Point::Part(_, inner) => inner,
        point => point,
    };
    matches!(whole, Point::Calendar { month: None, day: None, .. } | Point::Hidden { .. })
}
