import Core

/// An answer to a list: `{"results": […], "next": token or null}`.
struct Page<Record: Decodable>: Decodable {
    var results: [Attempt<Record>]
    /// null, absent and empty all mean that there is no further page.
    var next: LooseText?
}

/// A record, or why it cannot be read: one broken record must not spoil its page.
struct Attempt<Record: Decodable>: Decodable {
    struct Fault: Error {
        var reason: String
    }

    var id: String?
    var value: Result<Record, Fault>

    init(from decoder: any Decoder) {
        id = (try? decoder.container(keyedBy: Keys.self))
            .flatMap { try? $0.decodeIfPresent(LooseText.self, forKey: .id) }
            .flatMap(\.text)
        do {
            value = .success(try Record(from: decoder))
        } catch let fault as Fault {
            value = .failure(fault)
        } catch DecodingError.keyNotFound(let key, _) {
            value = .failure(Fault(reason: "“\(key.stringValue)” is missing."))
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            let place = context.codingPath.filter { $0.intValue == nil }.map(\.stringValue).dropFirst()
            let name = place.isEmpty ? "It" : "“\(place.joined(separator: "."))”"
            value = .failure(Fault(reason: "\(name) is of another type than it should be."))
        } catch {
            value = .failure(Fault(reason: "It cannot be read."))
        }
    }

    private enum Keys: String, CodingKey {
        case id
    }
}

/// A string, or a number in its place; anything else, and an empty string, is nothing.
struct LooseText: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        if let string = try? box.decode(String.self) {
            text = string.isEmpty ? nil : string
        } else if let whole = try? box.decode(Int.self) {
            text = "\(whole)"
        } else if let number = try? box.decode(Double.self) {
            text = "\(number)"
        }
    }
}
