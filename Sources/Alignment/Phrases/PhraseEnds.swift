internal import Bitext

/// Words of grammar, as token keys: no term begins or ends with one.
enum PhraseEnds {
  static func words(_ language: Language) -> Set<String> {
    switch language.code {
    case "zh": chinese
    case "en": english
    default: []
    }
  }

  private static let english = words(
    """
    a about above after all also although an and ani any are as at be becaus been befor between both but by \
    can could did do doe does dure each either even ever everi few for from had has have he her here him his \
    how howev i if in into is it it's its itself just let like made make mani may me might more most much \
    must my need no nor not now of off on onli or other our out over own per s same see she should sinc so \
    some such t than that the their them then there therefor these they this those through thus to too under \
    until up upon us use veri via was we well were what when where whether which while who whose whi will \
    with within without would you your
    """)

  private static let chinese = words(
    """
    的 了 是 在 和 与 及 以及 对 对于 为 将 把 被 等 也 都 就 而 但 但是 或 或者 并 并且 从 到 以 于 由 中 上 下 之 其 这 那 \
    一 个 一个 我 你 他 她 它 我们 你们 他们 它们 可以 如果 这个 那个 这些 那些 有 没有 不 不是 会 能 能够 要 需要 应 应该 \
    可 可能 用 使用 所 所有 每 每个 各 很 更 最 还 又 再 只 只有 已 已经 时 后 前 里 内 外 来 去 给 让 使 令 因为 所以 由于 \
    因此 例如 比如 通过 根据 按照 关于 什么 怎么 如何 哪 谁 着 过 地 得 吗 呢 吧 啊 第 多 次 种 位 者 且 若 则 即 此 该 某 \
    本 们 比 向 往 至 请 当 当前 同时 其中 其他 其它 另外 然后 之后 之前 以后 以前 进行 作为 成为 之间 不同 一些 任何 一下
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }
}
