"""Tables of names whose spellings no rule of sound brings together: who writes them how, by language and script.

Each line of a table is one name, its first word the form that the others are read as. A spelling that two lines of
CHINESE and KOREAN claim has two readings, the Chinese one first. Left out are forms that are as often another name.

Sources: the romanisation tables of the Library of Congress (ALA-LC), Hanyu Pinyin beside Wade-Giles and the Hong Kong
government's Cantonese spelling, the Revised Romanization of Korean beside the spellings in South Korean passports,
Hepburn readings of the most frequent Japanese names, ISO 233 and the usual English and French spellings of Arabic.
"""

CHINESE = """
wang wong
huang wong hwang ooi ng
li lee
zhang chang cheung cheong teo
liu lau low lew
chen chan tan chern
yang yeung yeo
zhao chao chiu chew
zhou chou chow chau
wu ng goh woo
xu hsu hui hsue shu
sun suen
ma mah
zhu chu choo
hu hoo
guo kuo kwok quek kuok kwek
he ho hoh
gao kao ko
lin lam lim
luo lo law loh
zheng cheng tay teh
liang leung leong neo
xie hsieh tse cheah chia
song sung soong
tang tong thong
deng teng tang
han hon
feng fung
cao tsao cho
peng pang phang
zeng tseng tsang chan
xiao hsiao siu siew
tian tien tin
dong tung
pan poon pun phua
yuan yuen
cai tsai choi chua choy
jiang chiang keung kiang kong
yu yue yee
du tu to
ye yeh yip yap ip
wei wai ngai
su soo so
lu lui loo
ding ting
ren jen yam
yao yiu
shen sham sim
zhong chung
zhan chan
cui tsui chui
tan tam
fan faan
fang fong
shi shih sze
xiong hsiung hung
jin chin kam
qin chin
jia chia kar
xia hsia ha
bai pai
meng mang
hong hung
zou tsou
qiu chiu yau
hou hau
jian chien kan
mo mok
gu ku koo
mei mui
ouyang auyeung auyoung
situ szeto seeto
"""

KOREAN = """
gim kim ghim
yi lee i rhee ri
bak park pak bag bark
choe choi chey
jeong chung jung cheong joung chong
gang kang
jo cho joh
yun yoon youn yune
jang chang
im lim yim rim
han hahn
o oh
seo suh so sur
sin shin shinn
gwon kwon kweon
hwang whang
an ahn
ryu yu yoo you lyu ryoo yoo
jeon jun chun cheon
go ko koh goh
mun moon
son sohn shon
bai bae pae
baik baek paik back paek baeg
heo hur huh her
no roh noh ro
sim shim
ha hah
gwak kwak gwag
seong sung
ju joo chu
u woo wu
gu koo ku goo
min minn
na ra nah
jin chin
ji chi jee
eom um uhm
chai chae
bang pang
gong kong
byeon byun byon
yeo yuh yu
do doh
seok suk sok seog
seon sun
"""

ARABIC = """
muhammad mohammed mohamed mohammad muhammed mohamad muhamad muhamed mohamud mohd mahomed mukhammad
ahmad ahmed achmed achmad ahmet
husayn hussein husain hossein husein hussain houssein hosein hussin houcine hocine
hasan hassan hassen hacen
mahmud mahmoud mahmood mehmood mehmud
umar omar omer
uthman othman osman usman ousmane
usama osama oussama
yusuf yousef youssef yousuf yousif yusef yousof youcef yousaf
mustafa mostafa moustafa mustapha mostapha moustapha
jamal gamal djamal djamel jamel gamel
jamil gamil djamil
jafar jaafar gaafar jaffar djafar jafer
said saeed sayeed saied saeid
ibrahim ebrahim brahim
ismail ismael esmail smail
sulayman suleiman sulaiman soliman suleman souleymane slimane
khalid khaled halid
layla leila laila leyla
fatima fatma fatimah fatema fatemeh fatimeh
aisha ayesha aicha aysha aysheh
khadija khadijah khadeeja hadija khadidja kadija
zaynab zainab zeinab zeynab zineb
maryam mariam meryem mariem miriam
nur noor nour noura
yasin yassin yaseen yassine
karim kareem
rashid rasheed rachid rachide
sharif sherif shareef cherif charif
ashraf achraf
bushra boushra bouchra
shayma shaima chaima shaimaa
abdallah abdullah abdulla abdalla abdoullah abdellah
qasim kassem kasim qassem kasem kacem
tariq tarek tarik tareq
walid waleed oualid
qadir kader qader kadir
umayma omaima oumaima
huda hoda houda
salih saleh salah
hamid hameed
majid majeed majed
mahdi mehdi
ridha reda rida reza redha
rahman rehman rahmane
rahim raheem
aziz azeez
nasir nasser naser nassir nacer
tahir taher
zakariya zakaria zakariyya zekeriya
yahya yahia yehia yehya
mahir maher
hayat hayet
isa issa eissa
musa moussa mousa moosa
amina aminah ameena
salim saleem selim
samir sameer
amir ameer emir
ali aly
"""

