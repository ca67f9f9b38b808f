import Core
import Foundation

/// What was given, opened until the badge itself lies there.
struct OpenedBadge {
    enum Content {
        case document(Document)
        case token(Token)
    }

    let content: Content
    /// The bytes that carry it.
    let file: ImportedFile
}

extension OpenBadgesVerifier {
    /// From link to picture to link again, but not for ever.
    private static let depth = 3

    func open(_ given: BadgeCheck.Given) async throws(Stop) -> OpenedBadge {
        switch given {
        case .file(let file): try await open(file, depth: Self.depth)
        case .link(let link): try await open(link: link, depth: Self.depth)
        }
    }

    private func open(link: String, depth: Int) async throws(Stop) -> OpenedBadge {
        guard depth > 0 else { throw Stop(.noBadge("One link leads to the next, and none to a badge.")) }
        let answer: FetchedDocument
        do throws(FetchError) {
            answer = try await fetcher.fetch(FetchRequest(link))
        } catch {
            throw Stop(error.isTemporary ? .unreachable(error.message) : .noBadge(error.message))
        }
        switch answer.status {
        case 200, 410: break
        case 404: throw Stop(.noBadge("\(Self.host(link)) knows nothing at this address."))
        default: throw Stop.noAnswer(link, answer.status)
        }
        guard answer.status == 200 || Document(answer.body) != nil else {
            throw Stop(.noBadge("\(Self.host(link)) says that the badge at this address is gone."))
        }
        return try await open(ImportedFile(mediaType: answer.mediaType, bytes: answer.body), depth: depth - 1)
    }

    private func open(_ file: ImportedFile, depth: Int) async throws(Stop) -> OpenedBadge {
        let first = file.bytes.first { $0 > 0x20 }
        if file.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || first == UInt8(ascii: "<") {
            return try await open(picture: file, depth: depth)
        }
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            throw Stop(.noBadge("This is no badge: neither a picture nor text."))
        }
        return try await open(text.trimmed, of: file, depth: depth)
    }

    private func open(picture file: ImportedFile, depth: Int) async throws(Stop) -> OpenedBadge {
        let badges: [Baking.Badge]
        do throws(BakingError) {
            badges = try Baking.unbake(file.bytes)
        } catch {
            throw Stop(
                .noBadge("This picture carries no badge. Screenshots lose the proof; ask for the file or the link.")
            )
        }
        // The newer version carries a proof of its own.
        guard let badge = badges.first(where: { $0.version == .v3 }) ?? badges.first else {
            throw Stop(.noBadge("This picture carries no badge."))
        }
        let type = file.bytes.first == 0x89 ? "image/png" : "image/svg+xml"
        return try await open(badge.text, of: ImportedFile(mediaType: type, bytes: file.bytes), depth: depth)
    }

    private func open(_ text: String, of file: ImportedFile, depth: Int) async throws(Stop) -> OpenedBadge {
        if text.hasPrefix("{") {
            guard let document = Document(Array(text.utf8)) else {
                throw Stop(.noBadge("This looks like a badge, but it is damaged: the JSON cannot be read."))
            }
            let kinds = Set(document.types)
            guard !kinds.isDisjoint(with: ["Assertion", "VerifiableCredential"]) || document.isTrue("revoked") else {
                throw Stop(.noBadge("This document is no badge that was given to somebody."))
            }
            return OpenedBadge(content: .document(document), file: Self.typed(file, "application/json"))
        }
        if let token = Token(text) {
            return OpenedBadge(content: .token(token), file: Self.typed(file, "text/plain"))
        }
        if text.hasPrefix("https://") || text.hasPrefix("http://") {
            let opened = try await open(link: text, depth: depth)
            let isPicture = file.mediaType.hasPrefix("image/")
            return isPicture ? OpenedBadge(content: opened.content, file: file) : opened
        }
        throw Stop(.noBadge("This is no badge. Give the downloaded file, its whole text, or a link."))
    }

    private static func typed(_ file: ImportedFile, _ type: String) -> ImportedFile {
        file.mediaType.hasPrefix("image/") ? file : ImportedFile(mediaType: type, bytes: file.bytes)
    }
}
