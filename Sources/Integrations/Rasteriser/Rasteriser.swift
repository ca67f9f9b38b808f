import CRSVG
package import Core
import Foundation

/// Turns drawings into pixels and pages.
///
/// Nothing outside a drawing is read: librsvg resolves references only for documents that have an address, and these
/// have none.
package enum Rasteriser {
    /// Larger drawings than this are refused; ours have 4 KB, uploaded ones at most 1 MiB.
    private static let inputLimit = 4 << 20

    /// A square PNG of the SVG document, transparent where nothing is drawn.
    ///
    /// - Parameter side: in pixels, 1 to 2,048.
    package static func png(_ svg: [UInt8], side: Int) throws(RasterError) -> [UInt8] {
        try png(svg, width: side, height: side)
    }

    /// A PNG of the SVG document, transparent where nothing is drawn.
    ///
    /// - Parameters:
    ///   - width: in pixels, 1 to 2,048, as is `height`.
    package static func png(_ svg: [UInt8], width: Int, height: Int) throws(RasterError) -> [UInt8] {
        precondition((1...2_048).contains(width) && (1...2_048).contains(height))
        let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
        defer { cairo_surface_destroy(surface) }
        try draw(svg, on: surface, width: Double(width), height: Double(height))
        let sink = ByteSink()
        let status = withExtendedLifetime(sink) {
            cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.closure)
        }
        guard status == CAIRO_STATUS_SUCCESS else { throw .notDrawable }
        return sink.bytes
    }

    static func draw(_ svg: [UInt8], on surface: OpaquePointer?, width: Double, height: Double) throws(RasterError) {
        let handle = try handle(svg)
        defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
        let context = cairo_create(surface)
        defer { cairo_destroy(context) }
        var viewport = RsvgRectangle(x: 0, y: 0, width: width, height: height)
        guard rsvg_handle_render_document(handle, context, &viewport, nil) != 0 else { throw .notDrawable }
    }

    /// The parsed document; the caller lets it go.
    static func handle(_ svg: [UInt8]) throws(RasterError) -> UnsafeMutablePointer<RsvgHandle> {
        guard svg.count <= inputLimit, let handle = rsvg_handle_new_from_data(svg, gsize(svg.count), nil) else {
            throw .notDrawable
        }
        return handle
    }
}

/// Collects what cairo writes.
final class ByteSink {
    private(set) var bytes: [UInt8] = []

    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    static let write: cairo_write_func_t = { closure, data, length in
        guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}

package enum RasterError: PortalError {
    case notDrawable

    package var kind: ErrorKind { .unavailable }
    package var message: String {
        "This picture cannot be drawn. Choose another one, or put one together in the designer."
    }
}
