/// Why a dataset has no canonical form that we are willing to compute.
package enum CanonicalizationError: Error, Equatable, CustomStringConvertible {
    /// The graph is a "poison graph" (RDFC-1.0 §7.1): its blank nodes look so much alike that telling them apart would
    /// take more than `limit` steps.
    case tooComplex(limit: Int)
    /// The statements would fill more than `limit` bytes.
    case tooLarge(limit: Int)

    package var description: String {
        switch self {
        case .tooComplex(let limit):
            "The blank nodes of this document cannot be told apart within \(limit) steps; give them identifiers."
        case .tooLarge(let limit): "The statements of this document fill more than \(limit) bytes."
        }
    }
}
