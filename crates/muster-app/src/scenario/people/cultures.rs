//! Names by culture, commonest first. Where a culture writes another script the name is given in that script.

/// How a culture's names are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// In Latin letters.
    Latin,
    /// In Ukrainian Cyrillic.
    Ukrainian,
    /// In Russian Cyrillic.
    Russian,
    /// In Georgian letters.
    Georgian,
    /// In another script; each name is written `latin=original`.
    Paired,
}

/// Whose names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Culture {
    English,
    Spanish,
    Brazilian,
    Ukrainian,
    Russian,
    Indian,
    Afghan,
    Georgian,
    Polish,
    Korean,
    Nigerian,
    Filipino,
    German,
    Other,
}

impl Culture {
    pub(crate) const ALL: [Self; 14] = [
        Self::English,
        Self::Spanish,
        Self::Brazilian,
        Self::Ukrainian,
        Self::Russian,
        Self::Indian,
        Self::Afghan,
        Self::Georgian,
        Self::Polish,
        Self::Korean,
        Self::Nigerian,
        Self::Filipino,
        Self::German,
        Self::Other,
    ];
}

/// One culture's names: words parted by blanks, commonest first.
pub(crate) struct Table {
    pub(crate) script: Script,
    pub(crate) men: &'static str,
    pub(crate) women: &'static str,
    pub(crate) families: &'static str,
    /// Beginnings and ends that together make rarer family names, and how often one is taken.
    pub(crate) rare: Option<(&'static str, &'static str, f64)>,
}

const ENGLISH: Table = Table {
    script: Script::Latin,
    men: "Michael James John Robert David William Joseph Christopher Matthew Daniel Joshua Andrew Ryan Brandon Tyler \
          Justin Jason Nicholas Anthony Jonathan Kevin Thomas Eric Brian Jacob Zachary Kyle Adam Timothy Steven Sean \
          Aaron Benjamin Nathan Charles Richard Jeremy Mark Jeffrey Scott Dustin Travis Patrick Cody Jesse Samuel \
          Gregory Kenneth Stephen Derek Austin Logan Dylan Ethan Caleb Luke Connor Ian Evan Hunter Gavin Trevor Shane \
          Paul Bradley Corey Blake Marcus Wesley Mitchell Garrett Spencer Chad Craig Douglas Keith Peter Raymond \
          Edward George Frank Walter Harold Russell Curtis Philip Victor Vincent Warren Wade Clayton Dalton Cole \
          Jean-Luc Lawrence Dennis Todd Troy Grant Mason Owen Liam Noah Elijah Isaac Alexander",
    women: "Jessica Ashley Sarah Emily Jennifer Amanda Elizabeth Megan Rachel Lauren Stephanie Nicole Samantha Heather \
            Hannah Katherine Amber Rebecca Kayla Danielle Laura Michelle Kelly Erin Mary-Ann Grace Chloe Abigail",
    families: "Smith Johnson Williams Brown Jones Davis Miller Wilson Moore Taylor Anderson Thomas Jackson White Harris \
               Martin Thompson Robinson Clark Lewis Lee Walker Hall Allen Young King Wright Hill Scott Green Adams \
               Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart \
               Morris Rogers Reed Cook Morgan Bell Murphy Bailey Cooper Richardson Cox Howard Ward Peterson Gray James \
               Watson Brooks Kelly Sanders Price Bennett Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Long \
               Patterson Hughes Washington Butler Simmons Foster Bryant Russell Griffin Hayes Myers Ford Hamilton Graham \
               Sullivan Wallace Woods Cole West Jordan Owens Reynolds Fisher Ellis Harrison Gibson McDonald Cruz Marshall \
               O'Brien O'Connor O'Neill McCarthy MacLeod D'Angelo",
    rare: Some((
        "Ash Black Brad Brock Burn Carl Chad Clif Cold Craw Dal Den East Elk Fair Farn Gar Glen Good Grim Had Hal Hart \
         Haw Heath Hol Hunt Kel Ken Kirk Lang Lath Lind Lock Lyn Mar Mel Mid Nor Oak Pem Pres Rad Red Rock Ros Ruther \
         Shel Stan Stock Strat Sut Thorn Til Under Wal War Wen Whit Win Wolf Wood Wy York",
        "bourne brook burn bury by combe croft dale den field ford gate ham hurst land leigh ley low man mere more \
         ridge shaw son stead stone ton wall ward well wick wood worth",
        0.72,
    )),
};

