//! Ways between the views: a period goes along, dates lead to the timeline, what quotations lack can be asked for; and
//! pictures and sheets that stay within their bounds.

use crate::{
    page::{Page, key},
    webdriver::{Result, trouble},
};

/// A period from the timeline narrows search and quotes, is shown there, and can be dropped there.
pub fn period(page: &Page<'_>) -> Result {
    page.route("#/zoeken?van=2022-11-01&tot=2023-03-01")?;
    page.until("only documents of the period are listed, and the period is named", |page| {
        page.truth(
            "const days = [...document.querySelectorAll('.inv .when time')].map((it) => it.dateTime); \
             return days.length === 2 && /nov/.test((document.querySelector('main .chip') || {}).textContent)",
        )
    })?;
    page.press_in("main", "button", "nov")?;
    page.until("all documents are back", |page| {
        page.truth("return !location.hash.includes('van=') && document.querySelectorAll('.inv li').length >= 5")
    })?;
    page.route("#/citaten?van=2022-11-01&tot=2023-03-01")?;
    page.until("the period is named above the links", |page| {
        page.truth("return /nov/.test((document.querySelector('.quotes .chip') || {}).textContent)")
    })?;
    let n_links = "return document.querySelectorAll('.quotes li').length";
    let narrowed = page.eval(n_links)?.as_u64();
    page.press_in("main .quotes", "link", "nov")?;
    page.until("all links are back", |page| {
        Ok(!page.hash()?.contains("van=") && page.eval(n_links)?.as_u64() > narrowed)
    })
}

/// Every date in a text, whether an entry rests on it or not, and a document's own.
pub fn dates(page: &Page<'_>) -> Result {
    page.route("#/document/004")?;
    page.see("main .text", "")?;
    let strays = "return [...document.querySelectorAll('main .text .d, main .dated time')]\
                  .filter((it) => !it.closest('a[href*=\"#/tijdlijn\"], .q')).map((it) => it.textContent)";
    let strays = page.eval(strays)?;
    if strays.as_array().is_none_or(|strays| !strays.is_empty()) {
        return trouble(format!("dates that lead nowhere: {strays}"));
    }
    page.press_in("main .text", "a.d[href*='van=']", "")?;
    page.until_hash("/tijdlijn?beeld=")?;
    page.until("the days are chosen there", |page| {
        page.truth("return !!document.querySelector('main .chip') && !!document.querySelector('.canvas .brush')")
    })
}

/// Words like "maart 2022" are dates, not typing errors.
pub fn typed(page: &Page<'_>) -> Result {
    page.fill("searchbox", "", "maart 2022")?;
    page.until_text("Niets in dit dossier past bij")?;
    if page.text()?.contains("Bedoelde u") {
        return trouble("a month is taken for a typing error");
    }
    page.fill("searchbox", "", "ambtenaren na 2023")?;
    page.until("only later documents are found", |page| {
        page.truth(
            "const days = [...document.querySelectorAll('.group > header time')].map((it) => it.dateTime); \
             return days.length > 0 && days.every((day) => day >= '2024')",
        )
    })
}

/// Quotations that lack a source or an end are a finding, with a filter and a badge.
pub fn loose(page: &Page<'_>) -> Result {
    page.route("#/citaten")?;
    page.until("the finding can be chosen", |page| {
        page.truth(
            "const choice = document.querySelector('.narrow0 select'); if (!choice) return false; \
             choice.value = 'niet-gesloten'; if (choice.value !== 'niet-gesloten') return false; \
             choice.dispatchEvent(new Event('change', { bubbles: true })); return true",
        )
    })?;
    page.until_hash("toon=niet-gesloten")?;
    page.until("the open quotation is listed with its badge", |page| {
        page.truth(
            "const lines = [...document.querySelectorAll('.quotes li')]; \
             return lines.length === 1 && /niet gesloten/.test(lines[0].textContent)",
        )
    })?;
    page.press_in("main .quotes", "a.txt", "")?;
    page.until_hash("/document/")?;
    page.until_text("aanhaling niet gesloten")
}

/// Both quotes of a pair begin on one line, and go on level.
pub fn level(page: &Page<'_>) -> Result {
    if !page.is_wide() {
        return Ok(());
    }
    for link in 0..3 {
        page.route(&format!("#/citaten?verband={link}"))?;
        page.until("both quotes begin on one line", |page| {
            page.truth(
                "const [a, b] = [...document.querySelectorAll('.pair .side .from')].map((it) => it.getBoundingClientRect().top); \
                 return Math.abs(a - b) < 3",
            )
        })?;
        page.until("names and stretches lie level", |page| {
            page.truth(
                "const tops = [...document.querySelectorAll('.pair .side')].map((side) => \
                 [...side.children].slice(0, -1).map((it) => Math.round(it.getBoundingClientRect().top)).join()); \
                 return tops.length === 2 && tops[0] === tops[1]",
            )
        })?;
    }
    Ok(())
}

/// Texts of the picture that overlap, or leave it. Firefox counts the halo around letters with them.
const CLASHES: &str = "
    const canvas = document.querySelector('main figure svg.canvas');
    if (!canvas) return ['no picture'];
    const frame = canvas.getBoundingClientRect();
    const texts = [...canvas.querySelectorAll('text')].filter((it) => it.textContent.trim()).map((it) => {
        const box = it.getBoundingClientRect();
        return { text: it.textContent, left: box.left, right: box.right, top: box.top + 3, bottom: box.bottom - 3 };
    });
    const out = texts.filter((it) => it.left < frame.left - 4 || it.right > frame.right + 4);
    const over = texts.filter((a, i) => texts.slice(i + 1).some((b) =>
        a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom && b.top < a.bottom));
    const years = texts.some((it) => /^\\d{4}$/.test(it.text));
    return out.concat(over).map((it) => it.text).concat(years ? [] : ['no year on the axis']);";

/// From decades to days, by every kind of lane.
pub fn labels(page: &Page<'_>) -> Result {
    let windows = [
        "1950-01-01..2050-12-31",
        "2015-01-01..2026-12-31",
        "2021-01-01..2024-12-31",
        "2022-08-01..2023-03-01",
        "2022-11-05..2022-11-20",
    ];
    for lanes in ["", "&baan=document", "&baan=soort", "&baan=spreker"] {
        for window in windows {
            page.route(&format!("#/tijdlijn?beeld={window}{lanes}"))?;
            let calm = |page: &Page<'_>| Ok(page.eval(CLASHES)?.as_array().is_some_and(Vec::is_empty));
            if let Err(problem) = page.until(&format!("nothing overlaps at {window}{lanes}"), calm) {
                return trouble(format!("{}: {}", problem.0, page.eval(CLASHES)?));
            }
        }
    }
    page.route("#/tijdlijn")?;
    page.until("every day in the list is a time of its own", |page| {
        page.truth(
            "const dates = [...document.querySelectorAll('.order li > .date')].filter((it) => /\\d/.test(it.textContent)); \
             return dates.length > 5 && dates.every((it) => it.querySelector('time[datetime]'))",
        )
    })?;
    for sheet in ["Periode", "Exporteer"] {
        page.press_in("main", "summary", sheet)?;
        page.see("details[open] .sheet0", "")?;
        page.fits()?;
        page.keys(&[key::ESCAPE])?;
    }
    Ok(())
}
