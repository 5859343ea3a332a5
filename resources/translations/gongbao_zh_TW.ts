<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="zh_CN">
    <context>
        <name>Actions</name>
        <message>
            <source>检索</source>
            <translation>搜尋</translation>
        </message>
        <message>
            <source>检索所选</source>
            <translation>檢索所選</translation>
        </message>
        <message>
            <source>在本公报中查找</source>
            <translation>在本公報中尋找</translation>
        </message>
        <message>
            <source>下一处</source>
            <translation>下一處</translation>
        </message>
        <message>
            <source>上一处</source>
            <translation>上一處</translation>
        </message>
        <message>
            <source>下一个数据</source>
            <translation>下一個數據</translation>
        </message>
        <message>
            <source>上一个数据</source>
            <translation>上一個數據</translation>
        </message>
        <message>
            <source>下一个注释标记</source>
            <translation>下一個註釋標記</translation>
        </message>
        <message>
            <source>上一个注释标记</source>
            <translation>上一個註釋標記</translation>
        </message>
        <message>
            <source>简体</source>
            <translation>簡體</translation>
        </message>
        <message>
            <source>简</source>
            <translation>簡</translation>
        </message>
        <message>
            <source>繁体</source>
            <translation>繁體</translation>
        </message>
        <message>
            <source>繁</source>
            <translation>繁</translation>
        </message>
        <message>
            <source>原文</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>放大文字</source>
            <translation>放大文字</translation>
        </message>
        <message>
            <source>缩小文字</source>
            <translation>縮小文字</translation>
        </message>
        <message>
            <source>原大文字</source>
            <translation>原始大小</translation>
        </message>
        <message>
            <source>明暗切换</source>
            <translation>切換淺色與深色</translation>
        </message>
        <message>
            <source>值与单位</source>
            <translation>數值與單位</translation>
        </message>
        <message>
            <source>连同出处</source>
            <translation>連同出處</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>匯出</translation>
        </message>
        <message>
            <source>导出正文…</source>
            <translation>匯出內文…</translation>
        </message>
        <message>
            <source>导出本章数据…</source>
            <translation>匯出本章數據…</translation>
        </message>
        <message>
            <source>导出全文数据…</source>
            <translation>匯出全文數據…</translation>
        </message>
        <message>
            <source>导出选中的数据…</source>
            <translation>匯出選取的數據…</translation>
        </message>
        <message>
            <source>导出检索结果…</source>
            <translation>匯出搜尋結果…</translation>
        </message>
        <message>
            <source>导出数据审核…</source>
            <translation>匯出數據審核…</translation>
        </message>
        <message>
            <source>打印正文…</source>
            <translation>列印內文…</translation>
        </message>
        <message>
            <source>打印本章…</source>
            <translation>列印本章…</translation>
        </message>
        <message>
            <source>后退</source>
            <translation>上一頁</translation>
        </message>
        <message>
            <source>前进</source>
            <translation>下一頁</translation>
        </message>
        <message>
            <source>打开文件…</source>
            <translation>開啟檔案…</translation>
        </message>
        <message>
            <source>资料库</source>
            <translation>資料庫</translation>
        </message>
        <message>
            <source>资料库 ▾</source>
            <translation>資料庫 ▾</translation>
        </message>
        <message>
            <source>转到章节或数据</source>
            <translation>前往章節或數據</translation>
        </message>
        <message>
            <source>添加或取消书签</source>
            <translation>新增或取消書籤</translation>
        </message>
        <message>
            <source>加笔记</source>
            <translation>新增筆記</translation>
        </message>
        <message>
            <source>书签栏</source>
            <translation>書籤欄</translation>
        </message>
        <message>
            <source>数据审核栏</source>
            <translation>數據審核欄</translation>
        </message>
        <message>
            <source>复制图表为图片</source>
            <translation>將圖表複製為圖片</translation>
        </message>
        <message>
            <source>图表另存为 PNG…</source>
            <translation>圖表另存為 PNG…</translation>
        </message>
        <message>
            <source>图表另存为 SVG…</source>
            <translation>圖表另存為 SVG…</translation>
        </message>
        <message>
            <source>下一栏</source>
            <translation>下一欄</translation>
        </message>
        <message>
            <source>上一栏</source>
            <translation>上一欄</translation>
        </message>
        <message>
            <source>设置…</source>
            <translation>設定…</translation>
        </message>
        <message>
            <source>帮助</source>
            <translation>說明</translation>
        </message>
        <message>
            <source>关于</source>
            <translation>關於</translation>
        </message>
        <message>
            <source>退出</source>
            <translation>結束</translation>
        </message>
        <message>
            <source>Excel 表格行</source>
            <translation>Excel 表格列</translation>
        </message>
        <message>
            <source>标准语句</source>
            <translation>標準語句</translation>
        </message>
        <message>
            <source>公报原句</source>
            <translation>公報原句</translation>
        </message>
        <message>
            <source>只要数值</source>
            <translation>只要數值</translation>
        </message>
        <message>
            <source>增减</source>
            <translation>增減</translation>
        </message>
        <message>
            <source>自定模板</source>
            <translation>自訂範本</translation>
        </message>
        <message>
            <source>来源行</source>
            <translation>來源行</translation>
        </message>
        <message>
            <source>参考文献 GB/T 7714—2015</source>
            <translation>參考文獻 GB/T 7714—2015</translation>
        </message>
        <message>
            <source>参考文献 GB/T 7714—2025</source>
            <translation>參考文獻 GB/T 7714—2025</translation>
        </message>
        <message>
            <source>所选内容的菜单</source>
            <translation>所選內容的選單</translation>
        </message>
    </context>
    <context>
        <name>BookmarkExchange</name>
        <message>
            <source>导出书签</source>
            <translation>匯出書籤</translation>
        </message>
        <message>
            <source>可以再导入 (*.json);;表格 (*.csv);;Markdown (*.md)</source>
            <translation>可再匯入 (*.json);;表格 (*.csv);;Markdown (*.md)</translation>
        </message>
        <message>
            <source>书签.json</source>
            <translation>書籤.json</translation>
        </message>
        <message>
            <source>导入书签</source>
            <translation>匯入書籤</translation>
        </message>
        <message>
            <source>书签文件 (*.json)</source>
            <translation>書籤檔案 (*.json)</translation>
        </message>
    </context>
    <context>
        <name>Bookmarking</name>
        <message>
            <source>已取消书签：{text}</source>
            <translation>已取消書籤：{text}</translation>
        </message>
        <message>
            <source>已添加书签：{text}</source>
            <translation>已新增書籤：{text}</translation>
        </message>
        <message>
            <source>{text} 等 {n} 处</source>
            <translation>{text} 等 {n} 處</translation>
        </message>
        <message>
            <source>公报的文字已经不同，原处已找不到；书签和笔记都还在</source>
            <translation>公報的文字已經不同，原處已找不到；書籤和筆記都還在</translation>
        </message>
        <message>
            <source>资料库里没有这份公报；书签和笔记都还在</source>
            <translation>資料庫裡沒有這份公報；書籤和筆記都還在</translation>
        </message>
    </context>
    <context>
        <name>BookmarksModel</name>
        <message>
            <source>标题与前言</source>
            <translation>標題與前言</translation>
        </message>
        <message>
            <source>{heading}，{n} 个书签</source>
            <translation>{heading}，{n} 個書籤</translation>
        </message>
        <message>
            <source>笔记：{note}</source>
            <translation>筆記：{note}</translation>
        </message>
        <message>
            <source>原处已找不到</source>
            <translation>原處已找不到</translation>
        </message>
        <message>
            <source>公报不在资料库</source>
            <translation>公報不在資料庫</translation>
        </message>
    </context>
    <context>
        <name>BookmarksPane</name>
        <message>
            <source>书签</source>
            <translation>書籤</translation>
        </message>
        <message>
            <source>筛选书签与笔记</source>
            <translation>篩選書籤與筆記</translation>
        </message>
        <message>
            <source>只列本公报的书签</source>
            <translation>只列出本公報的書籤</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>再存一次</source>
            <translation>再儲存一次</translation>
        </message>
        <message>
            <source>写笔记</source>
            <translation>撰寫筆記</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>刪除</translation>
        </message>
        <message>
            <source>更多</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>导出、导入</source>
            <translation>匯出、匯入</translation>
        </message>
        <message>
            <source>导出书签…</source>
            <translation>匯出書籤…</translation>
        </message>
        <message>
            <source>导入书签…</source>
            <translation>匯入書籤…</translation>
        </message>
        <message>
            <source>书签和笔记只保留到程序关闭，没有存入文件。</source>
            <translation>書籤和筆記只保留到程式關閉，沒有存入檔案。</translation>
        </message>
        <message>
            <source>有 {n} 处改动还没有存入用户数据</source>
            <translation>有 {n} 處變更還沒有存入使用者資料</translation>
        </message>
        <message>
            <source>已删除 {n} 个书签</source>
            <translation>已刪除 {n} 個書籤</translation>
        </message>
        <message>
            <source>没有符合条件的书签</source>
            <translation>沒有符合條件的書籤</translation>
        </message>
        <message>
            <source>还没有书签

