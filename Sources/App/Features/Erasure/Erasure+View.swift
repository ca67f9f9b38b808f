import Core

extension Erasure {
    func ownPage(_ formFields: HTML, problem: String? = nil) -> Page {
        let file = LinkList.Row(
            title: Words[.shareEverything],
            href: "/me/badges.zip",
            icon: .download,
            note: "ZIP",
            isDownload: true
        )
        let keep = Card(id: "keep", title: Words[.shareKeep], content: LinkList([file]).html)
        let form = form("/settings/erasure", tick: Words[.eraseTick], Words[.eraseOwn], formFields, problem)
        return Page(
            title: Words[.eraseOwn],
            body: """
                <div class="narrow stack">\
                \(PageHeading(Words[.eraseOwn], above: TextLink(Words[.settings], href: "/settings").html))\(Self.summary(problem))\(keep)\(form)</div>
                """
        )
    }

    func page(of person: Person, _ formFields: HTML, problem: String? = nil) -> Page {
        let account = "/admin/people/\(person.id)"
        let tick = Words.say(.eraseTickOther, ["person": .text(person.name)])
        let form = form("\(account)/erasure", tick: tick, Words[.eraseAccount], formFields, problem)
        return Page(
            title: Words[.eraseAccount],
            section: .admin,
            body: """
                <div class="narrow stack">\
                \(PageHeading(Words[.eraseAccount], above: TextLink(person.name, href: account).html))\(Self.summary(problem))\(form)</div>
                """
        )
    }

    var donePage: Page {
        Page(
            title: Words[.eraseDone],
            body: EmptyState(title: Words[.eraseDone], text: Words[.eraseDoneText], icon: .check, level: 1).html
        )
    }

    private static func summary(_ problem: String?) -> ErrorSummary {
        let errors = problem.map { [ErrorSummary.Entry(field: "sure", text: $0)] } ?? []
        return ErrorSummary(title: Words[.cannotEraseYet], errors: errors)
    }

    private func form(
        _ action: String,
        tick: String,
        _ button: String,
        _ formFields: HTML,
        _ problem: String?
    ) -> Card {
        let sure = FieldFrame("erasure", label: Words[.cannotUndo], error: problem)
            .group(classes: "options", Checkbox(name: "sure", label: tick).html)
        return Card(
            id: "erase",
            title: Words[.eraseWhat],
            content: """
                <div class="stack"><p>\(Words[.eraseGoes])</p><p>\(Words[.eraseStays])</p>\
                <form method="post" action="\(url: action)">\(formFields)\(sure)\
                <div class="row">\(Button(button, kind: .danger))</div></form></div>
                """
        )
    }
}
