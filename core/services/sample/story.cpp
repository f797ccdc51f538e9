// SPDX-License-Identifier: MIT
#include "core/services/sample/story.h"

#include <QList>

#include <array>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr std::array stories = {
    Story{14, u"lgsl:524",
          u"Bin not emptied on {day}.|Missed refuse collection, {day}.|Whole street missed on {day}.|Says the crew "
          u"drove past "
          u"on {day}.|Second missed collection this month.",
          u"Bin was out before 7.|Road was blocked by a delivery van.|Neighbours' bins were taken.|Lid was open, so it "
          u"may "
          u"have been left as too full.|Assisted collection; bin is by the side gate.",
          u"Logged for the crew to come back within two days.|Told to leave it out; return booked.|Explained that side "
          u"waste "
          u"is not taken.",
          u"Bin heb ei gasglu ddydd {day}. Roedd allan cyn saith. Wedi trefnu i'r criw ddychwelyd.",
          u"resolved passed_on"},
    Story{13, u"lgsl:57",
          u"Asked about this year's bill.|Wants to change to direct debit.|Moving out at the end of the month.|Had a "
          u"reminder "
          u"and says it was paid.|Asked to spread payments over twelve months.",
          u"Instalment date moved to the {n}th.|Account is up to date.|One instalment behind.|New tenant's name "
          u"taken.|Closing "
          u"bill to follow.",
          u"Explained how to see the bill online.|Passed to the council tax team.|Confirmed in writing.",
          u"Holi am fil y dreth gyngor. Eisiau talu drwy ddebyd uniongyrchol. Wedi egluro sut.",
          u"resolved passed_on callback"},
    Story{6, u"lgsl:59",
          u"Asked about the single person discount.|Son has left for university.|Asks whether a carer counts.|Lives "
          u"alone "
          u"since {day}.|Wants to know about a lower band because of adaptations.",
          u"Form sent.|Evidence asked for.|Start date agreed.|Explained what counts as a second adult.",
          u"Review in a year.|Passed to "
          u"the discounts team.|No change for now.",
          u"Holi am ostyngiad person sengl. Ffurflen wedi'i hanfon.", u"resolved passed_on"},
    Story{6, u"lgsl:69",
          u"Change of rent from {day}.|Asked why the payment is less this month.|New claim; rents from a private "
          u"landlord.|Partner "
          u"has moved in.",
          u"Needs {n} payslips.|Tenancy agreement received.|Explained that universal credit comes first.|Overpayment "
          u"queried.",
          u"Passed to benefits.|Call back promised this week.|Will bring papers to reception.",
          u"Newid yn y rhent. Angen slipiau cyflog. Wedi'i drosglwyddo i'r tîm budd-daliadau.",
          u"passed_on callback resolved"},
    Story{8, u"lgsl:141",
          u"Boiler shows a fault and there is no hot water.|Kitchen tap leaks.|Damp on the bedroom wall.|Front door "
          u"does not "
          u"lock.|Toilet will not flush.",
          u"Baby in the house.|Water is off at the stopcock.|Reported before, {n} weeks ago.|Can be in any "
          u"morning.|Ring before coming.",
          u"Emergency job raised.|Appointment made for {day}.|Contractor to ring.",
          u"Dim dŵr poeth. Wedi trefnu ymweliad ddydd {day}.", u"resolved passed_on"},
    Story{5, u"lgsl:92",
          u"Asked where they are on the housing register.|Wants to apply for a council home.|Bid did not go through.",
          u"Band explained.|Medical form sent.|Two-bedroom flats are waited for longest.|Household has grown.",
          u"Signposted to the online form.|Passed to housing options.",
          u"Holi am y gofrestr dai. Wedi egluro'r bandiau.", u"signposted resolved passed_on"},
    Story{3, u"lgsl:112", u"Has notice to leave by {day}.|Staying on a friend's sofa.|Asked to leave the family home.",
          u"No children.|Two children at school.|Works nearby.|Has a dog.",
          u"Same-day interview booked.|Passed to the duty officer.",
          u"Wedi cael rhybudd i adael. Cyfweliad wedi'i drefnu.", u"passed_on"},
    Story{5, u"lgsl:533", u"Recycling box was left behind.|Asked for a new {item}.|What goes in which box?",
          u"Glass had been left out on purpose.|Two boxes needed.|Flat has shared bins.",
          u"Ordered; about ten days.|Leaflet sent.|Explained.", u"Angen bocs ailgylchu newydd. Wedi'i archebu.",
          u"resolved"},
    Story{4, u"lgsl:528", u"Wants a {item} collected.|Bulky collection for {n} items.|Asked what a collection costs.",
          u"Will be left in the front garden.|Ground floor, no steps.|Fridge is empty and unplugged.",
          u"Booked for {day}.|Price given; will think about it.", u"Eisiau casglu {item}. Wedi'i drefnu.",
          u"resolved signposted"},
    Story{3, u"lgsl:530",
          u"Garden waste sticker has not come.|Wants to join the garden waste scheme.|Brown bin missed on {day}.",
          u"Paid online.|One bin only.|Bin is cracked.", u"Sticker sent again.|Joined from next month.",
          u"Bin gwyrdd heb ei gasglu ddydd {day}.", u"resolved"},
    Story{4, u"lgsl:557",
          u"Deep pothole outside number {n}.|Pothole on the bend; cars swerve.|Third report of the same hole.",
          u"About a hand deep.|Cyclist came off, not hurt.|Marked with paint already.",
          u"Logged for inspection.|Inspector to look by {day}.", u"Twll dwfn yn y ffordd. Wedi'i gofnodi.",
          u"passed_on resolved"},
    Story{3, u"lgsl:564", u"Street light out near number {n}.|Light flickers all night.|Lamp is on in daytime.",
          u"Column number not known.|Dark "
          u"by the bus stop.|Since {day}.",
          u"Logged.|Passed to the contractor.", u"Golau stryd ddim yn gweithio.", u"passed_on resolved"},
    Story{3, u"lgsl:587", u"Rubbish dumped in the lane.|{item} left by the garages.|Fly-tipping by the canal again.",
          u"Saw nobody.|There is a letter with an address in it.|Blocks the footpath.",
          u"Crew will clear it.|Passed to enforcement.", u"Sbwriel wedi'i adael yn y lôn.", u"passed_on resolved"},
    Story{3, u"lgsl:412", u"Loud music from next door.|Dog barks all day.|Building work before seven.",
          u"Most nights since {day}.|Diary sheets "
          u"explained.|Has spoken to them already.",
          u"Sheets sent.|Passed to environmental health.", u"Sŵn uchel drws nesaf.", u"passed_on resolved"},
    Story{4, u"lgsl:279", u"Blue Badge runs out on {day}.|Asked how to apply for a Blue Badge.|Badge has been lost.",
          u"Needs a photograph.|Daughter fills in the form.|Will come to reception.",
          u"Form sent.|Signposted to the national site.|New one ordered.",
          u"Holi am Fathodyn Glas. Ffurflen wedi'i hanfon.", u"signposted resolved"},
    Story{2, u"lgsl:273", u"Bus pass does not work.|Turns 66 and asks for a bus pass.|Pass left on the bus.",
          u"Photograph taken at reception.|Old one "
          u"handed in.",
          u"New pass ordered.|Told how to apply.", u"Tocyn bws newydd wedi'i archebu.", u"resolved"},
    Story{4, u"lgsl:313",
          u"Asked about a Lifeline.|Pendant battery is low.|Pressed the pendant by mistake.|New key holder to note.",
          u"Lives alone.|Second key holder is a neighbour.|Test call was fine.|Unit beeps since {day}.",
          u"Visit booked for {day}.|All "
          u"well; reassured.|Details changed.",
          u"Holi am Linell Bywyd. Ymweliad wedi'i drefnu.", u"resolved passed_on callback"},
    Story{3, u"lgsl:209", u"Worried about mother, who lives alone.|Home from hospital on {day}.|Finds the stairs hard.",
          u"Daughter visits at weekends.|Meals are delivered.|Has fallen before.",
          u"Passed to adult social care.|Call back promised today.", u"Poeni am ei mam, sy'n byw ar ei phen ei hun.",
          u"passed_on callback"},
    Story{2, u"lgsl:364", u"Wants a postal vote.|Moved and asks about the register.|Polling card has not come.",
          u"Form sent.|Already "
          u"registered.",
          u"Explained.|Signposted to the national site.", u"Eisiau pleidlais bost.", u"resolved signposted"},
    Story{2, u"lgsl:471", u"Disputes a parking fine.|Asked how to pay a fine.|Ticket while unloading.",
          u"Has {n} days left.|Photographs will be sent.", u"Told how to appeal.|Paid online while on the phone.",
          u"Apelio yn erbyn dirwy barcio.", u"signposted resolved"},
    Story{2, u"lgsl:516",
          u"Asked about a neighbour's extension.|Wants to object before {day}.|Do I need permission for a shed?",
          u"Reference found.|Plans are online.", u"Signposted.|Duty planner to ring.", u"Holi am estyniad drws nesaf.",
          u"signposted callback"},
    Story{2, u"lgsl:431", u"Rats in the garden.|Wasps' nest under the roof.|Mice in the kitchen.",
          u"Council tenant.|Price given.|Has tried traps.", u"Visit booked for {day}.|Will think about it.",
          u"Llygod yn yr ardd.", u"resolved signposted"},
    Story{1, u"lgsl:353", u"Unhappy that nobody rang back.|Complains about a missed visit.",
          u"Rang {n} times.|Would like it in writing.", u"Apologised; passed to the manager.|Complaint logged.",
          u"Yn anhapus nad oedd neb wedi ffonio'n ôl.", u"passed_on resolved"},
    Story{1, u"lgsl:328", u"Asked how to arrange a funeral.|To register a death on {day}.",
          u"Husband died last week.|Papers are with the hospital.", u"Appointment made.|Told about Tell Us Once.",
          u"Holi am drefnu angladd.", u"resolved signposted"},
    Story{2, u"local:general", u"Asked for opening hours.|Wanted another department.|Asked about a job.",
          u"Line was bad.|In a hurry.", u"Put through.|Number given.", u"Holi am oriau agor.",
          u"resolved passed_on wrong_number"},
};

