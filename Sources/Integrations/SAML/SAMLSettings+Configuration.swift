import Core
import Foundation

extension SAMLSettings {
    init(_ configuration: SAMLPlugin.Configuration, _ context: PluginContext) throws(ConfigProblem) {
        let files = ConfiguredFiles(directory: context.directory)
        guard !configuration.issuer.trimmed.isEmpty else { throw ConfigProblem("/issuer", "This is no entity ID.") }
        id = ID(context.id)
        name = configuration.name ?? context.id
        places = Places(portal: context.baseURL, context.id)
        entityID = configuration.entityID ?? places.metadata
        provider = configuration.issuer.trimmed
        source = try Self.source(configuration, files)
        keyPair = try Self.keyPair(configuration, files)
        demandsSignedAssertion = configuration.signed != .response
        demandsSignedResponse = configuration.signed == .response || configuration.signed == .both
        demandsEncryption = configuration.encrypted ?? false
        guard !demandsEncryption || keyPair != nil else {
            throw ConfigProblem("/encrypted", "Nothing can be encrypted for a portal without “key” and “certificate”.")
        }
        welcomesUnsolicited = configuration.idpInitiated ?? false
        nameIDFormat = configuration.nameIDFormat.flatMap { Self.nameIDFormats[$0] }
        subjectAttribute = configuration.subjectAttribute
        guard nameIDFormat != NameID.transient || subjectAttribute != nil else {
            throw ConfigProblem(
                "/nameIDFormat",
                "Nobody is known again by a transient name.",
                hint: "name the attribute that people go by in “subjectAttribute”"
            )
        }
        emailAttributes = configuration.emailAttribute.map { [$0] } ?? AttributeNames.email
        nameAttributes = configuration.nameAttribute.map { [$0] } ?? AttributeNames.name
        groupsAttributes = configuration.groupsAttribute.map { [$0] } ?? AttributeNames.groups
        emailAuthority = EmailAuthority(domains: configuration.domains ?? [], isTrusted: true)
        roles = configuration.roles ?? RoleMapping()
        skew = TimeInterval(configuration.clockSkew ?? Self.usualSkew)
        allowsSHA1 = configuration.allowSHA1 ?? false
    }

    private static func source(
        _ configuration: SAMLPlugin.Configuration,
        _ files: ConfiguredFiles
    ) throws(ConfigProblem) -> MetadataSource {
        let pinned = try configuration.metadataCertificate.map { (path) throws(ConfigProblem) in
            try files.certificates(path, at: "/metadataCertificate")[0]
        }
        switch (configuration.metadata, configuration.metadataURL, configuration.signInURL) {
        case (let path?, nil, nil):
            return .fixed(try files.metadata(path, of: configuration.issuer.trimmed, signedBy: pinned))
        case (nil, let address?, nil):
            return .address(try web(address, at: "/metadataURL"), pinned)
        case (nil, nil, let address?):
            return .fixed(try written(configuration, signIn: address, files))
        default:
            throw ConfigProblem(
                "",
                "The provider's keys and addresses must come from one place.",
                hint: "metadata, metadataURL, or signInURL with certificates"
            )
        }
    }

    private static func written(
        _ configuration: SAMLPlugin.Configuration,
        signIn: String,
        _ files: ConfiguredFiles
    ) throws(ConfigProblem) -> ProviderMetadata {
        var certificates: [Certificate] = []
        for (number, path) in (configuration.certificates ?? []).enumerated() {
            certificates += try files.certificates(path, at: "/certificates/\(number)")
        }
        guard !certificates.isEmpty else {
            throw ConfigProblem("/signInURL", "Without “certificates” nothing that the provider says can be checked.")
        }
        let signOut = try configuration.signOutURL.map { (address) throws(ConfigProblem) in
            try web(address, at: "/signOutURL")
        }
        return ProviderMetadata(
            signIn: [.redirect: try web(signIn, at: "/signInURL")],
            signOut: signOut.map { [.redirect: $0] } ?? [:],
            signOutAnswers: signOut.map { [.redirect: $0] } ?? [:],
            certificates: certificates,
            validUntil: nil
        )
    }

    private static func keyPair(
        _ configuration: SAMLPlugin.Configuration,
        _ files: ConfiguredFiles
    ) throws(ConfigProblem) -> KeyPair? {
        switch (configuration.key, configuration.certificate) {
        case (nil, nil): return nil
        case (let key?, let path?):
            return KeyPair(secret: key, certificate: try files.certificates(path, at: "/certificate")[0])
        default:
            throw ConfigProblem(
                configuration.key == nil ? "/certificate" : "/key",
                "A key and its certificate belong together.",
                hint: "give both, “key” and “certificate”"
            )
        }
    }

    private static func web(_ address: String, at pointer: String) throws(ConfigProblem) -> String {
        guard WebAddress.isOne(address) else {
            throw ConfigProblem(pointer, "This address must begin with https.", hint: "https://login.acme.example/…")
        }
        return address
    }
}

/// Addresses that browsers and the portal may go to: https, or plain http on this machine.
enum WebAddress {
    static func isOne(_ text: String) -> Bool {
        guard let url = URL(string: text), let host = url.host(), url.user() == nil, url.fragment() == nil else {
            return false
        }
        return url.scheme == "https" || url.scheme == "http" && LoopbackHost.isOne(host)
    }
}

/// Files that plugins.json names.
struct ConfiguredFiles {
    let directory: URL

    func certificates(_ path: String, at pointer: String) throws(ConfigProblem) -> [Certificate] {
        let text = String(decoding: try bytes(path, at: pointer), as: UTF8.self)
        guard let found = Certificate.all(pem: text) else {
            throw ConfigProblem(
                pointer,
                "The file “\(path)” holds no certificate that can be used.",
                hint: "PEM, with an RSA key of at least \(Certificate.leastBits) bits or an elliptic one"
            )
        }
        return found
    }

    func metadata(_ path: String, of provider: String, signedBy pinned: Certificate?) throws(ConfigProblem)
        -> ProviderMetadata
    {
        let bytes = try bytes(path, at: "/metadata")
        do throws(ProviderMetadata.Problem) {
            return try ProviderMetadata(bytes, of: provider, signedBy: pinned)
        } catch {
            throw ConfigProblem("/metadata", "The file “\(path)” cannot be used: \(error.description).")
        }
    }

    private func bytes(_ path: String, at pointer: String) throws(ConfigProblem) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: URL(filePath: path, relativeTo: directory).path) else {
            throw ConfigProblem(pointer, "The file “\(path)” cannot be read.")
        }
        return Array(data)
    }
}
