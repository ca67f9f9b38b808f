/// Names and values, one a line.
struct FactsList: Component {
    let facts: [Fact]

    init(_ facts: [Fact]) { self.facts = facts }

    struct Fact: Component {
        let name: String
        let value: HTML

        init(_ name: String, _ value: HTML) {
            self.name = name
            self.value = value
        }

        init(_ name: String, text: String) { self.init(name, "<span dir=\"auto\">\(text)</span>") }

        var html: HTML { "<div><dt>\(name)</dt><dd>\(value)</dd></div>" }
    }

    var html: HTML { "<dl class=\"facts\">\(facts)</dl>" }
}
