//! Notes in a margin: each as near to its line as may be, none over the next.

/// A note before it is placed: the line it belongs to and how tall it is, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Note {
    pub line: f64,
    pub height: f64,
}

/// The top of every note, in the order given: level with its line, or right under the note before it.
pub fn tops(notes: &[Note], gap: f64) -> Vec<f64> {
    let mut free = f64::NEG_INFINITY;
    notes
        .iter()
        .map(|note| {
            let top = note.line.max(free);
            free = top + note.height + gap;
            top
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_move_down_and_never_overlap() {
        let notes = [(0.0, 20.0), (10.0, 30.0), (100.0, 10.0), (90.0, 5.0)].map(|(line, height)| Note { line, height });
        assert_eq!(tops(&notes, 4.0), [0.0, 24.0, 100.0, 114.0]);
        assert!(tops(&[], 4.0).is_empty());
    }
}
