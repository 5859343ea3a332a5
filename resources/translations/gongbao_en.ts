<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
    <context>
        <name>Actions</name>
        <message>
            <source>检索</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>检索所选</source>
            <translation>Search selected text</translation>
        </message>
        <message>
            <source>在本公报中查找</source>
            <translation>Find in this bulletin</translation>
        </message>
        <message>
            <source>下一处</source>
            <translation>Next match</translation>
        </message>
        <message>
            <source>上一处</source>
            <translation>Previous match</translation>
        </message>
        <message>
            <source>下一个数据</source>
            <translation>Next figure</translation>
        </message>
        <message>
            <source>上一个数据</source>
            <translation>Previous figure</translation>
        </message>
        <message>
            <source>下一个注释标记</source>
            <translation>Next note mark</translation>
        </message>
        <message>
            <source>上一个注释标记</source>
            <translation>Previous note mark</translation>
        </message>
        <message>
            <source>简体</source>
            <translation>Simplified</translation>
        </message>
        <message>
            <source>简</source>
            <translation>简</translation>
        </message>
        <message>
            <source>繁体</source>
            <translation>Traditional</translation>
        </message>
        <message>
            <source>繁</source>
            <translation>繁</translation>
        </message>
        <message>
            <source>原文</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>放大文字</source>
            <translation>Larger text</translation>
        </message>
        <message>
            <source>缩小文字</source>
            <translation>Smaller text</translation>
        </message>
        <message>
            <source>原大文字</source>
            <translation>Normal text size</translation>
        </message>
        <message>
            <source>明暗切换</source>
            <translation>Switch light and dark</translation>
        </message>
        <message>
            <source>值与单位</source>
            <translation>Value and unit</translation>
        </message>
        <message>
            <source>连同出处</source>
            <translation>With source</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>导出正文…</source>
            <translation>Export text…</translation>
        </message>
        <message>
            <source>导出本章数据…</source>
            <translation>Export figures of this chapter…</translation>
        </message>
        <message>
            <source>导出全文数据…</source>
            <translation>Export all figures…</translation>
        </message>
        <message>
            <source>导出选中的数据…</source>
            <translation>Export selected figures…</translation>
        </message>
        <message>
            <source>导出检索结果…</source>
            <translation>Export search results…</translation>
        </message>
        <message>
            <source>导出数据审核…</source>
            <translation>Export checks…</translation>
        </message>
        <message>
            <source>打印正文…</source>
            <translation>Print text…</translation>
        </message>
        <message>
            <source>打印本章…</source>
            <translation>Print this chapter…</translation>
        </message>
        <message>
            <source>后退</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>前进</source>
            <translation>Forward</translation>
        </message>
        <message>
            <source>打开文件…</source>
            <translation>Open file…</translation>
        </message>
        <message>
            <source>资料库</source>
            <translation>Library</translation>
        </message>
        <message>
            <source>资料库 ▾</source>
            <translation>Library ▾</translation>
        </message>
        <message>
            <source>转到章节或数据</source>
            <translation>Go to chapter or figure</translation>
        </message>
        <message>
            <source>添加或取消书签</source>
            <translation>Add or remove bookmark</translation>
        </message>
        <message>
            <source>加笔记</source>
            <translation>Add note</translation>
        </message>
        <message>
            <source>书签栏</source>
            <translation>Bookmarks pane</translation>
        </message>
        <message>
            <source>数据审核栏</source>
            <translation>Checks pane</translation>
        </message>
        <message>
            <source>复制图表为图片</source>
            <translation>Copy chart as picture</translation>
        </message>
        <message>
            <source>图表另存为 PNG…</source>
            <translation>Save chart as PNG…</translation>
        </message>
        <message>
            <source>图表另存为 SVG…</source>
            <translation>Save chart as SVG…</translation>
        </message>
        <message>
            <source>下一栏</source>
            <translation>Next pane</translation>
        </message>
        <message>
            <source>上一栏</source>
            <translation>Previous pane</translation>
        </message>
        <message>
            <source>设置…</source>
            <translation>Settings…</translation>
        </message>
        <message>
            <source>帮助</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>关于</source>
            <translation>About</translation>
        </message>
        <message>
            <source>退出</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>Excel 表格行</source>
            <translation>Row for Excel</translation>
        </message>
        <message>
            <source>标准语句</source>
            <translation>Standard sentence</translation>
        </message>
        <message>
            <source>公报原句</source>
            <translation>Sentence as printed</translation>
        </message>
        <message>
            <source>只要数值</source>
            <translation>Value only</translation>
        </message>
        <message>
            <source>增减</source>
            <translation>Growth</translation>
        </message>
        <message>
            <source>自定模板</source>
            <translation>Own template</translation>
        </message>
        <message>
            <source>来源行</source>
            <translation>Source line</translation>
        </message>
        <message>
            <source>参考文献 GB/T 7714—2015</source>
            <translation>Reference, GB/T 7714—2015</translation>
        </message>
        <message>
            <source>参考文献 GB/T 7714—2025</source>
            <translation>Reference, GB/T 7714—2025</translation>
        </message>
        <message>
            <source>所选内容的菜单</source>
            <translation>Menu for the selection</translation>
        </message>
    </context>
    <context>
        <name>BookmarkExchange</name>
        <message>
            <source>导出书签</source>
            <translation>Export bookmarks</translation>
        </message>
        <message>
            <source>可以再导入 (*.json);;表格 (*.csv);;Markdown (*.md)</source>
            <translation>Can be imported again (*.json);;Table (*.csv);;Markdown (*.md)</translation>
        </message>
        <message>
            <source>书签.json</source>
            <translation>bookmarks.json</translation>
        </message>
        <message>
            <source>导入书签</source>
            <translation>Import bookmarks</translation>
        </message>
        <message>
            <source>书签文件 (*.json)</source>
            <translation>Bookmark files (*.json)</translation>
        </message>
    </context>
    <context>
        <name>Bookmarking</name>
        <message>
            <source>已取消书签：{text}</source>
            <translation>Bookmark removed: {text}</translation>
        </message>
        <message>
            <source>已添加书签：{text}</source>
            <translation>Bookmark added: {text}</translation>
        </message>
        <message>
            <source>{text} 等 {n} 处</source>
            <translation>{text} … ({n} places)</translation>
        </message>
        <message>
            <source>公报的文字已经不同，原处已找不到；书签和笔记都还在</source>
            <translation>The text of the bulletin has changed and the place was not found; the bookmark and its note are kept</translation>
        </message>
        <message>
            <source>资料库里没有这份公报；书签和笔记都还在</source>
            <translation>This bulletin is not in the library; the bookmark and its note are kept</translation>
        </message>
    </context>
    <context>
        <name>BookmarksModel</name>
        <message>
            <source>标题与前言</source>
            <translation>Title and preface</translation>
        </message>
        <message>
            <source>{heading}，{n} 个书签</source>
            <translation>{heading}, bookmarks: {n}</translation>
        </message>
        <message>
            <source>笔记：{note}</source>
            <translation>Note: {note}</translation>
        </message>
        <message>
            <source>原处已找不到</source>
            <translation>place not found</translation>
        </message>
        <message>
            <source>公报不在资料库</source>
            <translation>bulletin not in the library</translation>
        </message>
    </context>
    <context>
        <name>BookmarksPane</name>
        <message>
            <source>书签</source>
            <translation>Bookmarks</translation>
        </message>
        <message>
            <source>筛选书签与笔记</source>
            <translation>Filter bookmarks and notes</translation>
        </message>
        <message>
            <source>只列本公报的书签</source>
            <translation>Only this bulletin</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>再存一次</source>
            <translation>Save again</translation>
        </message>
        <message>
            <source>写笔记</source>
            <translation>Write note</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>更多</source>
            <translation>More</translation>
        </message>
        <message>
            <source>导出、导入</source>
            <translation>Export, import</translation>
        </message>
        <message>
            <source>导出书签…</source>
            <translation>Export bookmarks…</translation>
        </message>
        <message>
            <source>导入书签…</source>
            <translation>Import bookmarks…</translation>
        </message>
        <message>
            <source>书签和笔记只保留到程序关闭，没有存入文件。</source>
            <translation>Bookmarks and notes are kept only until the program closes; they are not saved to a file.</translation>
        </message>
        <message>
            <source>有 {n} 处改动还没有存入用户数据</source>
            <translation>Changes not saved yet: {n}</translation>
        </message>
        <message>
            <source>已删除 {n} 个书签</source>
            <translation>Bookmarks deleted: {n}</translation>
        </message>
        <message>
            <source>没有符合条件的书签</source>
            <translation>No bookmark matches</translation>
        </message>
        <message>
            <source>还没有书签

