/// Countries and provinces by their names in both languages. The English forms are beginnings of words,
/// so that `German` stands for Germany, the Germans and German.
enum Places {
  /// One place a line: its Chinese name, then the English beginnings.
  private static let table = """
    中国 China Chinese PRC Sino
    美国 United_States America US USA U.S
    英国 United_Kingdom Brit UK England English U.K
    德国 German
    法国 France French Franco
    日本 Japan
    俄罗斯 Russia
    意大利 Ital
    西班牙 Spain Spanish Spaniard
    葡萄牙 Portug
    加拿大 Canad
    墨西哥 Mexic
    巴西 Brazil
    阿根廷 Argentin
    智利 Chile
    秘鲁 Peru
    哥伦比亚 Colombia
    澳大利亚 Australia
    新西兰 New_Zealand
    印度 India Hind Indo
    巴基斯坦 Pakistan
    孟加拉国 Bangladesh
    印度尼西亚 Indonesia
    马来西亚 Malaysia Malay
    新加坡 Singapore
    菲律宾 Philippine Filipin
    泰国 Thai
    越南 Viet
    韩国 Korea South_Korea
    朝鲜 Korea North_Korea
    蒙古 Mongol
    伊朗 Iran
    伊拉克 Iraq
    以色列 Israel
    沙特阿拉伯 Saudi
    土耳其 Turk Türkiye
    埃及 Egypt
    南非 South_Africa
    尼日利亚 Nigeria
    肯尼亚 Kenya
    埃塞俄比亚 Ethiopia
    波兰 Poland Polish Pole
    乌克兰 Ukrain
    捷克 Czech
    匈牙利 Hungar
    罗马尼亚 Romania Rumania
    保加利亚 Bulgaria
    希腊 Greece Greek
    塞尔维亚 Serb
    克罗地亚 Croat
    荷兰 Netherlands Dutch Holland
    比利时 Belgi
    瑞士 Switzerland Swiss
    奥地利 Austria
    瑞典 Swed
    挪威 Norway Norwegian
    芬兰 Finland Finnish Finn
    丹麦 Denmark Danish Dane
    冰岛 Iceland
    爱尔兰 Ireland Irish
    北京 Beijing Peking
    上海 Shanghai
    天津 Tianjin
    重庆 Chongqing Chungking
    香港 Hong_Kong Hongkong HK
    澳门 Macao Macau
    台湾 Taiwan
    河北 Hebei
    山西 Shanxi
    辽宁 Liaoning
    吉林 Jilin
    黑龙江 Heilongjiang
    江苏 Jiangsu
    浙江 Zhejiang
    安徽 Anhui
    福建 Fujian Fukien Hokkien
    江西 Jiangxi
    山东 Shandong Shantung
    河南 Henan
    湖北 Hubei
    湖南 Hunan
    广东 Guangdong Canton Kwangtung
    广西 Guangxi Kwangsi
    海南 Hainan
    四川 Sichuan Szech
    贵州 Guizhou
    云南 Yunnan
    西藏 Tibet Xizang
    陕西 Shaanxi
    甘肃 Gansu
    青海 Qinghai
    宁夏 Ningxia
    新疆 Xinjiang
    内蒙古 Inner_Mongolia
    """

  static let all: [(chinese: [Unicode.Scalar], english: [String])] = table.split(separator: "\n")
    .map {
      let fields = $0.split(separator: " ").map { $0.split(separator: "_").joined(separator: " ") }
      return (Array((fields.first ?? "").unicodeScalars), Array(fields.dropFirst()))
    }
}
