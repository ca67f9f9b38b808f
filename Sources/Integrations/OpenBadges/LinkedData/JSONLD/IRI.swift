/// What JSON-LD asks of IRIs (RFC 3987, RFC 3986).
extension Text {
    /// Begins with a scheme: “is an IRI” for the algorithms, which do not look further.
    var hasScheme: Bool { schemeLength != nil }

    /// The number of bytes in front of the first colon, if they are a scheme.
    private var schemeLength: Int? {
        withBytes { bytes in
            guard let first = bytes.first, first.isASCIILetter else { return nil }
            for (position, byte) in bytes.enumerated() where !byte.isSchemeByte {
                return byte == UInt8(ascii: ":") ? position : nil
            }
            return nil
        }
    }

    /// Has a scheme, one fragment at most, and none of the characters that N-Quads does not allow between `<` and `>`.
    var isWellFormedIRI: Bool {
        hasScheme
            && withBytes { bytes in
                var fragments = 0
                for byte in bytes {
                    switch byte {
                    case ...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
                        UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
                        return false
                    case UInt8(ascii: "#"): fragments += 1
                    default: break
                    }
                }
                return fragments <= 1
            }
    }

    /// `_:` and a label.
    var isBlankNode: Bool {
        withBytes { $0.count >= 2 && $0[0] == UInt8(ascii: "_") && $0[1] == UInt8(ascii: ":") }
    }

    /// Ends with a gen-delim of RFC 3986 §2.2, so that a term of this IRI may be a prefix.
    var endsWithGenDelim: Bool {
        withBytes { bytes in bytes.last.map { ":/?#[]@".utf8.contains($0) } ?? false }
    }

    /// A tag of the form of BCP 47: letters, then letters and digits, in parts of 1 to 8.
    var isWellFormedLanguageTag: Bool {
        let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.enumerated().allSatisfy { position, part in
            (1...8).contains(part.count)
                && part.allSatisfy { $0.isASCIILetter || (position > 0 && $0.isASCIIDigit) }
        }
    }

    /// The parts around the first colon that is not the first byte.
    var prefixAndSuffix: (prefix: Text, suffix: Text)? {
        guard let colon = utf8.dropFirst().firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return (Text(String(string[..<colon])), Text(String(string[utf8.index(after: colon)...])))
    }
}

extension UInt8 {
    fileprivate var isSchemeByte: Bool {
        isASCIILetter || isASCIIDigit || self == UInt8(ascii: "+") || self == UInt8(ascii: "-")
            || self == UInt8(ascii: ".")
    }
}