const SPANISH: Table = Table {
    script: Script::Latin,
    men: "José Juan Luis Carlos Jesús Miguel Alejandro Jorge Francisco Manuel Antonio Diego Daniel Eduardo Fernando \
          Ricardo Andrés Javier Roberto Sergio Óscar Raúl Pedro Rafael Víctor Mario Héctor Santiago Camilo Sebastián \
          Hernán Mauricio Julián Gustavo Iván Arturo Enrique Ramón Rubén Martín Gabriel Nicolás César Alberto",
    women: "María Guadalupe Ana Carmen Daniela Valentina Paola Laura Alejandra Gabriela Rosa Andrea Lucía Camila",
    families: "Hernández García Martínez López González Rodríguez Pérez Sánchez Ramírez Cruz Flores Gómez Morales \
               Vázquez Reyes Jiménez Torres Díaz Gutiérrez Ruiz Mendoza Aguilar Ortiz Castillo Moreno Romero Álvarez \
               Méndez Chávez Rivera Juárez Ramos Domínguez Herrera Medina Castro Vargas Guzmán Muñoz Rojas Contreras \
               Salazar Luna Ortega Guerrero Santiago Estrada Bautista Cortés Soto Alvarado Espinoza Lara Ríos Silva \
               Cárdenas Velázquez Quintero Valencia Ospina Restrepo Zapata Cardona Mejía Londoño Arango Botero",
    rare: None,
};

const BRAZILIAN: Table = Table {
    script: Script::Latin,
    men: "José João Antônio Francisco Carlos Paulo Pedro Lucas Luiz Marcos Gabriel Rafael Daniel Marcelo Bruno Eduardo \
          Felipe Rodrigo Mateus André Fernando Fábio Leonardo Gustavo Guilherme Leandro Tiago Anderson Ricardo Márcio",
    women: "Maria Ana Francisca Adriana Juliana Márcia Fernanda Patrícia Aline Camila Bruna Jéssica Letícia Amanda",
    families: "Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho \
               Almeida Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira Nunes Marques Machado \
               Mendes Freitas Cardoso Ramos Gonçalves Santana Teixeira Araújo Cavalcanti Batista Campos Azevedo Moura",
    rare: None,
};

const UKRAINIAN: Table = Table {
    script: Script::Ukrainian,
    men: "Олександр Сергій Володимир Андрій Микола Іван Дмитро Юрій Віталій Олег Ігор Василь Михайло Петро Максим \
          Богдан Тарас Роман Ярослав Євген Олексій Назар Остап Павло Віктор Денис Артем Станіслав Вадим Руслан Григорій \
          Степан Любомир Орест Зіновій Всеволод Кирило Данило",
    women: "Олена Наталія Оксана Ірина Світлана Тетяна Юлія Марія Анна Катерина Ольга Соломія Христина Зоряна Лариса",
    families: "Мельник Шевченко Бойко Коваленко Бондаренко Ткаченко Ковальчук Кравченко Олійник Шевчук Коваль Поліщук \
               Бондар Ткачук Мороз Марченко Лисенко Руденко Савченко Петренко Кравчук Клименко Павленко Левченко \
               Кузьменко Пономаренко Василенко Гаврилюк Гончаренко Карпенко Харченко Сидоренко Романюк Гордієнко \
               Захарченко Гнатюк Дяченко Панченко Ярошенко Щербак Юрченко Яценко Згурський Вишневський Левицький \
               Білецький Заболотний Стельмах Федорів Іваньків Голуб Жук Чорний Хоменко Цимбалюк Євтушенко",
    rare: None,
};

const RUSSIAN: Table = Table {
    script: Script::Russian,
    men: "Александр Сергей Владимир Андрей Николай Иван Дмитрий Юрий Виталий Олег Игорь Василий Михаил Пётр Максим \
          Алексей Евгений Роман Павел Виктор Денис Артём Станислав Вадим Руслан Григорий Антон Кирилл Илья Фёдор",
    women: "Елена Наталья Ольга Ирина Светлана Татьяна Юлия Мария Анна Екатерина Оксана Людмила Дарья Ксения",
    families: "Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев \
               Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев \
               Соловьёв Борисов Яковлев Григорьев Романов Воробьёв Сергеев Кузьмин Фролов Александров Дмитриев Королёв \
               Гусев Киселёв Ильин Максимов Поляков Щербаков Цветков Жуков Хохлов Чернышёв Ковалевич Лукашевич",
    rare: None,
};