constexpr std::array confidences = {
    Confidence{u"lgsl:59", u"health", u"A9B", u"S1P1", u"", u"Severe mental impairment; certificate seen."},
    Confidence{u"lgsl:59", u"health", u"A9B", u"S1P1", u"", u"Wheelchair used indoors; band reduction asked for."},
    Confidence{u"lgsl:69", u"health", u"A9B", u"S1P1", u"", u"Gets the daily living part of PIP."},
    Confidence{u"lgsl:313", u"health", u"A9H", u"S1P2", u"", u"Lives with epilepsy; falls without warning."},
    Confidence{u"lgsl:313", u"health", u"A9H", u"S1P2", u"", u"Early dementia; may not know why the unit speaks."},
    Confidence{u"lgsl:209", u"health", u"A9H", u"S1P2", u"", u"Home after a hip replacement, cannot manage stairs."},
    Confidence{u"lgsl:209", u"health", u"A9G", u"S1P18",
               u"Asking for consent would put her at risk: her son answers the telephone.",
               u"Bruises on both arms, seen by a neighbour."},
    Confidence{u"lgsl:279", u"health", u"A9G", u"S1P6", u"", u"Walks with a frame since a stroke."},
    Confidence{u"lgsl:524", u"health", u"A9G", u"S1P6", u"", u"Cannot move the bin because of arthritis."},
    Confidence{u"lgsl:141", u"health", u"A9G", u"S1P6", u"", u"Child has asthma; the room is damp."},
    Confidence{u"lgsl:328", u"religious_philosophical_beliefs", u"A9G", u"S1P6", u"",
               u"Needs burial within a day for reasons of faith."},
    Confidence{u"lgsl:92", u"racial_ethnic_origin", u"A9G", u"S1P6", u"",
               u"Told us of racist abuse by neighbours, and why."},
    Confidence{u"lgsl:112", u"sexual_orientation", u"A9G", u"S1P6", u"", u"Asked to leave home after coming out."},
    Confidence{u"lgsl:112", u"", u"", u"S1P6", u"", u"Released on licence last week."},
    Confidence{u"lgsl:412", u"", u"", u"S1P10", u"", u"Says the neighbour has threatened him with a knife."},
};

