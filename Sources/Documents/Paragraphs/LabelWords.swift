/// The words by which a speaker label is told from other words before a colon, as data.
enum LabelWords {
  /// The longest label, in characters, colon left out.
  static let longest = 60

  // MARK: Chinese

  /// Labels of one character.
  static let chineseQuestionAndAnswer: Set<String> = ["问", "答", "問"]

  /// What a speaker is when not named: any of these ends a label.
  static let chineseRoles = words(
    """
    记者 記者 主持人 发言人 發言人 主任 部长 部長 副部长 先生 女士 小姐 同志 代表 委员 委員 律师 律師 法官 检察官 教授 博士
    主席 总理 總理 书记 書記 局长 局長 司长 司長 院长 院長 署长 署長 处长 處長 市长 市長 省长 省長 校长 校長 会长 會長
    总裁 總裁 经理 經理 董事长 秘书长 秘書長 大使 议员 議員 司仪 嘉宾 嘉賓 网友 網友 观众 觀眾 提问者 受访者 旁白 翻译 翻譯
    电视 電視 电视台 電視台 总台 日报 日報 晚报 时报 時報 周刊 新闻社 通讯社 新华社 中新社 新闻 网 報 报 台 社
    """)

  /// Surnames of one character: the commonest, in both scripts.
  static let surnames: Set<Character> = Set(
    """
    王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈\
    丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴\
    龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦蘆季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛叢焦向柳邢路岳齐齊沿梅莫庄莊辛管祝左涂谷祁时時舒耿牟\
    卜路詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵閔解强強柴华華车車冉房边邊
    """)

  /// Surnames of two characters.
  static let doubleSurnames: Set<String> = Set(
    words("欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 皇甫 东方 東方 尉迟 公孙 公孫 慕容 令狐 宇文 长孙 司徒 端木"))

  /// Words that look like a name or come again and again before a colon, and are none.
  static let chineseNever: Set<String> = Set(
    words(
      """
      方法 方案 方式 方面 方向 任务 任務 高度 成果 成本 成立 时间 時間 时代 时长 项目 項目 安排 安全 金额 金額 关键 關鍵 关于 關於
      关系 常识 程序 温度 解释 强调 包括 文件 文章 文献 单位 單位 单价 单选 单词 石油 江苏 江西 云南 康复 白天 白皮书 万一 马上 易错点
      章节 史料 史实 余额 何时 何地 何人 何谓 为何 如何 任何 管理 管辖 路线 路径 路程 温馨提示 常见问题 问题 問題 目标 目標 原则 原則
      措施 地点 地點 日期 来源 來源 作者 编辑 編輯 责任编辑 摘要 关键词 關鍵詞 注意 提示 说明 說明 结论 結論 原因 结果 結果 标题 標題 主题 主題
      名称 名稱 地址 电话 電話 邮箱 备注 備註 附注 附件 附录 附錄 目录 目錄 引言 前言 序言 导语 导言 总之 總之 例如 比如 譬如 例子 例句 例题
      另外 此外 同时 同時 因此 所以 但是 然而 结语 图片 图表 资料 資料 数据 數據 背景 内容 內容 重点 重點 要求 要点 要點 定义 定義 声明 聲明
      答案 解析 提问 回答 小结 综述 译者注 编者按 编者注 記者按 记者按 原文 译文 譯文 释义 出处 版权 版權 本报 本社 本台 又想 心想 暗想 又道 费用 官网 外网 内网 互联网
      """))

  /// No label begins so.
  static let chineseNeverFirst = words(
    """
    第 其一 其二 其三 其四 其五 其中 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 首先 其次 再次 最后 最後 注 附 图 圖 表 如
    例 我 你 他 她 它 这 這 那 此 有 没 不 在 从 對 对 以 为 為 是
    """)

  /// No label ends so: what comes is what was said, or a list.
  static let chineseNeverLast = words(
    """
    说 說 道 曰 是 为 為 指出 表示 认为 認為 强调 強調 宣布 宣佈 问 問 答 喊 叫 写 寫 写道 如下 以下 以上 包括
    有 即 到 了 的 着 过 个 個 点 點 条 條 种 種 项 項 类 類 方面 原因 问题 觉得 发现 显示
    """)

  // MARK: Latin script

  /// Labels of one letter.
  static let latinQuestionAndAnswer: Set<String> = ["Q", "A"]

  /// A speaker not named; one of these anywhere makes a label.
  static let latinRoles: Set<String> = Set(
    words(
      """
      mr. ms. mrs. dr. prof. sir madam moderator host hostess interviewer interviewee reporter
      journalist spokesperson spokesman spokeswoman speaker chairman chairwoman chair chairperson
      president premier minister vice-minister secretary director ambassador senator representative
      delegate judge counsel witness narrator interpreter translator presenter audience caller
      television tv news daily times agency radio
      """))

  /// Small words that may stand inside a name.
  static let connectives: Set<String> = Set(
    words("of the for and de la le du van von der den bin ibn al el da di at in on to &"))

  /// Words before a colon that are no label.
  static let latinNever: Set<String> = Set(
    words(
      """
      note notes nb n.b. warning caution tip tips important hint example examples answer question
      source sources date time place venue subject re from to cc abstract keywords summary conclusion
      introduction background contents content title author authors editor address phone tel email
      e-mail website web url http https faq ps p.s. todo fyi result results reason reasons definition
      references reference bibliography index preface foreword remarks remark comment comments cause
      solution problem problems goal goals aim aims method methods discussion overview details
      """)
      + ["editor's note", "further reading", "key words", "table of contents", "see also"])

  /// No label begins so.
  static let latinNeverFirst: Set<String> = Set(
    words(
      """
      first second third fourth fifth sixth seventh firstly secondly thirdly finally lastly next
      figure fig. table chapter section step part appendix annex article no. vol. volume box
      this that these those there here it what why how when where who which i we you he she they
      but and or so if as in on at for with by not a an the says add
      """))

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
