/// A text to take away; the button appears only where copying works.
struct CopyField: Component {
    /// Unique in the page.
    let id: String
    let label: String
    let value: String
    var button = Words[.copyLink]
    var done = Words[.copied]
    var kind = ButtonKind.plain
    /// Further buttons next to it.
    var more: HTML?

    var html: HTML {
        """
        <div class="copy"><label class="vh" for="\(id)">\(label)</label><input class="input" id="\(id)" \
        value="\(value)" dir="ltr" readonly><button class="\(kind.classes)" type="button" hidden data-copy="\(id)" \
        data-done="\(done)">\(Icon(.copy))<span>\(button)</span></button>\(more)<span class="vh" role="status"></span></div>
        """
    }
}