QString oneOf(const char16_t *alternatives, Dice &dice)
{
    const auto all = QStringView(alternatives).split(u'|');
    return all[static_cast<qsizetype>(dice.below(static_cast<quint32>(all.size())))].toString();
}

QString filled(QString text, bool inWelsh, Dice &dice)
{
    static constexpr std::array days = {u"Monday", u"Tuesday", u"Wednesday", u"Thursday", u"Friday", u"Saturday"};
    static constexpr std::array welshDays = {u"Llun", u"Mawrth", u"Mercher", u"Iau", u"Gwener", u"Sadwrn"};
    static constexpr std::array items = {u"sofa",     u"mattress",  u"fridge",          u"food caddy",
                                         u"blue box", u"bed frame", u"washing machine", u"carpet"};
    static constexpr std::array welshItems = {u"soffa", u"matres", u"oergell", u"bocs glas", u"carped"};
    if (text.contains(u'{')) {
        text.replace(u"{day}"_s, QString::fromUtf16(inWelsh ? dice.oneOf(welshDays) : dice.oneOf(days)));
        text.replace(u"{n}"_s, QString::number(dice.between(4, 19)));
        text.replace(u"{item}"_s, QString::fromUtf16(inWelsh ? dice.oneOf(welshItems) : dice.oneOf(items)));
    }
    return text;
}

} // namespace

