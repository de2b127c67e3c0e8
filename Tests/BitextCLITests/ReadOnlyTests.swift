// A workspace that can only be read, as on a share or a disc: what is there is found, and what would
// write says so.
import Foundation
import Testing

@Suite struct ReadOnlyTests {
  /// Runs commands where nothing can be written: root may write anywhere, so it becomes nobody.
  private func readOnly(_ desk: Desk, _ commands: String) throws -> String {
    try desk.link()
    return try desk.run(
      """
      cp -L .run/bitext program; chmod 755 .run program; chmod 444 bitext.db; chmod 555 .
      nobody=; if [ $(id -u) = 0 ]; then
        nobody="setpriv --reuid=65534 --regid=65534 --clear-groups"; fi
      $nobody bash -c 'bitext() { ./program "$@"; }; \(commands)'
      chmod 755 .; rm program
      """, errorsInOutput: true
    ).output
  }

  @Test func whatIsThereIsFound() throws {
    let desk = try Desk.withTwoRows()
    #expect(try desk.run("bitext find 法律").status == 0)
    let told = try readOnly(
      desk,
      """
      bitext find 法律 --tsv | cut -f 1-3
      bitext match 互联网企业遵守法律。 --tsv | cut -f 1,2,5
      bitext show a:2 | grep -q 法律; echo $?
      bitext edit a:2 confirm; echo $?
      """)
    #expect(
      told == """
        a\t2\tunreviewed
        98\texact\ta
        0
        bitext: bitext.db: this workspace can only be read
          fix: check the permissions of the file and its folder, or name a copy with \
        `--workspace FILE`
        6

        """, "\(told)")
  }

  @Test func whatCannotBeSearchedYetIsTold() throws {
    let told = try readOnly(
      .withTwoRows(), "bitext find 法律; echo $?; bitext backup none/copy.db; echo $?")
    #expect(told.contains("this workspace can only be read"))
    #expect(told.hasSuffix("6\n"))
  }
}
