//! Who speaks at a place that is not in marks.

use super::{
    byline::{byline, receiver, receiver_of_mail, writer_of_mail},
    names::{name_from, tidy, words_of},
    roles::is_person,
    scene::border,
};
use crate::text::{Block, BlockKind, Document, Span, fold};

/// Who speaks at a place that is not in marks: the asker of a question, the one who answers, the speaker of a debate, the
/// author of the document.
pub(super) fn voice(document: &Document, place: Span) -> Option<String> {
    if let Some(writer) = writer_of_mail(document, place.start()) {
        return Some(writer);
    }
    let block = document.block_at(place.start_byte);
    let field = |labels: &[&str]| field(document, labels);
    if let Some(block) = block.map(|at| &document.blocks[at]) {
        match block.kind {
            BlockKind::Question { .. } => {
                let listed = field(&["Indiener", "Indieners", "Vragensteller"]);
                return listed.or_else(|| asker(document)).or_else(|| told(document));
            }
            BlockKind::Answer { .. } => {
                return answerer(document, field(&["Beantwoord door"])).or_else(|| told(document));
            }
            _ => {}
        }
    }
    block.and_then(|at| speaker_of_debate(document, at)).or_else(|| told(document))
}

/// Who "ik" and "wij" are at a place that is not in marks.
pub(super) fn writer(document: &Document, place: Span) -> Option<String> {
    voice(document, place).or_else(|| byline(document))
}

/// Bytes from the end that are looked at for who signs, and half of those from the head for who is greeted.
const FAR: usize = 1500;

fn told(document: &Document) -> Option<String> {
    let meta = &document.meta;
    let told = meta.author.as_ref().or(meta.sender.as_ref()).map(|told| told.value.clone());
    told.or_else(|| signatory(document))
}

/// Who signs a letter: the name below its greeting.
fn signatory(document: &Document) -> Option<String> {
    const GREETINGS: &[&str] = &["hoogachtend", "namens ", "was getekend", "w.g.", "sincerely", "yours", "best wishes"];
    let end = &document.text[border(&document.text, document.text.len().saturating_sub(FAR))..];
    let mut lines = end.lines().rev().map(str::trim).filter(|line| !line.is_empty()).take(12).collect::<Vec<_>>();
    lines.reverse();
    let greets = |line: &&str| {
        let folded = fold(line);
        let parts = || folded.split([' ', ',']).any(|word| matches!(word, "groet" | "groeten" | "regards"));
        line.len() < 60 && (GREETINGS.iter().any(|greeting| folded.starts_with(greeting)) || parts())
    };
    let at = lines.iter().rposition(greets)?;
    let short = |line: &&&str| line.len() < 90 && !line.ends_with([':', '.']);
    let below: Vec<&str> = lines[at + 1..].iter().take_while(short).map(|line| line.trim_end_matches(',')).collect();
    let is_name = |line: &&&str| {
        let named = line.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
        named >= 2 && !fold(line).starts_with("namens ")
    };
    below.iter().find(is_name).or(below.first()).map(|line| tidy(line))
}

/// To whom the text at `at` is written: its receiver, or the name in its salutation.
pub(super) fn addressee(document: &Document, at: usize) -> Option<String> {
    if let Some(receiver) = receiver_of_mail(document, at) {
        return Some(receiver);
    }
    if let Some(told) = &document.meta.receiver {
        return Some(told.value.clone());
    }
    if let Some(receiver) = receiver(document) {
        return Some(receiver);
    }
    const SALUTATIONS: &[&str] = &["Geachte ", "Beste ", "Lieve ", "Dear ", "Waarde "];
    let head = &document.text[..border(&document.text, document.text.len().min(2 * FAR))];
    head.lines().take(40).find_map(|line| {
        let rest = SALUTATIONS.iter().find_map(|salutation| line.trim().strip_prefix(salutation))?;
        let name = rest.split([',', '!', ':', '.']).next()?.trim();
        (!name.is_empty() && name.len() < 60).then(|| tidy(name))
    })
}

/// Who asked what a text answers: "de vragen van het lid Bos", "heeft de fractie X vragen gesteld".
pub(super) fn asker(document: &Document) -> Option<String> {
    let text = document.text.as_str();
    let head = Span::new(0, border(text, text.len().min(FAR)));
    let tokens = words_of(text, head);
    let folded = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
    let asks = |at: &usize| matches!(folded(*at), "vragen" | "questions");
    let of = (0..tokens.len()).find(|at| asks(at) && matches!(folded(at + 1), "van" | "by" | "from"));
    let having = |asked: usize| {
        let near = asked.saturating_sub(10)..asked;
        near.rev().find(|at| matches!(folded(*at), "heeft" | "hebben" | "stelde" | "stelden"))
    };
    let of = of.map(|at| at + 2);
    let from = of.or_else(|| (0..tokens.len()).filter(asks).find_map(having).map(|at| at + 1))?;
    name_from(text, &tokens, from).map(|name| tidy(name.of(text)))
}

