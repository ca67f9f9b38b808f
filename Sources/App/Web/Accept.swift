import Core

/// What a client wants to be answered with (`Accept`, RFC 9110 §12.5.1).
struct Accept {
    private struct Range {
        var type: Substring
        var subtype: Substring
        var quality: Double

        /// How exactly the range names `type`: nil when it does not, 2 when it says the whole type.
        func precision(_ name: String) -> Int? {
            let parts = name.split(separator: "/")
            guard parts.count == 2 else { return nil }
            if type == "*", subtype == "*" { return 0 }
            guard type == parts[0] else { return nil }
            if subtype == "*" { return 1 }
            return subtype == parts[1] ? 2 : nil
        }
    }

    /// More ranges than these are not read.
    private static let limit = 32
    private let ranges: [Range]

    /// - Parameter header: nil accepts everything.
    init(_ header: String?) {
        let items = (header ?? "*/*").lowercased().split(separator: ",").prefix(Self.limit)
        ranges = items.compactMap { item in
            let parts = item.split(separator: ";").map(\.trimmed)
            guard let names = parts.first?.split(separator: "/"), names.count == 2 else { return nil }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            return Range(type: names[0], subtype: names[1], quality: quality ?? 1)
        }
    }

    /// The offer that is wanted most; of several, the first.
    ///
    /// - Returns: the first offer when none is wanted: an answer that was not asked for helps more than none.
    func best<Offer>(of offers: [Offer], type: (Offer) -> String) -> Offer? {
        var best = offers.first
        var bestQuality = 0.0
        for offer in offers {
            let quality = quality(of: type(offer))
            guard quality > bestQuality else { continue }
            (best, bestQuality) = (offer, quality)
        }
        return best
    }

    private func quality(of type: String) -> Double {
        let matches = ranges.compactMap { range in range.precision(type).map { (precision: $0, quality: range.quality) }
        }
        return matches.max { $0.precision < $1.precision }?.quality ?? 0
    }
}
