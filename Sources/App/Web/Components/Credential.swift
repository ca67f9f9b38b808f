/// Who earned what, with its picture and facts.
struct Credential: Component {
    let name: String
    let person: String
    /// "earned", or "no longer holds".
    let verb: String
    let text: String
    let picture: String
    /// The picture in words, for people who cannot see it.
    let pictureText: String
    let facts: FactsList

    var html: HTML {
        """
        <div class="credential"><div class="art"><img src="\(url: picture)" alt="\(pictureText)" width="288" height="288">\
        </div><div><p class="who"><b dir="auto">\(person)</b> \(verb)</p><h1 dir="auto">\(name)</h1>\
        <p dir="auto">\(text)</p>\(facts)</div></div>
        """
    }
}
