//! Why a value is what it is, in words.

use super::*;

impl Scene<'_> {
    pub fn why(&self, ground: &Ground) -> (Option<String>, Said) {
        match ground {
            Ground::Full => (None, Said::new("staat er voluit", "stands there in full")),
            Ground::Unknown => (None, Said::new("zonder datum om vanaf te rekenen", "without a date to count from")),
            Ground::Counted { from, name } => {
                let said = say(from);
                let nl = format!("gerekend vanaf {}, {}", said.nl, name.nl);
                let en = format!("counted from {}, {}", said.en, name.en);
                (Some(from.clone()), Said::new(nl, en))
            }
            Ground::Named(anchor) => {
                let said = say(&anchor.to_string());
                let nl = format!("gerekend vanaf {}, de datum die erbij staat", said.nl);
                let en = format!("counted from {}, the date that stands with it", said.en);
                (Some(anchor.to_string()), Said::new(nl, en))
            }
            Ground::Neighbour(anchor) => {
                let said = say(&anchor.to_string());
                let nl = format!("zonder jaar; het volgt op {}", said.nl);
                let en = format!("without a year; it follows {}", said.en);
                (Some(anchor.to_string()), Said::new(nl, en))
            }
            Ground::Completed { from, name, side } => {
                let said = say(from);
                let (nl, en) = if *side == Some(Side::Future) {
                    ("de eerste na", "the first after")
                } else {
                    ("de laatste voor", "the last before")
                };
                let nl = format!("zonder jaar; {nl} {}, {}", said.nl, name.nl);
                let en = format!("without a year; {en} {}, {}", said.en, name.en);
                (Some(from.clone()), Said::new(nl, en))
            }
        }
    }
}
