//! A small seeded generator (SplitMix64), so that every run plants the same.

pub struct Random(u64);

impl Random {
    /// Neighbouring seeds have nothing in common: the first number drawn is where the second stream begins.
    pub fn new(seed: u64) -> Random {
        Random(Random(seed).number())
    }

    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From `low` up to, not including, `high`.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + (self.number() % (high - low).max(1) as u64) as usize
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.between(0, 100) < percent
    }

    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.between(0, list.len())]
    }
}