const INDIAN: Table = Table {
    script: Script::Latin,
    men: "Amit Rahul Sanjay Rajesh Vijay Suresh Anil Sunil Manoj Ravi Ajay Deepak Vikram Arjun Rohit Karan Nikhil \
          Gurpreet Harpreet Manpreet Jaspreet Harjit Sukhdev Aditya Siddharth Prakash Ramesh Ashok Mohammed Imran",
    women: "Priya Neha Pooja Anjali Kavita Sunita Simran Harleen Divya Shreya Meera Fatima",
    families: "Singh Kumar Sharma Patel Gupta Khan Das Yadav Reddy Verma Joshi Nair Rao Mehta Shah Iyer Menon Pillai \
               Chauhan Thakur Mishra Pandey Chatterjee Banerjee Mukherjee Kapoor Malhotra Gill Sandhu Dhillon Sidhu Grewal",
    rare: None,
};

const AFGHAN: Table = Table {
    script: Script::Paired,
    men: "Mohammad=محمد Ahmad=احمد Abdullah=عبدالله Ali=علی Hamid=حمید Farid=فرید Najib=نجیب Zabihullah=ذبیح‌الله \
          Habibullah=حبیب‌الله Rahim=رحیم Karim=کریم Omar=عمر Khalid=خالد Jawad=جواد Haroon=هارون Yusuf=یوسف Ibrahim=ابراهیم \
          Mustafa=مصطفی Esmatullah=عصمت‌الله Sayed=سید Wahid=وحید Nasir=نصیر",
    women: "Fatima=فاطمه Maryam=مریم Zahra=زهرا Nargis=نرگس Laila=لیلا Shabnam=شبنم Parwana=پروانه",
    families: "Ahmadi=احمدی Rahimi=رحیمی Karimi=کریمی Hashimi=هاشمی Nazari=نظری Noori=نوری Sadat=سادات Wardak=وردک \
               Stanikzai=ستانکزی Yousafzai=یوسفزی Popal=پوپل Mohammadi=محمدی Rasooli=رسولی Safi=صافی Azizi=عزیزی \
               Haidari=حیدری Faizi=فیضی Zadran=ځدراڼ Hotak=هوتک Barakzai=بارکزی Omari=عمری Akbari=اکبری",
    rare: None,
};

const GEORGIAN: Table = Table {
    script: Script::Georgian,
    men: "გიორგი დავით ნიკა ლევან ირაკლი ზურაბ თორნიკე ლუკა მამუკა ვახტანგ გელა შოთა ბესარიონ თამაზ კახა სანდრო ჯაბა ლაშა",
    women: "ნინო თამარ მარიამ ანა ნანა ეკატერინე ქეთევან სოფიო ლელა",
    families: "ბერიძე მამედოვი კაპანაძე გელაშვილი მაისურაძე გიორგაძე ლომიძე წიკლაური ბოლქვაძე ხუციშვილი ჯაფარიძე ცხადაძე \
               კვარაცხელია ჩიქოვანი დოლიძე შენგელია ლორთქიფანიძე ჭანტურია ღვინაძე მჭედლიშვილი ხარაზიშვილი ძნელაძე",
    rare: None,
};

const POLISH: Table = Table {
    script: Script::Latin,
    men: "Piotr Krzysztof Andrzej Tomasz Paweł Michał Marcin Jakub Adam Łukasz Marek Grzegorz Mateusz Wojciech Mariusz \
          Dariusz Zbigniew Jerzy Rafał Robert Kamil Jacek Szymon Dawid Bartosz Sławomir",
    women: "Anna Katarzyna Maria Małgorzata Agnieszka Barbara Ewa Magdalena Joanna Aleksandra Zuzanna",
    families: "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski \
               Kozłowski Jankowski Mazur Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Pawłowski Michalski Król \
               Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Górski",
    rare: None,
};

