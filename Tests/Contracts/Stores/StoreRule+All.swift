extension StoreRule {
    /// Every rule of every store.
    package static let all =
        badges + versions + awards + awarding + signIn + people + learning + expectedPeople + synchronisation + proofs
}