const Story &pickStory(Dice &dice)
{
    static const quint32 sum = [] {
        quint32 all = 0;
        for (const Story &story : stories)
            all += story.share;
        return all;
    }();
    quint32 point = dice.below(sum);
    for (const Story &story : stories) {
        if (point < story.share)
            return story;
        point -= story.share;
    }
    return stories.front();
}

QString noteOf(const Story &story, bool inWelsh, Dice &dice)
{
    if (inWelsh)
        return filled(QString::fromUtf16(story.welsh), true, dice);
    QString text = oneOf(story.openings, dice);
    if (dice.percent(85))
        text += u' ' + oneOf(story.details, dice);
    if (dice.percent(90))
        text += (dice.percent(12) ? u'\n' : u' ') + oneOf(story.endings, dice);
    text = filled(text, false, dice);
    text[0] = text[0].toUpper(); // "{item} left by the garages"
    return text;
}

QString dispositionOf(const Story &story, Dice &dice)
{
    const auto codes = QStringView(story.dispositions).split(u' ');
    const bool isLikeliest = codes.size() == 1 || dice.percent(70);
    return codes[isLikeliest ? 0 : 1 + static_cast<qsizetype>(dice.below(static_cast<quint32>(codes.size() - 1)))]
        .toString();
}

const Confidence *pickConfidence(QStringView reason, Dice &dice)
{
    if (!dice.percent(11))
        return nullptr;
    std::vector<const Confidence *> fitting;
    for (const Confidence &one : confidences) {
        if (reason == QStringView(one.reason))
            fitting.push_back(&one);
    }
    return fitting.empty() ? nullptr : fitting[dice.below(static_cast<quint32>(fitting.size()))];
}

} // namespace reeve::services