ARABIC_SCRIPT = """
muhammad محمد
ahmad احمد
mahmud محمود
hasan حسن
husayn حسين حسین
ali علي على علی
umar عمر
uthman عثمان
usama اسامة اسامه
yusuf يوسف یوسف
mustafa مصطفى مصطفي مصطفی
jamal جمال
jamil جميل
kamal كمال کمال
kamil كامل
said سعيد
saad سعد
ibrahim ابراهيم ابراهیم
ismail اسماعيل
sulayman سليمان
salim سليم
salim سالم
samir سمير
samira سميرة
amir امير
amir عامر
amina امينة امينه
amin امين
khalid خالد
khalil خليل
layla ليلى ليلي لیلا
fatima فاطمة فاطمه
aisha عائشة عايشة
khadija خديجة
zaynab زينب
maryam مريم مریم
nur نور
hayat حياة
yasin ياسين
karim كريم کریم
karima كريمة
rashid رشيد
rashid راشد
sharif شريف
abdallah عبدالله
rahman الرحمن رحمن
rahim الرحيم رحيم
aziz العزيز عزيز
hamid حميد
hamid حامد
salih صالح
salah صلاح
mahdi مهدي مهدی
ridha رضا
nasir ناصر
tahir طاهر
tariq طارق
walid وليد
qasim قاسم
majid مجيد
majid ماجد
hadi هادي
huda هدى
musa موسى
isa عيسى
yahya يحيى
zakariya زكريا
dawud داود
elias الياس
bilal بلال
hilal هلال
jalal جلال
anwar انور
"""

JAPANESE_SCRIPT = """
sato 佐藤
suzuki 鈴木
takahashi 高橋 髙橋
tanaka 田中
ito 伊藤 伊東
watanabe 渡辺 渡邊 渡邉 渡部
yamamoto 山本
nakamura 中村
kobayashi 小林
kato 加藤
yoshida 吉田
yamada 山田
sasaki 佐々木
yamaguchi 山口
matsumoto 松本
inoue 井上
kimura 木村
shimizu 清水
hayashi 林
saito 斎藤 斉藤 齋藤 齊藤
yamazaki 山崎
nakajima 中島
mori 森
abe 阿部 安部
ikeda 池田
hashimoto 橋本
ishikawa 石川
yamashita 山下
ogawa 小川
ishii 石井
hasegawa 長谷川
goto 後藤
okada 岡田
kondo 近藤
maeda 前田
fujita 藤田
endo 遠藤
aoki 青木
sakamoto 坂本
murakami 村上
ota 太田
kaneko 金子
fujii 藤井
fukuda 福田
nishimura 西村
miura 三浦
takeuchi 竹内
nakagawa 中川
okamoto 岡本
matsuda 松田
harada 原田
nakano 中野
ono 小野 大野
tamura 田村
fujiwara 藤原
nakayama 中山
ishida 石田
kojima 小島
wada 和田
morita 森田
uchida 内田
shibata 柴田
sakai 酒井
miyazaki 宮崎
yokoyama 横山
takagi 高木
ando 安藤
miyamoto 宮本
ueda 上田
shimada 島田
kudo 工藤
ohno 大野
maruyama 丸山
imai 今井
otsuka 大塚
sugiyama 杉山
masuda 増田
hirano 平野
sugawara 菅原
takeda 武田
arai 新井
murata 村田
honda 本田
kubo 久保
taro 太郎
ichiro 一郎
jiro 次郎
kenji 健二 賢治
kenta 健太
daisuke 大輔
naoki 直樹
hiroshi 浩 博
takashi 隆
makoto 誠
kazuo 和夫
shota 翔太
takuya 拓也
kenichi 健一
yuko 裕子 優子
yoko 洋子 陽子
keiko 恵子 敬子
hanako 花子
naomi 直美
tomoko 智子
kumiko 久美子
yumiko 由美子
akemi 明美
misaki 美咲
michiko 美智子
sachiko 幸子
"""

