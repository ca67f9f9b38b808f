/// How many badges there are, in words.
enum CollectionWords {
    static func count(_ number: Int) -> String {
        switch number {
        case 0: "No badges"
        case 1: "One badge"
        default: "\(number) badges"
        }
    }
}
