import Core

/// What is wrong with a request, in SCIM's own form (RFC 7644 §3.12).
struct SCIMProblem: Error, Equatable {
    var status: Int
    var detail: String
    /// One of the words of table 9.
    var type: String?

    init(_ status: Int, _ detail: String, type: String? = nil) {
        self.status = status
        self.detail = detail
        self.type = type
    }

    init(_ error: DirectoryError) {
        switch error {
        case .notFound: self.init(404, error.message)
        case .userNameTaken: self.init(409, error.message, type: "uniqueness")
        case .unknownMember: self.init(400, error.message, type: "invalidValue")
        case .changedMeanwhile: self.init(412, error.message)
        }
    }

    static func invalidValue(_ detail: String) -> Self { Self(400, detail, type: "invalidValue") }

    /// The status is a text.
    var answer: DirectoryAnswer {
        var members: [String: JSON] = [
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "status": .string(String(status)),
            "detail": .string(detail),
        ]
        if let type { members["scimType"] = .string(type) }
        return DirectoryAnswer(.object(members), status: status)
    }
}

extension DirectoryAnswer {
    init(_ json: JSON, status: Int = 200, touched: Person.ID? = nil) {
        var headers = ["content-type": "application/scim+json"]
        if let version = json["meta"]?["version"]?.text { headers["etag"] = version }
        if status == 201, let location = json["meta"]?["location"]?.text { headers["location"] = location }
        let body: [UInt8]
        do {
            body = try json.encoded
        } catch {
            self.init(status: 500)
            return
        }
        self.init(status: status, headers: headers, body: body, touched: touched)
    }
}
