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
            <p class="small soft num">\(percent)% done, \(left)</p>\(next)</div></li>
            """
    }
}

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

/// How far a piece of work is.
struct ProgressBar: Component {
    /// What is being done; screen readers say it.
    let label: String
    let value: Int
    let total: Int

    var html: HTML {
        """
        <progress class="bar" value="\(value)" max="\(max(total, 1))" aria-label="\(label)">\
        \(100 * value / max(total, 1))%</progress>
        """
    }
}
