//! A map that costs a reader few bytes: a list in order of its keys.

/// Few or mostly ascending keys, each with a value, in order of the keys. The standard library's tree costs a kilobyte of WASM
/// and more for each type of key and value.
#[derive(Clone, Debug)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        SortedMap(Vec::new())
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    /// The value of `key`; `first`, where it had none.
    pub fn or_insert(&mut self, key: K, first: V) -> &mut V {
        let at = match self.0.last() {
            Some((last, _)) if *last >= key => self.0.partition_point(|(known, _)| *known < key),
            _ => self.0.len(),
        };
        if self.0.get(at).is_none_or(|(known, _)| *known != key) {
            self.0.insert(at, (key, first));
        }
        &mut self.0[at].1
    }

    /// Keys and values, in order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = &(K, V)> {
        self.0.iter()
    }

    /// The same, to keep.
    pub fn into_vec(self) -> Vec<(K, V)> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn as_the_standard_library(keys in prop::collection::vec(0u8..40, 0..100)) {
            let (mut ours, mut theirs) = (SortedMap::default(), BTreeMap::new());
            for key in keys {
                *ours.or_insert(key, 0) += 1;
                *theirs.entry(key).or_insert(0) += 1;
            }
            prop_assert_eq!(ours.into_vec(), theirs.into_iter().collect::<Vec<_>>());
        }
    }
}
