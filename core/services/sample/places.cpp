// SPDX-License-Identifier: MIT
#include "core/services/sample/places.h"

#include "core/services/sample/word_list.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr quint64 peoplePerStreet = 120;
constexpr quint64 inwardLetters = 20;
constexpr quint64 postcodes = 99 * 9 * inwardLetters * inwardLetters; // AA1 to AA99, sectors 1 to 9
constexpr qint64 firstUprn = 999'000'000'001;

QString streetName(Dice &dice)
{
    static const WordList names = WordList::ranked(
        u"Church Station Victoria Park London Queen_Street Mill Albert School Chapel Manor Grange York Springfield "
        u"Orchard North South West East Main Kingsway Alexandra Highfield New Windsor Green Grove The_Crescent Meadow "
        u"Cambridge Oxford Woodland Hawthorn Beech Oak Elm Ash Cedar Willow Poplar Chestnut Sycamore Lime Hazel Birch "
        u"Nelson Wellington Clarence Stanley Salisbury Wharf Canal Bridge Tanner's Weaver's Saddler's Market St_John's "
        u"St_Mary's St_Peter's King_Edward Coronation Jubilee Bramble Lark Skylark Kestrel Swallow Foxglove Primrose "
        u"Heather Gorse Quarry Colliery Foundry Priory Abbey Castle Vicarage Rectory Glebe Hillside Valley_View");
    static const WordList kinds =
        WordList::weighted(u"Road:34 Street:22 Lane:11 Avenue:9 Close:9 Drive:7 Way:5 Court:4 "
                           u"Gardens:4 Grove:3 Terrace:3 Place:3 Crescent:2 Rise:1 Walk:2 "
                           u"Mews:1 Hill:2");
    static const WordList welsh = WordList::even(
        u"Heol_yr_Eglwys Ffordd_y_Mynydd Stryd_Fawr Heol_y_Parc Maes_y_Coed Clos_y_Dderwen Ffordd_Penrhyn Lôn_Isaf "
        u"Heol_Tŷ_Gwyn Rhodfa'r_Môr Stryd_y_Castell Bryn_Teg Cae_Glas Ffordd_Caergybi Heol_Llŷn Tan_y_Bryn");
    if (dice.percent(8))
        return welsh.pick(dice);
    const QString name = names.pick(dice);
    if (name.endsWith(u"Street") || name.startsWith(u"The ") || name.endsWith(u"View"))
        return name;
    return name + u' ' + kinds.pick(dice);
}

QString postcodeOf(quint64 seed, quint64 street)
{
    static constexpr QStringView letters = u"ABDEFGHJLNPQRSTUWXYZ";
    // Every street has its own: a step that shares no factor with the number of postcodes visits each of them.
    quint64 index = (street * 7919 + seed % postcodes) % postcodes;
    const QChar last = letters[static_cast<qsizetype>(index % inwardLetters)];
    index /= inwardLetters;
    const QChar middle = letters[static_cast<qsizetype>(index % inwardLetters)];
    index /= inwardLetters;
    return u"AA"_s + QString::number(1 + index / 9) + u' ' + QString::number(1 + index % 9) + middle + last;
}

} // namespace

domain::Address addressOf(quint64 seed, quint64 household)
{
    static const WordList towns = WordList::weighted(
        u"Exampleton:60 Nether_Exampleton:12 Exampleton_Green:9 Upper_Sample:8 Sampleford:8 Cwm_Enghraifft:6");

    const quint64 street = household / peoplePerStreet;
    Dice streetDice(seed, Stream::Street, street);
    const QString name = streetName(streetDice);
    const QString town = towns.pick(streetDice);
    const bool isBlockOfFlats = streetDice.percent(12);

    const quint64 number = 1 + household % peoplePerStreet;
    domain::Address address;
    address.key = u"1"_s;
    if (isBlockOfFlats)
        address.text = u"Flat "_s + QString::number(1 + number % 24) + u", "_s + QString::number(1 + number / 24);
    else
        address.text = QString::number(number);
    address.text += u' ' + name + u", "_s + town;
    address.postcode = postcodeOf(seed, street);
    address.uprn = firstUprn + static_cast<qint64>(household);
    return address;
}

domain::Address formerAddressOf(quint64 seed, quint64 number)
{
    // Somewhere else in the same council, among the first hundred streets.
    domain::Address address = addressOf(seed, number % (100 * peoplePerStreet));
    address.use = domain::AddressUse::Previous;
    address.uprn.reset();
    return address;
}

} // namespace reeve::services
