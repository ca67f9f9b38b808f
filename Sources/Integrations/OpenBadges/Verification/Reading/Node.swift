import Core
import Foundation
import LinkedData

/// JSON that somebody else wrote: as it stands, without a member twice, at most 64 levels deep.
typealias Node = LinkedData.JSON

extension LinkedData.JSON {
    func string(_ name: Text) -> String? { self[name]?.text?.string }

    /// What is linked: a text, or the id of what stands there instead.
    var reference: String? { text?.string ?? string("id") ?? string("@id") }

    /// Everything under a name: none, one, or the items of a list.
    func all(_ name: Text) -> [Node] { self[name]?.asArray ?? [] }

    func isA(_ type: Text) -> Bool { (self["type"] ?? self["@type"])?.asArray.contains { $0.text == type } ?? false }

    var contexts: [String] { all("@context").compactMap { $0.text?.string } }

    /// A date of ISO 8601 with a time zone, or what 1.x allows as well.
    func date(_ name: Text) -> Date? { self[name].flatMap(Self.date) }

    static func date(_ value: Node) -> Date? {
        guard let text = value.text else { return nil }
        return DateTimeStamp(text).map { Date(timeIntervalSince1970: Double($0.secondsSince1970)) }
    }

    /// A date as 1.x writes it: also seconds since 1970, or a day.
    static func oldDate(_ value: Node) -> Date? {
        if case .number(let number) = value { return date(seconds: number.double) }
        guard let text = value.text else { return nil }
        if let date = date(value) { return date }
        if let seconds = Double(text.string) { return date(seconds: seconds) }
        return date(.string(text + "Z")) ?? date(.string(text + "T00:00:00Z"))
    }

    /// nil for what no calendar of four digits has.
    private static func date(seconds: Double) -> Date? {
        let date = Date(timeIntervalSince1970: seconds)
        return date == date.writable ? date : nil
    }
}

/// There is nothing to check, and why.
struct Unreadable: Error, Equatable {
    var sentence: String
    var detail = ""
    /// The same question may be answered later.
    var isTemporary = false
}
