/// Where a badge can be shown; all plain links, and the device's own way where there is script for it.
struct ShareLinks: Component {
    let links: [Link]
    /// What the device's own share sheet gets; without it there is no such button.
    var system: System?

    struct Link: Component {
        let title: String
        let href: String
        let icon: Icon.Name

        var html: HTML { "<li>\(ButtonLink(title, href: href, icon: icon))</li>" }
    }

    struct System: Component {
        /// "More ways to share".
        let title: String
        /// Absolute.
        let address: String
        let subject: String

        var html: HTML {
            """
            <li><button class="button" type="button" hidden data-share="\(url: address)" data-title="\(subject)">\
            \(Icon(.share))\(title)</button></li>
            """
        }
    }

    var html: HTML { "<ul class=\"share\">\(links)\(system)</ul>" }
}
