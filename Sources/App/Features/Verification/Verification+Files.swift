import Core

extension Verification {
    /// The award as files that other people's software checks.
    func files(_ held: HeldAward) -> HTML {
        let id = held.award.id
        let links = LinkList([
            LinkList.Row(
                title: Words[.certificateToPrint],
                href: "/awards/\(id)/certificate.pdf",
                icon: .certificate,
                note: "PDF"
            ),
            LinkList.Row(
                title: Words[.pictureWithProof],
                href: "/awards/\(id)/image.png?download",
                note: "PNG",
                isDownload: true
            ),
            LinkList.Row(
                title: Words[.sameAsDrawing],
                href: "/awards/\(id)/image.svg?download",
                note: "SVG",
                isDownload: true
            ),
            document(Words[.signedDocument], "/ob/v3/credentials/\(id).jwt", "3.0, JWT", .key),
            document(Words[.documentWithProof], "/ob/v3/credentials/\(id)", "3.0, JSON", .key),
            document(Words[.signedOlder], "/ob/v2/assertions/\(id).jws", "2.0, JWS", .key),
            document(Words[.plainDocument], "/ob/v2/assertions/\(id)", "2.0, JSON", .code),
        ])
        return """
            <p class="small soft">\(Words[.checkWithoutUs])</p>\(links)
            """
    }

    /// Without `?download` a browser, which asks for a page, would be led back to this one.
    private func document(_ title: String, _ address: String, _ note: String, _ icon: Icon.Name) -> LinkList.Row {
        LinkList.Row(title: title, href: "\(address)?download", icon: icon, note: note, isDownload: true)
    }
}
