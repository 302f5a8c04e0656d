//! A date among the lines above a text, parted by signs from what stands beside it ("De Courant, zaterdag 3 juni 2023 | door
//! …"), or the one that a document is named by ("Vonnis van 17 maart 2021").

use super::line_around;
use crate::text::{BlockKind, Document, Span, fold, sentences, words};

/// A line that is longer tells a story.
const MAX_LINE_BYTES: usize = 160;
/// Words of a sentence that is no heading, name or label.
const PROSE_WORDS: usize = 12;
/// Of which so many stand in one line: labels and names are shorter.
const PROSE_LINE_WORDS: usize = 11;

/// What papers are called that are dated in their own title.
const PAPERS: &str = "vonnis uitspraak arrest beschikking besluit brief kamerbrief notulen verslag besluitenlijst proces-verbaal notitie nota \
     memo advies rapport persbericht verklaring toespraak circulaire agenda motie vergadering overleg zitting bijeenkomst \
     hoorzitting commissievergadering raadsvergadering meeting session hearing decision judgment judgement order letter minutes \
     report memorandum statement speech";

/// What a line is about, not when it was written.
const SUBJECTS: &str = "betreft onderwerp inzake subject re kenmerk uw your aanvraag periode";

/// Whether the date stands by itself in a line above all prose.
pub fn is_byline(document: &Document, span: Span) -> bool {
    let line = line_around(&document.text, span);
    let before = document.text[line.start()..span.start()].trim();
    let after = document.text[span.end()..line.end()].trim();
    let opens =
        before.is_empty() || before.ends_with([',', '–', '—', '|', '•', '·', '(', ';', '/']) || is_posted(before);
    let closes = after.is_empty() || after.starts_with([',', '–', '—', '|', '•', '·', ')', ';', '/', '.', '*', '_']);
    let timed = after.starts_with(|c: char| c.is_ascii_digit())
        || ["om ", "at ", "aanvang "].iter().any(|word| after.starts_with(word));
    // "Daghregisters, 6 december 1633, p. 211": a source.
    let paged = ["p", "pp", "blz", "pag", "fol"].contains(&first_word(after).as_str());
    opens && !paged && (closes || timed) && line.len() <= MAX_LINE_BYTES && is_above_prose(document, span)
}

/// Whether a title names its paper by the date that ends it, or follows its kind at once ("Besluit van 5 mei 1907 tot …").
pub fn is_named_by(document: &Document, span: Span) -> bool {
    let line = line_around(&document.text, span);
    let before = fold(document.text[line.start()..span.start()].trim());
    let after = document.text[span.end()..line.end()].trim_start();
    let mut last = before.rsplit(' ');
    let named = matches!(last.next(), Some("van" | "of" | "d.d." | "dd" | "dd."));
    let aside = last
        .any(|word| matches!(word, "op" | "over" | "inzake" | "aan" | "on" | "about" | "uw" | "your" | "en" | "and"));
    named
        && !aside
        && (words(&before).count() == 2
            || after.is_empty()
            || after.starts_with([',', ')', '*', '|', '–'])
            || ["in de zaak", "in de zaken", "op het beroep", "in the case"].iter().any(|case| after.starts_with(case)))
        && is_among(PAPERS, &first_word(&before))
        && is_above_prose(document, span)
}

/// "Betreft: uw aanvraag, 3 mei 2021".
pub fn tells_subject(before: &str) -> bool {
    is_among(SUBJECTS, &first_word(before))
}

/// "Geplaatst door R. Smit op", "Posted on".
fn is_posted(before: &str) -> bool {
    let before = fold(before);
    let posted = [
        "geplaatst",
        "gepubliceerd",
        "verschenen",
        "ingeleverd",
        "gehouden",
        "held",
        "uitgesproken",
        "posted",
        "published",
        "delivered",
    ];
    matches!(before.rsplit(' ').next(), Some("op" | "on")) && posted.iter().any(|word| before.contains(word))
}

fn first_word(text: &str) -> String {
    words(text).next().map_or_else(String::new, |word| fold(word.of(text)))
}