Ctrl+D 给选中的数据、选中的文字或正在读的一段加书签；Ctrl+Shift+N 加书签并写笔记。</source>
            <translation>還沒有書籤

Ctrl+D 為選取的數據、選取的文字或正在讀的一段加上書籤；Ctrl+Shift+N 加上書籤並撰寫筆記。</translation>
        </message>
    </context>
    <context>
        <name>ChapterTreeModel</name>
        <message>
            <source>{heading}，{n} 个数据</source>
            <translation>{heading}，{n} 個數據</translation>
        </message>
        <message>
            <source>{heading}，{n} 处</source>
            <translation>{heading}，{n} 處</translation>
        </message>
    </context>
    <context>
        <name>ChapterTreePane</name>
        <message>
            <source>目录</source>
            <translation>目錄</translation>
        </message>
        <message>
            <source>这份公报没有分章</source>
            <translation>這份公報沒有分章</translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message>
            <source>{heading}：{what}</source>
            <translation>{heading}：{what}</translation>
        </message>
        <message>
            <source>全文</source>
            <translation>全文</translation>
        </message>
        <message>
            <source>存疑</source>
            <translation>存疑</translation>
        </message>
        <message>
            <source>未画入最大的一项：{name} {value}</source>
            <translation>未繪入最大的一項：{name} {value}</translation>
        </message>
        <message>
            <source>“{name}”远大于其余各项，可在上方改选不含最大项</source>
            <translation>「{name}」遠大於其餘各項，可在上方改選不含最大項</translation>
        </message>
    </context>
    <context>
        <name>ChartHead</name>
        <message>
            <source>增速</source>
            <translation>增速</translation>
        </message>
        <message>
            <source>总量</source>
            <translation>總量</translation>
        </message>
        <message>
            <source>构成</source>
            <translation>構成</translation>
        </message>
        <message>
            <source>完成率</source>
            <translation>完成率</translation>
        </message>
        <message>
            <source>历年</source>
            <translation>歷年</translation>
        </message>
        <message>
            <source>地区对比</source>
            <translation>地區對比</translation>
        </message>
        <message>
            <source>图表另存与复制</source>
            <translation>圖表另存與複製</translation>
        </message>
        <message>
            <source>把图表复制或存为图片</source>
            <translation>將圖表複製或存為圖片</translation>
        </message>
        <message>
            <source>画哪一组：{name}</source>
            <translation>繪製哪一組：{name}</translation>
        </message>
        <message>
            <source>复制图表为图片</source>
            <translation>將圖表複製為圖片</translation>
        </message>
        <message>
            <source>图表另存为 PNG…</source>
            <translation>圖表另存為 PNG…</translation>
        </message>
        <message>
            <source>图表另存为 SVG…</source>
            <translation>圖表另存為 SVG…</translation>
        </message>
    </context>
    <context>
        <name>Charting</name>
        <message>
            <source>筛选“{text}”</source>
            <translation>篩選「{text}」</translation>
        </message>
        <message>
            <source>{heading}，{sifted}</source>
            <translation>{heading}，{sifted}</translation>
        </message>
        <message>
            <source>全文</source>
            <translation>全文</translation>
        </message>
        <message>
            <source>不合计：{why}</source>
            <translation>不合計：{why}</translation>
        </message>
        <message>
            <source>合计 {n} {unit}</source>
            <translation>合計 {n} {unit}</translation>
        </message>
        <message>
            <source>平均 {n} {unit}</source>
            <translation>平均 {n} {unit}</translation>
        </message>
        <message>
            <source>小者为大者的 {n}%</source>
            <translation>小者為大者的 {n}%</translation>
        </message>
        <message>
            <source>注意：{what}</source>
            <translation>注意：{what}</translation>
        </message>
        <message>
            <source>由所选各项计算，按其中最粗的一项取位；各项数字直接相加为 {exact} {unit}</source>
            <translation>由所選各項計算，依其中最粗的一項取位；各項數字直接相加為 {exact} {unit}</translation>
        </message>
        <message>
            <source>现在没有可复制的图表</source>
            <translation>現在沒有可複製的圖表</translation>
        </message>
        <message>
            <source>已复制图表：{title}</source>
            <translation>已複製圖表：{title}</translation>
        </message>
        <message>
            <source>图表另存为</source>
            <translation>圖表另存為</translation>
        </message>
        <message>
            <source>已存为 {path}</source>
            <translation>已儲存為 {path}</translation>
        </message>
    </context>
    <context>
        <name>Charts</name>
        <message>
            <source>表中行数多，只画前 {n} 行，其余 {m} 行未画入；可先排序或筛选</source>
            <translation>表中列數多，只畫前 {n} 列，其餘 {m} 列未畫入；可先排序或篩選</translation>
        </message>
    </context>
    <context>
        <name>ComparedChart</name>
        <message>
            <source>比上年增长（%）</source>
            <translation>比上年增長（%）</translation>
        </message>
        <message>
            <source>上年</source>
            <translation>上年</translation>
        </message>
        <message>
            <source>比{base}增减（{unit}）</source>
            <translation>比{base}增減（{unit}）</translation>
        </message>
        <message>
            <source>数值（{unit}）</source>
            <translation>數值（{unit}）</translation>
        </message>
        <message>
            <source>数值</source>
            <translation>數值</translation>
        </message>
        <message>
            <source>待核实</source>
            <translation>待核實</translation>
        </message>
        <message>
            <source>资料库中没有</source>
            <translation>資料庫中沒有</translation>
        </message>
        <message>
            <source>标“待核实”的几份公报所印不同，各画一条：口径或修订，待核实</source>
            <translation>標“待核實”的幾份公報所印不同，各畫一條：口徑或修訂，待核實</translation>
        </message>
        <message>
            <source>一份公报里所印不一的各画一条，标“待核实”</source>
            <translation>一份公報裡所印不一的各畫一條，標「待核實」</translation>
        </message>
        <message>
            <source>“计算”由相邻两年所印数值相除，未考虑修订与价格；其余增速为公报所印</source>
            <translation>“計算”由相鄰兩年所印數值相除，未考慮修訂與價格；其餘增速為公報所印</translation>
        </message>
        <message>
            <source>条长已换算为{unit}，旁注数值与单位照原文</source>
            <translation>條長已換算為{unit}，旁註數值與單位照原文</translation>
        </message>
        <message>
            <source>另有 {n} 行不是单个数值，未画入</source>
            <translation>另有 {n} 行不是單個數值，未畫入</translation>
        </message>
    </context>
    <context>
        <name>Comparing</name>
        <message>
            <source>历年与地区对比</source>
            <translation>歷年與地區對比</translation>
        </message>
        <message>
            <source>在正文或指标表里选一个数，这里列出其他公报中的同一指标。</source>
            <translation>在正文或指標表裡選一個數，這裡列出其他公報中的同一指標。</translation>
        </message>
        <message>
            <source>资料库里只有这一份公报。要对比其他年份和地区，请管理员把收有更多公报的资料库（.db）以新名称放进 {folder}。</source>
            <translation>資料庫裡只有這一份公報。要對比其他年份和地區，請管理員把收有更多公報的資料庫（.db）以新名稱放進 {folder}。</translation>
        </message>
        <message>
            <source>资料库里只有这一份公报。要对比其他年份和地区，把每份公报放成 文件夹/bulletins/名称/source.txt（或 .docx、.pdf、.html），运行 gongbao build --data 文件夹 --out 资料库.db，再用 gongbao --library 资料库.db 打开。</source>
            <translation>資料庫裡只有這一份公報。要對比其他年份和地區，把每份公報放成 資料夾/bulletins/名稱/source.txt（或 .docx、.pdf、.html），執行 gongbao build --data 資料夾 --out 資料庫.db，再用 gongbao --library 資料庫.db 開啟。</translation>
        </message>
        <message>
            <source>{name}：{n} 份公报</source>
            <translation>{name}：{n} 份公報</translation>
        </message>
        <message>
            <source>资料库里的其他公报没有可比的同名指标。</source>
            <translation>資料庫裡的其他公報沒有可比的同名指標。</translation>
        </message>
        <message>
            <source>已复制 {n} 行，可以粘贴到 Excel</source>
            <translation>已複製 {n} 列，可以貼到 Excel</translation>
        </message>
        <message>
            <source>对比表另存为</source>
            <translation>對比表另存為</translation>
        </message>
        <message>
            <source>已存为 {path}</source>
            <translation>已儲存為 {path}</translation>
        </message>
    </context>
    <context>
        <name>ComparisonModel</name>
        <message>
            <source>年份</source>
            <translation>年份</translation>
        </message>
        <message>
            <source>地区</source>
            <translation>地區</translation>
        </message>
        <message>
            <source>数值</source>
            <translation>數值</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>單位</translation>
        </message>
        <message>
            <source>增速（%）</source>
            <translation>增速（%）</translation>
        </message>
        <message>
            <source>比较基期</source>
            <translation>比較基期</translation>
        </message>
        <message>
            <source>价格口径</source>
            <translation>價格口徑</translation>
        </message>
        <message>
            <source>数据状态</source>
            <translation>數據狀態</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>說明</translation>
        </message>
        <message>
            <source>来源</source>
            <translation>來源</translation>
        </message>
        <message>
            <source>指标</source>
            <translation>指標</translation>
        </message>
        <message>
            <source>{heading}：{text}</source>
            <translation>{heading}：{text}</translation>
        </message>
        <message>
            <source>无</source>
            <translation>無</translation>
        </message>
    </context>
    <context>
        <name>ComparisonPane</name>
        <message>
            <source>历年与地区对比</source>
            <translation>歷年與地區對比</translation>
        </message>
        <message>
            <source>复制所选行（含来源）</source>
            <translation>複製所選行（含來源）</translation>
        </message>
        <message>
            <source>对比表另存为 Excel 工作簿…</source>
            <translation>對比表另存為 Excel 工作簿…</translation>
        </message>
        <message>
            <source>对比表另存为 CSV…</source>
            <translation>對比表另存為 CSV…</translation>
        </message>
    </context>
    <context>
        <name>Completer</name>
        <message>
            <source>筛选</source>
            <translation>篩選</translation>
        </message>
        <message>
            <source>{n} 个数据</source>
            <translation>{n} 個數據</translation>
        </message>
        <message>
            <source>{n} 份公报</source>
            <translation>{n} 份公報</translation>
        </message>
        <message>
            <source>{n} 段</source>
            <translation>{n} 段</translation>
        </message>
    </context>
    <context>
        <name>CompletionChart</name>
        <message>
            <source>完成率</source>
            <translation>完成率</translation>
        </message>
        <message>
            <source>表中没有应完成数与完成数</source>
            <translation>表中沒有應完成數與完成數</translation>
        </message>
        <message>
            <source>没有应完成数与完成数</source>
            <translation>沒有應完成數與完成數</translation>
        </message>
        <message>
            <source>虚线为 100%；条长为完成数除以应完成数</source>
            <translation>虛線為 100%；長條為完成數除以應完成數</translation>
        </message>
        <message>
            <source>{n} 项原文所印的完成率与两数之商不一致，见数据审核</source>
            <translation>{n} 項原文所印的完成率與兩數之商不一致，見數據審核</translation>
        </message>
        <message>
            <source>完成率（%）</source>
            <translation>完成率（%）</translation>
        </message>
        <message>
            <source>计算 {share}</source>
            <translation>計算 {share}</translation>
        </message>
        <message>
            <source>原文 {rate}</source>
            <translation>原文 {rate}</translation>
        </message>
        <message>
            <source>两数之商 {share}</source>
            <translation>兩數之商 {share}</translation>
        </message>
    </context>
    <context>
        <name>ContextMenu</name>
        <message>
            <source>复制</source>
            <translation>複製</translation>
        </message>
        <message>
            <source>全选</source>
            <translation>全選</translation>
        </message>
        <message>
            <source>复制选中的 {n} 个数据</source>
            <translation>複製選取的 {n} 個數據</translation>
        </message>
        <message>
            <source>复制　{name}　{value}</source>
            <translation>複製　{name}　{value}</translation>
        </message>
        <message>
            <source>本句　{text}（含 {n} 个数据）</source>
            <translation>本句　{text}（含 {n} 個數據）</translation>
        </message>
        <message>
            <source>本句　{text}</source>
            <translation>本句　{text}</translation>
        </message>
        <message>
            <source>选中的文字　{text}（含 {n} 个数据）</source>
            <translation>選中的文字　{text}（含 {n} 個數據）</translation>
        </message>
        <message>
            <source>选中的文字　{text}</source>
            <translation>選中的文字　{text}</translation>
        </message>
        <message>
            <source>复制（附出处）</source>
            <translation>複製（附出處）</translation>
        </message>
    </context>
    <context>
        <name>Copying</name>
        <message>
            <source>已复制 {n} 行，可以粘贴到 Excel</source>
            <translation>已複製 {n} 列，可以貼到 Excel</translation>
        </message>
        <message>
            <source>已复制 {n} 个数据</source>
            <translation>已複製 {n} 個數據</translation>
        </message>
        <message>
            <source>已复制：{text}</source>
            <translation>已複製：{text}</translation>
        </message>
        <message>
            <source>（即{words}）</source>
            <translation>（即{words}）</translation>
        </message>
        <message>
            <source>（其中 {n} 个数据存疑）</source>
            <translation>（其中 {n} 個數據存疑）</translation>
        </message>
    </context>
    <context>
        <name>CrashReporter</name>
        <message>
            <source>程序上次意外中断，已回到上次读到的地方。复制详情可交给维护人员。</source>
            <translation>程式上次意外中斷，已回到上次讀到的地方。複製詳細資料可交給維護人員。</translation>
        </message>
    </context>
    <context>
        <name>Exporting</name>
        <message>
            <source>导出选中的 {n} 个数据…</source>
            <translation>匯出選取的 {n} 個數據…</translation>
        </message>
        <message>
            <source>导出选中的数据…</source>
            <translation>匯出選取的數據…</translation>
        </message>
        <message>
            <source>这里在第一章之前，没有本章</source>
            <translation>這裡在第一章之前，沒有本章</translation>
        </message>
        <message>
            <source>选中的数据</source>
            <translation>選取的數據</translation>
        </message>
        <message>
            <source>先选中数据，再导出</source>
            <translation>請先選取數據，再匯出</translation>
        </message>
        <message>
            <source>先检索，再导出结果</source>
            <translation>請先搜尋，再匯出結果</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>匯出</translation>
        </message>
        <message>
            <source>正在打印上一份，请稍候或先取消</source>
            <translation>正在列印上一份，請稍候或先取消</translation>
        </message>
    </context>
    <context>
        <name>FigureCells</name>
        <message>
            <source>指标</source>
            <translation>指標</translation>
        </message>
        <message>
            <source>数值</source>
            <translation>數值</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>單位</translation>
        </message>
        <message>
            <source>比上年增长（%）</source>
            <translation>比上年增長（%）</translation>
        </message>
        <message>
            <source>时期</source>
            <translation>時期</translation>
        </message>
        <message>
            <source>价格口径</source>
            <translation>價格口徑</translation>
        </message>
        <message>
            <source>比较基期</source>
            <translation>比較基期</translation>
        </message>
        <message>
            <source>章</source>
            <translation>章</translation>
        </message>
        <message>
            <source>地区</source>
            <translation>地區</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>範圍</translation>
        </message>
        <message>
            <source>数据状态</source>
            <translation>數據狀態</translation>
        </message>
        <message>
            <source>注</source>
            <translation>註</translation>
        </message>
        <message>
            <source>存疑</source>
            <translation>存疑</translation>
        </message>
        <message>
            <source>{name}，存疑</source>
            <translation>{name}，存疑</translation>
        </message>
        <message>
            <source>换算</source>
            <translation>換算</translation>
        </message>
    </context>
    <context>
        <name>FigureDelegate</name>
        <message>
            <source>存疑</source>
            <translation>存疑</translation>
        </message>
        <message>
            <source>换算</source>
            <translation>換算</translation>
        </message>
    </context>
    <context>
        <name>FigureTableModel</name>
        <message>
            <source>比上年
