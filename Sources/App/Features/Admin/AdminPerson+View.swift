import Core

extension AdminPerson {
    func facts(_ person: Person) -> Card {
        let addresses = person.emails.map(\.description).joined(separator: ", ")
        let state: HTML =
            person.deactivatedAt.map { "\(Words[.accountClosed]) (\(DateText($0)))" } ?? "\(Words[.openAccount])"
        let facts = FactsList([
            FactsList.Fact(Words[.mergeAddressesWord], text: addresses.isEmpty ? Words[.noAddress] : addresses),
            FactsList.Fact(Words[.since], DateText(person.createdAt).html),
            FactsList.Fact(Words[.accountWord], state),
        ])
        return Card(id: "account", title: Words[.accountWord], content: facts.html)
    }

    func addressCard(_ person: Person, _ form: Form, _ formFields: HTML) -> Card {
        let address = TextField(
            name: "address",
            label: Words[.welcomeAddress],
            value: form.address,
            kind: .email,
            error: form.problem,
            isRequired: true
        )
        return Card(
            id: "private",
            title: Words[.welcomeAddress],
            hint: Words[.leaverAddressText],
            content: """
                <form method="post" action="/admin/people/\(person.id.rawValue)/address">\(formFields)\(address)\
                <div class="row">\(Button(Words[.save], kind: .main))</div></form>
                """
        )
    }
}
