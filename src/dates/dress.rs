//! What stands around an expression and belongs to it: articles, "jl.", "circa", "sinds", and the side of now that they tell.

use super::{
    expr::{Expr, Point, Side, Timex},
    grammar::Grammar,
    lexicon::{Bound, Way, Word},
    token::Kind,
};
use crate::text::Span;

/// Adds what stands around the expression: "jl.", "circa", "sinds".
pub fn dress(grammar: Grammar<'_>, start: usize, end: usize, mut expr: Expr) -> (Timex, usize) {
    let mut first = start;
    let mut end = end;
    let mut side = side_of(&expr, grammar, start);
    let dated = matches!(expr, Expr::Point(..) | Expr::Range(..) | Expr::Stamp(..));
    if dated {
        let skip = usize::from(grammar.mark(end) == ',' && matches!(grammar.word(end + 1), Word::Jl));
        let suffix = match grammar.word(end + skip) {
            Word::Jl => Some(Side::Past),
            Word::Aanstaande => Some(Side::Future),
            Word::Way(Way::Past) if grammar.is(end, "jongstleden") => Some(Side::Past),
            Word::Way(Way::Coming) if grammar.is(end, "eerstkomend eerstkomende eerstvolgend eerstvolgende") => {
                Some(Side::Future)
            }
            // "30 Dec. last", "Friday just gone"
            Word::LastEnglish if grammar.ends_phrase(end + 1) && grammar.number(start).is_some() => Some(Side::Past),
            _ if grammar.is(end, "just") && grammar.is(end + 1, "gone past") => {
                end += 1;
                Some(Side::Past)
            }
            // "vrijdag as."
            Word::With if grammar.is(end, "as") && is_announced_badly(grammar, end) => Some(Side::Future),
            _ => None,
        };
        if let Some(suffix) = suffix {
            side = Some(suffix);
            end += skip + 1;
            // The dot of "jl." is the word's own.
            if grammar.mark(end) == '.' && grammar.glued(end) && grammar.is(end - 1, "jl ll aanst as") {
                end += 1;
            }
        }
    }
    // "dinsdag 2 april a.s. om 10.00 uur"
    if let Expr::Point(point, clock @ None) = &mut expr
        && let Some((time, after)) = grammar.clock_after(end, point).filter(|_| side.is_some())
    {
        *clock = Some(time);
        end = after;
    }
    // "later this month", "eerder dit jaar"
    let this = matches!(expr, Expr::Point(Point::Unit { shift: 0, .. }, _));
    if this && start > 0 && grammar.is(start - 1, "later earlier eerder") {
        first = start - 1;
    }
    // "een jaar of tien geleden"
    let or_so = |at: usize| grammar.is(at, "of");
    let mut approximate = matches!(expr, Expr::Point(Point::Count { .. }, _)) && (start..end).any(or_so);
    // "zondagavond rond half elf"
    let near = |at: usize| grammar.is(at, "rond omstreeks around about");
    approximate |= matches!(expr, Expr::Point(_, Some(Some(_)))) && (start + 1..end).any(near);
    let mut uncertain = false;
    // "circa" belongs to the expression, "rond" and "around" lead to it.
    let mut lead = first;
    while lead > 0 {
        let dotted =
            grammar.mark(lead - 1) == '.' && lead > 1 && grammar.glued(lead - 1) && grammar.is(lead - 2, "ca c plm");
        let at = if dotted { lead - 2 } else { lead - 1 };
        match grammar.word(at) {
            Word::Circa => {
                approximate = true;
                if grammar.is(at, "circa ca ca. ongeveer approximately roughly about plm grofweg") && lead == first {
                    first = at;
                }
            }
            _ if dotted => {
                approximate = true;
                if lead == first {
                    first = at;
                }
            }
            // "vermoedelijk 1873"
            Word::Maybe => {
                uncertain = true;
                if lead == first {
                    first = at;
                }
            }
            // "zo'n tien jaar geleden"
            _ if lead > 2
                && grammar.is(at, "n")
                && grammar.mark(at - 1) == '\''
                && grammar.is(at.wrapping_sub(2), "zo") =>
            {
                approximate = true;
                break;
            }
            _ if grammar.is(at, "omstreeks") => approximate = true,
            Word::In | Word::On | Word::Of | Word::At | Word::Article
                if at > 0 && matches!(grammar.word(at - 1), Word::Maybe | Word::Circa) => {}
            _ => break,
        }
        lead = at;
    }
    if grammar.mark(start.wrapping_sub(1)) == '±' {
        approximate = true;
        first = first.min(start - 1);
    }
    approximate |= matches!(grammar.word(start), Word::Circa);
    if grammar.mark(end) == '?' && grammar.mark(start.wrapping_sub(1)) == '(' {
        uncertain = true;
    }
    let widened = around(grammar, first, end, &mut expr);
    let (bound, announced) = if dated || matches!(expr, Expr::Length(..) | Expr::Clock(_)) {
        bound_before(grammar, widened.0, &expr)
    } else {
        (None, false)
    };
    let (first, end) = widened;
    // "voor maandag 3 en dinsdag 4 februari": for these days.
    let listed = bound == Some(Bound::Before)
        && grammar.word(end) == Word::And
        && matches!(
            grammar.tokens.get(end + 1).map(|token| token.kind),
            Some(Kind::Number(..) | Kind::Word(Word::Weekday(_)))
        );
    // "morgen vóór 12.00 uur"
    let before_hour =
        matches!(expr, Expr::Point(_, Some(Some(_)))) && (start..end).any(|at| grammar.is(at, "vóór before"));
    let bound = if before_hour { Some(Bound::By) } else { bound.filter(|_| !listed) };
    // A range has its bounds in it.
    let bound = bound.filter(|_| !matches!(expr, Expr::Range(..)) || is_name_of_years(grammar, first, &expr));
    let span = Span::new(grammar.tokens[first].start, grammar.tokens[end - 1].end);
    (Timex { span, expr, bound, approximate, uncertain, side, announced }, end)
}

