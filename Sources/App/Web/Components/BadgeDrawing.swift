import Core

/// A badge's picture next to its name, drawn into the page where the portal draws it: a list of many asks for no file.
struct BadgeDrawing: Component {
    let picture: BadgePicture
    let slug: String
    let side: Int

    var html: HTML {
        if case .artwork(let artwork) = picture {
            return
                "<span class=\"drawing\" aria-hidden=\"true\">\(HTML(trusted: artwork.svg(for: slug, side: side)))</span>"
        }
        return """
            <img src="\(url: picture.address(slug: slug))" alt="" width="\(side)" height="\(side)" loading="lazy">
            """
    }
}
