import CRSVG
package import Foundation

/// What a PDF file says about itself.
package struct PDFDetails: Sendable, Equatable {
    package var title: String
    package var author: String
    /// Also stands for the moment at which the file was made, so that equal drawings give equal files.
    package var date: Date

    package init(title: String, author: String, date: Date) {
        self.title = title
        self.author = author
        self.date = date
    }
}

extension Rasteriser {
    /// A PDF file of one page: drawings stay drawings, fonts are embedded, `<a>` becomes a link.
    ///
    /// - Parameters:
    ///   - width: in points (1/72 inch), as is `height`.
    package static func pdf(
        _ drawing: Drawing,
        width: Double,
        height: Double,
        details: PDFDetails
    ) throws(RasterError) -> [UInt8] {
        let sink = ByteSink()
        let isWritten = try withExtendedLifetime(sink) { () throws(RasterError) -> Bool in
            let surface = cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, width, height)
            defer { cairo_surface_destroy(surface) }
            let date = details.date.formatted(.iso8601)
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, details.title)
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, details.author)
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date)
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date)
            try drawing.draw(on: surface, width: width, height: height, isPage: true)
            cairo_surface_finish(surface)
            return cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
        }
        guard isWritten else { throw .notDrawable }
        return sink.bytes
    }
}
