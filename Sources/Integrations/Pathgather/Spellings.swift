import Core

/// What was learned about how the tenant writes addresses, while the portal runs.
actor Spellings {
    /// More people than any tenant has; a stop for a provider that invents them.
    private static let limit = 200_000

    /// By canonical address; only people whose address is written in another way.
    private var userIDs: [String: String] = [:]
    /// Whether an answer ever came under another spelling than the question's.
    private var ignoresCase = false

    func userID(of address: String) -> String? { userIDs[address] }

    /// The spellings to ask for, the likeliest first.
    func likely(of address: String) -> [String] {
        guard !ignoresCase, let at = address.firstIndex(of: "@") else { return [address] }
        let local = address[..<at].split(separator: ".", omittingEmptySubsequences: false)
        let capitalised = local.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: ".")
        return [address, capitalised + address[at...], address.uppercased()]
    }

    /// Remembers the spelling `email`; `question` is the one that was asked for, if one was.
    func learn(_ email: String, of userID: String, askedAs question: String? = nil) {
        if let question, question != email { ignoresCase = true }
        guard let address = EmailAddress(email)?.description, address != email else { return }
        guard userIDs.count < Self.limit else { return }
        userIDs[address] = userID
    }
}
