extension StoreRule {
    /// Every rule of every store.
    package static let all = badges + awards + awarding
}
