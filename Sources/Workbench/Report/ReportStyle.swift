/// How a report looks: on screen in light and dark, and on A4.
enum ReportStyle {
  static let sheet = """

    :root { color-scheme: light dark; --paper: #fff; --ink: #1c2530; --soft: #5b6875; --line: #d9dfe5;
      --card: #f4f6f8; --decided: #2a7f77; --accepted: #7fb3ab; --open: #9fb4c9; --doubtful: #d9881c;
      --null: #c2455f; --apart: #b9bec4; }
    @media (prefers-color-scheme: dark) { :root { --paper: #14191f; --ink: #e4e9ee; --soft: #9aa7b3;
      --line: #313b45; --card: #1d252d; --decided: #4fb3a8; --accepted: #3f7f78; --open: #56708a;
      --doubtful: #e6a34a; --null: #e0708a; --apart: #59626b; } }
    * { box-sizing: border-box; }
    body { font: 16px/1.55 system-ui, "Segoe UI", "Noto Sans", sans-serif; color: var(--ink);
      background: var(--paper); max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.5rem; }
    header { border-bottom: 3px solid var(--decided); padding-bottom: 1rem; }
    header p { margin: .2rem 0; color: var(--soft); overflow-wrap: anywhere; }
    .kicker { text-transform: uppercase; letter-spacing: .08em; font-size: .8rem; }
    h1 { font-size: 2.2rem; line-height: 1.2; margin: .2rem 0 .4rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; break-after: avoid; }
    .lead, footer { color: var(--soft); }
    .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.4rem, 1fr)); gap: .7rem;
      list-style: none; padding: 0; margin: 1.5rem 0; }
    .cards li { background: var(--card); border-radius: .5rem; padding: .8rem 1rem; color: var(--soft);
      font-size: .85rem; line-height: 1.3; }
    .cards b { display: block; color: var(--ink); font-size: 1.7rem; line-height: 1.2; font-weight: 600; }
    svg { display: block; width: 100%; }
    svg text { font-size: 11px; fill: var(--soft); }
    .ladder { margin-bottom: .7rem; break-inside: avoid; }
    .ladder path { fill-opacity: .45; }
    .decided { fill: var(--decided); } .accepted { fill: var(--accepted); } .open { fill: var(--open); }
    .doubtful { fill: var(--doubtful); } .null { fill: var(--null); } .apart { fill: var(--apart); }
    .unknown { fill: var(--line); }
    .confidence line { stroke: var(--line); stroke-width: .6; }
    .legend { font-size: .85rem; color: var(--soft); }
    .legend span { white-space: nowrap; margin-right: 1rem; }
    .legend span::before { content: ""; display: inline-block; width: .8em; height: .8em;
      margin-right: .4em; border-radius: .15em; vertical-align: -.05em; background: var(--open); }
    .legend .decided::before { background: var(--decided); }
    .legend .accepted::before { background: var(--accepted); }
    .legend .doubtful::before { background: var(--doubtful); }
    .legend .null::before { background: var(--null); }
    .legend .apart::before { background: var(--apart); }
    .two { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5rem; }
    table { border-collapse: collapse; width: 100%; font-size: .95rem; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .7rem .4rem 0;
      border-bottom: 1px solid var(--line); overflow-wrap: anywhere; font-weight: normal; }
    thead th { color: var(--soft); font-size: .8rem; }
    .number { font-variant-numeric: tabular-nums; color: var(--soft); width: 4.5rem; }
    .passages td:last-child { width: 8rem; color: var(--soft); font-size: .85rem; }
    .section th { font-weight: 600; padding-top: 1rem; }
    .texts { table-layout: fixed; } .texts th:last-child { width: 24%; } .texts th:first-child { width: 3.5rem; }
    .bars svg { height: .7rem; } .bars rect { fill: var(--decided); } .bars td:last-child { width: 55%; }
    small { color: var(--soft); }
    ins { background: color-mix(in srgb, var(--decided) 25%, transparent); text-decoration: none; }
    del { color: var(--null); }
    :lang(zh) { font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
    :lang(zh-Hant), :lang(zh-TW) { font-family: "PingFang TC", "Microsoft JhengHei",
      "Noto Sans CJK TC", sans-serif; }
    footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .8rem; font-size: .85rem; }
    @page { size: A4; margin: 16mm 14mm; }
    @media print { :root { color-scheme: light; --paper: #fff; --ink: #111; --soft: #555; --line: #ccc;
        --card: #f2f4f6; --decided: #2a7f77; --accepted: #7fb3ab; --open: #9fb4c9; --doubtful: #d9881c;
        --null: #c2455f; --apart: #b9bec4; }
      body { font-size: 10pt; padding: 0; max-width: none; } h1 { font-size: 20pt; }
      tr, .cards, .two { break-inside: avoid; } thead { display: table-header-group; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
    @media (max-width: 40rem) { .two { grid-template-columns: 1fr; gap: 0; } }

    """
}
