import Core
import Foundation
import Logging
import Pictures

/// The pictures of badges from elsewhere, checked and written anew, so that browsers ask nobody but us.
struct ForeignPictures: Sendable {
    let fetcher: any Core.DocumentFetcher
    let logger: Logger

    /// For what brings no picture: a sheet of paper, which nobody takes for one of our badges.
    static let plain = ImportedFile(
        mediaType: "image/svg+xml",
        bytes: Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><path d="M62 28h82l34 34v150H62z" fill="#f4f1ea" \
            stroke="#8a8377" stroke-width="6" stroke-linejoin="round"/><path d="M144 28v34h34M86 102h68M86 130h68M86 158h42" \
            fill="none" stroke="#8a8377" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/></svg>
            """.utf8
        )
    )

    func shown(for found: VerifiedBadge) async -> ImportedFile? {
        guard found.report.badge != nil else { return nil }
        return await picture(of: found.report.badge, file: found.file)
            .map { ImportedFile(mediaType: $0.mediaType.rawValue, bytes: $0.bytes) }
    }

    /// The badge itself when it is a picture, else the one it names; nil when there is none that may be shown.
    func picture(of facts: CheckedBadge?, file: ImportedFile?) async -> UploadedPicture? {
        if let file, file.mediaType.hasPrefix("image/"), let picture = checked(file.bytes) { return picture }
        guard let named = facts?.image else { return nil }
        if let bytes = DataAddress.bytes(named) { return checked(bytes) }
        do {
            return checked(try await fetcher.fetch(FetchRequest(named, types: ["image/png", "image/svg+xml"])).body)
        } catch {
            logger.debug("a badge's picture is not there", metadata: ["reason": "\(error.message)"])
            return nil
        }
    }

    private func checked(_ bytes: [UInt8]) -> UploadedPicture? {
        do {
            return try PictureCheck.picture(bytes)
        } catch {
            logger.debug("a badge's picture is not shown", metadata: ["reason": "\(error.message)"])
            return nil
        }
    }
}

/// `data:` addresses (RFC 2397) in base64, which is what badges use.
enum DataAddress {
    static func bytes(_ text: String) -> [UInt8]? {
        guard text.hasPrefix("data:image/"), let comma = text.firstIndex(of: ","),
            text[..<comma].hasSuffix(";base64")
        else { return nil }
        return Data(base64Encoded: String(text[text.index(after: comma)...])).map { [UInt8]($0) }
    }
}
