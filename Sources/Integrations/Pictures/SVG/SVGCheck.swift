import Core

/// Reads an SVG, keeps the drawing, and writes it anew.
enum SVGCheck {
    static let sizeLimit = 256 << 10
    /// What we wrote ourselves may be larger: a style that stood once in the file stands at every element then.
    static let writtenLimit = 512 << 10

    static func rewritten(_ bytes: [UInt8]) throws(PictureError) -> [UInt8] {
        guard bytes.count <= writtenLimit else { throw .tooLarge(.svg, bytes: bytes.count, limit: sizeLimit) }
        let result = try drawing(in: bytes)
        guard bytes.count <= sizeLimit || result == bytes else {
            throw .tooLarge(.svg, bytes: bytes.count, limit: sizeLimit)
        }
        guard result.count <= writtenLimit, try drawing(in: result) == result else {
            throw .unsuitable("The SVG cannot be written in a plain way. Simplify it and try once more.")
        }
        return result
    }

    private static func drawing(in bytes: [UInt8]) throws(PictureError) -> [UInt8] {
        let document = try SVGReader.read(bytes)
        var sanitiser = SVGSanitiser(sheet: SVGStyleSheet(document.styles))
        let root = try sanitiser.sanitised(document.root)
        guard root.name == "svg", hasSize(root) else {
            throw .unsuitable("The SVG does not say how large it is. Give it a viewBox, or a width and a height.")
        }
        guard draws(root) else {
            throw .unsuitable("There is no drawing in the SVG; embedded pictures and scripts are not shown.")
        }
        try SVGExpansion.check(root)
        var text = ""
        root.write(to: &text, isRoot: true)
        return Array(text.utf8)
    }

    private static func hasSize(_ root: SVGElement) -> Bool {
        if let box = root.attributes["viewBox"] {
            let numbers = box.split { $0 == " " || $0 == "," }.map { Double($0) ?? .nan }
            return numbers.count == 4 && numbers.allSatisfy(\.isFinite) && numbers[2] > 0 && numbers[3] > 0
        }
        return [root.attributes["width"], root.attributes["height"]].allSatisfy { length in
            let number = (length ?? "").prefix { "0123456789.+".contains($0) }
            return length?.hasSuffix("%") == false && (Double(number) ?? 0) > 0
        }
    }

    private static func draws(_ element: SVGElement) -> Bool {
        SVGVocabulary.drawingElements.contains(element.name) || element.elements.contains(where: draws)
    }
}
