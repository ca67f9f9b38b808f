/// A badge on the way, with the next small step.
struct ProgressCard: Component {
    let name: String
    let href: String
    let picture: String
    /// 0...100.
    let percent: Int
    /// "2 of 7 courses left".
    let left: String
    /// The next course, in the learning system.
    var next: TextLink?
    /// "35 min".
    var nextTakes: String?
    var level = 3

    var html: HTML {
        let takes: HTML? = nextTakes.map { " <span class=\"soft small num\">\($0)</span>" }
        let next: HTML? = next.map { link in
            "<p><a class=\"next\" href=\"\(url: link.href)\" dir=\"auto\">\(link.title)</a>\(takes)</p>"
        }
        return """
            <li class="card going">\(ProgressRing(percent: percent, picture: picture))<div>\
            <h\(level)><a href="\(url: href)" dir="auto">\(name)</a></h\(level)>\
            <p class="small soft num">\(Words.say(.percentDone, ["percent": .count(percent)])), \(left)</p>\(next)</div></li>
            """
    }
}
