//! Links: matches, told in the reader's terms.
//!
//! Joins what the two searches found, gives each match its direction, kind, marks, speakers, difference and findings,
//! and mutes what is repeated everywhere.

use super::{
    Certainty, Change, DiffRun, Direction, Link, LinkKind, Marks, Quotation, Quotes, Segment, Side,
    align::{Pair, Piece},
    borders::Hulls,
    diff::diff,
    direction::{End, Judgement, Third, Verdict, marks_around, siblings},
    echo::{Echo, echoes},
    judged::Judged,
    lexicon::Lexicon,
    matching::{Match, Matcher, hull, is_elision, share},
    quotation::Marked,
    reach::marks_of,
    reading::{Reading, stands_alone},
    signature::signed_pull_quote,
    speaker::{Attribution, reported},
    summary::{Told, summary},
    voice::voice,
};
use crate::text::{BlockKind, Order, Said, Span};
use std::{borrow::Cow, collections::HashMap, ops::Range};

/// All that is known of a dossier once it is read and matched.
pub(super) struct Found<'a> {
    pub lexicon: &'a Lexicon,
    pub readings: &'a [Reading<'a>],
    /// One list a reading, one attribution a quotation.
    pub attributions: Vec<Cow<'a, [Attribution]>>,
}

impl<'a> Found<'a> {
    pub fn quotes(&self, matcher: &Matcher<'_>, marked: Vec<Match>, unmarked: Vec<Match>) -> Quotes {
        let links = self.links(matcher, marked, unmarked);
        let quotations = self.quotations(&links);
        Quotes { links, quotations }
    }

    /// Sorted by a's place, then b's.
    pub fn links(&self, matcher: &Matcher<'_>, marked: Vec<Match>, unmarked: Vec<Match>) -> Vec<Link> {
        let tells_speech = self.telling_speech(&marked);
        let matches = self.join(matcher, marked, unmarked);
        let ends: Vec<(End<'_>, End<'_>)> = matches.iter().map(|one| self.ends(one, &tells_speech)).collect();
        let judged = self.judge(&matches, ends);
        let agreed = self.agreed(&matches, judged);
        let ends: Vec<(End<'_>, End<'_>)> = agreed.iter().map(|(x, y, _)| (*x, *y)).collect();
        let mut links: Vec<(Key, Link)> =
            matches.iter().zip(agreed).map(|(one, judged)| self.link(one, judged)).collect();
        let mut again = Vec::new();
        for (at, echo) in echoes(&links).into_iter().enumerate() {
            match echo {
                Echo::No => again.push(links[at].clone()),
                Echo::Sibling(third) => {
                    let judgement = siblings(self.readings[third].quotable.document);
                    again.push(self.link(&matches[at], (ends[at].0, ends[at].1, judgement)));
                }
                Echo::Needless => {}
            }
        }
        links = without_swallowed(again);
        links.order_by_key(|(key, _)| *key);
        links.dedup_by(|x, y| x.0 == y.0);
        links.into_iter().map(|(_, link)| link).collect()
    }

    /// One match for each repetition: the marked ones, and of the unmarked ones what no quotation explains.
    fn join(&self, matcher: &Matcher<'_>, marked: Vec<Match>, unmarked: Vec<Match>) -> Vec<Match> {
        let marked = self.once(self.unbroken(marked));
        let parted = unmarked.into_iter().flat_map(|one| self.parted(matcher, one));
        let unmarked: Vec<Match> = parted.flat_map(|one| self.by_paragraphs(matcher, one)).collect();
        let marked = self.not_copied(matcher, marked, &unmarked);
        let mut by_documents: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        for (index, one) in marked.iter().enumerate() {
            by_documents.entry((one.rank_a, one.rank_b)).or_default().push(index);
        }
        let explained = |one: &Match| -> Vec<Range<usize>> {
            let fellows = by_documents.get(&(one.rank_a, one.rank_b)).map_or(&[][..], Vec::as_slice);
            let quoted = fellows.iter().map(|index| &marked[*index]);
            let same = quoted.filter(|quoted| {
                share(&quoted.hull_a(), &one.hull_a()) > 0 && share(&quoted.hull_b(), &one.hull_b()) > 0
            });
            same.map(Match::hull_b).collect()
        };
        let mut alone = Vec::new();
        for one in unmarked {
            if one.quotation.is_some() {
                if explained(&one).is_empty() && explained(&swap(&one)).is_empty() {
                    alone.push(one);
                }
                continue;
            }
            let turned = swap(&one);
            match (explained(&one), explained(&turned)) {
                (here, there) if here.is_empty() && there.is_empty() => alone.push(one),
                (here, there) if there.is_empty() => alone.extend(matcher.beyond(&one, &here)),
                (_, there) => alone.extend(matcher.beyond(&turned, &there)),
            }
        }
        let mut matches = marked;
        matches.extend(alone);
        matches
    }

