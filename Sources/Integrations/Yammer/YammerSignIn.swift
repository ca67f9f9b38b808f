import Core
import Foundation

/// Sign-in with Yammer's own OAuth 2, which has no ID token, no nonce and no PKCE.
///
/// The state is the only thing that ties an answer to a browser; which network somebody is of must be checked, because
/// anybody can have a network.
struct YammerSignIn: RedirectSignIn {
    let id: ProviderID
    let name: String
    /// Without a slash at the end.
    let base: String
    let clientID: String
    let clientSecret: Secret
    /// The permalink of the only network whose people get in.
    let network: String
    let emailAuthority: EmailAuthority
    let roles: RoleMapping
    /// Whether people may post in their own names; else the portal keeps no token.
    let posts: Bool
    let http: any IdentityHTTP

    func begin(_ flow: SignInFlow) async throws(SignInRefusal) -> String {
        var parts = URLComponents()
        parts.queryItems = [
            URLQueryItem(name: "client_id", value: clientID), URLQueryItem(name: "response_type", value: "code"),
            URLQueryItem(name: "redirect_uri", value: flow.callback), URLQueryItem(name: "state", value: flow.handle),
        ]
        return "\(base)/oauth2/authorize?\(parts.percentEncodedQuery?.replacing("+", with: "%2B") ?? "")"
    }

    func finish(_ callback: [String: String], of flow: SignInFlow) async throws(SignInRefusal) -> Recognised {
        if let error = callback["error"] {
            throw error == "access_denied" ? .declined("access_denied") : .rejected("an error answer")
        }
        guard let code = callback["code"], !code.isEmpty, code.utf8.count <= 4_096 else {
            throw .rejected("no code, or one that is too long")
        }
        let answer = try YammerAnswer(try await exchange(code, flow.callback))
        return Recognised(
            subject: try subject(answer),
            token: posts ? AccessToken(answer.access.token) : nil
        )
    }

    private func exchange(_ code: String, _ callback: String) async throws(SignInRefusal) -> IdentityAnswer {
        let secret: String
        do throws(SecretError) {
            secret = try clientSecret.reveal()
        } catch {
            throw .misconfigured("\(error)")
        }
        let form = [
            "grant_type": "authorization_code", "client_id": clientID, "client_secret": secret, "code": code,
            "redirect_uri": callback,
        ]
        do throws(IdentityHTTPError) {
            return try await http.send(IdentityRequest("\(base)/oauth2/access_token.json", form: form))
        } catch {
            switch error {
            case .address(let reason): throw .misconfigured(reason)
            case .unavailable(let reason): throw .unavailable(reason)
            }
        }
    }

    /// The numbers of network and user together are the person; the login name and the address may change.
    private func subject(_ answer: YammerAnswer) throws(SignInRefusal) -> Subject {
        let (token, user) = (answer.access, answer.user)
        guard token.networkPermalink.lowercased() == network.lowercased() else {
            throw .rejected("somebody of another network")
        }
        guard token.userID == user.id, token.networkID == user.networkID else {
            throw .rejected("an answer about two different people")
        }
        guard user.state == "active" else { throw .rejected("a Yammer account that is not active") }
        return Subject(
            identity: ExternalIdentity(provider: id, subject: "\(token.networkID)/\(user.id)"),
            name: user.fullName ?? user.name ?? "",
            emails: [emailAuthority.address(user.address, isVerified: nil)].compactMap(\.self),
            roles: roles.roles(of: [String]()) { [user.attribute($0)].compactMap(\.self) },
            issuer: "\(base)/\(token.networkID)"
        )
    }
}
