import Core

/// The library of symbols: a page of it, with all that was typed in the badge's form.
struct SymbolChoice: Component {
    static let pageSize = 60

    let form: BadgeForm
    /// Where the badge's form is sent.
    let address: String
    let search: String
    let library: SymbolLibrary
    /// From 1.
    let page: Int
    /// Where this page is.
    let iconsAddress: String
    let formFields: HTML

    var html: HTML {
        let found = library.found(search)
        let count = max(1, (found.count + Self.pageSize - 1) / Self.pageSize)
        let current = min(max(1, page), count)
        let shown = found.dropFirst((current - 1) * Self.pageSize).prefix(Self.pageSize)
        let carried = form.fields.map { field -> HTML in
            "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">"
        }
        return """
            \(PageHeading(Words[.chooseSymbol], lead: "\(Words.say(.symbolsFound, ["count": .count(found.count)]))"))
            <form class="stack" method="post" action="\(address)">\(formFields)\(carried)\
            \(finder)\(found.isEmpty ? nothing : tiles(shown))<div class="row">\(steps(current, of: count))\
            \(Button(Words[.backToBadge], name: "preview", value: "1", skipsChecks: true))</div></form>
            """
    }

    private var finder: HTML {
        """
        <div class="seek">\(TextField(
            name: "symbol_search", label: Words[.findSymbol], value: search, kind: .search, hint: Words[.findSymbolHint]
        ))\(Button(Words[.searchWord], icon: .search, name: "icons", value: "1", action: iconsAddress, skipsChecks: true))</div>
        """
    }

    private func tiles(_ symbols: ArraySlice<SymbolLibrary.Symbol>) -> HTML {
        let tiles = symbols.map { symbol -> HTML in
            let chosen: HTML = symbol.name.description == form.symbol ? " aria-pressed=\"true\"" : ""
            return """
                <li><button name="chosen" value="\(symbol.name.description)" formnovalidate\(chosen)>\
                <svg viewBox="0 0 16 16" aria-hidden="true">\(HTML(trusted: symbol.shapes.markup("currentColor")))</svg>\
                <span lang="en">\(symbol.name.title)</span></button></li>
                """
        }
        return "<ul class=\"symbols\">\(tiles)</ul>"
    }

    private var nothing: HTML {
        guard !library.symbols.isEmpty else {
            return EmptyState(title: Words[.noLibrary], text: Words[.noLibraryText], icon: .grid).html
        }
        let tries = SymbolWords.proposals.map { word -> HTML in
            Button(
                word,
                name: "symbol_search",
                value: word,
                action: iconsAddress,
                skipsChecks: true
            ).html
        }
        return EmptyState(
            title: Words.say(.noSymbol, ["text": .text(search)]),
            text: Words[.noSymbolText],
            icon: .search,
            action: "\(tries)"
        ).html
    }

    /// Buttons, because the form goes along.
    private func steps(_ current: Int, of count: Int) -> HTML? {
        guard count > 1 else { return nil }
        func step(_ title: String, to number: Int) -> HTML? {
            guard (1...count).contains(number) else { return nil }
            return Button(
                title,
                name: "page",
                value: String(number),
                action: iconsAddress,
                skipsChecks: true
            ).html
        }
        let place = Words.say(.pageOf, ["page": .count(current), "count": .count(count)])
        return
            "\(step(Words[.pageBefore], to: current - 1))<span class=\"soft num\">\(place)</span>\(step(Words[.pageAfter], to: current + 1))"
    }
}