    /// Of two quotations in marks that are each other's source, one match: that whose quotation is mostly repeated rather
    /// than that whose quotation holds much more, else the one that says more.
    fn once(&self, mut marked: Vec<Match>) -> Vec<Match> {
        let mut by_documents: HashMap<(usize, usize), Hulls> = HashMap::new();
        let place = |one: &Match| (one.rank_b, one.hull_b().start, one.rank_a, one.hull_a().start);
        marked.order_by_key(|one| (!self.repeats_most(one), -one.weight, place(one)));
        marked.retain(|one| {
            let (a, b) = (one.hull_a(), one.hull_b());
            let known = by_documents.get(&(one.rank_b, one.rank_a)).map_or(&[][..], Vec::as_slice);
            let most = |one: &Range<usize>, other: &Range<usize>| 2 * share(one, other) > one.len().min(other.len());
            let new = !known.iter().any(|(other_a, other_b)| most(other_a, &b) && most(other_b, &a));
            if new {
                by_documents.entry((one.rank_a, one.rank_b)).or_default().push((a, b));
            }
            new
        });
        marked
    }

    /// Whether the match covers most of its quotation.
    fn repeats_most(&self, one: &Match) -> bool {
        one.quotation.is_some_and(|own| {
            let reading = &self.readings[one.rank_b];
            one.hull_b().len() * 10 >= reading.words_in(reading.marked[own].inside).len() * 6
        })
    }

    fn link(&self, one: &Match, (x, y, judgement): Judged<'_>) -> (Key, Link) {
        let Judgement { verdict, evidence, third, .. } = judgement;
        let flip = match verdict {
            Verdict::YRepeats => false,
            Verdict::XRepeats => true,
            Verdict::Parallel => (one.rank_b, one.hull_b().start) < (one.rank_a, one.hull_a().start),
        };
        let reaching = self.reach(one);
        let turned = if flip { swap(&reaching) } else { reaching };
        let (a, b) = if flip { (y, x) } else { (x, y) };
        let b = End { marks: marks_of((a, &turned.hull_a()), (b, &turned.hull_b())), ..b };
        let words = (turned.hull_a(), self.target_words(&turned, b));
        let direction = if verdict == Verdict::Parallel { Direction::Parallel } else { Direction::AToB };
        self.between(&turned, (a, b), words, (direction, evidence, third))
    }

