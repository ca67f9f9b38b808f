import Core

extension DesignForm {
    /// The part of the form that says what the badge looks like.
    var pictureFields: HTML {
        """
        \(ArtworkFields(artwork: artwork, more: moreSymbols))\(own)\
        \(TextField(
            name: "picture_description", label: Words[.pictureWords],
            value: form.pictureDescription.isEmpty ? facts.drawnPicture : form.pictureDescription,
            hint: Words[.pictureWordsHint], error: error("picture_description"), isOptional: true
        ))\(drawnPicture)
        """
    }

    /// The way to the library, where there is one; the form goes along.
    private var moreSymbols: HTML? {
        guard symbolCount > 0 else { return nil }
        let title = Words.say(.moreSymbols, ["count": .count(symbolCount)])
        return Button(title, icon: .grid, name: "icons", value: "1", action: "\(address)/icons", skipsChecks: true).html
    }

    /// For those who bring a picture.
    private var own: HTML {
        let isUsed = !(form.upload.isEmpty && form.pictureURL.isEmpty)
        let isOpen = isUsed || problems.contains { ["picture_file", "picture_url"].contains($0.field) }
        return """
            <details class="more"\(attribute: "open", when: isOpen)><summary>\(Words[.ownArtwork])</summary>\
            \(uploaded)\(FileField(
                name: "picture_file", label: Words[.artworkFile], hint: Words[.ownArtworkHint],
                error: error("picture_file"), accept: "image/svg+xml,image/png", isOptional: true
            ))\
            \(TextField(
                name: "picture_url", label: Words[.otherServer], value: form.pictureURL, kind: .url,
                hint: Words[.otherServerHint], error: error("picture_url"), isOptional: true
            ))</details>
            """
    }

    private var uploaded: HTML? {
        guard !form.upload.isEmpty else { return nil }
        let drop = Checkbox(name: "drop_upload", label: Words[.drawAgain])
        return """
            <input type="hidden" name="upload" value="\(form.upload)">\
            \(Notice(tone: .ok, title: Words[.artworkInUse], content: "\(Words[.artworkReplace])"))\(drop)
            """
    }

    private var picture: BadgePicture {
        if case .artwork = form.picture { .artwork(artwork) } else { form.picture }
    }

    var preview: ArtworkPreview {
        let text = form.pictureDescription.isEmpty ? facts.drawnPicture : form.pictureDescription
        return ArtworkPreview(
            picture: picture.address(slug: form.slug),
            pictureText: text.isEmpty ? Words[.pictureOfBadge] : text,
            source: "/artwork.svg",
            isLive: true
        )
    }
}
