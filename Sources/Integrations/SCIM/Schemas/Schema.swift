import Core

/// A schema that the service announces (RFC 7643 §7).
struct Schema: Sendable {
    var id: String
    var name: String
    var purpose: String
    var attributes: [Attribute]

    static let all = [user, enterprise, group]

    func json(base: String) -> JSON {
        [
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
            "id": .string(id), "name": .string(name), "description": .string(purpose),
            "attributes": .list(attributes.map(\.json)),
            "meta": ["resourceType": "Schema", "location": .string("\(base)/Schemas/\(id)")],
        ]
    }

    static let user = Schema(
        id: "urn:ietf:params:scim:schemas:core:2.0:User",
        name: "User",
        purpose: "Somebody who may sign in and earn badges",
        attributes: [
            Attribute("userName", "The directory's login name").with {
                $0.isRequired = true
                $0.isUnique = true
            },
            Attribute(
                "name",
                .complex([
                    Attribute("formatted", "The whole name"), Attribute("familyName", "The family name"),
                    Attribute("givenName", "The given name"),
                ]),
                "The parts of the name"
            ),
            Attribute("displayName", "The name that is shown"),
            Attribute("title", "The job title"),
            Attribute("userType", "The kind of employment"),
            Attribute("active", .boolean, "Whether the person may sign in"),
            Attribute("emails", .complex(emailParts), "Addresses").with { $0.isList = true },
        ]
    )

    private static let emailParts = [
        Attribute("value", "The address"),
        Attribute("type", "work, home or other"),
        Attribute("primary", .boolean, "Whether it is the one to write to"),
    ]

    static let enterprise = Schema(
        id: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
        name: "EnterpriseUser",
        purpose: "Where somebody works",
        attributes: [
            Attribute("employeeNumber", "The number of the employee"),
            Attribute("costCenter", "The cost centre"),
            Attribute("organization", "The organisation"),
            Attribute("division", "The division"),
            Attribute("department", "The department"),
        ]
    )

    static let group = Schema(
        id: "urn:ietf:params:scim:schemas:core:2.0:Group",
        name: "Group",
        purpose: "A group, which may give roles",
        attributes: [
            Attribute("displayName", "The name of the group").with { $0.isRequired = true },
            Attribute("members", .complex(memberParts), "Who is in the group").with { $0.isList = true },
        ]
    )

    private static let memberParts = [
        Attribute("value", "The id of a user").with { $0.isImmutable = true },
        Attribute("$ref", .reference(["User"]), "The address of the user").with { $0.isImmutable = true },
    ]
}

extension Attribute {
    fileprivate init(_ name: String, _ purpose: String) { self.init(name, .string, purpose) }
}

/// A kind of resource that the service announces (RFC 7643 §6).
struct ResourceType: Sendable {
    var name: String
    var endpoint: String
    var schema: Schema
    var `extension`: Schema?

    static let all = [
        ResourceType(name: "User", endpoint: "/Users", schema: .user, extension: .enterprise),
        ResourceType(name: "Group", endpoint: "/Groups", schema: .group),
    ]

    func json(base: String) -> JSON {
        var members: [String: JSON] = [
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
            "id": .string(name), "name": .string(name), "description": .string(schema.purpose),
            "endpoint": .string(endpoint), "schema": .string(schema.id),
            "meta": ["resourceType": "ResourceType", "location": .string("\(base)/ResourceTypes/\(name)")],
        ]
        if let more = `extension` {
            members["schemaExtensions"] = [["schema": .string(more.id), "required": false]]
        }
        return .object(members)
    }
}