/// The words around that belong to it: "de loop van 2023", "de nacht van 3 op 4 mei", "het schooljaar 2022-2023".
fn around(grammar: Grammar<'_>, first: usize, end: usize, expr: &mut Expr) -> (usize, usize) {
    let articled = |at: usize| at - usize::from(at > 0 && grammar.word(at - 1) == Word::Article);
    if let (true, Some(noun)) = (grammar.is(first.wrapping_sub(1), "van of"), first.checked_sub(2)) {
        match grammar.word(noun) {
            Word::Loop | Word::Course if grammar.before(noun) == Word::Article => return (noun - 1, end),
            Word::DayName if is_of_days(expr) => {
                if let Expr::Point(_, clock) = expr {
                    clock.get_or_insert(None);
                }
                return (articled(noun), end);
            }
            _ => {}
        }
    }
    if !is_years(expr) && !matches!(expr, Expr::Range(Point::Calendar { month: None, day: None, .. }, _)) {
        return (first, end);
    }
    if let Some(noun) = grammar.year_noun_before(first) {
        return (articled(noun), end);
    }
    if grammar.is(first, "jaar year") && grammar.year_noun_whole(first) < first {
        return (articled(first - 1), end);
    }
    // "de jaren 1612-1795"
    if matches!(expr, Expr::Range(..)) && grammar.is(first.wrapping_sub(1), "jaren years") {
        return (articled(first - 1), end);
    }
    // "the 2019/20 season"
    let season = matches!(expr, Expr::Range(..)) && grammar.is(end, "season seizoen");
    if season { (articled(first), end + 1) } else { (first, end) }
}

