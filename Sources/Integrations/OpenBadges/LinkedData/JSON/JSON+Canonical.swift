extension JSON {
    /// The JSON Canonicalization Scheme (JCS, RFC 8785).
    ///
    /// - Throws: ``JSONError/numberOutOfRange(_:)``, the only value of ours that JCS cannot write.
    package func canonical() throws(JSONError) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(1024)
        try appendCanonical(to: &output)
        return output
    }

    private func appendCanonical(to output: inout [UInt8]) throws(JSONError) {
        switch self {
        case .null, .bool: output += serialized
        case .string(let text): text.appendQuoted(to: &output)
        case .number(let number):
            guard let text = number.canonicalText else { throw .numberOutOfRange(number.text) }
            output += text.utf8
        case .array(let items):
            output.append(UInt8(ascii: "["))
            for (position, item) in items.enumerated() {
                if position > 0 { output.append(UInt8(ascii: ",")) }
                try item.appendCanonical(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            // §3.2.3: names are sorted by their UTF-16 code units.
            let sorted = members.entries.sorted { $0.key.string.utf16.lexicographicallyPrecedes($1.key.string.utf16) }
            for (position, member) in sorted.enumerated() {
                if position > 0 { output.append(UInt8(ascii: ",")) }
                member.key.appendQuoted(to: &output)
                output.append(UInt8(ascii: ":"))
                try member.value.appendCanonical(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }
}
