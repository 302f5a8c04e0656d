//! Times of which nothing is told by themselves: of any week or year, of now.

use super::*;
use crate::dates::lexicon::{self, Word};

/// Times of which nothing is told: this year, the nineties, "in 2030" as a goal.
pub fn is_generic(text: &str, mention: &Mention, value: &Edtf) -> bool {
    let said = fold(mention.span.of(text));
    let this = [
        "dit ",
        "deze ",
        "this ",
        "het lopende",
        "komende",
        "de komende",
        "volgend",
        "next ",
        "coming",
        "heden",
        "vandaag",
        "today",
    ];
    let decade = value.as_date().is_some_and(|date| date.hidden > 0);
    // "een rapport dat deze week verscheen"
    let this_week = ["deze week", "deze maand", "this week", "this month"].contains(&said.as_str())
        && tense::side(text, mention.span) == Some(Side::Past);
    const NEXT: &[&str] =
        &["volgende week", "volgende maand", "komende week", "komende maand", "next week", "next month"];
    let this_week = this_week || NEXT.contains(&said.as_str());
    let relative_unit = this.iter().any(|word| said.starts_with(word)) && !has_weekday(&said) && !this_week;
    // "van maandag tot en met vrijdag" is every week.
    let hours = has_weekday(&said)
        && matches!(value, Edtf::Interval(End::Date(_), End::Date(_)))
        && !said.contains(|c: char| c.is_ascii_digit());
    // "om 20.00 uur", "two in the morning": a time whose day is told elsewhere, if anywhere.
    let clock = mention.kind == TimexKind::Time && !names_day(&said);
    let any = is_any_day(text, mention.span, &said);
    let moment = mention.kind == TimexKind::Duration && mention.value.contains('T');
    // "in de zomer", of any year.
    let season = matches!(value.as_date().map(|date| date.month), Some(Field::Known(21..=41)))
        && !said.contains(|c: char| c.is_ascii_digit())
        && tense::side(text, mention.span) != Some(Side::Past)
        && !is_intended(text, mention.span);
    // "niet meteen morgen"
    let before = fold(&text[floor(text, mention.span.start().saturating_sub(20))..mention.span.start()]);
    let denied = !said.contains(|c: char| c.is_ascii_digit())
        && words(&before)
            .collect::<Vec<_>>()
            .iter()
            .rev()
            .take(2)
            .any(|word| matches!(word.of(&before), "niet" | "not"));
    let before = before.trim_end();
    let compared = ["als in", "dan in", "vergelijking met", "ten opzichte van", "compared to", "than in"];
    compared.iter().any(|words| before.ends_with(words))
        || denied
        || any
        || is_of_any(text, mention.span, &said)
        || is_scope(text, mention.span)
        || decade
        || relative_unit
        || hours
        || clock
        || moment
        || season
}

/// "een zaterdagavond levert punten op", "ook op een gewone dinsdag in februari", "op maandag zijn wij dicht": of any week.
fn is_any_day(text: &str, span: Span, said: &str) -> bool {
    if said.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let before = fold(&text[floor(text, span.start().saturating_sub(60))..span.start()]);
    let mut back: Vec<&str> = words(&before).map(|word| word.of(&before)).collect();
    let weekday = has_weekday(said);
    let past = || tense::side(text, span) == Some(Side::Past);
    if weekday && words(said).count() == 1 && back.last() == Some(&"op") && !past() && !is_planned(text, span) {
        return true;
    }
    let of_month = !weekday && back.pop() == Some("in") && back.pop().is_some_and(has_weekday);
    if !weekday && !of_month {
        return false;
    }
    if back.last().is_some_and(|word| word.ends_with('e')) {
        back.pop_if(|word| !matches!(*word, "de" | "the"));
    }
    let indefinite = matches!(back.pop(), Some("een" | "a" | "an" | "any"));
    let named = matches!(back.pop(), Some("was" | "is"));
    indefinite && (weekday || named || !past())
}