增长（%）</source>
            <translation>比上年
增長（%）</translation>
        </message>
    </context>
    <context>
        <name>FigureTablePane</name>
        <message>
            <source>指标表</source>
            <translation>指標表</translation>
        </message>
        <message>
            <source>列标题：按键盘可用“列”按钮选择显示哪些列</source>
            <translation>欄標題：使用鍵盤時，可用「欄」按鈕選擇顯示哪些欄</translation>
        </message>
        <message>
            <source>对比</source>
            <translation>對比</translation>
        </message>
        <message>
            <source>没有符合“{typed}”的指标，按 Esc 清除筛选</source>
            <translation>沒有符合「{typed}」的指標，按 Esc 清除篩選</translation>
        </message>
        <message>
            <source>本章没有数据</source>
            <translation>本章沒有數據</translation>
        </message>
        <message>
            <source>全文没有数据</source>
            <translation>全文沒有數據</translation>
        </message>
        <message>
            <source>本章指标 {n}</source>
            <translation>本章指標 {n}</translation>
        </message>
        <message>
            <source>本章 {n}</source>
            <translation>本章 {n}</translation>
        </message>
        <message>
            <source>全文指标 {n}</source>
            <translation>全文指標 {n}</translation>
        </message>
        <message>
            <source>全文 {n}</source>
            <translation>全文 {n}</translation>
        </message>
    </context>
    <context>
        <name>FigureText</name>
        <message>
            <source>{text}（{notes}）</source>
            <translation>{text}（{notes}）</translation>
        </message>
        <message>
            <source>持平</source>
            <translation>持平</translation>
        </message>
        <message>
            <source>增长 {n}</source>
            <translation>增長 {n}</translation>
        </message>
        <message>
            <source>下降 {n}</source>
            <translation>下降 {n}</translation>
        </message>
        <message>
            <source>比{base}</source>
            <translation>比{base}</translation>
        </message>
        <message>
            <source>时期</source>
            <translation>時期</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>範圍</translation>
        </message>
        <message>
            <source>数据状态</source>
            <translation>數據狀態</translation>
        </message>
        <message>
            <source>注</source>
            <translation>註</translation>
        </message>
        <message>
            <source>存疑：这个数字或它的名称紧挨着原文中未能证实的损坏处，请核对原文。</source>
            <translation>存疑：這個數字或它的名稱緊鄰原文中未能證實的損毀處，請核對原文。</translation>
        </message>
        <message>
            <source>上年</source>
            <translation>上年</translation>
        </message>
        <message>
            <source>原文未写明与何时相比，按公报惯例</source>
            <translation>原文未寫明與何時相比，依公報慣例</translation>
        </message>
    </context>
    <context>
        <name>FileDialog</name>
        <message>
            <source>文件夹</source>
            <translation>資料夾</translation>
        </message>
        <message>
            <source>{suffix} 文件</source>
            <translation>{suffix} 檔案</translation>
        </message>
        <message>
            <source>文件</source>
            <translation>檔案</translation>
        </message>
        <message>
            <source>文件夹：</source>
            <translation>資料夾：</translation>
        </message>
        <message>
            <source>格式：</source>
            <translation>格式：</translation>
        </message>
    </context>
    <context>
        <name>FileWriting</name>
        <message>
            <source>正在导出上一个文件，请稍候或先取消</source>
            <translation>正在匯出上一個檔案，請稍候或先取消</translation>
        </message>
        <message>
            <source>正在导出 {name}</source>
            <translation>正在匯出 {name}</translation>
        </message>
        <message>
            <source>已取消导出，没有写成文件</source>
            <translation>已取消匯出，沒有寫成檔案</translation>
        </message>
        <message>
            <source>已导出：{name}</source>
            <translation>已匯出：{name}</translation>
        </message>
        <message>
            <source>打开所在文件夹</source>
            <translation>開啟所在資料夾</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>在本公报中查找</source>
            <translation>在本公報中尋找</translation>
        </message>
        <message>
            <source>上一处</source>
            <translation>上一處</translation>
        </message>
        <message>
            <source>下一处</source>
            <translation>下一處</translation>
        </message>
        <message>
            <source>关闭查找</source>
            <translation>關閉尋找</translation>
        </message>
        <message>
            <source>没有找到</source>
            <translation>沒有找到</translation>
        </message>
    </context>
    <context>
        <name>FindingsModel</name>
        <message>
            <source>标题与前言</source>
            <translation>標題與前言</translation>
        </message>
        <message>
            <source>{heading}，{n} 条</source>
            <translation>{heading}，{n} 條</translation>
        </message>
    </context>
    <context>
        <name>FindingsPane</name>
        <message>
            <source>数据审核</source>
            <translation>數據審核</translation>
        </message>
        <message>
            <source>筛选结论</source>
            <translation>篩選結論</translation>
        </message>
        <message>
            <source>排列</source>
            <translation>排列</translation>
        </message>
        <message>
            <source>验算了 {n} 个数：{told}。只作陈述，不改动印出来的数。</source>
            <translation>驗算了 {n} 個數：{told}。只作陳述，不更動印出來的數。</translation>
        </message>
        <message>
            <source>这份公报里没有可以相互验算的数。</source>
            <translation>這份公報裡沒有可以相互驗算的數。</translation>
        </message>
        <message>
            <source>全部结论 {n}</source>
            <translation>全部結論 {n}</translation>
        </message>
        <message>
            <source>按结论</source>
            <translation>依結論</translation>
        </message>
        <message>
            <source>按章</source>
            <translation>依章</translation>
        </message>
    </context>
    <context>
        <name>Going</name>
        <message>
            <source>{n} 个数据</source>
            <translation>{n} 個數據</translation>
        </message>
    </context>
    <context>
        <name>GrowthChart</name>
        <message>
            <source>另有 {n} 项变动的单位或比较基期不同，未画入</source>
            <translation>另有 {n} 項變動的單位或比較基期不同，未繪入</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>不含最大项</source>
            <translation>不含最大項</translation>
        </message>
        <message>
            <source>表中没有同比增速数据</source>
            <translation>表中沒有同比增速數據</translation>
        </message>
        <message>
            <source>没有同比增速数据</source>
            <translation>沒有同比增速數據</translation>
        </message>
        <message>
            <source>比上年增长</source>
            <translation>比上年增長</translation>
        </message>
        <message>
            <source>比上年增长（%）</source>
            <translation>比上年增長（%）</translation>
        </message>
        <message>
            <source>{n} 项为原文写明</source>
            <translation>{n} 項為原文寫明</translation>
        </message>
        <message>
            <source>{n} 项原文未写、按指标惯例</source>
            <translation>{n} 項原文未寫、按指標慣例</translation>
        </message>
        <message>
            <source>{n} 项未说明</source>
            <translation>{n} 項未說明</translation>
        </message>
        <message>
            <source>，</source>
            <translation>，</translation>
        </message>
        <message>
            <source>价格口径：{said}</source>
            <translation>價格口徑：{said}</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>统计公报浏览器</source>
            <translation>統計公報瀏覽器</translation>
        </message>
        <message>
            <source>版本 {version}</source>
            <translation>版本 {version}</translation>
        </message>
        <message>
            <source>离线阅读、检索、核对与引用统计公报。不连接网络，资料只存在这台电脑上。</source>
            <translation>離線閱讀、搜尋、核對與引用統計公報。不連線網路，資料只存在這台電腦上。</translation>
        </message>
        <message>
            <source>以 MIT 许可证发布。© 2026 The Gongbao developers</source>
            <translation>以 MIT 授權條款發布。© 2026 The Gongbao developers</translation>
        </message>
        <message>
            <source>用到的软件及其许可证</source>
            <translation>用到的軟體及其授權</translation>
        </message>
        <message>
            <source>全部组成部分的清单（SBOM）、许可证全文，以及怎样换用自己生成的 Qt：{folder}</source>
            <translation>全部組成部分的清單（SBOM）、授權條款全文，以及怎樣換用自己產生的 Qt：{folder}</translation>
        </message>
    </context>
    <context>
        <name>HintBar</name>
        <message>
            <source>左边是目录和检索结果；中间的正文里，带底色的数据可以单击；右边是本章的指标和图。Ctrl+K 检索，Ctrl+C 复制选中的数据，F1 帮助。</source>
            <translation>左邊是目錄和搜尋結果；中間的內文裡，帶底色的數據可以按一下選取；右邊是本章的指標和圖表。Ctrl+K 搜尋，Ctrl+C 複製選取的數據，F1 說明。</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>知道了</translation>
        </message>
    </context>
    <context>
        <name>HitDelegate</name>
        <message>
            <source>{n} 段</source>
            <translation>{n} 段</translation>
        </message>
    </context>
    <context>
        <name>HitWalk</name>
        <message>
            <source>第 {n} 处，共 {m} 处</source>
            <translation>第 {n} 處，共 {m} 處</translation>
        </message>
    </context>
    <context>
        <name>HoverCard</name>
        <message>
            <source>上年数</source>
            <translation>上年數</translation>
        </message>
        <message>
            <source>时期</source>
            <translation>時期</translation>
        </message>
        <message>
            <source>换算</source>
            <translation>換算</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>範圍</translation>
        </message>
        <message>
            <source>数据状态</source>
            <translation>數據狀態</translation>
        </message>
        <message>
            <source>注</source>
            <translation>註</translation>
        </message>
        <message>
            <source>存疑</source>
            <translation>存疑</translation>
        </message>
        <message>
            <source>单击后 Ctrl C 复制 {value} · Ctrl Shift C 连同出处</source>
            <translation>按一下後 Ctrl C 複製 {value} · Ctrl Shift C 連同出處</translation>
        </message>
        <message>
            <source>确定</source>
            <translation>確定</translation>
        </message>
        <message>
            <source>很可能</source>
            <translation>很可能</translation>
        </message>
        <message>
            <source>编者判断</source>
            <translation>編者判斷</translation>
        </message>
        <message>
            <source>未能证实</source>
            <translation>未能證實</translation>
        </message>
        <message>
            <source>来源文字</source>
            <translation>來源文字</translation>
        </message>
        <message>
            <source>（无）</source>
            <translation>（無）</translation>
        </message>
        <message>
            <source>读作</source>
            <translation>讀作</translation>
        </message>
        <message>
            <source>（删去）</source>
            <translation>（刪去）</translation>
        </message>
        <message>
            <source>把握</source>
            <translation>把握</translation>
        </message>
        <message>
            <source>依据</source>
            <translation>依據</translation>
        </message>
        <message>
            <source>此处原文已损坏，未能修复</source>
            <translation>此處原文已損毀，未能修復</translation>
        </message>
        <message>
            <source>此处文字经过修复</source>
            <translation>此處文字經過修復</translation>
        </message>
        <message>
            <source>切换到“原文”可看来源的样子</source>
            <translation>切換到「原文」可看來源的樣子</translation>
        </message>
        <message>
            <source>正文有 {n} 处引用这条注</source>
            <translation>內文有 {n} 處引用這條註</translation>
        </message>
        <message>
            <source>单击或按 Enter 回到正文</source>
            <translation>按一下或按 Enter 回到正文</translation>
        </message>
        <message>
            <source>注 {mark}</source>
            <translation>註 {mark}</translation>
        </message>
        <message>
            <source>单击或按 Enter 去看注释</source>
            <translation>按一下或按 Enter 查看註釋</translation>
        </message>
        <message>
            <source>旁边的原文有损坏，未能证实，请核对原文</source>
            <translation>旁邊的原文有損毀，未能證實，請核對原文</translation>
        </message>
        <message>
            <source>紧挨着未能修复的“{damaged}”，数字可能不全，请核对原文</source>
            <translation>緊鄰未能修復的「{damaged}」，數字可能不全，請核對原文</translation>
        </message>
        <message>
            <source>紧挨着只是很可能的修复（来源“{damaged}”），请核对原文</source>
            <translation>緊鄰只是很可能的修復（來源「{damaged}」），請核對原文</translation>
        </message>
        <message>
            <source>{low}–{high} {unit}（推算，未考虑修订）</source>
            <translation>{low}–{high} {unit}（推算，未考慮修訂）</translation>
        </message>
        <message>
            <source>{low}–{high} {unit}（推算，按惯例视为现价，未考虑修订）</source>
            <translation>{low}–{high} {unit}（推算，依慣例視為現價，未考慮修訂）</translation>
        </message>
        <message>
            <source>比{base}</source>
            <translation>比{base}</translation>
        </message>
        <message>
            <source>上年</source>
            <translation>上年</translation>
        </message>
        <message>
            <source>口径未说明</source>
            <translation>口徑未說明</translation>
        </message>
        <message>
            <source>{basis}，按惯例</source>
            <translation>{basis}，依慣例</translation>
        </message>
        <message>
            <source>持平</source>
            <translation>持平</translation>
        </message>
        <message>
            <source>增长</source>
            <translation>增長</translation>
        </message>
        <message>
            <source>下降</source>
            <translation>下降</translation>
        </message>
    </context>
    <context>
        <name>HowMuch</name>
        <message>
            <source>没有找到</source>
            <translation>沒有找到</translation>
        </message>
        <message>
            <source>{n} 段</source>
            <translation>{n} 段</translation>
        </message>
        <message>
            <source>{n} 处</source>
            <translation>{n} 處</translation>
        </message>
        <message>
            <source>{n} 处 · {m} 章</source>
            <translation>{n} 處 · {m} 章</translation>
        </message>
    </context>
    <context>
        <name>ImportReceipt</name>
        <message>
            <source>详情</source>
            <translation>詳細資料</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>读入的详情</source>
            <translation>讀入的詳細資料</translation>
        </message>
    </context>
    <context>
        <name>KeptPane</name>
        <message>
            <source>已保存的检索和最近检索</source>
            <translation>已儲存的搜尋和最近的搜尋</translation>
        </message>
        <message>
            <source>清除最近检索</source>
            <translation>清除最近的搜尋</translation>
        </message>
        <message>
            <source>在检索框输入词语或数字，例如：
