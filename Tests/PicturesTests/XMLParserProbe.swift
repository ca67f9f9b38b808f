import Foundation
import FoundationXML

/// Says which elements and attributes stand in an XML file, independent of the code under test.
final class XMLParserProbe: NSObject, XMLParserDelegate {
    private(set) var elements: Set<String> = []
    private(set) var attributes: [(name: String, value: String)] = []

    static func elements(in bytes: [UInt8]) -> Set<String> { parsed(bytes)?.elements ?? ["not well-formed"] }

    /// - Returns: nil when the file is not well-formed.
    static func parsed(_ bytes: [UInt8]) -> XMLParserProbe? {
        let probe = XMLParserProbe()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = probe
        return parser.parse() ? probe : nil
    }

    func parser(
        _: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.insert(name)
        self.attributes += attributes.map { ($0.key, $0.value) }
    }
}
