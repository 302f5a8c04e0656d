//! The two sides of a quote pair as runs of text: context, words that are the same, and every difference with its number.

mod level;

use crate::engine::{Change, DiffRun, Document, Link, Order, Side, Span};

/// One side, in order of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub kind: RunKind,
    /// The difference it belongs to, from 1; 0 for plain text.
    pub number: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// Around the quote.
    Context,
    Same,
    Dropped,
    Added,
    Replaced,
    Moved,
    /// Here the other side has words that this one lacks; no text.
    GapDropped,
    GapAdded,
}

/// One line of the list "Verschillen".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub number: u32,
    pub change: Change,
    /// The words of the source, of the quoting side; empty on the side that lacks them.
    pub a: String,
    pub b: String,
}

/// Words of context that are shown on either side, in bytes.
const CONTEXT: usize = 150;
/// The band has at most this many ticks.
const TICKS: usize = 90;

/// The side where the words come from.
pub fn source_side(link: &Link, document: &Document) -> Vec<Run> {
    runs(link.a, document, &link.diff, |run| (run.a, run.b), RunKind::GapAdded, &[]).concat()
}

/// The side that repeats them.
pub fn quoting_side(link: &Link, document: &Document) -> Vec<Run> {
    runs(link.b, document, &link.diff, |run| (run.b, run.a), RunKind::GapDropped, &[]).concat()
}

/// Both sides in as many stretches, which begin with the same words: laid side by side, they stay level.
pub fn level_sides(link: &Link, source: &Document, quoting: &Document) -> [Vec<Vec<Run>>; 2] {
    let cuts = level::cuts(link, &source.text, &quoting.text);
    let of = |side: fn(&(usize, usize)) -> usize| cuts.iter().map(side).collect::<Vec<_>>();
    [
        runs(link.a, source, &link.diff, |run| (run.a, run.b), RunKind::GapAdded, &of(|cut| cut.0)),
        runs(link.b, quoting, &link.diff, |run| (run.b, run.a), RunKind::GapDropped, &of(|cut| cut.1)),
    ]
}

fn runs(
    side: Side,
    document: &Document,
    diff: &[DiffRun],
    spans: impl Fn(&DiffRun) -> (Option<Span>, Option<Span>),
    gap: RunKind,
    cuts: &[usize],
) -> Vec<Vec<Run>> {
    let text = document.text.as_str();
    let mut pen = Pen { text, at: side.span.start(), cuts, done: Vec::new(), runs: Vec::new() };
    let (before, opening) = context_before(document, side.span);
    pen.push(&before, RunKind::Context, 0);
    pen.push(opening, RunKind::Same, 0);
    for run in diff {
        match spans(run) {
            (Some(own), _) if own.start() >= pen.at && own.end() <= side.span.end() => {
                pen.plain_until(own.start());
                pen.until(own.end(), kind(run.change), run.number);
            }
            (None, Some(_)) if run.change != Change::Moved => pen.push("", gap, run.number),
            _ => {}
        }
    }
    pen.plain_until(side.span.end());
    let (closing, after) = context_after(document, side.span);
    pen.push(closing, RunKind::Same, 0);
    pen.push(&after, RunKind::Context, 0);
    pen.done.push(pen.runs);
    pen.done
}

fn kind(change: Change) -> RunKind {
    match change {
        Change::Same => RunKind::Same,
        Change::Dropped => RunKind::Dropped,
        Change::Added => RunKind::Added,
        Change::Replaced => RunKind::Replaced,
        Change::Moved => RunKind::Moved,
    }
}

struct Pen<'a> {
    text: &'a str,
    at: usize,
    /// Where a new stretch begins, in order.
    cuts: &'a [usize],
    done: Vec<Vec<Run>>,
    runs: Vec<Run>,
}

impl Pen<'_> {
    fn plain_until(&mut self, end: usize) {
        if self.at < end {
            self.until(end, RunKind::Same, 0);
        }
    }

    /// Writes on up to `end`, in new stretches where the text is cut.
    fn until(&mut self, end: usize, kind: RunKind, number: u32) {
        while let Some((cut, rest)) = self.cuts.split_first().filter(|(cut, _)| **cut < end) {
            self.cuts = rest;
            if *cut >= self.at {
                self.push(self.text.get(self.at..*cut).unwrap_or("").trim_end(), kind, number);
                self.at = *cut;
            }
            self.done.push(std::mem::take(&mut self.runs));
        }
        self.push(self.text.get(self.at..end).unwrap_or(""), kind, number);
        self.at = end;
    }

    fn push(&mut self, text: &str, kind: RunKind, number: u32) {
        let gap = matches!(kind, RunKind::GapAdded | RunKind::GapDropped);
        if text.is_empty() && !gap {
            return;
        }
        let text = text.replace('\n', " ");
        match self.runs.last_mut() {
            Some(last) if last.kind == kind && last.number == number => last.text.push_str(&text),
            _ => self.runs.push(Run { text, kind, number }),
        }
    }
}