低保　28.1%

也可以要两个词都有，或不要一个词：
社会保障 低保　低保 -城市</source>
            <translation>在搜尋框輸入詞語或數字，例如：
低保　28.1%

也可以要兩個詞都有，或不要一個詞：
社會保障 低保　低保 -城市</translation>
        </message>
        <message>
            <source>已保存的检索</source>
            <translation>已儲存的搜尋</translation>
        </message>
        <message>
            <source>最近检索</source>
            <translation>最近的搜尋</translation>
        </message>
    </context>
    <context>
        <name>LevelsChart</name>
        <message>
            <source>表中没有可以比较大小的总量</source>
            <translation>表中沒有可以比較大小的總量</translation>
        </message>
        <message>
            <source>没有可以比较大小的总量</source>
            <translation>沒有可以比較大小的總量</translation>
        </message>
        <message>
            <source>总量</source>
            <translation>總量</translation>
        </message>
        <message>
            <source>{unit}，不含最大项（{n}）</source>
            <translation>{unit}，不含最大項（{n}）</translation>
        </message>
        <message>
            <source>另有 {n} 项的单位不同，可在上方改选</source>
            <translation>另有 {n} 項的單位不同，可在上方改選</translation>
        </message>
        <message>
            <source>标“换算”的数值由原文单位换算而来</source>
            <translation>標「換算」的數值由原文單位換算而來</translation>
        </message>
        <message>
            <source>数值（{unit}）</source>
            <translation>數值（{unit}）</translation>
        </message>
        <message>
            <source>换算</source>
            <translation>換算</translation>
        </message>
        <message>
            <source>{value}，换算</source>
            <translation>{value}，換算</translation>
        </message>
    </context>
    <context>
        <name>Looks</name>
        <message>
            <source>外观：{name}</source>
            <translation>外觀：{name}</translation>
        </message>
        <message>
            <source>外观：{name}，不再跟随系统；在设置（Ctrl+,）里可以改回</source>
            <translation>外觀：{name}，不再跟隨系統；在設定（Ctrl+,）裡可以改回</translation>
        </message>
        <message>
            <source>外观：{name}，不再是高对比度；在设置（Ctrl+,）里可以改回</source>
            <translation>外觀：{name}，不再是高對比度；在設定（Ctrl+,）裡可以改回</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>淺色</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>深色</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>统计公报浏览器</source>
            <translation>統計公報瀏覽器</translation>
        </message>
        <message>
            <source>程序出了一个错误，已记入日志。可以继续使用；复制详情可交给维护人员。</source>
            <translation>程式發生錯誤，已寫入記錄檔。可以繼續使用；複製詳細資料可交給維護人員。</translation>
        </message>
        <message>
            <source>{title} — 统计公报浏览器</source>
            <translation>{title} — 統計公報瀏覽器</translation>
        </message>
    </context>
    <context>
        <name>MarginMarks</name>
        <message>
            <source>书签</source>
            <translation>書籤</translation>
        </message>
    </context>
    <context>
        <name>Moving</name>
        <message>
            <source>本公报的各章</source>
            <translation>本公報的各章</translation>
        </message>
        <message>
            <source>后面没有注释标记</source>
            <translation>後面沒有註釋標記</translation>
        </message>
        <message>
            <source>前面没有注释标记</source>
            <translation>前面沒有註釋標記</translation>
        </message>
    </context>
    <context>
        <name>NoteEditor</name>
        <message>
            <source>笔记</source>
            <translation>筆記</translation>
        </message>
        <message>
            <source>写笔记…　Enter 写完，Shift+Enter 换行</source>
            <translation>撰寫筆記…　Enter 完成，Shift+Enter 換行</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>复制详情</source>
            <translation>複製詳細資料</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>關閉</translation>
        </message>
    </context>
    <context>
        <name>Opening</name>
        <message>
            <source>正在读 {name}</source>
            <translation>正在讀取 {name}</translation>
        </message>
        <message>
            <source>{what} — 统计公报浏览器</source>
            <translation>{what} — 統計公報瀏覽器</translation>
        </message>
        <message>
            <source>统计公报浏览器</source>
            <translation>統計公報瀏覽器</translation>
        </message>
        <message>
            <source>只是查看 {name}，没有存入资料库。</source>
            <translation>只是檢視 {name}，沒有存入資料庫。</translation>
        </message>
        <message>
            <source>不详</source>
            <translation>不詳</translation>
        </message>
        <message>
            <source>打开文件</source>
            <translation>開啟檔案</translation>
        </message>
        <message>
            <source>公报（{suffixes}）</source>
            <translation>公報（{suffixes}）</translation>
        </message>
        <message>
            <source>所有文件（*）</source>
            <translation>所有檔案（*）</translation>
        </message>
        <message>
            <source>资料库的公报</source>
            <translation>資料庫的公報</translation>
        </message>
        <message>
            <source>另有 {n} 份：在检索框里用 地区: 和 年: 查找</source>
            <translation>另有 {n} 份：在搜尋框裡用 地區: 和 年: 尋找</translation>
        </message>
    </context>
    <context>
        <name>PageDialog</name>
        <message>
            <source>在本页查找</source>
            <translation>在本頁尋找</translation>
        </message>
        <message>
            <source>关闭(&amp;C)</source>
            <translation>關閉(&amp;C)</translation>
        </message>
        <message>
            <source>没有找到</source>
            <translation>沒有找到</translation>
        </message>
    </context>
    <context>
        <name>PageHead</name>
        <message>
            <source>换一份公报</source>
            <translation>換一份公報</translation>
        </message>
        <message>
            <source>转到另一章</source>
            <translation>前往另一章</translation>
        </message>
        <message>
            <source>{year} 年</source>
            <translation>{year} 年</translation>
        </message>
        <message>
            <source>公报：{path}</source>
            <translation>公報：{path}</translation>
        </message>
        <message>
            <source>章：{title}</source>
            <translation>章：{title}</translation>
        </message>
        <message>
            <source>{n} 章</source>
            <translation>{n} 章</translation>
        </message>
        <message>
            <source>{n} 节</source>
            <translation>{n} 節</translation>
        </message>
        <message>
            <source>{n} 个数据</source>
            <translation>{n} 個數據</translation>
        </message>
        <message>
            <source>文字修复 {n} 处</source>
            <translation>文字修復 {n} 處</translation>
        </message>
        <message>
            <source>存疑 {n} 处</source>
            <translation>存疑 {n} 處</translation>
        </message>
    </context>
    <context>
        <name>Panes</name>
        <message>
            <source>目录</source>
            <translation>目錄</translation>
        </message>
        <message>
            <source>检索</source>
            <translation>搜尋</translation>
        </message>
        <message>
            <source>书签</source>
            <translation>書籤</translation>
        </message>
        <message>
            <source>数据审核</source>
            <translation>數據審核</translation>
        </message>
    </context>
    <context>
        <name>PartsChart</name>
        <message>
            <source>表中没有经核对相加一致的构成</source>
            <translation>表中沒有經核對相加一致的構成</translation>
        </message>
        <message>
            <source>没有经核对相加一致的构成</source>
            <translation>沒有經核對相加一致的構成</translation>
        </message>
        <message>
            <source>构成</source>
            <translation>構成</translation>
        </message>
        <message>
            <source>{name} {value}的构成</source>
            <translation>{name} {value}的構成</translation>
        </message>
        <message>
            <source>占合计的比重（%，计算值）</source>
            <translation>佔合計的比重（%，計算值）</translation>
        </message>
        <message>
            <source>所选“{name}”没有经核对相加一致的构成，此处为“{drawn}”的构成</source>
            <translation>所選“{name}”沒有經核對相加一致的構成，此處為“{drawn}”的構成</translation>
        </message>
        <message>
            <source>{name} {value}</source>
            <translation>{name} {value}</translation>
        </message>
        <message>
            <source>比重（%，原文所印）</source>
            <translation>比重（%，原文所印）</translation>
        </message>
        <message>
            <source>原文所印各项之和与 100 一致，或在四舍五入之内</source>
            <translation>原文所印各項之和與 100 一致，或在四捨五入之內</translation>
        </message>
        <message>
            <source>{name}（{period}）</source>
            <translation>{name}（{period}）</translation>
        </message>
        <message>
            <source>{name}（{first}等 {n} 项）</source>
            <translation>{name}（{first}等 {n} 項）</translation>
        </message>
        <message>
            <source>{name}（{n} 项）</source>
            <translation>{name}（{n} 項）</translation>
        </message>
        <message>
            <source>{value}，占 {share}</source>
            <translation>{value}，佔 {share}</translation>
        </message>
        <message>
            <source>四舍五入差</source>
            <translation>四捨五入差</translation>
        </message>
        <message>
            <source>各项之和与合计相差 {gap}{unit}，在四舍五入之内</source>
            <translation>各項之和與合計相差 {gap}{unit}，在四捨五入之內</translation>
        </message>
        <message>
            <source>各项之和与合计一致</source>
            <translation>各項之和與合計一致</translation>
        </message>
    </context>
    <context>
        <name>PlacesChart</name>
        <message>
            <source>没有其他地区可比</source>
            <translation>沒有其他地區可比</translation>
        </message>
        <message>
            <source>{name}：{year}年各地区</source>
            <translation>{name}：{year}年各地區</translation>
        </message>
        <message>
            <source>资料库里没有这项指标的其他地区</source>
            <translation>資料庫裡沒有這項指標的其他地區</translation>
        </message>
        <message>
            <source>{year}年（{n}）</source>
            <translation>{year}年（{n}）</translation>
        </message>
        <message>
            <source>只画前 {n} 条，其余见上表</source>
            <translation>只畫前 {n} 條，其餘見上表</translation>
        </message>
        <message>
            <source>这些数不能画成条形</source>
            <translation>這些數不能畫成條形</translation>
        </message>
        <message>
            <source>{year}年没有数的地区：{names}等 {n} 个</source>
            <translation>{year}年沒有數的地區：{names}等 {n} 個</translation>
        </message>
        <message>
            <source>{year}年没有数的地区：{names}</source>
            <translation>{year}年沒有數的地區：{names}</translation>
        </message>
        <message>
            <source>当地公报</source>
            <translation>當地公報</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>打印</source>
            <translation>列印</translation>
        </message>
        <message>
            <source>无法打印，请检查打印机是否可用</source>
            <translation>無法列印，請檢查印表機是否可用</translation>
        </message>
        <message>
            <source>正在打印 {title}</source>
            <translation>正在列印 {title}</translation>
        </message>
        <message>
            <source>已送去打印：{title}</source>
            <translation>已送去列印：{title}</translation>
        </message>
        <message>
            <source>已取消打印</source>
            <translation>已取消列印</translation>
        </message>
    </context>
    <context>
        <name>QueriesModel</name>
        <message>
            <source>{query}
