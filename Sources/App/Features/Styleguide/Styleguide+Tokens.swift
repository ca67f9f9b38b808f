import Core
import Foundation
import NIOCore

extension Styleguide {
    private var palette: DesignTokens {
        DesignTokens(site.assets.files["portal.css"].map { Array($0.plain.readableBytesView) } ?? [])
    }

    var tokens: HTML {
        let palette = palette
        let colours = palette.colours.map { colour -> [HTML] in
            ["<code dir=\"ltr\">--\(colour.name)</code>", Self.swatch(colour.light), Self.swatch(colour.dark)]
        }
        let pairs = DesignTokens.pairs.compactMap { pair -> [HTML]? in
            guard let front = palette[pair.front], let ground = palette[pair.ground] else { return nil }
            let name: HTML = "<code dir=\"ltr\">--\(pair.front)</code> on <code dir=\"ltr\">--\(pair.ground)</code>"
            return [
                name, Self.ratio(front.light, ground.light, pair.least),
                Self.ratio(front.dark, ground.dark, pair.least),
            ]
        }
        return """
            <section class="specimen" aria-labelledby="tokens"><h2 id="tokens">Colours</h2><div class="card">\
            \(Table(caption: "Tokens", columns: [.init("Token"), .init("Light"), .init("Dark")], rows: colours))</div>\
            <div class="card">\
            \(Table(caption: "Contrast", columns: [.init("Pair"), .init("Light"), .init("Dark")], rows: pairs))</div></section>
            """
    }

    private static func swatch(_ colour: RGB) -> HTML {
        """
        <svg class="swatch" width="40" height="20" viewBox="0 0 40 20" aria-hidden="true"><rect width="40" height="20" rx="4" \
        fill="\(colour.hexadecimal)" stroke="#808080"/></svg> <code dir="ltr">\(colour.hexadecimal)</code>
        """
    }

    private static func ratio(_ front: RGB, _ ground: RGB, _ least: Double) -> HTML {
        let ratio = front.contrast(with: ground)
        let text = String(format: "%.2f : 1", ratio)
        return Pill(text, tone: ratio >= least ? .ok : .bad, icon: ratio >= least ? .check : .cross).html
    }

    /// The sizes of type, each in itself.
    var type: HTML {
        let sample = "Badges that last 🏅 شارات תגים バッジ"
        return """
            <section class="specimen" aria-labelledby="type"><h2 id="type">Type</h2>\
            <p class="display" aria-hidden="true">\(sample)</p><p class="lead">Lead. \(sample)</p><p>Text. \(sample)</p>\
            <p class="small">Small. \(sample)</p><p class="small soft">Small and soft. \(sample)</p>\
            <p class="num">Figures in columns: 1,953 · 0,111</p><p><code>laurel serve --port 8080</code></p></section>
            """
    }
}