/// Text of the same block before the quote, cut at a sentence or word; and the opening mark apart.
fn context_before(document: &Document, span: Span) -> (String, &str) {
    let text = document.text.as_str();
    let start = document.block_at(span.start_byte).map_or(span.start(), |block| document.blocks[block].span.start());
    let before = text.get(start..span.start()).unwrap_or("");
    let outside = before.trim_end_matches(is_mark);
    let mark = &before[outside.len()..];
    if outside.len() <= CONTEXT {
        return (outside.to_owned(), mark);
    }
    let near = floor(outside, outside.len() - CONTEXT);
    let tail = &outside[near..];
    let sentence =
        tail.match_indices(['.', '?', '!']).map(|(at, _)| at + 1).find(|at| tail[*at..].starts_with([' ', '\n']));
    let cut =
        sentence.filter(|at| tail[*at..].trim().len() > 12).or_else(|| tail.find(' ').map(|at| at + 1)).unwrap_or(0);
    (format!("… {}", tail[cut..].trim_start()), mark)
}

/// The closing mark, then text of the same block behind the quote, cut at a sentence or word.
fn context_after(document: &Document, span: Span) -> (&str, String) {
    let text = document.text.as_str();
    let last = span.end_byte.saturating_sub(1).max(span.start_byte);
    let end = document.block_at(last).map_or(span.end(), |block| document.blocks[block].span.end());
    let after = text.get(span.end()..end).unwrap_or("");
    let outside = after.trim_start_matches(is_mark);
    let mark = &after[..after.len() - outside.len()];
    if outside.len() <= CONTEXT {
        return (mark, outside.to_owned());
    }
    let near = &outside[..floor(outside, CONTEXT)];
    let sentence = near.rfind(". ").map(|at| at + 1).filter(|at| *at > 12);
    let cut = sentence.or_else(|| near.rfind(' ')).unwrap_or(near.len());
    (mark, format!("{} …", near[..cut].trim_end()))
}

fn is_mark(sign: char) -> bool {
    matches!(sign, '„' | '“' | '”' | '"' | '‘' | '’' | '‚' | '\'' | '«' | '»')
}

/// The nearest character border at or below `byte`.
fn floor(text: &str, mut byte: usize) -> usize {
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// Every difference once, in order of its number; a move's two halves are one.
pub fn differences(link: &Link, source: &Document, quoting: &Document) -> Vec<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    for run in link.diff.iter().filter(|run| run.number > 0) {
        let words = |span: Option<Span>, document: &Document| {
            span.map_or("", |span| span.of(&document.text)).replace('\n', " ")
        };
        let (a, b) = (words(run.a, source), words(run.b, quoting));
        match found.iter_mut().find(|difference| difference.number == run.number) {
            Some(known) => {
                known.a.push_str(&a);
                known.b.push_str(&b);
            }
            None => found.push(Difference { number: run.number, change: run.change, a, b }),
        }
    }
    found.order_by_key(|difference| difference.number);
    found
}

/// One tick a word; above 90 words a tick stands for several, and shows a difference rather than none.
pub fn band(link: &Link) -> Vec<BandTick> {
    let tick = |run: &DiffRun| BandTick { change: run.change, lower: run.b.is_none() };
    let words: Vec<BandTick> =
        link.diff.iter().flat_map(|run| std::iter::repeat_n(tick(run), run.n_words.min(10_000) as usize)).collect();
    let bin = words.len().div_ceil(TICKS).max(1);
    let strongest = |bin: &[BandTick]| bin.iter().copied().find(|tick| tick.change != Change::Same).unwrap_or(bin[0]);
    words.chunks(bin).map(strongest).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandTick {
    pub change: Change,
    /// Stands on the source side only.
    pub lower: bool,
}

/// Words of the quoting side, and how many of all the words are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub quoting: u32,
    pub same: u32,
    pub all: u32,
}

