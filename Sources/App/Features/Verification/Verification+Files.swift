import Core

extension Verification {
    /// The award as files that other people's software checks.
    func files(_ held: HeldAward) -> HTML {
        let id = held.award.id
        let links = LinkList([
            LinkList.Row(
                title: "Certificate to print",
                href: "/awards/\(id)/certificate.pdf",
                icon: .certificate,
                note: "PDF"
            ),
            LinkList.Row(
                title: "Picture with the proof inside",
                href: "/awards/\(id)/image.png?download",
                note: "PNG",
                isDownload: true
            ),
            LinkList.Row(
                title: "The same as a drawing",
                href: "/awards/\(id)/image.svg?download",
                note: "SVG",
                isDownload: true
            ),
            LinkList.Row(
                title: "Signed document",
                href: "/ob/v3/credentials/\(id).jwt",
                icon: .key,
                note: "Open Badges 3.0, JWT"
            ),
            LinkList.Row(
                title: "Plain document",
                href: "/ob/v2/assertions/\(id)",
                icon: .code,
                note: "Open Badges 2.0, JSON"
            ),
        ])
        return """
            <p class="small soft">Any program that knows Open Badges can check these without us.</p>\(links)
            """
    }
}
