//! The words that lead to an expression and bound it: "sinds", "uiterlijk", "tot en met", "niet later dan".

use super::{
    dress::is_years,
    expr::{Expr, Point, Year},
    grammar::{Grammar, MOVED},
    lexicon::{Bound, Key, Unit, Word, any},
};

/// What leads to an expression.
struct Lead<'a> {
    grammar: Grammar<'a>,
    expr: &'a Expr,
    /// The word that leads to it, past articles and adverbs.
    at: usize,
    /// The expression is one stretch that a bound can cut.
    whole: bool,
}

/// A bound, and whether it announces.
type Verdict = (Option<Bound>, bool);

/// The bound that the words before the expression set, and whether they announce.
pub fn bound(grammar: Grammar<'_>, first: usize, expr: &Expr) -> Verdict {
    const NONE: Verdict = (None, false);
    if matches!(expr, Expr::Set(_) | Expr::Onward(_) | Expr::UpToNow(_) | Expr::Clocks { .. }) {
        return NONE;
    }
    // "pre-1914", "post-2015"
    if first > 1 && grammar.mark(first - 1) == '-' && grammar.is(first - 2, any!("pre post")) {
        return (Some(if grammar.is(first - 2, any!("pre")) { Bound::Before } else { Bound::After }), false);
    }
    let mut at = first - usize::from(grammar.before(first) == Word::Article);
    // "sinds 1 januari", "sinds afgelopen maandag", "tot en met vrijdag"
    let led = matches!(grammar.before(at), Word::On | Word::In);
    at -= usize::from(led);
    // "deed zich voor in de avond", "bereidt zich voor op 3 mei": the verb's own.
    if led && matches!(grammar.before(at), Word::Before | Word::After) {
        return NONE;
    }
    // "uiterlijk per 1-1-2018"
    at -= usize::from(at > 1 && grammar.has(at - 1, Word::Per) && grammar.has(at - 2, Word::Bound(Bound::By)));
    let Some(at) = past_adverbs(grammar, at).checked_sub(1) else { return NONE };
    let named = is_name_of_years(grammar, first, expr);
    let lead = Lead { grammar, expr, at, whole: named || is_stretch(expr) };
    // A range has its bounds in it; a school year is one stretch.
    let ranged = matches!(expr, Expr::Range(..) | Expr::Either(..)) && !named;
    // "aanmelden voor schooljaar 2025-2026": for it.
    let meant = named && lead.is(0, any!("voor"));
    if meant || !lead.may_bound() {
        return NONE;
    }
    // "by the mid-1950s the firm employed six hundred": then.
    let decades = match expr {
        Expr::Point(Point::Part(_, whole), _) => matches!(**whole, Point::Hidden { .. }),
        Expr::Point(point, _) => matches!(point, Point::Hidden { .. }),
        _ => false,
    };
    if decades && lead.is(0, any!("by")) {
        return NONE;
    }
    let phrase = PHRASES.iter().find_map(|phrase| phrase(&lead));
    let (bound, announced) = match phrase {
        Some(verdict) => verdict,
        None if ranged => NONE,
        None => lead.by_word(),
    };
    (bound.filter(|_| !ranged), announced)
}

