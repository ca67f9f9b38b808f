import Core

extension Verification {
    /// The award as files that other people's software checks.
    func files(_ held: HeldAward) -> HTML {
        let id = held.award.id
        let links = LinkList([
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
            LinkList.Row(
                title: Words[.signedDocument],
                href: "/ob/v3/credentials/\(id).jwt",
                icon: .key,
                note: "Open Badges 3.0, JWT"
            ),
            LinkList.Row(
                title: Words[.plainDocument],
                href: "/ob/v2/assertions/\(id)",
                icon: .code,
                note: "Open Badges 2.0, JSON"
            ),
        ])
        return """
            <p class="small soft">\(Words[.checkWithoutUs])</p>\(links)
            """
    }
}
