import Crypto
package import Foundation

/// What a badge looks like.
package enum BadgePicture: Sendable, Hashable, Codable {
    /// Drawn by the portal.
    case artwork(Artwork)
    /// Kept on somebody else's server.
    case link(URL)
    /// Uploaded, checked and kept by the portal.
    case upload(UploadedPicture.ID)
}

/// A picture that a designer uploaded, as the portal serves it.
package struct UploadedPicture: Sendable, Equatable {
    /// SHA-256 of the bytes, hexadecimal: the same picture is kept once.
    package typealias ID = Core.ID<UploadedPicture>

    package let id: ID
    package let mediaType: PictureType
    package let bytes: [UInt8]

    package init(id: ID, mediaType: PictureType, bytes: [UInt8]) {
        self.id = id
        self.mediaType = mediaType
        self.bytes = bytes
    }

    /// Names the picture after its bytes, which were checked.
    package init(_ mediaType: PictureType, checked bytes: [UInt8]) {
        self.init(id: ID(SHA256.hash(data: bytes).hexadecimal), mediaType: mediaType, bytes: bytes)
    }
}

package enum PictureType: String, Sendable, CaseIterable {
    case png = "image/png"
    case svg = "image/svg+xml"
}
