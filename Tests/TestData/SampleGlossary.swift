/// Rows of the founding text's glossary, enough for the tests that need no file.
public let sampleTSV = """
  en	zh	pos	domain	note	status	concept
  law-based cyberspace governance	依法治网	np	cyber-law	the act	preferred	T001
  rule by law of the internet	依法治网	np	cyber-law	false friend	forbidden	T001
  law-based cyberspace governance	网络法治	np	cyber-law		preferred	T002
  rule of law in cyberspace	网络法治	np	cyber-law	state	admitted	T002
  rule of law	法治	np	law	uncountable	preferred	T003
  law-based	法治	adj	law		admitted	T003
  rule by law	法治	np	law		forbidden	T003
  CPC Central Committee with Comrade Xi Jinping at its core	以习近平同志为核心的党中央	np	party		preferred	T012
  CPC Central Committee	党中央	np	party		preferred	T012
  CCP Central Committee	党中央	np	party		deprecated	T012
  internet	互联网	n	internet		preferred	T016
  Internet	互联网	n	internet		deprecated	T016
  cyberspace	网络空间	n	internet		preferred	T017
  cyber space	网络空间	n	internet	spelling	forbidden	T017
  laws, regulations, and rules	法律、法规和规章	np	law		preferred	T038
  monopoly	垄断	n	economy		preferred	T045
  minors	未成年人	n	law		preferred	T054
  internet plus public legal education	“互联网+”普法	np	cyber-law		preferred	T057
  legal education in cyberspace	网络普法	np	cyber-law		preferred	T037
  law popularization	普法	np	cyber-law		admitted	T037
  rule making	规则建设	n	diplomacy		preferred	T060
  cybersecurity	网络安全	n	cyber-law		preferred	T063
  network security	网络安全	n	cyber-law		deprecated	T063
  major arrangements	重大部署	np	party		preferred	T074
  deployments	部署	n	party	calque	forbidden	T074

  """