Ctrl+D 给选中的数据、选中的文字或正在读的一段加书签；Ctrl+Shift+N 加书签并写笔记。</source>
            <translation>No bookmarks yet

Ctrl+D bookmarks the selected figure, the selected text or the paragraph you are reading; Ctrl+Shift+N also writes a note.</translation>
        </message>
    </context>
    <context>
        <name>ChapterTreeModel</name>
        <message>
            <source>{heading}，{n} 个数据</source>
            <translation>{heading}, figures: {n}</translation>
        </message>
        <message>
            <source>{heading}，{n} 处</source>
            <translation>{heading}, matches: {n}</translation>
        </message>
    </context>
    <context>
        <name>ChapterTreePane</name>
        <message>
            <source>目录</source>
            <translation>Contents</translation>
        </message>
        <message>
            <source>这份公报没有分章</source>
            <translation>This bulletin has no chapters</translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message>
            <source>{heading}：{what}</source>
            <translation>{heading}: {what}</translation>
        </message>
        <message>
            <source>全文</source>
            <translation>Whole text</translation>
        </message>
        <message>
            <source>存疑</source>
            <translation>doubtful</translation>
        </message>
        <message>
            <source>未画入最大的一项：{name} {value}</source>
            <translation>The largest is not drawn: {name} {value}</translation>
        </message>
        <message>
            <source>“{name}”远大于其余各项，可在上方改选不含最大项</source>
            <translation>“{name}” is far larger than the rest; choose “Without the largest” above</translation>
        </message>
    </context>
    <context>
        <name>ChartHead</name>
        <message>
            <source>增速</source>
            <translation>Growth</translation>
        </message>
        <message>
            <source>总量</source>
            <translation>Values</translation>
        </message>
        <message>
            <source>构成</source>
            <translation>Parts</translation>
        </message>
        <message>
            <source>完成率</source>
            <translation>Completion</translation>
        </message>
        <message>
            <source>历年</source>
            <translation>Years</translation>
        </message>
        <message>
            <source>地区对比</source>
            <translation>Places</translation>
        </message>
        <message>
            <source>图表另存与复制</source>
            <translation>Save and copy chart</translation>
        </message>
        <message>
            <source>把图表复制或存为图片</source>
            <translation>Copy the chart or save it as a picture</translation>
        </message>
        <message>
            <source>画哪一组：{name}</source>
            <translation>Group drawn: {name}</translation>
        </message>
        <message>
            <source>复制图表为图片</source>
            <translation>Copy chart as picture</translation>
        </message>
        <message>
            <source>图表另存为 PNG…</source>
            <translation>Save chart as PNG…</translation>
        </message>
        <message>
            <source>图表另存为 SVG…</source>
            <translation>Save chart as SVG…</translation>
        </message>
    </context>
    <context>
        <name>Charting</name>
        <message>
            <source>筛选“{text}”</source>
            <translation>filtered by “{text}”</translation>
        </message>
        <message>
            <source>{heading}，{sifted}</source>
            <translation>{heading}, {sifted}</translation>
        </message>
        <message>
            <source>全文</source>
            <translation>Whole text</translation>
        </message>
        <message>
            <source>不合计：{why}</source>
            <translation>No total: {why}</translation>
        </message>
        <message>
            <source>合计 {n} {unit}</source>
            <translation>Total {n} {unit}</translation>
        </message>
        <message>
            <source>平均 {n} {unit}</source>
            <translation>Average {n} {unit}</translation>
        </message>
        <message>
            <source>小者为大者的 {n}%</source>
            <translation>The smaller is {n}% of the larger</translation>
        </message>
        <message>
            <source>注意：{what}</source>
            <translation>Note: {what}</translation>
        </message>
        <message>
            <source>由所选各项计算，按其中最粗的一项取位；各项数字直接相加为 {exact} {unit}</source>
            <translation>Computed from the selection, rounded as its coarsest figure; the plain sum of the numbers is {exact} {unit}</translation>
        </message>
        <message>
            <source>现在没有可复制的图表</source>
            <translation>There is no chart to copy now</translation>
        </message>
        <message>
            <source>已复制图表：{title}</source>
            <translation>Chart copied: {title}</translation>
        </message>
        <message>
            <source>图表另存为</source>
            <translation>Save chart as</translation>
        </message>
        <message>
            <source>已存为 {path}</source>
            <translation>Saved as {path}</translation>
        </message>
    </context>
    <context>
        <name>Charts</name>
        <message>
            <source>表中行数多，只画前 {n} 行，其余 {m} 行未画入；可先排序或筛选</source>
            <translation>The table is long: only its first {n} rows are drawn, {m} are not; sort or filter it</translation>
        </message>
    </context>
    <context>
        <name>ComparedChart</name>
        <message>
            <source>比上年增长（%）</source>
            <translation>Y/Y growth (%)</translation>
        </message>
        <message>
            <source>上年</source>
            <translation>previous year</translation>
        </message>
        <message>
            <source>比{base}增减（{unit}）</source>
            <translation>change on {base} ({unit})</translation>
        </message>
        <message>
            <source>数值（{unit}）</source>
            <translation>Value ({unit})</translation>
        </message>
        <message>
            <source>数值</source>
            <translation>Value</translation>
        </message>
        <message>
            <source>待核实</source>
            <translation>to be verified</translation>
        </message>
        <message>
            <source>资料库中没有</source>
            <translation>none in the library</translation>
        </message>
        <message>
            <source>标“待核实”的几份公报所印不同，各画一条：口径或修订，待核实</source>
            <translation>Bulletins print different values where it says so, each with a bar: coverage or revision, to be verified</translation>
        </message>
        <message>
            <source>一份公报里所印不一的各画一条，标“待核实”</source>
            <translation>Values that one bulletin prints differently are a bar each, marked “to be verified”</translation>
        </message>
        <message>
            <source>“计算”由相邻两年所印数值相除，未考虑修订与价格；其余增速为公报所印</source>
            <translation>Computed growth is the quotient of the printed values of two years, regardless of revision and prices; other growth is as printed</translation>
        </message>
        <message>
            <source>条长已换算为{unit}，旁注数值与单位照原文</source>
            <translation>Bars are converted to {unit}; values and units beside them are as printed</translation>
        </message>
        <message>
            <source>另有 {n} 行不是单个数值，未画入</source>
            <translation>Not drawn, for they are no single numbers: {n}</translation>
        </message>
    </context>
    <context>
        <name>Comparing</name>
        <message>
            <source>历年与地区对比</source>
            <translation>Compare</translation>
        </message>
        <message>
            <source>在正文或指标表里选一个数，这里列出其他公报中的同一指标。</source>
            <translation>Choose a figure in the text or in the table: here stands the same indicator in other bulletins.</translation>
        </message>
        <message>
            <source>资料库里只有这一份公报。要对比其他年份和地区，请管理员把收有更多公报的资料库（.db）以新名称放进 {folder}。</source>
            <translation>This is the only bulletin in the library. To compare other years and places, ask your administrator to put a library (.db) of more bulletins under a new name into {folder}.</translation>
        </message>
        <message>
            <source>资料库里只有这一份公报。要对比其他年份和地区，把每份公报放成 文件夹/bulletins/名称/source.txt（或 .docx、.pdf、.html），运行 gongbao build --data 文件夹 --out 资料库.db，再用 gongbao --library 资料库.db 打开。</source>
            <translation>This is the only bulletin in the library. To compare other years and places, save each bulletin as FOLDER/bulletins/NAME/source.txt (or .docx, .pdf, .html), run gongbao build --data FOLDER --out LIBRARY.db, then open it with gongbao --library LIBRARY.db.</translation>
        </message>
        <message>
            <source>{name}：{n} 份公报</source>
            <translation>{name} · bulletins: {n}</translation>
        </message>
        <message>
            <source>资料库里的其他公报没有可比的同名指标。</source>
            <translation>No other bulletin of the library has a comparable indicator of this name. </translation>
        </message>
        <message>
            <source>已复制 {n} 行，可以粘贴到 Excel</source>
            <translation>Rows copied, ready to paste into Excel: {n}</translation>
        </message>
        <message>
            <source>对比表另存为</source>
            <translation>Save comparison as</translation>
        </message>
        <message>
            <source>已存为 {path}</source>
            <translation>Saved as {path}</translation>
        </message>
    </context>
    <context>
        <name>ComparisonModel</name>
        <message>
            <source>年份</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>地区</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>数值</source>
            <translation>Value</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>增速（%）</source>
            <translation>Growth (%)</translation>
        </message>
        <message>
            <source>比较基期</source>
            <translation>Compared with</translation>
        </message>
        <message>
            <source>价格口径</source>
            <translation>Price basis</translation>
        </message>
        <message>
            <source>数据状态</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Remarks</translation>
        </message>
        <message>
            <source>来源</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>指标</source>
            <translation>Indicator</translation>
        </message>
        <message>
            <source>{heading}：{text}</source>
            <translation>{heading}: {text}</translation>
        </message>
        <message>
            <source>无</source>
            <translation>none</translation>
        </message>
    </context>
    <context>
        <name>ComparisonPane</name>
        <message>
            <source>历年与地区对比</source>
            <translation>Compare</translation>
        </message>
        <message>
            <source>复制所选行（含来源）</source>
            <translation>Copy selected rows with sources</translation>
        </message>
        <message>
            <source>对比表另存为 Excel 工作簿…</source>
            <translation>Save comparison as Excel workbook…</translation>
        </message>
        <message>
            <source>对比表另存为 CSV…</source>
            <translation>Save comparison as CSV…</translation>
        </message>
    </context>
    <context>
        <name>Completer</name>
        <message>
            <source>筛选</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>{n} 个数据</source>
            <translation>Figures: {n}</translation>
        </message>
        <message>
            <source>{n} 份公报</source>
            <translation>Bulletins: {n}</translation>
        </message>
        <message>
            <source>{n} 段</source>
            <translation>Paragraphs: {n}</translation>
        </message>
    </context>
    <context>
        <name>CompletionChart</name>
        <message>
            <source>完成率</source>
            <translation>Completion</translation>
        </message>
        <message>
            <source>表中没有应完成数与完成数</source>
            <translation>No targets with results in the table</translation>
        </message>
        <message>
            <source>没有应完成数与完成数</source>
            <translation>No targets with results</translation>
        </message>
        <message>
            <source>虚线为 100%；条长为完成数除以应完成数</source>
            <translation>The dashed line is 100%; a bar is the result divided by its target</translation>
        </message>
        <message>
            <source>{n} 项原文所印的完成率与两数之商不一致，见数据审核</source>
            <translation>Printed rates that differ from the quotient: {n}; see Checks</translation>
        </message>
        <message>
            <source>完成率（%）</source>
            <translation>Completion (%)</translation>
        </message>
        <message>
            <source>计算 {share}</source>
            <translation>computed {share}</translation>
        </message>
        <message>
            <source>原文 {rate}</source>
            <translation>printed {rate}</translation>
        </message>
        <message>
            <source>两数之商 {share}</source>
            <translation>quotient {share}</translation>
        </message>
    </context>
    <context>
        <name>ContextMenu</name>
        <message>
            <source>复制</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>全选</source>
            <translation>Select all</translation>
        </message>
        <message>
            <source>复制选中的 {n} 个数据</source>
            <translation>Copy the selected figures ({n})</translation>
        </message>
        <message>
            <source>复制　{name}　{value}</source>
            <translation>Copy　{name}　{value}</translation>
        </message>
        <message>
            <source>本句　{text}（含 {n} 个数据）</source>
            <translation>This sentence　{text} ({n} figures)</translation>
        </message>
        <message>
            <source>本句　{text}</source>
            <translation>This sentence　{text}</translation>
        </message>
        <message>
            <source>选中的文字　{text}（含 {n} 个数据）</source>
            <translation>Selected text　{text} ({n} figures)</translation>
        </message>
        <message>
            <source>选中的文字　{text}</source>
            <translation>Selected text　{text}</translation>
        </message>
        <message>
            <source>复制（附出处）</source>
            <translation>Copy with source</translation>
        </message>
    </context>
    <context>
        <name>Copying</name>
        <message>
            <source>已复制 {n} 行，可以粘贴到 Excel</source>
            <translation>Copied rows for Excel: {n}</translation>
        </message>
        <message>
            <source>已复制 {n} 个数据</source>
            <translation>Copied figures: {n}</translation>
        </message>
        <message>
            <source>已复制：{text}</source>
            <translation>Copied: {text}</translation>
        </message>
        <message>
            <source>（即{words}）</source>
            <translation> (that is, {words})</translation>
        </message>
        <message>
            <source>（其中 {n} 个数据存疑）</source>
            <translation> (doubtful figures: {n})</translation>
        </message>
    </context>
    <context>
        <name>CrashReporter</name>
        <message>
            <source>程序上次意外中断，已回到上次读到的地方。复制详情可交给维护人员。</source>
            <translation>The program broke down last time; this is where you were reading. Copy the details for whoever maintains it.</translation>
        </message>
    </context>
    <context>
        <name>Exporting</name>
        <message>
            <source>导出选中的 {n} 个数据…</source>
            <translation>Export selected figures ({n})…</translation>
        </message>
        <message>
            <source>导出选中的数据…</source>
            <translation>Export selected figures…</translation>
        </message>
        <message>
            <source>这里在第一章之前，没有本章</source>
            <translation>This place is before the first chapter</translation>
        </message>
        <message>
            <source>选中的数据</source>
            <translation>selected figures</translation>
        </message>
        <message>
            <source>先选中数据，再导出</source>
            <translation>Select figures first, then export</translation>
        </message>
        <message>
            <source>先检索，再导出结果</source>
            <translation>Search first, then export the results</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>正在打印上一份，请稍候或先取消</source>
            <translation>The last job is still being printed: wait or cancel it</translation>
        </message>
    </context>
    <context>
        <name>FigureCells</name>
        <message>
            <source>指标</source>
            <translation>Indicator</translation>
        </message>
        <message>
            <source>数值</source>
            <translation>Value</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>比上年增长（%）</source>
            <translation>Y/Y growth (%)</translation>
        </message>
        <message>
            <source>时期</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>价格口径</source>
            <translation>Price basis</translation>
        </message>
        <message>
            <source>比较基期</source>
            <translation>Compared with</translation>
        </message>
        <message>
            <source>章</source>
            <translation>Chapter</translation>
        </message>
        <message>
            <source>地区</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>Scope</translation>
        </message>
        <message>
            <source>数据状态</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>存疑</source>
            <translation>doubtful</translation>
        </message>
        <message>
            <source>{name}，存疑</source>
            <translation>{name}, doubtful</translation>
        </message>
        <message>
            <source>换算</source>
            <translation>In other units</translation>
        </message>
    </context>
    <context>
        <name>FigureDelegate</name>
        <message>
            <source>存疑</source>
            <translation>doubtful</translation>
        </message>
        <message>
            <source>换算</source>
            <translation>converted</translation>
        </message>
    </context>
    <context>
        <name>FigureTableModel</name>
        <message>
            <source>比上年
