//! What the words before a date say of the side of now that it lies on.

/// The words of a text from its end on.
pub fn words_back(lead: &str) -> impl Iterator<Item = &str> + Clone {
    lead.rsplit([' ', '\u{a0}', '\n'])
}

/// One of the last words before it says that something was put off.
pub fn is_moved(lead: &str, of_week: bool) -> bool {
    const MOVED: [&str; 17] = [
        "verschoven",
        "verplaatst",
        "verzet",
        "uitgesteld",
        "doorgeschoven",
        "aangehouden",
        "verdaagd",
        "verlengd",
        "opgeschort",
        "extended",
        "adjourned",
        "deferred",
        "postponed",
        "moved",
        "rescheduled",
        "slipped",
        "delayed",
    ];
    let mut words = words_back(lead).skip(1).take(5);
    let leads = [" naar", " to", " tot"].iter().any(|end| lead.ends_with(end)) || !of_week && lead.ends_with(" until");
    leads && words.any(|word| MOVED.contains(&word))
}

/// "de begrotingswijziging van", "the minutes of": the date belongs to a noun.
pub fn is_attribute(lead: &str) -> bool {
    let mut words = words_back(lead);
    let leads = matches!(words.next(), Some("van" | "of" | "uit" | "from"));
    leads && words.next().is_some_and(|noun| noun.len() > 3 && noun.chars().all(char::is_alphabetic))
}

/// ", voor het laatst in juni", "further to our conversation on Thursday", "a robbery on Saturday", "sinds de staatsgreep van 15
/// juli": led by words of what was.
pub fn is_of_before(lead: &str) -> bool {
    let mut words = words_back(lead);
    let leads = matches!(words.clone().next(), Some("on" | "of" | "op" | "van" | "in"));
    if leads {
        words.next();
    }
    let since = |word: &str| matches!(word, "sinds" | "Sinds" | "since" | "Since" | "sedert" | "Sedert");
    let noun = words.clone().next().unwrap_or("");
    if leads && (MISHAPS.contains(&noun) || words.clone().skip(1).take(4).any(since)) {
        return true;
    }
    if matches!(noun, "laatst" | "laatstelijk" | "recently") {
        return words.take(4).any(|word| word.ends_with(','));
    }
    let mut next = "";
    for word in words.take(12).take_while(|word| !word.ends_with(['.', ';', '?', '!', ','])) {
        let follows = match next {
            "to" => matches!(word, "further" | "Further" | "reference"),
            "our" | "your" => matches!(word, "following" | "Following"),
            "van" => word == "aanleiding",
            "op" => word == "vervolg",
            "naar" => word == "verwijzing",
            "voor" => matches!(word, "dank" | "Dank" | "bedankt" | "Bedankt"),
            "for" => matches!(word, "thanks" | "Thanks"),
            _ => false,
        };
        if follows {
            return true;
        }
        next = word;
    }
    false
}

/// What nobody plans.
const MISHAPS: [&str; 24] = [
    "robbery",
    "attack",
    "accident",
    "crash",
    "fire",
    "blaze",
    "death",
    "murder",
    "shooting",
    "stabbing",
    "explosion",
    "flood",
    "collision",
    "overval",
    "ongeluk",
    "ongeval",
    "brand",
    "aanrijding",
    "steekpartij",
    "schietpartij",
    "inbraak",
    "overlijden",
    "explosie",
    "moord",
];

/// "met terugwerkende kracht vanaf", "werkt terug tot en met"
pub fn is_retroactive(lead: &str) -> bool {
    const BACK: [&str; 4] = ["terugwerkende", "retroactively", "retrospectively", "backdated"];
    let mut words = words_back(lead).take(5).peekable();
    while let Some(word) = words.next() {
        let works = words.peek().is_some_and(|before| before.starts_with("werk"));
        if BACK.contains(&word) || word == "terug" && works {
            return true;
        }
    }
    false
}

/// "het saldo per": what was counted on a day.
pub fn is_count(lead: &str) -> bool {
    const COUNTED: [&str; 8] = ["stand", "saldo", "tal", "aantal", "bezetting", "balans", "voorraad", "omvang"];
    let noun = words_back(lead).nth(1).unwrap_or("").to_lowercase();
    COUNTED.iter().any(|end| noun.ends_with(end))
}
