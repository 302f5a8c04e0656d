//! Puts rows together that are one thing: a list, a table, a question with its answer.

use super::{Row, RowKind, Section};

/// Puts rows together that are one thing.
pub fn gather(rows: Vec<Row>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut labels: Vec<Row> = Vec::new();
    for row in rows {
        if row.kind == RowKind::Label && !row.layer.is_noise() {
            labels.push(row);
            continue;
        }
        let in_pair = matches!(row.kind, RowKind::Question | RowKind::Answer);
        let labelled = !labels.is_empty();
        if labelled && !in_pair {
            sections.extend(labels.drain(..).map(Section::Row));
        }
        match (sections.last_mut(), &row.kind) {
            (Some(Section::Closed { layer, rows }), _) if row.layer.is_noise() && *layer == row.layer => rows.push(row),
            (_, _) if row.layer.is_noise() => {
                sections.push(Section::Closed { layer: row.layer, rows: vec![row] });
            }
            (Some(Section::List { rows, ordered }), RowKind::Item { ordered: other, depth, .. })
                if ordered == other || *depth > 0 =>
            {
                rows.push(row);
            }
            (_, RowKind::Item { ordered, .. }) => {
                sections.push(Section::List { ordered: *ordered, rows: vec![row] });
            }
            (Some(Section::Table(rows)), RowKind::TableRow { .. })
            | (Some(Section::Fields(rows)), RowKind::Field)
            | (Some(Section::Footnotes(rows)), RowKind::Footnote { .. }) => rows.push(row),
            (_, RowKind::TableRow { .. }) => sections.push(Section::Table(vec![row])),
            (_, RowKind::Field) => sections.push(Section::Fields(vec![row])),
            (_, RowKind::Footnote { .. }) => sections.push(Section::Footnotes(vec![row])),
            (Some(Section::Pair(rows)), RowKind::Answer) => {
                rows.append(&mut labels);
                rows.push(row);
            }
            (_, RowKind::Question | RowKind::Answer) => {
                let mut rows = std::mem::take(&mut labels);
                rows.push(row);
                sections.push(Section::Pair(rows));
            }
            _ => sections.push(Section::Row(row)),
        }
    }
    sections.extend(labels.into_iter().map(Section::Row));
    sections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Layer;

    #[test]
    fn puts_together_what_is_one() {
        let row =
            |kind, layer| Row { block: 0, passage: None, kind, layer, cells: vec![], dates: vec![], quotes: vec![] };
        let body = |kind| row(kind, Layer::Body);
        let item = || body(RowKind::Item { depth: 0, ordered: false, marker: "-".into() });
        let rows = vec![
            body(RowKind::Paragraph),
            item(),
            item(),
            body(RowKind::Label),
            body(RowKind::Question),
            body(RowKind::Label),
            body(RowKind::Answer),
            body(RowKind::Answer),
            body(RowKind::Label),
            body(RowKind::Question),
            body(RowKind::Label),
            row(RowKind::Paragraph, Layer::Comment),
            row(RowKind::Label, Layer::Comment),
        ];
        let shape: Vec<String> = gather(rows)
            .iter()
            .map(|section| match section {
                Section::Row(_) => "row".to_owned(),
                Section::List { rows, .. } => format!("list {}", rows.len()),
                Section::Pair(rows) => format!("pair {}", rows.len()),
                Section::Closed { rows, .. } => format!("closed {}", rows.len()),
                _ => "other".to_owned(),
            })
            .collect();
        assert_eq!(shape, ["row", "list 2", "pair 5", "pair 2", "row", "closed 2"]);
    }
}