/// Phrases of several words; the first that speaks decides.
const PHRASES: &[fn(&Lead<'_>) -> Option<Verdict>] = &[
    // "tot en met", "up to and including"
    |lead| {
        let and = lead.is(0, any!("met including")) && lead.before(1) == Word::And && lead.before(2) == Word::To;
        // "werkt terug tot en met 1 september"
        let back = (3..6).any(|back| lead.is(back, any!("terug back")));
        and.then_some((Some(Bound::Through).filter(|_| !back), !back))
    },
    // "op zijn laatst 1 mei", "at the latest on 31 January"
    |lead| (lead.is(0, any!("laatst latest laatste")) && lead.is_superlative()).then_some((Some(Bound::By), true)),
    |lead| {
        (lead.is(0, any!("vroegst earliest vroegste")) && lead.is_superlative())
            .then_some((Some(Bound::NotBefore), true))
    },
    |lead| lead.is(0, any!("starting beginning commencing startend ingaande")).then_some((Some(Bound::From), true)),
    // "twee weken na 3 mei" bounds the weeks, not the day; "de jaren vóór 2019" are counted by nobody.
    |lead| {
        let hangs = matches!(lead.before(0), Word::After | Word::Before)
            && matches!(lead.before(1), Word::Unit(..) | Word::Jaren)
            && lead.before(2) != Word::Article;
        hangs.then_some((None, false))
    },
    // "vóór of op 1 mei", "on or before 1 May"
    |lead| {
        let or = lead.is(0, any!("of or")) && lead.before(1) == Word::Before
            || lead.before(0) == Word::Before && lead.is(1, any!("of or")) && lead.before(2) == Word::On;
        or.then_some((Some(Bound::By), true))
    },
    // "met ingang van 1 mei", "m.i.v. 1 mei", "as of 1 May"
    |lead| {
        let ingang = lead.is(0, any!("van")) && lead.before(1) == Word::Ingang
            || lead.before(0) == Word::Ingang && lead.is(0, any!("m.i.v. m.i.v miv"))
            || lead.is(0, any!("of")) && lead.is(1, any!("as"));
        ingang.then_some((Some(Bound::From), true))
    },
    // "voorzien voor eind november", "voor eind november staat een overleg gepland" is then, not earlier.
    |lead| (lead.before(0) == Word::Before && lead.is(0, any!("voor")) && lead.is_planned()).then_some((None, true)),
    // "niet voor 1 mei", "won't arrive before 1 May"
    |lead| {
        let condition = (lead.at.saturating_sub(8)..lead.at)
            .any(|at| lead.grammar.is(at, any!("if unless als indien tenzij wanneer mocht indien zolang")));
        let never = lead.is_negated(1) && !condition
            || lead.is(0, any!("before"))
                && !condition
                && (2..6).any(|back| lead.is(back, any!("not never")) || lead.is_contracted(back));
        (lead.before(0) == Word::Before && never).then_some((Some(Bound::NotBefore), true))
    },
    |lead| (lead.is(0, any!("until till")) && lead.is_negated(1)).then_some((Some(Bound::NotBefore), true)),
    |lead| (lead.before(0) == Word::After && lead.is_negated(1)).then_some((Some(Bound::By), true)),
    // "niet later dan", "no earlier than"
    |lead| {
        let (later, sooner) = (lead.is(1, any!("later")), lead.is(1, any!("eerder earlier sooner vroeger")));
        let bound = match (lead.is(0, any!("dan than")), lead.is_negated(2)) {
            (true, false) if later => Bound::After,
            (true, true) if later => Bound::By,
            (true, false) if sooner => Bound::Before,
            (true, true) if sooner => Bound::NotBefore,
            _ => return None,
        };
        Some((Some(bound), true))
    },
    // "goes back to 1850", "gaat terug tot 1850", "met terugwerkende kracht tot 1 mei"
    |lead| (lead.before(0) == Word::To && lead.is(1, any!("back terug kracht"))).then_some((None, false)),
    |lead| (lead.before(0) == Word::To && lead.is(1, any!("prior"))).then_some((Some(Bound::Before), true)),
    // "moved to 3 May", "slipped to early 2025": where it goes, not how long it lasts.
    |lead| (lead.is(0, any!("to")) && !lead.is(1, any!("up valid open down runs running"))).then_some((None, false)),
    // "slipped from Q4 2023 to Q2 2024"
    |lead| (lead.is(0, any!("from van")) && (1..4).any(|back| lead.is(back, MOVED))).then_some((None, false)),
    // "a report from 2020" is of that year.
    |lead| {
        let dated = lead.is(0, any!("from")) && !lead.grammar.is_sentence_start(lead.at) && is_years(lead.expr);
        // "matters arising from 25 February", "notes from Tuesday's call"
        let arising = lead.is(0, any!("from"))
            && lead.is(1, any!(
                "arising resulting dating notes minutes photos pictures feedback letter email report action actions item items \
                 complaint request message comments decision statement points"
            ));
        (dated || arising).then_some((None, false))
    },
];

impl Lead<'_> {
    /// Most expressions stand behind words that bound nothing.
    fn may_bound(&self) -> bool {
        match self.before(0) {
            Word::Other => self.is(
                0,
                any!(
                    "including latest laatst vroegst vroegste earliest starting commencing startend \
                     ingaande dan than"
                ),
            ),
            Word::Bound(_) | Word::Through | Word::To | Word::Before | Word::After | Word::Ingang => true,
            Word::Of | Word::Or | Word::With | Word::Ultimate | Word::Part(_) => true,
            _ => false,
        }
    }

    /// The bound that one word sets.
    fn by_word(&self) -> Verdict {
        match self.before(0) {
            // "until 1 May" takes that day in, "tot 1 mei" leaves it out.
            Word::Bound(Bound::Until) => (Some(Bound::Through), true),
            Word::Bound(bound) => (Some(bound), bound != Bound::Since),
            Word::Through => (Some(Bound::Through), true),
            Word::To if self.whole => (Some(Bound::Until), true),
            Word::Before if self.whole && self.means_before() => (Some(Bound::Before), true),
            Word::After if self.whole => (Some(Bound::After), false),
            _ => (None, false),
        }
    }

    /// The word `back` places before the one that leads.
    fn before(&self, back: usize) -> Word {
        self.at.checked_sub(back).map_or(Word::Other, |at| self.grammar.word(at))
    }

    fn is(&self, back: usize, words: &[Key]) -> bool {
        self.at.checked_sub(back).is_some_and(|at| self.grammar.is(at, words))
    }

    fn is_negated(&self, back: usize) -> bool {
        self.is(back, any!("niet not no"))
    }

    /// The "t" of "won't".
    fn is_contracted(&self, back: usize) -> bool {
        self.is(back, any!("t")) && self.at > back && self.grammar.mark(self.at - back - 1) == '\''
    }

    /// "op zijn", "at the", "ten" stands before.
    fn is_superlative(&self) -> bool {
        (1..5).any(|back| self.is(back, any!("op at ten")))
    }

    /// A word of planning stands near.
    fn is_planned(&self) -> bool {
        const PLANNED: &[Key] =
            any!("voorzien gepland ingepland geagendeerd bestemd planning agenda planned scheduled slated");
        let (grammar, at) = (self.grammar, self.at);
        let goes_on = |at: &usize| !matches!(grammar.mark(*at), '.' | ';' | '?');
        let behind = (at + 1..grammar.tokens.len().min(at + 16)).take_while(goes_on);
        (at.saturating_sub(3)..at).chain(behind).any(|at| grammar.is(at, PLANNED))
    }

    /// "voor" is before as well as for: "voor maandag" is before it, "de agenda voor maandag" and "voor volgend jaar" are not.
    fn means_before(&self) -> bool {
        let Expr::Point(point, clock) = self.expr else { return true };
        let accented = self.grammar.raw(self.at).contains(['ó', 'Ó', '\u{301}']);
        if accented || self.is(0, any!("before")) || matches!(clock, Some(Some(_))) {
            return true;
        }
        match point {
            // "van voor 2015", "foto's voor 1940"
            Point::Calendar { month: None, day: None, year, .. } => {
                self.before(1) == Word::Of || matches!(year, Year::Known(..1990)) || self.is_done_by_then()
            }
            // "voor de zomer" is before it, "voor het najaar" may be for it.
            Point::Coded { code, .. } => {
                self.grammar.has(self.at + 1, Word::Article)
                    && !self.is_due()
                    && (matches!(code, 22 | 24) || self.is(1, any!("nog ruim kort al pas")))
            }
            Point::Weekday { .. } | Point::Unit { unit: Unit::Weekend, .. } => !self.is_due(),
            // "de roosters voor week 48"
            Point::Week { .. } => self.is(1, any!("nog ruim kort al pas")),
            Point::Unit { .. } | Point::Today(_) => false,
            _ => true,
        }
    }

    /// "voor 2025 afgebouwd", "worden voor 2030 gesloten": what is to be done is done before that year.
    fn is_done_by_then(&self) -> bool {
        const DONE: &[Key] = any!(
            "afgebouwd afgerond afgeschaft voltooid geboren gebouwd gesloten opgeleverd uitgefaseerd gesloopt \
             verdwenen klaar gereed verhuisd aangelegd opgericht"
        );
        let behind = self.at + 2;
        let be = behind + usize::from(self.grammar.is(behind, any!("zijn worden is wordt")));
        self.grammar.is(be, DONE)
    }

    /// "de agenda voor maandag", "een afspraak voor vrijdag": for that day, not before it.
    fn is_due(&self) -> bool {
        const DUE: &[&str] = &[
            "agenda",
            "afspraak",
            "planning",
            "programma",
            "uitnodiging",
            "stukken",
            "rooster",
            "verwachting",
            "overleg",
            "vergadering",
            "weer",
            "presentatie",
            "reservering",
            "begroting",
            "budget",
        ];
        let noun = self.grammar.raw(self.at.wrapping_sub(1)).to_ascii_lowercase();
        DUE.iter().any(|due| noun.ends_with(due))
    }
}