/// "het schooljaar 2025-2026": a range that a noun makes one.
fn is_name_of_years(grammar: Grammar<'_>, first: usize, expr: &Expr) -> bool {
    let noun = first + usize::from(grammar.word(first) == Word::Article);
    matches!(expr, Expr::Range(..)) && grammar.year_noun_before(noun + 1) == Some(noun)
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
        Expr::Point(Point::Weekday { way: Some(way), .. }, _) => Some(side_of_way(*way)?),
        // "komende Koningsdag"
        Expr::Point(Point::Holiday { .. }, _) => match grammar.before(start) {
            Word::Way(way) => side_of_way(way),
            Word::LastEnglish => Some(Side::Past),
            _ => None,
        },
        Expr::Point(..) => match grammar.way(start) {
            Some((way, _)) => side_of_way(way),
            None => None,
        },
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
fn is_years(expr: &Expr) -> bool {
    let Expr::Point(point, _) = expr else { return false };
    let whole = match point {
        Point::Part(_, inner) => inner,
        point => point,
    };
    matches!(whole, Point::Calendar { month: None, day: None, .. } | Point::Hidden { .. })
}

/// "de agenda voor maandag", "een afspraak voor vrijdag": for that day, not before it.
fn is_due(grammar: Grammar<'_>, at: usize) -> bool {
    const DUE: &[&str] =
        &["agenda", "afspraak", "planning", "programma", "uitnodiging", "stukken", "rooster", "verwachting", "overleg"];
    let noun = grammar.raw(at.wrapping_sub(1)).to_ascii_lowercase();
    at > 0 && (DUE.iter().any(|due| noun.ends_with(due)) || noun.ends_with("vergadering") || noun.ends_with("weer"))
}

/// The place before "ten minste" in "tot ten minste 2025", "aan" in "tot aan de zomer", where a bound leads them.
fn past_adverbs(grammar: Grammar<'_>, at: usize) -> usize {
    let mut before = at;
    while before > 0 && grammar.is(before - 1, "aan ver diep minste ten zeker minstens minimaal pas at least") {
        before -= 1;
    }
    let bounded = before > 0 && matches!(grammar.word(before - 1), Word::To | Word::Bound(_) | Word::Through);
    if bounded { before } else { at }
}

/// The bound that the words before the expression set, and whether they announce.
fn bound_before(grammar: Grammar<'_>, first: usize, expr: &Expr) -> (Option<Bound>, bool) {
    let mut at = first;
    if grammar.before(at) == Word::Article {
        at -= 1;
    }
    // "sinds 1 januari", "sinds afgelopen maandag", "tot en met vrijdag"
    if at > 0 && matches!(grammar.before(at), Word::On | Word::In) {
        at -= 1;
    }
    let at = past_adverbs(grammar, at);
    let Some(before) = at.checked_sub(1) else { return (None, false) };
    let and_with = (grammar.is(before, "met") || grammar.is(before, "including"))
        && before > 1
        && grammar.word(before - 1) == Word::And
        && grammar.word(before - 2) == Word::To;
    if and_with {
        return (Some(Bound::By), true);
    }
    // "op zijn laatst 1 mei", "at the earliest on 1 May"
    let near = |words: &str| (before.saturating_sub(4)..before).any(|at| grammar.is(at, words));
    let negated = |at: usize| at > 0 && grammar.is(at - 1, "niet not no");
    if grammar.is(before, "laatst latest laatste") && near("op at ten") {
        return (Some(Bound::By), true);
    }
    if grammar.is(before, "vroegst earliest vroegste") && near("op at ten") {
        return (Some(Bound::From), true);
    }
    if grammar.is(before, "starting beginning commencing startend ingaande") {
        return (Some(Bound::From), true);
    }
    // "twee weken na 3 mei" bounds the weeks, not the day.
    let hangs = matches!(grammar.word(before), Word::After | Word::Before)
        && matches!(grammar.before(before), Word::Unit(..) | Word::Jaren);
    if hangs {
        return (None, false);
    }
    // "met ingang van 1 mei", "m.i.v. 1 mei", "as of 1 May"
    let ingang = grammar.is(before, "van") && grammar.before(before) == Word::Ingang
        || grammar.word(before) == Word::Ingang && grammar.is(before, "m.i.v. m.i.v miv")
        || grammar.is(before, "of") && grammar.is(before.wrapping_sub(1), "as");
    if ingang {
        return (Some(Bound::From), true);
    }
    // "voorzien voor eind november", "voor eind november staat een overleg gepland" is then, not earlier.
    let planned = "voorzien gepland ingepland geagendeerd bestemd planned scheduled slated";
    let is_planned = || {
        let (from, to) = (before.saturating_sub(3), grammar.tokens.len().min(before + 16));
        let stops = |at: &usize| !matches!(grammar.mark(*at), '.' | ';' | '?');
        (from..before).chain((before + 1..to).take_while(stops)).any(|at| grammar.is(at, planned))
    };
    if matches!(grammar.word(before), Word::Before) && grammar.is(before, "voor") && is_planned() {
        return (None, true);
    }
    if matches!(grammar.word(before), Word::Before) && negated(before) {
        return (Some(Bound::From), true);
    }
    // A school year is one stretch; other ranges have their bounds in them.
    let named = is_name_of_years(grammar, first, expr);
    if matches!(expr, Expr::Range(..)) && !named {
        return (None, false);
    }
    if matches!(grammar.word(before), Word::After) && negated(before) {
        return (Some(Bound::By), true);
    }
    let year_alone = matches!(expr, Expr::Point(Point::Calendar { month: None, day: None, .. }, _));
    let whole = matches!(
        expr,
        Expr::Point(
            Point::Calendar { .. }
                | Point::Today(_)
                | Point::Weekday { .. }
                | Point::Part(..)
                | Point::DayOfMonth { .. }
                | Point::Coded { .. }
                | Point::Week { .. }
                | Point::Unit { .. }
                | Point::Hidden { .. }
                | Point::Holiday { .. }
                | Point::Nth { .. }
                | Point::Beside { .. }
                | Point::Slice { .. }
                | Point::WeekOf { .. }
                | Point::Count { .. },
            _
        ) | Expr::Clock(_)
    ) || named;
    match grammar.word(before) {
        // "a report from 2020" is of that year
        Word::Bound(Bound::From)
            if grammar.is(before, "from") && !grammar.is_sentence_start(before) && is_years(expr) =>
        {
            (None, false)
        }
        Word::Bound(bound @ (Bound::Since | Bound::From)) => (Some(bound), bound == Bound::From),
        Word::Bound(bound) => (Some(bound), true),
        Word::Through => (Some(Bound::By), true),
        // "goes back to 1850", "gaat terug tot 1850", "met terugwerkende kracht tot 1 mei"
        Word::To if whole && before > 0 && grammar.is(before - 1, "back terug kracht") => (None, false),
        Word::To if whole && grammar.is(before.wrapping_sub(1), "prior") => (Some(Bound::Before), true),
        // "moved to 3 May", "slipped to early 2025": where it goes, not how long it lasts.
        Word::To
            if grammar.is(before, "to") && !grammar.is(before.wrapping_sub(1), "up valid open down runs running") =>
        {
            (None, false)
        }
        Word::To if whole => (Some(Bound::Until), true),
        Word::Before if whole => {
            let accented = grammar.raw(before).contains(['ó', 'Ó', '\u{301}']);
            let english = grammar.is(before, "before");
            let day = matches!(
                expr,
                Expr::Point(Point::Calendar { day: Some(_), .. }, _) | Expr::Point(_, Some(Some(_))) | Expr::Clock(_)
            );
            // "voor de zomer" is before it, "voor het najaar" may be for it.
            let season = matches!(expr, Expr::Point(Point::Coded { code: 22 | 24, .. }, _));
            let meant = accented
                || (season && grammar.word(before + 1) == Word::Article)
                || (year_alone && grammar.before(before) == Word::Of)
                || english
                || day
                || (matches!(expr, Expr::Point(Point::Weekday { .. }, _)) && !is_due(grammar, before))
                || (!year_alone
                    && !matches!(
                        expr,
                        Expr::Point(
                            Point::Unit { .. } | Point::Coded { .. } | Point::Weekday { .. } | Point::Today(_),
                            _
                        )
                    ));
            (meant.then_some(Bound::Before), meant)
        }
        Word::After if whole => (Some(Bound::After), false),
        _ if grammar.is(before, "than") || grammar.is(before, "dan") => {
            let Some(word) = before.checked_sub(1) else { return (None, false) };
            match (grammar.is(word, "later"), grammar.is(word, "eerder earlier sooner vroeger")) {
                (true, _) => (Some(if negated(word) { Bound::By } else { Bound::After }), true),
                (_, true) => (Some(if negated(word) { Bound::From } else { Bound::Before }), true),
                _ => (None, false),
            }
        }
        _ => (None, false),
    }
}