增长（%）</source>
            <translation>Y/Y
growth (%)</translation>
        </message>
    </context>
    <context>
        <name>FigureTablePane</name>
        <message>
            <source>指标表</source>
            <translation>Table of indicators</translation>
        </message>
        <message>
            <source>列标题：按键盘可用“列”按钮选择显示哪些列</source>
            <translation>Column headings: by keyboard, choose the columns with the Columns button</translation>
        </message>
        <message>
            <source>对比</source>
            <translation>Compare</translation>
        </message>
        <message>
            <source>没有符合“{typed}”的指标，按 Esc 清除筛选</source>
            <translation>No indicator matches “{typed}”; press Esc to clear the filter</translation>
        </message>
        <message>
            <source>本章没有数据</source>
            <translation>No figures in this chapter</translation>
        </message>
        <message>
            <source>全文没有数据</source>
            <translation>No figures in this bulletin</translation>
        </message>
        <message>
            <source>本章指标 {n}</source>
            <translation>Chapter {n}</translation>
        </message>
        <message>
            <source>本章 {n}</source>
            <translation>Chapter {n}</translation>
        </message>
        <message>
            <source>全文指标 {n}</source>
            <translation>Bulletin {n}</translation>
        </message>
        <message>
            <source>全文 {n}</source>
            <translation>Bulletin {n}</translation>
        </message>
    </context>
    <context>
        <name>FigureText</name>
        <message>
            <source>{text}（{notes}）</source>
            <translation>{text} ({notes})</translation>
        </message>
        <message>
            <source>持平</source>
            <translation>unchanged</translation>
        </message>
        <message>
            <source>增长 {n}</source>
            <translation>up {n}</translation>
        </message>
        <message>
            <source>下降 {n}</source>
            <translation>down {n}</translation>
        </message>
        <message>
            <source>比{base}</source>
            <translation>vs. {base}</translation>
        </message>
        <message>
            <source>时期</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>Scope</translation>
        </message>
        <message>
            <source>数据状态</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>存疑：这个数字或它的名称紧挨着原文中未能证实的损坏处，请核对原文。</source>
            <translation>Doubtful: this number or its name stands next to damage that could not be explained. Check it against the source.</translation>
        </message>
        <message>
            <source>上年</source>
            <translation>previous year</translation>
        </message>
        <message>
            <source>原文未写明与何时相比，按公报惯例</source>
            <translation>basis not stated, assumed by convention</translation>
        </message>
    </context>
    <context>
        <name>FileDialog</name>
        <message>
            <source>文件夹</source>
            <translation>Folder</translation>
        </message>
        <message>
            <source>{suffix} 文件</source>
            <translation>{suffix} file</translation>
        </message>
        <message>
            <source>文件</source>
            <translation>File</translation>
        </message>
        <message>
            <source>文件夹：</source>
            <translation>Folder:</translation>
        </message>
        <message>
            <source>格式：</source>
            <translation>Format:</translation>
        </message>
    </context>
    <context>
        <name>FileWriting</name>
        <message>
            <source>正在导出上一个文件，请稍候或先取消</source>
            <translation>The last file is still being exported: wait or cancel it</translation>
        </message>
        <message>
            <source>正在导出 {name}</source>
            <translation>Exporting {name}</translation>
        </message>
        <message>
            <source>已取消导出，没有写成文件</source>
            <translation>Export cancelled, no file was written</translation>
        </message>
        <message>
            <source>已导出：{name}</source>
            <translation>Exported: {name}</translation>
        </message>
        <message>
            <source>打开所在文件夹</source>
            <translation>Open folder</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>在本公报中查找</source>
            <translation>Find in this bulletin</translation>
        </message>
        <message>
            <source>上一处</source>
            <translation>Previous match</translation>
        </message>
        <message>
            <source>下一处</source>
            <translation>Next match</translation>
        </message>
        <message>
            <source>关闭查找</source>
            <translation>Close find bar</translation>
        </message>
        <message>
            <source>没有找到</source>
            <translation>Not found</translation>
        </message>
    </context>
    <context>
        <name>FindingsModel</name>
        <message>
            <source>标题与前言</source>
            <translation>Title and preface</translation>
        </message>
        <message>
            <source>{heading}，{n} 条</source>
            <translation>{heading}, checks: {n}</translation>
        </message>
    </context>
    <context>
        <name>FindingsPane</name>
        <message>
            <source>数据审核</source>
            <translation>Checks</translation>
        </message>
        <message>
            <source>筛选结论</source>
            <translation>Filter by verdict</translation>
        </message>
        <message>
            <source>排列</source>
            <translation>Order</translation>
        </message>
        <message>
            <source>验算了 {n} 个数：{told}。只作陈述，不改动印出来的数。</source>
            <translation>Numbers checked: {n} ({told}). Results are only stated; printed numbers are never changed.</translation>
        </message>
        <message>
            <source>这份公报里没有可以相互验算的数。</source>
            <translation>This bulletin has no numbers that can be checked against each other.</translation>
        </message>
        <message>
            <source>全部结论 {n}</source>
            <translation>All verdicts ({n})</translation>
        </message>
        <message>
            <source>按结论</source>
            <translation>By verdict</translation>
        </message>
        <message>
            <source>按章</source>
            <translation>By chapter</translation>
        </message>
    </context>
    <context>
        <name>Going</name>
        <message>
            <source>{n} 个数据</source>
            <translation>Figures: {n}</translation>
        </message>
    </context>
    <context>
        <name>GrowthChart</name>
        <message>
            <source>另有 {n} 项变动的单位或比较基期不同，未画入</source>
            <translation>Not drawn, for another unit or basis: {n}</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>不含最大项</source>
            <translation>Without the largest</translation>
        </message>
        <message>
            <source>表中没有同比增速数据</source>
            <translation>No yearly growth rates in the table</translation>
        </message>
        <message>
            <source>没有同比增速数据</source>
            <translation>No yearly growth rates</translation>
        </message>
        <message>
            <source>比上年增长</source>
            <translation>Year-on-year growth</translation>
        </message>
        <message>
            <source>比上年增长（%）</source>
            <translation>Y/Y growth (%)</translation>
        </message>
        <message>
            <source>{n} 项为原文写明</source>
            <translation>{n} printed</translation>
        </message>
        <message>
            <source>{n} 项原文未写、按指标惯例</source>
            <translation>{n} not printed, by convention</translation>
        </message>
        <message>
            <source>{n} 项未说明</source>
            <translation>{n} not stated</translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
        <message>
            <source>价格口径：{said}</source>
            <translation>Price basis: {said}</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>统计公报浏览器</source>
            <translation>Gongbao, a browser of statistical bulletins</translation>
        </message>
        <message>
            <source>版本 {version}</source>
            <translation>Version {version}</translation>
        </message>
        <message>
            <source>离线阅读、检索、核对与引用统计公报。不连接网络，资料只存在这台电脑上。</source>
            <translation>Read, search, check and cite Chinese statistical bulletins offline. It never connects to a network; everything stays on this computer.</translation>
        </message>
        <message>
            <source>以 MIT 许可证发布。© 2026 The Gongbao developers</source>
            <translation>Released under the MIT License. © 2026 The Gongbao developers</translation>
        </message>
        <message>
            <source>用到的软件及其许可证</source>
            <translation>Software used, and its licences</translation>
        </message>
        <message>
            <source>全部组成部分的清单（SBOM）、许可证全文，以及怎样换用自己生成的 Qt：{folder}</source>
            <translation>The list of all parts (SBOM), the full texts of their licences, and how to use a Qt that you built: {folder}</translation>
        </message>
    </context>
    <context>
        <name>HintBar</name>
        <message>
            <source>左边是目录和检索结果；中间的正文里，带底色的数据可以单击；右边是本章的指标和图。Ctrl+K 检索，Ctrl+C 复制选中的数据，F1 帮助。</source>
            <translation>Left: contents and search results. Middle: the text, where you can click the tinted figures. Right: indicators and chart of the chapter. Ctrl+K searches, Ctrl+C copies the selected figure, F1 shows help.</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>Got it</translation>
        </message>
    </context>
    <context>
        <name>HitDelegate</name>
        <message>
            <source>{n} 段</source>
            <translation>{n} para.</translation>
        </message>
    </context>
    <context>
        <name>HitWalk</name>
        <message>
            <source>第 {n} 处，共 {m} 处</source>
            <translation>Match {n} of {m}</translation>
        </message>
    </context>
    <context>
        <name>HoverCard</name>
        <message>
            <source>上年数</source>
            <translation>Previous year</translation>
        </message>
        <message>
            <source>时期</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>换算</source>
            <translation>In other units</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>Scope</translation>
        </message>
        <message>
            <source>数据状态</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>存疑</source>
            <translation>doubtful</translation>
        </message>
        <message>
            <source>单击后 Ctrl C 复制 {value} · Ctrl Shift C 连同出处</source>
            <translation>Once clicked, Ctrl C copies {value} · Ctrl Shift C adds the source</translation>
        </message>
        <message>
            <source>确定</source>
            <translation>certain</translation>
        </message>
        <message>
            <source>很可能</source>
            <translation>likely</translation>
        </message>
        <message>
            <source>编者判断</source>
            <translation>editor’s judgement</translation>
        </message>
        <message>
            <source>未能证实</source>
            <translation>unproven</translation>
        </message>
        <message>
            <source>来源文字</source>
            <translation>Source text</translation>
        </message>
        <message>
            <source>（无）</source>
            <translation>(none)</translation>
        </message>
        <message>
            <source>读作</source>
            <translation>Read as</translation>
        </message>
        <message>
            <source>（删去）</source>
            <translation>(removed)</translation>
        </message>
        <message>
            <source>把握</source>
            <translation>Certainty</translation>
        </message>
        <message>
            <source>依据</source>
            <translation>Evidence</translation>
        </message>
        <message>
            <source>此处原文已损坏，未能修复</source>
            <translation>Damaged in the source, could not be mended</translation>
        </message>
        <message>
            <source>此处文字经过修复</source>
            <translation>Mended text</translation>
        </message>
        <message>
            <source>切换到“原文”可看来源的样子</source>
            <translation>Switch to Source to see it as it stood</translation>
        </message>
        <message>
            <source>正文有 {n} 处引用这条注</source>
            <translation>References to this note: {n}</translation>
        </message>
        <message>
            <source>单击或按 Enter 回到正文</source>
            <translation>Click or press Enter to go back to the text</translation>
        </message>
        <message>
            <source>注 {mark}</source>
            <translation>Note {mark}</translation>
        </message>
        <message>
            <source>单击或按 Enter 去看注释</source>
            <translation>Click or press Enter to see the note</translation>
        </message>
        <message>
            <source>旁边的原文有损坏，未能证实，请核对原文</source>
            <translation>next to unexplained damage; check the source</translation>
        </message>
        <message>
            <source>紧挨着未能修复的“{damaged}”，数字可能不全，请核对原文</source>
            <translation>next to “{damaged}”, which could not be mended; the number may be incomplete, check the source</translation>
        </message>
        <message>
            <source>紧挨着只是很可能的修复（来源“{damaged}”），请核对原文</source>
            <translation>next to a repair that is only likely (source “{damaged}”); check the source</translation>
        </message>
        <message>
            <source>{low}–{high} {unit}（推算，未考虑修订）</source>
            <translation>{low}–{high} {unit} (implied; revisions not considered)</translation>
        </message>
        <message>
            <source>{low}–{high} {unit}（推算，按惯例视为现价，未考虑修订）</source>
            <translation>{low}–{high} {unit} (implied, at current prices by convention; revisions not considered)</translation>
        </message>
        <message>
            <source>比{base}</source>
            <translation>vs. {base}</translation>
        </message>
        <message>
            <source>上年</source>
            <translation>previous year</translation>
        </message>
        <message>
            <source>口径未说明</source>
            <translation>basis not stated</translation>
        </message>
        <message>
            <source>{basis}，按惯例</source>
            <translation>{basis}, by convention</translation>
        </message>
        <message>
            <source>持平</source>
            <translation>unchanged</translation>
        </message>
        <message>
            <source>增长</source>
            <translation>up</translation>
        </message>
        <message>
            <source>下降</source>
            <translation>down</translation>
        </message>
    </context>
    <context>
        <name>HowMuch</name>
        <message>
            <source>没有找到</source>
            <translation>Not found</translation>
        </message>
        <message>
            <source>{n} 段</source>
            <translation>Paragraphs: {n}</translation>
        </message>
        <message>
            <source>{n} 处</source>
            <translation>Matches: {n}</translation>
        </message>
        <message>
            <source>{n} 处 · {m} 章</source>
            <translation>Matches: {n} · Chapters: {m}</translation>
        </message>
    </context>
    <context>
        <name>ImportReceipt</name>
        <message>
            <source>详情</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>读入的详情</source>
            <translation>What was read, in detail</translation>
        </message>
    </context>
    <context>
        <name>KeptPane</name>
        <message>
            <source>已保存的检索和最近检索</source>
            <translation>Saved and recent searches</translation>
        </message>
        <message>
            <source>清除最近检索</source>
            <translation>Clear recent searches</translation>
        </message>
        <message>
            <source>在检索框输入词语或数字，例如：