const KOREAN: Table = Table {
    script: Script::Paired,
    men: "Min-jun=민준 Seo-jun=서준 Ji-hoon=지훈 Hyun-woo=현우 Sung-min=성민 Dong-hyun=동현 Jun-ho=준호 Young-ho=영호 \
          Sang-hoon=상훈 Jae-won=재원 Tae-young=태영 Kyung-soo=경수 Jin-woo=진우 Woo-jin=우진",
    women: "Ji-yeon=지연 Seo-yeon=서연 Min-ji=민지 Eun-ji=은지 Hye-jin=혜진 Soo-jin=수진",
    families: "Kim=김 Lee=이 Park=박 Choi=최 Jung=정 Kang=강 Cho=조 Yoon=윤 Jang=장 Lim=임 Han=한 Oh=오 Seo=서 Shin=신 \
               Kwon=권 Hwang=황 Ahn=안 Song=송 Ryu=류 Hong=홍",
    rare: None,
};

const NIGERIAN: Table = Table {
    script: Script::Latin,
    men: "Chinedu Emeka Ifeanyi Obinna Chukwudi Oluwaseun Babatunde Adebayo Tunde Segun Kayode Musa Ibrahim Abubakar \
          Sani Aliyu Emmanuel Samuel Daniel Victor Sunday Godwin Uche Kelechi Femi",
    women: "Ngozi Chioma Adaeze Funmilayo Folake Aisha Blessing Amaka Temitope Halima",
    families: "Okafor Okonkwo Eze Nwosu Obi Adeyemi Adebayo Ogunleye Balogun Olawale Ibrahim Musa Abubakar Bello Mohammed \
               Okeke Nwankwo Onyekachi Chukwu Uzor Akinola Oyelaran Danjuma Lawal Yusuf Aliyu Ekwueme Igwe",
    rare: None,
};

const FILIPINO: Table = Table {
    script: Script::Latin,
    men: "Jose Mark Michael John Christian Jerome Angelo Ronald Rodel Jayson Arnel Rommel Dennis Ferdinand Reynaldo Joel \
          Ariel Noel Edgar Ramil",
    women: "Maria Angelica Mary-Grace Jasmine Rowena Cristina Maricel Lorna",
    families: "Santos Reyes Cruz Bautista Ocampo Garcia Mendoza Torres Castillo Flores Villanueva Ramos Aquino Dizon \
               Macaraeg Pangilinan Manalo Tolentino Mercado Salvador Dimaculangan Lacson Magsaysay Panganiban",
    rare: None,
};

const GERMAN: Table = Table {
    script: Script::Latin,
    men: "Thomas Michael Andreas Stefan Christian Markus Daniel Sebastian Jan Tobias Florian Alexander Lukas Philipp Felix \
          Maximilian Jürgen Jörg Björn Matthias Karl-Heinz Hans-Peter",
    women: "Sabine Susanne Petra Anna Julia Katrin Stefanie Lena Ann-Kathrin",
    families: "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein \
               Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier \
               Lehmann Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung",
    rare: None,
};

const OTHER: Table = Table {
    script: Script::Latin,
    men: "Luca Marco Matteo Jean Pierre Nicolas Julien Erik Lars Mikael Jonas Petr Jan Tomáš Andrei Mihai Ivo Goran \
          Zoltán László Janis Mantas Minh Tuấn Kenji Hiroshi Wei Ahmet Mehmet Yosef Amir Dimitris Kofi Thabo",
    women: "Giulia Sofia Camille Ingrid Astrid Elena Ioana Zsófia Linh Yuki Mei Ayşe Noa Eleni",
    families: "Rossi Ferrari Bianchi Dubois Moreau Lefèvre Johansson Lindqvist Hansen Nielsen Virtanen Korhonen Novák \
               Svoboda Popescu Ionescu Horvat Kovačević Nagy Szabó Bērziņš Kazlauskas Nguyễn Trần Tanaka Suzuki Wang \
               Chen Yılmaz Kaya Cohen Levi Papadopoulos Mensah Nkosi Delatour Vandenberg",
    rare: None,
};

/// The names of a culture.
pub(crate) const fn table(culture: Culture) -> &'static Table {
    match culture {
        Culture::English => &ENGLISH,
        Culture::Spanish => &SPANISH,
        Culture::Brazilian => &BRAZILIAN,
        Culture::Ukrainian => &UKRAINIAN,
        Culture::Russian => &RUSSIAN,
        Culture::Indian => &INDIAN,
        Culture::Afghan => &AFGHAN,
        Culture::Georgian => &GEORGIAN,
        Culture::Polish => &POLISH,
        Culture::Korean => &KOREAN,
        Culture::Nigerian => &NIGERIAN,
        Culture::Filipino => &FILIPINO,
        Culture::German => &GERMAN,
        Culture::Other => &OTHER,
    }
}