pub fn counts(link: &Link) -> Counts {
    let sum = |keep: fn(&DiffRun) -> bool| link.diff.iter().filter(|run| keep(run)).map(|run| run.n_words).sum();
    Counts {
        quoting: sum(|run| run.b.is_some()),
        same: sum(|run| run.change == Change::Same),
        all: sum(|run| !(run.change == Change::Moved && run.b.is_none())),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::engine::{Block, BlockKind, Certainty, Direction, DocId, Layer, LinkKind, Marks, Said};

    fn document(text: &str) -> Document {
        let block =
            Block { kind: BlockKind::Paragraph, layer: Layer::Body, span: Span::new(0, text.len()), source: vec![] };
        Document { text: text.to_owned(), blocks: vec![block], ..Document::default() }
    }

    fn find(document: &Document, words: &str) -> Option<Span> {
        (!words.is_empty()).then(|| {
            let start = document.text.find(words).expect("stands in the text");
            Span::new(start, start + words.len())
        })
    }

    pub fn sample() -> (Document, Document, Link) {
        let a = document("Wij waarschuwen. De brug is nu niet langer veilig voor zwaar verkeer. Sluit haar.");
        let b = document("De dienst schreef: „De brug is niet meer erg veilig voor verkeer zwaar”, en dat bleef zo.");
        let run = |change, in_a: &str, in_b: &str, number| {
            let words = if in_b.is_empty() { in_a } else { in_b };
            let n_words = words.split(' ').count() as u32;
            DiffRun { change, a: find(&a, in_a), b: find(&b, in_b), number, n_words }
        };
        let diff = vec![
            run(Change::Same, "De brug is", "De brug is", 0),
            run(Change::Dropped, "nu", "", 1),
            run(Change::Same, "niet", "niet", 0),
            run(Change::Replaced, "langer", "meer", 2),
            run(Change::Added, "", "erg", 3),
            run(Change::Same, "veilig voor", "veilig voor", 0),
            run(Change::Moved, "zwaar", "", 4),
            run(Change::Same, "verkeer", "verkeer", 0),
            run(Change::Moved, "", "zwaar", 4),
        ];
        let side = |doc, span| Side { doc: DocId(doc), span, layer: Layer::Body };
        let link = Link {
            a: side(0, find(&a, "De brug is nu niet langer veilig voor zwaar verkeer").unwrap()),
            b: side(1, find(&b, "De brug is niet meer erg veilig voor verkeer zwaar").unwrap()),
            segments: Vec::new(),
            kind: LinkKind::Altered,
            certainty: Certainty::Certain,
            direction: Direction::AToB,
            evidence: Vec::new(),
            marks: Marks::Full,
            speaker_source: None,
            speaker_target: None,
            diff,
            findings: Vec::new(),
            summary: Said::default(),
        };
        (a, b, link)
    }

    fn say(runs: &[Run]) -> String {
        let sign = |run: &Run| match run.kind {
            RunKind::Context => format!("({})", run.text),
            RunKind::Same => run.text.clone(),
            RunKind::Dropped => format!("-{}{}-", run.text, run.number),
            RunKind::Added => format!("+{}{}+", run.text, run.number),
            RunKind::Replaced => format!("~{}{}~", run.text, run.number),
            RunKind::Moved => format!("<{}{}>", run.text, run.number),
            RunKind::GapDropped => format!("^-{}", run.number),
            RunKind::GapAdded => format!("^+{}", run.number),
        };
        runs.iter().map(sign).collect()
    }

    #[test]
    fn every_difference_has_its_place_on_both_sides() {
        let (a, b, link) = sample();
        let source =
            "(Wij waarschuwen. )De brug is -nu1- niet ~langer2~^+3 veilig voor <zwaar4> verkeer(. Sluit haar.)";
        assert_eq!(say(&source_side(&link, &a)), source);
        let quoting =
            "(De dienst schreef: )„De brug is^-1 niet ~meer2~ +erg3+ veilig voor verkeer <zwaar4>”(, en dat bleef zo.)";
        assert_eq!(say(&quoting_side(&link, &b)), quoting);
        let list: Vec<_> = differences(&link, &a, &b).iter().map(|d| format!("{} {}>{}", d.number, d.a, d.b)).collect();
        assert_eq!(list, ["1 nu>", "2 langer>meer", "3 >erg", "4 zwaar>zwaar"]);
        assert_eq!(counts(&link), Counts { quoting: 10, same: 7, all: 11 });
        assert_eq!(band(&link).len(), 12);
    }

    #[test]
    fn long_context_is_cut_at_a_sentence_and_long_bands_at_ninety() {
        let (mut a, _, mut link) = sample();
        let more = "Eerst was er dit. Daarna kwam er nog iets bij dat veel woorden kostte, meer dan er in de marge passen. Toen dat. ".repeat(3);
        a.text.insert_str(0, &more);
        a.blocks[0].span = Span::new(0, a.text.len());
        link.a.span = link.a.span.shift(more.len());
        link.diff =
            vec![DiffRun { change: Change::Same, a: Some(link.a.span), b: Some(link.b.span), number: 0, n_words: 200 }];
        link.diff.push(DiffRun { change: Change::Added, a: None, b: None, number: 1, n_words: 1 });
        let said = say(&source_side(&link, &a));
        assert!(said.starts_with("(… Toen dat. Eerst") && said.len() < 260, "{said}");
        let band = band(&link);
        assert!(band.len() <= 90 && band.last().is_some_and(|tick| tick.change == Change::Added));
    }
}