    /// The link of a match whose ends, words and direction are settled.
    pub fn between(
        &self,
        one: &Match,
        (a, b): (End<'_>, End<'_>),
        (words_a, words_b): (Range<usize>, Range<usize>),
        (direction, evidence, third): (Direction, Vec<Said>, Third),
    ) -> (Key, Link) {
        let runs = diff(self.lexicon, self.readings, one, &words_a, &words_b);
        let span_b = self.target_span(one, b, &words_b);
        let span_a = self.source_span(&words_a, a.reading, b.reading, span_b, &words_b);
        let segments = self.segments(one, direction, span_a, span_b);
        let told: Vec<DiffRun> = runs.iter().filter(|run| !interrupts(run, a, b)).cloned().collect();
        let (kind, certainty) = kind(&told, (direction, third), b.marks, one.weight);
        let speaker_source = self.speaker(a);
        let speaker_target = match b.marks {
            Marks::Pull => self.pull_speaker(b),
            Marks::None => reported(b.reading.quotable.document, span_b),
            Marks::Full | Marks::Partly => self.speaker_in_marks(b),
        };
        let findings =
            self.findings(one, &runs, kind, (a, b), (&speaker_source, &speaker_target), one.rank_a == one.rank_b);
        let (text_a, text_b) = (a.reading.text(), b.reading.text());
        let told = Told { runs: &runs, a: text_a, b: text_b, kind, marks: b.marks, findings: &findings };
        let summary = summary(&told);
        let side = |end: End<'_>, span: Span| {
            let quotable = end.reading.quotable;
            Side { doc: quotable.doc, span, layer: quotable.document.layer_at(span.start_byte) }
        };
        let key = (one.rank_a, span_a, one.rank_b, span_b);
        let link = Link {
            a: side(a, span_a),
            b: side(b, span_b),
            segments,
            kind,
            certainty,
            direction,
            evidence,
            marks: b.marks,
            speaker_source,
            speaker_target,
            diff: runs,
            findings,
            summary,
        };
        (key, link)
    }

    pub fn end(&self, one: &Match, side_b: bool) -> End<'_> {
        let (rank, words) = if side_b { (one.rank_b, one.hull_b()) } else { (one.rank_a, one.hull_a()) };
        let reading = &self.readings[rank];
        let (mut marks, mut quotation) = marks_around(reading, one, &words, side_b);
        if let Some(own) = one.quotation.filter(|_| side_b) {
            let alone = one.rank_a == one.rank_b && fills_block(reading, reading.marked[own].outside);
            (marks, quotation) = (if alone { Marks::Pull } else { Marks::Full }, Some(own));
        }
        let span = reading.span_of(words.start, words.end - 1);
        let other = if side_b { one.hull_a() } else { one.hull_b() };
        let alone = || stands_alone(reading, &words) && !stands_alone(reading, &other);
        if marks == Marks::None && one.rank_a == one.rank_b && (is_pull_quote(reading, span) || alone()) {
            marks = Marks::Pull;
        }
        End {
            reading,
            attributions: &self.attributions[rank],
            span,
            marks,
            quotation,
            tells_speech: false,
            undated: false,
        }
    }

    /// The words of side b: all words in its marks where most of them are repeated, else those that are.
    fn target_words(&self, one: &Match, b: End<'_>) -> Range<usize> {
        let hull = one.hull_b();
        match one.quotation {
            Some(own) if self.repeats_most(one) => {
                let inside = b.reading.words_in(b.reading.marked[own].inside);
                inside.start.min(hull.start)..inside.end.max(hull.end)
            }
            _ => hull,
        }
    }

    fn target_span(&self, one: &Match, b: End<'_>, words: &Range<usize>) -> Span {
        let span = b.reading.span_of(words.start, words.end - 1);
        match one.quotation.map(|own| b.reading.marked[own].inside) {
            Some(inside) if b.reading.words_in(inside) == *words => inside,
            _ => span,
        }
    }

    /// From the first to the last word that is repeated, with the sign that ends the sentence where b has it too.
    fn source_span(
        &self,
        words: &Range<usize>,
        a: &Reading<'_>,
        b: &Reading<'_>,
        span_b: Span,
        words_b: &Range<usize>,
    ) -> Span {
        let span = a.span_of(words.start, words.end - 1);
        let last_b = b.words[words_b.end - 1].span.end();
        let tail = b.text().get(last_b..span_b.end()).unwrap_or("");
        let sign = tail.chars().next().filter(|sign| matches!(sign, '.' | '!' | '?'));
        match sign {
            Some(sign) if a.text()[span.end()..].starts_with(sign) => {
                Span::new(span.start(), span.end() + sign.len_utf8())
            }
            _ => span,
        }
    }

    /// Pieces, parted where words were left out between them: on either side, where neither repeats the other.
    fn segments(&self, one: &Match, direction: Direction, span_a: Span, span_b: Span) -> Vec<Segment> {
        let (reading_a, reading_b) = (&self.readings[one.rank_a], &self.readings[one.rank_b]);
        let mut found = Vec::new();
        // A verb that stands among the words of another piece is no stretch of its own.
        let within = |own: &Piece, other: &Piece| {
            let inside = |side: fn(&Pair) -> u32| {
                let (own, other) = (hull(own.pairs.iter().map(side)), hull(other.pairs.iter().map(side)));
                own.len() < other.len() && share(&own, &other) == own.len()
            };
            inside(|pair| pair.a) || inside(|pair| pair.b)
        };
        let apart = |own: &&Piece| !one.pieces.iter().any(|other| within(own, other));
        for piece in one.pieces.iter().filter(apart) {
            let parted = |left: &Pair, right: &Pair| {
                let marked = is_elision(reading_b.before_word(right.b as usize)) && right.b > left.b;
                let added = direction == Direction::Parallel && right.b > left.b + 4;
                right.a <= left.a + 4 && !added && !(marked && right.a > left.a + 1)
            };
            for run in piece.pairs.chunk_by(parted) {
                let (first, last) = (run[0], run[run.len() - 1]);
                found.push(Segment {
                    a: reading_a.span_of(first.a as usize, last.a as usize),
                    b: reading_b.span_of(first.b as usize, last.b as usize),
                });
            }
        }
        // Two pieces of a quotation may have the same words for their source: where that side turns out to repeat the other, the
        // longer one stands.
        found.order_by_key(|segment| (segment.b.start_byte, std::cmp::Reverse(segment.b.end_byte)));
        found.dedup_by(|next, kept| next.b.start_byte < kept.b.end_byte);
        if let [only] = found.as_mut_slice() {
            *only = Segment { a: span_a, b: span_b };
        }
        found
    }

    /// Who says side a: the one in whose mouth the text puts it, or whose text it is.
    fn speaker(&self, end: End<'_>) -> Option<String> {
        if end.marks == Marks::Pull {
            return self.pull_speaker(end);
        }
        self.speaker_in_marks(end).or_else(|| voice(end.reading.quotable.document, end.span))
    }

    fn speaker_in_marks(&self, end: End<'_>) -> Option<String> {
        end.quotation.and_then(|at| end.attributions[at].speaker.clone())
    }

    fn pull_speaker(&self, end: End<'_>) -> Option<String> {
        let document = end.reading.quotable.document;
        let block = document.block_at(end.span.start_byte)?;
        signed_pull_quote(document, block).or_else(|| self.speaker_in_marks(end))
    }

    fn quotations(&self, links: &[Link]) -> Vec<Quotation> {
        let mut found = Vec::new();
        for (reading, attributions) in self.readings.iter().zip(&self.attributions) {
            for (marked, attribution) in reading.marked.iter().zip(attributions.iter()) {
                found.push(Quotation {
                    doc: reading.quotable.doc,
                    span: marked.inside,
                    layer: reading.quotable.document.layer_at(marked.inside.start_byte),
                    closed: marked.closed,
                    speaker: attribution.speaker.clone(),
                    named_source: attribution.named_source,
                    linked: false,
                });
            }
        }
        tie(&mut found, links);
        found
    }
}

