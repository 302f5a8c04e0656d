//! What people and machines do to words that they repeat.

use super::random::Random;

/// One way of changing a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    Verbatim,
    Substituted,
    SilentCut,
    /// One sign of omission.
    Ellipsis,
    /// Two signs, or one over many words and sentences.
    FarEllipsis,
    /// `[H]et`, `[de minister]`: marked changes of an editor.
    Bracketed,
    Moved,
    Tense,
    /// Joined by "dat": the first person becomes the third, the verb goes to the end.
    Retold,
    Ocr,
    Noisy,
}

impl Change {
    pub const ALL: [Change; 11] = [
        Change::Verbatim,
        Change::Substituted,
        Change::SilentCut,
        Change::Ellipsis,
        Change::FarEllipsis,
        Change::Bracketed,
        Change::Moved,
        Change::Tense,
        Change::Retold,
        Change::Ocr,
        Change::Noisy,
    ];

    /// How many words of the source a quotation of `n` words takes, `None` where so few cannot be changed that way.
    pub fn needs(self, random: &mut Random, n: usize) -> Option<usize> {
        match self {
            Change::Ellipsis | Change::SilentCut | Change::Moved | Change::Retold if n < 7 => None,
            Change::FarEllipsis if n < 10 => None,
            Change::Ellipsis => Some(n + n / 2 + 4),
            Change::FarEllipsis => Some(n + random.between(12, 45)),
            _ => Some(n),
        }
    }
}

const SIGNS: &[&str] = &["[…]", "(...)", "…", "...", "[...]", "(…)", "(..)", ". . ."];

/// The passage of which `n` words are to be left, changed.
pub fn changed(random: &mut Random, passage: &str, n: usize, change: Change, vocabulary: &[String]) -> Option<String> {
    let mut list: Vec<String> = passage.split_whitespace().map(str::to_owned).collect();
    let all = list.len();
    match change {
        Change::Verbatim => {}
        Change::Substituted => substitute(random, &mut list, (all / 8).max(1), vocabulary),
        Change::SilentCut => {
            let length = random.between(1, (all / 3).clamp(2, 9));
            let from = random.between(2, all.checked_sub(length + 2)?.max(3));
            list.drain(from..(from + length).min(all - 2));
        }
        Change::Ellipsis => {
            let length = random.between(3, (all / 2).max(4));
            let from = random.between(3, all.checked_sub(length + 3)?.max(4));
            list.splice(from..(from + length).min(all - 2), [(*random.pick(SIGNS)).to_owned()]);
        }
        Change::FarEllipsis => {
            let cut = all.checked_sub(n)?.max(2);
            let (first, second) = if random.chance(50) { (cut, 0) } else { (cut / 2, cut - cut / 2) };
            let third = n / 3;
            if second > 0 {
                let from = all.checked_sub(third + second)?;
                list.splice(from..from + second, [(*random.pick(SIGNS)).to_owned()]);
            }
            list.splice(third..third + first, [(*random.pick(SIGNS)).to_owned()]);
        }
        Change::Bracketed => {
            let at = random.between(0, all);
            if random.chance(50) {
                let mut chars = list[at].chars();
                let first = chars.next()?;
                list[at] = format!("[{}]{}", first.to_uppercase(), chars.as_str());
            } else {
                list[at] = format!("[{}]", random.pick(vocabulary));
            }
        }
        Change::Moved => {
            let length = random.between(2, (all / 3).clamp(3, 7));
            let from = random.between(0, all - length);
            let clause: Vec<String> = list.drain(from..from + length).collect();
            let to = random.between(0, list.len() + 1);
            list.splice(to..to, clause);
        }
        Change::Tense => inflect(random, &mut list),
        Change::Retold => {
            let persons =
                [("ik", "hij"), ("wij", "zij"), ("mijn", "zijn"), ("onze", "hun"), ("I", "he"), ("my", "his")];
            for word in &mut list {
                if let Some((_, third)) = persons.iter().find(|(first, _)| word.eq_ignore_ascii_case(first)) {
                    (*third).clone_into(word);
                }
            }
            let verb = list.remove(random.between(1, 3));
            let end = random.between(5, 1 + list.len());
            list.insert(end.min(list.len()), verb);
        }
        Change::Ocr => damage(random, &mut list, 15),
        Change::Noisy => {
            damage(random, &mut list, 12);
            substitute(random, &mut list, all / 10, vocabulary);
            if all > 14 && random.chance(50) {
                let from = random.between(3, all - 6);
                list.drain(from..(from + 3).min(list.len()));
            }
        }
    }
    Some(list.join(" "))
}

fn substitute(random: &mut Random, list: &mut [String], n: usize, vocabulary: &[String]) {
    for _ in 0..n {
        let at = random.between(0, list.len());
        list[at] = random.pick(vocabulary).clone();
    }
}

/// Other forms of some words: an ending more or less, as between tenses.
fn inflect(random: &mut Random, list: &mut [String]) {
    for word in list.iter_mut().filter(|word| word.len() > 4 && word.chars().all(char::is_alphabetic)) {
        if random.chance(30) {
            *word = match word.strip_suffix("en").or_else(|| word.strip_suffix('t')) {
                Some(stem) => format!("{stem}de"),
                None => format!("{word}den"),
            };
        }
    }
}

fn damage(random: &mut Random, list: &mut Vec<String>, percent: usize) {
    for word in list.iter_mut() {
        if word.len() < 4 || !random.chance(percent) {
            continue;
        }
        let confusions =
            [("rn", "m"), ("m", "rn"), ("l", "1"), ("o", "0"), ("e", "c"), ("i", "l"), ("h", "b"), ("u", "n")];
        let (from, to) = *random.pick(&confusions);
        if word.contains(from) {
            *word = word.replacen(from, to, 1);
        } else {
            let at = random.between(1, word.chars().count() - 1);
            *word = word.chars().enumerate().filter(|(index, _)| *index != at).map(|(_, c)| c).collect();
        }
    }
    if list.len() > 6 && random.chance(percent * 2) {
        let at = random.between(1, list.len() - 1);
        if random.chance(50) {
            let next = list.remove(at);
            list[at - 1].push_str(&next);
        } else if let Some(middle) = list[at].char_indices().nth(list[at].chars().count() / 2).map(|(byte, _)| byte)
            && middle > 1
        {
            let rest = list[at].split_off(middle);
            list.insert(at + 1, rest);
        }
    }
}
