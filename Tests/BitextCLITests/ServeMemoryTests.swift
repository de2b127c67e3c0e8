// CAT tools ask the memory over HTTP; here a client that is not ours, and asks as Virtaal does.
import Foundation
import Testing

@Suite struct ServeMemoryTests {
  private func desk() throws -> Desk {
    let desk = try Desk.withTwoRows()
    #expect(try desk.run("bitext edit a:1 confirm && bitext edit a:2 confirm").status == 0)
    return desk
  }

  /// Runs Python after the server's address is known as `base`.
  private func ask(_ desk: Desk, _ script: String) throws -> String {
    let beginning = """
      import json, subprocess, sys, urllib.error, urllib.parse, urllib.request
      base = sys.stdin.readline().strip()
      quote = lambda text: urllib.parse.quote(text, safe="")
      opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
      def get(path, **options):
          try:
              with opener.open(urllib.request.Request(base + path, **options)) as answer:
                  return json.load(answer)
          except urllib.error.HTTPError as error:
              return error.code

      """
    try desk.write(beginning + script, to: "client.py")
    let result = try desk.run(
      """
      { bitext serve memory --port 0 > address & server=$!
      for i in $(seq 600); do [ -s address ] && break; sleep .1; done
      python3 client.py < address; kill $server; }
      """)
    #expect(!result.errors.contains("Traceback"), "\(result.errors)")
    return result.output
  }

  @Test func itAnswersWhatVirtaalAsks() throws {
    let answers = try ask(
      desk(),
      """
      def unit(source, target, text, more=""):
          return get(f"/{source}/{target}/unit/{quote(text)}{more}")
      print(unit("en", "zh_CN", "Internet companies obey the laws."))
      print(unit("en", "zh", "Cyber law/order grows.")[0]["target"])
      print(unit("zh_CN", "en", "互联网企业遵守法规。", "?min_similarity=60&max_candidates=1"))
      print(get("/en/zh/unit/?source=" + quote("Cyber law/order grows."))[0]["quality"])
      print(get("/en/zh/unit/Cyber%20law/order%20grows.")[0]["quality"])
      base = base.replace("/tmserver", "/api/v1/")
      print(unit("en", "zh", "Cyber law/order grows.")[0]["rank"], get("/languages/"))
      """)
    #expect(
      answers == """
        [{'quality': 100, 'rank': 100, 'source': 'Internet companies obey the laws.', \
        'target': '互联网企业遵守法律。'}]
        网络法治/发展。
        [{'quality': 90, 'rank': 90, 'source': '互联网企业遵守法律。', \
        'target': 'Internet companies obey the laws.'}]
        100
        100
        100 {'sourceLanguages': ['en', 'zh'], 'targetLanguages': ['en', 'zh']}

        """)
  }

  @Test func itGivesWhatIsNearAndNothingElse() throws {
    let answers = try ask(
      desk(),
      """
      text = quote("Internet companies obey some laws.")
      print(get("/en/zh/unit/" + text + "?min_similarity=100"), get("/en/de/unit/" + text))
      print(get("/en/zh/unit/"), get("/en/zh/store/x"), get("/e/zh/unit/x"), get("/"))
      for method in ["PUT", "POST", "DELETE"]:
          print(get("/en/zh/unit/x", method=method, data=b"{}"), end=" ")
      print(get("/languages/", headers={"Host": "evil.example"}),
            get("/languages/", headers={"Sec-Fetch-Site": "cross-site"}))
      """)
    #expect(
      answers == """
        [] []
        404 404 404 404
        405 405 405 403 403

        """)
  }

  @Test func whatIsStoredMeanwhileIsFoundAtOnce() throws {
    let answers = try ask(
      desk(),
      """
      path = "/en/zh/unit/" + quote("We go for a walk.")
      print(get(path))
      with open("new.tsv", "w", encoding="utf-8") as file:
          file.write("我们去散步。\\tWe go for a walk.\\n")
      options = "--source-lang zh-Hans --target-lang en".split()
      subprocess.run(["bitext", "import", "tsv", "new.tsv"] + options, check=True,
                     stdout=subprocess.DEVNULL)
      print(get(path)[0]["target"])
      """)
    #expect(answers == "[]\n我们去散步。\n")
  }
}
