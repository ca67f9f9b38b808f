import Core

/// What users must be like; every condition at most once, several times means the last.
struct UserConditions {
    var id: String?
    var userName: String?
    var displayName: String?
    var externalID: String?
    var email: String?
    var emailKind: String?
    var active: Bool?
    /// Asked for something that users do not have.
    var isImpossible = false

    init(_ conditions: [DirectoryQuery.Condition]) {
        for condition in conditions {
            switch condition {
            case .id(let text): set(\.id, text)
            case .userName(let text): set(\.userName, SearchText.folded(text))
            case .displayName(let text): set(\.displayName, SearchText.folded(text))
            case .externalID(let text): set(\.externalID, text)
            case .email(let address, let kind):
                set(\.email, SearchText.folded(address))
                if let kind { set(\.emailKind, kind) }
            case .active(let flag): set(\.active, flag)
            case .member: isImpossible = true
            }
        }
    }

    /// Two different values of one thing fit nobody.
    private mutating func set<Value: Equatable>(_ path: WritableKeyPath<Self, Value?>, _ value: Value) {
        if let before = self[keyPath: path], before != value { isImpossible = true }
        self[keyPath: path] = value
    }
}

struct GroupConditions {
    var id: String?
    var displayName: String?
    var externalID: String?
    var member: String?
    var isImpossible = false

    init(_ conditions: [DirectoryQuery.Condition]) {
        for condition in conditions {
            switch condition {
            case .id(let text): set(\.id, text)
            case .displayName(let text): set(\.displayName, SearchText.folded(text))
            case .externalID(let text): set(\.externalID, text)
            case .member(let text): set(\.member, text)
            case .userName, .email, .active: isImpossible = true
            }
        }
    }

    private mutating func set(_ path: WritableKeyPath<Self, String?>, _ value: String) {
        if let before = self[keyPath: path], before != value { isImpossible = true }
        self[keyPath: path] = value
    }
}

extension SQL.StringInterpolation {
    mutating func appendInterpolation(userConditions wanted: UserConditions) {
        appendLiteral(wanted.isImpossible ? "1 = 0" : "1 = 1")
        append(" AND id = ", wanted.id)
        append(" AND user_key = ", wanted.userName)
        append(" AND name_key = ", wanted.displayName)
        append(" AND external_id = ", wanted.externalID)
        append(" AND active = ", wanted.active)
        guard let email = wanted.email else { return }
        appendLiteral(" AND id IN (SELECT user_id FROM directory_email WHERE address_key = ")
        appendInterpolation(email)
        append(" AND kind = ", wanted.emailKind)
        appendLiteral(")")
    }

    mutating func appendInterpolation(groupConditions wanted: GroupConditions) {
        appendLiteral(wanted.isImpossible ? "1 = 0" : "1 = 1")
        append(" AND id = ", wanted.id)
        append(" AND name_key = ", wanted.displayName)
        append(" AND external_id = ", wanted.externalID)
        guard let member = wanted.member else { return }
        appendLiteral(" AND id IN (SELECT group_id FROM directory_member WHERE user_id = ")
        appendInterpolation(member)
        appendLiteral(")")
    }

    private mutating func append(_ words: StaticString, _ value: (some SQLConvertible)?) {
        guard let value else { return }
        appendLiteral(words.description)
        appendInterpolation(value)
    }
}
