//! What a reader does, step by step, in every browser, width and flavour.

use crate::{
    page::{Page, key},
    ways,
    webdriver::{Result, trouble},
};

/// A name and what is done.
pub type Scenario = (&'static str, fn(&Page<'_>) -> Result);

/// Each begins on the dossier's title page, freshly opened.
pub const ALL: [Scenario; 20] = [
    ("opens on the dossier", opens),
    ("finds in spite of typing errors, and opens a hit", typo),
    ("says when nothing is found, and helps", nothing),
    ("zooms the timeline by keyboard", zoom),
    ("brushes a span, which filters the search", brush),
    ("leads from an event to its passage", event),
    ("leads from a quote pair to both its ends", pair),
    ("shows what a pasted text quotes", ask),
    ("jumps by palette", palette),
    ("goes back and forward", history),
    ("speaks English on request, and remembers", language),
    ("changes theme, and remembers", theme),
    ("prints its text, and no controls", print),
    ("keeps a period in search and quotes, and drops it", ways::period),
    ("leads from every date to the timeline", ways::dates),
    ("understands typed dates", ways::typed),
    ("lists quotations that lack a source or an end", ways::loose),
    ("lays pairs level", ways::level),
    ("keeps the timeline's labels apart and inside", ways::labels),
    ("has accessible views that fit", views),
];

/// Every view by its address, for the checks that hold in all.
pub const VIEWS: [(&str, &str); 8] = [
    ("overzicht", "#/"),
    ("zoeken", "#/zoeken?q=ambtelyk%20vakmanschp"),
    ("geen-treffer", "#/zoeken?q=xqzvw"),
    ("tijdlijn", "#/tijdlijn"),
    ("citaten", "#/citaten"),
    ("citaten-vraag", "#/citaten?vraag=1"),
    ("documenten", "#/documenten"),
    ("document", "#/document/000"),
];

fn opens(page: &Page<'_>) -> Result {
    page.see("h1", "")?;
    let n_documents = page.eval("return document.querySelectorAll('main a[href^=\"#/document/\"]').length")?;
    if n_documents.as_u64().unwrap_or_default() < 5 {
        return trouble(format!("five documents should be there to open, {n_documents} are"));
    }
    if page.is_wide() && !page.truth("return document.activeElement.type === 'search'")? {
        return trouble("the search box does not have the focus");
    }
    if page.truth("return !!document.getElementById('weerklank-plain')")? {
        return trouble("the plain page still stands under the app");
    }
    Ok(())
}

fn typo(page: &Page<'_>) -> Result {
    page.fill("searchbox", "", "ambtelyk vakmanschp")?;
    page.until_hash("/zoeken?q=ambtelyk vakmanschp")?;
    page.until("words are highlighted", |page| Ok(page.count("mark", "vakmanschap")? > 0))?;
    page.until_text("Bedoelde u")?;
    page.keys(&[key::ENTER])?;
    if !page.hash()?.contains("/document/") {
        page.press_in("main", "a[href*='#/document/']:has(mark)", "")?;
    }
    page.until_hash("passage=")?;
    page.until("the hit is marked in its document, and in sight", |page| {
        page.truth(
            "return [...document.querySelectorAll('main mark')].some((mark) => { const box = mark.getBoundingClientRect(); \
             return /vakmanschap/i.test(mark.textContent) && box.top >= 0 && box.bottom <= innerHeight })",
        )
    })
}

fn nothing(page: &Page<'_>) -> Result {
    page.fill("searchbox", "", "xqzvw")?;
    page.until_hash("xqzvw")?;
    page.until("the page says so", |page| {
        Ok(page
            .eval("return document.querySelector('main').innerText")?
            .as_str()
            .unwrap_or_default()
            .to_lowercase()
            .contains("geen"))
    })?;
    if page.count("mark", "")? > 0 {
        return trouble("something is highlighted although nothing was found");
    }
    Ok(())
}

