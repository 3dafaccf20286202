"""Names, written by hand for this sample.

`native|latin` where the script is not Latin; family names whose form depends on gender are `male;female`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NameSet:
    """The names of one language."""

    female: tuple[str, ...]
    male: tuple[str, ...]
    family: tuple[str, ...]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


NAMES: dict[str, NameSet] = {
    "english": NameSet(
        _words(
            "Margaret,Elizabeth,Katherine,Susan,Jennifer,Deborah,Patricia,Rebecca,Abigail,Amanda"
            ",Christina,Emily,Grace,Hannah,Jessica,Olivia,Rachel,Samantha,Victoria,Zoe,Charlotte"
            ",Dorothy,Eleanor,Frances,Isabella,Mary Ann,Sarah,Theresa"
        ),
        _words(
            "William,Robert,Richard,Michael,James,Thomas,Edward,Charles,Alexander,Andrew,Anthony"
            ",Benjamin,Christopher,Daniel,David,Frederick,Gregory,Henry,Jonathan,Joseph,Matthew"
            ",Nicholas,Patrick,Samuel,Stephen,Timothy,Walter,Zachary"
        ),
        _words(
            "Ashdown,Barlowe,Cartwright,Dunmore,Ellery,Fairbanks,Greenhalgh,Hartwell,Ingleby"
            ",Jessop,Kingsley,Langford,Merriweather,Northcott,O'Donnell,Pemberton,Quimby,Radcliffe"
            ",Smith,Johnson,Brown,Taylor,Wilson,Smith-Jones,Thornbury,Underhill,Vance,Whitlock"
            ",Yardley,McAllister,MacGregor,Van Houten,St. Clair,Winterbourne,Holloway,Pennington"
        ),
    ),
    "german": NameSet(
        _words(
            "Ursula,Käthe,Jürgena,Anneliese,Brigitte,Elisabeth,Gudrun,Heike,Ingrid,Katharina"
            ",Margarete,Sabine,Susanne,Ute,Lena,Mia,Änne,Johanna"
        ),
        _words(
            "Jürgen,Günther,Hans-Peter,Friedrich,Heinrich,Karl-Heinz,Klaus,Maximilian,Matthias"
            ",Otto,Sebastian,Ulrich,Wolfgang,Jörg,Björn,Lukas,Felix,Jonas"
        ),
        _words(
            "Müller,Schäfer,Groß,Weiß,Krüger,Böttcher,Schröder,von Hohenfeld,Lindenbaum,Köhler"
            ",Zimmermann,Schneider,Vogelsang,Brückner,Jäger,Straßer,Hübner,Meyer-Lüdenscheidt"
        ),
    ),
    "french": NameSet(
        _words(
            "Amélie,Céline,Élodie,Françoise,Geneviève,Hélène,Chloé,Zoë,Marie-Claire,Noémie"
            ",Solène,Véronique,Anaïs,Camille,Inès,Maëlle"
        ),
        _words(
            "François,Jérôme,Rémi,Étienne,Jean-Baptiste,Loïc,Benoît,Gaël,Théo,Léon,Hervé,Cédric"
            ",Mathieu,Raphaël,Stéphane,Yann"
        ),
        _words(
            "Lefèvre,Dubois-Bénard,Garçon,Château,Noël,Beauséjour,D'Arcy,de La Tour,Desprès"
            ",Février,Guérin,Lacroix,Montfaucon,Pélissier,Rousselot,Villeneuve"
        ),
    ),
    "spanish": NameSet(
        _words("María José,Begoña,Inés,Lucía,Sofía,Concepción,Dolores,Guadalupe,Rocío,Ángeles"),
        _words("José,Ángel,Íñigo,Andrés,Francisco,Jesús,Raúl,Sebastián,Tomás,Joaquín"),
        _words("Núñez,García López,Ibáñez,Muñoz,Peña,Fernández,Ordóñez,Villalobos,Zúñiga,Castañeda"),
    ),
    "portuguese": NameSet(
        _words("Conceição,Luíza,Antônia,Beatriz,Fátima,Júlia,Letícia,Vitória,Cecília,Inês"),
        _words("João,Antônio,Gonçalo,Estêvão,José Carlos,Luís,Márcio,Sérgio,Vinícius,Caio"),
        _words(
            "da Silva,dos Santos,Araújo,Conceição,Gonçalves,Magalhães,Simões,Brandão,Falcão"
            ",Assunção,de Oliveira,Vasconcelos"
        ),
    ),
    "italian": NameSet(
        _words("Niccolina,Chiara,Giulia,Francesca,Beatrice,Ludovica,Ginevra"),
        _words("Niccolò,Giuseppe,Lorenzo,Matteo,Riccardo,Tommaso,Giovanni"),
        _words("D'Angelo,De Luca,Bevilacqua,Montanari,Quattrocchi,Santacroce,Forlì"),
    ),
    "dutch": NameSet(
        _words("Anneke,Floortje,Maaike,Saskia,Sterre,Wilhelmina"),
        _words("Jeroen,Maarten,Pieter,Sjoerd,Willem,Joost"),
        _words("van den Berg,de Vries,van 't Hoff,Jansen,Visser,ter Horst"),
    ),
    "polish": NameSet(
        _words("Małgorzata,Agnieszka,Elżbieta,Żaneta,Zofia,Łucja"),
        _words("Łukasz,Michał,Paweł,Stanisław,Wojciech,Grzegorz"),
        _words(
            "Kowalski;Kowalska,Wiśniewski;Wiśniewska,Dąbrowski;Dąbrowska,Wójcik"
            ",Szczepański;Szczepańska,Żółkiewski;Żółkiewska"
        ),
    ),
    "swedish": NameSet(
        _words("Åsa,Märta,Göta,Linnéa,Elin"),
        _words("Åke,Göran,Sören,Björn,Håkan"),
        _words("Åkesson,Öberg,Sjöström,Lindqvist,Hägglund"),
    ),
    "turkish": NameSet(
        _words("Ayşe,Gülşen,İpek,Şule,Çiğdem"),
        _words("İbrahim,Çağlar,Oğuz,Şahin,Ümit"),
        _words("Yılmaz,Öztürk,Işık,Çelik,Güneş"),
    ),
    "bulgarian": NameSet(
        _words("Десислава|Desislava,Цветанка|Tsvetanka,Йорданка|Yordanka,Мария|Maria,Елена|Elena"),
        _words("Димитър|Dimitar,Георги|Georgi,Красимир|Krasimir,Йордан|Yordan,Александър|Aleksandar"),
        _words(
            "Иванов|Ivanov;Иванова|Ivanova,Петков|Petkov;Петкова|Petkova,Христов|Hristov;Христова"
            "|Hristova,Желязков|Zhelyazkov;Желязкова|Zhelyazkova"
        ),
    ),
    "ukrainian": NameSet(
        _words("Олександра|Oleksandra,Оксана|Oksana,Юлія|Yuliia,Наталія|Nataliia"),
        _words("Олександр|Oleksandr,Дмитро|Dmytro,Юрій|Yurii,Микола|Mykola"),
        _words("Шевченко|Shevchenko,Коваленко|Kovalenko,Бондаренко|Bondarenko,Щербак|Shcherbak"),
    ),
    "greek": NameSet(
        _words("Ελένη|Eleni,Κωνσταντίνα|Konstantina,Αικατερίνη|Aikaterini,Χρυσούλα|Chrysoula"),
        _words("Γεώργιος|Georgios,Δημήτριος|Dimitrios,Ιωάννης|Ioannis,Χαράλαμπος|Charalampos"),
        _words(
            "Παπαδόπουλος|Papadopoulos;Παπαδοπούλου|Papadopoulou,Νικολάου|Nikolaou"
            ",Γεωργίου|Georgiou,Καραγιάννης|Karagiannis;Καραγιάννη|Karagianni"
        ),
    ),
    "japanese": NameSet(
        _words("花子|Hanako,美咲|Misaki,陽子|Yoko,さくら|Sakura,裕子|Yuko,真由美|Mayumi,愛|Ai"),
        _words("太郎|Taro,健一|Kenichi,大輔|Daisuke,翔太|Shota,浩|Hiroshi,一郎|Ichiro,悠真|Yuma"),
        _words(
            "田中|Tanaka,佐藤|Sato,鈴木|Suzuki,高橋|Takahashi,渡辺|Watanabe,小林|Kobayashi"
            ",山本|Yamamoto,斎藤|Saito,大野|Ono,井上|Inoue"
        ),
    ),
    "chinese": NameSet(
        _words("美玲|Mei-Ling,秀英|Hsiu-Ying,雅婷|Ya-Ting,丽|Li,欣怡|Hsin-Yi"),
        _words("伟|Wei,志明|Chih-Ming,建国|Jianguo,俊傑|Chun-Chieh,强|Qiang"),
        _words("王|Wang,陳|Chen,李|Li,林|Lin,张|Zhang,黃|Huang,欧阳|Ouyang"),
    ),
    "korean": NameSet(
        _words("지은|Ji-eun,서연|Seo-yeon,민지|Min-ji,수진|Su-jin,하은|Ha-eun"),
        _words("민준|Min-jun,서준|Seo-jun,지훈|Ji-hoon,현우|Hyun-woo,동욱|Dong-wook"),
        _words("김|Kim,이|Lee,박|Park,최|Choi,정|Jung,강|Kang"),
    ),
    "arabic": NameSet(
        _words("فاطمة|Fatima,ليلى|Layla,مريم|Maryam,نور|Noor"),
        _words("محمد|Mohammed,أحمد|Ahmed,يوسف|Youssef,خالد|Khalid"),
        _words("الهاشمي|Al-Hashimi,حداد|Haddad,المنصوري|Al-Mansoori,خوري|Khoury"),
    ),
    "hindi": NameSet(
        _words("प्रिया|Priya,अनन्या|Ananya,सुनीता|Sunita,लक्ष्मी|Lakshmi"),
        _words("राहुल|Rahul,अर्जुन|Arjun,विक्रम|Vikram,संजय|Sanjay"),
        _words("शर्मा|Sharma,पटेल|Patel,गुप्ता|Gupta,वर्मा|Verma,सिंह|Singh"),
    ),
}

NICKNAMES: dict[str, tuple[str, ...]] = {
    "Margaret": ("Peggy", "Maggie", "Meg"),
    "Elizabeth": ("Liz", "Beth", "Betty"),
    "Katherine": ("Kate", "Kathy", "Kitty"),
    "Susan": ("Sue", "Susie"),
    "Jennifer": ("Jen", "Jenny"),
    "Deborah": ("Debbie", "Deb"),
    "Patricia": ("Pat", "Trish"),
    "Rebecca": ("Becky",),
    "Abigail": ("Abby",),
    "Amanda": ("Mandy",),
    "Christina": ("Chris", "Tina"),
    "Jessica": ("Jess",),
    "Samantha": ("Sam",),
    "Victoria": ("Vicky", "Tori"),
    "Dorothy": ("Dot", "Dolly"),
    "Eleanor": ("Nell", "Ellie"),
    "Frances": ("Fran",),
    "Isabella": ("Bella",),
    "Theresa": ("Tess", "Terry"),
    "Charlotte": ("Lottie",),
    "William": ("Bill", "Will", "Billy"),
    "Robert": ("Bob", "Rob", "Bobby"),
    "Richard": ("Dick", "Rick", "Rich"),
    "Michael": ("Mike", "Mick"),
    "James": ("Jim", "Jimmy"),
    "Thomas": ("Tom", "Tommy"),
    "Edward": ("Ed", "Ted", "Ned"),
    "Charles": ("Charlie", "Chuck"),
    "Alexander": ("Alex", "Sandy"),
    "Andrew": ("Andy", "Drew"),
    "Anthony": ("Tony",),
    "Benjamin": ("Ben",),
    "Christopher": ("Chris", "Kit"),
    "Daniel": ("Dan", "Danny"),
    "David": ("Dave",),
    "Frederick": ("Fred",),
    "Gregory": ("Greg",),
    "Henry": ("Harry", "Hank"),
    "Jonathan": ("Jon",),
    "Joseph": ("Joe",),
    "Matthew": ("Matt",),
    "Nicholas": ("Nick",),
    "Patrick": ("Pat", "Paddy"),
    "Samuel": ("Sam",),
    "Stephen": ("Steve",),
    "Timothy": ("Tim",),
    "Zachary": ("Zach",),
    "Katharina": ("Kathi", "Käthe"),
    "Elisabeth": ("Lisbeth", "Sissi"),
    "Susanne": ("Susi",),
    "Johanna": ("Hanna",),
    "Friedrich": ("Fritz",),
    "Heinrich": ("Heinz",),
    "Maximilian": ("Max",),
    "Sebastian": ("Basti",),
    "Ulrich": ("Uli",),
    "Wolfgang": ("Wolf",),
    "Geneviève": ("Ginette",),
    "Jean-Baptiste": ("JB",),
    "Mathieu": ("Mat",),
    "Concepción": ("Concha",),
    "Dolores": ("Lola",),
    "Guadalupe": ("Lupita",),
    "José": ("Pepe",),
    "Francisco": ("Paco", "Pancho"),
    "María José": ("Majo",),
    "Antônio": ("Toninho",),
    "José Carlos": ("Zeca",),
    "Giuseppe": ("Beppe",),
    "Giovanni": ("Gianni",),
    "Wilhelmina": ("Mina",),
    "Małgorzata": ("Gosia",),
    "Elżbieta": ("Ela",),
    "Stanisław": ("Staszek",),
    "Александър": ("Сашо",),
    "Олександр": ("Сашко",),
    "Aleksandar": ("Sasho",),
    "Oleksandr": ("Sashko",),
    "Κωνσταντίνα": ("Ντίνα",),
    "Mohammed": ("Mo",),
    "Desislava": ("Desi",),
}
