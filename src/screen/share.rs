//! What one pastes into another page to show a dossier there.

/// A frame; `page` is the address of `index.html`, `place` the part behind `#`, with it.
pub fn frame_code(page: &str, place: &str, title: &str) -> String {
    let (page, place, title) = (quoted(page), quoted(place), quoted(title));
    let script = beside(&page, "weerklank.js");
    format!(
        "<iframe src=\"{page}?embed{place}\" title=\"{title}\" width=\"100%\" height=\"640\" loading=\"lazy\"></iframe>\n\
         <script src=\"{script}\" defer></script>"
    )
}

/// The element `<weerklank-dossier>`, and the script that brings it.
pub fn element_code(page: &str, place: &str) -> String {
    let script = beside(&quoted(page), "weerklank.js");
    format!(
        "<script src=\"{script}\" defer></script>\n<weerklank-dossier place=\"{}\" height=\"auto\"></weerklank-dossier>",
        quoted(place)
    )
}

/// The address of a file in the page's own folder.
fn beside(page: &str, file: &str) -> String {
    let page = page.split(['?', '#']).next().unwrap_or_default();
    let folder = page.rfind('/').map_or("", |slash| &page[..=slash]);
    format!("{folder}{file}")
}

/// Safe within double quotes of an attribute.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_to_the_place() {
        let page = "https://intranet.example/dossiers/a/index.html";
        let code = frame_code(page, "#/zoeken?q=a&soort=Brief", "Een \"dossier\" <x>");
        assert!(
            code.contains("src=\"https://intranet.example/dossiers/a/index.html?embed#/zoeken?q=a&amp;soort=Brief\"")
        );
        assert!(code.contains("title=\"Een &quot;dossier&quot; &lt;x&gt;\""));
        assert!(code.contains("<script src=\"https://intranet.example/dossiers/a/weerklank.js\" defer>"));
        let code = element_code("https://intranet.example/a/", "#/tijdlijn");
        assert!(code.contains("src=\"https://intranet.example/a/weerklank.js\""));
        assert!(code.contains("<weerklank-dossier place=\"#/tijdlijn\""));
    }
}
