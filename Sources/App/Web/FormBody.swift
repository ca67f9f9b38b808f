import Core
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What a form sent.
struct FormBody: Sendable {
    /// The last value of each field.
    var fields: [String: String] = [:]
    /// All values of fields that may come several times, in the order of the form.
    var lists: [String: [String]] = [:]
    var files: [String: UploadedFile] = [:]

    struct UploadedFile: Sendable {
        /// What the browser calls it; never to be trusted.
        var name: String
        var bytes: [UInt8]
    }

    mutating func add(_ name: String, _ value: String) {
        fields[name] = value
        lists[name, default: []].append(value)
    }

    /// - Throws: ``FormError``.
    static func read(_ request: Request, limit: Int) async throws -> FormBody {
        let type = request.headers[.contentType] ?? ""
        let bytes: [UInt8]
        do {
            bytes = Array(buffer: try await request.body.collect(upTo: limit))
        } catch is NIOTooManyBytesError {
            throw FormError.tooLarge(limit: limit)
        }
        if type.lowercased().hasPrefix("application/x-www-form-urlencoded") { return try URLEncodedForm.read(bytes) }
        if type.lowercased().hasPrefix("multipart/form-data") {
            return try MultipartForm.read(bytes, contentType: type)
        }
        throw FormError.unknownType
    }
}

/// What can be wrong with the body of a form, before its fields are looked at.
enum FormError: PortalError {
    case tooLarge(limit: Int)
    case unknownType
    case malformed(String)

    var kind: ErrorKind {
        switch self {
        case .tooLarge: .tooLarge
        case .unknownType, .malformed: .malformed
        }
    }

    var message: String {
        switch self {
        case .tooLarge(let limit): "That is too much: a form and its file may have \(limit >> 20) MiB together."
        case .unknownType: "This address takes forms only."
        case .malformed(let reason): "This form arrived damaged: \(reason). Send it again."
        }
    }
}

/// `application/x-www-form-urlencoded` (WHATWG URL §5.1).
enum URLEncodedForm {
    /// More than any form of ours has, also one with a box for each of somebody's badges.
    private static let fieldLimit = 20_000

    static func read(_ bytes: [UInt8]) throws(FormError) -> FormBody {
        var form = FormBody()
        let pairs = bytes.split(separator: UInt8(ascii: "&"), maxSplits: fieldLimit)
        guard pairs.count <= fieldLimit else { throw .malformed("it has too many fields") }
        for pair in pairs {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            form.add(try decode(parts[0]), try decode(parts.count > 1 ? parts[1] : []))
        }
        return form
    }

    static func decode(_ bytes: ArraySlice<UInt8>) throws(FormError) -> String {
        var plain: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst()?.hexadecimalDigit, let low = rest.popFirst()?.hexadecimalDigit else {
                    throw .malformed("a % without two digits")
                }
                plain.append(high << 4 | low)
            default: plain.append(byte)
            }
        }
        guard let text = String(validating: plain, as: UTF8.self) else { throw .malformed("text that is not UTF-8") }
        return text
    }
}

extension UInt8 {
    /// The value of an ASCII digit 0…9, a…f, A…F.
    fileprivate var hexadecimalDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
