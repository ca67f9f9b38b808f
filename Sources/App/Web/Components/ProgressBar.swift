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
