import Foundation

/// `multipart/form-data` (RFC 7578), as browsers send it.
enum MultipartForm {
    /// More parts than this is no form of ours.
    static let partLimit = 200

    static func read(_ bytes: [UInt8], contentType: String) throws(FormError) -> FormBody {
        guard let boundary = parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            throw .malformed("its boundary is missing")
        }
        var form = FormBody()
        let data = Data(bytes)
        let delimiter = Data("--\(boundary)".utf8)
        guard var start = data.range(of: delimiter)?.upperBound else { throw .malformed("its first part is missing") }
        for _ in 0..<partLimit {
            if data[start...].starts(with: "--".utf8) { return form }
            guard let end = data.range(of: Data("\r\n".utf8) + delimiter, in: start..<data.endIndex) else {
                throw .malformed("its end is missing")
            }
            try add(data[start..<end.lowerBound], to: &form)
            start = end.upperBound
        }
        throw .malformed("it has too many parts")
    }

    private static func add(_ part: Data, to form: inout FormBody) throws(FormError) {
        guard let head = part.range(of: Data("\r\n\r\n".utf8)) else { throw .malformed("a part has no head") }
        let lines = String(decoding: part[..<head.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let prefix = "content-disposition:"
        guard let disposition = lines.first(where: { $0.lowercased().hasPrefix(prefix) }).map(String.init),
            let name = parameter("name", of: disposition)
        else { throw .malformed("a part has no name") }
        let body = part[head.upperBound...]
        if let fileName = parameter("filename", of: disposition) {
            if !fileName.isEmpty || !body.isEmpty { form.files[name] = .init(name: fileName, bytes: Array(body)) }
        } else {
            guard let text = String(validating: body, as: UTF8.self) else { throw .malformed("text that is not UTF-8") }
            form.add(name, text)
        }
    }

    /// The value of `; name=value` or `; name="value"`, in which browsers write `"` as `%22`.
    private static func parameter(_ name: String, of header: String) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].trimmingCharacters(in: .whitespaces).lowercased() == name else { continue }
            var value = pair[1].trimmingCharacters(in: .whitespaces)
            if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = String(value.dropFirst().dropLast())
            }
            return value.replacing("%22", with: "\"")
        }
        return nil
    }
}
