/// The picture as it will be, on light and dark ground and in the sizes in which people will meet it.
///
/// With script the picture follows every choice in the form around it; without, the button brings it up to date.
struct ArtworkPreview: Component {
    /// The picture of what the form says now.
    let picture: String
    /// The picture in words.
    let pictureText: String
    /// Answers the picture for `shape`, `colour`, `symbol`, `level` and `slug` in its query.
    let source: String
    var button = Words[.updatePreview]
    /// Whether the form's own address answers with the parts of the page that follow the form, each with `data-live`
    /// and its id, when `preview` is `live`.
    var isLive = false

    var html: HTML {
        """
        <div class="preview" data-preview="\(url: source)"\(attribute: "data-live", when: isLive)><img src="\(url: picture)" alt="\(pictureText)" width="200" \
        height="200"><div class="preview-sizes"><img src="\(url: picture)" alt="" width="52" height="52">\
        <img src="\(url: picture)" alt="" width="32" height="32"></div></div>\
        <div data-without-script>\(Button(button, icon: .refresh, name: "preview", value: "1", skipsChecks: true))</div>
        """
    }
}
