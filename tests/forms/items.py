"""The items that the bundled checklists must ask: identifier, severity, photo rule, wording."""

ITEMS = """
COM-01;C;-;站点编码;Site code
COM-02;M;-;站点名称;Site name
COM-03;M;-;所属街道;Street
COM-04;M;-;到达/离开时间;Start / end
COM-05;M;-;检查人员;Inspectors
COM-06;m;-;陪同单位及角色;Accompanying unit, role
COM-07;M;-;检查类型;Visit type
COM-08;M;-;检查位置;Position
COM-09;m;-;定位来源与精度;Fix source, accuracy
COM-10;M;M;全景照片;Overview photo
COM-11;i;F;进入情况;Access result
COM-12;M;-;未能进入原因;Reason
COM-13;M;M;上次问题整改情况;Previous findings closed
COM-14;i;-;涉密/禁拍区域;Restricted-photo area present
COM-15;M;-;检查结论;Conclusion
COM-16;M;F;双方确认;Acknowledgement
RES-01;i;-;小区类型;Type
RES-02;i;-;竣工年份;Year completed
RES-03;m;-;小区边界;Boundary
RES-04;i;-;楼栋数/单元数;Buildings / units
RES-05;M;-;总户数;Households
RES-06;M;-;已进驻运营商;Operators present
RES-07;C;F;各运营商平等接入、无排他协议;Equal access, no exclusivity
RES-08;M;F;无进场费/违规加价收费;No entry fee or marked-up power
RES-09;M;-;各运营商千兆覆盖户数;Gigabit homes per operator
RES-10;M;-;千兆覆盖户数(去重);De-duplicated
RES-11;M;-;上联PON制式;PON type per operator
RES-12;M;-;服务本小区10G端口数/PON端口总数;10G ports / all ports
RES-13;m;-;分光比;Total split
RES-14;C;F;已采用光纤到户;FTTH built
RES-15;C;F;通信设施与小区同步建设验收;Built and accepted with project
RES-16;M;M;设备间/电信间已设置;Equipment/telecom room provided
RES-17;m;-;设备间面积;Room area
RES-18;M;F;满足≥3家接入空间;Space for ≥3 operators
RES-19;M;F;机房防水/防火/门锁完好、无杂物;Room dry, fire-safe, locked, clear
RES-20;M;M;光交箱完好、锁闭、接地;Cross-connect cabinet sound
RES-21;m;F;分纤箱/光缆标识清晰;Boxes and cables labelled
RES-22;M;M;楼道线缆规整、无飞线;No stray aerial drops
RES-23;m;-;配线区户数≤300/光交≤120;Distribution area size
RES-24;m;-;地下管道备用管孔≥1;Spare duct
RES-25;m;F;家居配线箱位置/电源具备;Home box and power
RES-26;M;M;ONU接收光功率;ONU Rx
RES-27;M;M;用户光缆链路衰减;Link loss
RES-28;m;-;家庭网关能力;Gateway
RES-29;i;-;签约速率;Subscribed
RES-30;M;M;有线下行/上行/时延;Wired DL/UL/ping
RES-31;M;-;室外5G覆盖达标率;Outdoor 5G good ratio per operator
RES-32;M;M;地下车库信号可用;Car-park coverage
RES-33;M;-;电梯信号可用;Lift coverage
RES-34;m;M;小区内站点共享情况;Sharing relations
RES-35;m;F;需ODN改造(老旧小区);ODN upgrade needed
RES-36;i;-;居民/物业反映问题;Complaints
PRK-01;i;-;园区类型;Type
PRK-02;m;-;园区边界/面积;Boundary
PRK-03;i;-;入驻企业数/规上企业数;Tenants / above-scale
PRK-04;M;-;进驻运营商;Operators
PRK-05;C;F;平等开放、无排他协议;Equal opening, no exclusivity
PRK-06;M;M;醒目公布资费与投诉电话;Prices and complaint numbers posted
PRK-07;M;F;无强制指定服务/转售加价;No forced service or mark-up
PRK-08;C;F;光纤到用户单元;Fibre to user unit
PRK-09;C;F;通信设施同步建设;Built with project
PRK-10;m;M;用户接入点位置;Access point location
PRK-11;M;M;光纤链路衰减;Link loss
PRK-12;M;-;千兆接入企业数;Tenants with gigabit line
PRK-13;M;-;10G-PON端口/PON总数;Ports
PRK-14;i;-;工业PON/OTN专线;Industrial PON / OTN
PRK-15;m;F;双路由光缆;Two diverse fibre routes
PRK-16;M;-;室外5G达标率(分运营商);Outdoor 5G ratio
PRK-17;M;M;下行/上行速率;DL / UL
PRK-18;M;F;厂房/楼内5G覆盖;Indoor 5G
PRK-19;i;-;室分/微站数量;DAS / small cells
PRK-20;M;-;园区内5G基站数;5G stations inside
PRK-21;i;M;5G/千兆虚拟专网;Private network
PRK-22;m;-;专网模式;Mode
PRK-23;m;F;MEC/UPF下沉;MEC / local UPF
PRK-24;M;-;敏感数据本地化;Sensitive data kept local
PRK-25;M;F;5G通信网络定级备案;Grading filed
PRK-26;M;F;安全制度/风险评估/应急;Policy, risk assessment, drill
PRK-27;m;-;IPv6/IPv6+支持;IPv6 / IPv6+
PRK-28;m;F;管孔/桥架余量;Spare duct/tray
PRK-29;M;F;机房/电力保障;Room and dual power
PRK-30;m;M;路灯杆/屋面可开放资源;Poles/roofs open for sharing
PRK-31;m;M;共享关系;Sharing relations
PRK-32;i;M;应用案例线索;Case lead
PRK-33;i;-;双千兆示范产业园;Demo park candidate
PRK-34;i;-;企业反映问题;Complaints
BTS-01;M;M;铁塔站址编码/运营商站号;Tower-co code / operator site no.
BTS-02;M;-;站点坐标;Position
BTS-03;M;-;产权单位;Owner
BTS-04;M;-;使用运营商;Users
BTS-05;M;-;站型;Station class
BTS-06;m;M;塔型;Structure
BTS-07;m;-;频段;Bands
BTS-08;m;-;组网;Mode
BTS-09;M;-;开通状态;Service state
BTS-10;m;-;开通日期;On-air date
BTS-11;M;-;RAN共建共享;RAN sharing
BTS-12;M;-;计数唯一标识;De-dup key
BTS-13;m;-;天线挂高;Antenna height
BTS-14;m;M;扇区方位角/下倾;Sector azimuth / tilt
BTS-15;M;F;主覆盖方向无遮挡;Main beam clear
BTS-16;C;M;塔体外观无倾斜/变形;No visible lean/deformation
BTS-17;C;-;垂直度检测值;Lean
BTS-18;M;F;螺栓/构件无缺失锈蚀;No missing/rusted parts (ground view)
BTS-19;C;M;基础无沉陷/开裂/被挖;Foundation sound
BTS-20;M;M;楼面荷载/屋面无开裂渗漏;Roof sound
BTS-21;M;F;避雷针/引下线完好;Air terminal and down lead
BTS-22;M;M;接地电阻;Earth resistance
BTS-23;M;F;馈线/光缆接地与防水弯;Feeder earthing, drip loop
BTS-24;m;F;标签齐全(RRU/馈线/光缆);Labels
BTS-25;M;F;机房/机柜锁闭、门窗完好;Shelter/cabinet locked
BTS-26;M;F;无漏水、封堵完好;Dry, sealed
BTS-27;M;M;灭火器有效(≥2具);Extinguishers valid
BTS-28;m;M;站名/禁烟/警示标识;Site name, no-smoking, warning signs
BTS-29;m;-;环境温度;Room temp
BTS-30;M;F;外市电引入规范;Mains entry tidy, no scorch
BTS-31;i;-;供电方式;Supply
BTS-32;M;F;直流电压/蓄电池外观;DC volts / battery
BTS-33;m;-;备电时长;Backup
BTS-34;M;-;电磁辐射监测报告;EMF report on file
BTS-35;C;-;功率密度最大值;Max power density
BTS-36;i;M;近距敏感目标;Sensitive places ≤50 m
BTS-37;M;M;站下CQT: RSRP/SINR;CQT
BTS-38;M;M;CQT: 下行/上行/时延;CQT rates
BTS-39;M;-;租赁/业主协议有效;Lease valid
BTS-40;M;-;同地点新建核查;Duplicate-build check
KEY-01;M;-;场所类别;Category
KEY-02;M;-;是否列入评估清单;In evaluation register
KEY-03;m;-;场所边界或线路;Boundary / route
KEY-04;i;-;日均/峰值人流;Daily / peak visitors
KEY-05;M;-;关键点位清单;Key points
KEY-06;M;-;点位测试覆盖率;Key points tested
KEY-07;C;M;室外5G通达(分运营商);Outdoor 5G reached
KEY-08;M;-;RSRP/SINR;Signal per point
KEY-09;m;-;5G时长/采样占比;5G camping share
KEY-10;M;-;达标率;Good ratio
KEY-11;M;M;下行速率;DL per point, 3 runs
KEY-12;M;M;上行速率;UL
KEY-13;m;-;时延/丢包;Ping / loss
KEY-14;M;F;室内主要区域覆盖;Indoor main areas
KEY-15;M;-;必测层已测(地下/大厅/非标准层/低中高);Required floors tested
KEY-16;m;-;电梯/扶梯/通道;Lifts, corridors
KEY-17;m;-;停车场;Car park
KEY-18;i;M;室分系统类型;DAS type
KEY-19;m;-;室分多家共享;DAS shared
KEY-20;m;-;语音/视频体验;Voice, video
KEY-21;m;-;人流高峰测试;Peak-hour test
KEY-22;M;F;千兆光纤接入;Gigabit fibre
KEY-23;i;-;公共Wi-Fi;Public Wi-Fi
KEY-24;M;F;场所开放设施;Place opens roofs/rooms/ducts
KEY-25;M;-;拒绝/受限原因;Refusal reason
KEY-26;M;F;应急通信/备电;Emergency comms
KEY-27;M;-;道路连续覆盖率;Continuous coverage
KEY-28;M;F;隧道/桥梁预留;Tunnel/bridge reserved space and power
KEY-29;C;-;通达结论(自动);Reached?
KEY-30;i;M;应用案例线索;Case lead
POL-01;M;M;杆塔类别;Class
POL-02;m;M;编号/二维码;Number plate
POL-03;M;-;位置;Position
POL-04;M;-;产权/管理单位;Owner / manager
POL-05;m;-;高度/材质;Height / material
POL-06;M;M;已挂载设备;Mounted
POL-07;M;M;剩余挂载位/预留接口;Free mounts, ports
POL-08;C;-;荷载校核报告;Load check report
POL-09;M;-;可用电力;Power available
POL-10;M;-;光缆到杆;Fibre at pole
POL-11;C;F;杆体无倾斜/锈蚀/裂纹;Sound
POL-12;C;F;检修门锁闭、无裸线;Door locked, no bare wires
POL-13;C;F;漏电保护/接地;RCD / earth
POL-14;M;-;接地电阻;Earth resistance
POL-15;C;M;架空线缆净高;Clearance
POL-16;C;M;与电力线净距;Distance to power line
POL-17;M;F;搭挂有审批;Attachment authorised
POL-18;m;F;废弃线缆/杆已清理;Dead lines removed
POL-19;M;-;同杆分缆共享家数;Operators on pole
POL-20;C;-;电力杆塔加挂三措/停电配合;Power-tower method statement
POL-21;m;F;遮挡视线/占道;No obstruction
POL-22;M;M;共享关系;Sharing relations
POL-23;M;-;可开放结论;Open for sharing?
POL-24;i;-;拟共享需求编号;Demand no.
DUC-01;M;-;设施类别;Class
DUC-02;M;-;起止点/路由;Route
DUC-03;m;M;人(手)孔编号;Manhole no.
DUC-04;M;-;产权;Owner
DUC-05;M;M;管孔总数/占用/空闲;Ducts total/used/free
DUC-06;m;-;子孔数/占用;Sub-ducts
DUC-07;m;F;每缆独占管孔或子管;One cable per duct/sub-duct
DUC-08;m;-;备用孔≥1–2;Spare
DUC-09;C;M;井盖完好、齐平、防坠网;Cover sound, level, net
DUC-10;C;F;井内无积水/淤泥/有害气体;No water/silt; gas-tested
DUC-11;m;F;光缆挂牌/预留整齐;Tags, slack
DUC-12;m;F;管孔封堵;Sealed
DUC-13;C;-;与燃气/电力净距合规;Clearances
DUC-14;M;-;埋深;Cover depth
DUC-15;M;-;试通;Mandrel test
DUC-16;M;-;使用运营商;Users
DUC-17;M;-;共享方式;Form
DUC-18;m;-;光缆芯数/可置换芯;Fibre cores / swappable
DUC-19;M;-;同路由新建核查;Duplicate route
DUC-20;m;F;标石/警示;Markers
DUC-21;M;-;施工占道许可;Works permit
DUC-22;M;-;共享关系/需求;Relations, demand
ROM-01;M;-;机房类别;Class
ROM-02;M;-;产权/使用单位;Owner, users
ROM-03;M;-;位置;Position
ROM-04;m;-;面积/可用机架位;Area, free racks
ROM-05;m;M;OLT厂家型号/数量;OLT vendor, model, count
ROM-06;M;-;PON端口总数;PON ports
ROM-07;M;M;10G及以上端口(10G-EPON/XG/XGS/Combo/50G);10G+ ports by type
ROM-08;m;-;已用端口/在线ONU;Used ports / ONUs
ROM-09;M;-;端口归属(城市/农村);Urban/rural split
ROM-10;m;-;上联带宽/双上联;Uplink, dual homing
ROM-11;M;-;数据来源;Data source
ROM-12;M;F;现场清点与网管一致;Count matches NMS
ROM-13;M;F;门禁/登记;Access control, log
ROM-14;m;-;温度/湿度;Temp / RH
ROM-15;M;F;空调正常;Cooling OK
ROM-16;C;M;消防器材有效;Fire gear valid
ROM-17;M;F;孔洞防火封堵;Fire-stopping
ROM-18;M;F;无漏水/鼠患;No leak/rodents
ROM-19;M;F;市电/油机/蓄电池;Mains, generator, battery
ROM-20;M;F;接地汇流排;Earth bar
ROM-21;M;F;抗震加固;Seismic bracing
ROM-22;m;F;ODF/光缆标识;ODF labels
ROM-23;M;F;光缆路由≥2;Diverse entry
ROM-24;m;M;多家共用/隔离;Shared, partitioned
ROM-25;i;-;容错: 设备国产化记录;Vendor origin noted
ROM-26;M;-;共享关系;Sharing relations
"""
"""One item a line: id; severity C, M, m or i; photo M, F or -; 中文; English."""
