/// The badge that waits for its owner: the one primary button of the home page.
struct ClaimCard: Component {
    /// Unique in the page.
    let id: String
    let name: String
    let picture: String
    let text: HTML
    let action: String
    /// The hidden fields that the form needs.
    var fields: HTML = .empty
    let about: TextLink
    var above = Words[.readyToClaim]
    var button = Words[.claimBadge]

    var html: HTML {
        """
        <section class="claim" aria-labelledby="\(id)"><div class="art">\(Icon(.laurel))\
        <img src="\(url: picture)" alt="" width="176" height="176"></div><div><p class="above">\(above)</p><h2 id="\(id)" dir="auto">\(name)</h2><p>\(text)</p>\
        <form class="row" method="post" action="\(url: action)">\(fields)\
        \(Button(button, kind: .main, isLarge: true, label: "\(button): \(name)"))\
        \(ButtonLink(about.title, href: about.href, kind: .quiet, isLarge: true))</form></div></section>
        """
    }
}