/// "het schooljaar 2025-2026": a range that a noun makes one.
fn is_name_of_years(grammar: Grammar<'_>, first: usize, expr: &Expr) -> bool {
    let noun = first + usize::from(grammar.has(first, Word::Article));
    // "de begroting voor het dienstjaar 1934"; "voor het jaar 1934" may be before it.
    let year = is_years(expr) && !grammar.is(noun, any!("jaar year"));
    let inside = noun + 1 < grammar.tokens.len();
    inside && (year || matches!(expr, Expr::Range(..))) && grammar.year_noun_before(noun + 1) == Some(noun)
}

/// What a bound can cut, not something that a day is counted from.
fn is_stretch(expr: &Expr) -> bool {
    match expr {
        Expr::Point(point, _) => !matches!(
            point,
            Point::FromTold { .. }
                | Point::WeekdayFromTold { .. }
                | Point::Stretch { .. }
                | Point::Years { .. }
                | Point::AsTold(_)
                | Point::UpTo { .. }
                | Point::SchoolYear(_)
                | Point::Rest(_)
                | Point::FromEvent { .. }
        ),
        expr => matches!(expr, Expr::Clock(_)),
    }
}

/// The place before "ten minste" in "tot ten minste 2025", "aan" in "tot aan de zomer", where a bound leads them.
fn past_adverbs(grammar: Grammar<'_>, at: usize) -> usize {
    let mut before = at;
    // "by close of business Friday", "by COB Friday"
    before -= match before {
        3.. if grammar.is(before - 3, any!("close end"))
            && grammar.is(before - 2, any!("of"))
            && grammar.is(before - 1, any!("business play day")) =>
        {
            3
        }
        1.. if grammar.is(before - 1, any!("cob eob eod")) => 1,
        _ => 0,
    };
    while before > 0 && grammar.is(before - 1, any!("aan ver diep minste ten zeker minstens minimaal pas at least")) {
        before -= 1;
    }
    let bounded = before > 0
        && (matches!(grammar.word(before - 1), Word::To | Word::Bound(_) | Word::Through)
            || grammar.is(before - 1, any!("dan than")));
    if bounded { before } else { at }
}
