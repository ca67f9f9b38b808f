import Core
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import OpenBadges

/// Gives people everything they hold, in one file that works without the portal.
///
/// `GET /me/badges.zip`: for each award the picture with the badge in it, and its documents with every kind of proof.
struct TakeAlong {
    let site: Site
    let awards: any AwardStore
    let documents: AwardDocuments
    let baked: BakedPictures

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("me/badges.zip") { _, context in
            let person = try context.requirePerson()
            let bytes = try await zip(try await awards.awards(of: person.id))
            return Response(
                status: .ok,
                headers: [
                    .contentType: "application/zip", .cacheControl: "private, no-store",
                    .contentDisposition: "attachment; filename=\"badges.zip\"",
                ],
                body: .init(byteBuffer: ByteBuffer(bytes: bytes))
            )
        }
    }

    private func zip(_ held: [HeldAward]) async throws -> [UInt8] {
        var zip = ZIPFile(date: site.now())
        for held in held {
            let id = held.award.id
            let name = "\(held.slug)-\(id.rawValue.prefix(8))"
            let picture = try await baked.picture(.png, .both, of: id)
            try zip.add("\(name).png", Array(buffer: picture.body), isPacked: true)
            for form in BadgeDocuments.Form.allCases {
                let document = try await documents.document(form, of: id)
                try zip.add("\(name).\(form.ending)", Array(buffer: document.body))
            }
        }
        return zip.bytes
    }
}
