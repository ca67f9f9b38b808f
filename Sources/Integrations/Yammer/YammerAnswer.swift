import Core
import Foundation

/// What Yammer gives for a code; not the form of RFC 6749.
struct YammerAnswer: Sendable, Decodable {
    var user: User
    var access: Access

    struct User: Sendable, Decodable {
        var id: Int
        var networkID: Int
        var state: String
        var name: String?
        var fullName: String?
        var contact: Contact?
        /// Yammer writes it as a text, other servers as a truth value.
        var admin: Flag?
        var department: String?
        var jobTitle: String?

        /// What roles may depend on.
        func attribute(_ name: String) -> String? {
            switch name {
            case "admin": admin.map { String($0.isSet) }
            case "department": department
            case "job_title": jobTitle
            default: nil
            }
        }

        /// The list may be empty.
        var address: String? {
            let all = contact?.addresses ?? []
            return (all.first { $0.type == "primary" } ?? all.first)?.address
        }

        private enum CodingKeys: String, CodingKey {
            case id, state, name, contact, admin, department
            case jobTitle = "job_title"
            case networkID = "network_id"
            case fullName = "full_name"
        }
    }

    struct Flag: Sendable, Decodable {
        var isSet: Bool

        init(from decoder: any Decoder) throws {
            let box = try decoder.singleValueContainer()
            do {
                isSet = try box.decode(Bool.self)
            } catch is DecodingError {
                isSet = try box.decode(String.self) == "true"
            }
        }
    }

    struct Contact: Sendable, Decodable {
        var addresses: [Address]?

        private enum CodingKeys: String, CodingKey { case addresses = "email_addresses" }
    }

    struct Address: Sendable, Decodable {
        var type: String?
        var address: String?
    }

    struct Access: Sendable, Decodable {
        var token: String
        var userID: Int
        var networkID: Int
        var networkPermalink: String

        private enum CodingKeys: String, CodingKey {
            case token
            case userID = "user_id"
            case networkID = "network_id"
            case networkPermalink = "network_permalink"
        }
    }

    private enum CodingKeys: String, CodingKey {
        case user
        case access = "access_token"
    }

    init(_ answer: IdentityAnswer) throws(SignInRefusal) {
        guard answer.status == 200, answer.mediaType == "application/json" else {
            throw .rejected("the code was refused with status \(answer.status)")
        }
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(answer.body))
        } catch {
            throw .rejected("an answer that cannot be read")
        }
    }
}