低保　28.1%

也可以要两个词都有，或不要一个词：
社会保障 低保　低保 -城市</source>
            <translation>Type words or numbers in the search box, for example:
低保　28.1%

Ask for both of two words, or leave one out:
社会保障 低保　低保 -城市</translation>
        </message>
        <message>
            <source>已保存的检索</source>
            <translation>Saved searches</translation>
        </message>
        <message>
            <source>最近检索</source>
            <translation>Recent searches</translation>
        </message>
    </context>
    <context>
        <name>LevelsChart</name>
        <message>
            <source>表中没有可以比较大小的总量</source>
            <translation>No values to compare in the table</translation>
        </message>
        <message>
            <source>没有可以比较大小的总量</source>
            <translation>No values to compare</translation>
        </message>
        <message>
            <source>总量</source>
            <translation>Values</translation>
        </message>
        <message>
            <source>{unit}，不含最大项（{n}）</source>
            <translation>{unit}, without the largest ({n})</translation>
        </message>
        <message>
            <source>另有 {n} 项的单位不同，可在上方改选</source>
            <translation>In other units: {n}; choose them above</translation>
        </message>
        <message>
            <source>标“换算”的数值由原文单位换算而来</source>
            <translation>Values marked “converted” are printed in another unit</translation>
        </message>
        <message>
            <source>数值（{unit}）</source>
            <translation>Value ({unit})</translation>
        </message>
        <message>
            <source>换算</source>
            <translation>converted</translation>
        </message>
        <message>
            <source>{value}，换算</source>
            <translation>{value}, converted</translation>
        </message>
    </context>
    <context>
        <name>Looks</name>
        <message>
            <source>外观：{name}</source>
            <translation>Appearance: {name}</translation>
        </message>
        <message>
            <source>外观：{name}，不再跟随系统；在设置（Ctrl+,）里可以改回</source>
            <translation>Appearance: {name}, no longer following the system; change it back in the settings (Ctrl+,)</translation>
        </message>
        <message>
            <source>外观：{name}，不再是高对比度；在设置（Ctrl+,）里可以改回</source>
            <translation>Appearance: {name}, no longer high contrast; change it back in the settings (Ctrl+,)</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>Dark</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>统计公报浏览器</source>
            <translation>Gongbao</translation>
        </message>
        <message>
            <source>程序出了一个错误，已记入日志。可以继续使用；复制详情可交给维护人员。</source>
            <translation>Something went wrong and was written to the log. You can go on working; copy the details for whoever maintains the program.</translation>
        </message>
        <message>
            <source>{title} — 统计公报浏览器</source>
            <translation>{title} — Gongbao</translation>
        </message>
    </context>
    <context>
        <name>MarginMarks</name>
        <message>
            <source>书签</source>
            <translation>Bookmark</translation>
        </message>
    </context>
    <context>
        <name>Moving</name>
        <message>
            <source>本公报的各章</source>
            <translation>Chapters of this bulletin</translation>
        </message>
        <message>
            <source>后面没有注释标记</source>
            <translation>No note mark further on</translation>
        </message>
        <message>
            <source>前面没有注释标记</source>
            <translation>No note mark further back</translation>
        </message>
    </context>
    <context>
        <name>NoteEditor</name>
        <message>
            <source>笔记</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>写笔记…　Enter 写完，Shift+Enter 换行</source>
            <translation>Write a note…　Enter finishes, Shift+Enter starts a line</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>复制详情</source>
            <translation>Copy details</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>Opening</name>
        <message>
            <source>正在读 {name}</source>
            <translation>Reading {name}</translation>
        </message>
        <message>
            <source>{what} — 统计公报浏览器</source>
            <translation>{what} — Gongbao</translation>
        </message>
        <message>
            <source>统计公报浏览器</source>
            <translation>Gongbao</translation>
        </message>
        <message>
            <source>只是查看 {name}，没有存入资料库。</source>
            <translation>Only viewing {name}; it was not added to the library.</translation>
        </message>
        <message>
            <source>不详</source>
            <translation>unknown</translation>
        </message>
        <message>
            <source>打开文件</source>
            <translation>Open file</translation>
        </message>
        <message>
            <source>公报（{suffixes}）</source>
            <translation>Bulletins ({suffixes})</translation>
        </message>
        <message>
            <source>所有文件（*）</source>
            <translation>All files (*)</translation>
        </message>
        <message>
            <source>资料库的公报</source>
            <translation>Bulletins of the library</translation>
        </message>
        <message>
            <source>另有 {n} 份：在检索框里用 地区: 和 年: 查找</source>
            <translation>{n} more: find them in the search box with place: and year:</translation>
        </message>
    </context>
    <context>
        <name>PageDialog</name>
        <message>
            <source>在本页查找</source>
            <translation>Find on this page</translation>
        </message>
        <message>
            <source>关闭(&amp;C)</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>没有找到</source>
            <translation>Not found</translation>
        </message>
    </context>
    <context>
        <name>PageHead</name>
        <message>
            <source>换一份公报</source>
            <translation>Open another bulletin</translation>
        </message>
        <message>
            <source>转到另一章</source>
            <translation>Go to another chapter</translation>
        </message>
        <message>
            <source>{year} 年</source>
            <translation>{year}</translation>
        </message>
        <message>
            <source>公报：{path}</source>
            <translation>Bulletin: {path}</translation>
        </message>
        <message>
            <source>章：{title}</source>
            <translation>Chapter: {title}</translation>
        </message>
        <message>
            <source>{n} 章</source>
            <translation>Chapters: {n}</translation>
        </message>
        <message>
            <source>{n} 节</source>
            <translation>Sections: {n}</translation>
        </message>
        <message>
            <source>{n} 个数据</source>
            <translation>Figures: {n}</translation>
        </message>
        <message>
            <source>文字修复 {n} 处</source>
            <translation>Repairs: {n}</translation>
        </message>
        <message>
            <source>存疑 {n} 处</source>
            <translation>Doubtful: {n}</translation>
        </message>
    </context>
    <context>
        <name>Panes</name>
        <message>
            <source>目录</source>
            <translation>Outline</translation>
        </message>
        <message>
            <source>检索</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>书签</source>
            <translation>Marks</translation>
        </message>
        <message>
            <source>数据审核</source>
            <translation>Checks</translation>
        </message>
    </context>
    <context>
        <name>PartsChart</name>
        <message>
            <source>表中没有经核对相加一致的构成</source>
            <translation>No parts in the table that add up to a checked total</translation>
        </message>
        <message>
            <source>没有经核对相加一致的构成</source>
            <translation>No parts that add up to a checked total</translation>
        </message>
        <message>
            <source>构成</source>
            <translation>Parts</translation>
        </message>
        <message>
            <source>{name} {value}的构成</source>
            <translation>Parts of {name} {value}</translation>
        </message>
        <message>
            <source>占合计的比重（%，计算值）</source>
            <translation>Share of the total (%, computed)</translation>
        </message>
        <message>
            <source>所选“{name}”没有经核对相加一致的构成，此处为“{drawn}”的构成</source>
            <translation>No checked parts of “{name}”; drawn are the parts of “{drawn}”</translation>
        </message>
        <message>
            <source>{name} {value}</source>
            <translation>{name} {value}</translation>
        </message>
        <message>
            <source>比重（%，原文所印）</source>
            <translation>Share (%, as printed)</translation>
        </message>
        <message>
            <source>原文所印各项之和与 100 一致，或在四舍五入之内</source>
            <translation>The printed shares add up to 100, or within rounding</translation>
        </message>
        <message>
            <source>{name}（{period}）</source>
            <translation>{name} ({period})</translation>
        </message>
        <message>
            <source>{name}（{first}等 {n} 项）</source>
            <translation>{name} ({first} … parts: {n})</translation>
        </message>
        <message>
            <source>{name}（{n} 项）</source>
            <translation>{name} ({n})</translation>
        </message>
        <message>
            <source>{value}，占 {share}</source>
            <translation>{value}, {share}</translation>
        </message>
        <message>
            <source>四舍五入差</source>
            <translation>rounding</translation>
        </message>
        <message>
            <source>各项之和与合计相差 {gap}{unit}，在四舍五入之内</source>
            <translation>The parts differ from the total by {gap}{unit}, within rounding</translation>
        </message>
        <message>
            <source>各项之和与合计一致</source>
            <translation>The parts add up to the total</translation>
        </message>
    </context>
    <context>
        <name>PlacesChart</name>
        <message>
            <source>没有其他地区可比</source>
            <translation>No other place to compare with</translation>
        </message>
        <message>
            <source>{name}：{year}年各地区</source>
            <translation>{name}: places in {year}</translation>
        </message>
        <message>
            <source>资料库里没有这项指标的其他地区</source>
            <translation>The library has this indicator of no other place</translation>
        </message>
        <message>
            <source>{year}年（{n}）</source>
            <translation>{year} ({n})</translation>
        </message>
        <message>
            <source>只画前 {n} 条，其余见上表</source>
            <translation>Only the first {n} are drawn; the others stand in the table above</translation>
        </message>
        <message>
            <source>这些数不能画成条形</source>
            <translation>These numbers cannot be drawn as bars</translation>
        </message>
        <message>
            <source>{year}年没有数的地区：{names}等 {n} 个</source>
            <translation>Places without a value in {year}: {names} and others, {n} in all</translation>
        </message>
        <message>
            <source>{year}年没有数的地区：{names}</source>
            <translation>Places without a value in {year}: {names}</translation>
        </message>
        <message>
            <source>当地公报</source>
            <translation>its own bulletin</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>无法打印，请检查打印机是否可用</source>
            <translation>Printing failed: check that the printer is available</translation>
        </message>
        <message>
            <source>正在打印 {title}</source>
            <translation>Printing {title}</translation>
        </message>
        <message>
            <source>已送去打印：{title}</source>
            <translation>Sent to the printer: {title}</translation>
        </message>
        <message>
            <source>已取消打印</source>
            <translation>Printing cancelled</translation>
        </message>
    </context>
    <context>
        <name>QueriesModel</name>
        <message>
            <source>{query}
