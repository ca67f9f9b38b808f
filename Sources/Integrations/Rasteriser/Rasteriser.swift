import CRSVG
package import Core
import Foundation

/// Turns drawings into pixels.
package enum Rasteriser {
    /// Larger drawings than this are refused; ours have 4 KB, uploaded ones at most 1 MiB.
    private static let inputLimit = 4 << 20

    /// A square PNG of the SVG document, transparent where nothing is drawn.
    ///
    /// Nothing outside the document is read: librsvg resolves references only for documents that have an address,
    /// and this one has none.
    ///
    /// - Parameter side: in pixels, 1 to 2,048.
    package static func png(_ svg: [UInt8], side: Int) throws(RasterError) -> [UInt8] {
        precondition((1...2_048).contains(side))
        guard svg.count <= inputLimit, let handle = rsvg_handle_new_from_data(svg, gsize(svg.count), nil) else {
            throw .notDrawable
        }
        defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
        let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(side), Int32(side))
        defer { cairo_surface_destroy(surface) }
        let context = cairo_create(surface)
        var viewport = RsvgRectangle(x: 0, y: 0, width: Double(side), height: Double(side))
        let isDrawn = rsvg_handle_render_document(handle, context, &viewport, nil) != 0
        cairo_destroy(context)
        guard isDrawn else { throw .notDrawable }
        return try bytes(of: surface)
    }

    private static func bytes(of surface: OpaquePointer?) throws(RasterError) -> [UInt8] {
        let sink = Sink()
        let status = withExtendedLifetime(sink) {
            cairo_surface_write_to_png_stream(surface, Sink.write, Unmanaged.passUnretained(sink).toOpaque())
        }
        guard status == CAIRO_STATUS_SUCCESS else { throw .notDrawable }
        return sink.bytes
    }
}

/// Collects what cairo writes.
private final class Sink {
    var bytes: [UInt8] = []

    static let write: cairo_write_func_t = { closure, data, length in
        guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
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