fn zoom(page: &Page<'_>) -> Result {
    page.press_in("nav", "link", "Tijdlijn")?;
    page.until_hash("/tijdlijn")?;
    page.see_in("main", "h1", "Tijdlijn")?;
    let before = page.hash()?;
    page.until("the picture takes the focus", |page| {
        page.truth("const it = document.querySelector('main figure svg[tabindex=\"0\"]'); if (!it) return false; it.focus(); return document.activeElement === it")
    })?;
    page.keys(&["+"])?;
    page.keys(&[key::RIGHT])?;
    page.until("the address tells the window", |page| {
        let hash = page.hash()?;
        Ok(hash != before && hash.contains("beeld="))
    })
}

/// Drags along the axis; the span filters what is searched.
fn brush(page: &Page<'_>) -> Result {
    page.route("#/tijdlijn")?;
    page.see("main figure svg[tabindex='0']", "")?;
    let axis = page.eval(
        "const box = document.querySelector('main figure svg[tabindex=\"0\"]').getBoundingClientRect(); \
         return [0.3, 0.75].map((part) => Math.round(box.x + box.width * part)).concat(Math.round(box.y + 8))",
    )?;
    let [from, to, y] = [0, 1, 2].map(|nth| axis[nth].as_i64().unwrap_or_default());
    page.browser.session.drag((from, y), (to, y))?;
    page.until_hash("van=")?;
    page.press_in("main", "link", "Zoek in deze periode")?;
    page.until_hash("/zoeken?van=")?;
    page.fill("searchbox", "", "ambtenaren")?;
    page.until_hash("q=ambtenaren")?;
    page.until("what lies outside is not found", |page| {
        page.truth(
            "const days = [...document.querySelectorAll('.group > header time')].map((it) => it.dateTime); \
             const [, from, to] = location.hash.match(/van=([-0-9]+)&tot=([-0-9]+)/) || []; \
             return !!from && days.length > 0 && days.every((day) => from <= day && day <= to)",
        )
    })
}

fn event(page: &Page<'_>) -> Result {
    page.press_in("nav", "link", "Tijdlijn")?;
    page.press_in("main section", "ol a[href*='tijdlijn']:has(.src)", "")?;
    page.see_in("main", "article blockquote", "")?;
    page.press_in("main", "link", "Naar de passage")?;
    page.until_hash("/document/")
}

fn pair(page: &Page<'_>) -> Result {
    for end in 0..2 {
        page.route("#/citaten")?;
        page.press_in("main", "a[href*='#/citaten?verband=']", "")?;
        page.until_hash("verband=")?;
        page.until("both sides stand there", |page| Ok(page.count("main article section h3", "")? >= 2))?;
        let script = format!(
            "const ends = document.querySelectorAll('main article .sides section a[href*=\"#/document/\"]'); \
             if (ends.length !== 2) return false; ends[{end}].click(); return true"
        );
        if !page.truth(&script)? {
            return trouble("the pair does not lead to its documents");
        }
        page.until_hash("/document/")?;
        page.until("its link is visible there and leads back", |page| {
            page.truth("return !!document.querySelector('main a[href*=\"#/citaten?verband=\"]')")
        })?;
    }
    Ok(())
}

/// Takes the words of the first shown link, changes one, and asks for them.
fn ask(page: &Page<'_>) -> Result {
    page.route("#/citaten")?;
    page.press_in("main", "button", "eigen tekst")?;
    page.until_hash("vraag=1")?;
    let words = page.eval(
        "return [...document.querySelectorAll('main .quotes a.txt')].map((a) => a.textContent.replace(' …', '')).sort((a, b) => b.length - a.length)[0]",
    )?;
    let words = words.as_str().unwrap_or_default().to_owned();
    page.fill("textarea", "Uw tekst", &words)?;
    page.until_text("aangehaald")?;
    page.until("the passage stands beside the words", |page| Ok(page.count("main .ask .sides .side", "")? >= 2))?;
    if page.hash()?.contains(words.split(' ').next().unwrap_or_default()) {
        return trouble("the pasted text stands in the address");
    }
    page.press_in("main .ask", "a[href*='#/document/']", "")?;
    page.until_hash("/document/")?;
    page.back()?;
    page.until("the text is still there", |page| {
        page.truth("return document.querySelector('main textarea').value !== ''")
    })
}

