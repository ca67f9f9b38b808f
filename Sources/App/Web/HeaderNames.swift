import HTTPTypes

extension HTTPField.Name {
    static let referrerPolicy = known("Referrer-Policy")
    static let permissionsPolicy = known("Permissions-Policy")
    static let crossOriginOpenerPolicy = known("Cross-Origin-Opener-Policy")
    static let xForwardedFor = known("X-Forwarded-For")
    static let secPurpose = known("Sec-Purpose")
    static let purpose = known("Purpose")
    static let secFetchSite = known("Sec-Fetch-Site")

    /// A name that is written in this file and therefore valid.
    private static func known(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("not a field name: \(name)") }
        return field
    }
}
