package import Core

/// Why a picture is not taken.
package enum PictureError: PortalError {
    case empty
    /// What it is instead, with its article.
    case otherFormat(String)
    case unknownFormat
    case tooLarge(PictureType, bytes: Int, limit: Int)
    case wrongSize(width: Int, height: Int, allowed: ClosedRange<Int>)
    case animated
    /// What is wrong, as a sentence.
    case damaged(PictureType, String)
    /// What the SVG does that we do not draw, as a sentence.
    case unsuitable(String)

    package var kind: ErrorKind { .invalid }

    package var message: String {
        switch self {
        case .empty: "The file is empty. Upload a PNG or an SVG."
        case .otherFormat(let name): "This is \(name). Upload a PNG or an SVG."
        case .unknownFormat: "This is not a picture we know. Upload a PNG or an SVG."
        case .tooLarge(let type, let bytes, let limit): "The \(type.name) has \(bytes) bytes; \(limit) fit."
        case .wrongSize(let width, let height, let allowed):
            """
            The PNG has \(width) × \(height) pixels; each side must have \(allowed.lowerBound) to \
            \(allowed.upperBound).
            """
        case .animated: "The PNG is animated. Upload a picture that does not move."
        case .damaged(let type, let reason): "The \(type.name) is damaged: \(reason). Save it again and try once more."
        case .unsuitable(let reason): reason
        }
    }
}

extension PictureType {
    var name: String {
        switch self {
        case .png: "PNG"
        case .svg: "SVG"
        }
    }
}
