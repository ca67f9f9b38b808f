/// Canonical N-Quads (RDF 1.2 N-Quads §3, RDFC-1.0 §5): one spelling for every term.
enum NQuads {
    static func append(iri: Text, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "<"))
        output.append(contentsOf: iri.utf8)
        output.append(UInt8(ascii: ">"))
    }

    static func append(literal value: Text, datatype: Text, language: Text?, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        append(escaping: value, to: &output)
        output.append(UInt8(ascii: "\""))
        if let language {
            output.append(UInt8(ascii: "@"))
            output.append(contentsOf: language.utf8)
        } else if datatype != XSD.string {
            output.append(UInt8(ascii: "^"))
            output.append(UInt8(ascii: "^"))
            append(iri: datatype, to: &output)
        }
    }

    private static func append(escaping value: Text, to output: inout [UInt8]) {
        value.withBytes { bytes in
            // Almost no literal needs an escape.
            if bytes.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0x7F }) {
                output.append(contentsOf: bytes)
            } else {
                for byte in bytes { append(escaping: byte, to: &output) }
            }
        }
    }

    private static func append(escaping byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): output += #"\""#.utf8
        case UInt8(ascii: "\\"): output += #"\\"#.utf8
        case 0x08: output += #"\b"#.utf8
        case 0x09: output += #"\t"#.utf8
        case 0x0A: output += #"\n"#.utf8
        case 0x0C: output += #"\f"#.utf8
        case 0x0D: output += #"\r"#.utf8
        case ..<0x10: output += (#"\u000"# + String(byte, radix: 16, uppercase: true)).utf8
        case ..<0x20, 0x7F: output += (#"\u00"# + String(byte, radix: 16, uppercase: true)).utf8
        default: output.append(byte)
        }
    }
}