Delete 键删去</source>
            <translation>{query}
Press Delete to remove</translation>
        </message>
    </context>
    <context>
        <name>QueryPopup</name>
        <message>
            <source>检索建议</source>
            <translation>Search suggestions</translation>
        </message>
    </context>
    <context>
        <name>ReaderPane</name>
        <message>
            <source>正文</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>这里显示公报的正文。Ctrl+O 打开文件，Ctrl+L 换一份公报。</source>
            <translation>The text of a bulletin is shown here. Ctrl+O opens a file, Ctrl+L another bulletin.</translation>
        </message>
    </context>
    <context>
        <name>ResultsHead</name>
        <message>
            <source>按相关度</source>
            <translation>By relevance</translation>
        </message>
        <message>
            <source>按原文顺序</source>
            <translation>In text order</translation>
        </message>
        <message>
            <source>检索结果{order}</source>
            <translation>Search results: {order}</translation>
        </message>
        <message>
            <source>看不懂“{filters}”，当作文字查找</source>
            <translation>“{filters}” is no filter; searched for as text</translation>
        </message>
        <message>
            <source>按指标名找到 {n} 段</source>
            <translation>Paragraphs by indicator name: {n}</translation>
        </message>
        <message>
            <source>{n} 处</source>
            <translation>Matches: {n}</translation>
        </message>
        <message>
            <source>{n} 段</source>
            <translation>Paragraphs: {n}</translation>
        </message>
        <message>
            <source>{n} 章</source>
            <translation>Chapters: {n}</translation>
        </message>
        <message>
            <source>按指标名另有 {n} 段</source>
            <translation>more by indicator name: {n}</translation>
        </message>
        <message>
            <source>指标：{names}</source>
            <translation>Indicators: {names}</translation>
        </message>
        <message>
            <source>指标：{names}等 {n} 个</source>
            <translation>Indicators: {names} … ({n} in all)</translation>
        </message>
        <message>
            <source>也查同义词</source>
            <translation>include synonyms</translation>
        </message>
        <message>
            <source>只查了原词　{switch}</source>
            <translation>Exact words only　{switch}</translation>
        </message>
        <message>
            <source>{names}等 {n} 个</source>
            <translation>{names} … ({n} in all)</translation>
        </message>
        <message>
            <source>只查原词</source>
            <translation>exact words only</translation>
        </message>
        <message>
            <source>也匹配 {names}　{switch}</source>
            <translation>Also matches {names}　{switch}</translation>
        </message>
    </context>
    <context>
        <name>ResultsModel</name>
        <message>
            <source>{place} {year} 年</source>
            <translation>{place} {year}</translation>
        </message>
        <message>
            <source>全文</source>
            <translation>Whole text</translation>
        </message>
        <message>
            <source>标题与前言</source>
            <translation>Title and preface</translation>
        </message>
        <message>
            <source>按指标名</source>
            <translation>by indicator name</translation>
        </message>
        <message>
            <source>按指标名：{name}</source>
            <translation>by indicator name: {name}</translation>
        </message>
        <message>
            <source>{heading}，{n} 段</source>
            <translation>{heading}, paragraphs: {n}</translation>
        </message>
        <message>
            <source>{heading}，{n} 段，已折叠</source>
            <translation>{heading}, paragraphs: {n}, collapsed</translation>
        </message>
    </context>
    <context>
        <name>ResultsPane</name>
        <message>
            <source>检索结果</source>
            <translation>Search results</translation>
        </message>
        <message>
            <source>检索没有完成