/// The value of a head line by its label.
fn field(document: &Document, labels: &[&str]) -> Option<String> {
    document.blocks.iter().find_map(|block| {
        let BlockKind::Field { value_start_byte } = block.kind else {
            return None;
        };
        let label =
            document.text.get(block.span.start()..value_start_byte as usize)?.trim().trim_end_matches(':').trim();
        let value = document.text.get(value_start_byte as usize..block.span.end())?;
        labels.contains(&label).then(|| tidy(value))
    })
}

/// Of several who answer, the one whose ministry the answers name.
fn answerer(document: &Document, listed: Option<String>) -> Option<String> {
    let listed = listed?;
    let people = people(&listed);
    if people.len() < 2 {
        return Some(listed);
    }
    let answers: String = document
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Answer { .. }))
        .map(|block| fold(block.span.of(&document.text)))
        .collect();
    let named = |portfolio: &str| answers.contains(&format!("ministerie van {portfolio}"));
    let mut responsible = people.iter().filter(|(_, portfolio)| portfolio.as_deref().is_some_and(named));
    match (responsible.next(), responsible.next()) {
        (Some((name, _)), None) => Some(name.clone()),
        _ => Some(listed),
    }
}

/// "A B (minister x y) (P), C D (Q)" as names with folded portfolios.
pub(super) fn people(listed: &str) -> Vec<(String, Option<String>)> {
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in listed.chars() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        match c {
            ',' if depth == 0 => parts.push(String::new()),
            _ => parts.last_mut().expect("there is always one part").push(c),
        }
    }
    let person = |part: &String| {
        let name = part.split('(').next().unwrap_or("").trim().to_owned();
        let portfolio = part.split('(').nth(1).and_then(|inner| inner.split(')').next()).map(fold);
        let portfolio = portfolio.and_then(|inner| {
            let bare = ["minister van ", "staatssecretaris van ", "minister ", "staatssecretaris "];
            bare.iter().find_map(|title| inner.strip_prefix(title).map(|rest| rest.trim().to_owned()))
        });
        (name, portfolio)
    };
    parts.iter().map(person).filter(|(name, _)| !name.is_empty()).collect()
}

/// The nearest line above that gives someone the floor: a caption, or "De heer X (P):" at the head of a paragraph.
fn speaker_of_debate(document: &Document, block: usize) -> Option<String> {
    let text = document.text.as_str();
    let near = (0..=block).rev().take(60).filter(|at| !signs(document, *at));
    near.into_iter().find_map(|at| given_floor(text, &document.blocks[at]))
}

/// Whether a block stands below a quotation and says whose it is.
fn signs(document: &Document, block: usize) -> bool {
    let Some(above) = block.checked_sub(1).map(|above| &document.blocks[above]) else { return false };
    let written = above.span.of(&document.text).trim_end_matches(['*', '_', ' ']);
    let runs = matches!(above.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::PullQuote);
    let marked = written.ends_with(['”', '"', '’', '»', '“', '\'']);
    runs && (above.kind == BlockKind::PullQuote || marked || !written.ends_with(['.', '!', '?', ':', ';']))
}

fn given_floor(text: &str, block: &Block) -> Option<String> {
    let written = block.span.of(text);
    if block.kind == BlockKind::Caption && written.len() < 90 {
        return Some(tidy(written.trim_end_matches(':')));
    }
    let line = written.trim_start_matches(['*', '_', ' ']).lines().next()?;
    let (name, _) = line.split_once(':').filter(|(name, _)| name.len() < 90)?;
    let bare = name.split('(').next()?.trim();
    let words: Vec<&str> = bare.split(' ').collect();
    let titled = words.iter().take(2).any(|word| is_person(&fold(word))) && bare.starts_with(char::is_uppercase);
    let short = words.len() <= 6 && words.last().is_some_and(|last| last.starts_with(char::is_uppercase));
    let chair = fold(bare) == "de voorzitter" || fold(bare) == "the chair" || fold(bare) == "voorzitter";
    (chair || (titled && short)).then(|| tidy(name))
}
