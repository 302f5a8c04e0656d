//! Numbers in as few bits as they need: gamma codes for counts, interpolative codes for rising lists.
//!
//! Interpolative coding (Moffat and Stuiver, "Binary Interpolative Coding for Effective Index Compression", 2000) writes
//! the middle of a list within the bounds that its neighbours leave, then both halves: near the entropy for scattered
//! lists, and almost nothing for runs, as the words of a title make them.

#[derive(Debug, Default)]
pub struct BitWriter {
    bytes: Vec<u8>,
    pending: u64,
    n_pending: u32,
}

impl BitWriter {
    /// How many bits were written.
    pub fn position(&self) -> u64 {
        self.bytes.len() as u64 * 8 + u64::from(self.n_pending)
    }

    /// Writes the low `n_bits` of `value`, lowest first; at most 32.
    pub fn put(&mut self, value: u32, n_bits: u32) {
        self.pending |= u64::from(value) << self.n_pending;
        self.n_pending += n_bits;
        while self.n_pending >= 8 {
            self.bytes.push(self.pending as u8);
            self.pending >>= 8;
            self.n_pending -= 8;
        }
    }

    /// A number from 1: its length in unary, then its lower bits (Elias gamma).
    pub fn put_gamma(&mut self, value: u32) {
        let width = value.max(1).ilog2();
        self.put(0, width);
        self.put(1, 1);
        self.put(value & !(1 << width), width);
    }

    /// A number from 0 up to `bound`, the fewest bits that tell these apart (truncated binary).
    pub fn put_within(&mut self, value: u32, bound: u32) {
        let (width, n_short) = truncated(bound);
        if value < n_short {
            self.put(value, width);
        } else {
            let long = value + n_short;
            self.put(long >> 1, width);
            self.put(long & 1, 1);
        }
    }

    /// A strictly rising list, all from `low` up to `high`. Its length is not written.
    pub fn put_rising(&mut self, list: &[u32], low: u32, high: u32) {
        if list.is_empty() || high - low + 1 == list.len() as u32 {
            return;
        }
        let middle = list.len() / 2;
        let before = middle as u32;
        let after = (list.len() - middle - 1) as u32;
        let value = list[middle];
        self.put_within(value - low - before, high - after - low - before);
        if middle > 0 {
            self.put_rising(&list[..middle], low, value - 1);
        }
        if after > 0 {
            self.put_rising(&list[middle + 1..], value + 1, high);
        }
    }

    /// The bytes, with room behind them so that reading may look ahead.
    pub fn finish(mut self) -> Vec<u8> {
        if self.n_pending > 0 {
            self.bytes.push(self.pending as u8);
        }
        self.bytes.extend([0; 8]);
        self.bytes
    }
}

/// Bits of a short code, and how many values have one: the others take a bit more.
fn truncated(bound: u32) -> (u32, u32) {
    let n_values = u64::from(bound) + 1;
    let width = n_values.ilog2();
    (width, ((1u64 << (width + 1)) - n_values) as u32)
}

/// Reads what [`BitWriter`] wrote. Past the end it reads zeros: damage gives wrong numbers, which callers bound.
#[derive(Clone, Copy, Debug)]
pub struct BitReader<'a> {
    bytes: &'a [u8],
    position: u64,
}

impl<'a> BitReader<'a> {
    pub fn new(bytes: &'a [u8], position: u64) -> BitReader<'a> {
        BitReader { bytes, position }
    }

    /// The next 56 bits or more, lowest first.
    #[inline]
    fn peek(&self) -> u64 {
        let at = (self.position >> 3) as usize;
        let word =
            self.bytes.get(at..).and_then(|bytes| bytes.first_chunk()).map_or(0, |word| u64::from_le_bytes(*word));
        word >> (self.position & 7)
    }

    #[inline]
    pub fn take(&mut self, n_bits: u32) -> u32 {
        let value = self.peek() & ((1u64 << n_bits) - 1);
        self.position += u64::from(n_bits);
        value as u32
    }

    pub fn skip(&mut self, n_bits: u32) {
        self.position += u64::from(n_bits);
    }

    pub fn take_gamma(&mut self) -> u32 {
        let width = self.peek().trailing_zeros().min(31);
        self.position += u64::from(width) + 1;
        (1 << width) | self.take(width)
    }

    #[inline]
    pub fn take_within(&mut self, bound: u32) -> u32 {
        let (width, n_short) = truncated(bound);
        let short = self.take(width);
        if short < n_short { short } else { ((short << 1) | self.take(1)).wrapping_sub(n_short).min(bound) }
    }

    /// Fills `list` with a strictly rising list from `low` up to `high`.
    ///
    /// Damaged bytes give a wrong list, but one within the bounds. There must be room for it:
    /// `high - low + 1 >= list.len()`.
    pub fn take_rising(&mut self, mut list: &mut [u32], mut low: u32, high: u32) {
        while !list.is_empty() {
            let n = list.len();
            if ((high - low) as usize) < n {
                list.iter_mut().zip(low..).for_each(|(place, value)| *place = value);
                return;
            }
            let middle = n / 2;
            let before = middle as u32;
            let after = (n - middle - 1) as u32;
            let value = low + before + self.take_within(high - after - low - before);
            list[middle] = value;
            let (first, second) = list.split_at_mut(middle);
            if middle > 0 {
                self.take_rising(first, low, value - 1);
            }
            (list, low) = (&mut second[1..], value.saturating_add(1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BitReader, BitWriter};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_written_is_read(numbers in prop::collection::btree_set(0u32..5000, 0..400), bound in 5000u32..9000, count in 1u32..u32::MAX) {
            let list: Vec<u32> = numbers.into_iter().collect();
            let mut writer = BitWriter::default();
            writer.put_gamma(count);
            writer.put_rising(&list, 0, bound);
            writer.put_gamma(7);
            let bytes = writer.finish();
            let mut reader = BitReader::new(&bytes, 0);
            prop_assert_eq!(reader.take_gamma(), count);
            let mut read = vec![0; list.len()];
            reader.take_rising(&mut read, 0, bound);
            prop_assert_eq!(read, list);
            prop_assert_eq!(reader.take_gamma(), 7);
        }

        #[test]
        fn damage_stays_within_bounds(bytes in prop::collection::vec(any::<u8>(), 0..64), n in 1usize..50) {
            let mut list = vec![0; n];
            BitReader::new(&bytes, 3).take_rising(&mut list, 10, 99);
            prop_assert!(list.windows(2).all(|two| two[0] < two[1]) && list[0] >= 10 && list[n - 1] <= 99);
        }
    }
}