/// "Wie vandaag een dak vraagt, vraagt morgen de verwarming", "een hectare die in februari onder water staat", "liever een jaar later": of
/// anyone, anything, any time.
fn is_of_any(text: &str, span: Span, said: &str) -> bool {
    if said.contains(|c: char| c.is_ascii_digit()) || tense::side(text, span) == Some(Side::Past) {
        return false;
    }
    let sentence = tense::sentence_around(text, span);
    let folded = fold(sentence.of(text));
    let all: Vec<&str> = words(&folded).map(|word| word.of(&folded)).collect();
    let opens = ["‘wie ", "“wie ", "„wie ", "\"wie ", "'wie ", ": wie "].iter().any(|words| folded.contains(words));
    let anyone = opens || matches!(all.first(), Some(&("wie" | "whoever" | "anyone" | "those")));
    let before = fold(&text[sentence.start()..span.start()]);
    let near = before.rsplit([',', ';', ':']).next().unwrap_or("");
    let near: Vec<&str> = words(near).map(|word| word.of(near)).collect();
    let of_any = |three: &[&str]| {
        matches!(three[0], "een" | "a" | "an") && matches!(three[2], "die" | "dat" | "which" | "that" | "who")
    };
    let thing = near.windows(3).any(of_any) || all.get(..3).is_some_and(of_any);
    let has = |set: &[&str]| all.iter().any(|word| set.contains(word));
    let shifts = ["later", "eerder", "earlier"].iter().any(|word| said.ends_with(word));
    let compared = shifts && (has(&["liever", "rather"]) || has(&["later"]) && has(&["eerder", "earlier"]));
    anyone || thing || compared
}

/// "inwoners die vanaf 1939 zijn overleden", "woningen die voor 1980 zijn gebouwd": which ones a rule is for.
fn is_scope(text: &str, span: Span) -> bool {
    const BOUNDS: &[&str] = &["vanaf", "na", "voor", "sinds", "tussen", "tot", "before", "after", "since", "between"];
    const NAMED: &[&str] =
        &["de", "het", "deze", "die", "the", "these", "those", "onze", "zijn", "haar", "hun", "our", "their"];
    let before = fold(&text[floor(text, span.start().saturating_sub(60))..span.start()]);
    let before = before.rsplit(['.', ';', '?', '!']).next().unwrap_or("");
    let mut back = words(before).map(|word| word.of(before)).collect::<Vec<_>>().into_iter().rev();
    let bound = back.next().is_some_and(|word| BOUNDS.contains(&word));
    let relative = back.next().is_some_and(|word| matches!(word, "die" | "that" | "who" | "which"));
    let plural = back.next().is_some_and(|noun| noun.len() > 4 && noun.ends_with(['n', 's']));
    bound && relative && plural && !back.take(2).any(|word| NAMED.contains(&word))
}

/// "Op dinsdag zal de raad stemmen".
fn is_planned(text: &str, span: Span) -> bool {
    let sentence = tense::sentence_around(text, span);
    let folded = fold(sentence.of(text));
    words(&folded)
        .any(|word| matches!(word.of(&folded), "zal" | "zullen" | "wordt" | "worden" | "will" | "shall" | "gepland"))
}

/// "De commissie hoopt in het voorjaar haar rapport uit te brengen": a season that will come, not any.
fn is_intended(text: &str, span: Span) -> bool {
    #[rustfmt::skip]
    const INTENTS: &[&str] = &[
        "zal", "zullen", "hoopt", "hopen", "verwacht", "verwachten", "verwachting", "streeft", "streven", "voornemens", "wil", "willen",
        "gepland", "will", "shall", "expects", "expect", "hopes", "hope", "plans", "planned", "intends",
    ];
    let sentence = tense::sentence_around(text, span);
    let folded = fold(sentence.of(text));
    words(&folded).any(|word| INTENTS.contains(&word.of(&folded)))
}

/// A time of day with its day: "dinsdagavond 3 mei", "vanmorgen", "gisteren om 10 uur".
fn names_day(said: &str) -> bool {
    const AGAIN: &[&str] = &["this", "last", "afgelopen", "komende", "die", "dezelfde", "diezelfde", "that", "next"];
    let names = |word: &str| {
        use Word::{Day, DayPart, Heden, Month, MonthShort, RiskyMonth, Weekday, WeekdayPart};
        let known = lexicon::lookup(word);
        matches!(
            known,
            Day(_) | DayPart(_) | Heden | Month(_) | MonthShort(_) | RiskyMonth(_) | Weekday(_) | WeekdayPart(_)
        )
    };
    let year = said.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    year || words(said).any(|word| names(word.of(said))) || AGAIN.iter().any(|word| said.starts_with(word))
}

fn has_weekday(said: &str) -> bool {
    said.contains("dag") || said.contains("day")
}
