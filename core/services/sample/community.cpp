// SPDX-License-Identifier: MIT
#include "core/services/sample/community.h"

#include "core/services/sample/surnames.h"

#include <array>
#include <vector>

namespace reeve::services {

namespace {

using enum Community::Naming;

constexpr std::array communities = {
    Community{737, u"en", British, nullptr, nullptr, nullptr},
    Community{
        65, u"cy", Own,
        u"Siân Megan Cerys Rhian Nia Ffion Eleri Lowri Bethan Carys Angharad Gwen Mair Eirlys Myfanwy Catrin Elin "
        u"Non Heledd Branwen Gwenllian Haf Llinos Menna Olwen Efa Mali Cadi Nansi Eluned Delyth Mererid",
        u"Dafydd Gareth Rhys Owain Llŷr Huw Ieuan Emyr Geraint Iwan Dylan Aled Gwyn Hywel Siôn Tomos Ifan Rhodri "
        u"Gethin Macsen Osian Idris Emrys Bryn Gwilym Elfed Caradog Meirion Steffan Guto Llywelyn",
        u"Jones Davies Williams Evans Thomas Roberts Hughes Lewis Morgan Griffiths Edwards Owen Lloyd Rees "
        u"Jenkins Price Morris Powell Parry Pritchard Prosser Bowen Llewellyn Pugh Vaughan ap_Gwilym ab_Owain "
        u"ap_Dafydd Gruffydd Llywelyn"},
    Community{14, u"en", Own,
              u"Siobhán Aoife Niamh Gráinne Mary Bridget Sinéad Ciara Róisín Orla Kathleen Eileen Máire Nuala Deirdre",
              u"Seán Pádraig Liam Patrick Ciarán Declan Eoin Michael Conor Fionn Brendan Séamus Cathal Tadhg Oisín",
              u"Murphy Kelly O'Sullivan Walsh O'Brien Byrne Ryan O'Connor O'Neill McCarthy Gallagher Doherty Kennedy "
              u"Ó_Súilleabháin Ní_Dhomhnaill Lynch Quinn Dunne McLoughlin Fitzgerald O'Shaughnessy"},
    Community{20, u"pl", Gendered,
              u"Anna Katarzyna Małgorzata Agnieszka Joanna Zofia Ewa Magdalena Monika Aleksandra Elżbieta Julia Łucja "
              u"Grażyna Beata Justyna Żaneta Wiesława Zuzanna Maja",
              u"Piotr Krzysztof Andrzej Tomasz Paweł Jan Michał Marcin Jakub Adam Łukasz Grzegorz Mateusz Wojciech "
              u"Stanisław Zbigniew Bartłomiej Antoni Szymon Kacper",
              u"Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski "
              u"Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając "
              u"Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Brzęczyszczykiewicz"},
    Community{10, u"ro", Own,
              u"Maria Elena Ioana Andreea Mihaela Cristina Alexandra Ana Daniela Gabriela Ștefania Bianca",
              u"Andrei Alexandru Mihai Ionuț Cristian Florin Gheorghe Marius Bogdan Ștefan Vasile Răzvan",
              u"Popescu Ionescu Popa Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Munteanu Țurcanu Bălan "
              u"Constantin Șerban"},
    Community{33, u"ur", OwnSurname,
              u"Fatima Ayesha Zainab Maryam Khadija Shazia Nasreen Rukhsana Saima Farzana Amina Safia Sana Hina Iqra "
              u"Parveen Shabana Noreen Uzma Bushra Zara Inaya",
              u"Mohammed Muhammad Mohammad Ahmed Ali Imran Usman Bilal Tariq Asif Zahid Nadeem Faisal Hamza Ibrahim "
              u"Yusuf Abdul Khalid Shahid Javed Adeel Zain Haroon",
              u"Khan Hussain Ahmed Ali Akhtar Mahmood Iqbal Malik Shah Hussain Mirza Butt Chaudhry Qureshi Rashid "
              u"Mohammed Aslam Rafiq Sheikh Bibi Begum Aziz Raja Nawaz"},
    Community{11, u"bn", OwnSurname,
              u"Fatema Nasima Shahana Rahima Sultana Ruksana Taslima Momtaz Jannat Nazma Salma Rehana Tahmina Aklima",
              u"Abdul Mohammed Md Shah Rafiqul Kamal Nazrul Shafiqul Habibur Jamal Mizanur Faruk Rahim Tanvir",
              u"Begum Khatun Miah Uddin Rahman Islam Ali Chowdhury Hossain Khanom Choudhury Haque Ullah Akter"},
    Community{
        24, u"gu", Own,
        u"Priya Anjali Meera Sunita Rekha Nisha Kavita Hansa Jyoti Pooja Asha Bhavna Lata Kiran Diya Aarti Ananya",
        u"Rajesh Amit Sanjay Anil Vijay Ashok Rahul Suresh Bhavesh Kishan Nikhil Ramesh Dipak Jayesh Arjun Rohan",
        u"Patel Patel Patel Shah Desai Mehta Mistry Joshi Sharma Kumar Gupta Parmar Solanki Chauhan Modi Pandya "
        u"Trivedi Das Nair Iyer Reddy Subramanian Venkataraman"},
    Community{
        15, u"pa", Sikh,
        u"Harpreet Manjit Jasvir Gurpreet Simran Balbir Amrit Kulwinder Navjot Rajinder Surinder Baljit Jasleen",
        u"Gurpreet Harjit Jaswinder Manjit Balwinder Sukhdev Amrit Kuldeep Paramjit Ranjit Harpreet Jaspal Gurdeep",
        u"Singh Kaur Gill Dhillon Sandhu Sidhu Grewal Johal Bains Dhaliwal Sohal Atwal Mann Virk"},
    Community{8, u"ar", Own, u"Layla Noor Salma Hala Rania Fatima Maryam Yasmin Amal Huda Zahra Leila Samira Rasha",
              u"Mohamed Ahmad Omar Khaled Hassan Youssef Mahmoud Karim Samir Tarek Ali Mustafa Abdulrahman Faris",
              u"Al-Hassan El-Sayed Haddad Khalil Mansour Al-Rashid Saleh Hamdan Nasser Ibrahim Abdallah Farouk "
              u"Al-Khatib Ben_Youssef Abu_Bakr Kassem Darwish Al-Jabiri"},
    Community{8, u"zh", Own,
              u"Li_Na Wei Mei_Ling Xiu_Ying Yan Jing Hui Siu_Ling Wai_Yee Ka_Yan Xin_Yi Grace_Mei Amy_Siu_Fong Yu_Ting",
              u"Wei Ming Jun Chi_Keung Wai_Kit Hao Kin_Man Tsz_Hin Jian Yong Ka_Ho Kevin_Chun Bo_Wen Zhi_Qiang",
              u"Wong Chan Chen Li Lam Lee Cheung Wang Zhang Liu Ng Ho Leung Lau Yeung Tang Xu Au Ko O"},
    Community{
        17, u"yo", Own,
        u"Folasade Oluwaseun Adébáyọ̀ Yetunde Abiola Titilayo Ngozi Chidinma Adaeze Ifeoma Omolara Bukola Temitope "
        u"Abimbola Ọmọ́tọ́lá Efua Akosua Abena Ẹniọlá Ayọ̀mide",
        u"Oluwaseun Babatunde Adewale Olumide Kayode Tunde Chukwuemeka Chinedu Emeka Obinna Ayodele Femi Ṣẹ́gun "
        u"Olúwáṣeun Kwame Kofi Kwabena Yaw Ikenna Adékúnlé",
        u"Adeyemi Okafor Adebayo Ogunleye Okonkwo Mensah Owusu Boateng Adeleke Afolabi Eze Nwosu Balogun Ojo "
        u"Asante Ọláyínká Ogunbanjo Oyelowo Adéwùmí Nwachukwu Appiah"},
    Community{8, u"so", OwnSurname, u"Amina Fadumo Hodan Halima Ifrah Sahra Khadra Zamzam Hibo Ayaan Nimo Ubah",
              u"Mohamed Abdi Ahmed Yusuf Abdirahman Hassan Mahad Liban Ismail Omar Said Guled",
              u"Mohamed Abdi Ahmed Hassan Yusuf Ali Omar Warsame Farah Jama Osman Nur Ibrahim Adan"},
    Community{
        15, u"pt", Own,
        u"Maria Ana João_Paula Conceição Inês Fátima María_José Lucía Carmen Beatriz Mariana Íris Núria "
        u"Maria_da_Conceição_Aparecida",
        u"João José Carlos António Miguel Luís Pedro Tiago Ángel Jesús Andrés Sebastião Raúl "
        u"José_Maria_de_Todos_os_Santos",
        u"Silva Santos Ferreira Pereira Oliveira Costa García Fernández López Gómez da_Silva dos_Santos Rodrigues "
        u"Muñoz Gonçalves Ferreira_dos_Santos_Albuquerque_de_Sousa"},
    Community{15, u"en", Own,
              u"Ayşe Elif Zeynep Emine Eleni Maria Gülşen Sevgi Chrystalla Despina Fatma Özlem Đurđa Agnès Zoë Renée",
              u"Mehmet Mustafa Emre Hüseyin Andreas Giorgos Çağlar Osman Kyriacos Costas İbrahim Özgür Björn Jürgen "
              u"François André",
              u"Yılmaz Kaya Demir Çelik Şahin Georgiou Christodoulou Ioannou Öztürk Papadopoulos Hadjicostas Özdemir "
              u"Müller Lefèvre Nguyễn Łukaszewicz Novák Horváth"},
};

struct Lists
{
    WordList female;
    WordList male;
    WordList surnames;
};

const Lists &listsOf(int number)
{
    static const auto all = [] {
        std::vector<Lists> lists;
        for (const Community &one : communities) {
            const auto ranked = [](const char16_t *words) { return words ? WordList::ranked(words) : WordList(); };
            lists.push_back({ranked(one.female), ranked(one.male), ranked(one.surnames)});
        }
        return lists;
    }();
    return all[static_cast<std::size_t>(number)];
}

} // namespace

int pickCommunity(Dice &dice)
{
    quint32 point = dice.below(1000);
    for (std::size_t i = 0; i < communities.size(); ++i) {
        if (point < communities[i].share)
            return static_cast<int>(i);
        point -= communities[i].share;
    }
    return 0;
}

const Community &community(int number)
{
    return communities[static_cast<std::size_t>(number)];
}

const QString &pickGiven(int number, Sex sex, int birthYear, Dice &dice)
{
    if (community(number).naming == British)
        return givenNames(sex, birthYear).pick(dice);
    const Lists &lists = listsOf(number);
    return (sex == Sex::Female ? lists.female : lists.male).pick(dice);
}

const QString &pickSurname(int number, Dice &dice)
{
    return community(number).naming == British ? surnames().pick(dice) : listsOf(number).surnames.pick(dice);
}

QString borneBy(Sex sex, int number, const QString &surname)
{
    if (community(number).naming != Gendered || sex == Sex::Male)
        return surname;
    if (surname.endsWith(u"ski") || surname.endsWith(u"cki"))
        return surname.chopped(1) + u'a';
    return surname;
}

} // namespace reeve::services
