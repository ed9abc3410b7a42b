<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Ask</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>BackupLine</name>
    <message>
        <source>▲ 还没有备份</source>
        <translation>▲ No backup yet</translation>
    </message>
    <message>
        <source>✓ 最近备份：{time} · {reason} · 已核对</source>
        <translation>✓ Last backup: {time} · {reason} · checked</translation>
    </message>
    <message>
        <source>备份与恢复…</source>
        <translation>Backups and restoring…</translation>
    </message>
    <message>
        <source>已停止备份，什么也没有写入。</source>
        <translation>Backup stopped; nothing was written.</translation>
    </message>
    <message>
        <source>已备份到 {file}，打开核对过。</source>
        <translation>Backed up to {file} and opened to be sure.</translation>
    </message>
    <message>
        <source>正在备份</source>
        <translation>Backing up</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>升级之前</source>
        <translation>before an upgrade</translation>
    </message>
    <message>
        <source>合并之前</source>
        <translation>before a merge</translation>
    </message>
    <message>
        <source>手动</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>每日</source>
        <translation>daily</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>✓ 能打开：{name} · 检查 {visits} · 照片 {photos} · 修订 {revisions} · 未保存的填写 {drafts} · 冲突 {conflicts}</source>
        <translation>✓ Opens: {name} · {visits} visits · {photos} photos · {revisions} revisions · {drafts} not saved yet · {conflicts} conflicts</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>备份与恢复</source>
        <translation>Backups and restoring</translation>
    </message>
    <message>
        <source>备份到别处…</source>
        <translation>Back up elsewhere…</translation>
    </message>
    <message>
        <source>备份到哪个文件夹</source>
        <translation>Back up to which folder</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>已停止；没有写入，原来的文件没有变。</source>
        <translation>Stopped; nothing was written, and the file is as it was.</translation>
    </message>
    <message>
        <source>已备份到 {file}，打开核对过。</source>
        <translation>Backed up to {file} and opened to be sure.</translation>
    </message>
    <message>
        <source>已完成 {share}%</source>
        <translation>{share}% done</translation>
    </message>
    <message>
        <source>已恢复到 {time} 的备份。</source>
        <translation>Restored the backup of {time}.</translation>
    </message>
    <message>
        <source>已恢复到 {time} 的备份；原来的文件留在 {file}。</source>
        <translation>Restored the backup of {time}; the file that was there is kept as {file}.</translation>
    </message>
    <message>
        <source>恢复到这一份</source>
        <translation>Restore this one</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>正在备份</source>
        <translation>Backing up</translation>
    </message>
    <message>
        <source>正在恢复</source>
        <translation>Restoring</translation>
    </message>
    <message>
        <source>每天第一次打开、每次合并和升级之前自动备份，写好后重新打开核对。恢复时，现在的文件另存在旁边，不会被覆盖。</source>
        <translation>A backup is made when the file is first opened each day and before each merge and upgrade, and opened again to be sure. Restoring keeps the present file beside the restored one; nothing is overwritten.</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>缘由</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>还没有备份。</source>
        <translation>There is no backup yet.</translation>
    </message>
</context>
<context>
    <name>BalanceView</name>
    <message>
        <source>▲ 数目对上，没有遗失；{count} 个来源没有读取或没有全部收下，原因在下表最前</source>
        <translation>▲ Balanced, nothing lost; {count} sources were not read or not taken whole: they stand first, with the reason</translation>
    </message>
    <message>
        <source>▲ 部分收下</source>
        <translation>▲ Taken in part</translation>
    </message>
    <message>
        <source>✓ 全部对上，没有遗失</source>
        <translation>✓ Everything balances, nothing lost</translation>
    </message>
    <message>
        <source>✓ 全部收下</source>
        <translation>✓ All taken</translation>
    </message>
    <message>
        <source>✗ 没有对上，请看各来源的原因</source>
        <translation>✗ Does not balance, see the reasons by source</translation>
    </message>
    <message>
        <source>✗ 没有收下</source>
        <translation>✗ Not taken</translation>
    </message>
    <message>
        <source>✗ 没有读取</source>
        <translation>✗ Not read</translation>
    </message>
    <message>
        <source>修订</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>原因和封签</source>
        <translation>Reason and seals</translation>
    </message>
    <message>
        <source>另有 {count} 条，都写在回执里。</source>
        <translation>{count} more; the receipt has them all.</translation>
    </message>
    <message>
        <source>各来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>已有</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>打开回执文件夹</source>
        <translation>Open receipts folder</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>收到 {taken} = 新增 {new} + 已有 {known} + 拒绝 {refused}；照片和附件 {present} 应 {expected}，损坏 {damaged}；冲突 {conflicts}；遗失 {lost}</source>
        <translation>Received {taken} = new {new} + known {known} + refused {refused}; photos and papers {present} of {expected}, damaged {damaged}; conflicts {conflicts}; lost {lost}</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>每个来源的回执已写好，请交还给交来文件的人，由他核对是否全部送达。</source>
        <translation>A receipt was written for each source. Give it back to whoever handed the file in, who can check that everything arrived.</translation>
    </message>
    <message>
        <source>照片和附件</source>
        <translation>Photos and papers</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>＝ 以前收过</source>
        <translation>= Taken before</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>✓ 符合</source>
        <translation>✓ Conforming</translation>
    </message>
    <message>
        <source>✗ 不符合 · {severity}</source>
        <translation>✗ Not conforming · {severity}</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>格式不对</source>
        <translation>Wrong format</translation>
    </message>
    <message>
        <source>检查表的规则无法计算</source>
        <translation>The checklist&apos;s rule cannot be computed</translation>
    </message>
    <message>
        <source>超出允许范围</source>
        <translation>Outside the allowed range</translation>
    </message>