{reason}</source>
            <translation>The search did not finish

{reason}</translation>
        </message>
        <message>
            <source>没有找到“{query}”

可以换一个更短的词，或去掉一个条件；简体、繁体都可以。</source>
            <translation>Nothing found for “{query}”

Try a shorter word, or drop a condition. Simplified and Traditional are the same.</translation>
        </message>
        <message>
            <source>另有 {n} 段，继续列出</source>
            <translation>List more paragraphs: {n}</translation>
        </message>
    </context>
    <context>
        <name>SaveAs</name>
        <message>
            <source>Excel 工作簿</source>
            <translation>Excel workbook</translation>
        </message>
        <message>
            <source>CSV 表格</source>
            <translation>CSV table</translation>
        </message>
        <message>
            <source>Word 文档</source>
            <translation>Word document</translation>
        </message>
        <message>
            <source>网页（单个文件）</source>
            <translation>Web page (single file)</translation>
        </message>
        <message>
            <source>PDF 文档</source>
            <translation>PDF document</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>检索：词语或数字，简体繁体均可</source>
            <translation>Search words or numbers</translation>
        </message>
        <message>
            <source>检索</source>
            <translation>Search</translation>
        </message>
    </context>
    <context>
        <name>SearchControl</name>
        <message>
            <source>资料库还没有打开</source>
            <translation>The library is not open yet</translation>
        </message>
        <message>
            <source>没有统计完</source>
            <translation>Counting did not finish</translation>
        </message>
        <message>
            <source>正在统计…</source>
            <translation>Counting…</translation>
        </message>
        <message>
            <source>正在检索…</source>
            <translation>Searching…</translation>
        </message>
    </context>
    <context>
        <name>SelectedSearch</name>
        <message>
            <source>先在正文中选中要检索的文字</source>
            <translation>Select in the text what to search for</translation>
        </message>
        <message>
            <source>选中的文字太长：选一行以内、{n} 个字以内</source>
            <translation>Too much text is selected: choose one line of {n} characters at most</translation>
        </message>
    </context>
    <context>
        <name>Series</name>
        <message>
            <source>计算 {n}%</source>
            <translation>computed {n}%</translation>
        </message>
        <message>
            <source>{name}（{said}）</source>
            <translation>{name} ({said})</translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
        <message>
            <source>见{place}公报</source>
            <translation>in the bulletin of {place}</translation>
        </message>
        <message>
            <source>见{place} {year} 年公报</source>
            <translation>in the {year} bulletin of {place}</translation>
        </message>
        <message>
            <source>见 {year} 年公报</source>
            <translation>in the bulletin of {year}</translation>
        </message>
        <message>
            <source>本公报所印不一，待核实</source>
            <translation>this bulletin prints more than one value, to be verified</translation>
        </message>
        <message>
            <source>存疑</source>
            <translation>doubtful</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message>
            <source>口径或修订，待核实</source>
            <translation>coverage or revision, to be verified</translation>
        </message>
        <message>
            <source>第 {n} 处</source>
            <translation>no. {n}</translation>
        </message>
        <message>
            <source>几份公报对同一年所印不同的，均照列：口径或修订，待核实。</source>
            <translation>Where bulletins print different values of a year, all are listed: coverage or revision, to be verified. </translation>
        </message>
        <message>
            <source>一份公报里所印不一的，均照列，待核实。</source>
            <translation>Where one bulletin prints different values, all are listed, to be verified. </translation>
        </message>
        <message>
            <source>另有 {n} 个同名数未列入：{reasons}。</source>
            <translation>{n} more of this name are left out: {reasons}. </translation>
        </message>
        <message>
            <source>{n} 个时期不同</source>
            <translation>{n} of another period</translation>
        </message>
        <message>
            <source>{n} 个范围不同</source>
            <translation>{n} of another scope</translation>
        </message>
        <message>
            <source>{n} 个比较基期不同</source>
            <translation>{n} with another base of comparison</translation>
        </message>
        <message>
            <source>{n} 个单位或性质不同</source>
            <translation>{n} of another unit or kind</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>{names}等</source>
            <translation>{names} and others</translation>
        </message>
        <message>
            <source>全年</source>
            <translation>whole year</translation>
        </message>
        <message>
            <source>上年</source>
            <translation>previous year</translation>
        </message>
        <message>
            <source>未说明范围</source>
            <translation>scope not stated</translation>
        </message>
        <message>
            <source>数据来源：{titles}等 {n} 份公报，见上表</source>
            <translation>Source: {titles} and others, {n} bulletins in all, see the table above</translation>
        </message>
        <message>
            <source>数据来源：{titles}</source>
            <translation>Source: {titles}</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>检索时也查同义词(&amp;Y)</source>
            <translation>Search for &amp;synonyms too</translation>
        </message>
        <message>
            <source>数据来源：《……》</source>
            <translation>Plain source line</translation>
        </message>
        <message>
            <source>出处写法(&amp;W)</source>
            <translation>S&amp;ource style</translation>
        </message>
        <message>
            <source>关闭(&amp;C)</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>恢复默认(&amp;R)</source>
            <translation>&amp;Restore defaults</translation>
        </message>
        <message>
            <source>跟随系统</source>
            <translation>Follow the system</translation>
        </message>
        <message>
            <source>界面语言(&amp;L)</source>
            <translation>&amp;Language</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>高对比度</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>外观(&amp;T)</source>
            <translation>&amp;Theme</translation>
        </message>
        <message>
            <source>正文大小(&amp;Z)</source>
            <translation>Text si&amp;ze</translation>
        </message>
        <message>
            <source>黑体</source>
            <translation>Sans serif (黑体)</translation>
        </message>
        <message>
            <source>宋体</source>
            <translation>Serif (宋体)</translation>
        </message>
        <message>
            <source>正文字体(&amp;F)</source>
            <translation>Text &amp;font</translation>
        </message>
        <message>
            <source>简体</source>
            <translation>Simplified</translation>
        </message>
        <message>
            <source>繁体</source>
            <translation>Traditional</translation>
        </message>
        <message>
            <source>原文</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>正文用字(&amp;S)</source>
            <translation>C&amp;haracters</translation>
        </message>
        <message>
            <source>由管理员设定，不能在这里更改</source>
            <translation>Set by the administrator; it cannot be changed here</translation>
        </message>
        <message>
            <source>打开程序时的用字由管理员设定；窗口上的简、繁、原文可以临时切换</source>
            <translation>The characters at start are set by the administrator; the buttons in the window switch them for the time being</translation>
        </message>
        <message>
            <source>自己写复制的样子，空着则用原来的。可以填入：{words}</source>
            <translation>Your own form of a copy; leave it empty for the usual one. It may contain: {words}</translation>
        </message>
        <message>
            <source>自定模板(&amp;M)</source>
            <translation>Te&amp;mplate</translation>
        </message>
    </context>
    <context>
        <name>Star</name>
        <message>
            <source>不再保存这个检索</source>
            <translation>Remove this search from the saved ones</translation>
        </message>
        <message>
            <source>保存这个检索</source>
            <translation>Save this search</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>离线</source>
            <translation>Offline</translation>
        </message>
        <message>
            <source>本程序不连接网络，资料只存在这台电脑上</source>
            <translation>The program never connects to a network; everything stays on this computer</translation>
        </message>
        <message>
            <source>第 {n} 章 共 {m} 章</source>
            <translation>Chapter {n} of {m}</translation>
        </message>
        <message>
            <source>已选 {n} 个数据</source>
            <translation>Selected figures: {n}</translation>
        </message>
    </context>
    <context>
        <name>TableHead</name>
        <message>
            <source>筛选指标</source>
            <translation>Filter indicators</translation>
        </message>
        <message>
            <source>筛选指标：名称、别名、拼音首字母或数值</source>
            <translation>Filter indicators by name, other name, pinyin initials or value</translation>
        </message>
        <message>
            <source>名称、别名（如 GDP）、拼音首字母或数值；Esc 清除</source>
            <translation>Name, other name (such as GDP), pinyin initials or value; Esc clears</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>换算单位</source>
            <translation>Convert units</translation>
        </message>
        <message>
            <source>列</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>显示哪些列</source>
            <translation>Choose columns</translation>
        </message>
        <message>
            <source>{n} 项符合，共 {m} 项</source>
            <translation>Matching: {n} of {m}</translation>
        </message>
        <message>
            <source>恢复默认列</source>
            <translation>Restore default columns</translation>
        </message>
        <message>
            <source>全部按原文单位</source>
            <translation>All in printed units</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>导出 ▾</source>
            <translation>Export ▾</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>复制 ▾</source>
            <translation>Copy ▾</translation>
        </message>
        <message>
            <source>复制</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>菜单</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>菜单：打开、设置、帮助</source>
            <translation>Menu: open, settings, help</translation>
        </message>
    </context>
    <context>
        <name>WorkNote</name>
        <message>
            <source>进度</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>YearsChart</name>
        <message>
            <source>没有其他年份可比</source>
            <translation>No other year to compare with</translation>
        </message>
        <message>
            <source>{name}：历年（{place}）</source>
            <translation>{name} over the years ({place})</translation>
        </message>
        <message>
            <source>资料库里没有这项指标的其他年份</source>
            <translation>The library has this indicator of no other year</translation>
        </message>
        <message>
            <source>这些数不属于某一年，见上表</source>
            <translation>These numbers are of no one year; see the table above</translation>
        </message>
        <message>
            <source>其间没有公报的年份很多，未逐年标出</source>
            <translation>Years between without a bulletin are too many to be shown</translation>
        </message>
        <message>
            <source>{place}（{n}）</source>
            <translation>{place} ({n})</translation>
        </message>
        <message>
            <source>这些数不能画成条形</source>
            <translation>These numbers cannot be drawn as bars</translation>
        </message>
        <message>
            <source>{year}年</source>
            <translation>{year}</translation>
        </message>
        <message>
            <source>当年公报</source>
            <translation>in the bulletin of that year</translation>
        </message>
        <message>
            <source>{bulletin}：{title}</source>
            <translation>{bulletin}: {title}</translation>
        </message>
    </context>
</TS>
