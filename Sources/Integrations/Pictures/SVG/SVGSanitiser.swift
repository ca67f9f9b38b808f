import Core

/// Keeps of every element the attributes that draw.
struct SVGSanitiser {
    private let sheet: SVGStyleSheet
    /// How many bytes the attributes may have together.
    private var bytesLeft = SVGCheck.writtenLimit
    private var seen: Set<String> = []

    init(sheet: SVGStyleSheet) { self.sheet = sheet }

    mutating func sanitised(_ element: SVGElement) throws(PictureError) -> SVGElement {
        var result = SVGElement(name: element.name, attributes: attributes(of: element))
        bytesLeft -= result.attributes.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count + 4 }
        guard bytesLeft >= 0 else { throw .unsuitable("The SVG has too many styles. Simplify it and try once more.") }
        for child in element.children {
            switch child {
            case .element(let element): result.children.append(.element(try sanitised(element)))
            case .text: result.children.append(child)
            }
        }
        return result
    }

    /// The style of an element is stronger than the sheet, and the sheet is stronger than attributes.
    private mutating func attributes(of element: SVGElement) -> [String: String] {
        var result: [String: String] = [:]
        for (name, value) in element.attributes.sorted(by: { $0.key < $1.key }) {
            guard let name = Self.keptName(name, on: element.name) else { continue }
            if let value = SVGValue.checked(value, of: name) { result[name] = value }
        }
        result.merge(sheet.declarations(for: element)) { $1 }
        result.merge(SVGStyleSheet.declarations(element.attributes["style"] ?? "")) { $1 }
        if let id = result["id"], !seen.insert(id).inserted { result["id"] = nil }
        return result
    }

    private static func keptName(_ name: String, on element: String) -> String? {
        switch name {
        case "href", "xlink:href": SVGVocabulary.referringElements.contains(element) ? "href" : nil
        case "id", "xml:space": name
        default: SVGVocabulary.geometry.contains(name) || SVGVocabulary.presentation.contains(name) ? name : nil
        }
    }
}
