//! A corpus file that comes in pieces: what has come, and what was missed.

use std::{
    fmt::Debug,
    ops::Range,
    sync::{Mutex, OnceLock, PoisonError},
};

/// Bytes of a file behind its first part.
pub trait Pieces: Debug + Send + Sync {
    /// `None` where not all of them have come; then they are remembered as missed.
    fn get(&self, range: Range<usize>) -> Option<Vec<u8>>;

    /// Whether all is there, if elsewhere.
    fn are_whole(&self) -> bool {
        false
    }
}

/// How much is asked for at a time, in bytes: two or three passages and what is near them.
const BLOCK: usize = 8 << 10;

/// How many blocks that were missed a program fetches at a time: what a search reads before it stops.
const N_MISSED: usize = 48;

/// A file in blocks, each of which comes once.
#[derive(Debug)]
pub struct Blocks {
    n_bytes: usize,
    blocks: Vec<OnceLock<Box<[u8]>>>,
    /// In the order in which they were missed: what a search reads first is what it needs most.
    missed: Mutex<Vec<usize>>,
}

impl Blocks {
    /// Nothing of a file of this many bytes.
    pub fn new(n_bytes: usize) -> Blocks {
        let blocks = (0..n_bytes.div_ceil(BLOCK)).map(|_| OnceLock::new()).collect();
        Blocks { n_bytes, blocks, missed: Mutex::default() }
    }

    fn range(&self, block: usize) -> Range<usize> {
        block * BLOCK..self.n_bytes.min((block + 1) * BLOCK)
    }

    /// Takes in bytes from `start` on. Blocks that they do not fill wait until all of their bytes come together.
    pub fn fill(&self, start: usize, bytes: &[u8]) {
        let first = start.div_ceil(BLOCK);
        let whole = (first..self.blocks.len()).take_while(|block| self.range(*block).end <= start + bytes.len());
        for block in whole {
            let range = self.range(block);
            let _ = self.blocks[block].set(bytes[range.start - start..range.end - start].into());
        }
    }

    /// The first `most` blocks missed since the last call that have not come, as ranges of bytes, neighbours together.
    pub fn take_missed(&self, most: usize) -> Vec<Range<usize>> {
        let mut missed = std::mem::take(&mut *self.missed.lock().unwrap_or_else(PoisonError::into_inner));
        missed.retain(|block| self.blocks[*block].get().is_none());
        missed.truncate(most);
        missed.sort_unstable();
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for range in missed.into_iter().map(|block| self.range(block)) {
            match ranges.last_mut() {
                Some(last) if last.end == range.start => last.end = range.end,
                _ => ranges.push(range),
            }
        }
        ranges
    }

    /// The same for JavaScript, as many as are fetched at a time: pairs of a first byte and the one behind the last.
    pub fn take_missed_pairs(&self) -> Vec<u32> {
        self.take_missed(N_MISSED).into_iter().flat_map(|range| [range.start as u32, range.end as u32]).collect()
    }
}

impl Pieces for std::sync::Arc<Blocks> {
    fn get(&self, range: Range<usize>) -> Option<Vec<u8>> {
        if range.start > range.end || range.end > self.n_bytes {
            return None;
        }
        let mut bytes = Vec::with_capacity(range.len());
        let mut is_whole = true;
        let last = if range.is_empty() { range.start / BLOCK } else { range.end.div_ceil(BLOCK) };
        for block in range.start / BLOCK..last {
            let own = self.range(block);
            let part = range.start.max(own.start) - own.start..range.end.min(own.end) - own.start;
            match self.blocks[block].get() {
                Some(block) => bytes.extend_from_slice(&block[part]),
                None => {
                    let mut missed = self.missed.lock().unwrap_or_else(PoisonError::into_inner);
                    if !missed.contains(&block) {
                        missed.push(block);
                    }
                    is_whole = false;
                }
            }
        }
        is_whole.then_some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn what_is_missed_comes_and_is_there() {
        let file: Vec<u8> = (0..3 * BLOCK + 100).map(|at| (at % 251) as u8).collect();
        let blocks = Arc::new(Blocks::new(file.len()));
        let across = 2 * BLOCK - 10..2 * BLOCK + 10;
        assert_eq!(blocks.get(3 * BLOCK + 50..3 * BLOCK + 60), None);
        assert_eq!(blocks.get(across.clone()), None);
        assert_eq!(blocks.take_missed(9), vec![BLOCK..file.len()]);
        assert_eq!(blocks.take_missed(9), []);
        blocks.fill(BLOCK, &file[BLOCK..2 * BLOCK + 1]);
        assert_eq!(blocks.get(across.clone()), None);
        assert_eq!(blocks.take_missed(9), vec![2 * BLOCK..3 * BLOCK]);
        blocks.fill(2 * BLOCK, &file[2 * BLOCK..]);
        assert_eq!(blocks.get(across.clone()).as_deref(), Some(&file[across]));
        assert_eq!(blocks.get(file.len() - 3..file.len()).as_deref(), Some(&file[file.len() - 3..]));
        assert_eq!(blocks.get(0..file.len() + 1), None);
        assert_eq!(blocks.get(5..5), Some(vec![]));
    }

    #[test]
    fn the_first_missed_come_first() {
        let blocks = Arc::new(Blocks::new(100 * BLOCK));
        for block in [70, 3, 4, 90] {
            assert_eq!(blocks.get(block * BLOCK..block * BLOCK + 1), None);
        }
        assert_eq!(blocks.take_missed(3), [3 * BLOCK..5 * BLOCK, 70 * BLOCK..71 * BLOCK]);
    }
}
