import LinkedData

/// Expanded items as the JSON that the W3C suite prints.
extension Expanded {
    var json: JSON {
        switch self {
        case .node(let node): node.json
        case .value(let value): value.json
        case .list(let list):
            .object(JSONObject(("@list", .array(list.items.map(\.json))), ("@index", list.index.map(JSON.string))))
        }
    }
}

extension NodeObject {
    fileprivate var json: JSON {
        var members = JSONObject(
            ("@id", id.map { $0.map(JSON.string) ?? .null }),
            ("@type", types.map { .array($0.map(JSON.string)) }),
            ("@index", index.map(JSON.string)),
            ("@graph", graph.map { .array($0.map(\.json)) }),
            ("@included", included.map { .array($0.map(\.json)) })
        )
        if !reverse.isEmpty { members["@reverse"] = reverse.json }
        for (property, values) in properties { members[property] = .array(values.map(\.json)) }
        return .object(members)
    }
}

extension ValueObject {
    fileprivate var json: JSON {
        .object(
            JSONObject(
                ("@value", value),
                ("@type", type.map(JSON.string)),
                ("@language", language.map(JSON.string)),
                ("@direction", (direction?.rawValue).map { .string(Text($0)) }),
                ("@index", index.map(JSON.string))
            )
        )
    }
}

extension OrderedMap<[Expanded]> {
    fileprivate var json: JSON {
        var members = JSONObject()
        for (property, values) in self { members[property] = .array(values.map(\.json)) }
        return .object(members)
    }
}

extension JSONObject {
    fileprivate init(_ members: (Text, JSON?)...) {
        self.init()
        for (name, value) in members { self[name] = value }
    }
}

extension JSON {
    /// A text that two JSON-LD documents share exactly if they are equal: order matters in lists only.
    func comparable(inList: Bool = false) -> String {
        switch self {
        case .array(let items):
            let texts = items.map { $0.comparable() }
            return "[" + (inList ? texts : texts.sorted()).joined(separator: ",") + "]"
        case .object(let members):
            let texts = members.map { name, value in "\(name): \(value.comparable(inList: name == "@list"))" }
            return "{" + texts.sorted().joined(separator: ",") + "}"
        case .number(let number): return String(number.double)
        default: return String(decoding: serialized, as: UTF8.self)
        }
    }
}
