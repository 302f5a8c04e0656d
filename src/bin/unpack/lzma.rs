//! LZMA, the reading half: what `lzma-specification.txt` of the LZMA SDK (public domain) says, for streams without a
//! header, with `lc` of 3 and `lp` and `pb` of 0, as the command writes them.
//!
//! Core only: the portable page brings this along in a WASM of its own.

/// How many bits of the byte before choose the model of a literal.
pub const LC: u32 = 3;

const HALF: u16 = 1 << 10;
const N_STATES: usize = 12;

/// A length: 8 short ones, 8 middling, 256 long.
const LENGTH: usize = 2 + 8 + 8 + 256;

// Where each kind of probability lies among all.
const IS_MATCH: usize = 0;
const IS_REP: usize = IS_MATCH + N_STATES;
const IS_REP0: usize = IS_REP + N_STATES;
const IS_REP1: usize = IS_REP0 + N_STATES;
const IS_REP2: usize = IS_REP1 + N_STATES;
const IS_REP0_LONG: usize = IS_REP2 + N_STATES;
const SLOT: usize = IS_REP0_LONG + N_STATES;
const SPECIAL: usize = SLOT + 4 * 64;
const ALIGN: usize = SPECIAL + 128;
const MATCH_LENGTH: usize = ALIGN + 16;
const REP_LENGTH: usize = MATCH_LENGTH + LENGTH;
const LITERAL: usize = REP_LENGTH + LENGTH;
const N_PROBABILITIES: usize = LITERAL + (0x300 << LC);

/// Fills `out` with what `packed` holds; `None` where it holds something else.
pub fn unpack(packed: &[u8], out: &mut [u8]) -> Option<()> {
    let mut coder = Coder { packed, at: 5, range: u32::MAX, code: 0, odds: [HALF; N_PROBABILITIES] };
    for byte in packed.get(1..5)? {
        coder.code = coder.code << 8 | u32::from(*byte);
    }
    let mut state = 0;
    // How far back the last four matches lay, less one; the latest first.
    let mut back = [0_usize; 4];
    let mut at = 0;
    while at < out.len() {
        if coder.bit(IS_MATCH + state) == 0 {
            let before = if at == 0 { 0 } else { out[at - 1] };
            let model = LITERAL + 0x300 * usize::from(before >> (8 - LC));
            let matched = if state < 7 { None } else { Some(*out.get(at.checked_sub(back[0] + 1)?)?) };
            out[at] = coder.literal(model, matched);
            at += 1;
            state = match state {
                0..4 => 0,
                4..10 => state - 3,
                _ => state - 6,
            };
            continue;
        }
        let is_late = state >= 7;
        let length = if coder.bit(IS_REP + state) == 0 {
            back.rotate_right(1);
            let length = coder.length(MATCH_LENGTH);
            back[0] = coder.distance(length);
            state = if is_late { 10 } else { 7 };
            length
        } else if let Some(nth) = coder.repeated(state) {
            back[..=nth].rotate_right(1);
            state = if is_late { 11 } else { 8 };
            coder.length(REP_LENGTH)
        } else {
            state = if is_late { 11 } else { 9 };
            1
        };
        let from = at.checked_sub(back[0] + 1)?;
        let end = at + length.min(out.len() - at);
        for (at, from) in (at..end).zip(from..) {
            out[at] = out[from];
        }
        at = end;
    }
    (coder.at <= packed.len()).then_some(())
}

struct Coder<'a> {
    packed: &'a [u8],
    at: usize,
    range: u32,
    code: u32,
    odds: [u16; N_PROBABILITIES],
}

impl Coder<'_> {
    fn refill(&mut self) {
        if self.range < 1 << 24 {
            self.range <<= 8;
            self.code = self.code << 8 | u32::from(self.packed.get(self.at).copied().unwrap_or(0));
            self.at += 1;
        }
    }

    #[inline(always)]
    fn bit(&mut self, which: usize) -> usize {
        self.refill();
        let odds = self.odds[which];
        let bound = (self.range >> 11) * u32::from(odds);
        if self.code < bound {
            self.range = bound;
            self.odds[which] = odds + ((2048 - odds) >> 5);
            0
        } else {
            self.range -= bound;
            self.code -= bound;
            self.odds[which] = odds - (odds >> 5);
            1
        }
    }

    /// A literal. Behind a match it is likely to differ from the byte that would have gone on with it.
    fn literal(&mut self, model: usize, matched: Option<u8>) -> u8 {
        let mut symbol = 1;
        if let Some(matched) = matched {
            let mut matched = usize::from(matched);
            while symbol < 0x100 {
                let expected = matched >> 7 & 1;
                matched <<= 1;
                let bit = self.bit(model + ((1 + expected) << 8) + symbol);
                symbol = symbol << 1 | bit;
                if bit != expected {
                    break;
                }
            }
        }
        while symbol < 0x100 {
            symbol = symbol << 1 | self.bit(model + symbol);
        }
        symbol as u8
    }

    /// Which of the last four distances comes again; `None`: one byte from the latest.
    fn repeated(&mut self, state: usize) -> Option<usize> {
        if self.bit(IS_REP0 + state) == 0 {
            return (self.bit(IS_REP0_LONG + state) == 1).then_some(0);
        }
        if self.bit(IS_REP1 + state) == 0 {
            return Some(1);
        }
        Some(2 + self.bit(IS_REP2 + state))
    }

    fn length(&mut self, model: usize) -> usize {
        if self.bit(model) == 0 {
            2 + self.tree(model + 2, 3)
        } else if self.bit(model + 1) == 0 {
            10 + self.tree(model + 10, 3)
        } else {
            18 + self.tree(model + 18, 8)
        }
    }

    fn distance(&mut self, length: usize) -> usize {
        let slot = self.tree(SLOT + 64 * (length - 2).min(3), 6);
        if slot < 4 {
            return slot;
        }
        let n_low = slot / 2 - 1;
        let high = (2 | slot & 1) << n_low;
        if slot < 14 {
            return high + self.reverse_tree(SPECIAL + high - slot, n_low);
        }
        let mut middle = 0;
        for _ in 4..n_low {
            self.refill();
            self.range >>= 1;
            let is_high = self.code >= self.range;
            if is_high {
                self.code -= self.range;
            }
            middle = middle << 1 | usize::from(is_high);
        }
        high + (middle << 4) + self.reverse_tree(ALIGN, 4)
    }

    fn tree(&mut self, model: usize, n_bits: usize) -> usize {
        let mut symbol = 1;
        for _ in 0..n_bits {
            symbol = symbol << 1 | self.bit(model + symbol);
        }
        symbol - (1 << n_bits)
    }

    /// The lowest bit first.
    fn reverse_tree(&mut self, model: usize, n_bits: usize) -> usize {
        let (mut symbol, mut value) = (1, 0);
        for nth in 0..n_bits {
            let bit = self.bit(model + symbol);
            symbol = symbol << 1 | bit;
            value |= bit << nth;
        }
        value
    }
}
