/// What chat programs and social networks show when somebody posts the address of a page.
struct SharingTags: Component {
    let title: String
    let description: String
    /// Absolute.
    let address: String
    /// Absolute, 1200 by 630.
    let picture: String
    let pictureText: String
    let site: String

    var html: HTML {
        """
        <meta property="og:type" content="website"><meta property="og:site_name" content="\(site)">\
        <meta property="og:title" content="\(title)"><meta property="og:description" content="\(description)">\
        <meta property="og:url" content="\(url: address)"><meta property="og:image" content="\(url: picture)">\
        <meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">\
        <meta property="og:image:alt" content="\(pictureText)"><meta name="twitter:card" content="summary_large_image">
        """
    }
}
