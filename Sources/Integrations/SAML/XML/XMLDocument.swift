import XMLSecurity

/// A document that one parser read once: what is verified and what is read are the same nodes.
struct XMLDocument: ~Copyable {
    enum Problem: Error, Equatable {
        /// Not well-formed, not UTF-8, or with a document type.
        case unreadable
        case tooDeep
        /// A processing instruction or something else that no message of ours has.
        case unexpected
        /// The signature does not fit any key, or something that is not allowed.
        case notSigned
        case badKey
        case notOpened
    }

    static let deepest = 64

    private let document: OpaquePointer

    init(_ bytes: [UInt8]) throws(Problem) {
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { lx_parse($0, buffer.count) }
        }
        guard let parsed else { throw .unreadable }
        document = parsed
    }

    deinit { lx_free(document) }

    func root() throws(Problem) -> XMLElement {
        guard let root = lx_root(document) else { throw .unreadable }
        return try Self.element(root, depth: 1)
    }

    /// The bytes that the signature in the element with this ID covers, when it was made with one of these keys.
    ///
    /// - Parameter certificates: DER.
    func signedBytes(_ id: String, _ certificates: [[UInt8]], allowsSHA1: Bool) throws(Problem) -> [UInt8] {
        for certificate in certificates {
            var signed = lx_bytes()
            let outcome = lx_verify(document, id, certificate, certificate.count, allowsSHA1 ? 1 : 0, &signed)
            if outcome == LX_DONE { return signed.taken }
            lx_release(signed)
        }
        throw .notSigned
    }

    /// Fills in the signature of the element with this ID.
    func sign(_ id: String, key: String) throws(Problem) {
        let bytes = Array(key.utf8)
        guard lx_sign(document, id, bytes, bytes.count) == LX_DONE else { throw .badKey }
    }

    /// Puts what is encrypted in this document in its place.
    ///
    /// - Parameters:
    ///   - data: leads from the root to the EncryptedData.
    ///   - key: leads to the EncryptedKey.
    func open(_ data: XMLPath, with key: XMLPath, privateKey: String) throws(Problem) {
        let bytes = Array(privateKey.utf8)
        guard let root = lx_root(document), let data = data.node(from: root), let key = key.node(from: root),
            lx_decrypt(document, data, key, bytes, bytes.count) == LX_DONE
        else { throw .notOpened }
    }

    var serialised: [UInt8] { lx_serialised(document).taken }

    private static func element(_ node: OpaquePointer, depth: Int) throws(Problem) -> XMLElement {
        guard depth <= deepest else { throw .tooDeep }
        var element = XMLElement(name: name(node), attributes: [:], children: [])
        var attribute = lx_first_attribute(node)
        while let current = attribute {
            element.attributes[name(current)] = lx_value(current).text
            attribute = lx_next(current)
        }
        var child = lx_first_child(node)
        while let current = child {
            switch lx_kind_of(current) {
            case LX_ELEMENT: element.children.append(.element(try Self.element(current, depth: depth + 1)))
            case LX_TEXT: element.children.append(.text(String(cString: lx_text(current))))
            case LX_COMMENT: element.children.append(.comment)
            default: throw .unexpected
            }
            child = lx_next(current)
        }
        return element
    }

    private static func name(_ node: OpaquePointer) -> XMLElement.Name {
        XMLElement.Name(namespace: String(cString: lx_namespace(node)), local: String(cString: lx_name(node)))
    }
}

/// Leads from the root of a document to an element in it, by names that each must fit exactly one child.
struct XMLPath: Sendable {
    var names: [XMLElement.Name]

    fileprivate func node(from root: OpaquePointer) -> OpaquePointer? {
        var node = root
        for name in names {
            var found: [OpaquePointer] = []
            var child = lx_first_child(node)
            while let current = child {
                let isElement = lx_kind_of(current) == LX_ELEMENT
                if isElement, String(cString: lx_name(current)) == name.local,
                    String(cString: lx_namespace(current)) == name.namespace
                {
                    found.append(current)
                }
                child = lx_next(current)
            }
            guard found.count == 1 else { return nil }
            node = found[0]
        }
        return node
    }
}

extension lx_bytes {
    /// Copies and frees them.
    var taken: [UInt8] {
        defer { lx_release(self) }
        return Array(UnsafeBufferPointer(start: start, count: length))
    }

    fileprivate var text: String { String(decoding: taken, as: UTF8.self) }
}
