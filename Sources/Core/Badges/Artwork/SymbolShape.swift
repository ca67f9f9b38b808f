/// One area of a symbol, on a grid of 16 units: the data of an SVG path and nothing else.
package struct SymbolShape: Hashable, Sendable, Codable {
    private static let limit = 16_000
    private static let letters = Set("MmLlHhVvCcSsQqTtAaZz0123456789 ,.-+eE".utf8)

    package let path: String
    /// Whether what lies inside of two lines is outside.
    package let isEvenOdd: Bool

    /// nil unless `path` is path data: commands and numbers, beginning with a move.
    package init?(_ path: String, isEvenOdd: Bool) {
        guard let first = path.utf8.first, first == UInt8(ascii: "M") || first == UInt8(ascii: "m"),
            path.utf8.count <= Self.limit, path.utf8.allSatisfy(Self.letters.contains)
        else { return nil }
        self.path = path
        self.isEvenOdd = isEvenOdd
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        let path = try box.decode(String.self, forKey: .path)
        guard let shape = SymbolShape(path, isEvenOdd: try box.decode(Bool.self, forKey: .isEvenOdd)) else {
            throw DecodingError.dataCorruptedError(forKey: .path, in: box, debugDescription: "not the data of a path")
        }
        self = shape
    }
}

extension [SymbolShape] {
    /// The shapes as SVG elements, without an `<svg>` around them.
    ///
    /// - Parameter colour: `#rrggbb` or `currentColor`.
    package func markup(_ colour: String) -> String {
        map { shape in
            let rule = shape.isEvenOdd ? " fill-rule=\"evenodd\"" : ""
            return "<path d=\"\(shape.path)\" fill=\"\(colour)\"\(rule)/>"
        }.joined()
    }
}
