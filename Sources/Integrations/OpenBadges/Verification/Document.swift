import Core
import Foundation
import LinkedData

/// A JSON document, read strictly and looked at tolerantly: one value and an array of one mean the same.
struct Document {
    let json: LinkedData.JSON

    init(_ json: LinkedData.JSON) { self.json = json }

    /// - Returns: nil for what is no JSON object.
    init?(_ bytes: some Collection<UInt8>) {
        do {
            json = try JSONReader.read(bytes)
        } catch {
            return nil
        }
        guard json.object != nil else { return nil }
    }

    func text(_ name: String) -> String? { first(name)?.text?.string }

    func object(_ name: String) -> Document? { first(name).flatMap { $0.object == nil ? nil : Document($0) } }

    func objects(_ name: String) -> [Document] {
        (json[Text(name)]?.asArray ?? []).filter { $0.object != nil }.map(Document.init)
    }

    func texts(_ name: String) -> [String] { (json[Text(name)]?.asArray ?? []).compactMap { $0.text?.string } }

    /// The id of a linked object, which stands there itself or by its address.
    func id(_ name: String) -> String? { text(name) ?? object(name)?.text("id") }

    func ids(_ name: String) -> [String] { texts(name) + objects(name).compactMap { $0.text("id") } }

    func date(_ name: String) -> Date? { text(name).flatMap { Date(iso8601: $0) } }

    func number(_ name: String) -> Int? {
        if case .number(let number)? = first(name) { return Int(number.text.string) }
        return text(name).flatMap(Int.init)
    }

    func isTrue(_ name: String) -> Bool { first(name) == .bool(true) }

    var types: [String] { texts("type") }

    private func first(_ name: String) -> LinkedData.JSON? { json[Text(name)]?.asArray.first }
}
