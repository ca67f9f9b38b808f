import Core
import Foundation

/// Which badges of all a person wants to see, as it stands in the address: every choice is a link that can be kept.
struct BadgeFilter: Equatable {
    static let textLimit = 200

    enum Holding: String {
        case mine
        case open
    }

    enum Order: String, CaseIterable {
        case name
        case newest
        case holders
    }

    /// What badges can be told apart by.
    enum Facet: CaseIterable {
        case holding
        case topic
        case level
        case way
    }

    var text = ""
    /// A tag, as somebody wrote it; case and accents do not matter.
    var topic: String?
    /// 0 stands for badges that have no level.
    var level: Int?
    /// The source of an activity that the badge asks for, or ``byHand``.
    var way: String?
    var holding: Holding?
    var order = Order.name

    /// Stands for badges without a rule; no source has such an id.
    static let byHand = "-"

    init() {}

    /// - Parameter value: of a parameter of the address; what makes no sense is as if it were not there.
    init(_ value: (String) -> String?) {
        func short(_ name: String) -> String? {
            guard let text = value(name)?.trimmed, !text.isEmpty else { return nil }
            return String(text.prefix(Self.textLimit))
        }
        text = short("q") ?? ""
        topic = short("topic")
        level = short("level").flatMap { Int($0) }.flatMap { (0...3).contains($0) ? $0 : nil }
        way = short("way")
        holding = short("show").flatMap(Holding.init(rawValue:))
        order = short("order").flatMap(Order.init(rawValue:)) ?? .name
    }

    /// Whether anything is left out, by more than a search.
    var isNarrow: Bool { topic != nil || level != nil || way != nil || holding != nil }

    /// The parameters of the address besides the search and the page, in one order.
    var parameters: [(name: String, value: String)] {
        [
            ("topic", topic), ("level", level.map(String.init)), ("way", way), ("show", holding?.rawValue),
            ("order", order == .name ? nil : order.rawValue),
        ]
        .compactMap { name, value in value.map { (name, $0) } }
    }

    func address(page: Int = 1) -> String {
        let all =
            (text.isEmpty ? [] : [("q", text)]) + parameters.map { ($0.name, $0.value) }
            + (page > 1 ? [("page", String(page))] : [])
        guard !all.isEmpty else { return "/badges" }
        return "/badges?" + all.map { "\($0)=\(URLText.query($1))" }.joined(separator: "&")
    }

    /// The same with something else chosen.
    func with(_ change: (inout Self) -> Void) -> Self {
        var other = self
        change(&other)
        return other
    }
}