</context>
<context>
    <name>CaptionDialog</name>
    <message>
        <source>{name} 的说明</source>
        <translation>Caption of {name}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Caption</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>  {label}（{path}）= {words}</source>
        <translation>  {label} ({path}) = {words}</translation>
    </message>
    <message>
        <source>  {label}（{path}）未填写</source>
        <translation>  {label} ({path}) is not answered</translation>
    </message>
    <message>
        <source>  阈值 {name} = {value}</source>
        <translation>  Limit {name} = {value}</translation>
    </message>
    <message>
        <source>  阈值 {name} 没有设定</source>
        <translation>  Limit {name} is not set</translation>
    </message>
    <message>
        <source>  限值：{limit}</source>
        <translation>  Limit: {limit}</translation>
    </message>
    <message>
        <source>--authority 只能与 --trustlist 同用。</source>
        <translation>--authority goes only with --trustlist.</translation>
    </message>
    <message>
        <source>--with-photos 只能用于 --variant internal。</source>
        <translation>--with-photos goes only with --variant internal.</translation>
    </message>
    <message>
        <source>internal 内部；public 公开（照片模糊、坐标取整、不含受限内容）；mail 不超过 20 MB</source>
        <translation>internal; public (blurred photos, rounded positions, nothing restricted); mail (at most 20 MB)</translation>
    </message>
    <message>
        <source>{count} 个文件以前已完整合并，凭清单认出，没有重新读取（--full 会重新读取）。</source>
        <translation>{count} files were merged whole before; recognised by their manifests, they were not read again (--full reads them).</translation>
    </message>
    <message>
        <source>{file} 的密码已更改。</source>
        <translation>The password of {file} was changed.</translation>
    </message>
    <message>
        <source>{file}：{finding} {signer}</source>
        <translation>{file}: {finding} {signer}</translation>
    </message>
    <message>
        <source>{label}（{path}）</source>
        <translation>{label} ({path})</translation>
    </message>
    <message>
        <source>{name} 的说明：{caption}</source>
        <translation>Caption of {name}: {caption}</translation>
    </message>
    <message>
        <source>{name}：{reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>{path} = {value}</source>
        <translation>{path} = {value}</translation>
    </message>
    <message>
        <source>{path} = {value}（由旧题 {origin} 带入）</source>
        <translation>{path} = {value} (carried over from {origin})</translation>
    </message>
    <message>
        <source>{path} = {value}（这一版没有这道题）</source>
        <translation>{path} = {value} (not asked in this version)</translation>
    </message>
    <message>
        <source>{table}：{rows} 行</source>
        <translation>{table}: {rows} rows</translation>
    </message>
    <message>
        <source>{why}，规则在 {at}：{rule}</source>
        <translation>{why}; rule at {at}: {rule}</translation>
    </message>
    <message>
        <source>{why}，规则：{rule}</source>
        <translation>{why}; rule: {rule}</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>High</translation>
    </message>
    <message>
        <source>下限</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>不合格</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>不封签，直接移交</source>
        <translation>Hand over without sealing</translation>
    </message>
    <message>
        <source>严重程度</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>为检查导入测试日志，原样保存</source>
        <translation>Import test logs for a visit, kept as they are</translation>
    </message>
    <message>
        <source>为检查添加照片，原样保存</source>
        <translation>Add photos to a visit, kept as they are</translation>
    </message>
    <message>
        <source>为检查添加附件，原样保存</source>
        <translation>Attach papers to a visit, kept as they are</translation>
    </message>
    <message>
        <source>为现有密钥写出证书申请（PKCS#10）</source>
        <translation>Write a certificate request (PKCS#10) for an existing key</translation>
    </message>
    <message>
        <source>也导出尚未接收的检查</source>
        <translation>Export visits that are not accepted yet, too</translation>
    </message>
    <message>
        <source>产权方</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>介质</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>介质厂商的驱动库（PKCS#11）；默认取设置或 FIELDAUDIT_TOKEN</source>
        <translation>Library of the token&apos;s maker (PKCS#11); by default that of the settings or FIELDAUDIT_TOKEN</translation>
    </message>
    <message>
        <source>介质的序列号；插入几个时给出</source>
        <translation>Serial number of the token, when several are plugged in</translation>
    </message>
    <message>
        <source>从 CSV 或 XLSX 导入站点</source>
        <translation>Import sites from CSV or XLSX</translation>
    </message>
    <message>
        <source>从 JSON 导入整次检查，逐次全有或全无</source>
        <translation>Import whole visits from JSON, each one entirely or not at all</translation>
    </message>
    <message>
        <source>从损坏的调查文件中救出完好的内容</source>
        <translation>Rescue what is intact from a damaged survey file</translation>
    </message>
    <message>
        <source>从未签名的检查移除照片，可以恢复</source>
        <translation>Take a photo off an unsigned visit; it can be brought back</translation>
    </message>
    <message>
        <source>从未签名的检查移除附件，可以恢复</source>
        <translation>Take a paper off an unsigned visit; it can be put back</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>以 JSON 输出，供程序读取</source>
        <translation>Write JSON, for programs</translation>
    </message>
    <message>
        <source>以这个调查文件中已作保的人为准</source>
        <translation>Trust the people vouched for in this survey</translation>
    </message>
    <message>
        <source>以这份信任名单为准（identity trustlist）</source>
        <translation>Rely on this trust list (identity trustlist)</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>位置：纬度,经度（WGS-84）</source>
        <translation>Position: latitude,longitude (WGS-84)</translation>
    </message>
    <message>
        <source>使用方</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>依据的规定或理由</source>
        <translation>The rule or reason</translation>
    </message>
    <message>
        <source>信任名单应由这张证书（PEM）的密钥签出</source>
        <translation>The trust list must be signed by the key of this certificate (PEM)</translation>
    </message>
    <message>
        <source>信任这张证书（PEM）的密钥，可重复</source>
        <translation>Trust the key of this certificate (PEM); repeatable</translation>
    </message>
    <message>
        <source>修订</source>
        <translation>Revisions</translation>
    </message>
    <message>
        <source>值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>全部检查和照片都已送达。</source>
        <translation>All visits and photos have arrived.</translation>
    </message>
    <message>
        <source>共享形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>共享方式</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>共建共享：关系、可共享资源、需求清单</source>
        <translation>Infrastructure sharing: relations, what can be shared, requests</translation>
    </message>
    <message>
        <source>内部版，或公开版：不含联系人、照片和电信参数，坐标取三位小数</source>
        <translation>Internal or public variant; public leaves out contacts, photos and telecom parameters, and rounds positions to three decimals</translation>
    </message>
    <message>
        <source>写出一个检查表模板</source>
        <translation>Write a checklist template</translation>
    </message>
    <message>
        <source>写出由建立者签名的信任名单</source>
        <translation>Write a trust list signed by the founder</translation>
    </message>
    <message>
        <source>冲突：列出、决定</source>
        <translation>Conflicts: list, settle</translation>
    </message>
    <message>
        <source>决定一个冲突，或按规则决定多个</source>
        <translation>Settle a conflict, or several by a rule</translation>
    </message>
    <message>
        <source>决定删除</source>
        <translation>Settle it as removed</translation>
    </message>
    <message>
        <source>决定采用的值</source>
        <translation>The value to settle on</translation>
    </message>
    <message>
        <source>列出一个检查表的检查项、限值和依据</source>
        <translation>List the items of a checklist with limits and clauses</translation>
    </message>
    <message>
        <source>列出共享关系</source>
        <translation>List sharing relations</translation>
    </message>
    <message>
        <source>列出内置的检查表</source>
        <translation>List the bundled checklists</translation>
    </message>
    <message>
        <source>列出十二项任务在截止日期的状态</source>
        <translation>List the twelve tasks and their status on the cut-off date</translation>
    </message>
    <message>
        <source>列出填报数字</source>
        <translation>List the reported figures</translation>
    </message>
    <message>
        <source>列出备份，不备份</source>
        <translation>List the backups and make none</translation>
    </message>
    <message>
        <source>列出插入的密钥介质上的密钥，不需 PIN</source>
        <translation>List the keys on the tokens that are plugged in; no PIN needed</translation>
    </message>
    <message>
        <source>列出未决冲突</source>
        <translation>List open conflicts</translation>
    </message>
    <message>
        <source>列出检查，最新的在前</source>
        <translation>List visits, newest first</translation>
    </message>
    <message>
        <source>列出照片</source>
        <translation>List photos</translation>
    </message>
    <message>
        <source>列出站点</source>
        <translation>List sites</translation>
    </message>
    <message>
        <source>列出问题：责任单位、期限、逾期、闭环</source>
        <translation>List findings: who is responsible, due, overdue, closed</translation>
    </message>
    <message>
        <source>列出附件</source>
        <translation>List attached papers</translation>
    </message>
    <message>
        <source>制式</source>
        <translation>Technology</translation>
    </message>
    <message>
        <source>剔除</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>区域</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>千兆城市基础设施的离线检查与核查。不带命令则打开窗口。</source>
        <translation>Offline field surveys and audits of gigabit-city infrastructure. Without a command, the window opens.</translation>
    </message>
    <message>
        <source>半径（米）</source>
        <translation>Radius (m)</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>单位身份：可以为他人签发证书</source>
        <translation>Identity of an organisation, which can issue certificates</translation>
    </message>
    <message>
        <source>单位；同上</source>
        <translation>Unit, for the same</translation>
    </message>
    <message>
        <source>原值</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Originals</translation>
    </message>
    <message>
        <source>取不到时间戳或撤销凭据时也签名，并说明缺少什么</source>
        <translation>Sign even when timestamp or revocation cannot be had, and say what is missing</translation>
    </message>
    <message>
        <source>取出成果包中随附的数据</source>
        <translation>Extract the data attached to a package</translation>
    </message>
    <message>
        <source>另一方修改了：</source>
        <translation>The other side changed:</translation>
    </message>
    <message>
        <source>另有 {count} 个涉密或禁拍站点，不列出。</source>
        <translation>Restricted sites, not listed: {count}.</translation>
    </message>
    <message>
        <source>另有引用而保留的原文</source>
        <translation>Originals kept, used elsewhere</translation>
    </message>
    <message>
        <source>只列出不必评判检查表就知道的，很多检查时也立即列出</source>
        <translation>list only what is known without judging checklists: at once, however many visits there are</translation>
    </message>
    <message>
        <source>只列出含有这些字的</source>
        <translation>List only those that contain this text</translation>
    </message>
    <message>
        <source>只列出处于此状态的</source>
        <translation>List only those with this status</translation>
    </message>
    <message>
        <source>只列出已逾期的，按责任单位排列</source>
        <translation>List only what is overdue, by responsible organisation</translation>
    </message>
    <message>
        <source>只列出未闭环的</source>
        <translation>List only what is not closed</translation>
    </message>
    <message>
        <source>只列出这个街道的</source>
        <translation>List only those in this subdistrict</translation>
    </message>
    <message>
        <source>只列出这次检查的</source>
        <translation>List only those of this visit</translation>
    </message>
    <message>
        <source>只导出这个图层、表或部分，可重复</source>
        <translation>Export only this layer, table or part; repeatable</translation>
    </message>
    <message>
        <source>只看这个街道</source>
        <translation>Look only at this subdistrict</translation>
    </message>
    <message>
        <source>只编入这个月开始的检查</source>
        <translation>Include only visits that started in this month</translation>
    </message>
    <message>
        <source>只编入这个站点的检查，从早到晚</source>
        <translation>Include only visits to this site, oldest first</translation>
    </message>
    <message>
        <source>只编入这个街道的检查</source>
        <translation>Include only visits in this subdistrict</translation>
    </message>
    <message>
        <source>只编入这次检查，可重复；默认全部已接收的</source>
        <translation>Include only this visit; repeatable; default: all accepted visits</translation>
    </message>
    <message>
        <source>只限这次检查的</source>
        <translation>Only those of this visit</translation>
    </message>
    <message>
        <source>可共享</source>
        <translation>Can be shared</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>Usable</translation>
    </message>
    <message>
        <source>名单取自这个调查文件</source>
        <translation>Take the list from this survey file</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>向这个时间戳服务（RFC 3161）取时间戳；不给则不联网</source>
        <translation>Fetch a timestamp from this service (RFC 3161); without it nothing goes to the network</translation>
    </message>
    <message>
        <source>否</source>
        <translation>no</translation>
    </message>
    <message>
        <source>在内置示例上走完整个流程；默认写入 demo 文件夹</source>
        <translation>Run the whole flow on the bundled example; writes to the folder demo by default</translation>
    </message>
    <message>
        <source>在哪一栏签名：检查人、街道、专班</source>
        <translation>Which field to sign: inspector, subdistrict or task force office</translation>
    </message>
    <message>
        <source>在成果包上追加签名，先前的签名保持有效</source>
        <translation>Add a signature to packages; earlier ones stay valid</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>坐标系</source>
        <translation>Coordinate system</translation>
    </message>
    <message>
        <source>填写人</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>填报值</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>填报结论</source>
        <translation>By reports</translation>
    </message>
    <message>
        <source>备份到调查文件旁的备份文件夹或指定的文件夹</source>
        <translation>Back up to the backup folder beside the survey file, or to the given folder</translation>
    </message>
    <message>
        <source>复核：接收、退回</source>
        <translation>Review: accept, return</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>姓名；介质上的密钥没有证书时，用它自制证书</source>
        <translation>Name, for a self-made certificate when the token has none for the key</translation>
    </message>
    <message>
        <source>字节</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>存放回执的文件夹；默认在各来源文件旁</source>
        <translation>Folder for the receipts; default: beside each source</translation>
    </message>
    <message>
        <source>完好</source>
        <translation>Intact</translation>
    </message>
    <message>
        <source>完好照片</source>
        <translation>Photos intact</translation>
    </message>
    <message>
        <source>完好附件</source>
        <translation>Attachments intact</translation>
    </message>
    <message>
        <source>密钥指纹</source>
        <translation>Key fingerprint</translation>
    </message>
    <message>
        <source>密钥种类</source>
        <translation>Kind of key</translation>
    </message>
    <message>
        <source>密钥编号</source>
        <translation>Key id</translation>
    </message>
    <message>
        <source>密钥编号；介质上只有一把密钥时可以不给</source>
        <translation>Id of the key; not needed when the token holds only one</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>导入跨行业共建共享需求清单</source>
        <translation>Import the list of cross-industry sharing requests</translation>
    </message>
    <message>
        <source>导出为表格、地图数据、照片和 ODK 提交数据</source>
        <translation>Export to tables, map data, photos and ODK submissions</translation>
    </message>
    <message>
        <source>导出跨行业共建共享需求清单</source>
        <translation>Export the list of cross-industry sharing requests</translation>
    </message>
    <message>
        <source>封签</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>封签并写出一个用于移交的文件</source>
        <translation>Seal and write a file to hand over</translation>
    </message>
    <message>
        <source>封面标志，PNG 或 JPEG；默认为程序自带的标志</source>
        <translation>Emblem for the cover, PNG or JPEG; default: the bundled one</translation>
    </message>
    <message>
        <source>已作保</source>
        <translation>Vouched for</translation>
    </message>
    <message>
        <source>已停止，没有写入任何内容。</source>
        <translation>Stopped; nothing was written.</translation>
    </message>
    <message>
        <source>已写入 {file}</source>
        <translation>Wrote {file}</translation>
    </message>
    <message>
        <source>已写入 {file}。</source>
        <translation>{file} was written.</translation>
    </message>
    <message>
        <source>已写入 {file}：计入 {visits} 次检查，截止 {cutoff}。</source>
        <translation>{file} was written; visits counted: {visits}; cut-off date: {cutoff}.</translation>
    </message>
    <message>
        <source>已决定 {count} 个，仍未决 {left} 个。</source>
        <translation>Settled: {count}; still open: {left}.</translation>
    </message>
    <message>
        <source>已封签</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>已恢复 {name}。</source>
        <translation>Put {name} back.</translation>
    </message>
    <message>
        <source>已接收 {accepted} 次检查。</source>
        <translation>Visits accepted: {accepted}.</translation>
    </message>
    <message>
        <source>已有</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>已移除 {name}；原图和历史保留，可用 photo restore 恢复。</source>
        <translation>{name} removed; its original and history stay, photo restore brings it back.</translation>
    </message>
    <message>
        <source>已移除 {name}；原文和历史保留，可用 paper restore 恢复。</source>
        <translation>Removed {name}; its bytes and history stay, and paper restore puts it back.</translation>
    </message>
    <message>
        <source>已答</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>已签名，封签 {sealed} 条修订。</source>
        <translation>Signed; revisions sealed: {sealed}.</translation>
    </message>
    <message>
        <source>已退回 {returned} 次检查。</source>
        <translation>Visits returned: {returned}.</translation>
    </message>
    <message>
        <source>已送达的检查</source>
        <translation>Visits arrived</translation>
    </message>
    <message>
        <source>已送达的照片</source>
        <translation>Photos arrived</translation>
    </message>
    <message>
        <source>已重建 {count} 条记录。</source>
        <translation>Records rebuilt: {count}.</translation>
    </message>
    <message>
        <source>序列号</source>
        <translation>Serial number</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>应有附件</source>
        <translation>Attachments expected</translation>
    </message>
    <message>
        <source>应答</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>恢复移除的照片</source>
        <translation>Bring back a photo that was removed</translation>
    </message>
    <message>
        <source>恢复移除的附件</source>
        <translation>Put a removed paper back</translation>
    </message>
    <message>
        <source>成果包：编制、签名、核验、取出数据</source>
        <translation>Packages: build, sign, verify, extract data</translation>
    </message>
    <message>
        <source>截止 {cutoff}，口径 {version}：{choices}</source>
        <translation>Cut-off {cutoff}, rules {version}: {choices}</translation>
    </message>
    <message>
        <source>截止日期，如 2022-07-31；默认取参数表中的</source>
        <translation>Cut-off date, such as 2022-07-31; default: the one in the parameter table</translation>
    </message>
    <message>
        <source>打开窗口，可直接打开一个调查文件</source>
        <translation>Open the window, on a survey file if one is given</translation>
    </message>
    <message>
        <source>把一次检查换到检查表的最新版本，带入已有答案</source>
        <translation>Move a visit to the newest version of its checklist, with its answers</translation>
    </message>
    <message>
        <source>把其他调查文件合并进来</source>
        <translation>Merge other survey files into this one</translation>
    </message>
    <message>
        <source>把备份恢复为新的调查文件</source>
        <translation>Restore a backup as a new survey file</translation>
    </message>
    <message>
        <source>把已接收的检查编制成签名 PDF</source>
        <translation>Build a signed PDF from accepted visits</translation>
    </message>
    <message>
        <source>把检查表或它的新版本加入调查文件</source>
        <translation>Add a checklist, or a new version of one, to a survey file</translation>
    </message>
    <message>
        <source>把检查退回给检查人</source>
        <translation>Return visits to their inspectors</translation>
    </message>
    <message>
        <source>把签发给本密钥的证书装入新的身份文件；没有证书则装入别处制作的 PKCS#12</source>
        <translation>Put a certificate issued for this key into a new identity file; without one, take over a PKCS#12 file made elsewhere</translation>
    </message>
    <message>
        <source>把附件的副本写入文件夹，不覆盖、不打开；默认全部</source>
        <translation>Write copies of papers into a folder, overwriting and opening nothing; all by default</translation>
    </message>
    <message>
        <source>拍摄时间</source>
        <translation>Taken at</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>指标结论</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>指标集</source>
        <translation>Set of indicators</translation>
    </message>
    <message>
        <source>按规则决定，不指定记录；规则没有结论的仍未决</source>
        <translation>Settle by a rule, without naming records; what the rule does not decide stays open</translation>
    </message>
    <message>
        <source>按规定不导出的照片</source>
        <translation>Photos left out by rule</translation>
    </message>
    <message>
        <source>按规定不导出的附件</source>
        <translation>Papers withheld by rule</translation>
    </message>
    <message>
        <source>按运营商和制式显示一次检查的覆盖</source>
        <translation>Show the coverage of a visit by operator and technology</translation>
    </message>
    <message>
        <source>按这一天判断逾期；默认今天</source>
        <translation>Judge what is overdue on this day; default: today</translation>
    </message>
    <message>
        <source>换新密钥：旧密钥为新密钥作证，密码不变</source>
        <translation>Change to a new key, attested by the old one; the password stays</translation>
    </message>
    <message>
        <source>换版的理由</source>
        <translation>Reason for the move</translation>
    </message>
    <message>
        <source>接收已签名的检查</source>
        <translation>Accept signed visits</translation>
    </message>
    <message>
        <source>撤回一个决定，冲突重新打开</source>
        <translation>Take back a decision; the conflict is open again</translation>
    </message>
    <message>
        <source>撤销于</source>
        <translation>Revoked at</translation>
    </message>
    <message>
        <source>收件人的证书；给出时写出只有收件人能打开的加密文件</source>
        <translation>The recipient&apos;s certificate; writes an encrypted file that only the recipient can open</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>改写照片的说明；空文字表示删去</source>
        <translation>Change a photo&apos;s caption; an empty text removes it</translation>
    </message>
    <message>
        <source>改写附件的说明；空文字表示删去</source>
        <translation>Change a paper&apos;s caption; an empty text removes it</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>数字对应的日期；默认今天</source>
        <translation>Date of the figure; default: today</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>整改期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>文件名</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>新建调查文件</source>
        <translation>Make a new survey file</translation>
    </message>
    <message>
        <source>新建身份文件，旁边写出可公开的证书</source>
        <translation>Make an identity file, with its public certificate beside it</translation>
    </message>
    <message>
        <source>新旧检查项的对应规则（JSON）；默认用随检查表加入的</source>
        <translation>Mapping rules from old to new items (JSON); default: those added with the checklist</translation>
    </message>
    <message>
        <source>新的身份文件；默认在原文件旁，名字加 -issued</source>
        <translation>New identity file; default: beside the old one, with -issued added</translation>
    </message>
    <message>
        <source>日志没有写明时的运营商</source>
        <translation>Operator, where the log does not tell</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>是</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>显示条件</source>
        <translation>Shown if</translation>
    </message>
    <message>
        <source>暂用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>更改身份文件的密码</source>
        <translation>Change the password of an identity file</translation>
    </message>
    <message>
        <source>更正了什么、为什么；与 --corrects 同用</source>
        <translation>What was corrected and why; goes with --corrects</translation>
    </message>
    <message>
        <source>更正这份成果包：沿用编号，版本加一，印出其校验值</source>
        <translation>Correct this package: same number, next version, its hash is printed</translation>
    </message>
    <message>
        <source>有改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>有效年限，1 到 10 年，不超过单位证书的期限</source>
        <translation>Years of validity, 1 to 10, no longer than the organisation&apos;s certificate</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>有效样本</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>未保存的填写</source>
        <translation>Unsaved drafts</translation>
    </message>
    <message>
        <source>未决冲突</source>
        <translation>Open conflicts</translation>
    </message>
    <message>
        <source>未接收未导出</source>
        <translation>Left out, not accepted</translation>
    </message>
    <message>
        <source>未核实站点</source>
        <translation>Sites not verified</translation>
    </message>
    <message>
        <source>未送达的检查</source>
        <translation>Visits not arrived</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>来源类型；默认按数字的名称</source>
        <translation>Kind of source; default: by the name of the figure</translation>
    </message>
    <message>
        <source>来源：报表、年鉴或函件的名称</source>
        <translation>Source: name of the report, yearbook or letter</translation>
    </message>
    <message>
        <source>查找附近或街道内可共享的资源，并提示重复建设</source>
        <translation>Find what can be shared nearby or in a subdistrict, and warn of duplicate building</translation>
    </message>
    <message>
        <source>查看一次检查和它的答案</source>
        <translation>Show a visit and its answers</translation>
    </message>
    <message>
        <source>查看了 {visits} 个站点的检查，列出 {offers} 项。</source>
        <translation>Visits looked at: {visits}; offers listed: {offers}.</translation>
    </message>
    <message>
        <source>查看调查文件的内容和计数</source>
        <translation>Show what a survey file holds, with counts</translation>
    </message>
    <message>
        <source>查看身份文件，或调查文件所认识的人</source>
        <translation>Show an identity file, or the people known to a survey</translation>
    </message>
    <message>
        <source>标记的照片</source>
        <translation>Photos marked</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>校验值</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>样本</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>核实值</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>核实构成</source>
        <translation>Verified from</translation>
    </message>
    <message>
        <source>核实结论</source>
        <translation>By verification</translation>
    </message>
    <message>
        <source>核对一个检查表文件（XLSForm 或 XForm）</source>
        <translation>Check a checklist file (XLSForm or XForm)</translation>
    </message>
    <message>
        <source>核对工作专班的合并回执</source>
        <translation>Check a merge receipt from the task force office</translation>
    </message>
    <message>
        <source>核对检查还缺什么、有什么不对；默认全部</source>
        <translation>Check what is missing or wrong in visits; default: all</translation>
    </message>
    <message>
        <source>核验成果包、调查文件或导出的文件夹，不需联网</source>
        <translation>Verify packages, survey files or exported folders, offline</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>检查 {visit} 已换到版本 {version}，带入 {moved} 个答案。</source>
        <translation>Visit {visit} now uses version {version}; answers carried over: {moved}.</translation>
    </message>
    <message>
        <source>检查 {visit} 已经是最新版本。</source>
        <translation>Visit {visit} already uses the newest version.</translation>
    </message>
    <message>
        <source>检查人</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>检查本机环境：文件、字体、设置、磁盘</source>
        <translation>Check this machine: files, fonts, settings, disk</translation>
    </message>
    <message>
        <source>检查表</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>检查表 {id}（{version}）可以使用，共 {questions} 个检查项。</source>
        <translation>Checklist {id} ({version}) can be used; items: {questions}.</translation>
    </message>
    <message>
        <source>检查表 {id}（{version}）已加入调查文件。</source>
        <translation>Checklist {id} ({version}) was added to the survey.</translation>
    </message>
    <message>
        <source>检查表文件，可重复；默认为内置的全部检查表</source>
        <translation>Checklist file; repeatable; default: all bundled checklists</translation>
    </message>
    <message>
        <source>检查表：列出、核对、查看、新建、加入、换版</source>
        <translation>Checklists: list, check, show, new, add, upgrade</translation>
    </message>
    <message>
        <source>检查附件和封签是否完好</source>
        <translation>Check that attachments and seals are intact</translation>
    </message>
    <message>
        <source>检查项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>检查项数</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>检查：导入、列出、查看、核对、签名、说明</source>
        <translation>Visits: import, list, show, check, sign, explain</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>没有全部送达，请保留本机文件，重新移交。</source>
        <translation>Not everything has arrived; keep the file on this machine and hand over again.</translation>
    </message>
    <message>
        <source>没有发现问题。</source>
        <translation>No problems found.</translation>
    </message>
    <message>
        <source>没有未决冲突。</source>
        <translation>There are no open conflicts.</translation>
    </message>
    <message>
        <source>没有规则限制这个检查项：它照常显示，不必填，也没有不符合。</source>
        <translation>No rule is at work on this item: it is shown, not required and does not fail.</translation>
    </message>
    <message>
        <source>没有读取的来源</source>
        <translation>Sources not read</translation>
    </message>
    <message>
        <source>没有读取的来源（{count} / {all}）：</source>
        <translation>Sources not read ({count} / {all}):</translation>
    </message>
    <message>
        <source>没有身份文件时使用的姓名；默认取系统用户名</source>
        <translation>Author name when there is no identity file; default: the system user</translation>
    </message>
    <message>
        <source>涉密或禁拍</source>
        <translation>Restricted</translation>
    </message>
    <message>
        <source>清除的原文</source>
        <translation>Originals purged</translation>
    </message>
    <message>
        <source>清除该日期之前的照片和录音录像（例如 2022-07-31）</source>
        <translation>Remove photos and recordings from before this date (for example 2022-07-31)</translation>
    </message>
    <message>
        <source>清除超过保存期限的照片和录音录像原文，保留校验值和记录</source>
        <translation>Remove the originals of photos and recordings past their time; hashes and history stay</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>照片原件也随附在调查文件中（只用于 internal）</source>
        <translation>Attach original photos in the survey file, too (only for internal)</translation>
    </message>
    <message>
        <source>照片所证明的检查项</source>
        <translation>The item that the photo proves</translation>
    </message>
    <message>
        <source>照片说明</source>
        <translation>Caption</translation>
    </message>
    <message>
        <source>照片：添加、列出、检查、写说明、移除</source>
        <translation>Photos: add, list, check, caption, remove</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>状态校验值</source>
        <translation>State hash</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>用介质上的密钥签名：写出代表它的身份文件，不含秘密</source>
        <translation>Sign with a key on a token: write an identity file that stands for it, without secrets</translation>
    </message>
    <message>
        <source>用收件人的身份解开加密的移交文件</source>
        <translation>Decrypt an encrypted handover file with the identity of its recipient</translation>
    </message>
    <message>
        <source>用法不对：{reason}</source>
        <translation>Wrong usage: {reason}</translation>
    </message>
    <message>
        <source>由修订重建所有派生数据</source>
        <translation>Rebuild all derived data from the revisions</translation>
    </message>
    <message>
        <source>由单位身份按申请签发证书</source>
        <translation>Issue a certificate for a request, as an organisation</translation>
    </message>
    <message>
        <source>由建立者为某人的证书作保</source>
        <translation>Vouch for somebody&apos;s certificate, as the founder</translation>
    </message>
    <message>
        <source>由建立者撤销作保</source>
        <translation>Stop vouching for a certificate, as the founder</translation>
    </message>
    <message>
        <source>登记一个填报数字，如 GC4.population</source>
        <translation>Record a reported figure, such as GC4.population</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>移除的理由</source>
        <translation>Reason for removing it</translation>
    </message>
    <message>
        <source>程序出错，没有完成。详情见日志 {file}。</source>
        <translation>The program failed and did not finish. For details, see the log {file}.</translation>
    </message>
    <message>
        <source>站点</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>站点：导入、列出</source>
        <translation>Sites: import, list</translation>
    </message>
    <message>
        <source>第一行是新密码的文件</source>
        <translation>File whose first line is the new password</translation>
    </message>
    <message>
        <source>第一行是身份密码的文件</source>
        <translation>File whose first line is the identity&apos;s password</translation>
    </message>
    <message>
        <source>签几个文件时，{file} 必须是已有的文件夹。</source>
        <translation>To sign several files, {file} must be an existing folder.</translation>
    </message>
    <message>
        <source>签发单位的身份文件（identity new --authority）</source>
        <translation>Identity file of the issuing organisation (identity new --authority)</translation>
    </message>
    <message>
        <source>签发者的证书（PEM），由近到远，可重复</source>
        <translation>Certificates of the issuers (PEM), nearest first; repeatable</translation>
    </message>
    <message>
        <source>签名人</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>签名并封签检查</source>
        <translation>Sign and seal visits</translation>
    </message>
    <message>
        <source>签名数</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>签名栏中的手写签名或印章图像，PNG 或 JPEG</source>
        <translation>Picture of a handwritten signature or a seal for the field, PNG or JPEG</translation>
    </message>
    <message>
        <source>签名身份文件；默认取设置中的</source>
        <translation>Signing identity file; default: the one in the settings</translation>
    </message>
    <message>
        <source>签名身份：新建、查看、签发证书、作保、撤销</source>
        <translation>Signing identities: new, show, issue, trust, revoke</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>编写月报（.md、.html、.xlsx）</source>
        <translation>Write the monthly report (.md, .html, .xlsx)</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>缘由</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>缺失或损坏照片</source>
        <translation>Photos missing or damaged</translation>
    </message>
    <message>
        <source>缺失或损坏附件</source>
        <translation>Attachments missing or damaged</translation>
    </message>
    <message>
        <source>至少遗失的修订</source>
        <translation>Revisions lost, at least</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Subdistrict</translation>
    </message>
    <message>
        <source>街道代码和名称，可重复</source>
        <translation>Code and name of a subdistrict; repeatable</translation>
    </message>
    <message>
        <source>表头与字段的对应，可重复</source>
        <translation>Which column is which field; repeatable</translation>
    </message>
    <message>
        <source>覆盖：导入测试日志、查看结果</source>
        <translation>Coverage: import test logs, show results</translation>
    </message>
    <message>
        <source>规则 prefer 所采信的填写人，可重复</source>
        <translation>Author whom the rule prefer trusts; repeatable</translation>
    </message>
    <message>
        <source>规则只用于这些项目，可用 * 和 ?</source>
        <translation>Use the rule only for these items; * and ? may be used</translation>
    </message>
    <message>
        <source>规则只用于这类记录</source>
        <translation>Use the rule only for this kind of record</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>角色；同上</source>
        <translation>Role, for the same</translation>
    </message>
    <message>
        <source>计算指标：填报值、核实值与目标</source>
        <translation>Compute indicators: reported, verified and target values</translation>
    </message>
    <message>
        <source>计量单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>记下新旧密钥关系的调查文件</source>
        <translation>Survey file that records which key follows which</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>记录数</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>设施</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>评估：指标、任务、问题、月报</source>
        <translation>Assessment: indicators, tasks, findings, monthly report</translation>
    </message>
    <message>
        <source>该位置在农村，“同地点新建”按农村距离判断</source>
        <translation>The position is rural: judge new builds at the same place by the rural distance</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>说明一个检查项为什么未显示、必填、有误或不符合</source>
        <translation>Explain why an item is hidden, required, wrong or not conforming</translation>
    </message>
    <message>
        <source>读取行数</source>
        <translation>Rows read</translation>
    </message>
    <message>
        <source>调查名称；默认取文件名</source>
        <translation>Name of the survey; default: the file name</translation>
    </message>
    <message>
        <source>调查文件：新建、查看、检查、备份、移交</source>
        <translation>Survey files: new, info, check, backup, handover</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>资源</source>
        <translation>Resource</translation>
    </message>
    <message>
        <source>距离（米）</source>
        <translation>Distance (m)</translation>
    </message>
    <message>
        <source>输出语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>达标样本</source>
        <translation>Good samples</translation>
    </message>
    <message>
        <source>达标率</source>
        <translation>Share of good</translation>
    </message>
    <message>
        <source>运营商</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>这次检查没有测试日志。</source>
        <translation>This visit has no test logs.</translation>
    </message>
    <message>
        <source>送达后又有修改或未全部送达的检查</source>
        <translation>Visits changed since, or arrived in part</translation>
    </message>
    <message>
        <source>遗失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>重新核对每张照片的校验值</source>
        <translation>Compare each photo with its hash again</translation>
    </message>
    <message>
        <source>重新读取以前已完整合并过的文件</source>
        <translation>Read files again that were merged completely before</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>问题编号</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>阈值参数文件；默认为内置参数</source>
        <translation>Limit parameter file; default: the bundled one</translation>
    </message>
    <message>
        <source>附上证书未被撤销的凭据（OCSP、CRL）；与 --timestamp 同用</source>
        <translation>Embed what says that no certificate was revoked (OCSP, CRL); needs --timestamp</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>附件所回答的检查项；不给则属于整次检查</source>
        <translation>Item that the paper answers; without it, it belongs to the whole visit</translation>
    </message>
    <message>
        <source>附件说明</source>
        <translation>Caption of the paper</translation>
    </message>
    <message>
        <source>附件（文档、录音、录像）：添加、列出、取出、写说明、移除</source>
        <translation>Attached files (documents, sound, video): add, list, extract, caption, remove</translation>
    </message>
    <message>
        <source>限值</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>题面</source>
        <translation>Label</translation>
    </message>
</context>
<context>
    <name>Code</name>
    <message>
        <source>CSV 检查表 {where} 里的工作表“{sheet}”，ODK 的工具不能读取。请改用 .xlsx 或 .md 文件，或删去它。</source>
        <translation>ODK&apos;s tools cannot read the sheet &quot;{sheet}&quot; in the CSV checklist {where}. Use an .xlsx or .md file, or remove the sheet.</translation>
    </message>
    <message>
        <source>digest() 不认识算法 {algorithm} 或编码 {encoding}。请用 SHA-256、MD5，hex 或 base64。</source>
        <translation>digest() does not know the algorithm {algorithm} or the encoding {encoding}. Use SHA-256 or MD5, and hex or base64.</translation>
    </message>
    <message>
        <source>distance() 得到的“{place}”不是坐标。请写成“纬度 经度”，几个点之间用分号隔开。</source>
        <translation>distance() was given &quot;{place}&quot;, which is not a position. Write &quot;latitude longitude&quot; and separate points with semicolons.</translation>
    </message>
    <message>
        <source>{count} 个来源都没有读取，什么也没有合并。请按各来源的原因处理后重试。</source>
        <translation>None of the {count} sources could be read; nothing was merged. Deal with the reason told for each source and try again.</translation>
    </message>
    <message>
        <source>{count} 像素。</source>
        <translation>{count} pixels.</translation>
    </message>
    <message>
        <source>{count} 次已接收的检查晚于截止日期 {date}，没有计入。</source>
        <translation>Accepted visits after the cut-off date {date} were not counted: {count}.</translation>
    </message>
    <message>
        <source>{count} 行。</source>
        <translation>{count} rows.</translation>
    </message>
    <message>
        <source>{file} 不可写入。请复制到可写的文件夹后再打开。</source>
        <translation>{file} is read-only. Copy it to a folder that you can write to and open it there.</translation>
    </message>
    <message>
        <source>{file} 不是 XForm：缺少 head、model 或主实例。请用 XLSForm 重新生成。</source>
        <translation>{file} is not an XForm: the head, the model or the primary instance is missing. Generate it again from the XLSForm.</translation>
    </message>
    <message>
        <source>{file} 不是加密的移交文件。请直接打开或合并。</source>
        <translation>{file} is not an encrypted handover file. Open or merge it directly.</translation>
    </message>
    <message>
        <source>{file} 不是合并回执，或内容已损坏。请向工作专班重新索取。</source>
        <translation>{file} is not a merge receipt or is damaged. Ask the task force office for it again.</translation>
    </message>
    <message>
        <source>{file} 不是录像，没有添加。请选择 mp4、mov、3gp、avi 等视频文件。</source>
        <translation>{file} is no video and was not attached. Choose a video file: mp4, mov, 3gp, avi.</translation>
    </message>
    <message>
        <source>{file} 不是录音，没有添加。请选择 mp3、m4a、wav、amr 等音频文件。</source>
        <translation>{file} is no sound recording and was not attached. Choose a sound file: mp3, m4a, wav, amr.</translation>
    </message>
    <message>
        <source>{file} 不是文件，而是文件夹、管道或设备，没有读取。请选择文件。</source>
        <translation>{file} is not a file but a folder, a pipe or a device; it was not read. Choose a file.</translation>
    </message>
    <message>
        <source>{file} 不是文本格式的测试日志。请导入 G-NetTrack 的 txt 或 csv 文件。</source>
        <translation>{file} is not a test log in text format. Import a txt or csv file from G-NetTrack.</translation>
    </message>
    <message>
        <source>{file} 不是能识别的照片。请导入 JPEG、PNG 或 WebP 图片。</source>
        <translation>{file} is not a known kind of photo. Import JPEG, PNG or WebP images.</translation>
    </message>
    <message>
        <source>{file} 不是调查文件。请选择由本程序建立的文件。</source>
        <translation>{file} is not a survey file. Choose a file made by this program.</translation>
    </message>
    <message>
        <source>{file} 不是这道题要的文件，没有添加。请选择：{wanted}。</source>
        <translation>{file} is not what this question asks for and was not attached. Choose one of: {wanted}.</translation>
    </message>
    <message>
        <source>{file} 与已导入的 {known} 完全相同，没有重复导入。</source>
        <translation>{file} is identical to {known}, which was imported before; it was not imported again.</translation>
    </message>
    <message>
        <source>{file} 中没有 manifest.json 或 manifest.csv，不能核验。请选择导出的文件夹。</source>
        <translation>{file} holds no manifest.json or manifest.csv and cannot be verified. Choose an exported folder.</translation>
    </message>
    <message>
        <source>{file} 中没有任何完好的修订，没有写出文件。请从备份恢复。</source>
        <translation>{file} holds no intact revision, so no file was written. Restore a backup.</translation>
    </message>
    <message>
        <source>{file} 中没有清单，不是本程序的成果文件。</source>
        <translation>{file} holds no manifest; it is not a package made by this program.</translation>
    </message>
    <message>
        <source>{file} 中没有空的签名栏 {field}，不能签名。请检查文件和签名栏。</source>
        <translation>{file} has no empty signature field {field} and cannot be signed. Check the file and the field.</translation>
    </message>
    <message>
        <source>{file} 中没有随附调查文件，不能合并。公开版不含调查文件。</source>
        <translation>{file} holds no survey file and cannot be merged. Public editions hold none.</translation>
    </message>
    <message>
        <source>{file} 只能放一张表。请用 --layer 指定一张，或导出为 .zip。</source>
        <translation>{file} can hold only one table. Choose one with --layer, or export to .zip.</translation>
    </message>
    <message>
        <source>{file} 就是当前的调查文件，不能合并到自身。</source>
        <translation>{file} is the current survey itself and cannot be merged into itself.</translation>
    </message>
    <message>
        <source>{file} 属于另一个调查（{name}），没有合并。请检查文件。</source>
        <translation>{file} belongs to another survey ({name}) and was not merged. Check the file.</translation>
    </message>
    <message>
        <source>{file} 已损坏或不完整（{reason}）。请重新复制一份，或从备份恢复；原文件没有改动。</source>
        <translation>{file} is damaged or incomplete ({reason}). Copy it once more, or restore a backup; the file itself was not changed.</translation>
    </message>
    <message>
        <source>{file} 已经存在，没有覆盖。请换一个文件名。</source>
        <translation>{file} already exists and was not overwritten. Choose another file name.</translation>
    </message>
    <message>
        <source>{file} 所在的文件夹不可写入。请换一个文件夹。</source>
        <translation>The folder of {file} cannot be written to. Choose another folder.</translation>
    </message>
    <message>
        <source>{file} 无法作为 PDF 读取（{reason}）。</source>
        <translation>{file} cannot be read as a PDF ({reason}).</translation>
    </message>
    <message>
        <source>{file} 是别的程序建立的数据库，不是调查文件。请选择由本程序建立的文件。</source>
        <translation>{file} is a database of another program, not a survey file. Choose a file made by this program.</translation>
    </message>
    <message>
        <source>{file} 是加密的移交文件。请用 --identity 指定收件人的身份。</source>
        <translation>{file} is an encrypted handover file. Name the recipient&apos;s identity with --identity.</translation>
    </message>
    <message>
        <source>{file} 是加密给另一把密钥的（{recipient}），这个身份打不开。请用收件人的身份。</source>
        <translation>{file} is encrypted for another key ({recipient}); this identity cannot open it. Use the recipient&apos;s identity.</translation>
    </message>
    <message>
        <source>{file} 是另一个调查的回执。请选择本调查的回执。</source>
        <translation>{file} is the receipt of another survey. Choose the one of this survey.</translation>
    </message>
    <message>
        <source>{file} 是空文件（0 字节），没有复制成功。请向交来的人重新要一份。</source>
        <translation>{file} is empty (0 bytes): it was not copied. Ask whoever handed it in for another copy.</translation>
    </message>
    <message>
        <source>{file} 正由 {user} 在 {host} 上使用（{since} 起）。请等对方关闭后再写入；现在可以只读打开。</source>
        <translation>{file} is in use by {user} on {host} since {since}. Wait until it is closed there; until then it can be opened read-only.</translation>
    </message>
    <message>
        <source>{file} 正被另一个程序写入。请关闭它后重试。</source>
        <translation>Another program is writing to {file}. Close it and try again.</translation>
    </message>
    <message>
        <source>{file} 没有第 {page} 页。</source>
        <translation>{file} has no page {page}.</translation>
    </message>
    <message>
        <source>{file} 没有通过核验（{outcome}），没有采用。请先核验该文件，再向编制单位索取原件。</source>
        <translation>{file} did not pass verification ({outcome}) and was not used. Verify it, then ask the organisation that made it for the original.</translation>
    </message>
    <message>
        <source>{file} 用本程序不读取的方式加密（{method}）。请改用带认证的 CMS（AES-256-GCM）重新加密，或升级本程序。</source>
        <translation>{file} is encrypted in a way that is not read here ({method}). Encrypt it again as authenticated CMS (AES-256-GCM), or update this program.</translation>
    </message>
    <message>
        <source>{file} 由更新版本的程序建立（{version}）。请升级本程序后再打开。</source>
        <translation>{file} was made by a newer version ({version}). Upgrade this program, then open it.</translation>
    </message>
    <message>
        <source>{file} 的内部结构与调查文件不同（{table}），没有读取。请向提交人索取原文件。</source>
        <translation>{file} is not built like a survey file ({table}) and was not read. Ask the sender for the original.</translation>
    </message>
    <message>
        <source>{file} 的密文已损坏、被改动或被截断，没有采用。请重新取得文件。</source>
        <translation>The encrypted content of {file} is damaged, changed or cut off and was not used. Get the file again.</translation>
    </message>
    <message>
        <source>{file} 缺少“{column}”列，没有导入。请使用规定的表头。</source>
        <translation>{file} has no column &quot;{column}&quot; and was not imported. Use the prescribed headers.</translation>
    </message>
    <message>
        <source>{file} 超出可核验的大小或对象数，没有读取。</source>
        <translation>{file} is too large or has too many objects to be verified; it was not read.</translation>
    </message>
    <message>
        <source>{file} 超过 {limit}，没有读取。</source>
        <translation>{file} is larger than {limit} and was not read.</translation>
    </message>
    <message>
        <source>{function} 只接受节点路径。请把参数改成路径。</source>
        <translation>{function} takes only a path to nodes. Make the argument a path.</translation>
    </message>
    <message>
        <source>{function}() 的路径没有找到节点。请检查路径。</source>
        <translation>The path in {function}() finds no node. Check the path.</translation>
    </message>
    <message>
        <source>{name} 不是本调查的建立者，不能为他人的密钥作保。请由建立者操作。</source>
        <translation>{name} is not the founder of this survey and cannot vouch for keys. Ask the founder to do it.</translation>
    </message>
    <message>
        <source>{name} 是本调查的建立者，其密钥不能撤销或更换。</source>
        <translation>{name} is the founder of this survey, whose key can be neither revoked nor replaced.</translation>
    </message>
    <message>
        <source>{name} 没有写明来源。请用 --source 写明报表或年鉴的名称。</source>
        <translation>{name} has no source. Name the report or yearbook with --source.</translation>
    </message>
    <message>
        <source>{name} 的值“{value}”不是大于或等于 0 的数。请改为数字。</source>
        <translation>The value &quot;{value}&quot; of {name} is not a number of 0 or more. Enter a number.</translation>
    </message>
    <message>
        <source>{name} 的密钥已于 {date} 被建立者撤销，不能再封签或签名。请建立新的身份。</source>
        <translation>The founder revoked the key of {name} on {date}; it can no longer seal or sign. Make a new identity.</translation>
    </message>
    <message>
        <source>{name} 的密钥已经换过。请使用新的身份文件。</source>
        <translation>The key of {name} has been replaced. Use the new identity file.</translation>
    </message>
    <message>
        <source>{name} 的证书不允许用于签名（密钥用途）。请向签发单位索取签名证书。</source>
        <translation>The certificate of {name} does not allow signing (key usage). Ask its issuer for a signing certificate.</translation>
    </message>
    <message>
        <source>{name} 的证书从 {date} 起才有效。请核对电脑的日期，或等到那一天。</source>
        <translation>The certificate of {name} is valid only from {date}. Check the date of this computer, or wait until that day.</translation>
    </message>
    <message>
        <source>{name} 的证书已被签发者撤销，没有签名。请申请新的证书。</source>
        <translation>The certificate of {name} was revoked by its issuer; nothing was signed. Ask for a new certificate.</translation>
    </message>
    <message>
        <source>{name} 的证书已过期。请建立新的身份。</source>
        <translation>The certificate of {name} has expired. Make a new identity.</translation>
    </message>
    <message>
        <source>{name} 的证书没有写明从哪里查询撤销，不能附上撤销信息。请用 CA 签发的证书，或不要撤销信息。</source>
        <translation>The certificate of {name} does not say where to ask about revocation, so none can be embedded. Use a certificate of a CA, or do without revocation.</translation>
    </message>
    <message>
        <source>{name} 的身份不能签发证书。请用 identity new --authority 建立单位身份。</source>
        <translation>The identity of {name} cannot issue certificates. Make one for the organisation with identity new --authority.</translation>
    </message>
    <message>
        <source>{question} 必须填写，或注明不适用、未检查的原因。</source>
        <translation>{question} must be answered, or marked not applicable or not checked with a reason.</translation>
    </message>
    <message>
        <source>{question} 没有填写，请补充原因。</source>
        <translation>{question} is not answered. Add the reason.</translation>
    </message>
    <message>
        <source>{question} 的填写内容“{value}”格式不对。请按题型填写数字、日期或坐标。</source>
        <translation>&quot;{value}&quot; is not a valid answer to {question}. Enter a number, a date or a position, as the item asks.</translation>
    </message>
    <message>
        <source>{question} 的填写内容“{value}”超出允许范围。{message}</source>
        <translation>&quot;{value}&quot; is outside the allowed range of {question}. {message}</translation>
    </message>
    <message>
        <source>{question} 需要照片，还没有添加。</source>
        <translation>{question} needs a photo. Add one.</translation>
    </message>
    <message>
        <source>{record} 的 {path} 没有可撤回的决定。</source>
        <translation>There is no decision on {path} of {record} to take back.</translation>
    </message>
    <message>
        <source>{record} 的 {path} 没有未决冲突。</source>
        <translation>There is no open conflict on {path} of {record}.</translation>
    </message>
    <message>
        <source>{sheet} 工作表的列 {names} 是同一列的不同写法。请只留一个。</source>
        <translation>In the sheet {sheet} the columns {names} are one column under different names. Keep one.</translation>
    </message>
    <message>
        <source>{sheet} 工作表缺少列 {names}。请补上。</source>
        <translation>The sheet {sheet} lacks the columns {names}. Add them.</translation>
    </message>
    <message>
        <source>{url} 拒绝了请求或应答过大（{reason}），没有生成文件。请核对网址。</source>
        <translation>{url} refused, or its answer is too large ({reason}); no file was made. Check the address.</translation>
    </message>
    <message>
        <source>{url} 没有应答（{reason}），没有生成文件。请检查网络，或不要时间戳和撤销信息。</source>
        <translation>{url} did not answer ({reason}); no file was made. Check the network, or do without timestamp and revocation.</translation>
    </message>
    <message>
        <source>{url} 的应答不是合格的时间戳（{reason}），没有生成文件。请换一个时间戳服务。</source>
        <translation>The answer of {url} is no proper timestamp ({reason}); no file was made. Choose another timestamp service.</translation>
    </message>
    <message>
        <source>{url} 的应答不是撤销信息。请核对证书的签发者，或不要撤销信息。</source>
        <translation>The answer of {url} says nothing about revocation. Check the issuer of the certificate, or do without revocation.</translation>
    </message>
    <message>
        <source>{where} 不完整，结尾被截去。请重新取得文件。</source>
        <translation>{where} is incomplete; its end has been cut off. Get the file again.</translation>
    </message>
    <message>
        <source>{where} 为 {value}，超过 100 %：该指标按覆盖能力计算，可以采用，请在报告中说明。</source>
        <translation>{where} is {value}, above 100%: it measures capacity and can be used. Mention this in the report.</translation>
    </message>
    <message>
        <source>{where} 为 {value}，超过 {limit}，请核对分子和分母。</source>
        <translation>{where} is {value}, above {limit}. Check numerator and denominator.</translation>
    </message>
    <message>
        <source>{where} 为 {value}，超过上限 {limit}，不予采用。请核对分子和分母。</source>
        <translation>{where} is {value}, above the limit {limit}, and was not used. Check numerator and denominator.</translation>
    </message>
    <message>
        <source>{where} 在云同步文件夹中（{place}），同步可能用旧文件覆盖或损坏它。请在本机其他文件夹中使用，再用移交文件交换。</source>
        <translation>{where} is in a cloud folder ({place}), where syncing may damage it or bring back an old file. Keep it in another folder on this machine and exchange handover files.</translation>
    </message>
    <message>
        <source>{where} 在可移动磁盘上（{place}），拔出时可能损坏。请复制到本机磁盘上使用，再用移交文件交换。</source>
        <translation>{where} is on a removable disk ({place}) and may be damaged when it is pulled out. Copy it to a disk of this machine and exchange handover files.</translation>
    </message>
    <message>
        <source>{where} 在网络共享上（{place}），多人或断线时可能损坏。请复制到本机磁盘上使用，再用移交文件交换。</source>
        <translation>{where} is on a network share ({place}) and may be damaged by several users or a lost connection. Copy it to a disk of this machine and exchange handover files.</translation>
    </message>
    <message>
        <source>{where} 提到的记录 {record} 没有救出。请从备份或移交文件合并。</source>
        <translation>Record {record}, to which {where} refers, was not rescued. Merge it from a backup or a handover file.</translation>
    </message>
    <message>
        <source>{where} 显示的内容与其修订不符，被别的程序改动。请重建派生表。</source>
        <translation>What {where} shows does not match its revisions; another program changed it. Rebuild the derived tables.</translation>
    </message>
    <message>
        <source>{where} 有 {count} 条修订没有封签。</source>
        <translation>{where} has revisions that are not sealed: {count}.</translation>
    </message>
    <message>
        <source>{where} 有读不出的部分（{reason}）。请用 survey rescue 把完好的内容救到新文件，或从备份恢复。</source>
        <translation>Parts of {where} cannot be read ({reason}). Save what is intact to a new file with survey rescue, or restore a backup.</translation>
    </message>
    <message>
        <source>{where} 用到的文件 {file} 不在检查表旁边。请把它放到同一文件夹后重试。</source>
        <translation>File {file}, used by {where}, is not beside the checklist. Put it in the same folder and try again.</translation>
    </message>
    <message>
        <source>{where} 用到的文件 {file} 太大（上限 {limit} MB）。请拆分或删去不用的列。</source>
        <translation>File {file}, used by {where}, is too large (limit {limit} MB). Split it or remove unused columns.</translation>
    </message>
    <message>
        <source>{where} 的 choices：“{text}”看不懂。请写成 旧选项=新选项，几个之间用空格隔开。</source>
        <translation>{where}, choices: &quot;{text}&quot; is not understood. Write old=new, with spaces between several.</translation>
    </message>
    <message>
        <source>{where} 的 choices：检查项“{name}”没有选项“{choice}”。请检查拼写。</source>
        <translation>{where}, choices: question &quot;{name}&quot; has no choice &quot;{choice}&quot;. Check the spelling.</translation>
    </message>
    <message>
        <source>{where} 的 parameters：这种题没有参数 {names}。可用的参数：{known}。</source>
        <translation>{where}, parameters: this kind of question has no parameters {names}. It has: {known}.</translation>
    </message>
    <message>
        <source>{where} 的 trigger：检查项“{name}”不由人填写，不能触发计算。请改用人填写的检查项。</source>
        <translation>{where}, trigger: nobody fills in question &quot;{name}&quot;, so it cannot trigger anything. Use a question that somebody answers.</translation>
    </message>
    <message>
        <source>{where} 的 trigger：请把每个检查项写成 ${{…}}，几个之间用逗号隔开。</source>
        <translation>{where}, trigger: write each question as ${{…}}, with commas between several.</translation>
    </message>
    <message>
        <source>{where} 的 {column} 不是数字（{text}）。请填写数字。</source>
        <translation>{where}: {column} is no number ({text}). Write a number.</translation>
    </message>
    <message>
        <source>{where} 的 {column} 是电子表格公式或命令（{text}）。请改为普通文字。</source>
        <translation>{where}: {column} is a spreadsheet formula or command ({text}). Make it plain text.</translation>
    </message>
    <message>
        <source>{where} 的 {column} 表达式无法理解：{expression}（{reason}）。请修改表达式。</source>
        <translation>{where}: the {column} expression cannot be understood: {expression} ({reason}). Correct the expression.</translation>
    </message>
    <message>
        <source>{where} 的 {column} 超过一格的上限，在 XLSX 中被截短（{table} 第 {row} 行）。全文请导出为 CSV。</source>
        <translation>{column} of {where} is too long for a cell and was cut in the XLSX ({table}, row {row}). Export to CSV for the full text.</translation>
    </message>
    <message>
        <source>{where} 的 {column}：名为“{name}”的检查项不止一个（{others}），无法确定引用哪一个。请改名。</source>
        <translation>{where}, {column}: there is more than one item named &quot;{name}&quot; ({others}), so the reference is ambiguous. Rename them.</translation>
    </message>
    <message>
        <source>{where} 的 {column}：检查项“{name}”在 {other} 已经写过。同一旧版本里每道题只写一次。</source>
        <translation>{where}, {column}: question &quot;{name}&quot; is in {other} already. Write each question once for one old version.</translation>
    </message>
    <message>
        <source>{where} 的 {column}：没有名为“{name}”的检查项。是不是想写“{like}”？</source>
        <translation>{where}, {column}: there is no item named &quot;{name}&quot;. Did you mean &quot;{like}&quot;?</translation>
    </message>
    <message>
        <source>{where} 的 {column}：没有名为“{name}”的检查项。请检查拼写。</source>
        <translation>{where}, {column}: there is no item named &quot;{name}&quot;. Check the spelling.</translation>
    </message>
    <message>
        <source>{where} 的 {count} 份备份仍含有已清除的照片。请核对后删除这些备份。</source>
        <translation>Backups of {where} still hold purged photos: {count}. Check and delete these backups.</translation>
    </message>
    <message>
        <source>{where} 的分母为 0，不能计算。请核对填报数字。</source>
        <translation>The denominator of {where} is 0, so it cannot be computed. Check the reported figures.</translation>
    </message>
    <message>
        <source>{where} 的原文已于 {date} 由 {author} 依规定清除（{reason}）。校验值和记录保留。</source>
        <translation>The original of {where} was purged by {author} on {date} under the rules ({reason}). Its hash and record remain.</translation>
    </message>
    <message>
        <source>{where} 的原文没有救出（{blob}）。请向拍摄人或从备份取得。</source>
        <translation>The content of {where} was not rescued ({blob}). Get it from the photographer or a backup.</translation>
    </message>
    <message>
        <source>{where} 的密钥没有证书，其封签没有采用。</source>
        <translation>The key of {where} has no certificate; its seals were not used.</translation>
    </message>
    <message>
        <source>{where} 的封签与内容不符。</source>
        <translation>The seal of {where} does not match its content.</translation>
    </message>
    <message>
        <source>{where} 至少缺少 {count} 条修订，内容可能不是最新。请从备份或移交文件合并。</source>
        <translation>{where} lacks revisions, at least {count}, and may not be up to date. Merge a backup or a handover file.</translation>
    </message>
    <message>
        <source>{where} 至少还有 {count} 条修订没有救出，不知属于哪些记录。请从备份或移交文件合并。</source>
        <translation>At least {count} more revisions of {where} were not rescued; it is unknown to which records they belong. Merge a backup or a handover file.</translation>
    </message>
    <message>
        <source>{where}有错误，请按提示修改该行后重试。（{detail}）</source>
        <translation>{where} has an error. Correct the row as described and try again. ({detail})</translation>
    </message>
    <message>
        <source>{where}：XLSForm 和桌面端都没有 {feature} 题型。请改用 text 或 barcode 题，由人工录入。</source>
        <translation>{where}: neither XLSForm nor this program has the question type {feature}. Use text or barcode and enter the answer by hand.</translation>
    </message>
    <message>
        <source>{where}：begin_{kind}“{name}”没有结束。请在它最后一项之后加一行 end_{kind}。</source>
        <translation>{where}: begin_{kind} &quot;{name}&quot; is never ended. Add a row end_{kind} after its last item.</translation>
    </message>
    <message>
        <source>{where}：end_{kind} 与 {other} 的 begin_{opened} 不成对。请改为 end_{opened}，或补上缺少的行。</source>
        <translation>{where}: end_{kind} does not match begin_{opened} at {other}. Make it end_{opened} or add the missing row.</translation>
    </message>
    <message>
        <source>{where}：or_other 不能和 choice_filter 一起用。请去掉一个，或在选项表里自己写“其他”。</source>
        <translation>{where}: or_other cannot be used with choice_filter. Remove one, or write the choice &quot;other&quot; into the list yourself.</translation>
    </message>
    <message>
        <source>{where}：parameters 里的“{text}”看不懂。请写成 名称=值，几个之间用空格隔开。</source>
        <translation>{where}: &quot;{text}&quot; in parameters cannot be understood. Write name=value, separated by spaces.</translation>
    </message>
    <message>
        <source>{where}：range 的 {name} 不是数字（{text}）。请填写数字。</source>
        <translation>{where}: {name} of the range is not a number ({text}). Enter a number.</translation>
    </message>
    <message>
        <source>{where}：version 写的是这份检查表自己的版本 {version}。请写旧版本号。</source>
        <translation>{where}: version is the checklist&apos;s own version {version}. Write the old version.</translation>
    </message>
    <message>
        <source>{where}：{sheet} 工作表里没有选项表“{list}”。是不是想写“{like}”？</source>
        <translation>{where}: the {sheet} sheet has no list &quot;{list}&quot;. Is &quot;{like}&quot; meant?</translation>
    </message>
    <message>
        <source>{where}：{sheet} 工作表里没有选项表“{list}”。请补上，或检查拼写。</source>
        <translation>{where}: the {sheet} sheet has no list &quot;{list}&quot;. Add it, or check the spelling.</translation>
    </message>
    <message>
        <source>{where}：{sites} 的计数标识相同（{key}），共计 {count} 个。请核对是否同一基站。</source>
        <translation>{where}: {sites} share one counting id ({key}), {count} in all. Check whether they are the same station.</translation>
    </message>
    <message>
        <source>{where}：{site} 按口径不计 Combo 口，城市 10G 端口取不含 Combo 的上限 {count} 个。</source>
        <translation>{where}: by the rules, {site} counts no Combo ports; the city&apos;s 10G ports are taken without them, at most {count}.</translation>
    </message>
    <message>
        <source>{where}：{site} 的点位测试率 {share} % 低于 {limit} %，通达结论暂定，未计入分子。</source>
        <translation>{where}: {share}% of the points at {site} were tested, less than {limit}%; its result is provisional and does not count in the numerator.</translation>
    </message>
    <message>
        <source>{where}：{technology} 的 SINR 全为 0，按手机未上报处理，覆盖只按 RSRP 判定。</source>
        <translation>{where}: all SINR values of {technology} are 0 and taken as not reported; coverage is judged by RSRP alone.</translation>
    </message>
    <message>
        <source>{where}：不认识的列“{column}”。mappings 工作表的列是 version、from、to、split、factor、offset、choices。</source>
        <translation>{where}: unknown column &quot;{column}&quot;. The columns of the mappings sheet are version, from, to, split, factor, offset, choices.</translation>
    </message>
    <message>
        <source>{where}：不认识的题型 {type}。请改用 XLSForm 的题型。（{detail}）</source>
        <translation>{where}: question type {type} is unknown. Use an XLSForm question type. ({detail})</translation>
    </message>
    <message>
        <source>{where}：不认识的题型“{type}”。是不是想写“{like}”？</source>
        <translation>{where}: question type &quot;{type}&quot; is unknown. Did you mean &quot;{like}&quot;?</translation>
    </message>
    <message>
        <source>{where}：不认识的题型“{type}”。请改用 XLSForm 的题型，例如 text、integer、select_one。</source>
        <translation>{where}: question type &quot;{type}&quot; is unknown. Use an XLSForm question type such as text, integer or select_one.</translation>
    </message>
    <message>
        <source>{where}：与既有 {site} 相距 {metres} 米，在 {limit} 米以内，属“同地点新建”。请先比选共享。</source>
        <translation>{where}: {metres} m from the existing {site}, within {limit} m, so it is a new build at the same place. Consider sharing first.</translation>
    </message>
    <message>
        <source>{where}：写了 split，to 就要写两个以上的检查项。请用空格隔开检查项，或删去 split。</source>
        <translation>{where}: with split, to needs at least two questions. Put spaces between them, or remove split.</translation>
    </message>
    <message>
        <source>{where}：分组嵌套超过 {most} 层。请减少层数。</source>
        <translation>{where}: groups are nested more than {most} levels deep. Use fewer levels.</translation>
    </message>
    <message>
        <source>{where}：分组或循环的开始与结束不成对。请补上或删除对应的行。（{detail}）</source>
        <translation>{where}: the begin and end of a group or repeat do not match. Add or remove the row. ({detail})</translation>
    </message>
    <message>
        <source>{where}：名称“{name}”与 {other} 重复。请在同一分组内换一个不同的名称。</source>
        <translation>{where}: the name &quot;{name}&quot; is already used at {other}. Choose a name that is unique in its group.</translation>
    </message>
    <message>
        <source>{where}：名称“{name}”含有不允许的字符。请以字母或下划线开头，其后只用字母、数字、下划线、连字符或句点。</source>
        <translation>{where}: the name &quot;{name}&quot; has a character that is not allowed. Start with a letter or underscore, then use only letters, digits, underscores, hyphens or periods.</translation>
    </message>
    <message>
        <source>{where}：名称“{name}”由表单自己使用。请换一个名称。</source>
        <translation>{where}: the name &quot;{name}&quot; is used by the form itself. Choose another name.</translation>
    </message>
    <message>
        <source>{where}：名称缺失或含有不允许的字符。名称以字母或下划线开头，其后只用字母、数字、下划线、连字符或句点。（{detail}）</source>
        <translation>{where}: the name is missing or has a character that is not allowed. Start it with a letter or underscore, then use only letters, digits, underscores, hyphens or periods. ({detail})</translation>
    </message>
    <message>
        <source>{where}：名称重复。请在同一级内换一个不同的名称。（{detail}）</source>
        <translation>{where}: the name is used twice. Choose a name that is unique on its level. ({detail})</translation>
    </message>
    <message>
        <source>{where}：实体（entities）设置有错误。桌面端不使用实体，可以删除。（{detail}）</source>
        <translation>{where}: the entities have an error. This program does not use entities; they can be removed. ({detail})</translation>
    </message>
    <message>
        <source>{where}：引用的检查项不存在或写法有误。请检查 ${{…}} 的拼写。（{detail}）</source>
        <translation>{where}: an item is referred to that does not exist or is misspelt. Check the spelling in ${{…}}. ({detail})</translation>
    </message>
    <message>
        <source>{where}：循环“{name}”与另一个循环同名，不在同一分组内也不可以。请换一个名称。</source>
        <translation>{where}: another repeat is called &quot;{name}&quot; too; repeats need names of their own, wherever they stand. Choose another name.</translation>
    </message>
    <message>
        <source>{where}：有 {count} 个 RSRQ 或 SINR 超出有效范围，按缺失处理。</source>
        <translation>{where}: {count} RSRQ or SINR values are out of range and taken as missing.</translation>
    </message>
    <message>
        <source>{where}：有 {count} 行 5G 采样可能为 NSA，其 RSRP 可能来自 4G 锚点。</source>
        <translation>{where}: {count} rows of 5G samples may be NSA; their RSRP may come from the 4G anchor.</translation>
    </message>
    <message>
        <source>{where}：有 {count} 行定位长时间不变，不计入栅格。请核对 GPS。</source>
        <translation>{where}: {count} rows have a position that stayed the same for long; they are left out of the grid. Check the GPS.</translation>
    </message>
    <message>
        <source>{where}：有 {count} 行无网络服务，未计入覆盖率。请在结论中说明。</source>
        <translation>{where}: {count} rows have no service and do not count towards coverage. Mention this in the conclusion.</translation>
    </message>
    <message>
        <source>{where}：桌面端不支持 {feature}，填写时会忽略。无需修改。</source>
        <translation>{where}: this program does not support {feature} and will ignore it. Nothing needs to be changed.</translation>
    </message>
    <message>
        <source>{where}：检查不产生用户数，只能填报。</source>
        <translation>{where}: visits yield no numbers of users; they can only be reported.</translation>
    </message>
    <message>
        <source>{where}：检查项“{name}”没有题型。请在 type 列填写。</source>
        <translation>{where}: item &quot;{name}&quot; has no question type. Enter it in the column type.</translation>
    </message>
    <message>
        <source>{where}：检查项“{name}”没有题面和提示，无法提问。请填写 label，或改为 calculate 题并填写 calculation。</source>
        <translation>{where}: question &quot;{name}&quot; has neither label nor hint, so it asks nothing. Fill in label, or make it a calculate with a calculation.</translation>
    </message>
    <message>
        <source>{where}：检查项“{name}”没有题面，填写时看不到问什么。请在 label 列填写。</source>
        <translation>{where}: item &quot;{name}&quot; has no label, so nobody can see what it asks. Enter a label.</translation>
    </message>
    <message>
        <source>{where}：检查项“{name}”缺少“{language}”的题面。请补上译文。</source>
        <translation>{where}: item &quot;{name}&quot; has no label in &quot;{language}&quot;. Add the translation.</translation>
    </message>
    <message>
        <source>{where}：没有可用的采样行。请查看剔除原因。</source>
        <translation>{where}: no row can be used. See why rows were rejected.</translation>
    </message>
    <message>
        <source>{where}：没有名称。请在 name 列填写。</source>
        <translation>{where}: the name is missing. Enter it in the column name.</translation>
    </message>
    <message>
        <source>{where}：没有填写 {column}。请补上。</source>
        <translation>{where}: {column} is empty. Please fill it in.</translation>
    </message>
    <message>
        <source>{where}：没有已接收的机房检查，端口数取自小区和园区检查，可能有重复。</source>
        <translation>{where}: there is no accepted visit to an equipment room; ports come from visits to communities and parks and may be counted twice.</translation>
    </message>
    <message>
        <source>{where}：表头有错误。请检查列名是否缺失、重复或写错。（{detail}）</source>
        <translation>{where}: the header row has an error. Check for column names that are missing, repeated or misspelt. ({detail})</translation>
    </message>
    <message>
        <source>{where}：计算题没有算式。请在 calculation 列填写。</source>
        <translation>{where}: a calculate without a calculation. Fill in the calculation column.</translation>
    </message>
    <message>
        <source>{where}：读取检查表时的提示：{detail}</source>
        <translation>{where}: a remark from reading the checklist: {detail}</translation>
    </message>
    <message>
        <source>{where}：这一行的单元格比表头多。文字里的竖线请写成 \|，多出的单元格请删去。</source>
        <translation>{where}: this row has more cells than the header. Write a bar inside a text as \|, and remove what is too much.</translation>
    </message>
    <message>
        <source>{where}：这行 end_{kind} 前面没有对应的 begin_{kind}。请删去这一行，或补上开始行。</source>
        <translation>{where}: this end_{kind} has no begin_{kind} before it. Remove the row or add the beginning.</translation>
    </message>
    <message>
        <source>{where}：选择题没有写选项表。请写成“{type} 表名”。</source>
        <translation>{where}: the select question names no list. Write &quot;{type} list_name&quot;.</translation>
    </message>
    <message>
        <source>{where}：选项“{name}”没有文字，填写时只看到编码。请在 label 列填写。</source>
        <translation>{where}: choice &quot;{name}&quot; has no label, so only its code will be shown. Enter a label.</translation>
    </message>
    <message>
        <source>{where}：选项文件 {file} 的格式不能读取。请使用 .csv、.xml 或 .geojson 文件。</source>
        <translation>{where}: the format of choices file {file} cannot be read. Use a .csv, .xml or .geojson file.</translation>
    </message>
    <message>
        <source>{where}：选项表“{list}”的这一行没有名称。请在 name 列填写。</source>
        <translation>{where}: this row of list &quot;{list}&quot; has no name. Enter it in the column name.</translation>
    </message>
    <message>
        <source>{where}：选项表“{list}”里的选项“{name}”与 {other} 重复。请删去一个，或换一个名称。</source>
        <translation>{where}: choice &quot;{name}&quot; of list &quot;{list}&quot; is already given at {other}. Remove one or rename it.</translation>
    </message>
    <message>
        <source>{where}：选项表、文件和 pulldata 中有不同的来源都叫“{name}”。请给其中一个改名。</source>
        <translation>{where}: different sources among lists, files and pulldata are called &quot;{name}&quot;. Rename one of them.</translation>
    </message>
    <message>
        <source>{where}：选项表有错误。请检查 choices 工作表中的列表名、名称和标签。（{detail}）</source>
        <translation>{where}: the choices have an error. Check list names, names and labels in the choices sheet. ({detail})</translation>
    </message>
    <message>
        <source>{where}：题型参数（parameters）有错误。请按提示修改。（{detail}）</source>
        <translation>{where}: the question&apos;s parameters have an error. Correct them as described. ({detail})</translation>
    </message>
    <message>
        <source>“{month}”不是月份。请写成 2022-07 的样子。</source>
        <translation>&quot;{month}&quot; is not a month. Write it like 2022-07.</translation>
    </message>
    <message>
        <source>“{url}”不是可用的网址。请写成 http:// 或 https:// 开头的地址。</source>
        <translation>{url} is no usable address. Write it with http:// or https:// in front.</translation>
    </message>
    <message>
        <source>“{where}”不是规定的表头，该列没有导入。</source>
        <translation>&quot;{where}&quot; is not a prescribed header; the column was not imported.</translation>
    </message>
    <message>
        <source>“{where}”的答案照原样带入。</source>
        <translation>The answer to &quot;{where}&quot; was carried over unchanged.</translation>
    </message>
    <message>
        <source>“{where}”的答案由旧检查项“{source}”带入。请核对。</source>
        <translation>The answer to &quot;{where}&quot; was carried over from the old item &quot;{source}&quot;. Check it.</translation>
    </message>
    <message>
        <source>“{where}”的答案由旧检查项“{source}”的“{before}”换算为“{after}”。请核对。</source>
        <translation>The answer to &quot;{where}&quot; was converted from &quot;{before}&quot; to &quot;{after}&quot;, from the old item &quot;{source}&quot;. Check it.</translation>
    </message>
    <message>
        <source>一道题最多附 {limit} 个文件，没有添加。请移除不用的，或合并成一个压缩包。</source>
        <translation>A question takes at most {limit} files; nothing was attached. Remove what is not needed, or put them into one archive.</translation>
    </message>
    <message>
        <source>不是正确的 XML：{reason}。请检查文件。</source>
        <translation>This is not well-formed XML: {reason}. Check the file.</translation>
    </message>
    <message>
        <source>不能写成 {file}。报告可写成：{known}。</source>
        <translation>Cannot write {file}. A report can be written as: {known}.</translation>
    </message>
    <message>
        <source>不能导出为 {file}。可用的扩展名：{known}。</source>
        <translation>Cannot export to {file}. Use one of these extensions: {known}.</translation>
    </message>
    <message>
        <source>介质“{token}”上没有证书所属的密钥，没有签名。请运行 identity tokens 查看介质。</source>
        <translation>The token {token} does not hold the key of the certificate; nothing was signed. List what it holds with identity tokens.</translation>
    </message>
    <message>
        <source>介质“{token}”上的密钥不能打开加密文件。请让对方加密给身份文件中的密钥。</source>
        <translation>The key on the token {token} cannot open encrypted files. Have the file encrypted to a key in an identity file.</translation>
    </message>
    <message>
        <source>介质“{token}”已经退出登录。请重新输入 PIN。</source>
        <translation>The token {token} was logged out. Enter the PIN again.</translation>
    </message>
    <message>
        <source>介质“{token}”已被锁住。请到发放单位解锁。</source>
        <translation>The token {token} is locked. Have it unlocked by whoever gave it out.</translation>
    </message>
    <message>
        <source>介质“{token}”没有完成操作（{reason}）。请重新插入后再试。</source>
        <translation>The token {token} did not finish ({reason}). Plug it in again and try once more.</translation>
    </message>
    <message>
        <source>介质“{token}”的 PIN 不对。多次输错会锁住介质，请确认后再输。</source>
        <translation>The PIN of the token {token} is wrong. Several wrong ones lock the token; make sure before you try again.</translation>
    </message>
    <message>
        <source>介质“{token}”的 PIN 不对，只剩最后一次机会，再错就锁住。请先向发放单位确认。</source>
        <translation>The PIN of the token {token} is wrong and one try is left before it locks. Ask whoever gave out the token first.</translation>
    </message>
    <message>
        <source>介质厂商的驱动库 {file} 不存在或不能使用（{reason}）。请安装厂商的驱动并核对路径。</source>
        <translation>The token maker&apos;s library {file} is not there or cannot be used ({reason}). Install the maker&apos;s driver and check the path.</translation>
    </message>
    <message>
        <source>信任名单 {file} 无法读取或格式不对。请重新取得。</source>
        <translation>Trust list {file} cannot be read or is malformed. Get it again.</translation>
    </message>
    <message>
        <source>信任名单 {file} 的签名不符，没有采用。请重新取得，并核对 --authority 的证书。</source>
        <translation>The signature of trust list {file} does not match, so it was not used. Get it again and check the certificate given with --authority.</translation>
    </message>
    <message>
        <source>信任名单由 {name}（{fingerprint}）签出，但没有用 --authority 给出其证书，所列的人仍算未登记。</source>
        <translation>The trust list was signed by {name} ({fingerprint}), whose certificate was not given with --authority; the people on it still count as not vouched for.</translation>
    </message>
    <message>
        <source>修订 {where} 与已有的同号修订内容不同，历史被改动，已拒绝。</source>
        <translation>Revision {where} differs from the one already held under the same id; its history was altered and it was refused.</translation>
    </message>
    <message>
        <source>修订 {where} 所依据的上一修订不在文件中，已隔离。</source>
        <translation>The revision before {where} is not in the file, so {where} was set aside.</translation>
    </message>
    <message>
        <source>修订 {where} 的内容与其校验值不符：{reason}。</source>
        <translation>The content of revision {where} does not match its hash: {reason}.</translation>
    </message>
    <message>
        <source>共享关系 {where}：5G 网络共建共享需要至少两家运营商。请补充。</source>
        <translation>Sharing relation {where}: sharing a 5G network takes at least two operators. Add the other.</translation>
    </message>
    <message>
        <source>共享关系 {where}：不能从“{before}”直接变为“{after}”。请逐步办理，或标为存量补录。</source>
        <translation>Sharing relation {where}: the status cannot go from &quot;{before}&quot; straight to &quot;{after}&quot;. Take the steps between, or mark it as legacy.</translation>
    </message>
    <message>
        <source>共享关系 {where}：使用方只有产权方自己，不是共享。请补充其他使用方。</source>
        <translation>Sharing relation {where}: the owner is the only user, so nothing is shared. Add another user.</translation>
    </message>
    <message>
        <source>共享关系 {where}：形式 {form} 与方式“{kind}”不符。请核对。</source>
        <translation>Sharing relation {where}: form {form} does not go with the mode &quot;{kind}&quot;. Check both.</translation>
    </message>
    <message>
        <source>共享关系 {where}：拒绝原因为“其他”时请写明具体原因。</source>
        <translation>Sharing relation {where}: the reason for refusal is &quot;Other&quot;. Say what it is.</translation>
    </message>
    <message>
        <source>共享关系 {where}：日期“{text}”无法识别。请写成 2022-07-08 的形式。</source>
        <translation>Sharing relation {where}: &quot;{text}&quot; is not a date. Write it like 2022-07-08.</translation>
    </message>
    <message>
        <source>共享关系 {where}：有效期的截止日早于起始日。请核对。</source>
        <translation>Sharing relation {where}: the term ends before it begins. Check the dates.</translation>
    </message>
    <message>
        <source>共享关系 {where}：每次变更都要有日期和经办单位。请补全。</source>
        <translation>Sharing relation {where}: each change needs a date and the organisation that made it. Complete them.</translation>
    </message>
    <message>
        <source>共享关系 {where}：没有“{form}”这种共享形式。请从 F01–F25 中选择。</source>
        <translation>Sharing relation {where}: there is no form of sharing &quot;{form}&quot;. Choose from F01–F25.</translation>
    </message>
    <message>
        <source>共享关系 {where}：状态与变更记录不一致。请核对变更记录。</source>
        <translation>Sharing relation {where}: the status does not match the history of changes. Check the history.</translation>
    </message>
    <message>
        <source>共享关系 {where}：纤芯置换需要双方各提供一段纤芯。请补充另一方向。</source>
        <translation>Sharing relation {where}: a fibre swap needs fibres from both sides. Add the other direction.</translation>
    </message>
    <message>
        <source>共享关系 {where}：缺少产权方或使用方。请补全双方。</source>
        <translation>Sharing relation {where}: the owner or the user is missing. Enter both.</translation>
    </message>
    <message>
        <source>共享关系 {where}：缺少协议号。请填写协议号后再继续。</source>
        <translation>Sharing relation {where}: the agreement number is missing. Enter it before going on.</translation>
    </message>
    <message>
        <source>共享关系 {where}：缺少拒绝原因。请从 R01–R14 中选择。</source>
        <translation>Sharing relation {where}: the reason for refusal is missing. Choose from R01–R14.</translation>
    </message>
    <message>
        <source>共享关系 {where}：缺少现场照片。请至少添加一张后再转为使用中。</source>
        <translation>Sharing relation {where}: a photo from the site is missing. Add one before changing the status to in use.</translation>
    </message>
    <message>
        <source>共享关系 {where}：缺少验收日期。请填写验收日期后再转为使用中。</source>
        <translation>Sharing relation {where}: the acceptance date is missing. Enter it before changing the status to in use.</translation>
    </message>
    <message>
        <source>写出的 {file} 读回后与数据不一致（{where}），没有生成文件。请重试；仍不行请反馈给软件维护人员。</source>
        <translation>{file}, read back, differed from the data ({where}), so it was not kept. Try again; if that fails too, report it to the maintainers.</translation>
    </message>
    <message>
        <source>函数 {function}() 不能有 {count} 个参数（第 {position} 个字符）。请增减参数。</source>
        <translation>The function {function}() does not take {count} arguments (character {position}). Add or remove arguments.</translation>
    </message>
    <message>
        <source>列对应“{column}={field}”中的 {field} 不是可用的字段。可用：{known}。</source>
        <translation>{field} in the column mapping &quot;{column}={field}&quot; is not a known field. Use one of: {known}.</translation>
    </message>
    <message>
        <source>前缀 {prefix}: 没有声明（第 {position} 个字符）。请在 settings 的 namespaces 中声明。</source>
        <translation>The prefix {prefix}: is not declared (character {position}). Declare it under namespaces in the settings sheet.</translation>
    </message>
    <message>
        <source>印出的页面与数据不一致（{where}），没有生成文件。请反馈给软件维护人员。</source>
        <translation>The printed pages differ from the data ({where}), so no file was made. Report this to the maintainers.</translation>
    </message>
    <message>
        <source>参数 {name} 的值“{value}”不可用。可用：{known}。请修改参数表。</source>
        <translation>The value &quot;{value}&quot; of parameter {name} cannot be used. Use one of: {known}. Correct the parameter table.</translation>
    </message>
    <message>
        <source>台账 {file} 没有数据行。请检查第一个工作表。</source>
        <translation>Register {file} has no data rows. Check its first sheet.</translation>
    </message>
    <message>
        <source>台账 {file} 的编码 {site} 重复（第 {rows} 行），没有导入。请改为不同的编码。</source>
        <translation>Register {file} uses the code {site} more than once (rows {rows}) and was not imported. Give each site its own code.</translation>
    </message>
    <message>
        <source>台账 {file} 缺少“{column}”列，没有导入。请补上该列，或指定列对应关系。</source>
        <translation>Register {file} has no column &quot;{column}&quot; and was not imported. Add the column or map another one to it.</translation>
    </message>
    <message>
        <source>台账 {file} 过大（上限 {limit}）。请拆分后分别导入。</source>
        <translation>Register {file} is too large (limit {limit}). Split it and import the parts.</translation>
    </message>
    <message>
        <source>图像 {file} 不能用作签名图像。请使用 4 MB 以内的 PNG 或 JPEG，边长至少 8 像素。</source>
        <translation>The image {file} cannot be used as a signature. Use a PNG or JPEG of at most 4 MB with sides of at least 8 pixels.</translation>
    </message>
    <message>
        <source>姓名、角色和单位都要填写；姓名不超过 21 个汉字，角色和单位各不超过 {longest} 个字。</source>
        <translation>Enter name, role and organisation: the name in at most 64 letters (21 Chinese characters), role and organisation in at most {longest} characters each.</translation>
    </message>
    <message>
        <source>字体没有字符 {character}（{code_point}），在 {where} 处印为 〓 和码位。</source>
        <translation>The font has no character {character} ({code_point}); at {where} a placeholder and the code point were printed.</translation>
    </message>
    <message>
        <source>密钥 {kind} 太弱，不能用来签名。请使用 P-256、P-384 或 2048 位以上的 RSA 密钥。</source>
        <translation>A key of kind {kind} is too weak for signing. Use P-256, P-384, or RSA from 2048 bits.</translation>
    </message>
    <message>
        <source>密钥介质“{token}”没有插入或已被拔出，没有签名。请插入后重新输入 PIN。</source>
        <translation>The token {token} is not plugged in or was pulled out; nothing was signed. Plug it in and enter the PIN again.</translation>
    </message>
    <message>
        <source>密钥在介质“{token}”上，但没有给出介质厂商的驱动库。请运行 identity use-token，或设置环境变量 FIELDAUDIT_TOKEN。</source>
        <translation>The key lies on the token {token}, but the library of its maker is not known. Run identity use-token, or set the variable FIELDAUDIT_TOKEN.</translation>
    </message>
    <message>
        <source>密钥在介质上，PIN 要用介质厂商的工具更改。</source>
        <translation>The key lies on a token; its PIN is changed with the tool of the token&apos;s maker.</translation>
    </message>
    <message>
        <source>密钥种类 {kind} 在这里不能签名。请使用 P-256、P-384 或 2048 到 8192 位的 RSA 密钥。</source>
        <translation>A key of kind {kind} does not sign here. Use P-256, P-384, or RSA of 2048 to 8192 bits.</translation>
    </message>
    <message>
        <source>对应规则 {file} 是从 {source} 到 {target} 的，与这两个检查表版本不符。请换一份规则。</source>
        <translation>Mapping rules {file} go from {source} to {target} and do not fit these two checklist versions. Choose other rules.</translation>
    </message>
    <message>
        <source>对应规则 {file} 有错误：{reason}。请修改后重试。</source>
        <translation>Mapping rules {file} have an error: {reason}. Correct it and try again.</translation>
    </message>
    <message>
        <source>找不到文件 {file}。请检查路径。</source>
        <translation>File {file} was not found. Check the path.</translation>
    </message>
    <message>
        <source>撤销信息不能证明 {name} 的证书有效（{reason}），没有签名。请向签发单位核实。</source>
        <translation>What was fetched does not prove the certificate of {name} valid ({reason}); nothing was signed. Ask its issuer.</translation>
    </message>
    <message>
        <source>撤销信息要与时间戳一起使用。请同时给出时间戳服务的网址。</source>
        <translation>Revocation goes together with a timestamp. Give the address of a timestamp service as well.</translation>
    </message>
    <message>
        <source>文件夹 {file} 里已有别的文件，没有写入。请换一个空文件夹。</source>
        <translation>Folder {file} already holds other files; nothing was written. Choose an empty folder.</translation>
    </message>
    <message>
        <source>新版检查表没有“{where}”这一检查项，原答案照样保留。</source>
        <translation>The new checklist has no item &quot;{where}&quot;; its old answer is kept.</translation>
    </message>
    <message>
        <source>无法写入 {file}：{reason}。请检查磁盘后重试。</source>
        <translation>{file} cannot be written: {reason}. Check the disk and try again.</translation>
    </message>
    <message>
        <source>无法识别位置“{text}”。请写成“纬度 经度”，例如 29.62 106.49。</source>
        <translation>&quot;{text}&quot; is not a position. Write &quot;latitude longitude&quot;, for example 29.62 106.49.</translation>
    </message>
    <message>
        <source>无法识别检查表 {file} 的格式。请使用 .md、.csv、.xlsx 或 .xml 文件。</source>
        <translation>The format of checklist {file} is unknown. Use an .md, .csv, .xlsx or .xml file.</translation>
    </message>
    <message>
        <source>无法读取 {file}：{reason}。</source>
        <translation>{file} cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>无法读取参数表 {file}：{reason}。</source>
        <translation>Parameter table {file} cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>无法读取台账 {file}。请另存为 XLSX 或 CSV（UTF-8）后重试。</source>
        <translation>Register {file} cannot be read. Save it as XLSX or CSV (UTF-8) and try again.</translation>
    </message>
    <message>
        <source>无法读取检查数据 {file}：{reason}。没有写入任何内容。</source>
        <translation>Visit data {file} cannot be read: {reason}. Nothing was written.</translation>
    </message>
    <message>
        <source>无法读取检查表 {file}：{reason}。</source>
        <translation>Checklist {file} cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>无法读取设置文件 {file}：{reason}。已改用默认设置。</source>
        <translation>Settings file {file} cannot be read: {reason}. The defaults are used instead.</translation>
    </message>
    <message>
        <source>日期“{text}”无法识别。请写成 2022-07-31 的形式。</source>
        <translation>&quot;{text}&quot; is not a date. Write it like 2022-07-31.</translation>
    </message>
    <message>
        <source>日期格式 {format} 中的 {escape} 不认识。可用 %Y %y %m %n %b %d %e %H %h %M %S %3 %a。</source>
        <translation>{escape} in the date format {format} is unknown. Use % with Y y m n b d e H h M S a, or %3.</translation>
    </message>
    <message>
        <source>旧检查项“{source}”的答案“{before}”不能换算到“{where}”，原样保留在旧题下。请人工填写。</source>
        <translation>The answer &quot;{before}&quot; to the old item &quot;{source}&quot; cannot be converted to &quot;{where}&quot; and is kept under the old item. Answer the new item by hand.</translation>
    </message>
    <message>
        <source>有 {count} 把密钥符合，不能确定是哪一把。请用 identity tokens 查看，再用 --key 和 --serial 指定。</source>
        <translation>{count} keys fit, so it is not clear which one is meant. List them with identity tokens, then name one with --key and --serial.</translation>
    </message>
    <message>
        <source>本机没有安装密钥介质的支持（python-pkcs11）。请安装后再用，或使用身份文件。</source>
        <translation>This machine has no support for tokens (python-pkcs11). Install it, or use an identity file.</translation>
    </message>
    <message>
        <source>本程序不支持函数 {function}()（第 {position} 个字符）。请换一种写法。</source>
        <translation>This program does not support the function {function}() (character {position}). Write it another way.</translation>
    </message>
    <message>
        <source>检查 {where} 尚未接收（{status}），不能编入成果包。</source>
        <translation>Visit {where} has not been accepted ({status}) and cannot go into the package.</translation>
    </message>
    <message>
        <source>检查 {where} 用的是检查表 {form}，不能换成 {other}。请选择同一检查表的新版本。</source>
        <translation>Visit {where} uses checklist {form} and cannot move to {other}. Choose a newer version of the same checklist.</translation>
    </message>
    <message>
        <source>检查 {where} 的“已接收”以 {name} 的名义写下，但没有可信密钥的封签，无法证明是本人所写。请由复核人核对后重新接收并封签。</source>
        <translation>&quot;Accepted&quot; of visit {where} was written in the name of {name} without a seal of a trusted key; nothing proves that they wrote it. Let the reviewer check it, accept it again and seal it.</translation>
    </message>
    <message>
        <source>检查 {where} 的状态是“{status}”，不能这样处理。</source>
        <translation>Visit {where} has the status &quot;{status}&quot;, which does not allow this.</translation>
    </message>
    <message>
        <source>检查 {where} 还有 {count} 项要处理：{first}。请补填，或注明未检查的理由。</source>
        <translation>Visit {where} has open items ({count}): {first}. Answer them, or say why they were not checked.</translation>
    </message>
    <message>
        <source>检查 {where} 还有未决冲突。请先在合并页处理。</source>
        <translation>Visit {where} still has open conflicts. Settle them on the Merge page first.</translation>
    </message>
    <message>
        <source>检查表 {file} 不是 UTF-8 文本。请另存为 UTF-8 编码后重试。</source>
        <translation>Checklist {file} is not UTF-8 text. Save it as UTF-8 and try again.</translation>
    </message>
    <message>
        <source>检查表 {file} 含有文档类型声明（DOCTYPE），出于安全原因不予读取。请删除该声明。</source>
        <translation>Checklist {file} holds a document type declaration (DOCTYPE) and was not read, for safety. Remove the declaration.</translation>
    </message>
    <message>
        <source>检查表 {file} 太大（上限 {limit} MB）。请删除不用的工作表和图片后重试。</source>
        <translation>Checklist {file} is too large (limit {limit} MB). Remove unused sheets and pictures and try again.</translation>
    </message>
    <message>
        <source>检查表 {file} 有超过 {most} 个字符的单元格，没有读取。请缩短后重试。</source>
        <translation>Checklist {file} has a cell of more than {most} characters and was not read. Shorten it and try again.</translation>
    </message>
    <message>
        <source>检查表 {file} 有错误：{reason}。请修改后重试。</source>
        <translation>Checklist {file} has an error: {reason}. Correct it and try again.</translation>
    </message>
    <message>
        <source>检查表 {file} 的分组嵌套超过 {most} 层，没有读取。请减少层数。</source>
        <translation>Checklist {file} nests groups more than {most} levels deep and was not read. Use fewer levels.</translation>
    </message>
    <message>
        <source>检查表 {file} 的单元格超过 {most} 个，没有读取。请删去多余的行，或把长选项表放到单独的 CSV 文件。</source>
        <translation>Checklist {file} has more than {most} cells and was not read. Remove surplus rows or put long lists in a separate CSV file.</translation>
    </message>
    <message>
        <source>检查表 {where} 有两列都叫“{names}”。请删去或改名其中一列。</source>
        <translation>The checklist {where} has two columns called &quot;{names}&quot;. Remove or rename one.</translation>
    </message>
    <message>
        <source>检查表 {where} 没有 survey 工作表。是不是写成了“{like}”？请改名为 survey。</source>
        <translation>The checklist {where} has no sheet survey. Is it called &quot;{like}&quot;? Rename it survey.</translation>
    </message>
    <message>
        <source>检查表 {where} 没有 survey 工作表。请补上，或从模板开始。</source>
        <translation>The checklist {where} has no sheet survey. Add it, or start from the template.</translation>
    </message>
    <message>
        <source>检查表 {where} 里没有表格。请从模板开始（form new）。</source>
        <translation>There is no table in the checklist {where}. Start from the template (form new).</translation>
    </message>
    <message>
        <source>检查表中没有名为 {where} 的问题。请检查名称。</source>
        <translation>The checklist has no item named {where}. Check the name.</translation>
    </message>
    <message>
        <source>检查表里没有编号为 {text} 的文字。请检查翻译表。</source>
        <translation>The checklist has no text with the id {text}. Check its translations.</translation>
    </message>
    <message>
        <source>检查项 {where} 在数据结构中没有对应的节点。请检查 ref 或 nodeset 的拼写。</source>
        <translation>Item {where} has no node in the data. Check the spelling of ref or nodeset.</translation>
    </message>
    <message>
        <source>检查项 {where} 用到的阈值参数“{parameter}”不在参数表里，该项不会评判。是不是想写“{like}”？</source>
        <translation>Item {where} uses the limit parameter &quot;{parameter}&quot;, which is not in the parameter table, so it will not be judged. Did you mean &quot;{like}&quot;?</translation>
    </message>
    <message>
        <source>检查项 {where} 用到的阈值参数“{parameter}”不在参数表里，该项不会评判。请检查拼写，或补充参数。</source>
        <translation>Item {where} uses the limit parameter &quot;{parameter}&quot;, which is not in the parameter table, so it will not be judged. Check the spelling or add the parameter.</translation>
    </message>
    <message>
        <source>检查项 {where} 的 {column} 表达式无法理解：{expression}（{reason}）。请修改表达式。</source>
        <translation>The {column} expression of item {where} cannot be understood: {expression} ({reason}). Correct the expression.</translation>
    </message>
    <message>
        <source>检查项 {where} 的严重程度 {value} 不认识，按 information 处理。请用 critical、major、minor 或 information。</source>
        <translation>The severity {value} of item {where} is unknown and taken as information. Use critical, major, minor or information.</translation>
    </message>
    <message>
        <source>检查项 {where} 的动作使用了不支持的事件 {event}，该动作不会执行。</source>
        <translation>The action of item {where} uses the event {event}, which is not supported; it will not run.</translation>
    </message>
    <message>
        <source>检查项 {where} 的照片要求 {value} 不认识，按不要求处理。请用 always、fails 或 no。</source>
        <translation>The photo rule {value} of item {where} is unknown; no photo will be required. Use always, fails or no.</translation>
    </message>
    <message>
        <source>检查项 {where} 的表达式要算得太久（{reason}）。请改用简单的表达式。</source>
        <translation>The expressions of item {where} would take too long ({reason}). Use simpler ones.</translation>
    </message>
    <message>
        <source>正则表达式 {pattern} 写错了，或对这个答案会算得太久。请写得简单些。</source>
        <translation>The regular expression {pattern} is wrong or would take too long on this answer. Make it simpler.</translation>
    </message>
    <message>
        <source>没有 {function}() 这个函数（第 {position} 个字符）。请检查拼写。</source>
        <translation>There is no function {function}() (character {position}). Check the spelling.</translation>
    </message>
    <message>
        <source>没有名为 {instance} 的附加数据表。请检查名称，或附上数据文件。</source>
        <translation>There is no secondary data set named {instance}. Check the name or attach the data file.</translation>
    </message>
    <message>
        <source>没有名为 {layer} 的图层或表。可用：{known}。</source>
        <translation>There is no layer or table named {layer}. Use one of: {known}.</translation>
    </message>
    <message>
        <source>没有名为 {name} 的填报数字。可用：{known}。</source>
        <translation>There is no reported figure named {name}. Use one of: {known}.</translation>
    </message>
    <message>
        <source>没有名为 {parameter} 的阈值参数。请检查参数表的版本和拼写。</source>
        <translation>There is no limit parameter named {parameter}. Check its spelling and the version of the parameter table.</translation>
    </message>
    <message>
        <source>没有已接收的检查可以导出，只有站点台账等内容。请先接收检查，或用 --all 导出全部。</source>
        <translation>There is no accepted visit to export, only the register and the like. Accept visits first, or export all with --all.</translation>
    </message>
    <message>
        <source>没有已接收的检查可以编入成果包。请先接收检查。</source>
        <translation>There is no accepted visit to put into the package. Accept visits first.</translation>
    </message>
    <message>
        <source>没有插入可用的密钥介质。请插入后再试。</source>
        <translation>No usable token is plugged in. Plug it in and try again.</translation>
    </message>
    <message>
        <source>测试日志 {file} 没有数据行。请检查是否导出完整。</source>
        <translation>Test log {file} has no data rows. Check that it was exported completely.</translation>
    </message>
    <message>
        <source>测试日志 {file} 的表头无法识别（{header}）。请指定日志格式或列对应关系。</source>
        <translation>The header of test log {file} is unknown ({header}). Name the log format or map its columns.</translation>
    </message>
    <message>
        <source>测试日志 {file} 缺少“{column}”列。请检查日志格式或列对应关系。</source>
        <translation>Test log {file} has no column &quot;{column}&quot;. Check the log format or the column mapping.</translation>
    </message>
    <message>
        <source>测试日志 {file} 过大（上限 {limit}）。请拆分后导入。</source>
        <translation>Test log {file} is too large (limit {limit}). Split it and import the parts.</translation>
    </message>
    <message>
        <source>清单 {where} 无法读取或不是本程序写出的。</source>
        <translation>Manifest {where} cannot be read or was not written by this program.</translation>
    </message>
    <message>
        <source>照片 {file} 已损坏或不完整，没有导入。请从手机重新复制。</source>
        <translation>Photo {file} is damaged or incomplete and was not imported. Copy it from the phone again.</translation>
    </message>
    <message>
        <source>照片 {file} 是 HEIC 格式，无法读取。请转换为 JPEG，或把手机相机设为 JPEG 格式。</source>
        <translation>Photo {file} is in HEIC format, which cannot be read. Convert it to JPEG or set the phone&apos;s camera to JPEG.</translation>
    </message>
    <message>
        <source>照片 {file} 是空文件（0 字节）。请从手机重新复制。</source>
        <translation>Photo {file} is empty (0 bytes). Copy it from the phone again.</translation>
    </message>
    <message>
        <source>照片 {file} 过大（上限 {limit}），没有导入。请用手机的普通画质重新导出。</source>
        <translation>Photo {file} is too large (limit {limit}) and was not imported. Export it from the phone at normal quality.</translation>
    </message>
    <message>
        <source>照片 {where} 已在别处使用过（{elsewhere}）。请核对是否重复使用。</source>
        <translation>Photo {where} is already used elsewhere ({elsewhere}). Check whether it was reused by mistake.</translation>
    </message>
    <message>
        <source>照片 {where} 拍摄于 {taken}，不在检查时段（前后 {minutes} 分钟）内。请核对。</source>
        <translation>Photo {where} was taken at {taken}, more than {minutes} minutes before or after the visit. Check it.</translation>
    </message>
    <message>
        <source>照片 {where} 拍摄于距站点约 {metres} 米处（上限 {limit} 米）。请核对站点。</source>
        <translation>Photo {where} was taken about {metres} m from the site (limit {limit} m). Check the site.</translation>
    </message>
    <message>
        <source>照片 {where} 没有 GPS 位置。请在说明中写明拍摄地点。</source>
        <translation>Photo {where} has no GPS position. Say in its caption where it was taken.</translation>
    </message>
    <message>
        <source>照片 {where} 没有拍摄时间。请在说明中写明拍摄时间。</source>
        <translation>Photo {where} does not tell when it was taken. Say so in its caption.</translation>
    </message>
    <message>
        <source>照片 {where} 的图像无法读取，印为空框。</source>
        <translation>The image of photo {where} cannot be read; an empty frame was printed.</translation>
    </message>
    <message>
        <source>照片 {where} 的拍摄信息（EXIF）部分损坏。请核对时间和位置。</source>
        <translation>The camera data (EXIF) of photo {where} is partly damaged. Check its time and position.</translation>
    </message>
    <message>
        <source>照片 {where} 经“{software}”处理过。请尽量导入手机拍摄的原图。</source>
        <translation>Photo {where} was edited with &quot;{software}&quot;. If you can, import the original from the phone.</translation>
    </message>
    <message>
        <source>照片 {where} 缺失或损坏，没有导出。请向提交人索取原件。</source>
        <translation>Photo {where} is missing or damaged and was not exported. Ask the sender for the original.</translation>
    </message>
    <message>
        <source>照片缩到最小仍超过 {megabytes} MB，没有生成文件。请按街道、月份或检查分成几份。</source>
        <translation>Even with the smallest photos the file is larger than {megabytes} MB, so none was made. Split it by subdistrict, month or visit.</translation>
    </message>
    <message>
        <source>申请用的是签发单位自己的名称或密钥，没有签发。请由本人申请。</source>
        <translation>The request uses the issuing organisation&apos;s own name or key; nothing was issued. The person has to make the request.</translation>
    </message>
    <message>
        <source>磁盘空间不足，没有写入 {file}。请清理磁盘后重试。</source>
        <translation>The disk is full; {file} was not written. Free some space and try again.</translation>
    </message>
    <message>
        <source>站点台账中没有编码为 {site} 的站点。请先导入站点。</source>
        <translation>The register has no site with the code {site}. Import the sites first.</translation>
    </message>
    <message>
        <source>站点台账中没有街道“{street}”的站点。请检查名称。</source>
        <translation>The register has no site in subdistrict &quot;{street}&quot;. Check the name.</translation>
    </message>
    <message>
        <source>第 {where} 行没有需求编号，该行没有导入。请补全。</source>
        <translation>Row {where} has no request number and was not imported. Complete it.</translation>
    </message>
    <message>
        <source>第 {where} 行的“{column}”超过 {limit} 字，该行没有导入。请缩短。</source>
        <translation>&quot;{column}&quot; in row {where} has more than {limit} characters; the row was not imported. Shorten it.</translation>
    </message>
    <message>
        <source>第 {where} 行的坐标“{text}”像是平面坐标，按无坐标导入。请换算为经纬度。</source>
        <translation>The position &quot;{text}&quot; in row {where} looks like projected coordinates; the site was imported without one. Convert it to latitude and longitude.</translation>
    </message>
    <message>
        <source>第 {where} 行的坐标“{text}”无法识别，按无坐标导入。请改为十进制度。</source>
        <translation>The position &quot;{text}&quot; in row {where} cannot be understood; the site was imported without one. Use decimal degrees.</translation>
    </message>
    <message>
        <source>第 {where} 行的坐标（{text}）不在本区域内。请核对坐标和坐标系。</source>
        <translation>The position in row {where} ({text}) is outside the region. Check it and its coordinate system.</translation>
    </message>
    <message>
        <source>第 {where} 行的状态“{state}”不认识，已原样保存。请改为清单规定的状态。</source>
        <translation>The status &quot;{state}&quot; in row {where} is unknown and was kept as it is. Use a status that the list prescribes.</translation>
    </message>
    <message>
        <source>第 {where} 行的状态为“拒绝”，缺少拒绝原因。请补全。</source>
        <translation>Row {where} is refused but has no reason for refusal. Complete it.</translation>
    </message>
    <message>
        <source>第 {where} 行的状态需要协议号。请补全。</source>
        <translation>The status of row {where} needs an agreement number. Complete it.</translation>
    </message>
    <message>
        <source>第 {where} 行的站点类型“{kind}”无法识别，该行没有导入。可用：{known}。</source>
        <translation>The site kind &quot;{kind}&quot; in row {where} is unknown; the row was not imported. Use one of: {known}.</translation>
    </message>
    <message>
        <source>第 {where} 行的经纬度像是写反了（{text}），按无坐标导入。请对调。</source>
        <translation>Latitude and longitude in row {where} look swapped ({text}); the site was imported without a position. Swap them.</translation>
    </message>
    <message>
        <source>第 {where} 行的需求编号 {number} 重复，该行没有导入。请改为不同的编号。</source>
        <translation>The request number {number} in row {where} is used twice; the row was not imported. Use another number.</translation>
    </message>
    <message>
        <source>第 {where} 行缺少“{column}”，该行没有导入。请补全。</source>
        <translation>Row {where} lacks &quot;{column}&quot; and was not imported. Complete it.</translation>
    </message>
    <message>
        <source>第 {where} 页 {item}：随附数据是“{said}”，页面上印的不是。</source>
        <translation>Page {where}, {item}: the data inside says &quot;{said}&quot;, the page does not.</translation>
    </message>
    <message>
        <source>第 {where} 页在签名之后被改动。</source>
        <translation>Page {where} was changed after signing.</translation>
    </message>
    <message>
        <source>第 {where} 页没有印这一页的页码和总页数 {pages}，可能缺页或换页。</source>
        <translation>Page {where} does not bear its number and the total of {pages}; pages may be missing or exchanged.</translation>
    </message>
    <message>
        <source>第 {where} 页的照片在签名之后被改动（{photos}）。</source>
        <translation>Photos on page {where} were changed after signing ({photos}).</translation>
    </message>
    <message>
        <source>签名 {where} 与文件内容不符，签名后内容被改动。</source>
        <translation>Signature &quot;{where}&quot; does not match the file; the content was changed after signing.</translation>
    </message>
    <message>
        <source>签名 {where} 之后的追加内容改动了文件。</source>
        <translation>What was added after signature &quot;{where}&quot; changes the file.</translation>
    </message>
    <message>
        <source>签名 {where} 之后追加了 {bytes} 字节未签名内容。</source>
        <translation>After signature &quot;{where}&quot;, {bytes} bytes were added without a signature.</translation>
    </message>
    <message>
        <source>签名 {where} 没有时间戳和撤销信息，只按本机的时钟签了名。</source>
        <translation>The signature {where} has no timestamp and no revocation; it was made by this computer&apos;s clock alone.</translation>
    </message>
    <message>
        <source>签名 {where} 的数据被改动或不规范（{reason}）。</source>
        <translation>The data of signature &quot;{where}&quot; was changed or is malformed ({reason}).</translation>
    </message>
    <message>
        <source>签名人 {name} 的密钥 {kind} 太弱或不通用，签名可能是伪造的。</source>
        <translation>The key of signer {name}, {kind}, is too weak or not in common use; the signature may be forged.</translation>
    </message>
    <message>
        <source>签名人 {name} 的密钥已于 {date} 被撤销。</source>
        <translation>The key of signer {name} was revoked on {date}.</translation>
    </message>
    <message>
        <source>签名人 {name} 的密钥没有登记（{fingerprint}）。请向其单位核对指纹。</source>
        <translation>Nobody has vouched for the key of signer {name} ({fingerprint}). Compare the fingerprint with the signer&apos;s organisation.</translation>
    </message>
    <message>
        <source>签名人 {name} 的证书不允许用于签名。</source>
        <translation>The certificate of signer {name} does not allow signing.</translation>
    </message>
    <message>
        <source>签名人 {name} 的证书从 {date} 起才有效。</source>
        <translation>The certificate of signer {name} is not valid before {date}.</translation>
    </message>
    <message>
        <source>签名人 {name} 的证书已于 {date} 失效。</source>
        <translation>The certificate of signer {name} expired on {date}.</translation>
    </message>
    <message>
        <source>签名栏 {where} 是在第一个签名之后加到页面上的，可能遮盖内容。</source>
        <translation>The signature field {where} was put on a page after the first signature and may cover its content.</translation>
    </message>
    <message>
        <source>缺少随附文件 {where}。</source>
        <translation>The attached file {where} is missing.</translation>
    </message>
    <message>
        <source>表达式 {expression} 在第 {position} 个字符处用了变量 $。检查表里没有变量，请改用路径。</source>
        <translation>Expression {expression} uses a $ variable (character {position}). A checklist has no variables; use a path.</translation>
    </message>
    <message>
        <source>表达式 {expression} 在第 {position} 个字符处看不懂“{token}”。请检查括号、引号和运算符。</source>
        <translation>Expression {expression} cannot be understood at &quot;{token}&quot; (character {position}). Check the brackets, quotes and operators.</translation>
    </message>
    <message>
        <source>表达式 {expression} 嵌套超过 {most} 层。请拆成几个计算题。</source>
        <translation>Expression {expression} is nested more than {most} levels deep. Split it into several calculate items.</translation>
    </message>
    <message>
        <source>表达式得到的文字超过 {most} 个字符，已停止计算。请缩短。</source>
        <translation>The expression was stopped: its text grew beyond {most} characters. Shorten it.</translation>
    </message>
    <message>
        <source>表达式有 {length} 个字符，最多 {most} 个。请拆成几个计算题。</source>
        <translation>The expression has {length} characters, more than {most}. Split it into several calculate items.</translation>
    </message>
    <message>
        <source>表达式算了 {seconds} 秒还没有算完，已停止计算。请改用简单的表达式。</source>
        <translation>The expression was stopped after {seconds} seconds. Use a simpler one.</translation>
    </message>
    <message>
        <source>表达式要看的节点超过 {visits} 个，已停止计算。请缩小路径或加上条件。</source>
        <translation>The expression was stopped after looking at {visits} nodes. Narrow the path or add a condition.</translation>
    </message>
    <message>
        <source>计数不平：收到 {taken}，入账 {booked}。没有写入任何内容。</source>
        <translation>The counts do not balance: {taken} received, {booked} booked. Nothing was written.</translation>
    </message>
    <message>
        <source>设置文件 {file} 中“{key}”的值 {value} 无效，已用默认值。</source>
        <translation>The value {value} of &quot;{key}&quot; in settings file {file} is not valid; the default is used.</translation>
    </message>
    <message>
        <source>设置文件 {file} 中的“{key}”不认识，已忽略。</source>
        <translation>&quot;{key}&quot; in settings file {file} is unknown and was ignored.</translation>
    </message>
    <message>
        <source>设置文件 {file} 中缺少“{key}”，已用默认值。</source>
        <translation>&quot;{key}&quot; is missing from settings file {file}; the default is used.</translation>
    </message>
    <message>
        <source>设置文件 {file} 由更新版本的程序写成，只读取了认识的设置。请升级本程序。</source>
        <translation>Settings file {file} was written by a newer version; only the known settings were read. Upgrade this program.</translation>
    </message>
    <message>
        <source>证书不是为 {file} 的密钥签发的，没有导入。请核对证书。</source>
        <translation>The certificate was not issued for the key of {file} and was not imported. Check the certificate.</translation>
    </message>
    <message>
        <source>证书中没有姓名，不能用来签名。请向签发单位索取写有姓名的证书。</source>
        <translation>The certificate names nobody and cannot be used for signing. Ask its issuer for one with a name.</translation>
    </message>
    <message>
        <source>证书无法读取。请重新导入。</source>
        <translation>The certificate cannot be read. Import it again.</translation>
    </message>
    <message>
        <source>证书申请无法读取，或不是由其密钥签出。请重新生成申请。</source>
        <translation>The request cannot be read or was not signed by its key. Make it again.</translation>
    </message>
    <message>
        <source>证书的密钥不是 P-256，不能加密给它。请用本程序身份的证书。</source>
        <translation>The key of the certificate is not P-256, so nothing can be encrypted for it. Use the certificate of an identity made by this program.</translation>
    </message>
    <message>
        <source>证书的年限应为 1 到 {most} 年。</source>
        <translation>A certificate must be valid for 1 to {most} years.</translation>
    </message>
    <message>
        <source>证书链不衔接：每张证书都应由下一张签发，最多 5 张。请核对。</source>
        <translation>The chain of certificates is broken: each must be issued by the next, with 5 at most. Check them.</translation>
    </message>
    <message>
        <source>说明超过 {limit} 个字，没有保存。请写短一些。</source>
        <translation>The caption has more than {limit} characters and was not saved. Make it shorter.</translation>
    </message>
    <message>
        <source>请用 --near 给出位置和 --radius 给出半径，或用 --street 给出街道。</source>
        <translation>Give a position with --near and a radius with --radius, or a subdistrict with --street.</translation>
    </message>
    <message>
        <source>请说明理由。</source>
        <translation>Give a reason.</translation>
    </message>
    <message>
        <source>调查文件中没有检查表 {form}。请检查名称。</source>
        <translation>The survey has no checklist {form}. Check the name.</translation>
    </message>
    <message>
        <source>调查文件中没有记录 {record}。请检查编号。</source>
        <translation>The survey has no record {record}. Check the id.</translation>
    </message>
    <message>
        <source>调查文件中缺少附件 {blob} 的原文。</source>
        <translation>The content of attachment {blob} is missing from the survey.</translation>
    </message>
    <message>
        <source>调查文件里已有检查表 {form} 的版本 {version}，但内容不同。请改版本号后重试。</source>
        <translation>The survey already has version {version} of checklist {form} with other content. Change the version and try again.</translation>
    </message>
    <message>
        <source>身份文件 {file} 已损坏或不是本程序的身份（{reason}）。请使用备份。</source>
        <translation>Identity file {file} is damaged or was not made by this program ({reason}). Use your backup.</translation>
    </message>
    <message>
        <source>身份文件 {file} 的密码不对。请重新输入。</source>
        <translation>The password of identity file {file} is wrong. Enter it again.</translation>
    </message>
    <message>
        <source>身份文件 {file} 的密码已连续输错 {count} 次。请等 {seconds} 秒后再试。</source>
        <translation>The password of identity file {file} was wrong {count} times in a row. Wait {seconds} seconds and try again.</translation>
    </message>
    <message>
        <source>身份文件需要密码。请输入密码。</source>
        <translation>An identity file needs a password. Enter one.</translation>
    </message>
    <message>
        <source>这些检查项的表达式互相依赖，形成循环：{questions}。请去掉其中一个引用。</source>
        <translation>The expressions of these items depend on each other in a circle: {questions}. Remove one of the references.</translation>
    </message>
    <message>
        <source>这道题要的是照片，{file} 没有作为附件添加。请改用添加照片。</source>
        <translation>This question asks for a photo; {file} was not attached as a paper. Add it as a photo instead.</translation>
    </message>
    <message>
        <source>这里没有屏幕，无法打开窗口。命令行用法见 fieldaudit --help。</source>
        <translation>There is no screen here, so the window cannot open. For the command line, see fieldaudit --help.</translation>
    </message>
    <message>
        <source>附件 {blob} 的内容与其校验值不符。</source>
        <translation>The content of attachment {blob} does not match its hash.</translation>
    </message>
    <message>
        <source>附件 {file} 是程序、脚本或快捷方式，没有添加。请改附文档、图片、录音或录像。</source>
        <translation>The paper {file} is a program, a script or a shortcut and was not attached. Attach a document, picture, sound or video instead.</translation>
    </message>
    <message>
        <source>附件 {file} 是空文件（0 字节）。请重新复制。</source>
        <translation>The paper {file} is empty (0 bytes). Copy it again.</translation>
    </message>
    <message>
        <source>附件 {where} 缺失或损坏，没有导出。请向提交人索取原件。</source>
        <translation>The paper {where} is missing or damaged and was not exported. Ask its author for the original.</translation>
    </message>
    <message>
        <source>附件名 {name} 重复或不能用作文件名。请换一个名字。</source>
        <translation>The attachment name {name} is used twice or is not a valid file name. Choose another name.</translation>
    </message>
    <message>
        <source>随附文件 {where} 不在清单中。</source>
        <translation>The attached file {where} is not in the manifest.</translation>
    </message>
    <message>
        <source>随附文件 {where} 的内容与清单不符。</source>
        <translation>The attached file {where} does not match the manifest.</translation>
    </message>
    <message>
        <source>需要 {file} 的密码。请用 --password-file 或环境变量 FIELDAUDIT_PASSWORD 给出。</source>
        <translation>The password of {file} is needed. Give it with --password-file or the environment variable FIELDAUDIT_PASSWORD.</translation>
    </message>
    <message>
        <source>需要 {file} 的新密码。请用 --new-password-file 给出。</source>
        <translation>The new password of {file} is needed. Give it with --new-password-file.</translation>
    </message>
    <message>
        <source>需要签名身份。请用 --identity 指定身份文件；没有的话先用 identity new 新建。</source>
        <translation>A signing identity is needed. Name its file with --identity, or make one first with identity new.</translation>
    </message>
    <message>
        <source>页面上找不到 {where} {name} 的检查，或其结论与随附数据不一致。</source>
        <translation>The pages lack the visit to {where} {name}, or its conclusion is not that of the data inside.</translation>
    </message>
</context>
<context>
    <name>Confirmation</name>
    <message>
        <source>已确认</source>
        <translation>Confirmed</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>{author} · {time}</source>
        <translation>{author} · {time}</translation>
    </message>
    <message>
        <source>{count} 个点</source>
        <translation>{count} points</translation>
    </message>
    <message>
        <source>{path}：{before} → {after}</source>
        <translation>{path}: {before} → {after}</translation>
    </message>
    <message>
        <source>⇄ 有人已这样决定：{reason}</source>
        <translation>⇄ Somebody decided so: {reason}</translation>
    </message>
    <message>
        <source>为什么这样决定（必填，写入记录）</source>
        <translation>Why you decide so (required, recorded)</translation>
    </message>
    <message>
        <source>保留并采用修改</source>
        <translation>Keep with the edits</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>删除与修改相争时保留</source>
        <translation>Keep what somebody edited</translation>
    </message>
    <message>
        <source>删除与修改相争时删除</source>
        <translation>Delete what somebody deleted</translation>
    </message>
    <message>
        <source>删除还是保留</source>
        <translation>Remove or keep</translation>
    </message>
    <message>
        <source>另填一个值</source>
        <translation>Another value</translation>
    </message>
    <message>
        <source>另有 {count} 处修改</source>
        <translation>{count} more changes</translation>
    </message>
    <message>
        <source>各方看到的原值：{value}</source>
        <translation>What all of them saw: {value}</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>坐标</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>按规则（{rule}）：{reason}</source>
        <translation>By rule ({rule}): {reason}</translation>
    </message>
    <message>
        <source>暂用</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>最远相距 {metres} 米</source>
        <translation>Up to {metres} m apart</translation>
    </message>
    <message>
        <source>检查的状态</source>
        <translation>Status of the visit</translation>
    </message>
    <message>
        <source>检查表版本</source>
        <translation>Checklist version</translation>
    </message>
    <message>
        <source>照片 {hash}</source>
        <translation>Photo {hash}</translation>
    </message>
    <message>
        <source>照片原文</source>
        <translation>Original of the photo</translation>
    </message>
    <message>
        <source>照片所属题目</source>
        <translation>Question of the photo</translation>
    </message>
    <message>
        <source>照片说明</source>
        <translation>Photo caption</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>距 A {metres} 米</source>
        <translation>{metres} m from A</translation>
    </message>
    <message>
        <source>采信某个人的值</source>
        <translation>Believe one person</translation>
    </message>
    <message>
        <source>采用最后写的值</source>
        <translation>Take what was written last</translation>
    </message>
    <message>
        <source>采用照片更多的一组</source>
        <translation>Take the larger set of photos</translation>
    </message>
    <message>
        <source>重复组的顺序</source>
        <translation>Order of the repeats</translation>
    </message>
    <message>
        <source>（删除）</source>
        <translation>(removed)</translation>
    </message>
    <message>
        <source>（未填）</source>
        <translation>(not filled in)</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>ConflictsView</name>
    <message>
        <source>全部冲突（{count}）</source>
        <translation>All conflicts ({count})</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>冲突类型</source>
        <translation>Sort of conflict</translation>
    </message>
    <message>
        <source>按规则决定…</source>
        <translation>By rule…</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>✗ 密码连续输错，还要等 {seconds} 秒。</source>
        <translation>✗ Several wrong passwords; wait {seconds} more seconds.</translation>
    </message>
    <message>
        <source>现在可以再试。</source>
        <translation>You can try again now.</translation>
    </message>
</context>
<context>
    <name>Countersigning</name>
    <message>
        <source>先前的签名保持有效；写成新文件，收到的文件不变。</source>
        <translation>Earlier signatures stay valid; a new file is written, the received one is left as it is.</translation>
    </message>
    <message>
        <source>加签</source>
        <translation>Sign as well</translation>
    </message>
    <message>
        <source>加签后的文件存到</source>
        <translation>Folder for the signed files</translation>
    </message>
    <message>
        <source>核对无误，加签 {count} 个文件…</source>
        <translation>All in order: sign {count} files as well…</translation>
    </message>
    <message>
        <source>核对无误，加签…</source>
        <translation>All in order: sign as well…</translation>
    </message>
    <message>
        <source>正在加签</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Sign</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>统计检查结果</source>
        <translation>Counting results</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>⇄ 冲突 {count}</source>
        <translation>⇄ Conflicts {count}</translation>
    </message>
    <message>
        <source>▲ 还没有备份</source>
        <translation>▲ No backup yet</translation>
    </message>
    <message>
        <source>只读</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>备份 {time} ✓</source>
        <translation>Backup {time} ✓</translation>
    </message>
    <message>
        <source>未封签修订 {count}</source>
        <translation>Unsealed revisions {count}</translation>
    </message>
    <message>
        <source>照片和附件 {present} 应 {expected}</source>
        <translation>Photos and papers {present} of {expected}</translation>
    </message>
    <message>
        <source>草稿 {count}</source>
        <translation>Drafts {count}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>程序出现了意外的错误。已经保存的内容都在调查文件里，没有遗失。可以继续工作；请把下面的记录复制给维护人员。</source>
        <translation>Something unexpected went wrong. All that was saved is safe in the survey file. You can go on working; please copy the report below to the maintainers.</translation>
    </message>
    <message>
        <source>程序出错</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>DecisionsView</name>
    <message>
        <source>在「冲突」里作出的决定会列在这里，可以撤回。</source>
        <translation>Decisions made under Conflicts are listed here and can be taken back.</translation>
    </message>
    <message>
        <source>已作的决定</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>撤回后冲突重新打开，两边的值都还在。</source>
        <translation>The conflict then opens again; the values of both sides are still there.</translation>
    </message>
    <message>
        <source>撤回这个决定…</source>
        <translation>Take this decision back…</translation>
    </message>
    <message>
        <source>还没有决定</source>
        <translation>No decisions yet</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>    {name}：新增 {new}，已有 {known}；封签 {seals}</source>
        <translation>    {name}: new {new}, known {known}; seals: {seals}</translation>
    </message>
    <message>
        <source>    改动一个字节的副本——{outcome}</source>
        <translation>    A copy with one changed byte: {outcome}</translation>
    </message>
    <message>
        <source>    采用 {value}，理由：{reason}</source>
        <translation>    Settled on {value}; reason: {reason}</translation>
    </message>
    <message>
        <source>1 身份：建立 {count} 个示例身份（密码 {password}）</source>
        <translation>1 Identities: {count} example identities made (password {password})</translation>
    </message>
    <message>
        <source>2 准备：{streets} 个街道，{sites} 个示例站点，已为两名巡查员作保</source>
        <translation>2 Preparation: {streets} subdistricts, {sites} example sites; vouched for two inspectors</translation>
    </message>
    <message>
        <source>3 检查：{name} {visits} 次检查，{photos} 张照片，{doubts} 条照片提示</source>
        <translation>3 Visits: {name}: {visits} visits, {photos} photos, {doubts} remarks on photos</translation>
    </message>
    <message>
        <source>4 移交：{name} 封签 {sealed} 条修订 → {file}：{new}/{taken} 条，照片 {present}/{expected}，遗失 {lost}</source>
        <translation>4 Hand over: {name} sealed {sealed} revisions → {file}: {new}/{taken} revisions, photos {present}/{expected}, lost {lost}</translation>
    </message>
    <message>
        <source>5 合并：{files} 个文件，收到 {taken} = 新增 {new} + 已有 {known} + 拒绝 {refused}；冲突 {conflicts}；照片 {present}/{expected}，损坏 {damaged}，遗失 {lost}</source>
        <translation>5 Merge: {files} files, {taken} received = {new} new + {known} known + {refused} refused; conflicts {conflicts}; photos {present}/{expected}, damaged {damaged}, lost {lost}</translation>
    </message>
    <message>
        <source>6 冲突：{title} {path}：{values}</source>
        <translation>6 Conflict: {title} {path}: {values}</translation>
    </message>
    <message>
        <source>7 接收：{visits} 次检查</source>
        <translation>7 Acceptance: {visits} visits</translation>
    </message>
    <message>
        <source>8 成果包：{file}，{pages} 页，{size} KB，已签名</source>
        <translation>8 Package: {file}, {pages} pages, {size} KB, signed</translation>
    </message>
    <message>
        <source>9 核验：原件——{outcome}</source>
        <translation>9 Verification: the original: {outcome}</translation>
    </message>
    <message>
        <source>完成。调查文件：{survey}  成果包：{package}</source>
        <translation>Done. Survey file: {survey}  Package: {package}</translation>
    </message>
</context>
<context>
    <name>Domain</name>
    <message>
        <source>500Mbps及以上用户占比</source>
        <translation>Share of users with 500 Mbps or more</translation>
    </message>
    <message>
        <source>500Mbps及以上用户数（户）</source>
        <translation>Users with 500 Mbps or more</translation>
    </message>
    <message>
        <source>5G异网漫游</source>
        <translation>5G roaming between networks</translation>
    </message>
    <message>
        <source>5G用户占比</source>
        <translation>Share of 5G users</translation>
    </message>
    <message>
        <source>5G用户数（户）</source>
        <translation>5G users</translation>
    </message>
    <message>
        <source>5G网络（接入网）共建共享</source>
        <translation>5G access network built and shared together</translation>
    </message>
    <message>
        <source>5G通达的重点场所数（个）</source>
        <translation>Key places reached by 5G</translation>
    </message>
    <message>
        <source>BD-09（百度）</source>
        <translation>BD-09 (Baidu)</translation>
    </message>
    <message>
        <source>CGCS2000（国家大地坐标系）</source>
        <translation>CGCS2000 (national datum)</translation>
    </message>
    <message>
        <source>GCJ-02（高德、腾讯）</source>
        <translation>GCJ-02 (Amap, Tencent)</translation>
    </message>
    <message>
        <source>RSRP</source>
        <translation>RSRP</translation>
    </message>
    <message>
        <source>RSRQ</source>
        <translation>RSRQ</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SINR</source>
        <translation>SINR</translation>
    </message>
    <message>
        <source>WGS-84 经纬度（EPSG:4326）</source>
        <translation>WGS-84 latitude and longitude (EPSG:4326)</translation>
    </message>
    <message>
        <source>WGS-84（GPS）</source>
        <translation>WGS-84 (GPS)</translation>
    </message>
    <message>
        <source>{count} 张照片</source>
        <translation>Photos: {count}</translation>
    </message>
    <message>
        <source>{label} 精度</source>
        <translation>{label} accuracy</translation>
    </message>
    <message>
        <source>{label} 纬度</source>
        <translation>{label} latitude</translation>
    </message>
    <message>
        <source>{label} 经度</source>
        <translation>{label} longitude</translation>
    </message>
    <message>
        <source>{label} 高程</source>
        <translation>{label} altitude</translation>
    </message>
    <message>
        <source>{label}（名称）</source>
        <translation>{label} (label)</translation>
    </message>
    <message>
        <source>{places}；请 {names} 换合用的密钥重签。</source>
        <translation>{places}; let {names} sign again with a fit key.</translation>
    </message>
    <message>
        <source>{places}；请向 {names} 的单位核实。</source>
        <translation>{places}; ask the organisation of {names}.</translation>
    </message>
    <message>
        <source>{title} {number}</source>
        <translation>{title} {number}</translation>
    </message>
    <message>
        <source>“双千兆”应用案例</source>
        <translation>Dual-gigabit use cases</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>一般不符合项</source>
        <translation>Minor findings</translation>
    </message>
    <message>
        <source>上级条目</source>
        <translation>Parent entry</translation>
    </message>
    <message>
        <source>不一致之处：{places}；请向 {names} 的单位核实。</source>
        <translation>Contradictions: {places}; ask the unit of {names}.</translation>
    </message>
    <message>
        <source>不可共享</source>
        <translation>Cannot be shared</translation>
    </message>
    <message>
        <source>不合格</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>不完整</source>
        <translation>Incomplete</translation>
    </message>
    <message>
        <source>不符合</source>
        <translation>Not conforming</translation>
    </message>
    <message>
        <source>不符合项</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>不评判</source>
        <translation>Not judged</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>与市政/公路设施融合部署</source>
        <translation>Combined with municipal or road facilities</translation>
    </message>
    <message>
        <source>专班审定</source>
        <translation>Approved by task force</translation>
    </message>
    <message>
        <source>业委会</source>
        <translation>Owners&apos; committee</translation>
    </message>
    <message>
        <source>严重</source>
        <translation>Critical</translation>
    </message>
    <message>
        <source>严重不符合项</source>
        <translation>Critical findings</translation>
    </message>
    <message>
        <source>严重程度</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>严重程度（名称）</source>
        <translation>Severity (label)</translation>
    </message>
    <message>
        <source>个</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>个/万人</source>
        <translation>per 10,000 people</translation>
    </message>
    <message>
        <source>中国广电</source>
        <translation>China Broadnet</translation>
    </message>
    <message>
        <source>中国电信</source>
        <translation>China Telecom</translation>
    </message>
    <message>
        <source>中国移动</source>
        <translation>China Mobile</translation>
    </message>
    <message>
        <source>中国联通</source>
        <translation>China Unicom</translation>
    </message>
    <message>
        <source>中国铁塔</source>
        <translation>China Tower</translation>
    </message>
    <message>
        <source>主要</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>主要不符合项</source>
        <translation>Major findings</translation>
    </message>
    <message>
        <source>争议</source>
        <translation>Disputed</translation>
    </message>
    <message>
        <source>交通/高速</source>
        <translation>Transport, expressways</translation>
    </message>
    <message>
        <source>产业园区</source>
        <translation>Industrial park</translation>
    </message>
    <message>
        <source>产权方</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>产权方（名称）</source>
        <translation>Owner (label)</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>仅已接收的检查</source>
        <translation>Accepted visits only</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>以前已合并，未再读取</source>
        <translation>merged before, not read again</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>但 {names} 的证书不在有效期内，签名时间只凭签名电脑的时钟，不能据以认定。</source>
        <translation>But the certificate of {names} was not valid; the time of signing comes only from the signer&apos;s clock and proves nothing.</translation>
    </message>
    <message>
        <source>位</source>
        <translation>mounts</translation>
    </message>
    <message>
        <source>位置不同</source>
        <translation>Positions differ</translation>
    </message>
    <message>
        <source>位置与范围</source>
        <translation>Place and extent</translation>
    </message>
    <message>
        <source>住宅区/商务楼宇/公建配套预留</source>
        <translation>Provision in housing, office and public buildings</translation>
    </message>
    <message>
        <source>住宅小区</source>
        <translation>Residential community</translation>
    </message>
    <message>
        <source>使用中</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>使用方</source>
        <translation>User</translation>
    </message>
    <message>
        <source>使用方（名称）</source>
        <translation>Users (label)</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>信息</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>信息消费</source>
        <translation>Information consumption</translation>
    </message>
    <message>
        <source>值不同</source>
        <translation>Values differ</translation>
    </message>
    <message>
        <source>光缆</source>
        <translation>Fibre cable</translation>
    </message>
    <message>
        <source>光缆双向开放</source>
        <translation>Fibre cables opened both ways</translation>
    </message>
    <message>
        <source>党政机关/事业单位/国企公共设施开放</source>
        <translation>Public facilities of government and state-owned bodies opened</translation>
    </message>
    <message>
        <source>党政机关/国企</source>
        <translation>Government, state-owned bodies</translation>
    </message>
    <message>
        <source>全部检查，见状态列</source>
        <translation>All visits; see the status column</translation>
    </message>
    <message>
        <source>公安交管</source>
        <translation>Traffic police</translation>
    </message>
    <message>
        <source>公开</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>公开版不含的项目</source>
        <translation>Left out of the public export</translation>
    </message>
    <message>
        <source>共享</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>共享关系</source>
        <translation>Sharing relation</translation>
    </message>
    <message>
        <source>共享形式</source>
        <translation>Form of sharing</translation>
    </message>
    <message>
        <source>共享形式（名称）</source>
        <translation>Form of sharing (label)</translation>
    </message>
    <message>
        <source>共享需求</source>
        <translation>Sharing demand</translation>
    </message>
    <message>
        <source>共建</source>
        <translation>Built together</translation>
    </message>
    <message>
        <source>关于本报告</source>
        <translation>About this report</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>内部</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>列数不足或不是数据行</source>
        <translation>Too few columns, or not a data row</translation>
    </message>
    <message>
        <source>列说明 Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>删除与修改</source>
        <translation>Removed and changed</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>到期待报</source>
        <translation>Due, to be reported</translation>
    </message>
    <message>
        <source>制式</source>
        <translation>Technology</translation>
    </message>
    <message>
        <source>剩余天数</source>
        <translation>Days left</translation>
    </message>
    <message>
        <source>加挂</source>
        <translation>Attached</translation>
    </message>
    <message>
        <source>北斗地基增强站共建共享；物联感知终端集约部署</source>
        <translation>BeiDou ground stations shared; IoT sensors deployed together</translation>
    </message>
    <message>
        <source>区域</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>千兆城市建设月报</source>
        <translation>Gigabit city monthly report</translation>
    </message>
    <message>
        <source>升级之前</source>
        <translation>Before an upgrade</translation>
    </message>
    <message>
        <source>协商中</source>
        <translation>In negotiation</translation>
    </message>
    <message>
        <source>协议号</source>
        <translation>Agreement number</translation>
    </message>
    <message>
        <source>协调方</source>
        <translation>Coordinator</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>原因：{places}。</source>
        <translation>Reason: {places}.</translation>
    </message>
    <message>
        <source>原文件名</source>
        <translation>Original file name</translation>
    </message>
    <message>
        <source>受检或陪同单位</source>
        <translation>Inspected party or escort</translation>
    </message>
    <message>
        <source>变电站站址共享/边缘数据中心</source>
        <translation>Substation sites shared, edge data centres</translation>
    </message>
    <message>
        <source>口径校验值</source>
        <translation>Hash of the rules</translation>
    </message>
    <message>
        <source>口径版本</source>
        <translation>Version of the rules</translation>
    </message>
    <message>
        <source>口径选择</source>
        <translation>Choice of rules</translation>
    </message>
    <message>
        <source>台账登记有余量</source>
        <translation>Spare capacity on the register</translation>
    </message>
    <message>
        <source>各街道情况</source>
        <translation>By subdistrict</translation>
    </message>
    <message>
        <source>合并之前</source>
        <translation>Before a merge</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>Conforming</translation>
    </message>
    <message>
        <source>同一地点登记两次</source>
        <translation>One place registered twice</translation>
    </message>
    <message>
        <source>同一照片也用于 {elsewhere}</source>
        <translation>The same photo is also used for {elsewhere}</translation>
    </message>
    <message>
        <source>同一秒重复采样</source>
        <translation>Second sample in the same second</translation>
    </message>
    <message>
        <source>同杆路分缆</source>
        <translation>Same pole route, separate cables</translation>
    </message>
    <message>
        <source>同沟分缆分管</source>
        <translation>Same trench, separate ducts and cables</translation>
    </message>
    <message>
        <source>同缆分芯</source>
        <translation>Same cable, separate fibres</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>因其他答案而不再询问的问题，其答案不导出。</source>
        <translation>Answers to items that other answers made irrelevant are not exported.</translation>
    </message>
    <message>
        <source>园区平台公司</source>
        <translation>Park operating company</translation>
    </message>
    <message>
        <source>固定宽带用户总数（户）</source>
        <translation>Fixed broadband users</translation>
    </message>
    <message>
        <source>土建</source>
        <translation>Civil works</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>地铁</source>
        <translation>Metro</translation>
    </message>
    <message>
        <source>坐标系</source>
        <translation>Coordinate system</translation>
    </message>
    <message>
        <source>垂直行业</source>
        <translation>Vertical industries</translation>
    </message>
    <message>
        <source>城市10G-PON及以上端口数（个）</source>
        <translation>City PON ports of 10G and above</translation>
    </message>
    <message>
        <source>城市10G-PON端口占比</source>
        <translation>Share of 10G PON ports in the city</translation>
    </message>
    <message>
        <source>城市PON端口总数（个）</source>
        <translation>PON ports in the city</translation>
    </message>
    <message>
        <source>城市千兆光纤可接入户数（户）</source>
        <translation>City homes that gigabit fibre can reach</translation>
    </message>
    <message>
        <source>城市家庭千兆光纤网络覆盖率</source>
        <translation>Gigabit fibre coverage of city homes</translation>
    </message>
    <message>
        <source>城市家庭总数（户）</source>
        <translation>City homes</translation>
    </message>
    <message>
        <source>基本合格</source>
        <translation>Basically conforming</translation>
    </message>
    <message>
        <source>基站</source>
        <translation>Base station</translation>
    </message>
    <message>
        <source>填写有误</source>
        <translation>Wrong answer</translation>
    </message>
    <message>
        <source>填报值</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>填报减核实</source>
        <translation>Reported minus verified</translation>
    </message>
    <message>
        <source>填报分子</source>
        <translation>Reported numerator</translation>
    </message>
    <message>
        <source>填报分母</source>
        <translation>Reported denominator</translation>
    </message>
    <message>
        <source>填报数</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>填报来源</source>
        <translation>Source of reported figures</translation>
    </message>
    <message>
        <source>填报结论</source>
        <translation>Conclusion by reports</translation>
    </message>
    <message>
        <source>处</source>
        <translation>places</translation>
    </message>
    <message>
        <source>孔</source>
        <translation>ducts</translation>
    </message>
    <message>
        <source>字节</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>存量站址共享</source>
        <translation>Existing sites shared</translation>
    </message>
    <message>
        <source>存量补录</source>
        <translation>Legacy</translation>
    </message>
    <message>
        <source>它可能已损坏或不是 PDF；请重新取得文件。</source>
        <translation>It may be damaged or not a PDF; get the file again.</translation>
    </message>
    <message>
        <source>安全距离不足</source>
        <translation>Safety distance too short</translation>
    </message>
    <message>
        <source>完好</source>
        <translation>Intact</translation>
    </message>
    <message>
        <source>审批方</source>
        <translation>Approver</translation>
    </message>
    <message>
        <source>室内分布</source>
        <translation>Indoor distribution</translation>
    </message>
    <message>
        <source>室内分布系统共享</source>
        <translation>Indoor distribution system shared</translation>
    </message>
    <message>
        <source>宽（像素）</source>
        <translation>Width (pixels)</translation>
    </message>
    <message>
        <source>密钥已撤销</source>
        <translation>Key revoked</translation>
    </message>
    <message>
        <source>密钥或证书不合用</source>
        <translation>Key or certificate not fit for signing</translation>
    </message>
    <message>
        <source>导出时间</source>
        <translation>Exported at</translation>
    </message>
    <message>
        <source>导出版本</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>导出的检查</source>
        <translation>Visits exported</translation>
    </message>
    <message>
        <source>封签人是 {names}，密钥已登记。</source>
        <translation>Sealed by {names}, whose keys are vouched for.</translation>
    </message>
    <message>
        <source>封签已破坏</source>
        <translation>Seal broken</translation>
    </message>
    <message>
        <source>封签自称 {names}，但有密钥没有登记，不能确认是谁封的；请向其单位核对密钥指纹。</source>
        <translation>The seals claim to be by {names}, but nobody has vouched for some of the keys; compare their fingerprints with the organisations.</translation>
    </message>
    <message>
        <source>巡查员</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>工作专班</source>
        <translation>Task force office</translation>
    </message>
    <message>
        <source>已勘察</source>
        <translation>Surveyed</translation>
    </message>
    <message>
        <source>已填写</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>已封签</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>已开通5G基站数（个）</source>
        <translation>5G base stations in service</translation>
    </message>
    <message>
        <source>已批复</source>
        <translation>Permitted</translation>
    </message>
    <message>
        <source>已拒收</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>已接收</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>已接收检查</source>
        <translation>Accepted visits</translation>
    </message>
    <message>
        <source>已检查站点</source>
        <translation>Sites visited</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>已签协议</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>已签名</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>已表示开放</source>
        <translation>Willing to open</translation>
    </message>
    <message>
        <source>已认定的应用案例数（个）</source>
        <translation>Recognised use cases</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>已逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>已闭环</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已预留多家空间</source>
        <translation>Space provided for several operators</translation>
    </message>
    <message>
        <source>已验收</source>
        <translation>Passed acceptance</translation>
    </message>
    <message>
        <source>市政/城管</source>
        <translation>Municipal works, urban management</translation>
    </message>
    <message>
        <source>常住人口（人）</source>
        <translation>Resident population</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>应急</source>
        <translation>Emergency services</translation>
    </message>
    <message>
        <source>应用案例线索</source>
        <translation>Leads to use cases</translation>
    </message>
    <message>
        <source>建设中</source>
        <translation>Under construction</translation>
    </message>
    <message>
        <source>建设方</source>
        <translation>Builder</translation>
    </message>
    <message>
        <source>开始时间</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>开放</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>开放方</source>
        <translation>Grantor</translation>
    </message>
    <message>
        <source>待整改</source>
        <translation>To be rectified</translation>
    </message>
    <message>
        <source>待整改问题</source>
        <translation>Findings to be rectified</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>To be confirmed</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>截止日期</source>
        <translation>Cut-off date</translation>
    </message>
    <message>
        <source>房地产/物业</source>
        <translation>Developer, property management</translation>
    </message>
    <message>
        <source>手动</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>技术不兼容/干扰</source>
        <translation>Technically incompatible, interference</translation>
    </message>
    <message>
        <source>拍摄时间</source>
        <translation>Taken at</translation>
    </message>
    <message>
        <source>拍摄时间不在检查时段内</source>
        <translation>Taken outside the time of the visit</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>拒绝原因</source>
        <translation>Reason for refusal</translation>
    </message>
    <message>
        <source>拒绝原因（名称）</source>
        <translation>Reason for refusal (label)</translation>
    </message>
    <message>
        <source>持续推进</source>
        <translation>Ongoing</translation>
    </message>
    <message>
        <source>挂载位/管孔/机位已满</source>
        <translation>No free mount, duct or rack space</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>指标已达标</source>
        <translation>Indicator met</translation>
    </message>
    <message>
        <source>指标结论</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>按前面的回答，此项不适用</source>
        <translation>Does not apply, given earlier answers</translation>
    </message>
    <message>
        <source>排他协议</source>
        <translation>Exclusive agreement</translation>
    </message>
    <message>
        <source>接入网</source>
        <translation>Access network</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>改动之处：{places}。</source>
        <translation>Changed: {places}.</translation>
    </message>
    <message>
        <source>数值不采用</source>
        <translation>Value not used</translation>
    </message>
    <message>
        <source>数字政府</source>
        <translation>Digital government</translation>
    </message>
    <message>
        <source>数据状态</source>
        <translation>State of the data</translation>
    </message>
    <message>
        <source>数据类型</source>
        <translation>Data type</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>整改</source>
        <translation>Rectification</translation>
    </message>
    <message>
        <source>整改期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>文件不完整，缺少应有的内容。</source>
        <translation>The file is incomplete.</translation>
    </message>
    <message>
        <source>文件在签名之后被改动，不能采信。</source>
        <translation>The file was changed after signing and cannot be relied on.</translation>
    </message>
    <message>
        <source>文件夹不完整，缺少清单所列的文件。</source>
        <translation>The folder is incomplete: files on the manifest are missing.</translation>
    </message>
    <message>
        <source>文件夹中的 {count} 个文件与清单一致，没有缺少或多出。</source>
        <translation>The {count} files in the folder match the manifest; none is missing or surplus.</translation>
    </message>
    <message>
        <source>文件夹中的文件与清单不一致，不能采信。</source>
        <translation>The files in the folder do not match the manifest and cannot be relied on.</translation>
    </message>
    <message>
        <source>文件无法读取，不能核验。</source>
        <translation>The file cannot be read or verified.</translation>
    </message>
    <message>
        <source>文件没有电子签名，不能证明来源，也不能发现改动。</source>
        <translation>The file is not signed: it proves no origin, and changes cannot be found.</translation>
    </message>
    <message>
        <source>文件真实：自签名以来没有任何改动，随附文件齐全。</source>
        <translation>The file is genuine: nothing was changed since signing, and all attached files are there.</translation>
    </message>
    <message>
        <source>文件类型</source>
        <translation>File type</translation>
    </message>
    <message>
        <source>文件自签名以来没有任何改动。</source>
        <translation>Nothing in the file was changed since signing.</translation>
    </message>
    <message>
        <source>文件自签名以来没有任何改动，但有签名的密钥已被撤销，不能采信。</source>
        <translation>Nothing in the file was changed since signing, but the key of a signature was revoked; do not rely on it.</translation>
    </message>
    <message>
        <source>文件自签名以来没有任何改动，但签名时页面上印的就与随附数据不一致，不能采信。</source>
        <translation>Nothing was changed since the signature, but what was printed then contradicts the data inside; do not rely on it.</translation>
    </message>
    <message>
        <source>文件自签名以来没有任何改动，但签名的密钥或证书不合用，不能采信。</source>
        <translation>The file was not changed since it was signed, but a signing key or certificate is not fit for it and must not be relied on.</translation>
    </message>
    <message>
        <source>文件自签名以来没有任何改动，随附文件齐全。</source>
        <translation>Nothing was changed since signing, and all attached files are there.</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>方案提出</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>无法读取</source>
        <translation>Unreadable</translation>
    </message>
    <message>
        <source>无法进入</source>
        <translation>No access</translation>
    </message>
    <message>
        <source>无网络服务</source>
        <translation>No service</translation>
    </message>
    <message>
        <source>既有铁塔站址</source>
        <translation>Existing tower site</translation>
    </message>
    <message>
        <source>日志格式</source>
        <translation>Log format</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>时间无法识别</source>
        <translation>Time cannot be read</translation>
    </message>
    <message>
        <source>时间来源</source>
        <translation>Source of time</translation>
    </message>
    <message>
        <source>智慧多功能灯杆/多功能杆柱</source>
        <translation>Smart multi-purpose poles</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>暂定通达</source>
        <translation>Provisionally reached</translation>
    </message>
    <message>
        <source>曾被拒绝</source>
        <translation>Refused before</translation>
    </message>
    <message>
        <source>有可用机架位</source>
        <translation>Free rack space</translation>
    </message>
    <message>
        <source>有可置换或出租的纤芯</source>
        <translation>Fibres to swap or lease</translation>
    </message>
    <message>
        <source>有效期自</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>有条件开放</source>
        <translation>Open on conditions</translation>
    </message>
    <message>
        <source>有空余挂载位</source>
        <translation>Free mounts</translation>
    </message>
    <message>
        <source>有空闲管孔</source>
        <translation>Free ducts</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>期限内</source>
        <translation>Within the term</translation>
    </message>
    <message>
        <source>未决冲突</source>
        <translation>Open conflicts</translation>
    </message>
    <message>
        <source>未填写</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>未导出的答案</source>
        <translation>Answers not exported</translation>
    </message>
    <message>
        <source>未封签</source>
        <translation>Not sealed</translation>
    </message>
    <message>
        <source>未封签之处：{places}。请由本人移交一次，即可封签。</source>
        <translation>Not sealed: {places}. A handover by their author will seal them.</translation>
    </message>
    <message>
        <source>未接收而未导出的检查</source>
        <translation>Visits left out as not accepted</translation>
    </message>
    <message>
        <source>未显示</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>未核实站点</source>
        <translation>Sites not verified</translation>
    </message>
    <message>
        <source>未检查</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>未知密钥</source>
        <translation>Unknown key</translation>
    </message>
    <message>
        <source>未答说明</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>未能进入</source>
        <translation>No access</translation>
    </message>
    <message>
        <source>未获审批/规划不符</source>
        <translation>Not permitted, against planning</translation>
    </message>
    <message>
        <source>未达标</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>未通达</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>机房</source>
        <translation>Equipment room</translation>
    </message>
    <message>
        <source>机房双向开放</source>
        <translation>Equipment rooms opened both ways</translation>
    </message>
    <message>
        <source>权属不清</source>
        <translation>Ownership unclear</translation>
    </message>
    <message>
        <source>杆塔</source>
        <translation>Pole or tower</translation>
    </message>
    <message>
        <source>杆路共建共享</source>
        <translation>Pole routes built and shared together</translation>
    </message>
    <message>
        <source>条目号</source>
        <translation>Entry id</translation>
    </message>
    <message>
        <source>来源类型</source>
        <translation>Kind of source</translation>
    </message>
    <message>
        <source>样本不足，无法判定</source>
        <translation>Too few samples to judge</translation>
    </message>
    <message>
        <source>核实值</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>核实分子</source>
        <translation>Verified numerator</translation>
    </message>
    <message>
        <source>核实分母</source>
        <translation>Verified denominator</translation>
    </message>
    <message>
        <source>核实检查数</source>
        <translation>Visits behind it</translation>
    </message>
    <message>
        <source>核实结论</source>
        <translation>Conclusion by verification</translation>
    </message>
    <message>
        <source>核心网</source>
        <translation>Core network</translation>
    </message>
    <message>
        <source>核查成果包</source>
        <translation>Audit package</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>检查人</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>检查范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>检查表</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>检查表以外的答案</source>
        <translation>Answers outside the checklist</translation>
    </message>
    <message>
        <source>检查表定义</source>
        <translation>Checklist definition</translation>
    </message>
    <message>
        <source>检查表版本</source>
        <translation>Checklist versions</translation>
    </message>
    <message>
        <source>检查表版本不同</source>
        <translation>Checklist versions differ</translation>
    </message>
    <message>
        <source>检查表用到的文件</source>
        <translation>File that a checklist uses</translation>
    </message>
    <message>
        <source>检查记录</source>
        <translation>Audit record</translation>
    </message>
    <message>
        <source>检查记录号</source>
        <translation>Visit id</translation>
    </message>
    <message>
        <source>检查项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>楼宇</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>楼面</source>
        <translation>Rooftop</translation>
    </message>
    <message>
        <source>每万人拥有5G基站数</source>
        <translation>5G base stations per 10,000 people</translation>
    </message>
    <message>
        <source>每日</source>
        <translation>Daily</translation>
    </message>
    <message>
        <source>没有余量</source>
        <translation>No spare capacity</translation>
    </message>
    <message>
        <source>没有填写</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>没有已接收的检查</source>
        <translation>No accepted visit</translation>
    </message>
    <message>
        <source>没有改动，签名人未登记</source>
        <translation>Unchanged, signer unknown</translation>
    </message>
    <message>
        <source>没有数据</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>没有有效定位</source>
        <translation>No valid position</translation>
    </message>
    <message>
        <source>没有电平值</source>
        <translation>No level</translation>
    </message>
    <message>
        <source>没有签名</source>
        <translation>Unsigned</translation>
    </message>
    <message>
        <source>测试日志</source>
        <translation>Test log</translation>
    </message>
    <message>
        <source>测试记录原文</source>
        <translation>Original test log</translation>
    </message>
    <message>
        <source>测试采样</source>
        <translation>Test samples</translation>
    </message>
    <message>
        <source>涉密/安保</source>
        <translation>Secrecy, security</translation>
    </message>
    <message>
        <source>涉密或禁拍</source>
        <translation>Restricted</translation>
    </message>
    <message>
        <source>涉密或禁拍区域的检查（不含坐标和照片）</source>
        <translation>Visits in restricted areas (without position and photos)</translation>
    </message>
    <message>
        <source>涉密或禁拍区域，不印位置</source>
        <translation>Restricted area: position not printed</translation>
    </message>
    <message>
        <source>清单无法读取，不能核验。</source>
        <translation>The manifest cannot be read or verified.</translation>
    </message>
    <message>
        <source>清单没有签名，不能证明来源；请以签名的成果文件为准。</source>
        <translation>The manifest is not signed and proves no origin; rely on the signed package.</translation>
    </message>
    <message>
        <source>漫游</source>
        <translation>Roaming</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>照片 EXIF</source>
        <translation>Photo EXIF</translation>
    </message>
    <message>
        <source>照片不同</source>
        <translation>Photos differ</translation>
    </message>
    <message>
        <source>照片和附件；联系人：{contacts}；电信与无线电参数：{radio}。坐标取三位小数。</source>
        <translation>Photos and papers; contacts: {contacts}; telecom and radio parameters: {radio}. Coordinates have three decimals.</translation>
    </message>
    <message>
        <source>照片数</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>照片：完好</source>
        <translation>Photos intact</translation>
    </message>
    <message>
        <source>照片：按规定未导出</source>
        <translation>Photos left out by rule</translation>
    </message>
    <message>
        <source>照片：缺失或损坏</source>
        <translation>Photos missing or damaged</translation>
    </message>
    <message>
        <source>物业/业主不同意</source>
        <translation>Property management or owners refuse</translation>
    </message>
    <message>
        <source>牵头和责任单位</source>
        <translation>Lead and responsible</translation>
    </message>
    <message>
        <source>牵头方</source>
        <translation>Lead party</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>状态（名称）</source>
        <translation>Status (label)</translation>
    </message>
    <message>
        <source>现场检查</source>
        <translation>Site visit</translation>
    </message>
    <message>
        <source>电力</source>
        <translation>Power grid</translation>
    </message>
    <message>
        <source>电力容量不足</source>
        <translation>Not enough power capacity</translation>
    </message>
    <message>
        <source>电力杆塔加挂通信天线</source>
        <translation>Antennas attached to power poles and towers</translation>
    </message>
    <message>
        <source>电平超出有效范围</source>
        <translation>Level out of range</translation>
    </message>
    <message>
        <source>登记的重点场所总数（个）</source>
        <translation>Key places on the register</translation>
    </message>
    <message>
        <source>登记站点</source>
        <translation>Registered sites</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>真实</source>
        <translation>Genuine</translation>
    </message>
    <message>
        <source>示例站点，非真实地点</source>
        <translation>Example site, not a real place</translation>
    </message>
    <message>
        <source>社会杆塔资源利用</source>
        <translation>Use of other owners&apos; poles</translation>
    </message>
    <message>
        <source>社会民生</source>
        <translation>Public services</translation>
    </message>
    <message>
        <source>租用</source>
        <translation>Leased</translation>
    </message>
    <message>
        <source>租用纤芯</source>
        <translation>Fibres leased</translation>
    </message>
    <message>
        <source>租金/进场费过高</source>
        <translation>Rent or entry fee too high</translation>
    </message>
    <message>
        <source>移动电话用户总数（户）</source>
        <translation>Mobile users</translation>
    </message>
    <message>
        <source>程序</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>站址</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>站点</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>站点名称</source>
        <translation>Site name</translation>
    </message>
    <message>
        <source>站点纬度</source>
        <translation>Site latitude</translation>
    </message>
    <message>
        <source>站点经度</source>
        <translation>Site longitude</translation>
    </message>
    <message>
        <source>站点编码</source>
        <translation>Site code</translation>
    </message>
    <message>
        <source>符合</source>
        <translation>Conforming</translation>
    </message>
    <message>
        <source>符合率</source>
        <translation>Share conforming</translation>
    </message>
    <message>
        <source>签名人是 {names}，密钥已登记。</source>
        <translation>Signed by {names}, whose key is vouched for.</translation>
    </message>
    <message>
        <source>签名后被改动</source>
        <translation>Changed after signing</translation>
    </message>
    <message>
        <source>签名时间</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>签名自称 {names}，但密钥没有登记，不能确认是谁签的；请向其单位核对密钥指纹。</source>
        <translation>The signature claims to be by {names}, but nobody has vouched for the key; compare its fingerprint with the signer&apos;s organisation.</translation>
    </message>
    <message>
        <source>管孔双向开放</source>
        <translation>Ducts opened both ways</translation>
    </message>
    <message>
        <source>管道</source>
        <translation>Duct</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>类型（名称）</source>
        <translation>Kind (label)</translation>
    </message>
    <message>
        <source>纤芯置换</source>
        <translation>Fibres swapped</translation>
    </message>
    <message>
        <source>纬度</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>线缆管沟（管道）共建共享</source>
        <translation>Cable trenches and ducts built and shared together</translation>
    </message>
    <message>
        <source>终止</source>
        <translation>Terminated</translation>
    </message>
    <message>
        <source>经度</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>结束时间</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>结果（名称）</source>
        <translation>Result (label)</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>结论（名称）</source>
        <translation>Conclusion (label)</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>编制</source>
        <translation>Prepared by</translation>
    </message>
    <message>
        <source>编制时间</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>缺少之处：{places}。请重新取得完整的文件。</source>
        <translation>Missing: {places}. Get the complete file again.</translation>
    </message>
    <message>
        <source>网络制式无法识别</source>
        <translation>Unknown technology</translation>
    </message>
    <message>
        <source>置换</source>
        <translation>Swapped</translation>
    </message>
    <message>
        <source>芯</source>
        <translation>cores</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>荷载不足</source>
        <translation>Not enough load capacity</translation>
    </message>
    <message>
        <source>虚构示例</source>
        <translation>Fictitious example</translation>
    </message>
    <message>
        <source>行数：{table}</source>
        <translation>Rows: {table}</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Subdistrict</translation>
    </message>
    <message>
        <source>街道审核</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>表</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>计入的检查</source>
        <translation>Visits counted</translation>
    </message>
    <message>
        <source>计量单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>记录号</source>
        <translation>Record id</translation>
    </message>
    <message>
        <source>设施</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>证书已过期</source>
        <translation>Certificate expired</translation>
    </message>
    <message>
        <source>评估机构</source>
        <translation>Evaluator</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>说明 About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>请向编制单位索取已签名的文件。</source>
        <translation>Ask the organisation that made it for a signed file.</translation>
    </message>
    <message>
        <source>请重新取得完整的文件夹。</source>
        <translation>Get the complete folder again.</translation>
    </message>
    <message>
        <source>调查</source>
        <translation>Survey</translation>
    </message>
    <message>
        <source>调查文件不完整，缺少应有的附件。</source>
        <translation>The survey file is incomplete: attachments are missing.</translation>
    </message>
    <message>
        <source>调查文件内部相符，但有修订没有封签，其改动不能发现。</source>
        <translation>The survey file is consistent, but some revisions are not sealed, and changes to them cannot be found.</translation>
    </message>
    <message>
        <source>调查文件真实：{count} 条修订的校验值、前后衔接、附件和封签都相符。</source>
        <translation>The survey file is genuine: hashes, order, attachments and seals of {count} revisions all match.</translation>
    </message>
    <message>
        <source>调查文件自封签以来没有任何改动，但有封签的密钥已被撤销，不能采信。</source>
        <translation>The survey file was not changed since it was sealed, but a key that sealed it has been revoked and must not be relied on.</translation>
    </message>
    <message>
        <source>调查文件自封签以来没有任何改动，附件齐全（{count} 条修订）。</source>
        <translation>Nothing in the survey file was changed since sealing, and all attachments are there ({count} revisions).</translation>
    </message>
    <message>
        <source>调查文件被改动或损坏，不能采信。</source>
        <translation>The survey file was changed or damaged and cannot be relied on.</translation>
    </message>
    <message>
        <source>调查文件：所印检查的全部修订和封签，可以合并</source>
        <translation>Survey file: all revisions and seals of the printed visits; can be merged</translation>
    </message>
    <message>
        <source>调查状态校验值</source>
        <translation>State hash of the survey</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>责任单位（名称）</source>
        <translation>Responsible (name)</translation>
    </message>
    <message>
        <source>费用分摊未达成</source>
        <translation>No agreement on sharing costs</translation>
    </message>
    <message>
        <source>资产</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>距站点约 {metres} 米</source>
        <translation>About {metres} m from the site</translation>
    </message>
    <message>
        <source>跨境光缆随公路/铁路/管线同步</source>
        <translation>Cross-border cables laid along roads, railways or pipelines</translation>
    </message>
    <message>
        <source>跨行业共建共享需求清单</source>
        <translation>Sharing requests</translation>
    </message>
    <message>
        <source>路径</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>软件</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>辐射担忧</source>
        <translation>Worries about radiation</translation>
    </message>
    <message>
        <source>达标</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>运营商</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>运营商填报</source>
        <translation>Operator&apos;s return</translation>
    </message>
    <message>
        <source>通达</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>逾期未达标</source>
        <translation>Overdue, not met</translation>
    </message>
    <message>
        <source>邮寄版不随附附件的原文；原文保存在调查文件中，其 SHA-256 印在附件清单。</source>
        <translation>The mail edition does not carry the attached papers themselves; they are kept in the survey file, and their SHA-256 stands in the list of papers.</translation>
    </message>
    <message>
        <source>配合单位</source>
        <translation>Supporting</translation>
    </message>
    <message>
        <source>重复组顺序不同</source>
        <translation>Order of repeats differs</translation>
    </message>
    <message>
        <source>重点任务</source>
        <translation>Key tasks</translation>
    </message>
    <message>
        <source>重点场所</source>
        <translation>Key place</translation>
    </message>
    <message>
        <source>重点场所5G网络通达率</source>
        <translation>Share of key places reached by 5G</translation>
    </message>
    <message>
        <source>铁塔</source>
        <translation>Tower</translation>
    </message>
    <message>
        <source>铁路</source>
        <translation>Railway</translation>
    </message>
    <message>
        <source>闭环时间</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>问题编号</source>
        <translation>Finding no.</translation>
    </message>
    <message>
        <source>阈值参数</source>
        <translation>Limit parameters</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>附件 {numbers}</source>
        <translation>Paper {numbers}</translation>
    </message>
    <message>
        <source>附件：完好</source>
        <translation>Papers: whole</translation>
    </message>
    <message>
        <source>附件：按规定未导出</source>
        <translation>Papers: withheld by rule</translation>
    </message>
    <message>
        <source>附件：缺失或损坏</source>
        <translation>Papers: missing or damaged</translation>
    </message>
    <message>
        <source>限值</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>隧道、桥梁、地铁预留</source>
        <translation>Provision in tunnels, bridges and metro</translation>
    </message>
    <message>
        <source>需改造后开放</source>
        <translation>Open after alterations</translation>
    </message>
    <message>
        <source>需求提出</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>页面与数据不一致</source>
        <translation>pages contradict data</translation>
    </message>
    <message>
        <source>页面文字与随附数据一致（核对 {lines} 行）；照片和图形未比对。</source>
        <translation>The text of the pages agrees with the data inside ({lines} lines compared); photos and drawings were not compared.</translation>
    </message>
    <message>
        <source>页面文字与随附数据不一致。</source>
        <translation>The text of the pages contradicts the data inside.</translation>
    </message>
    <message>
        <source>页面文字没有与随附数据比对：文件不完好，或不是本版程序的格式。</source>
        <translation>The text of the pages was not compared with the data inside: the file is not whole, or not in this version&apos;s format.</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>预留</source>
        <translation>Provided for</translation>
    </message>
    <message>
        <source>领域</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>验收日期</source>
        <translation>Accepted on</translation>
    </message>
    <message>
        <source>高速公路管道/高铁槽道敷缆</source>
        <translation>Cables in expressway ducts or railway troughs</translation>
    </message>
    <message>
        <source>高（像素）</source>
        <translation>Height (pixels)</translation>
    </message>
</context>
<context>
    <name>DoublesView</name>
    <message>
        <source>可能重复的地点</source>
        <translation>Places that may be entered twice</translation>
    </message>
    <message>
        <source>没有可能重复的地点</source>
        <translation>No places that may be entered twice</translation>
    </message>
    <message>
        <source>编码相同，或名称相同且相距不到 30 米的两个站点会列在这里。</source>
        <translation>Two sites with the same code, or with the same name within 30 m, are listed here.</translation>
    </message>
</context>
<context>
    <name>FaultTable</name>
    <message>
        <source>· 提示</source>
        <translation>· Remark</translation>
    </message>
    <message>
        <source>✗ 错误</source>
        <translation>✗ Error</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>检查表的问题</source>
        <translation>Problems of the checklist</translation>
    </message>
    <message>
        <source>程度</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>问题和办法</source>
        <translation>Problem and remedy</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>浏览…</source>
        <translation>Browse…</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>▣ 缺照片 {count}</source>
        <translation>▣ Photos missing {count}</translation>
    </message>
    <message>
        <source>○ 未填 {count}</source>
        <translation>○ Not answered {count}</translation>
    </message>
    <message>
        <source>✗ 填写有误 {count}</source>
        <translation>✗ Wrong answers {count}</translation>
    </message>
</context>
<context>
    <name>FormPreview</name>
    <message>
        <source>可以试着填写，看显示条件、限值和必填是否如意；这里的内容不保存。</source>
        <translation>Try it out: see whether conditions, limits and required items work as you want. Nothing here is saved.</translation>
    </message>
    <message>
        <source>预览的语言</source>
        <translation>Language of the preview</translation>
    </message>
    <message>
        <source>预览里不收照片。</source>
        <translation>The preview takes no photos.</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>{count} 次检查</source>
        <translation>visits {count}</translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation>{count} items</translation>
    </message>
    <message>
        <source>已加入</source>
        <translation>added</translation>
    </message>
    <message>
        <source>旧版本</source>
        <translation>Older version</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>! 可以打开，但有错误 {grave}，提示 {remarks}。</source>
        <translation>! Opens, but has errors: {grave}; remarks: {remarks}.</translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation>{count} items</translation>
    </message>
    <message>
        <source>✓ 可以使用，提示 {remarks}。</source>
        <translation>✓ Can be used; remarks: {remarks}.</translation>
    </message>
    <message>
        <source>✓ 可以使用，没有发现问题。</source>
        <translation>✓ Can be used; no problems found.</translation>
    </message>
    <message>
        <source>✗ 不能使用：错误 {grave}，提示 {remarks}。改好后再核对。</source>
        <translation>✗ Cannot be used; errors: {grave}; remarks: {remarks}. Correct it and check again.</translation>
    </message>
    <message>
        <source>再核对</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>加入调查文件</source>
        <translation>Add to survey</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>问题 {count}</source>
        <translation>Problems {count}</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>从左边选一份来预览；或把 XLSForm 文件（xlsx、md、csv、xml）拖到这里来核对。</source>
        <translation>Choose one on the left to preview it, or drop an XLSForm file (xlsx, md, csv, xml) here to check it.</translation>
    </message>
    <message>
        <source>已写入模板 {file}，改好后在这里再核对。</source>
        <translation>The template {file} was written. Edit it, then check it here.</translation>
    </message>
    <message>
        <source>已加入调查文件；已有的检查仍用原来的版本。</source>
        <translation>Added to the survey; visits that exist keep their version.</translation>
    </message>
    <message>
        <source>打开的文件</source>
        <translation>Opened file</translation>
    </message>
    <message>
        <source>新建…</source>
        <translation>New…</translation>
    </message>
    <message>
        <source>新检查表存为</source>
        <translation>Save new checklist as</translation>
    </message>
    <message>
        <source>核对文件…</source>
        <translation>Check file…</translation>
    </message>
    <message>
        <source>核对检查表</source>
        <translation>Check a checklist</translation>
    </message>
    <message>
        <source>检查表</source>
        <translation>Checklists</translation>
    </message>
    <message>
        <source>正在加入检查表</source>
        <translation>Adding the checklist</translation>
    </message>
    <message>
        <source>要问什么。用表格程序编写，在这里核对、试填，再加入调查文件。</source>
        <translation>What to ask. Write it in a spreadsheet program, check and try it here, then add it to the survey.</translation>
    </message>
    <message>
        <source>调查文件里的</source>
        <translation>In the survey</translation>
    </message>
    <message>
        <source>选一份检查表</source>
        <translation>Choose a checklist</translation>
    </message>
    <message>
        <source>随程序提供的</source>
        <translation>Bundled</translation>
    </message>
</context>
<context>
    <name>Handing</name>
    <message>
        <source>{file} 只有收件人能打开。</source>
        <translation>Only the recipient can open {file}.</translation>
    </message>
    <message>
        <source>加密的移交文件 (*.p7m)</source>
        <translation>Encrypted hand-over (*.p7m)</translation>
    </message>
    <message>
        <source>已移交：修订 {count}，照片和附件 {present} 应 {expected}，遗失 {lost}。</source>
        <translation>Handed over: {count} revisions, {present} of {expected} photos and papers, {lost} lost.</translation>
    </message>
    <message>
        <source>正在移交</source>
        <translation>Handing over</translation>
    </message>
    <message>
        <source>移交到哪个文件</source>
        <translation>Hand over to which file</translation>
    </message>
    <message>
        <source>调查文件 (*.gpkg)</source>
        <translation>Survey files (*.gpkg)</translation>
    </message>
</context>
<context>
    <name>HandoverDialog</name>
    <message>
        <source>加密给（可选）</source>
        <translation>Encrypt to (optional)</translation>
    </message>
    <message>
        <source>封签全部修订，写成一个干净的文件，交给工作专班合并。</source>
        <translation>Seals all revisions and writes one clean file for the task force to merge.</translation>
    </message>
    <message>
        <source>封签并移交</source>
        <translation>Seal and hand over</translation>
    </message>
    <message>
        <source>工作专班的证书；不填则不加密</source>
        <translation>The task force&apos;s certificate; empty: not encrypted</translation>
    </message>
    <message>
        <source>移交调查文件</source>
        <translation>Hand over the survey</translation>
    </message>
    <message>
        <source>证书 (*.pem *.crt *.cer)</source>
        <translation>Certificates (*.pem *.crt *.cer)</translation>
    </message>
</context>
<context>
    <name>HiddenQuestions</name>
    <message>
        <source>因为 {why}</source>
        <translation>because {why}</translation>
    </message>
    <message>
        <source>未显示的检查项 {count}</source>
        <translation>Hidden items {count}</translation>
    </message>
</context>
<context>
    <name>KeyTasks</name>
    <message>
        <source>? {name}&#x3000;{key}&#x3000;没有登记</source>
        <translation>? {name}  {key}  not known</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>✓ {count} 人的名单已写入 {file}。</source>
        <translation>✓ The list of {count} people is written to {file}.</translation>
    </message>
    <message>
        <source>✓ {file} 的密码已更改。</source>
        <translation>✓ The password of {file} is changed.</translation>
    </message>
    <message>
        <source>✓ {name} 的密钥已撤销，指纹 {key}。</source>
        <translation>✓ The key of {name} is revoked, fingerprint {key}.</translation>
    </message>
    <message>
        <source>✓ {name} 的密钥已登记，指纹 {key}。</source>
        <translation>✓ The key of {name} is known now, fingerprint {key}.</translation>
    </message>
    <message>
        <source>✓ {name} 的新密钥在 {file}；旧密钥不再签名。</source>
        <translation>✓ The new key of {name} is in {file}; the old one signs no more.</translation>
    </message>
    <message>
        <source>✓ {name} 的身份已写入 {file}，证书有效至 {date}。</source>
        <translation>✓ The identity of {name} is written to {file}; its certificate is valid until {date}.</translation>
    </message>
    <message>
        <source>✓ {name}&#x3000;{key}&#x3000;已登记</source>
        <translation>✓ {name}  {key}  known</translation>
    </message>
    <message>
        <source>✓ 介质“{token}”上 {name} 的密钥可以用了：打开 {file}。</source>
        <translation>✓ The key of {name} on the token {token} is ready: open {file}.</translation>
    </message>
    <message>
        <source>✓ 已写入 {file}。</source>
        <translation>✓ {file} is written.</translation>
    </message>
    <message>
        <source>✓ 已给 {name} 签发证书 {file}；请核对指纹 {key}。</source>
        <translation>✓ The certificate {file} is issued to {name}; compare the fingerprint {key}.</translation>
    </message>
    <message>
        <source>为申请签发证书（单位）</source>
        <translation>Issue a certificate (office)</translation>
    </message>
    <message>
        <source>使用密钥介质（U 盾）</source>
        <translation>Use a key on a token</translation>
    </message>
    <message>
        <source>信任名单</source>
        <translation>Trust list</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>写出一份申请，交给单位。单位签发后，别人就知道这把密钥是您的。申请里没有密码和密钥。</source>
        <translation>Writes a request to hand to the office. Once the office has issued a certificate, others know that this key is yours. The request holds no password and no key.</translation>
    </message>
    <message>
        <source>到关闭窗口为止，核验时也认名单上的人。签发者的证书须另外从单位取得，不能与名单同来。</source>
        <translation>Until the window closes, verifying also knows the people on the list. The issuer&apos;s certificate must come from the office by another way than the list.</translation>
    </message>
    <message>
        <source>单位发回的证书</source>
        <translation>Certificate from the office</translation>
    </message>
    <message>
        <source>单位的身份文件</source>
        <translation>Identity file of the office</translation>
    </message>
    <message>
        <source>单位（介质上没有证书时）</source>
        <translation>Unit (without a certificate)</translation>
    </message>
    <message>
        <source>厂商的驱动库</source>
        <translation>Library of the maker</translation>
    </message>
    <message>
        <source>发出信任名单</source>
        <translation>Give out a trust list</translation>
    </message>
    <message>
        <source>只换锁，不换密钥；以前的签名不受影响。密码无法找回。</source>
        <translation>Changes the lock, not the key; earlier signatures stay good. A password cannot be recovered.</translation>
    </message>
    <message>
        <source>名单存为</source>
        <translation>Save the list as</translation>
    </message>
    <message>
        <source>向单位申请证书</source>
        <translation>Ask the office for a certificate</translation>
    </message>
    <message>
        <source>姓名（介质上没有证书时）</source>
        <translation>Name (without a certificate)</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>密钥留在介质里。写出一个代表它的小文件，以后选这个文件、输入 PIN 就能签名。</source>
        <translation>The key stays on the token. A small file that stands for it is written; choose that file and type the PIN to sign.</translation>
    </message>
    <message>
        <source>密钥编号（只有一把时不填）</source>
        <translation>Id of the key (if several)</translation>
    </message>
    <message>
        <source>对方的证书</source>
        <translation>Their certificate</translation>
    </message>
    <message>
        <source>我的身份文件</source>
        <translation>My identity file</translation>
    </message>
    <message>
        <source>把单位发回的证书与身份文件合成新的身份文件；不填证书，则装入别处制作的 PKCS#12 文件。</source>
        <translation>Joins the certificate that came back from the office with the identity file into a new one; without a certificate, takes over a PKCS#12 file made elsewhere.</translation>
    </message>
    <message>
        <source>换新密钥</source>
        <translation>Change to a new key</translation>
    </message>
    <message>
        <source>撤销某人的密钥</source>
        <translation>Revoke somebody&apos;s key</translation>
    </message>
    <message>
        <source>收到的申请</source>
        <translation>Request received</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>新的身份文件</source>
        <translation>New identity file</translation>
    </message>
    <message>
        <source>旧密钥在本调查中为新密钥作证，此后只用新的。密码不变。密钥快到期或可能泄露时用。</source>
        <translation>In this survey the old key vouches for the new one, and only the new one is used from then on. The password stays. For a key that expires soon or may be known to others.</translation>
    </message>
    <message>
        <source>更改密码</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>有效年数</source>
        <translation>Years valid</translation>
    </message>
    <message>
        <source>查看本调查认识的人</source>
        <translation>Whom this survey knows</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>Password now</translation>
    </message>
    <message>
        <source>用单位身份（新建时勾选“单位”）为一份申请签发证书。先核对申请人和指纹。</source>
        <translation>Issues a certificate for a request with an office&apos;s identity (ticked as such when it was made). Check who asks, and the fingerprint, first.</translation>
    </message>
    <message>
        <source>由建立者收回担保：密钥丢失、泄露或人员离开时用。以前用它签的也不再采信。</source>
        <translation>The founder takes the word back: for a key that was lost or leaked, or a person who left. What it signed before does not count any more either.</translation>
    </message>
    <message>
        <source>由建立者签名的名单，随成果发出；没有调查文件的人凭它知道签名人是谁。</source>
        <translation>A list signed by the founder, sent along with packages; it tells whoever has no survey file who the signers are.</translation>
    </message>
    <message>
        <source>由调查的建立者作保：这把密钥是这个人的。先与本人核对指纹，再登记。</source>
        <translation>The founder of the survey vouches that this key is this person&apos;s. Compare the fingerprint with the person first.</translation>
    </message>
    <message>
        <source>申请存为</source>
        <translation>Save the request as</translation>
    </message>
    <message>
        <source>登记某人的密钥</source>
        <translation>Vouch for somebody&apos;s key</translation>
    </message>
    <message>
        <source>签发者的证书</source>
        <translation>Certificate of its issuer</translation>
    </message>
    <message>
        <source>装入证书或别处的身份</source>
        <translation>Take in a certificate or another identity</translation>
    </message>
    <message>
        <source>证书存为</source>
        <translation>Save the certificate as</translation>
    </message>
    <message>
        <source>谁的密钥已由建立者登记；指纹请与本人核对。</source>
        <translation>Whose keys the founder vouches for; compare fingerprints with the person.</translation>
    </message>
    <message>
        <source>调查文件还不认识任何人。</source>
        <translation>The survey file knows nobody yet.</translation>
    </message>
    <message>
        <source>身份文件存为</source>
        <translation>Save the identity file as</translation>
    </message>
    <message>
        <source>采用收到的信任名单</source>
        <translation>Take over a trust list</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>✓ 核验时也认名单上的 {count} 人。</source>
        <translation>✓ Verifying also knows the {count} people on the list.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>新建身份…</source>
        <translation>New identity…</translation>
    </message>
    <message>
        <source>要做什么</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>身份与信任</source>
        <translation>Identities and trust</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>MapSketch</name>
    <message>
        <source>位置示意图</source>
        <translation>Sketch of the positions</translation>
    </message>
    <message>
        <source>北</source>
        <translation>N</translation>
    </message>
    <message>
        <source>原值</source>
        <translation>before</translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>冲突</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>合并前问一次身份和密码，回执写明由谁收下。</source>
        <translation>Identity and password are asked for once before merging; the receipts say who took the files.</translation>
    </message>
    <message>
        <source>合并后，不同的答案会列在这里，由人决定。</source>
        <translation>After merging, different answers are listed here for a person to decide.</translation>
    </message>
    <message>
        <source>同一地点</source>
        <translation>Same place</translation>
    </message>
    <message>
        <source>已决定</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>把交来的文件拖到这里</source>
        <translation>Drop the files that were handed over</translation>
    </message>
    <message>
        <source>把多份调查文件合成一份。顺序无关，可以重复；不同的答案都留着，由人决定。</source>
        <translation>Merge survey files in any order, any number of times. Differing answers are all kept for you to settle.</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>没有待解决的冲突</source>
        <translation>No open conflicts</translation>
    </message>
    <message>
        <source>签名回执</source>
        <translation>Sign receipts</translation>
    </message>
    <message>
        <source>调查文件、成果 PDF、加密的移交文件或整个文件夹都可以。来源文件不会被改动。</source>
        <translation>Survey files, package PDFs, encrypted hand-overs or a whole folder. The source files are not changed.</translation>
    </message>
    <message>
        <source>调查文件和成果 (*.gpkg *.pdf *.p7m)</source>
        <translation>Surveys and packages (*.gpkg *.pdf *.p7m)</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>选择调查文件</source>
        <translation>Choose survey files</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>回执用这个身份签名；加密移交的文件也用它打开。</source>
        <translation>The receipts are signed with this identity; encrypted hand-overs are opened with it too.</translation>
    </message>
    <message>
        <source>已停止合并，什么也没有写入。</source>
        <translation>Merging was stopped. Nothing was written.</translation>
    </message>
    <message>
        <source>有 {count} 个文件是加密移交的。用收件人的身份打开，只问这一次。</source>
        <translation>{count} of the files are encrypted hand-overs. They are opened with the recipient&apos;s identity; this is asked once.</translation>
    </message>
    <message>
        <source>正在合并</source>
        <translation>Merging</translation>
    </message>
    <message>
        <source>这里没有可以合并的文件。</source>
        <translation>There is nothing here that can be merged.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>关闭提示</source>
        <translation>Dismiss</translation>
    </message>
</context>
<context>
    <name>MomentEditor</name>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>年-月-日</source>
        <translation>yyyy-mm-dd</translation>
    </message>
    <message>
        <source>时:分</source>
        <translation>hh:mm</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>选择日期</source>
        <translation>Choose a date</translation>
    </message>
</context>
<context>
    <name>NewIdentityDialog</name>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>单位身份：可以为他人签发证书</source>
        <translation>For an office: may issue certificates to people</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>密钥只存在这个文件里。密码无法找回，请记住，并另存一份备份。</source>
        <translation>The key exists only in this file, and the password cannot be recovered. Remember it and keep a backup of the file.</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>新建身份</source>
        <translation>New identity</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>身份文件</source>
        <translation>Identity file</translation>
    </message>
    <message>
        <source>身份文件 (*.p12)</source>
        <translation>Identity files (*.p12)</translation>
    </message>
</context>
<context>
    <name>NewSurveyDialog</name>
    <message>
        <source>区域</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>建立者的密钥为其他人员作保。检查表用随程序提供的一套。</source>
        <translation>The founder&apos;s key vouches for everybody else. The bundled checklists are used.</translation>
    </message>
    <message>
        <source>建立者身份</source>
        <translation>Founder&apos;s identity</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>新建调查</source>
        <translation>New survey</translation>
    </message>
    <message>
        <source>用顿号或逗号分开</source>
        <translation>Separated by commas</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>调查文件</source>
        <translation>Survey file</translation>
    </message>
    <message>
        <source>调查文件 (*.gpkg)</source>
        <translation>Survey files (*.gpkg)</translation>
    </message>
    <message>
        <source>身份文件</source>
        <translation>Identity file</translation>
    </message>
    <message>
        <source>身份文件 (*.p12 *.pfx)</source>
        <translation>Identity files (*.p12 *.pfx)</translation>
    </message>
</context>
<context>
    <name>OneOfFew</name>
    <message>
        <source>清除</source>
        <translation>Purge</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>不符合项</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>从站点开始一次检查，或合并别人交来的文件。</source>
        <translation>Start a visit from a site, or merge files handed over to you.</translation>
    </message>
    <message>
        <source>修改退回的检查</source>
        <translation>Correct a returned visit</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>去站点</source>
        <translation>Go to sites</translation>
    </message>
    <message>
        <source>合并后有 {count} 处不同的答案，由人决定。</source>
        <translation>After merging, answers differ in places ({count}); a person has to settle them.</translation>
    </message>
    <message>
        <source>复核已签名的检查</source>
        <translation>Review a signed visit</translation>
    </message>
    <message>
        <source>已答 {answered}/{asked}，问题 {problems}，不符合 {failures}</source>
        <translation>Answered {answered}/{asked}, problems {problems}, findings {failures}</translation>
    </message>
    <message>
        <source>已签名或已接收</source>
        <translation>Signed or accepted</translation>
    </message>
    <message>
        <source>接下来</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>有 {count} 对站点可能是同一个地点。</source>
        <translation>{count} pairs of sites may be one place.</translation>
    </message>
    <message>
        <source>核对重复的地点</source>
        <translation>Check doubled places</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>概览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>没有待办</source>
        <translation>Nothing to do</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>继续检查</source>
        <translation>Continue a visit</translation>
    </message>
    <message>
        <source>解决冲突</source>
        <translation>Settle conflicts</translation>
    </message>
    <message>
        <source>进展，和接下来要做的事。</source>
        <translation>Progress, and what comes next.</translation>
    </message>
</context>
<context>
    <name>PackageChoice</name>
    <message>
        <source>全部街道</source>
        <translation>All subdistricts</translation>
    </message>
    <message>
        <source>公开</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>内容完整，数据随文件走，可以合并。</source>
        <translation>Complete, with the data inside; can be merged.</translation>
    </message>
    <message>
        <source>内部</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>同内部，照片缩小到整份不超过 20 MB。</source>
        <translation>Like internal, with photos reduced so that all stays within 20 MB.</translation>
    </message>
    <message>
        <source>已接收的检查</source>
        <translation>Accepted visits</translation>
    </message>
    <message>
        <source>检查签名后由工作专班接收，接收后才能进入成果。</source>
        <translation>Once signed, visits are accepted by the task force office; accepted visits can go into a package.</translation>
    </message>
    <message>
        <source>照片模糊、位置取整，没有联系人和数据。</source>
        <translation>Blurred photos, rounded positions, no contacts and no data.</translation>
    </message>
    <message>
        <source>给谁看</source>
        <translation>Who is it for</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>还没有可以交付的检查</source>
        <translation>No visits ready for a package</translation>
    </message>
    <message>
        <source>邮寄</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>附上照片原件</source>
        <translation>Attach original photos</translation>
    </message>
</context>
<context>
    <name>PackagePage</name>
    <message>
        <source>✓ 已编制 {file}：{pages} 页，{size}。SHA-256 {hash}</source>
        <translation>✓ {file} was made: {pages} pages, {size}. SHA-256 {hash}</translation>
    </message>
    <message>
        <source>一份签名的 PDF：页面给人看，数据在里面，谁都能核验有没有改动。</source>
        <translation>A signed PDF: pages for people, data inside. Anybody can verify that nothing was changed.</translation>
    </message>
    <message>
        <source>成果</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>成果存为</source>
        <translation>Save package as</translation>
    </message>
    <message>
        <source>成果或调查文件 (*.pdf *.gpkg)</source>
        <translation>Packages or survey files (*.pdf *.gpkg)</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>核验导出的文件夹</source>
        <translation>Verify an exported folder</translation>
    </message>
    <message>
        <source>核验导出的文件夹…</source>
        <translation>Verify an exported folder…</translation>
    </message>
    <message>
        <source>核验已停止。</source>
        <translation>Verifying was stopped.</translation>
    </message>
    <message>
        <source>核验文件</source>
        <translation>Verify a file</translation>
    </message>
    <message>
        <source>核验文件…</source>
        <translation>Verify file…</translation>
    </message>
    <message>
        <source>正在核验</source>
        <translation>Verifying</translation>
    </message>
    <message>
        <source>正在核验 {file}…</source>
        <translation>Verifying {file}…</translation>
    </message>
    <message>
        <source>正在核验 {file}，还有 {left} 个…</source>
        <translation>Verifying {file}, {left} more…</translation>
    </message>
    <message>
        <source>正在编制成果</source>
        <translation>Making the package</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>签名是最后写入的内容；之后的任何改动都能被发现。</source>
        <translation>The signature is written last; any later change can be found.</translation>
    </message>
    <message>
        <source>编制并签名</source>
        <translation>Make and sign</translation>
    </message>
    <message>
        <source>编制并签名 {count} 次检查…</source>
        <translation>Make and sign ({count})…</translation>
    </message>
    <message>
        <source>编制并签名…</source>
        <translation>Make and sign…</translation>
    </message>
</context>
<context>
    <name>PackageSignDialog</name>
    <message>
        <source>下一个空的签名栏</source>
        <translation>The next empty field</translation>
    </message>
    <message>
        <source>专班审定</source>
        <translation>Task force approval</translation>
    </message>
    <message>
        <source>图像 (*.png *.jpg *.jpeg)</source>
        <translation>Pictures (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>封面标志</source>
        <translation>Emblem on the cover</translation>
    </message>
    <message>
        <source>时间戳服务</source>
        <translation>Timestamp server</translation>
    </message>
    <message>
        <source>检查人</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>签名或印章图像</source>
        <translation>Picture of signature or seal</translation>
    </message>
    <message>
        <source>签名栏</source>
        <translation>Signature field</translation>
    </message>
    <message>
        <source>街道审核</source>
        <translation>Subdistrict review</translation>
    </message>
    <message>
        <source>请求时间戳（需要联网）</source>
        <translation>Ask for a timestamp (needs the network)</translation>
    </message>
    <message>
        <source>这次不要时间戳，照样签名</source>
        <translation>Sign without a timestamp this time</translation>
    </message>
</context>
<context>
    <name>PairPage</name>
    <message>
        <source>为什么这样决定（必填，写入记录）</source>
        <translation>Why you decide so (required, recorded)</translation>
    </message>
    <message>
        <source>位置不全，量不出距离</source>
        <translation>a position is missing, so the distance is unknown</translation>
    </message>
    <message>
        <source>关联后两条记录和它们的检查都保留，什么也不删除。</source>
        <translation>Both records and their visits stay after linking; nothing is deleted.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>坐标</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>录入</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>是两个地点</source>
        <translation>Two different places</translation>
    </message>
    <message>
        <source>是同一地点，关联</source>
        <translation>Same place: link them</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>这是同一个地点吗？</source>
        <translation>Is this the same place?</translation>
    </message>
</context>
<context>
    <name>PairRow</name>
    <message>
        <source>名称相似 {percent} %</source>
        <translation>names {percent} % alike</translation>
    </message>
    <message>
        <source>相距 {metres} 米</source>
        <translation>{metres} m apart</translation>
    </message>
</context>
<context>
    <name>PaperLine</name>
    <message>
        <source>原文缺失</source>
        <translation>Original missing</translation>
    </message>
    <message>
        <source>只有文件名，没有附件</source>
        <translation>Only a file name, no file</translation>
    </message>
    <message>
        <source>存副本…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>已移除</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>说明…</source>
        <translation>Caption…</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>可用 {kinds}</source>
        <translation>Takes {kinds}</translation>
    </message>
    <message>
        <source>所有文件</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>添加录像…</source>
        <translation>Add video…</translation>
    </message>
    <message>
        <source>添加录音…</source>
        <translation>Add sound…</translation>
    </message>
    <message>
        <source>添加文件…</source>
        <translation>Add file…</translation>
    </message>
    <message>
        <source>选择文件，或拖到这里；原样保存，不会打开</source>
        <translation>Choose files or drop them here; they are kept as they are and never opened</translation>
    </message>
</context>
<context>
    <name>Papering</name>
    <message>
        <source>已存到 {file}，没有打开。</source>
        <translation>Saved to {file}; it was not opened.</translation>
    </message>
    <message>
        <source>已添加附件：{names}</source>
        <translation>Attached: {names}</translation>
    </message>
    <message>
        <source>已移除 {name}，原文仍保存，可以撤销。</source>
        <translation>Removed {name}; its bytes are kept and it can be put back.</translation>
    </message>
    <message>
        <source>把 {name} 的副本存到</source>
        <translation>Save a copy of {name} to</translation>
    </message>
    <message>
        <source>正在存副本</source>
        <translation>Saving a copy</translation>
    </message>
    <message>
        <source>正在添加附件</source>
        <translation>Attaching files</translation>
    </message>
</context>
<context>
    <name>Pdf</name>
    <message>
        <source>1&#x3000;运行 fieldaudit package verify 文件名.pdf，或用 PDF 阅读器查看签名面板；无需联网。</source>
        <translation>1  Run fieldaudit package verify FILE.pdf, or use a PDF reader&apos;s signature panel; no network needed.</translation>
    </message>
    <message>
        <source>2&#x3000;把密钥指纹与签名人单位登记的指纹逐位对照；不一致即不是本人的密钥。</source>
        <translation>2  Compare the fingerprint with the signer&apos;s organisation; any difference means another key.</translation>
    </message>
    <message>
        <source>3&#x3000;提取随附文件，计算 SHA-256 或 SM3（GB/T 32905-2016），与上表及 manifest.json 对照。</source>
        <translation>3  Extract the attached files; compare their SHA-256 or SM3 (GB/T 32905-2016) with the table.</translation>
    </message>
    <message>
        <source>95% 区间</source>
        <translation>95% interval</translation>
    </message>
    <message>
        <source>RSRP 分布（dBm，样本数）</source>
        <translation>RSRP distribution (dBm, samples)</translation>
    </message>
    <message>
        <source>{count} 个站点</source>
        <translation>{count} sites</translation>
    </message>
    <message>
        <source>{first} 至 {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{metres} 米</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>±{metres} 米</source>
        <translation>±{metres} m</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>上一版文件 SHA-256：{hash}</source>
        <translation>SHA-256 of the previous version: {hash}</translation>
    </message>
    <message>
        <source>不合格</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>不符合</source>
        <translation>Not conforming</translation>
    </message>
    <message>
        <source>不符合项</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>不符合项（{count}）</source>
        <translation>Findings ({count})</translation>
    </message>
    <message>
        <source>不能证明：持有密钥的人是谁（须由单位登记指纹担保）；签名的准确时间（取自签名电脑的时钟）。它不是由依法设立的电子认证机构担保的可靠电子签名，也不是法定电子印章。</source>
        <translation>It does not prove who holds the key (the organisation must vouch for the fingerprint), nor the exact time of signing (taken from the signer&apos;s clock). It is neither a reliable electronic signature backed by a licensed certification authority nor a statutory electronic seal.</translation>
    </message>
    <message>
        <source>不评判</source>
        <translation>Not judged</translation>
    </message>
    <message>
        <source>不达标</source>
        <translation>Poor</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>严重</source>
        <translation>Critical</translation>
    </message>
    <message>
        <source>严重 {critical} · 主要 {major} · 一般 {minor}</source>
        <translation>critical {critical} · major {major} · minor {minor}</translation>
    </message>
    <message>
        <source>主要</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>事后确认</source>
        <translation>Confirmed later</translation>
    </message>
    <message>
        <source>二维码为编号、版本与清单校验值，与校验页一致。</source>
        <translation>The QR code holds number, version and manifest hash, as on the verification page.</translation>
    </message>
    <message>
        <source>产权或开放方</source>
        <translation>Owner or grantor</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>位置示意图：站点和 {count} 张照片的位置，带比例尺和指北针</source>
        <translation>Position sketch: the site and {count} photos, with a scale bar and a north arrow</translation>
    </message>
    <message>
        <source>位置示意（不含底图）：＋ 站点，● 照片及编号，虚线为站点定位精度</source>
        <translation>Position sketch (no base map): + site, ● photos with their numbers, dashed: accuracy of the site&apos;s position</translation>
    </message>
    <message>
        <source>使用方</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>使用的限值</source>
        <translation>Limits used</translation>
    </message>
    <message>
        <source>例外</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>例外与更正</source>
        <translation>Exceptions and corrections</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>信息</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>修订与封签</source>
        <translation>Revisions and seals</translation>
    </message>
    <message>
        <source>公开版</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>公开版 已模糊处理</source>
        <translation>Public edition, blurred</translation>
    </message>
    <message>
        <source>公开版不列出</source>
        <translation>Not in the public edition</translation>
    </message>
    <message>
        <source>公开版不含人员和联系人、频率和台站参数、机房位置和光缆路由、照片原件、附件、测试记录原文和调查文件。</source>
        <translation>The public edition holds no people or contacts, no frequencies or station parameters, no places of equipment rooms or cable routes, no original photos, attached papers, logs or survey file.</translation>
    </message>
    <message>
        <source>公开版：照片整幅缩小并模糊，人脸和车牌不能辨认；位置取到小数点后 3 位（约 100 米）。</source>
        <translation>Public edition: photos are reduced and blurred so that faces and number plates cannot be recognised; positions have three decimals (about 100 m).</translation>
    </message>
    <message>
        <source>共 {asked} 项，{judged} 项已评判，其中 {failed} 项不符合。</source>
        <translation>{asked} items, {judged} judged, {failed} of them not conforming.</translation>
    </message>
    <message>
        <source>共享关系图：{relations}</source>
        <translation>Sharing diagram: {relations}</translation>
    </message>
    <message>
        <source>共建共享</source>
        <translation>Infrastructure sharing</translation>
    </message>
    <message>
        <source>其中损坏</source>
        <translation>Of those, damaged</translation>
    </message>
    <message>
        <source>内部</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>内部 · 邮寄版（照片已缩小）</source>
        <translation>Internal · e-mail edition (photos reduced)</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>判定</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>北</source>
        <translation>N</translation>
    </message>
    <message>
        <source>区间为 Wilson 95% 置信区间；栅格边长 {size} 米。</source>
        <translation>Intervals are Wilson 95% confidence intervals; grid squares of {size} m.</translation>
    </message>
    <message>
        <source>协议与期限</source>
        <translation>Agreement and term</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>原件 SHA-256 {hash}…</source>
        <translation>Original SHA-256 {hash}…</translation>
    </message>
    <message>
        <source>原始坐标</source>
        <translation>Original position</translation>
    </message>
    <message>
        <source>原文缺失或损坏</source>
        <translation>Original missing or damaged</translation>
    </message>
    <message>
        <source>取值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>另有 {count} 项见下表。</source>
        <translation>{count} more stand in the table below.</translation>
    </message>
    <message>
        <source>可靠程度</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>Conforming</translation>
    </message>
    <message>
        <source>合格 {good} · 未检查 {unchecked}</source>
        <translation>conforming {good} · not checked {unchecked}</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>含义</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>基本合格</source>
        <translation>Basically conforming</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>姓名或角色 · 单位</source>
        <translation>Name or role · organisation</translation>
    </message>
    <message>
        <source>字节</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>密钥 {fingerprint}…</source>
        <translation>Key {fingerprint}…</translation>
    </message>
    <message>
        <source>密钥指纹 SHA-256：{fingerprint}</source>
        <translation>Key fingerprint SHA-256: {fingerprint}</translation>
    </message>
    <message>
        <source>封签</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>封签与内容不符</source>
        <translation>Seal broken</translation>
    </message>
    <message>
        <source>封签的密钥未登记</source>
        <translation>Key not vouched for</translation>
    </message>
    <message>
        <source>封面</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>已封签</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>已拒收</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>已接收</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>已检查项</source>
        <translation>Items checked</translation>
    </message>
    <message>
        <source>已签</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>已签名</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>平均 RSRP</source>
        <translation>Mean RSRP</translation>
    </message>
    <message>
        <source>平均 SINR</source>
        <translation>Mean SINR</translation>
    </message>
    <message>
        <source>应 {expected}</source>
        <translation>of {expected}</translation>
    </message>
    <message>
        <source>应 {expected}，已清除 {purged}</source>
        <translation>of {expected}, {purged} purged</translation>
    </message>
    <message>
        <source>应有 {expected} 张 · 损坏 {damaged} 张</source>
        <translation>expected {expected} · damaged {damaged}</translation>
    </message>
    <message>
        <source>当前修订</source>
        <translation>Current revision</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>待复查拍摄</source>
        <translation>To be taken at the follow-up</translation>
    </message>
    <message>
        <source>待签</source>
        <translation>To be signed</translation>
    </message>
    <message>
        <source>徽标</source>
        <translation>Emblem</translation>
    </message>
    <message>
        <source>怎样核验</source>
        <translation>How to verify</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Comments</translation>
    </message>
    <message>
        <source>成果签署</source>
        <translation>Signatures of this package</translation>
    </message>
    <message>
        <source>拒签</source>
        <translation>Refused to sign</translation>
    </message>
    <message>
        <source>拒签原因：{reason}</source>
        <translation>Reason for refusal: {reason}</translation>
    </message>
    <message>
        <source>拒签：{part}&#x3000;{unit}&#x3000;{role}</source>
        <translation>Refused to sign: {part}  {unit}  {role}</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>数据来源与口径</source>
        <translation>Sources and rules</translation>
    </message>
    <message>
        <source>数量不符</source>
        <translation>Not balanced</translation>
    </message>
    <message>
        <source>数量相符</source>
        <translation>Balanced</translation>
    </message>
    <message>
        <source>整改</source>
        <translation>Rectification</translation>
    </message>
    <message>
        <source>整改前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>整改后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>整改期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>整次检查</source>
        <translation>Whole visit</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>无法进入</source>
        <translation>No access</translation>
    </message>
    <message>
        <source>日志 {name} · SHA-256 {hash}…</source>
        <translation>Log {name} · SHA-256 {hash}…</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>更正说明：{text}</source>
        <translation>Correction: {text}</translation>
    </message>
    <message>
        <source>未决冲突</source>
        <translation>Open conflicts</translation>
    </message>
    <message>
        <source>未填写</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>未封签</source>
        <translation>Not sealed</translation>
    </message>
    <message>
        <source>未检查</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>未检查 {unchecked} · 不适用 {excluded}</source>
        <translation>not checked {unchecked} · not applicable {excluded}</translation>
    </message>
    <message>
        <source>未采用 {rejected} 行</source>
        <translation>{rejected} rows not used</translation>
    </message>
    <message>
        <source>本文件在 {time} 由 {name}（{place}）签名。密钥 {algorithm}，摘要 SHA-256，格式 PAdES。</source>
        <translation>This file was signed by {name} ({place}) on {time}. Key {algorithm}, digest SHA-256, form PAdES.</translation>
    </message>
    <message>
        <source>本文件没有电子签名，不能证明来源，也不能发现改动。</source>
        <translation>This file is not signed: it proves no origin, and changes cannot be found.</translation>
    </message>
    <message>
        <source>本版说明</source>
        <translation>About this edition</translation>
    </message>
    <message>
        <source>本记录为检查/核查记录，一式两份，一份交受检单位。记录不含居民姓名、电话和证件号码；签名只用于证明记录的来源与完整。</source>
        <translation>This is an audit record in two copies, one for the inspected party. It holds no names, phone numbers or identity numbers of residents; signatures only prove where the record comes from and that it is complete.</translation>
    </message>
    <message>
        <source>栅格图：{count} 个栅格，{good} 个达标</source>
        <translation>Grid map: {count} cells, {good} of them good</translation>
    </message>
    <message>
        <source>栅格达标</source>
        <translation>Good squares</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>校验页</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>样本</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>样本不足</source>
        <translation>Too few samples</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>检查/核查记录</source>
        <translation>Audit record</translation>
    </message>
    <message>
        <source>检查人</source>
        <translation>Inspectors</translation>
    </message>
    <message>
        <source>检查日期</source>
        <translation>Date of visit</translation>
    </message>
    <message>
        <source>检查类型</source>
        <translation>Type of visit</translation>
    </message>
    <message>
        <source>检查表</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>检查表与规则</source>
        <translation>Checklists and rules</translation>
    </message>
    <message>
        <source>检查表逐项结果</source>
        <translation>Checklist results, item by item</translation>
    </message>
    <message>
        <source>检查项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>没有不符合项。</source>
        <translation>There are no findings.</translation>
    </message>
    <message>
        <source>没有位置</source>
        <translation>No position</translation>
    </message>
    <message>
        <source>没有拍摄时间</source>
        <translation>Time not known</translation>
    </message>
    <message>
        <source>没有评判任何检查项，不能据此认为合格。</source>
        <translation>No item was judged, so this does not mean that the site conforms.</translation>
    </message>
    <message>
        <source>注意：{warnings}</source>
        <translation>Note: {warnings}</translation>
    </message>
    <message>
        <source>涉密或禁拍区域，不印位置和照片</source>
        <translation>Restricted area: position and photos are not printed</translation>
    </message>
    <message>
        <source>清单 SHA-256</source>
        <translation>Manifest SHA-256</translation>
    </message>
    <message>
        <source>清单 SHA-256 {hash}…</source>
        <translation>Manifest SHA-256 {hash}…</translation>
    </message>
    <message>
        <source>清单：列出上述文件</source>
        <translation>Manifest: lists the files above</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>照片 {number}</source>
        <translation>Photo {number}</translation>
    </message>
    <message>
        <source>照片和附件</source>
        <translation>Photos and papers</translation>
    </message>
    <message>
        <source>照片损坏</source>
        <translation>Damaged photos</translation>
    </message>
    <message>
        <source>照片附录（{count} 张）</source>
        <translation>Photo appendix ({count})</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>现场已核实</source>
        <translation>Seen on site</translation>
    </message>
    <message>
        <source>现场未核实</source>
        <translation>Not seen on site</translation>
    </message>
    <message>
        <source>现场确认</source>
        <translation>Confirmation on site</translation>
    </message>
    <message>
        <source>生成时间</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>生成软件：{software}。</source>
        <translation>Made with {software}.</translation>
    </message>
    <message>
        <source>电子签名</source>
        <translation>Digitally signed</translation>
    </message>
    <message>
        <source>盖章处</source>
        <translation>Official seal</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirmation</translation>
    </message>
    <message>
        <source>站点</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>站点与检查</source>
        <translation>Site and visit</translation>
    </message>
    <message>
        <source>符合</source>
        <translation>Conforming</translation>
    </message>
    <message>
        <source>符合 {conforming} · 不符合 {failed} · 不评判 {not_judged} · 不适用 {not_applicable} · 未检查 {not_checked} · 无法进入 {no_access} · 未填写 {unanswered}</source>
        <translation>Conforming {conforming} · not conforming {failed} · not judged {not_judged} · not applicable {not_applicable} · not checked {not_checked} · no access {no_access} · not answered {unanswered}</translation>
    </message>
    <message>
        <source>符合率</source>
        <translation>Share conforming</translation>
    </message>
    <message>
        <source>第 {page} / {pages} 页</source>
        <translation>Page {page} / {pages}</translation>
    </message>
    <message>
        <source>第 {version} 版</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>签署</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>结论分布：{counts}</source>
        <translation>Conclusions: {counts}</translation>
    </message>
    <message>
        <source>结论：不合格</source>
        <translation>Conclusion: failed</translation>
    </message>
    <message>
        <source>结论：合格</source>
        <translation>Conclusion: conforming</translation>
    </message>
    <message>
        <source>结论：基本合格</source>
        <translation>Conclusion: basically conforming</translation>
    </message>
    <message>
        <source>结论：未检查</source>
        <translation>Conclusion: not checked</translation>
    </message>
    <message>
        <source>结论：需要整改</source>
        <translation>Conclusion: rectification required</translation>
    </message>
    <message>
        <source>编制人</source>
        <translation>Prepared by</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>能证明：签名之后文件一个字节也没有改动；各次签名是否出自同一把密钥。</source>
        <translation>It proves that not one byte was changed after signing, and whether signatures come from the same key.</translation>
    </message>
    <message>
        <source>自制密钥能证明什么</source>
        <translation>What a self-made key proves</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>草稿 DRAFT</source>
        <translation>DRAFT</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Subdistrict</translation>
    </message>
    <message>
        <source>街道和专班的后续签名追加在文件末尾，不影响先前的签名。</source>
        <translation>Later signatures of the subdistrict and the task force office are added at the end and leave earlier ones valid.</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>覆盖测试</source>
        <translation>Coverage tests</translation>
    </message>
    <message>
        <source>见证人：{witness}</source>
        <translation>Witness: {witness}</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>设施</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>证书有效至 {date}，由 {issuer} 签发。</source>
        <translation>The certificate is valid until {date} and was issued by {issuer}.</translation>
    </message>
    <message>
        <source>证书有效至 {date}，由签名人自行制作。</source>
        <translation>The certificate is valid until {date} and was made by the signer.</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>责任单位与期限</source>
        <translation>Responsible, due</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>达标</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>达标栅格</source>
        <translation>Good squares on the ground</translation>
    </message>
    <message>
        <source>达标率</source>
        <translation>Share of good</translation>
    </message>
    <message>
        <source>运营商 · 制式</source>
        <translation>Operator · technology</translation>
    </message>
    <message>
        <source>进入情况</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>邮寄版：照片重新编码，最长边不超过 {edge} 像素，JPEG 质量 {quality}；原件保存在调查文件中，其 SHA-256 印在照片下方。</source>
        <translation>E-mail edition: photos were re-encoded, longest edge at most {edge} pixels, JPEG quality {quality}; the originals stay in the survey file, and their SHA-256 is printed below each photo.</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>附件清单（{count} 份）</source>
        <translation>Attached papers ({count})</translation>
    </message>
    <message>
        <source>限值</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>限值 {limit} dBm</source>
        <translation>Limit {limit} dBm</translation>
    </message>
    <message>
        <source>限值与依据</source>
        <translation>Limit and clause</translation>
    </message>
    <message>
        <source>陪同单位</source>
        <translation>Accompanied by</translation>
    </message>
    <message>
        <source>随附文件（{count}）</source>
        <translation>Attached files ({count})</translation>
    </message>
    <message>
        <source>需要整改或不合格</source>
        <translation>Rectification or failed</translation>
    </message>
    <message>
        <source>页</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>页面所依据的数据</source>
        <translation>The data behind the pages</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>成果页面</source>
        <translation>Package page</translation>
    </message>
    <message>
        <source>编制或核验一份成果后，在这里翻看它的页面。</source>
        <translation>Make or verify a package to see its pages here.</translation>
    </message>
    <message>
        <source>还没有页面</source>
        <translation>No pages yet</translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>填写的内容记在谁的名下。密钥在这次使用中保持打开，久不使用会自动锁上。还没有身份文件，请从菜单新建。</source>
        <translation>Your answers are kept under this name. The key stays open while you work and locks itself after a while without use. If you have no identity file yet, make one from the menu.</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>密钥已锁上；下次签名要输密码。</source>
        <translation>The keys are locked; the next signature asks for the password.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开身份</source>
        <translation>Open identity</translation>
    </message>
    <message>
        <source>打开身份文件…</source>
        <translation>Open identity file…</translation>
    </message>
    <message>
        <source>换人…</source>
        <translation>Change person…</translation>
    </message>
    <message>
        <source>新建身份…</source>
        <translation>New identity…</translation>
    </message>
    <message>
        <source>未选择身份</source>
        <translation>No identity</translation>
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
        <source>现在由 {name} 填写。</source>
        <translation>Answers are now kept under {name}.</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>语言在下次启动时生效。</source>
        <translation>The language changes at the next start.</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Same as system</translation>
    </message>
    <message>
        <source>身份与信任…</source>
        <translation>Identities and trust…</translation>
    </message>
    <message>
        <source>锁上密钥</source>
        <translation>Lock the keys</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>已签名的检查和只读的文件不能改照片</source>
        <translation>Photos of a signed visit or a read-only file cannot be changed</translation>
    </message>
    <message>
        <source>文件时间</source>
        <translation>file time</translation>
    </message>
    <message>
        <source>照片自带时间</source>
        <translation>time in the photo</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>说明…</source>
        <translation>Caption…</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>已签名的检查和只读的文件不能增减照片</source>
        <translation>A signed visit or a read-only file takes and loses no photos</translation>
    </message>
    <message>
        <source>撤销移除 {name}</source>
        <translation>Undo removing {name}</translation>
    </message>
    <message>
        <source>查看大图</source>
        <translation>Look at it large</translation>
    </message>
    <message>
        <source>添加照片</source>
        <translation>Add photos</translation>
    </message>
    <message>
        <source>添加照片…</source>
        <translation>Add photos…</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>照片 {name}</source>
        <translation>Photo {name}</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>缺失</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>说明…</source>
        <translation>Caption…</translation>
    </message>
    <message>
        <source>选择照片，或拖到这里</source>
        <translation>Choose photos or drop them here</translation>
    </message>
</context>
<context>
    <name>Photographing</name>
    <message>
        <source>另有 {count} 张。</source>
        <translation>And {count} more.</translation>
    </message>
    <message>
        <source>已停止，没有加入照片。</source>
        <translation>Stopped; no photos were added.</translation>
    </message>
    <message>
        <source>已加入照片 {count} 张。</source>
        <translation>Photos added: {count}.</translation>
    </message>
    <message>
        <source>已移除照片 {name}，原图仍保存，可以撤销。</source>
        <translation>Photo {name} removed; its original is kept, and it can be undone.</translation>
    </message>
    <message>
        <source>正在导入照片</source>
        <translation>Importing photos</translation>
    </message>
    <message>
        <source>没有加入 {count} 张：</source>
        <translation>{count} not added:</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>仍在这里工作</source>
        <translation>Work here anyway</translation>
    </message>
    <message>
        <source>副本放在 {folder}。做完后用「移交…」把结果写回原处，两份都不会丢。</source>
        <translation>The copy goes to {folder}. When you are done, Hand over… writes the result back to where the file came from; neither is lost.</translation>
    </message>
    <message>
        <source>只读打开</source>
        <translation>Open read-only</translation>
    </message>
    <message>
        <source>在本机副本上工作，再移交</source>
        <translation>Work on a local copy and hand over</translation>
    </message>
    <message>
        <source>正在复制到本机</source>
        <translation>Copying to this machine</translation>
    </message>
    <message>
        <source>这个文件放在不宜直接工作的地方</source>
        <translation>This is not a safe place to work in</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>在本机副本上工作：{file}</source>
        <translation>Working on the local copy: {file}</translation>
    </message>
</context>
<context>
    <name>PointEditor</name>
    <message>
        <source>精度 (米)</source>
        <translation>Accuracy (m)</translation>
    </message>
    <message>
        <source>纬度</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>经度</source>
        <translation>Longitude</translation>
    </message>
</context>
<context>
    <name>PurgeDialog</name>
    <message>
        <source>依据</source>
        <translation>By which rule</translation>
    </message>
    <message>
        <source>早于</source>
        <translation>Taken before</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Purge</translation>
    </message>
    <message>
        <source>清除该日期之前拍摄的照片原文，无法找回；校验值和记录保留，成果仍可核验为「已按规定清除」。备份和交出的文件里的不受影响。</source>
        <translation>Removes the originals of photos taken before this day; they cannot be brought back. Hashes and records stay, so a package still verifies as purged by rule. Copies in backups and handed-over files are not touched.</translation>
    </message>
    <message>
        <source>清除超期照片</source>
        <translation>Purge photos past their keeping</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>↪ 由旧版的 {name} 带入，请核对</source>
        <translation>↪ Carried over from {name} of the old version; check it</translation>
    </message>
    <message>
        <source>ⓘ 为什么</source>
        <translation>ⓘ Why</translation>
    </message>
    <message>
        <source>不符合时拍照</source>
        <translation>photo if not conforming</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>原因（必填）</source>
        <translation>Reason (required)</translation>
    </message>
    <message>
        <source>合格 {limit}</source>
        <translation>Limit {limit}</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>photo</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>ResultDialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>写明哪里要改，巡查员会看到。</source>
        <translation>Say what has to be changed; the inspector will see it.</translation>
    </message>
    <message>
        <source>已保存为一次修订。</source>
        <translation>Saved as a revision.</translation>
    </message>
    <message>
        <source>已接收，可以进入成果。</source>
        <translation>Accepted; it can go into a package.</translation>
    </message>
    <message>
        <source>已签名并封签。</source>
        <translation>Signed and sealed.</translation>
    </message>
    <message>
        <source>已退回。</source>
        <translation>Returned.</translation>
    </message>
    <message>
        <source>正在签名</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>没有新的内容要保存。</source>
        <translation>There is nothing new to save.</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>签名后内容由封签固定；以后的更正要写明理由。</source>
        <translation>Signing seals the content; later corrections need a reason.</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>全部记录</source>
        <translation>All records</translation>
    </message>
    <message>
        <source>全部题目</source>
        <translation>All questions</translation>
    </message>
    <message>
        <source>按规则决定</source>
        <translation>Decide by rule</translation>
    </message>
    <message>
        <source>每个决定都写成一条记录，写明规则和理由，可以逐条撤回。规则没有结论的仍留给人。</source>
        <translation>Each decision is recorded with the rule and the reason and can be taken back singly. What the rule has no word on is left to people.</translation>
    </message>
    <message>
        <source>涉及 {count} 个冲突。</source>
        <translation>{count} conflicts are concerned.</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>采信谁</source>
        <translation>Whom</translation>
    </message>
    <message>
        <source>题目</source>
        <translation>Question</translation>
    </message>
</context>
<context>
    <name>SavedState</name>
    <message>
        <source>已保存 {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving…</translation>
    </message>
</context>
<context>
    <name>SectionView</name>
    <message>
        <source>再加一项：{title}</source>
        <translation>Add another: {title}</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>移除第 {number} 项</source>
        <translation>Remove number {number}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>备份文件夹</source>
        <translation>Backup folder</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>密钥介质的驱动库</source>
        <translation>Library of the token</translation>
    </message>
    <message>
        <source>封面标志</source>
        <translation>Emblem on the cover</translation>
    </message>
    <message>
        <source>时间戳服务</source>
        <translation>Timestamp server</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recently opened</translation>
    </message>
    <message>
        <source>用过的身份</source>
        <translation>Identities used here</translation>
    </message>
    <message>
        <source>签名或印章图像</source>
        <translation>Picture of signature or seal</translation>
    </message>
    <message>
        <source>签名身份文件</source>
        <translation>Signing identity file</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>请求时间戳</source>
        <translation>Ask for a timestamp</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>冲突重新打开，原来的决定留在历史里。</source>
        <translation>The conflict opens again; the decision stays in the history.</translation>
    </message>
    <message>
        <source>已停止，什么也没有决定。</source>
        <translation>Stopped; nothing was decided.</translation>
    </message>
    <message>
        <source>已关联为同一地点，两条记录都保留。</source>
        <translation>Linked as one place. Both records stay.</translation>
    </message>
    <message>
        <source>已决定，并写入记录。</source>
        <translation>Decided and recorded.</translation>
    </message>
    <message>
        <source>已撤回，冲突重新打开。</source>
        <translation>Taken back. The conflict is open again.</translation>
    </message>
    <message>
        <source>已记下是两个地点，不再提示。</source>
        <translation>Noted as two places. It is not asked again.</translation>
    </message>
    <message>
        <source>按规则决定了 {count} 个，仍未决 {left} 个。</source>
        <translation>The rule decided {count}; {left} are still open.</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>撤回决定</source>
        <translation>Take a decision back</translation>
    </message>
    <message>
        <source>正在按规则决定</source>
        <translation>Deciding by rule</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>已答 {answered}/{asked}</source>
        <translation>Answered {answered}/{asked}</translation>
    </message>
    <message>
        <source>暂定结论 {word}</source>
        <translation>So far: {word}</translation>
    </message>
    <message>
        <source>结论 {word}</source>
        <translation>Conclusion: {word}</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>↩ 退回意见：{reason}</source>
        <translation>↩ Returned: {reason}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>只读</source>
        <translation>read-only</translation>
    </message>
    <message>
        <source>接收</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>签名…</source>
        <translation>Sign…</translation>
    </message>
    <message>
        <source>返回列表</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>退回…</source>
        <translation>Return…</translation>
    </message>
    <message>
        <source>问题和照片</source>
        <translation>Problems and photos</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>其他附件 {count}</source>
        <translation>Other files {count}</translation>
    </message>
    <message>
        <source>整次检查的附件</source>
        <translation>Files of the whole visit</translation>
    </message>
    <message>
        <source>照片 {there}/{all}</source>
        <translation>Photos {there}/{all}</translation>
    </message>
    <message>
        <source>问题和未填</source>
        <translation>Problems and open items</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>已解锁，不必再输密码；闲置 {minutes} 分钟或关闭窗口即锁上。</source>
        <translation>Unlocked, no password needed; locked after {minutes} idle minutes or when the window closes.</translation>
    </message>
    <message>
        <source>身份文件</source>
        <translation>Identity file</translation>
    </message>
    <message>
        <source>身份文件 (*.p12 *.pfx *.token)</source>
        <translation>Identity file (*.p12 *.pfx *.token)</translation>
    </message>
</context>
<context>
    <name>SitesPage</name>
    <message>
        <source>从表格导入站点台账：编码、名称、类型、街道、经纬度。</source>
        <translation>Import the register of sites from a table: code, name, kind, subdistrict, latitude and longitude.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>坐标 (WGS-84)</source>
        <translation>Position (WGS-84)</translation>
    </message>
    <message>
        <source>导入站点</source>
        <translation>Import sites</translation>
    </message>
    <message>
        <source>导入站点…</source>
        <translation>Import sites…</translation>
    </message>
    <message>
        <source>导入站点：共 {taken}，新增 {new}，已有 {known}，拒绝 {refused}。</source>
        <translation>Sites imported: {taken} in all, {new} new, {known} known, {refused} refused.</translation>
    </message>
    <message>
        <source>开始检查</source>
        <translation>Start visit</translation>
    </message>
    <message>
        <source>站点</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>表格 (*.csv *.xlsx)</source>
        <translation>Tables (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>要检查的地方。双击一行开始检查。</source>
        <translation>The places to visit. Double-click a row to start a visit.</translation>
    </message>
    <message>
        <source>还没有站点</source>
        <translation>No sites yet</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>外业检查：填写、取证、合并，移交签名的成果包。全部在本机完成，不联网。</source>
        <translation>Field audits: visits, evidence, merging, signed packages. All offline.</translation>
    </message>
    <message>
        <source>打开调查文件</source>
        <translation>Open survey file</translation>
    </message>
    <message>
        <source>打开调查文件…</source>
        <translation>Open survey file…</translation>
    </message>
    <message>
        <source>新建…</source>
        <translation>New…</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recently opened</translation>
    </message>
    <message>
        <source>正在生成示例…</source>
        <translation>Making the example…</translation>
    </message>
    <message>
        <source>生成示例</source>
        <translation>Make the example</translation>
    </message>
    <message>
        <source>看示例</source>
        <translation>See an example</translation>
    </message>
    <message>
        <source>示例放在哪个文件夹</source>
        <translation>Folder for the example</translation>
    </message>
    <message>
        <source>示例身份的密码是 {password}。</source>
        <translation>The password of the example identities is {password}.</translation>
    </message>
    <message>
        <source>调查文件 (*.gpkg)</source>
        <translation>Survey files (*.gpkg)</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>正在停止…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>SurveyCare</name>
    <message>
        <source>{name}（密钥未经作保）</source>
        <translation>{name} (nobody vouches for the key)</translation>
    </message>
    <message>
        <source>全部检查和照片都已送达。</source>
        <translation>All visits and photos have arrived.</translation>
    </message>
    <message>
        <source>发现 {count} 个问题。没有改动文件；可以从备份恢复，或救出完好的内容。</source>
        <translation>{count} problems were found. The file was not changed; restore a backup, or rescue what is whole.</translation>
    </message>
    <message>
        <source>回执 (*.json)</source>
        <translation>Receipts (*.json)</translation>
    </message>
    <message>
        <source>工作专班的回执</source>
        <translation>Receipt of the task force</translation>
    </message>
    <message>
        <source>已停止，什么也没有写入。</source>
        <translation>Stopped. Nothing was written.</translation>
    </message>
    <message>
        <source>已写入 {file}：修订 {revisions}，照片和附件 {present} 应 {expected}，未保存的填写 {drafts}；至少遗失修订 {lost}。</source>
        <translation>{file} was written: {revisions} revisions, {present} of {expected} photos and papers, {drafts} values not saved yet; at least {lost} revisions are lost.</translation>
    </message>
    <message>
        <source>已清除 {originals} 份原文，涉及 {photos} 张照片；校验值和记录都保留。</source>
        <translation>{originals} originals of {photos} photos were removed; hashes and records stay.</translation>
    </message>
    <message>
        <source>已由修订重建 {count} 条记录。</source>
        <translation>{count} records were rebuilt from the revisions.</translation>
    </message>
    <message>
        <source>损坏的调查文件</source>
        <translation>Damaged survey file</translation>
    </message>
    <message>
        <source>救出损坏的文件</source>
        <translation>Rescue a damaged file</translation>
    </message>
    <message>
        <source>救出的内容写到</source>
        <translation>Write what is rescued to</translation>
    </message>
    <message>
        <source>文件完整，没有发现问题。</source>
        <translation>The file is whole. No problems were found.</translation>
    </message>
    <message>
        <source>核对回执</source>
        <translation>Check a receipt</translation>
    </message>
    <message>
        <source>检查 {arrived} 应 {count}</source>
        <translation>Visits: {arrived} of {count}</translation>
    </message>
    <message>
        <source>检查文件完整性</source>
        <translation>Check the file</translation>
    </message>
    <message>
        <source>正在救出</source>
        <translation>Rescuing</translation>
    </message>
    <message>
        <source>正在检查文件</source>
        <translation>Checking the file</translation>
    </message>
    <message>
        <source>正在清除照片</source>
        <translation>Purging photos</translation>
    </message>
    <message>
        <source>正在重建</source>
        <translation>Rebuilding</translation>
    </message>
    <message>
        <source>没有全部送达，请保留本机文件，重新移交。</source>
        <translation>Not everything arrived. Keep the file on this machine and hand it over again.</translation>
    </message>
    <message>
        <source>没有签名</source>
        <translation>not signed</translation>
    </message>
    <message>
        <source>没有送达：{codes}</source>
        <translation>Not arrived: {codes}</translation>
    </message>
    <message>
        <source>清除超期照片</source>
        <translation>Purge photos past their keeping</translation>
    </message>
    <message>
        <source>照片 {arrived} 应 {count}</source>
        <translation>Photos: {arrived} of {count}</translation>
    </message>
    <message>
        <source>调查文件 (*.gpkg)</source>
        <translation>Survey files (*.gpkg)</translation>
    </message>
    <message>
        <source>送达后又有修改：{codes}</source>
        <translation>Changed since: {codes}</translation>
    </message>
</context>
<context>
    <name>SurveyMenu</name>
    <message>
        <source>备份与恢复…</source>
        <translation>Backups and restoring…</translation>
    </message>
    <message>
        <source>打开调查文件</source>
        <translation>Open survey file</translation>
    </message>
    <message>
        <source>打开调查文件…</source>
        <translation>Open survey file…</translation>
    </message>
    <message>
        <source>救出损坏的文件…</source>
        <translation>Rescue a damaged file…</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recently opened</translation>
    </message>
    <message>
        <source>核对回执…</source>
        <translation>Check a receipt…</translation>
    </message>
    <message>
        <source>检查文件完整性</source>
        <translation>Check the file</translation>
    </message>
    <message>
        <source>清除超期照片…</source>
        <translation>Purge photos past their keeping…</translation>
    </message>
    <message>
        <source>移交…</source>
        <translation>Hand over…</translation>
    </message>
    <message>
        <source>调查文件 (*.gpkg)</source>
        <translation>Survey files (*.gpkg)</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>重建派生数据</source>
        <translation>Rebuild derived data</translation>
    </message>
</context>
<context>
    <name>SwitchDialog</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>换人</source>
        <translation>Change person</translation>
    </message>
    <message>
        <source>选择姓名，输入密码。前一位的密钥随即锁上。</source>
        <translation>Choose a name and type the password. The key of the person before is locked at once.</translation>
    </message>
</context>
<context>
    <name>TaskForm</name>
    <message>
        <source>{file} 已经存在，请换一个名字。</source>
        <translation>{file} exists already; choose another name.</translation>
    </message>
    <message>
        <source>两次输入的新密码不一样。</source>
        <translation>The two new passwords differ.</translation>
    </message>
    <message>
        <source>没有文件 {file}。</source>
        <translation>There is no file {file}.</translation>
    </message>
    <message>
        <source>没有文件夹 {folder}。</source>
        <translation>There is no folder {folder}.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>搜索站点、地址、编码、答案…  Ctrl+K</source>
        <translation>Search sites, addresses, codes, answers…  Ctrl+K</translation>
    </message>
    <message>
        <source>调查文件</source>
        <translation>Survey file</translation>
    </message>
</context>
<context>
    <name>VerdictView</name>
    <message>
        <source>? 密钥未登记</source>
        <translation>? Key not vouched for</translation>
    </message>
    <message>
        <source>… 另有 {count} 处</source>
        <translation>… and {count} more</translation>
    </message>
    <message>
        <source>✓ 密钥已登记</source>
        <translation>✓ Key vouched for</translation>
    </message>
    <message>
        <source>✗ 签名与内容不符</source>
        <translation>✗ Signature does not match</translation>
    </message>
    <message>
        <source>密钥 {key}</source>
        <translation>Key {key}</translation>
    </message>
    <message>
        <source>签名：{facts}</source>
        <translation>Signature: {facts}</translation>
    </message>
    <message>
        <source>编号 {number} · 第 {version} 版 · {pages} 页</source>
        <translation>No. {number} · version {version} · {pages} pages</translation>
    </message>
</context>
<context>
    <name>VerifiedList</name>
    <message>
        <source>核验过的文件</source>
        <translation>Verified files</translation>
    </message>
</context>
<context>
    <name>VisitList</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>按待办</source>
        <translation>By next step</translation>
    </message>
    <message>
        <source>按检查人</source>
        <translation>By inspector</translation>
    </message>
    <message>
        <source>按编码</source>
        <translation>By code</translation>
    </message>
    <message>
        <source>按街道</source>
        <translation>By street</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>最新在前</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message>
        <source>从站点台账选一个地方，开始第一次检查。</source>
        <translation>Choose a place from the register of sites and start the first visit.</translation>
    </message>
    <message>
        <source>去站点</source>
        <translation>Go to sites</translation>
    </message>
    <message>
        <source>还没有检查</source>
        <translation>No visits yet</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>{label}：未填写</source>
        <translation>{label}: not answered</translation>
    </message>
    <message>
        <source>{why}，因为要求：{detail}</source>
        <translation>{why}, because the rule is: {detail}</translation>
    </message>
    <message>
        <source>{why}，由上一级的条件决定：{detail}</source>
        <translation>{why}, by a condition further up: {detail}</translation>
    </message>
    <message>
        <source>{why}：总是如此</source>
        <translation>{why}: always</translation>
    </message>
    <message>
        <source>仪器：{text}</source>
        <translation>Instrument: {text}</translation>
    </message>
    <message>
        <source>依据：{text}</source>
        <translation>Clause: {text}</translation>
    </message>
    <message>
        <source>没有规则限制这一项：照常显示，不必填。</source>
        <translation>No rule is at work on this item: it is shown and not required.</translation>
    </message>
    <message>
        <source>阈值 {name} = {value}</source>
        <translation>Limit {name} = {value}</translation>
    </message>
    <message>
        <source>阈值 {name} 没有设定</source>
        <translation>Limit {name} is not set</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>成果</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>检查表</source>
        <translation>Checklists</translation>
    </message>
    <message>
        <source>概览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>站点</source>
        <translation>Sites</translation>
    </message>
</context>
</TS>