/// Says of every quotation whether its source is in the dossier: a link leads to more than half of it, or it is one of two
/// parallel places.
pub(super) fn tie(quotations: &mut [Quotation], links: &[Link]) {
    let mut linked: HashMap<u32, Vec<Span>> = HashMap::new();
    for link in links {
        linked.entry(link.b.doc.0).or_default().push(link.b.span);
        if link.direction == Direction::Parallel {
            linked.entry(link.a.doc.0).or_default().push(link.a.span);
        }
    }
    for quotation in quotations {
        let own = linked.get(&quotation.doc.0).map_or(&[][..], Vec::as_slice);
        quotation.linked = own.iter().any(|span| 2 * span.common(quotation.span) > quotation.span.len());
    }
}

/// Rank and span of a, rank and span of b: what links are sorted by.
pub(super) type Key = (usize, Span, usize, Span);

/// Links but for those that lie on both sides within another that goes on beyond its marks.
fn without_swallowed(links: Vec<(Key, Link)>) -> Vec<(Key, Link)> {
    let wide: Vec<Key> = links.iter().filter(|(_, link)| link.marks == Marks::Partly).map(|(key, _)| *key).collect();
    let within = |(rank_a, a, rank_b, b): &Key| {
        wide.iter().any(|(wide_a, wider_a, wide_b, wider_b)| {
            let inside = wider_a.contains(*a) && wider_b.contains(*b) && (wider_a, wider_b) != (a, b);
            inside && (wide_a, wide_b) == (rank_a, rank_b) && rank_a != rank_b
        })
    };
    let kept: Vec<bool> = links.iter().map(|(key, _)| !within(key)).collect();
    links.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(link, _)| link).collect()
}