Delete 键删去</source>
            <translation>{query}
按 Delete 鍵刪去</translation>
        </message>
    </context>
    <context>
        <name>QueryPopup</name>
        <message>
            <source>检索建议</source>
            <translation>搜尋建議</translation>
        </message>
    </context>
    <context>
        <name>ReaderPane</name>
        <message>
            <source>正文</source>
            <translation>內文</translation>
        </message>
        <message>
            <source>这里显示公报的正文。Ctrl+O 打开文件，Ctrl+L 换一份公报。</source>
            <translation>這裡顯示公報的內文。Ctrl+O 開啟檔案，Ctrl+L 換一份公報。</translation>
        </message>
    </context>
    <context>
        <name>ResultsHead</name>
        <message>
            <source>按相关度</source>
            <translation>依相關度</translation>
        </message>
        <message>
            <source>按原文顺序</source>
            <translation>依原文順序</translation>
        </message>
        <message>
            <source>检索结果{order}</source>
            <translation>搜尋結果{order}</translation>
        </message>
        <message>
            <source>看不懂“{filters}”，当作文字查找</source>
            <translation>看不懂「{filters}」，當作文字尋找</translation>
        </message>
        <message>
            <source>按指标名找到 {n} 段</source>
            <translation>依指標名稱找到 {n} 段</translation>
        </message>
        <message>
            <source>{n} 处</source>
            <translation>{n} 處</translation>
        </message>
        <message>
            <source>{n} 段</source>
            <translation>{n} 段</translation>
        </message>
        <message>
            <source>{n} 章</source>
            <translation>{n} 章</translation>
        </message>
        <message>
            <source>按指标名另有 {n} 段</source>
            <translation>依指標名稱另有 {n} 段</translation>
        </message>
        <message>
            <source>指标：{names}</source>
            <translation>指標：{names}</translation>
        </message>
        <message>
            <source>指标：{names}等 {n} 个</source>
            <translation>指標：{names}等 {n} 個</translation>
        </message>
        <message>
            <source>也查同义词</source>
            <translation>也查同義詞</translation>
        </message>
        <message>
            <source>只查了原词　{switch}</source>
            <translation>只查了原詞　{switch}</translation>
        </message>
        <message>
            <source>{names}等 {n} 个</source>
            <translation>{names}等 {n} 個</translation>
        </message>
        <message>
            <source>只查原词</source>
            <translation>只查原詞</translation>
        </message>
        <message>
            <source>也匹配 {names}　{switch}</source>
            <translation>也符合 {names}　{switch}</translation>
        </message>
    </context>
    <context>
        <name>ResultsModel</name>
        <message>
            <source>{place} {year} 年</source>
            <translation>{place} {year} 年</translation>
        </message>
        <message>
            <source>全文</source>
            <translation>全文</translation>
        </message>
        <message>
            <source>标题与前言</source>
            <translation>標題與前言</translation>
        </message>
        <message>
            <source>按指标名</source>
            <translation>依指標名稱</translation>
        </message>
        <message>
            <source>按指标名：{name}</source>
            <translation>依指標名稱：{name}</translation>
        </message>
        <message>
            <source>{heading}，{n} 段</source>
            <translation>{heading}，{n} 段</translation>
        </message>
        <message>
            <source>{heading}，{n} 段，已折叠</source>
            <translation>{heading}，{n} 段，已摺疊</translation>
        </message>
    </context>
    <context>
        <name>ResultsPane</name>
        <message>
            <source>检索结果</source>
            <translation>搜尋結果</translation>
        </message>
        <message>
            <source>检索没有完成

