/// How the values of a term are arranged in JSON (`@container`).
struct Container: OptionSet, Hashable {
    let rawValue: UInt8

    static let graph = Container(rawValue: 1)
    static let id = Container(rawValue: 2)
    static let index = Container(rawValue: 4)
    static let language = Container(rawValue: 8)
    static let list = Container(rawValue: 16)
    static let set = Container(rawValue: 32)
    static let type = Container(rawValue: 64)

    private static let names: [Text: Container] = [
        "@graph": .graph, "@id": .id, "@index": .index, "@language": .language, "@list": .list, "@set": .set,
        "@type": .type,
    ]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Step 19.1 of Create Term Definition: nil unless `value` is a container or an allowed combination.
    init?(_ value: JSON) {
        self = []
        for item in value.asArray {
            guard let name = item.text, let container = Self.names[name], !contains(container) else { return nil }
            insert(container)
        }
        guard Self.isAllowed(self) else { return nil }
    }

    private static func isAllowed(_ containers: Container) -> Bool {
        let others = containers.subtracting(.set)
        return switch others {
        case .list: containers == .list
        case [], .graph, .id, .index, .language, .type: !containers.isEmpty
        default: others == [.graph, .id] || others == [.graph, .index]
        }
    }
}
