import Core
import Foundation
import FoundationXML

/// Builds a tree of the elements we know; everything else is left out together with what is in it.
final class SVGReader: NSObject {
    private static let depthLimit = 64
    private static let nodeLimit = 20_000

    private var open: [SVGElement] = []
    private var root: SVGElement?
    private var styles: [String] = []
    private var nodes = 0
    /// How deep we are inside of something that is left out.
    private var skipped = 0
    private var problem: PictureError?

    struct Document {
        var root: SVGElement
        /// The texts of all `style` elements.
        var styles: String
    }

    static func read(_ bytes: [UInt8]) throws(PictureError) -> Document {
        guard let prolog = SVGProlog(of: bytes), !prolog.hasDeclarations else {
            throw .unsuitable("The SVG declares entities of its own. Save it as plain SVG.")
        }
        guard (try? UTF8Span(validating: bytes.span)) != nil else {
            throw .unsuitable("The SVG is not UTF-8. Save it as UTF-8.")
        }
        let reader = SVGReader()
        let parser = XMLParser(data: Data(bytes[prolog.end...]))
        parser.shouldResolveExternalEntities = false
        parser.delegate = reader
        let isWellFormed = parser.parse()
        if let problem = reader.problem { throw problem }
        guard isWellFormed, let root = reader.root else {
            throw .damaged(.svg, "it is not well-formed XML")
        }
        return Document(root: root, styles: reader.styles.joined(separator: "\n"))
    }

    private func stop(_ parser: XMLParser, _ problem: PictureError) {
        self.problem = self.problem ?? problem
        parser.abortParsing()
    }

    /// Whether text inside of the element that is open is part of the picture.
    private var keepsText: Bool { open.last.map { SVGVocabulary.textElements.contains($0.name) } ?? false }
}

extension SVGReader: XMLParserDelegate {
    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        nodes += 1
        guard nodes <= Self.nodeLimit, open.count + skipped < Self.depthLimit else {
            return stop(parser, .unsuitable("The SVG is too complicated. Simplify it and try once more."))
        }
        let local = name.hasPrefix("svg:") ? String(name.dropFirst(4)) : name
        guard skipped == 0, let known = SVGVocabulary.elements[local] else {
            skipped += 1
            return
        }
        open.append(SVGElement(name: known, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if keepsText, skipped == 0, var element = open.popLast() {
            element.append(text)
            open.append(element)
        }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard skipped == 0 else {
            skipped -= 1
            return
        }
        guard let element = open.popLast() else { return }
        if element.name == "style" {
            styles += element.children.compactMap(\.text)
        } else if open.isEmpty {
            root = root ?? element
        } else {
            open[open.count - 1].children.append(.element(element))
        }
    }
}
