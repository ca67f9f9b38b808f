/// One of several things of which some are chosen, in an order: two buttons move it, by keyboard and without script too.
///
/// The form sends `order` for every row, `award` for the chosen ones, and `move=up.ID` or `move=down.ID` for a button.
struct OrderedChoice: Component {
    let id: String
    let title: String
    let note: HTML
    let picture: String
    var isChosen = false
    /// `up` or `down`: the button that was pressed to get here.
    var focused: String?

    var html: HTML {
        """
        <div class="ordered-row"><input type="hidden" name="order" value="\(id)">\
        <label class="option"><input type="checkbox" name="award" value="\(id)"\(attribute: "checked", when: isChosen)>\
        <img src="\(url: picture)" alt="" width="40" height="40">\
        <span><span dir="auto">\(title)</span><span class="soft small">\(note)</span></span></label>\
        \(button("up", Words.say(.collectionUp, ["badge": .text(title)])))\
        \(button("down", Words.say(.collectionDown, ["badge": .text(title)])))</div>
        """
    }

    private func button(_ step: String, _ label: String) -> HTML {
        let turned: HTML = step == "up" ? " class=\"upwards\"" : ""
        return """
            <button class="icon-button" name="move" value="\(step).\(id)" formnovalidate aria-label="\(label)"\
            \(attribute: "autofocus", when: focused == step)><span\(turned)>\(Icon(.chevron))</span></button>
            """
    }
}
