/// The three hashes of a blank node, from cheap to dear (RDFC-1.0 §4.6 to §4.8).
extension RDFC10 {
    /// What §4.8 returns: a hash, and the identifiers given on the way to it.
    struct NDegreeHash {
        let hash: Text
        let issuer: IdentifierIssuer
    }

    /// How many blank nodes in a row may look alike; the stack is not endless.
    private static let maximumDepth = 128

    /// §4.6 Hash First Degree Quads: the statements of a node, itself written `_:a` and every other blank node `_:z`.
    func hashFirstDegreeQuads(_ node: Int) -> Text {
        var lines = Lines()
        for position in quads[node] {
            lines.add { output in
                append(dataset.quads[position], to: &output) { other, output in
                    output.append(other == node ? UInt8(ascii: "a") : UInt8(ascii: "z"))
                }
            }
        }
        return hash.hexDigest(of: lines.sorted())
    }

    /// §4.7 Hash Related Blank Node.
    private func hashRelated(_ related: Neighbour, issuer: IdentifierIssuer) -> Text {
        // Step 1 and 2.
        var input = [related.position.rawValue]
        if related.position != .graph { input.append(contentsOf: dataset.text(of: related.predicate).utf8) }
        // Step 3: an identifier, if it has one already; …
        if let identifier = canonicalIssuer[related.node] ?? issuer[related.node] {
            input += "_:".utf8
            input.append(contentsOf: identifier.utf8)
        } else {
            // Step 4: … otherwise what is known about it.
            input.append(contentsOf: firstDegree[related.node].utf8)
        }
        return hash.hexDigest(of: input)
    }

    /// §4.8 Hash N-Degree Quads: a hash of everything that can be reached from `node` through blank nodes.
    mutating func hashNDegreeQuads(
        _ node: Int,
        issuer: IdentifierIssuer
    ) throws(CanonicalizationError) -> NDegreeHash {
        guard depth < Self.maximumDepth else { throw .tooComplex(limit: workLimit) }
        depth += 1
        defer { depth -= 1 }
        var issuer = issuer
        // Step 1 to 3: the neighbours, by how they are related.
        let neighbours = try relatedNodes(of: node, issuer: issuer)
        // Step 4 and 5: for each kind of neighbour the smallest path through them, over all orders.
        var data: [UInt8] = []
        for (hash, related) in neighbours {
            data.append(contentsOf: hash.utf8)
            let chosen = try smallestPath(through: related, issuer: issuer)
            data.append(contentsOf: chosen.path)
            issuer = chosen.issuer
        }
        // Step 6.
        return NDegreeHash(hash: hash.hexDigest(of: data), issuer: issuer)
    }

    private mutating func relatedNodes(
        of node: Int,
        issuer: IdentifierIssuer
    ) throws(CanonicalizationError) -> [(key: Text, value: [Int])] {
        try spend(neighbours[node].count)
        var nodes: [Text: [Int]] = [:]
        for neighbour in neighbours[node] {
            nodes[hashRelated(neighbour, issuer: issuer), default: []].append(neighbour.node)
        }
        return nodes.sorted { $0.key < $1.key }
    }

    private struct Path {
        let path: [UInt8]
        let issuer: IdentifierIssuer
    }

    /// Step 5.2 to 5.4.
    private mutating func smallestPath(
        through related: [Int],
        issuer: IdentifierIssuer
    ) throws(CanonicalizationError) -> Path {
        var chosen: Path?
        var permutations = Permutations(of: related) { node in
            // A node that has an identifier already is no longer like its twin.
            canonicalIssuer.has(node) || issuer.has(node) ? node : twins[node]
        }
        while let permutation = permutations.next() {
            try spend(related.count)
            let path = try path(through: permutation, issuer: issuer, smallerThan: chosen?.path)
            chosen = path ?? chosen
        }
        return chosen ?? Path(path: [], issuer: issuer)
    }

    /// Steps 5.4.1 to 5.4.6 for one order of the neighbours.
    ///
    /// - Returns: nil as soon as the path is not smaller than `bound`.
    private mutating func path(
        through permutation: [Int],
        issuer: IdentifierIssuer,
        smallerThan bound: [UInt8]?
    ) throws(CanonicalizationError) -> Path? {
        var issuer = issuer
        var path: [UInt8] = []
        var recursionList: [Int] = []
        func isHopeless() -> Bool {
            guard let bound, path.count >= bound.count else { return false }
            return bound.lexicographicallyPrecedes(path)
        }
        // Step 5.4.4.
        for related in permutation {
            path += "_:".utf8
            if let identifier = canonicalIssuer[related] {
                path.append(contentsOf: identifier.utf8)
            } else {
                if !issuer.has(related) { recursionList.append(related) }
                path.append(contentsOf: issuer.issue(related).utf8)
            }
            if isHopeless() { return nil }
        }
        // Step 5.4.5.
        for related in recursionList {
            let result = try hashNDegreeQuads(related, issuer: issuer)
            path += "_:".utf8
            path.append(contentsOf: issuer.issue(related).utf8)
            path.append(UInt8(ascii: "<"))
            path.append(contentsOf: result.hash.utf8)
            path.append(UInt8(ascii: ">"))
            issuer = result.issuer
            if isHopeless() { return nil }
        }
        // Step 5.4.6.
        if let bound, !path.lexicographicallyPrecedes(bound) { return nil }
        return Path(path: path, issuer: issuer)
    }

    private mutating func spend(_ steps: Int) throws(CanonicalizationError) {
        remainingWork -= steps
        guard remainingWork >= 0 else { throw .tooComplex(limit: workLimit) }
    }
}
