//! The interval that a text leaves open where it states no date.
//!
//! Evidence of two sorts: what verbs tell as past or to come (`hard`), and what is only named (`soft`), whose end is marked
//! as doubtful (`?`). A text that asks and answers has two dates: the answer came after the question.

use super::{hard, soft, *};

/// One end of an interval, and why. A doubtful one is marked in its date.
#[derive(Clone, Debug)]
pub struct Bound {
    pub date: Date,
    pub reason: Reason,
}

impl Bound {
    pub fn sure(day: Day, reason: Reason) -> Bound {
        Bound { date: Date::day(day), reason }
    }

    pub fn doubtful(date: Date, reason: Reason) -> Bound {
        Bound { date: Date { uncertain: true, approximate: false, ..date }, reason }
    }

    pub fn first(&self) -> Option<Day> {
        self.date.bounds().0
    }

    pub fn last(&self) -> Option<Day> {
        self.date.bounds().1
    }
}

/// The expressions of a text that bear on when it came about, with what they mean without a reference.
pub struct Evidence<'a> {
    pub document: &'a Document,
    pub timexes: &'a [Timex],
    pub unplaced: &'a [Mention],
    /// What is told in answers, which say nothing of when they were asked for, and is left out.
    pub left_out: &'a [Span],
}

impl<'a> Evidence<'a> {
    pub fn told(&self) -> impl Iterator<Item = (&'a Timex, &'a Mention)> + '_ {
        self.timexes.iter().filter_map(|timex| {
            let at = self.unplaced.binary_search_by_key(&timex.span, |mention| mention.span).ok()?;
            let block = self.document.block_at(timex.span.start_byte).map(|index| &self.document.blocks[index]);
            let told = block.is_none_or(|block| !block.layer.is_noise())
                && !self.left_out.iter().any(|span| span.contains(timex.span));
            told.then(|| (timex, &self.unplaced[at]))
        })
    }
}

/// What other dates leave open: of the question and of its answer, where the text is both.
pub fn bounded(document: &Document, timexes: &[Timex]) -> Vec<OwnDate> {
    let unplaced = resolve::resolve(&document.text, timexes, |_| None);
    let answers = answers(document);
    let evidence = |left_out| Evidence { document, timexes, unplaced: &unplaced, left_out };
    let whole = within(&evidence(&[]));
    if answers.is_empty() {
        return own_date(DateRole::Written, whole).into_iter().collect();
    }
    let (mut lower, mut upper) = within(&evidence(&answers));
    let (mut answered, answered_upper) = whole;
    if later(&lower, &answered) {
        answered = lower.clone();
    }
    if let Some(known) = answered_upper.as_ref().and_then(Bound::last)
        && upper.as_ref().and_then(Bound::last).is_none_or(|upper| known < upper)
    {
        upper.clone_from(&answered_upper);
    }
    if lower.is_none() {
        lower = answered.as_ref().and_then(asked_before);
    }
    let asked = own_date(DateRole::Asked, (lower, upper));
    let answered = own_date(DateRole::Answered, (answered, answered_upper));
    let more = answered.filter(|answered| asked.as_ref().is_none_or(|asked| asked.edtf != answered.edtf));
    asked.into_iter().chain(more).collect()
}

/// The blocks that answer; none where nothing is asked.
fn answers(document: &Document) -> Vec<Span> {
    let mut answers = Vec::new();
    let (mut in_answer, mut asks) = (false, false);
    for block in &document.blocks {
        match block.kind {
            BlockKind::Label => {
                in_answer = is_answer_label(block.span.of(&document.text));
                asks |= !in_answer;
            }
            BlockKind::Answer { .. } => in_answer = true,
            BlockKind::Question { .. } | BlockKind::Heading { .. } | BlockKind::Title => in_answer = false,
            _ => {}
        }
        asks |= matches!(block.kind, BlockKind::Question { .. });
        if in_answer {
            answers.push(block.span);
        }
    }
    if asks { answers } else { Vec::new() }
}

fn is_answer_label(label: &str) -> bool {
    let folded = fold(label);
    ["antwoord", "answer"].iter().any(|word| folded.starts_with(word))
}

fn within(evidence: &Evidence<'_>) -> (Option<Bound>, Option<Bound>) {
    let (lower, upper) = hard::bounds(evidence);
    let until = upper.as_ref().and_then(Bound::last);
    let lower = lower.or_else(|| {
        soft::named(evidence)
            .filter(|bound| until.is_none_or(|until| bound.first().is_some_and(|first| first <= until)))
    });
    (lower, upper)
}

fn later(one: &Option<Bound>, other: &Option<Bound>) -> bool {
    let first = |bound: &Option<Bound>| bound.as_ref().and_then(Bound::first);
    first(one) > first(other)
}

/// Days within which most questions are answered.
const ANSWERED_WITHIN_DAYS: i32 = 366;

/// The question came before its answer, but hardly more than a year.
fn asked_before(answered: &Bound) -> Option<Bound> {
    let day = answered.first()?.plus(-ANSWERED_WITHIN_DAYS);
    let (year, month, _) = day.ymd();
    let date = Date::month(year, month as u8);
    let since = say(&Date { uncertain: false, ..answered.date }.to_string());
    let said = Said::new(
        format!("het antwoord noemt {}; een vraag is zelden meer dan een jaar ouder", since.nl),
        format!("the answer names {}; a question is seldom more than a year older", since.en),
    );
    Some(Bound::doubtful(date, Reason { span: answered.reason.span, said }))
}

/// An own date between two bounds; `None` where there is neither.
pub fn own_date(role: DateRole, (lower, upper): (Option<Bound>, Option<Bound>)) -> Option<OwnDate> {
    let (earliest, latest) = (lower.as_ref().and_then(Bound::first), upper.as_ref().and_then(Bound::last));
    if earliest.is_none() && latest.is_none() {
        return None;
    }
    let ends = (lower.as_ref().map(|bound| bound.date), upper.as_ref().map(|bound| bound.date));
    let edtf = match ends {
        (Some(first), Some(last)) if first == last => Edtf::Date(first),
        (first, last) => Edtf::OneOf(vec![Member::Stretch(first, last)]),
    };
    let reasons: Vec<Reason> = [lower, upper].into_iter().flatten().map(|bound| bound.reason).collect();
    let span = reasons.first().and_then(|reason| reason.span);
    Some(OwnDate { role, edtf: edtf.to_string(), earliest, latest, basis: Basis::Bounded, span, reasons })
}

/// In a sentence of its own: a heading or an item of a list has words that only look like verbs.
pub fn in_prose(document: &Document, span: Span) -> bool {
    let block = document.block_at(span.start_byte).map(|index| &document.blocks[index].kind);
    !matches!(
        block,
        Some(
            BlockKind::Heading { .. }
                | BlockKind::Title
                | BlockKind::ListItem { .. }
                | BlockKind::TableRow { .. }
                | BlockKind::Caption
        )
    )
}