/// The same match with its sides exchanged.
pub(super) fn swap(one: &Match) -> Match {
    let turn = |pair: &Pair| Pair { a: pair.b, b: pair.a, percent: pair.percent };
    let mut pieces: Vec<Piece> = one
        .pieces
        .iter()
        .map(|piece| Piece { pairs: piece.pairs.iter().map(turn).collect(), score: piece.score })
        .collect();
    pieces.order_by_key(|piece| piece.pairs[0].b);
    Match { rank_a: one.rank_b, rank_b: one.rank_a, pieces, quotation: None, weight: one.weight }
}

/// Whether a run of words stands between two quotations of which the link has both: "„…”, zei zij, „…”".
fn interrupts(run: &DiffRun, a: End<'_>, b: End<'_>) -> bool {
    let between = |end: End<'_>, span: Span| {
        let quoted = |marked: &&Marked| marked.inside.overlaps(end.span);
        let past = end.reading.marked.partition_point(|marked| marked.outside.start_byte < end.span.end_byte);
        let own: Vec<&Marked> = end.reading.marked[..past].iter().rev().take(6).filter(quoted).collect();
        own.len() > 1 && !own.iter().any(|marked| marked.inside.overlaps(span))
    };
    match (run.change, run.a, run.b) {
        (Change::Added, _, Some(span)) => between(b, span),
        (Change::Dropped, Some(span), _) => between(a, span),
        _ => false,
    }
}

fn kind(runs: &[DiffRun], (direction, third): (Direction, Third), marks: Marks, weight: i32) -> (LinkKind, Certainty) {
    let count = |change: Change| runs.iter().filter(|run| run.change == change).map(|run| run.n_words).sum::<u32>();
    let same = count(Change::Same);
    let changed = count(Change::Replaced) + count(Change::Added) + count(Change::Moved) / 2;
    let alike = changed * 4 <= same;
    let stock = direction == Direction::Parallel && marks == Marks::None && weight < 260;
    if alike && (third == Third::Text || stock && third == Third::Unknown) {
        return (LinkKind::Formula, Certainty::Certain);
    }
    if changed == 0 && count(Change::Moved) == 0 {
        let kind = if count(Change::Dropped) == 0 { LinkKind::Verbatim } else { LinkKind::Partial };
        return (kind, Certainty::Certain);
    }
    // Outside marks, who also leaves out much tells it in words of their own.
    let told = if marks == Marks::None { changed + count(Change::Dropped) / 2 + 1 } else { changed };
    if told > same { (LinkKind::Paraphrase, Certainty::Maybe) } else { (LinkKind::Altered, Certainty::Certain) }
}

/// Whether a quotation stands alone in its block, for the eye.
fn fills_block(reading: &Reading<'_>, outside: Span) -> bool {
    let document = reading.quotable.document;
    let block = document.block_at(outside.start_byte).map(|at| document.blocks[at].span);
    block.is_some_and(|block| outside.len() * 10 >= block.len() * 9)
}

/// Whether a block repeats the running text for the eye: no marks, no full stop, longer than a heading, signed below or
/// wholly covered.
fn is_pull_quote(reading: &Reading<'_>, span: Span) -> bool {
    let document = reading.quotable.document;
    let Some(at) = document.block_at(span.start_byte) else {
        return false;
    };
    let block = &document.blocks[at];
    let whole = span.len() * 10 >= block.span.len() * 9;
    let written = block.span.of(&document.text).trim();
    let unsigned = matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote);
    whole && unsigned && !written.ends_with(['.', ':', ';']) && at >= 3 && signed_pull_quote(document, at).is_some()
}