{reason}</source>
            <translation>搜尋沒有完成

{reason}</translation>
        </message>
        <message>
            <source>没有找到“{query}”

可以换一个更短的词，或去掉一个条件；简体、繁体都可以。</source>
            <translation>沒有找到「{query}」

可以換一個更短的詞，或去掉一個條件；簡體、繁體都可以。</translation>
        </message>
        <message>
            <source>另有 {n} 段，继续列出</source>
            <translation>另有 {n} 段，繼續列出</translation>
        </message>
    </context>
    <context>
        <name>SaveAs</name>
        <message>
            <source>Excel 工作簿</source>
            <translation>Excel 活頁簿</translation>
        </message>
        <message>
            <source>CSV 表格</source>
            <translation>CSV 表格</translation>
        </message>
        <message>
            <source>Word 文档</source>
            <translation>Word 文件</translation>
        </message>
        <message>
            <source>网页（单个文件）</source>
            <translation>網頁（單一檔案）</translation>
        </message>
        <message>
            <source>PDF 文档</source>
            <translation>PDF 文件</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>检索：词语或数字，简体繁体均可</source>
            <translation>搜尋：詞語或數字，簡體繁體均可</translation>
        </message>
        <message>
            <source>检索</source>
            <translation>搜尋</translation>
        </message>
    </context>
    <context>
        <name>SearchControl</name>
        <message>
            <source>资料库还没有打开</source>
            <translation>資料庫還沒有開啟</translation>
        </message>
        <message>
            <source>没有统计完</source>
            <translation>沒有統計完</translation>
        </message>
        <message>
            <source>正在统计…</source>
            <translation>正在統計…</translation>
        </message>
        <message>
            <source>正在检索…</source>
            <translation>正在搜尋…</translation>
        </message>
    </context>
    <context>
        <name>SelectedSearch</name>
        <message>
            <source>先在正文中选中要检索的文字</source>
            <translation>先在正文中選中要檢索的文字</translation>
        </message>
        <message>
            <source>选中的文字太长：选一行以内、{n} 个字以内</source>
            <translation>選中的文字太長：選一行以內、{n} 個字以內</translation>
        </message>
    </context>
    <context>
        <name>Series</name>
        <message>
            <source>计算 {n}%</source>
            <translation>計算 {n}%</translation>
        </message>
        <message>
            <source>{name}（{said}）</source>
            <translation>{name}（{said}）</translation>
        </message>
        <message>
            <source>，</source>
            <translation>，</translation>
        </message>
        <message>
            <source>见{place}公报</source>
            <translation>見{place}公報</translation>
        </message>
        <message>
            <source>见{place} {year} 年公报</source>
            <translation>見{place} {year} 年公報</translation>
        </message>
        <message>
            <source>见 {year} 年公报</source>
            <translation>見 {year} 年公報</translation>
        </message>
        <message>
            <source>本公报所印不一，待核实</source>
            <translation>本公報所印不一，待核實</translation>
        </message>
        <message>
            <source>存疑</source>
            <translation>存疑</translation>
        </message>
        <message>
            <source>；</source>
            <translation>；</translation>
        </message>
        <message>
            <source>口径或修订，待核实</source>
            <translation>口徑或修訂，待核實</translation>
        </message>
        <message>
            <source>第 {n} 处</source>
            <translation>第 {n} 處</translation>
        </message>
        <message>
            <source>几份公报对同一年所印不同的，均照列：口径或修订，待核实。</source>
            <translation>幾份公報對同一年所印不同的，均照列：口徑或修訂，待核實。</translation>
        </message>
        <message>
            <source>一份公报里所印不一的，均照列，待核实。</source>
            <translation>一份公報裡所印不一的，均照列，待核實。</translation>
        </message>
        <message>
            <source>另有 {n} 个同名数未列入：{reasons}。</source>
            <translation>另有 {n} 個同名數未列入：{reasons}。</translation>
        </message>
        <message>
            <source>{n} 个时期不同</source>
            <translation>{n} 個時期不同</translation>
        </message>
        <message>
            <source>{n} 个范围不同</source>
            <translation>{n} 個範圍不同</translation>
        </message>
        <message>
            <source>{n} 个比较基期不同</source>
            <translation>{n} 個比較基期不同</translation>
        </message>
        <message>
            <source>{n} 个单位或性质不同</source>
            <translation>{n} 個單位或性質不同</translation>
        </message>
        <message>
            <source>、</source>
            <translation>、</translation>
        </message>
        <message>
            <source>{names}等</source>
            <translation>{names}等</translation>
        </message>
        <message>
            <source>全年</source>
            <translation>全年</translation>
        </message>
        <message>
            <source>上年</source>
            <translation>上年</translation>
        </message>
        <message>
            <source>未说明范围</source>
            <translation>未說明範圍</translation>
        </message>
        <message>
            <source>数据来源：{titles}等 {n} 份公报，见上表</source>
            <translation>資料來源：{titles}等 {n} 份公報，見上表</translation>
        </message>
        <message>
            <source>数据来源：{titles}</source>
            <translation>資料來源：{titles}</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>设置</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>检索时也查同义词(&amp;Y)</source>
            <translation>搜尋時也查同義詞(&amp;Y)</translation>
        </message>
        <message>
            <source>数据来源：《……》</source>
            <translation>数据来源：《……》</translation>
        </message>
        <message>
            <source>出处写法(&amp;W)</source>
            <translation>出處寫法(&amp;W)</translation>
        </message>
        <message>
            <source>关闭(&amp;C)</source>
            <translation>關閉(&amp;C)</translation>
        </message>
        <message>
            <source>恢复默认(&amp;R)</source>
            <translation>恢復預設值(&amp;R)</translation>
        </message>
        <message>
            <source>跟随系统</source>
            <translation>跟隨系統</translation>
        </message>
        <message>
            <source>界面语言(&amp;L)</source>
            <translation>介面語言(&amp;L)</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>淺色</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>高对比度</source>
            <translation>高對比</translation>
        </message>
        <message>
            <source>外观(&amp;T)</source>
            <translation>外觀(&amp;T)</translation>
        </message>
        <message>
            <source>正文大小(&amp;Z)</source>
            <translation>內文大小(&amp;Z)</translation>
        </message>
        <message>
            <source>黑体</source>
            <translation>黑體</translation>
        </message>
        <message>
            <source>宋体</source>
            <translation>明體</translation>
        </message>
        <message>
            <source>正文字体(&amp;F)</source>
            <translation>內文字型(&amp;F)</translation>
        </message>
        <message>
            <source>简体</source>
            <translation>簡體</translation>
        </message>
        <message>
            <source>繁体</source>
            <translation>繁體</translation>
        </message>
        <message>
            <source>原文</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>正文用字(&amp;S)</source>
            <translation>內文字體(&amp;S)</translation>
        </message>
        <message>
            <source>由管理员设定，不能在这里更改</source>
            <translation>由管理員設定，不能在這裡更改</translation>
        </message>
        <message>
            <source>打开程序时的用字由管理员设定；窗口上的简、繁、原文可以临时切换</source>
            <translation>開啟程式時的用字由管理員設定；視窗上的簡、繁、原文可以暫時切換</translation>
        </message>
        <message>
            <source>自己写复制的样子，空着则用原来的。可以填入：{words}</source>
            <translation>自行撰寫複製的樣子，空白則用原來的。可以填入：{words}</translation>
        </message>
        <message>
            <source>自定模板(&amp;M)</source>
            <translation>自訂範本(&amp;M)</translation>
        </message>
    </context>
    <context>
        <name>Star</name>
        <message>
            <source>不再保存这个检索</source>
            <translation>不再儲存這個搜尋</translation>
        </message>
        <message>
            <source>保存这个检索</source>
            <translation>儲存這個搜尋</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>离线</source>
            <translation>離線</translation>
        </message>
        <message>
            <source>本程序不连接网络，资料只存在这台电脑上</source>
            <translation>本程式不連線網路，資料只存在這台電腦上</translation>
        </message>
        <message>
            <source>第 {n} 章 共 {m} 章</source>
            <translation>第 {n} 章 共 {m} 章</translation>
        </message>
        <message>
            <source>已选 {n} 个数据</source>
            <translation>已選 {n} 個數據</translation>
        </message>
    </context>
    <context>
        <name>TableHead</name>
        <message>
            <source>筛选指标</source>
            <translation>篩選指標</translation>
        </message>
        <message>
            <source>筛选指标：名称、别名、拼音首字母或数值</source>
            <translation>篩選指標：名稱、別名、拼音首字母或數值</translation>
        </message>
        <message>
            <source>名称、别名（如 GDP）、拼音首字母或数值；Esc 清除</source>
            <translation>名稱、別名（如 GDP）、拼音首字母或數值；Esc 清除</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>單位</translation>
        </message>
        <message>
            <source>换算单位</source>
            <translation>換算單位</translation>
        </message>
        <message>
            <source>列</source>
            <translation>欄</translation>
        </message>
        <message>
            <source>显示哪些列</source>
            <translation>顯示哪些欄</translation>
        </message>
        <message>
            <source>{n} 项符合，共 {m} 项</source>
            <translation>{n} 項符合，共 {m} 項</translation>
        </message>
        <message>
            <source>恢复默认列</source>
            <translation>恢復預設欄</translation>
        </message>
        <message>
            <source>全部按原文单位</source>
            <translation>全部依原文單位</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>导出 ▾</source>
            <translation>匯出 ▾</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>匯出</translation>
        </message>
        <message>
            <source>复制 ▾</source>
            <translation>複製 ▾</translation>
        </message>
        <message>
            <source>复制</source>
            <translation>複製</translation>
        </message>
        <message>
            <source>菜单</source>
            <translation>選單</translation>
        </message>
        <message>
            <source>菜单：打开、设置、帮助</source>
            <translation>選單：開啟、設定、說明</translation>
        </message>
    </context>
    <context>
        <name>WorkNote</name>
        <message>
            <source>进度</source>
            <translation>進度</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>YearsChart</name>
        <message>
            <source>没有其他年份可比</source>
            <translation>沒有其他年份可比</translation>
        </message>
        <message>
            <source>{name}：历年（{place}）</source>
            <translation>{name}：歷年（{place}）</translation>
        </message>
        <message>
            <source>资料库里没有这项指标的其他年份</source>
            <translation>資料庫裡沒有這項指標的其他年份</translation>
        </message>
        <message>
            <source>这些数不属于某一年，见上表</source>
            <translation>這些數不屬於某一年，見上表</translation>
        </message>
        <message>
            <source>其间没有公报的年份很多，未逐年标出</source>
            <translation>其間沒有公報的年份很多，未逐年標出</translation>
        </message>
        <message>
            <source>{place}（{n}）</source>
            <translation>{place}（{n}）</translation>
        </message>
        <message>
            <source>这些数不能画成条形</source>
            <translation>這些數不能畫成條形</translation>
        </message>
        <message>
            <source>{year}年</source>
            <translation>{year}年</translation>
        </message>
        <message>
            <source>当年公报</source>
            <translation>當年公報</translation>
        </message>
        <message>
            <source>{bulletin}：{title}</source>
            <translation>{bulletin}：{title}</translation>
        </message>
    </context>
</TS>
