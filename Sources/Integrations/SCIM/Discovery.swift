import Core

/// What the service can do (RFC 7644 §4).
struct Discovery {
    let base: String

    func answer(_ request: DirectoryRequest) throws(SCIMProblem) -> DirectoryAnswer {
        guard request.method == "GET" || request.method == "HEAD" else {
            throw SCIMProblem(405, "This address can only be read.")
        }
        guard request.query["filter"] == nil else { throw SCIMProblem(403, "This list takes no filter.") }
        let all: [JSON]
        switch request.path[0] {
        case "ServiceProviderConfig":
            guard request.path.count == 1 else { throw Self.nothing }
            return DirectoryAnswer(configuration)
        case "ResourceTypes": all = ResourceType.all.map { $0.json(base: base) }
        default: all = Schema.all.map { $0.json(base: base) }
        }
        guard request.path.count > 1 else { return DirectoryAnswer(JSON.list(all, total: all.count, from: 1)) }
        let name = request.path.dropFirst().joined(separator: "/")
        guard let one = all.first(where: { $0["id"]?.text == name }) else { throw Self.nothing }
        return DirectoryAnswer(one)
    }

    private static let nothing = SCIMProblem(404, "There is nothing at this address.")

    private var configuration: JSON {
        let no: JSON = ["supported": false]
        return [
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
            "patch": ["supported": true],
            "bulk": ["supported": false, "maxOperations": 0, "maxPayloadSize": 0],
            "filter": ["supported": true, "maxResults": .number(Double(DirectoryQuery.limit))],
            "changePassword": no, "sort": no, "etag": ["supported": true],
            "authenticationSchemes": [
                [
                    "type": "oauthbearertoken", "name": "Bearer token",
                    "description": "A token that the administrator of the portal made.",
                    "specUri": "https://www.rfc-editor.org/rfc/rfc6750",
                ]
            ],
            "meta": [
                "resourceType": "ServiceProviderConfig", "location": .string("\(base)/ServiceProviderConfig"),
            ],
        ]
    }
}