SLAVIC = """
yulia julia yuliya iuliia iuliya julija juliya yulija iulia juliia
yakov jakov iakov yaakov jakob jacob
yana jana iana
aleksandr alexander alexandr aleksander alexandre
aleksandra alexandra
mikhail mihail michail mikail
evgeni yevgeni eugeni evgenii jewgeni yevgeny evgeny evgeniy yevgeniy
ekaterina yekaterina jekaterina
elena yelena jelena
efim yefim jefim
petr pyotr piotr pjotr
fedor fyodor fjodor feodor
artem artyom artjom
semen semyon semjon
alena alyona aljona
aleksei aleksey alexei alexey alexej aleksej
ksenia kseniya xenia xeniya kseniia
maksim maxim maksym
ludmila lyudmila liudmila
dmitri dmitry dmitriy dmitrii dimitri dmitrij dmytro dimitry
nikolai nikolay nikolaj nicolai
georgi georgy georgiy georgii georgij
vasili vasily vasiliy vasilii wassili vassili
chekhov tschechow chekov tchekhov
"""

EUROPEAN = """
steven stephen stefen
michael mikael michal mickael
catherine katherine katharine kathryn catharine cathryn
geoffrey jeffrey jeffery
laurence lawrence lorence
alan allan allen alain
brian bryan bryon
sean shaun shawn
marc mark
stuart stewart
jon john
philip phillip philippe filip
giorgos yorgos yiorgos georgios
dimitris dimitrios
giannis yannis ioannis yiannis ianis
christos hristos
schmidt schmitt schmid
dyck dijk dijck dyk
silva dasilva
costa dacosta
souza sousa desouza desousa
santos dossantos delossantos
cruz delacruz
rosa delarosa
torre delatorre
fuente delafuente
garza delagarza
valle delvalle
reyes delosreyes
"""

INDIAN = """
chaudhari chowdhury choudhary chaudhary chaudhry chowdary choudhury chaudhuri chowdhry chowdhuri chaudri
agrawal agarwal aggarwal agarwala
iyer aiyar ayyar iyyer
nair nayar nayyar
krishnan krishan
lakshmi laxmi lakshmy
shri sri sree shree
shiva siva
sharma sarma
varma verma
vishnu bishnu
mukherjee mukerji mukharji mukherji mukerjee
banerjee bannerjee banerji bandopadhyay
chatterjee chatterji chattopadhyay
das dass
dixit dikshit
singh sing
"""

PARTICLES = """
van von der den des de del della dela di da do dos das du la le los las el al ul ur y e i und zu zur ter ten te bin ibn
bint binti binte af av ap het thi
"""

# The article al- as it sounds before some consonants: it goes where the name after it begins with that consonant.
ASSIMILATED = "as ash ad adh ar an at ath az er es ed en et ez esh ech"


def read_as(table: str) -> dict[str, str]:
    """Each spelling of a table to the form it is read as, that form included; of several lines the first counts."""
    forms: dict[str, str] = {}
    for line in filter(None, table.splitlines()):
        form, *spellings = line.split()
        for spelling in (form, *spellings):
            forms.setdefault(spelling, form)
    return forms
