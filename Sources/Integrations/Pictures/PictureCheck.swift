package import Core

/// Turns what somebody uploaded into a picture that may be shown to others.
///
/// What a file is, its bytes say; its name and its media type are not asked. What comes out is written anew from the
/// parts we know, so nothing that hides in the file gets through. Checked again, it gives the same bytes.
package enum PictureCheck {
    /// - Throws: ``PictureError``, which says what to do.
    package static func picture(_ bytes: [UInt8]) throws(PictureError) -> UploadedPicture {
        switch PictureFormat(of: bytes) {
        case .png: UploadedPicture(.png, checked: try PNGCheck.rewritten(bytes))
        case .svg: UploadedPicture(.svg, checked: try SVGCheck.rewritten(bytes))
        case .other(let name): throw .otherFormat(name)
        case .empty: throw .empty
        case .unknown: throw .unknownFormat
        }
    }
}
