/// A unit of measure, and how both languages write it.
struct Unit: Hashable {
  enum Dimension { case length, mass, time, data, frequency, area, volume, money, angle }

  let name: String
  let dimension: Dimension
  /// How many of the dimension's base unit it has; 0 where rates float.
  let factor: Double

  /// A line a unit: name, factor, forms in Chinese, forms in English. A form in capitals or of one or two
  /// letters is compared as it is; a longer one in small letters also with `s`.
  private static let tables: [(Dimension, String)] = [
    (
      .length,
      """
      mm .001 毫米 mm millimetre millimeter
      cm .01 厘米 cm centimetre centimeter
      m 1 米 m metre meter
      km 1000 公里 千米 km kilometre kilometer
      inch .0254 英寸 吋 inch inches
      foot .3048 英尺 呎 foot feet ft
      yard .9144 码 yard yd
      mile 1609.344 英里 mile
      nm 1e-9 纳米 nm nanometre nanometer
      μm 1e-6 微米 μm micrometre micrometer micron
      """
    ),
    (
      .mass,
      """
      mg 1e-6 毫克 mg milligram
      g .001 克 g gram gramme
      kg 1 千克 公斤 kg kilogram kilo
      t 1000 吨 t tonne ton
      pound .45359 磅 lb lbs pound
      ounce .02835 盎司 oz ounce
      jin .5 斤 jin catty
      """
    ),
    (
      .time,
      """
      ms .001 毫秒 ms millisecond
      s 1 秒 秒钟 s sec second
      min 60 分钟 min mins minute
      h 3600 小时 个小时 h hr hour
      day 86400 天 日 day
      week 604800 周 星期 个星期 week
      month 2629746 个月 month
      year 31556952 年 year
      """
    ),
    (
      .data,
      """
      bit 1 比特 位 bit
      byte 8 字节 byte
      kB 8e3 千字节 KB kB KiB kilobyte
      MB 8e6 兆字节 MB MiB megabyte
      GB 8e9 吉字节 GB GiB gigabyte
      TB 8e12 太字节 TB TiB terabyte
      """
    ),
    (
      .frequency,
      """
      Hz 1 赫兹 赫 Hz hertz
      kHz 1e3 千赫兹 千赫 kHz KHz kilohertz
      MHz 1e6 兆赫兹 兆赫 MHz megahertz
      GHz 1e9 吉赫兹 吉赫 GHz gigahertz
      """
    ),
    (
      .area,
      """
      ㎡ 1 平方米 square-metre square-meter
      km² 1e6 平方公里 平方千米 square-kilometre square-kilometer
      hectare 1e4 公顷 hectare ha
      mu 666.67 亩 mu
      acre 4046.86 英亩 acre
      """
    ),
    (
      .volume,
      """
      ml .001 毫升 ml mL millilitre milliliter
      l 1 升 l L litre liter
      gallon 3.785 加仑 gallon
      """
    ),
    (
      .money,
      """
      yuan 0 元 元人民币 人民币 yuan RMB CNY
      dollar 0 美元 dollar USD
      euro 0 欧元 euro EUR
      sterling 0 英镑 GBP
      yen 0 日元 yen JPY
      """
    ),
  ]

  private static let all: [(unit: Unit, forms: [String])] = tables.flatMap { dimension, table in
    table.split(separator: "\n").map { line in
      let fields = line.split(separator: " ").map(String.init)
      return (
        Unit(name: fields[0], dimension: dimension, factor: Double(fields[1]) ?? 0),
        Array(fields.dropFirst(2))
      )
    }
  }

  private static let byForm: [String: Unit] = Dictionary(
    all.flatMap { unit, forms in
      forms.flatMap { form -> [(String, Unit)] in
        let words = form.split(separator: "-").joined(separator: " ")
        let takesS = form.utf8.count > 2 && form.utf8.allSatisfy { $0 >= 0x61 || $0 == 0x2D }
        return [(words, unit)] + (takesS ? [(words + "s", unit)] : [])
      }
    }, uniquingKeysWith: { first, _ in first })

  private static let longest = byForm.keys.map(\.unicodeScalars.count).max() ?? 0

  /// The unit that begins at a place, and where it ends: the longest form, which no letter of its script
  /// goes on after.
  static func at(_ index: Int, of text: SideText) -> (unit: Unit, end: Int)? {
    let end = min(index + longest, text.scalars.count)
    guard index < end else { return nil }
    for stop in stride(from: end, to: index, by: -1) {
      if text.isLatin(stop - 1), text.isLatin(stop) { continue }
      let form = text.string(index..<stop)
      if let unit = byForm[form] ?? (stop - index > 3 ? byForm[form.lowercased()] : nil) {
        return (unit, stop)
      }
    }
    return nil
  }
}
