package import Foundation

/// A place where people show what they earned, reached by a plain link.
package struct ShareTarget: Sendable, Equatable {
    /// Names it in addresses and in counts: `^[0-9a-z-]+$`.
    package let id: String
    /// On the button: "Teams".
    package let title: String
    /// An address with `{url}`, `{text}`, `{name}` or `{title}`, `{issuer}`, `{id}`, `{year}`, `{month}`,
    /// `{expiryYear}` and `{expiryMonth}` in it.
    ///
    /// A parameter whose value is one of these and says nothing is left out.
    package let template: String

    package init(id: String, title: String, template: String) {
        self.id = id
        self.title = title
        self.template = template
    }

    /// Where the browser goes to show `award`.
    package func address(for award: SharedAward) -> String {
        guard let start = template.firstIndex(of: "?") else { return award.filled(template) }
        let parameters = template[template.index(after: start)...].split(separator: "&")
        let kept = parameters.filter { !award.leavesEmpty($0) }.map { award.filled(String($0)) }
        return award.filled(String(template[..<start])) + "?" + kept.joined(separator: "&")
    }
}

/// What other places are told about an award.
package struct SharedAward: Sendable, Equatable {
    /// Teams takes no more; everywhere else shorter is better as well.
    package static let textLimit = 200

    /// Of the verification page; absolute.
    package var url: String
    /// A sentence to begin with; the person can change it there.
    package var text: String
    package var name: String
    package var issuer: String
    package var id: Award.ID
    package var issuedOn: Date
    package var expires: Date?

    package init(
        url: String,
        text: String,
        name: String,
        issuer: String,
        id: Award.ID,
        issuedOn: Date,
        expires: Date? = nil
    ) {
        self.url = url
        self.text = text.count > Self.textLimit ? text.prefix(Self.textLimit - 1) + "…" : text
        self.name = name
        self.issuer = issuer
        self.id = id
        self.issuedOn = issuedOn
        self.expires = expires
    }

    package static let placeholders = [
        "{url}", "{text}", "{name}", "{title}", "{issuer}", "{id}", "{year}", "{month}", "{expiryYear}",
        "{expiryMonth}",
    ]

    private func value(of placeholder: String) -> String {
        switch placeholder {
        case "{url}": url
        case "{text}": text
        case "{name}", "{title}": name
        case "{issuer}": issuer
        case "{id}": id.rawValue
        case "{year}": Self.part(.year, of: issuedOn)
        case "{month}": Self.part(.month, of: issuedOn)
        case "{expiryYear}": expires.map { Self.part(.year, of: $0) } ?? ""
        default: expires.map { Self.part(.month, of: $0) } ?? ""
        }
    }

    /// In UTC; months count from 1.
    private static func part(_ component: Calendar.Component, of date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return String(calendar.component(component, from: date))
    }

    fileprivate func leavesEmpty(_ parameter: Substring) -> Bool {
        Self.placeholders.contains { parameter.hasSuffix("=\($0)") && value(of: $0).isEmpty }
    }

    /// One pass, so that braces in a value stay what they are.
    fileprivate func filled(_ template: String) -> String {
        var result = ""
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[open...]
            guard let placeholder = Self.placeholders.first(where: { rest.hasPrefix($0) }) else {
                result.append(rest.removeFirst())
                continue
            }
            result += value(of: placeholder).percentEncoded
            rest = rest.dropFirst(placeholder.count)
        }
        return result + rest
    }
}

extension String {
    /// Everything but the unreserved characters of RFC 3986 §2.3 as `%XX`, byte by byte.
    package var percentEncoded: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
