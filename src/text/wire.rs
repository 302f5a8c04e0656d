//! Reading records in the postcard wire format 1.0 (<https://postcard.jamesmunns.com/wire-format>), as serde writes them.
//!
//! `#[derive(Wire)]` reads field after field by one function a type. What serde derives for reading is inlined into one
//! function a section, three times as large; every reader downloads it.

/// A value that can be read back.
pub trait Wire: Sized {
    /// The value that `from` begins with, which is taken off; `None` where no such value stands there.
    fn read(from: &mut &[u8]) -> Option<Self>;
}

fn byte(from: &mut &[u8]) -> Option<u8> {
    let (first, rest) = from.split_first()?;
    *from = rest;
    Some(*first)
}

/// Seven bits a byte, the lowest first.
fn number(from: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let byte = byte(from)?;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// How many follow, each of at least a byte: never more than there are bytes.
fn count(from: &mut &[u8]) -> Option<usize> {
    usize::try_from(number(from)?).ok().filter(|n| *n <= from.len())
}

macro_rules! numbers {
    ($($number:ty),*) => {
        $(impl Wire for $number {
            fn read(from: &mut &[u8]) -> Option<$number> {
                number(from)?.try_into().ok()
            }
        })*
    };
}

numbers!(u16, u32, u64, usize);

impl Wire for u8 {
    fn read(from: &mut &[u8]) -> Option<u8> {
        byte(from)
    }
}

/// Zigzag: 0, -1, 1, -2, …
impl Wire for i32 {
    fn read(from: &mut &[u8]) -> Option<i32> {
        let value = u32::read(from)?;
        Some((value >> 1) as i32 ^ -((value & 1) as i32))
    }
}

impl Wire for bool {
    fn read(from: &mut &[u8]) -> Option<bool> {
        match byte(from)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Wire for String {
    fn read(from: &mut &[u8]) -> Option<String> {
        let n = count(from)?;
        let (text, rest) = from.split_at_checked(n)?;
        *from = rest;
        std::str::from_utf8(text).ok().map(str::to_owned)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn read(from: &mut &[u8]) -> Option<Option<T>> {
        Some(if bool::read(from)? { Some(T::read(from)?) } else { None })
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn read(from: &mut &[u8]) -> Option<Vec<T>> {
        let n = count(from)?;
        let mut all = Vec::new();
        for _ in 0..n {
            all.push(T::read(from)?);
        }
        Some(all)
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn read(from: &mut &[u8]) -> Option<(A, B)> {
        Some((A::read(from)?, B::read(from)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;
    use weerklank_macros::Wire;

    #[derive(Debug, PartialEq, Serialize, Wire)]
    enum Kind {
        One,
        Two { place: Option<(u32, u64)>, name: String },
        Three(i32, bool),
    }

    #[test]
    fn reads_what_postcard_writes() {
        let records = vec![
            Kind::One,
            Kind::Two { place: Some((300, u64::MAX)), name: "één".into() },
            Kind::Two { place: None, name: String::new() },
            Kind::Three(-1_000_000, true),
        ];
        let bytes = postcard::to_allocvec(&records).unwrap();
        let mut from = bytes.as_slice();
        assert_eq!(Vec::<Kind>::read(&mut from), Some(records));
        assert!(from.is_empty());
        for cut in 0..bytes.len() {
            assert_eq!(Vec::<Kind>::read(&mut &bytes[..cut]), None, "cut at {cut}");
        }
    }
}