fn is_among(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

/// What stands above the date's line holds no sentence of some length.
fn is_above_prose(document: &Document, span: Span) -> bool {
    let line = line_around(&document.text, span).start_byte;
    let above = document.blocks.iter().filter(|block| block.span.start_byte < line && !block.layer.is_noise());
    let paragraphs = above.filter(|block| {
        matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::Question { .. } | BlockKind::Answer { .. } | BlockKind::ListItem { .. }
        )
    });
    let mut pieces = paragraphs.map(|block| &document.text[block.span.start()..block.span.end().min(line as usize)]);
    !pieces.any(is_prose)
}

fn is_prose(text: &str) -> bool {
    sentences(text).into_iter().any(|sentence| {
        let sentence = sentence.of(text);
        let runs_on = sentence.lines().any(|line| words(line).nth(PROSE_LINE_WORDS - 1).is_some());
        sentence.ends_with(['.', '?', '!', '”', '’', '"']) && words(sentence).nth(PROSE_WORDS - 1).is_some() && runs_on
    })
}

#[cfg(test)]
mod tests {
    use super::super::own_dates;
    use crate::text::{Block, BlockKind, Document, Layer, Span};

    /// Blocks parted by blank lines, the first a title.
    fn dated(text: &str) -> Vec<String> {
        let mut start = 0;
        let blocks = text.split("\n\n").enumerate().map(|(at, block)| {
            let span = Span::new(start, start + block.len());
            start += block.len() + 2;
            let kind = if at == 0 { BlockKind::Title } else { BlockKind::Paragraph };
            Block { kind, layer: Layer::Body, span, source: vec![span] }
        });
        let document = Document { blocks: blocks.collect(), text: text.to_owned(), ..Document::default() };
        own_dates(&document).into_iter().map(|own| own.edtf).collect()
    }

    #[test]
    fn stands_among_the_lines_above_the_text() {
        for (head, date) in [
            ("Kop\n\nDoor L. Noord. Weekblad De Klok, 6 september 2024", "2024-09-06"),
            ("Kop\n\nHet Blad | maandag 12 juni 2023 | door C. Ebbing", "2023-06-12"),
            ("Debat\n\nDonderdag 6 oktober 2022, aanvang 10.15 uur. Voorzitter: Akker", "2022-10-06"),
            ("Notulen\n\nDatum: dinsdag 14 november 2023, 13.00-15.10 uur, zaal Oost", "2023-11-14"),
            ("Bericht\n\nGeplaatst door: R. Tiel (HR) op 22-01-2024 om 09:12 | 41 reacties", "2024-01-22"),
            ("Kop\n\nWisselstand, personeelsblad, nummer 4 – december 2023", "2023-12"),
            ("Review\n\nReviewed by J. Pell\nThe Quarterly, Summer 2019", "2019-22"),
            ("Besluit van 21 juli 2007, nr. 07.23, houdende vaststelling van een lijst", "2007-07-21"),
            ("Verslag (fragment)\n\nVergadering van 26 januari 2023, agendapunt 9: het archief", "2023-01-26"),
            ("RECHTBANK\nVonnis in kort geding van 17 maart 2021", "2021-03-17"),
        ] {
            let text = format!(
                "{head}\n\nDe zaak speelt al sinds 3 mei 2002 en daarover is nu eindelijk door iedereen iets gezegd."
            );
            assert_eq!(dated(&text), [date], "{head}");
        }
    }

    #[test]
    fn is_no_date_that_the_text_tells() {
        let text = "Kop\n\nBetreft: uw aanvraag, 3 mei 2021\n\nOp 4 juni 2021 vroeg de raad, zoals bekend, aan het college wat er in de stukken stond.";
        assert!(!dated(text).contains(&"2021-05-03".to_owned()));
        let reply = "Antwoord op uw brief van 9 februari 2023\n\nWij danken u.";
        assert!(!dated(reply).contains(&"2023-02-09".to_owned()));
    }
}
