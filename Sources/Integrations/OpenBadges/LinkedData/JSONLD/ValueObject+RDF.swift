extension ValueObject {
    /// Steps 5 to 12 of Object to RDF Conversion (JSON-LD 1.1 API §8.2.2): how RDF writes a value, and its datatype.
    func lexicalForm() throws(JSONLDError) -> (Text, datatype: Text) {
        if type == "@json" { return (try canonicalJSON(), RDF.json) }
        return switch value {
        case .bool(let value): (value ? "true" : "false", type ?? XSD.boolean)
        case .number(let number): lexicalForm(of: number)
        case .string(let text): (text, type ?? (language == nil ? XSD.string : RDF.langString))
        case .null, .array, .object: ("", type ?? XSD.string)
        }
    }

    /// Steps 10 and 11: a number with a fraction, or from 10²¹ on, is a double; every other is an integer.
    private func lexicalForm(of number: JSONNumber) -> (Text, datatype: Text) {
        let double = number.double
        let isInteger = double.truncatingRemainder(dividingBy: 1) == 0 && abs(double) < 1e21
        guard isInteger, type != XSD.double else {
            return (JSONNumber.canonicalDouble(double), type ?? XSD.double)
        }
        return (number.canonicalInteger, type ?? XSD.integer)
    }

    private func canonicalJSON() throws(JSONLDError) -> Text {
        do throws(JSONError) {
            return Text(ascii: try value.canonical())
        } catch {
            throw JSONLDError(.invalidJSONLiteral)
        }
    }
}

extension JSONNumber {
    /// The digits of a number without a fraction: those of the document if it wrote an integer, of any length.
    fileprivate var canonicalInteger: Text {
        if isWrittenAsInteger { return text == "-0" ? "0" : text }
        return canonicalText.map { Text($0) } ?? text
    }
}
