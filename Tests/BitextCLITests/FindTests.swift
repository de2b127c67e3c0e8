// `bitext find` as a person uses it: what is shown, what is marked, what the exit status is.
import Foundation
import Testing

@Suite struct FindTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.write("中国推进网络法治。\n\n網絡法治是基础。\n\n互联网企业遵守法律。\n", to: "zh.txt")
    try desk.write(
      "China advances the rule of law in cyberspace.\n\nThe rules of law are “basic”.\n\n"
        + "Internet companies obey laws.\n", to: "en.txt")
    _ = try desk.run("bitext align zh.txt en.txt --as a --encoder none --source-lang zh")
    return desk
  }

  @Test func whatIsFoundStandsInTheMiddle() throws {
    try Session(
      """
      $ bitext find 网络法治
      a:1                        中国推进[网络法治]。
            China advances the rule of law in cyberspace.
      a:2                                ≈[網絡法治]是基础。
            The rules of law are “basic”.
      $ bitext find "rule of law"
      a:1             China advances the [rule of law] in cyberspace.
            中国推进网络法治。
      a:2                            The ~[rules of law] are “basic”.
            網絡法治是基础。
      $ bitext find law -C 1 --limit 1
      a:1
          中国推进网络法治。
          China advances the rule of [law] in cyberspace.
      a:2
          網絡法治是基础。
          The rules of law are “basic”.

      bitext: the first 1 unit; more with --limit
      $ bitext find law 互联网 --tsv | tr '\\t' '|'
      a|3|unreviewed|互联网企业遵守法律。|Internet companies obey laws.|互联网 | laws|
      $ bitext find --regex 'rules?(?= of)'
      a:1             China advances the [rule] of law in cyberspace.
            中国推进网络法治。
      a:2                            The [rules] of law are “basic”.
            網絡法治是基础。
      """
    ).check(at: desk())
  }

  @Test func aRenderingIsMarkedByTheGlossary() throws {
    let desk = try desk()
    _ = try desk.run("bitext term add zh=网络法治 'en=rule of law in cyberspace'")
    let found = try desk.run("bitext find 网络法治 --limit 1").output
    #expect(found.contains("the ⟨rule of law in cyberspace⟩."))
  }

  @Test func nothingFoundAndWrongArguments() throws {
    try Session(
      """
      $ bitext find Laws
      bitext: nothing found
      [1]
      $ bitext find rules --exact --lang zh
      bitext: nothing found
      [1]
      $ bitext find law --status confirmed
      bitext: nothing found
      [1]
      $ bitext find law --in b
      bitext: b: there is no document pair of this name
        fix: the workspace has a
      [3]
      $ bitext find --regex '('
      bitext: '(': this regular expression cannot be used: U_REGEX_MISMATCHED_PAREN
        fix: write it as ICU's are: https://unicode-org.github.io/icu/userguide/strings/regexp.html
      [2]
      $ bitext find
      bitext: arguments: Give a text to look for, or --regex, or --like.
        fix: see 'bitext find --help'
      [2]
      $ bitext find law --since yesterday
      bitext: arguments: The value 'yesterday' is invalid for '--since <day>'
        fix: see 'bitext find --help'
      [2]
      """
    ).check(at: desk())
  }

  @Test func aBackupIsAWorkspaceAndReplacesNothingUnasked() throws {
    let desk = try desk()
    let made = try desk.run("bitext backup copy.db")
    #expect(made.status == 0 && made.output.hasPrefix("copy.db: 1 name, 3 units, 1 event, "))
    #expect(try desk.run("bitext find 网络 --workspace copy.db").status == 0)
    let again = try desk.run("bitext backup copy.db")
    #expect(again.status == 5 && again.errors.contains("there is a file already"))
    #expect(try desk.run("bitext backup copy.db --replace").status == 0)
    #expect(try desk.run("bitext backup none/copy.db").status == 6)
    #expect(try desk.run("ls -A; stat -c %a copy.db").output.contains(".bitext-") == false)
    #expect(try desk.run("stat -c %a copy.db").output == "600\n")
  }
}
