/// HTML that is safe to send: text put into it with `\(…)` is escaped, other HTML is not.
///
///     let row: HTML = "<li>\(badge.name)</li>"      // a name with `<` in it cannot break out
///
/// Only literals in the source count as markup: they arrive as `StaticString`, so no text that a person typed can take
/// their way in, not even through `HTML(stringLiteral:)`.
struct HTML: ExpressibleByStringInterpolation, Sendable {
    /// UTF-8, ready to be the body of a response.
    let utf8: [UInt8]

    init(stringLiteral value: StaticString) {
        utf8 = value.withUTF8Buffer { Array($0) }
    }

    init(stringInterpolation value: StringInterpolation) { utf8 = value.bytes }

    init(escaping text: some StringProtocol) {
        var escaped = StringInterpolation(literalCapacity: text.utf8.count, interpolationCount: 0)
        escaped.appendInterpolation(text)
        utf8 = escaped.bytes
    }

    /// Takes `markup` as it is: only for what our own code has made, such as a drawing or cleaned Markdown.
    init(trusted markup: String) { utf8 = Array(markup.utf8) }

    init(joining parts: [HTML]) {
        var joined = StringInterpolation(literalCapacity: parts.reduce(0) { $0 + $1.utf8.count }, interpolationCount: 0)
        joined.appendInterpolation(parts)
        utf8 = joined.bytes
    }

    static let empty: HTML = ""

    var isEmpty: Bool { utf8.isEmpty }

    /// For tests and for what is not sent as bytes.
    var text: String { String(decoding: utf8, as: UTF8.self) }
}

extension HTML {
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate(set) var bytes: [UInt8] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + 40 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.utf8) }

        mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(contentsOf: html.utf8) }
        }

        mutating func appendInterpolation(_ list: [HTML]) {
            for html in list { bytes.append(contentsOf: html.utf8) }
        }

        mutating func appendInterpolation(_ component: some Component) { appendInterpolation(component.html) }

        mutating func appendInterpolation<Part: Component>(_ component: Part?) {
            if let component { appendInterpolation(component.html) }
        }

        mutating func appendInterpolation<Part: Component>(_ list: [Part]) {
            for component in list { appendInterpolation(component.html) }
        }

        mutating func appendInterpolation(_ number: Int) {
            guard (0..<10).contains(number) else { return bytes.append(contentsOf: String(number).utf8) }
            bytes.append(UInt8(ascii: "0") + UInt8(number))
        }

        /// At least two digits, as in times and ISO dates.
        mutating func appendInterpolation(twoDigits number: Int) {
            if (0..<10).contains(number) { bytes.append(UInt8(ascii: "0")) }
            appendInterpolation(number)
        }

        /// Escapes for both element content and double-quoted attributes.
        mutating func appendInterpolation(_ unsafe: some StringProtocol) { bytes.append(escaping: unsafe) }

        /// An address for a quoted attribute; one that could run a script becomes `about:invalid`.
        mutating func appendInterpolation(url address: some StringProtocol) {
            bytes.append(address: address)
        }

        /// ` name="value"`, or nothing when there is no value.
        mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            appendAttribute(name)
            bytes.append(escaping: value)
            bytes.append(UInt8(ascii: "\""))
        }

        /// ` name`, or nothing.
        mutating func appendInterpolation(attribute name: StaticString, when isOn: Bool) {
            guard isOn else { return }
            bytes.append(UInt8(ascii: " "))
            appendLiteral(name)
        }

        private mutating func appendAttribute(_ name: StaticString) {
            bytes.append(UInt8(ascii: " "))
            appendLiteral(name)
            bytes.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
        }
    }
}