fn palette(page: &Page<'_>) -> Result {
    page.keys(&[key::CONTROL, "k"])?;
    page.see("dialog", "")?;
    page.until("it has the focus", |page| {
        page.truth("return !!document.activeElement.closest('dialog,[role=dialog]')")
    })?;
    for letter in ["t", "i", "j", "d", "l"] {
        page.keys(&[letter])?;
    }
    page.see_in("[role=listbox]", "option", "Tijdlijn")?;
    page.keys(&[key::ENTER])?;
    page.until_hash("/tijdlijn")?;
    page.keys(&[key::CONTROL, "k"])?;
    page.see("dialog", "")?;
    page.keys(&[key::ESCAPE])?;
    page.until("it closes", |page| Ok(page.count("dialog", "")? == 0))
}

fn history(page: &Page<'_>) -> Result {
    page.press_in("nav", "link", "Citaten")?;
    page.until_hash("/citaten")?;
    page.press_in("nav", "link", "Documenten")?;
    page.until_hash("/documenten")?;
    page.back()?;
    page.until_hash("/citaten")?;
    page.forward()?;
    page.until_hash("/documenten")?;
    page.until("the view follows the address", |page| {
        page.truth("return /documenten/i.test((document.querySelector('nav [aria-current]') || {}).textContent || '')")
    })
}

fn language(page: &Page<'_>) -> Result {
    page.press("button", "English")?;
    page.see_in("nav", "link", "Timeline")?;
    page.until("the page says its language", |page| page.truth("return document.documentElement.lang === 'en'"))?;
    page.browser.session.post("/refresh", &serde_json::json!({}))?;
    page.see_in("nav", "link", "Timeline")?;
    page.press("button", "Nederlands")?;
    page.see_in("nav", "link", "Tijdlijn").map(drop)
}

fn theme(page: &Page<'_>) -> Result {
    let ground = |page: &Page<'_>| page.eval("return getComputedStyle(document.body).backgroundColor");
    let before = ground(page)?;
    for _ in 0..3 {
        page.press("button", "donker")?;
        if ground(page)? != before {
            let chosen = ground(page)?;
            page.browser.session.post("/refresh", &serde_json::json!({}))?;
            return page.until("the theme is remembered", |page| Ok(ground(page)? == chosen));
        }
    }
    trouble("the page's ground stays the same in every theme")
}

/// Shows what the print styles would: not every driver prints, and none says what stands on the paper.
fn print(page: &Page<'_>) -> Result {
    for (route, words) in [("#/document/004", "op uw ministerie"), ("#/tijdlijn", "2023"), ("#/citaten", "Brandbrief")]
    {
        page.route(route)?;
        page.until_text(words)?;
        let n_rules = page.eval(
            "let n = 0; for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) \
             if (rule.media && /print/.test(rule.media.mediaText)) { rule.media.mediaText = 'all'; n += 1; } return n",
        )?;
        if route.contains("document") && n_rules == 0 {
            return trouble("there are no print styles");
        }
        let shown = page.eval(
            "return [...document.querySelectorAll('nav.views, .tools, .find, .facets, button:not([aria-current], .chip, .edge)')].filter((it) => it.checkVisibility())\
             .map((it) => it.className || it.textContent)",
        )?;
        if shown.as_array().is_none_or(|controls| !controls.is_empty()) {
            return trouble(format!("on paper stand, at {route}: {shown}"));
        }
        page.until_text(words)?;
    }
    Ok(())
}

fn views(page: &Page<'_>) -> Result {
    let mut problems = Vec::new();
    for (name, route) in VIEWS {
        page.route(route)?;
        page.until("the view is there", |page| page.truth("return !!document.querySelector('main h1')"))?;
        for check in [page.is_accessible(), page.fits()] {
            if let Err(problem) = check {
                problems.push(format!("{name}: {problem}"));
            }
        }
    }
    if problems.is_empty() { Ok(()) } else { trouble(problems.join("\n      ")) }
}
