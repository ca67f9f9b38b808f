import Core
import Foundation

/// What the provider says about itself (SAML Metadata §2.4).
struct ProviderMetadata: Sendable, Equatable {
    enum Binding: String, Sendable, CaseIterable {
        case redirect = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
        case post = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
    }

    var signIn: [Binding: String]
    var signOut: [Binding: String]
    /// Where answers about signing out go.
    var signOutAnswers: [Binding: String]
    /// Those that it signs with: two while it changes its key.
    var certificates: [Certificate]
    var validUntil: Date?

    /// Why metadata cannot be used; the text completes a sentence.
    struct Problem: Error, Equatable, CustomStringConvertible {
        var description: String
    }

    static let limit = 1 << 20
}

extension ProviderMetadata {
    /// - Parameters:
    ///   - provider: the entity ID; other entities in the document do not matter.
    ///   - pinned: the certificate whose key must have signed the document; nil asks for no signature.
    init(_ bytes: [UInt8], of provider: String, signedBy pinned: Certificate?) throws(Problem) {
        guard bytes.count <= Self.limit else { throw Problem(description: "it is larger than 1 MiB") }
        let root = try Self.root(bytes, signedBy: pinned)
        let isEntity = root.name == .metadata("EntityDescriptor")
        let entities = (isEntity ? [root] : root.all(.metadata("EntityDescriptor"))).filter {
            $0["entityID"] == provider
        }
        guard entities.count == 1 else { throw Problem(description: "it does not describe \(provider)") }
        let roles = entities[0].all(.metadata("IDPSSODescriptor")).filter { role in
            (role["protocolSupportEnumeration"] ?? "").split(separator: " ").contains("\(Identifier.protocolNamespace)")
        }
        guard let role = roles.first else { throw Problem(description: "\(provider) is no identity provider there") }
        signIn = Self.places(role, "SingleSignOnService", "Location")
        signOut = Self.places(role, "SingleLogoutService", "Location")
        let answers = Self.places(role, "SingleLogoutService", "ResponseLocation")
        signOutAnswers = signOut.merging(answers) { _, answer in answer }
        certificates = try Self.certificates(role)
        validUntil = try Self.validUntil([root, entities[0], role])
        guard !signIn.isEmpty else {
            throw Problem(description: "it has no address for signing in by HTTP-Redirect or HTTP-POST")
        }
        guard !certificates.isEmpty else {
            throw Problem(description: "it has no certificate to check signatures with")
        }
    }

    private static func root(_ bytes: [UInt8], signedBy pinned: Certificate?) throws(Problem) -> XMLElement {
        do {
            let document = try XMLDocument(bytes)
            let root = try document.root()
            guard let pinned else { return root }
            guard try SignatureShape(allowsSHA1: false).check(root, after: nil), let id = root["ID"] else {
                throw Problem(description: "it is not signed")
            }
            try ResponseShape.checkIdentifiers(root)
            return try XMLDocument(try document.signedBytes(id, [pinned.der], allowsSHA1: false)).root()
        } catch let problem as Problem {
            throw problem
        } catch is SignInRefusal {
            throw Problem(description: "its signature is not one that counts")
        } catch XMLDocument.Problem.notSigned {
            throw Problem(description: "another key than that of metadataCertificate signed it")
        } catch {
            throw Problem(description: "it is no XML, or too deep")
        }
    }

    private static func places(_ role: XMLElement, _ service: String, _ attribute: String) -> [Binding: String] {
        role.all(.metadata(service)).reduce(into: [:]) { places, element in
            guard let binding = element["Binding"].flatMap(Binding.init), let place = element[attribute],
                WebAddress.isOne(place), places[binding] == nil
            else { return }
            places[binding] = place
        }
    }

    private static func certificates(_ role: XMLElement) throws(Problem) -> [Certificate] {
        var found: [Certificate] = []
        for descriptor in role.all(.metadata("KeyDescriptor")) where descriptor["use"] != "encryption" {
            let data = descriptor.all(.signature("KeyInfo")).flatMap { $0.all(.signature("X509Data")) }
            for element in data.flatMap({ $0.all(.signature("X509Certificate")) }) {
                guard let certificate = element.text.flatMap(Certificate.init(base64:)) else {
                    throw Problem(
                        description: "a certificate in it cannot be read, or its key is shorter than 2048 bits"
                    )
                }
                if !found.contains(certificate) { found.append(certificate) }
            }
        }
        return found
    }

    private static func validUntil(_ elements: [XMLElement]) throws(Problem) -> Date? {
        var first: Date?
        for text in elements.compactMap({ $0["validUntil"] }) {
            guard let date = Clock.date(text) else { throw Problem(description: "its validUntil is no time") }
            first = min(date, first ?? date)
        }
        return first
    }
}
