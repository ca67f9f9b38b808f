/// A picture in a ring that fills; decoration, so the percentage must stand next to it as text.
struct ProgressRing: Component {
    /// 0...100.
    let percent: Int
    let picture: String

    var html: HTML {
        let share = min(max(percent, 0), 100)
        let done: HTML? =
            share == 0
            ? nil
            : "<circle class=\"done\" cx=\"32\" cy=\"32\" r=\"29\" pathLength=\"100\" stroke-dasharray=\"\(share) 100\"/>"
        return """
            <span class="ring"><svg viewBox="0 0 64 64" width="84" height="84" aria-hidden="true">\
            <circle cx="32" cy="32" r="29"/>\(done)</svg><img src="\(url: picture)" alt="" width="58" height="58"></span>
            """
    }
}
