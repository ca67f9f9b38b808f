import Crypto
import Foundation
import LinkedData

/// The contexts as their authors published them, each checked against its SHA-256.
struct OriginalContexts: DocumentLoader {
    struct Altered: Error {
        let url: Text
    }

    let documents: [Text: JSON]

    static let all = Result { try OriginalContexts() }

    init() throws {
        var documents: [Text: JSON] = [:]
        for (url, entry) in try Vectors.json("contexts/index.json").object ?? [:] {
            let data = try Vectors.data("contexts/\(entry["file"]?.text?.string ?? "")")
            let hash = SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
            guard entry["sha256"]?.text == Text(hash) else { throw Altered(url: url) }
            documents[url] = try JSONReader.read(data)
        }
        documents["https://w3id.org/citizenship/v4rc1"] = Self.citizenship
        self.documents = documents
    }

    /// Three test vectors of the W3C name a context that is not among the pinned ones; these are the terms they use,
    /// read off their canonical N-Quads.
    private static let citizenship: JSON = [
        "@context": [
            "cit": "https://w3id.org/citizenship#",
            "schema": "https://schema.org/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
            "EmployablePerson": "cit:EmployablePerson",
            "EmploymentAuthorizationDocument": "cit:EmploymentAuthorizationDocument",
            "EmploymentAuthorizationDocumentCredential": "cit:EmploymentAuthorizationDocumentCredential",
            "Person": "schema:Person",
            "additionalName": "schema:additionalName",
            "birthCountry": "cit:birthCountry",
            "birthDate": ["@id": "schema:birthDate", "@type": "xsd:dateTime"],
            "employmentAuthorizationDocument": ["@id": "cit:employmentAuthorizationDocument", "@type": "@id"],
            "familyName": "schema:familyName",
            "gender": "schema:gender",
            "givenName": "schema:givenName",
            "identifier": "schema:identifier",
            "image": ["@id": "schema:image", "@type": "@id"],
            "lprCategory": "cit:lprCategory",
            "lprNumber": "cit:lprNumber",
            "residentSince": ["@id": "cit:residentSince", "@type": "xsd:dateTime"],
        ]
    ]

    func document(at url: Text) -> JSON? { documents[url] }
}
