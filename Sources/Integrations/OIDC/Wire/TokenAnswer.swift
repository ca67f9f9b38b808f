import Core
import Foundation

/// What the token endpoint gives for a code (OpenID Connect Core 1.0 §3.1.3.3).
struct TokenAnswer: Sendable {
    var idToken: String
    var accessToken: String

    init(_ answer: IdentityAnswer) throws(SignInRefusal) {
        guard answer.status == 200 else { throw .rejected("the code was refused with status \(answer.status)") }
        guard answer.mediaType == "application/json", let values = Claims(answer.body) else {
            throw .rejected("the tokens are no JSON")
        }
        guard values["token_type"]?.text?.lowercased() == "bearer", let access = values["access_token"]?.text,
            let token = values["id_token"]?.text, access.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw .rejected("the tokens are incomplete") }
        idToken = token
        accessToken = access
    }
}

extension OIDCProvider {
    func tokens(
        for code: String,
        _ flow: SignInFlow,
        _ metadata: ProviderMetadata
    ) async throws(SignInRefusal) -> TokenAnswer {
        var form = [
            "grant_type": "authorization_code", "code": code, "redirect_uri": flow.callback,
            "code_verifier": flow.codeVerifier,
        ]
        var credentials = IdentityRequest.Credentials.none
        if let secret = try secret() {
            if settings.sendsSecretInBody {
                form["client_id"] = settings.clientID
                form["client_secret"] = secret
            } else {
                credentials = .basic(user: settings.clientID, password: secret)
            }
        } else {
            form["client_id"] = settings.clientID
        }
        let request = IdentityRequest(metadata.tokenEndpoint, form: form, credentials: credentials)
        return try TokenAnswer(try await http.answer(to: request))
    }

    private func secret() throws(SignInRefusal) -> String? {
        do throws(SecretError) {
            return try settings.clientSecret?.reveal()
        } catch {
            throw .misconfigured("\(error)")
        }
    }

    /// What the provider says about the person besides the token; nil when nothing is missing or it has nothing to say.
    func userInfo(
        of claims: Claims,
        _ tokens: TokenAnswer,
        _ metadata: ProviderMetadata,
        _ person: PersonClaims
    ) async throws(SignInRefusal) -> Claims? {
        guard person.isIncomplete, let endpoint = metadata.userInfoEndpoint else { return nil }
        let answer = try await http.answer(
            to: IdentityRequest(endpoint, credentials: .bearer(tokens.accessToken))
        )
        guard answer.status == 200, answer.mediaType == "application/json", let found = Claims(answer.body) else {
            throw .rejected("userinfo is no JSON, or refused with status \(answer.status)")
        }
        guard found["sub"]?.text == claims["sub"]?.text else { throw .rejected("userinfo is of somebody else") }
        return found
    }
}
