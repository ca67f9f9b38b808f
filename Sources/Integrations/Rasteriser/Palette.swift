/// The few colours that stand best for many: where colours differ most, weighed by how often they come, they are
/// divided, again and again.
struct Palette {
    private static let limit = 256

    /// 0x00RRGGBB.
    private(set) var colours: [UInt32] = []
    private var places: [UInt32: UInt8] = [:]

    /// - Parameter pixels: 0x??RRGGBB.
    init(_ pixels: UnsafeBufferPointer<UInt32>) {
        var boxes = [Box(Self.counted(pixels))]
        while boxes.count < Self.limit, let widest = boxes.indices.max(by: { boxes[$0].spread < boxes[$1].spread }),
            boxes[widest].spread > 0
        {
            let (low, high) = boxes[widest].halves
            boxes[widest] = low
            boxes.append(high)
        }
        for box in boxes {
            for entry in box.entries { places[entry.colour] = UInt8(colours.count) }
            colours.append(box.colour)
        }
    }

    /// For each pixel the place of its colour.
    func places(of pixels: UnsafeBufferPointer<UInt32>) -> [UInt8] {
        var (last, place): (UInt32?, UInt8) = (nil, 0)
        return pixels.map { pixel in
            if pixel != last { (last, place) = (pixel, places[pixel & 0xFF_FFFF] ?? 0) }
            return place
        }
    }

    /// Neighbours are often the same, so runs are counted at once.
    private static func counted(_ pixels: UnsafeBufferPointer<UInt32>) -> [Box.Entry] {
        var counts: [UInt32: Int] = [:]
        var (last, run): (UInt32, Int) = (0, 0)
        for pixel in pixels {
            if pixel != last {
                if run > 0 { counts[last & 0xFF_FFFF, default: 0] += run }
                (last, run) = (pixel, 0)
            }
            run += 1
        }
        if run > 0 { counts[last & 0xFF_FFFF, default: 0] += run }
        return counts.map { Box.Entry(colour: $0.key, count: $0.value) }.sorted { $0.colour < $1.colour }
    }
}

/// Colours that one will stand for.
private struct Box {
    struct Entry {
        var colour: UInt32
        var count: Int

        /// Of red, green or blue.
        func value(_ channel: Int) -> Double { Double(colour >> (16 - 8 * UInt32(channel)) & 0xFF) }
    }

    let entries: [Entry]
    /// In each channel.
    private let means: [Double]
    private let channel: Int
    /// How far the colours are from their mean, all of them together, in the channel where that is most.
    let spread: Double

    init(_ entries: [Entry]) {
        self.entries = entries
        let count = Double(entries.reduce(0) { $0 + $1.count })
        let means = (0..<3).map { channel in
            entries.reduce(0) { $0 + $1.value(channel) * Double($1.count) } / max(count, 1)
        }
        let spreads = (0..<3).map { channel in
            entries.reduce(0) { sum, entry in
                let distance = entry.value(channel) - means[channel]
                return sum + distance * distance * Double(entry.count)
            }
        }
        self.means = means
        spread = spreads.max() ?? 0
        channel = spreads.firstIndex(of: spread) ?? 0
    }

    var colour: UInt32 { means.reduce(0) { $0 << 8 | UInt32($1.rounded()) } }

    /// Both have entries as long as there is a ``spread``.
    var halves: (low: Box, high: Box) {
        (
            Box(entries.filter { $0.value(channel) <= means[channel] }),
            Box(entries.filter { $0.value(channel) > means[channel] })
        )
    }
}
