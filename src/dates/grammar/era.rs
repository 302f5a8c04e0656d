//! Years before and after the common era: "44 v.Chr.", "AD 79", "de derde eeuw voor Christus".

use super::*;

impl Grammar<'_> {
    /// "44 v.Chr.", "in het jaar 200 na Christus", "79 AD", "AD 79".
    pub fn era_year(&self, start: usize) -> Read<Point> {
        let named = self.article(start);
        let at = named + usize::from(matches!(self.word(named), Word::Unit(Unit::Year, _)));
        if self.has(at, Word::Era) {
            let (year, 1..=4) = self.number(at + 1)? else { return None };
            let said = self.is(at, any!("ad a.d a.d.")) && self.raw(at).starts_with('A') && self.glued_capitals(at);
            return (said && year > 0).then_some((calendar(Year::Known(year as i32), None, None), at + 2));
        }
        let (year @ 1..=9999, 1..=4) = self.number(at)? else { return None };
        let (before, end) = self.era(at + 1)?;
        let year = year as i32;
        Some((calendar(Year::Known(if before { 1 - year } else { year }), None, None), end))
    }

    /// Whether what stands here counts back from the common era, and its end.
    pub fn era(&self, at: usize) -> Read<bool> {
        let dot = |end: usize| end + usize::from(self.mark(end) == '.' && self.glued(end));
        if self.has(at, Word::Era) {
            let capital = self.capital(at) && self.glued_capitals(at);
            let dutch = self.is(at, any!("v.chr n.chr v.c n.c v.chr. n.chr. v.c. n.c."));
            return (capital || dutch)
                .then_some((self.is(at, any!("bc bce b.c b.c.e b.c. b.c.e. v.chr v.c v.chr. v.c.")), at + 1));
        }
        // "v.Chr." and "voor Christus"
        if !matches!(self.word(at), Word::Other | Word::Before | Word::After | Word::Reference) {
            return None;
        }
        let name = at + 1 + usize::from(self.mark(at + 1) == '.');
        let said = self.is(at, any!("v n voor na before after")) && self.is(name, any!("chr christus christ"));
        said.then(|| (self.is(at, any!("v voor before")), dot(name + 1)))
    }

    /// "BC", not "bc".
    fn glued_capitals(&self, at: usize) -> bool {
        self.raw(at).bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.')
    }
}
