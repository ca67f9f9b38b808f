import Core
import LinkedData

/// Whether a credential follows the schemas that it names (`credentialSchema`, Open Badges 3.0 §9, step 1).
struct SchemaCheck {
    let fetching: Fetching

    private static let limit = 4
    private static let kinds = ["1EdTechJsonSchemaValidator2019", "JsonSchema"]
    /// The standard's own, whose rules are built in (``CredentialShape``): nobody has to be asked for them.
    private static let official = "https://purl.imsglobal.org/spec/ob/v3p0/schema/"
    /// Of a token, not of its credential.
    private static let claims: [Text] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf"]

    func check(_ credential: Credential, _ findings: inout Findings) async {
        let entries = credential.node.all("credentialSchema")
        guard entries.count <= Self.limit else {
            findings.add(.form, .unknown, Self.notHad, "It names \(entries.count) schemas.")
            return
        }
        var node = credential.node
        if credential.jws != nil { for claim in Self.claims { node[claim] = nil } }
        for entry in entries { await check(node, entry, &findings) }
    }

    private static let notHad = "The schema that its issuer names could not be looked at."

    private func check(_ node: Node, _ entry: Node, _ findings: inout Findings) async {
        guard let address = entry.string("id"), let kind = entry.string("type") ?? entry.all("type").first?.text?.string
        else {
            findings.add(.form, .failed, "It does not follow the standard.", "A schema has no “id” or no “type”.")
            return
        }
        guard Self.kinds.contains(kind) else {
            findings.add(
                .form,
                .passed,
                "It follows the standard.",
                "\(address): not checked, because it is a “\(kind)”."
            )
            return
        }
        guard !address.hasPrefix(Self.official) else { return }
        do throws(FetchProblem) {
            let document = try await fetching.node(address)
            guard document.object != nil else {
                findings.add(.form, .unknown, Self.notHad, "\(address) is no schema.")
                return
            }
            var schema = JSONSchema(document)
            judge(node, &schema, address, &findings)
        } catch {
            findings.add(.form, .unknown, Self.notHad, error.description)
        }
    }

    private func judge(_ node: Node, _ schema: inout JSONSchema, _ address: String, _ findings: inout Findings) {
        do throws(JSONSchema.Problem) {
            let objections = try schema.objections(to: node)
            if objections.isEmpty {
                findings.add(.form, .passed, "It follows the standard.", "It fits \(address).")
            } else {
                let detail = ([address] + objections.prefix(12)).joined(separator: "\n")
                findings.add(.form, .failed, "It does not follow the schema that its issuer names.", detail)
            }
        } catch {
            let reason =
                switch error {
                case .unknownWord(let word): "it says “\(word)”"
                case .tooMuch: "it is too large, or goes round in circles"
                }
            findings.add(.form, .passed, "It follows the standard.", "\(address): not checked, because \(reason).")
        }
    }
}
