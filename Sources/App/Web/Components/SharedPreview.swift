/// How the address of a badge looks in a chat or a social network.
struct SharedPreview: Component {
    /// 1200 by 630.
    let picture: String
    let title: String
    let site: String

    var html: HTML {
        """
        <figure class="shared"><img src="\(url: picture)" alt="" width="1200" height="630"><figcaption>\
        <span class="two-lines"><b dir="auto">\(title)</b><span class="soft small">\(site)</span></span></figcaption></figure>
        """
    }
}
