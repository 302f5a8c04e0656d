//! What is promised or asked for within a time that the document's own day begins: "De Inspectie verwacht binnen zes weken een
//! verbeterplan".

use super::*;

/// Words that promise, ask or command.
const PROMISES: &[&str] = &[
    "zal",
    "zullen",
    "moet",
    "moeten",
    "dient",
    "dienen",
    "verwacht",
    "verwachten",
    "toe",
    "toegezegd",
    "belooft",
    "beloofd",
    "verzoekt",
    "verzoeken",
    "verzoek",
    "hoopt",
    "hopen",
    "komt",
    "komen",
    "will",
    "shall",
    "must",
    "expects",
    "expect",
    "promised",
    "promises",
    "requested",
    "draagt",
    "gelast",
    "beveelt",
    "veroordeelt",
    "orders",
    "asked",
];
/// Words of rules and of what may be.
const RULES: &[&str] = &[
    "als",
    "indien",
    "wie",
    "kunt",
    "kunnen",
    "kan",
    "mag",
    "mogen",
    "wanneer",
    "zodra",
    "altijd",
    "steeds",
    "elke",
    "iedere",
    "if",
    "may",
    "might",
    "could",
    "would",
    "zou",
    "zouden",
    "niet",
    "geen",
    "not",
    "binnen dat",
    "every",
    "wet",
    "artikel",
    "termijn",
    "gerekend",
];
/// Words behind the time that belong to it still.
const NEAR_WORDS: usize = 4;
/// Longer ones are goals.
const MAX_DAYS: i32 = 400;

pub fn due(doc: DocId, dated: &Dated<'_>, mention: &Mention) -> Option<Told> {
    let text = &dated.document.text;
    let before = fold(&text[floor(text, mention.span.start().saturating_sub(12))..mention.span.start()]);
    let leads = words(&before).last().is_some_and(|word| matches!(word.of(&before), "binnen" | "within"));
    let block = dated.document.block_at(mention.span.start_byte).map(|index| &dated.document.blocks[index]);
    let told = block.is_none_or(|block| {
        matches!(block.layer, Layer::Body)
            && matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Answer { .. })
    });
    if mention.kind != TimexKind::Duration || !leads || !told {
        return None;
    }
    let sentence = tense::sentence_around(text, mention.span);
    let clause = clause::around(text, mention.span);
    let folded = fold(sentence.of(text));
    let has = |set: &[&str]| words(&folded).any(|word| set.contains(&word.of(&folded)));
    let behind = fold(&text[mention.span.end()..clause.end().max(mention.span.end())]);
    let hangs =
        words(&behind).next().is_some_and(|word| matches!(word.of(&behind), "na" | "after" | "van" | "of" | "nadat"));
    let asked = sentence.of(text).trim_end().ends_with('?');
    let near = fold(&text[clause.start()..mention.span.start().max(clause.start())]);
    let ruled = words(&near).any(|word| RULES.contains(&word.of(&near)))
        || words(&behind).take(NEAR_WORDS).any(|word| RULES.contains(&word.of(&behind)));
    // "U moet het bezwaar binnen zes weken indienen"
    let near_has = |set: &[&str]| words(&near).any(|word| set.contains(&word.of(&near)));
    let ruled = ruled || near_has(&["u", "you"]) && near_has(&["moet", "dient", "must"]);
    if !has(PROMISES) || ruled || hangs || asked {
        return None;
    }
    let now = day_of(dated.own)?;
    let last = end(now, &mention.value).filter(|last| last.0 - now.0 <= MAX_DAYS)?;
    let mut told = super::told(doc, text, mention.span, clause, Edtf::within(Some(now), Some(last)), mention);
    let said = say(&now.to_string());
    told.why = Said::new(
        format!("gerekend vanaf {}, de dagtekening", said.nl),
        format!("counted from {}, the date of the document", said.en),
    );
    Some(told)
}

/// The one day that the document is of.
fn day_of(own: &[OwnDate]) -> Option<Day> {
    let sure = own.iter().filter(|own| own.basis != Basis::Bounded && own.earliest == own.latest);
    sure.filter_map(|own| own.latest).max()
}

fn end(from: Day, period: &str) -> Option<Day> {
    let digits = period.strip_prefix('P')?;
    let (n, unit) = digits.split_at(digits.len().checked_sub(1)?);
    let n: i32 = n.parse().ok()?;
    match unit {
        "D" => Some(from.plus(n)),
        "W" => Some(from.plus(n.checked_mul(7)?)),
        "M" => from.plus_months(n),
        "Y" => from.plus_months(n.checked_mul(12)?),
        _ => None,
    }
}
