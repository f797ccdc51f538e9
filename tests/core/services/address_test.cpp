// SPDX-License-Identifier: MIT
#include "core/services/address/address_service.h"
#include "core/services/address/gazetteer_import.h"
#include "tests/core/services/desk_folder.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using services::AddressHit;
using services::AddressService;
using services::GazetteerImport;

namespace {

domain::GazetteerHeader writtenOn(int day, bool isFull)
{
    return {isFull, parseRfc3339(u"2026-11-%1T00:00:00Z"_s.arg(day, 2, 10, QChar(u'0'))).value(), 1};
}

QStringList street(qint64 usrn, const QString &name, const QString &language = u"ENG"_s, const QString &change = u"I"_s)
{
    return {u"15"_s, change, u"1"_s, QString::number(usrn), name, {}, u"EXAMPLETON"_s, {}, language};
}

QStringList property(qint64 uprn, const QString &postcode)
{
    QStringList cells(22);
    cells[0] = u"21"_s;
    cells[1] = u"I"_s;
    cells[3] = QString::number(uprn);
    cells[4] = u"1"_s;
    cells[20] = postcode;
    return cells;
}

QStringList address(qint64 uprn, int number, qint64 usrn, const QString &language = u"ENG"_s,
                    const QString &change = u"I"_s, int status = 1)
{
    QStringList cells(26);
    cells[0] = u"24"_s;
    cells[1] = change;
    cells[3] = QString::number(uprn);
    cells[4] = u"9999L%1%2"_s.arg(uprn).arg(language);
    cells[5] = language;
    cells[6] = QString::number(status);
    cells[16] = QString::number(number);
    cells[21] = QString::number(usrn);
    return cells;
}

// Twelve houses in the High Street, one in Mill Lane, which has a Welsh name too.
std::vector<QStringList> smallTown()
{
    std::vector<QStringList> rows{street(1, u"HIGH STREET"_s), street(2, u"MILL LANE"_s),
                                  street(2, u"LÔN Y FELIN"_s, u"CYM"_s)};
    for (int number = 1; number <= 12; ++number) {
        rows.push_back(property(100 + number, u"AA1 1AA"_s));
        rows.push_back(address(100 + number, number, 1));
    }
    rows.push_back(property(200, u"AA1 1AB"_s));
    rows.push_back(address(200, 3, 2));
    rows.push_back(address(200, 3, 2, u"CYM"_s));
    return rows;
}

Result<> load(GazetteerImport &import, const domain::GazetteerHeader &header, const std::vector<QStringList> &rows)
{
    if (const auto begun = import.begin(header).takeResult(); !begun)
        return begun;
    const auto stored = import.store(rows).takeResult();
    if (!stored)
        return fail(stored);
    for (;;) {
        const auto isMore = import.finishStep().takeResult();
        if (!isMore)
            return fail(isMore);
        if (!*isMore)
            return {};
    }
}

QStringList found(const DeskFolder &folder, const QString &typed)
{
    const auto hits = AddressService(folder.desk()).find(typed, 20).takeResult();
    REQUIRE(hits);
    QStringList texts;
    for (const AddressHit &hit : *hits)
        texts.append(hit.text);
    return texts;
}

} // namespace

TEST_CASE("an address is found by UPRN, postcode in any form and any part, its own number first", "[gazetteer]")
{
    const DeskFolder folder;
    CHECK(found(folder, u"high"_s).isEmpty());
    GazetteerImport import(folder.desk());
    REQUIRE(load(import, writtenOn(1, true), smallTown()));

    CHECK(found(folder, u"1 high st"_s).value(0) == u"1 High Street, Exampleton"_s);
    CHECK(found(folder, u"high street 1"_s).mid(0, 4) ==
          QStringList{u"1 High Street, Exampleton"_s, u"10 High Street, Exampleton"_s, u"11 High Street, Exampleton"_s,
                      u"12 High Street, Exampleton"_s});
    CHECK(found(folder, u"aa11ab"_s) == QStringList{u"3 Mill Lane, Exampleton"_s});
    CHECK(found(folder, u"AA1 1A"_s).size() == 13);
    CHECK(found(folder, u"112"_s) == QStringList{u"12 High Street, Exampleton"_s});
    CHECK(found(folder, u"h"_s).isEmpty());
    CHECK(found(folder, u"\" OR * NEAR("_s).isEmpty());
    // Neighbours as people count them.
    CHECK(found(folder, u"high street"_s).mid(0, 3) ==
          QStringList{u"1 High Street, Exampleton"_s, u"2 High Street, Exampleton"_s, u"3 High Street, Exampleton"_s});
}

TEST_CASE("a UPRN is compared as a number, and letters in a postcode as the digits that were meant", "[gazetteer]")
{
    const DeskFolder folder;
    GazetteerImport import(folder.desk());
    auto rows = smallTown();
    rows.push_back(property(11200000, u"LS1 4AP"_s));
    rows.push_back(address(11200000, 15, 1));
    rows.push_back(property(300, u"LS2 0AA"_s));
    rows.push_back(address(300, 16, 1));
    REQUIRE(load(import, writtenOn(1, true), rows));

    for (const QString &typed : {u"000000000112"_s, u"uprn 112"_s, u"UPRN 000000000112"_s, u"UPRN112"_s, u"uprn: 112"_s,
                                 u"112"_s, u"high street 000000000112"_s}) {
        INFO(typed.toStdString());
        CHECK(found(folder, typed).value(0) == u"12 High Street, Exampleton"_s);
    }
    for (const QString &typed : {u"lsi 4ap"_s, u"LSI4AP"_s, u"15 high lsi 4ap"_s, u"ls1 4ap"_s}) {
        INFO(typed.toStdString());
        CHECK(found(folder, typed) == QStringList{u"15 High Street, Exampleton"_s});
    }
    for (const QString &typed : {u"ls2 oaa"_s, u"ls2oaa"_s, u"LS2 OAA high street"_s}) {
        INFO(typed.toStdString());
        CHECK(found(folder, typed) == QStringList{u"16 High Street, Exampleton"_s});
    }
}

TEST_CASE("a postcode that the Royal Mail does not have is found like any other", "[gazetteer]")
{
    for (const QString &written : {u"ZZ99 1AA"_s, u"ZZ991AA"_s}) {
        DeskFolder folder;
        GazetteerImport import(folder.desk());
        REQUIRE(load(import, writtenOn(1, true),
                     {street(1, u"HIGH STREET"_s), property(100, written), address(100, 1, 1),
                      property(101, u"ZZ99 1AB"_s), address(101, 2, 1)}));
        const AddressService addresses(folder.desk());
        for (const QString &query :
             {u"zz991aa"_s, u"zz99 1aa"_s, u"ZZ99 1AA"_s, u"zz991aa high"_s, u"1 high zz99 1aa"_s}) {
            INFO(query.toStdString());
            const auto hits = await(addresses.find(query, 5));
            REQUIRE(hits);
            REQUIRE(hits->size() == 1);
            CHECK(hits->front().uprn == 100);
        }
        CHECK(await(addresses.find(u"zz99"_s, 5))->size() == 2);
    }
}

TEST_CASE("an address is found by the short form of its street and by another writing of its name", "[gazetteer]")
{
    const DeskFolder folder;
    GazetteerImport import(folder.desk());
    auto lettered = address(301, 14, 5);
    lettered[17] = u"A"_s;
    REQUIRE(load(import, writtenOn(1, true),
                 {street(2, u"MILL LANE"_s), street(3, u"ST MARY'S ROAD"_s), street(4, u"VICTORIA AVENUE"_s),
                  street(5, u"PART STREET"_s), street(6, u"O'CONNELL WAY"_s), street(7, u"VICTORY CLOSE"_s),
                  property(200, u"AA5 5AA"_s), address(200, 3, 2), property(201, u"AA5 5AB"_s), address(201, 5, 3),
                  property(202, u"AA5 5AD"_s), address(202, 9, 4), property(301, u"AA5 5AE"_s), lettered,
                  property(203, u"AA5 5AF"_s), address(203, 7, 6), property(204, u"AA5 5AG"_s), address(204, 9, 7)}));
    const std::vector<std::pair<QString, QString>> asked{{u"3 mill ln"_s, u"3 Mill Lane, Exampleton"_s},
                                                         {u"AA5 5AA 3 mill ln"_s, u"3 Mill Lane, Exampleton"_s},
                                                         {u"3 mill ln aa5"_s, u"3 Mill Lane, Exampleton"_s},
                                                         {u"5 st marys rd"_s, u"5 St Mary's Road, Exampleton"_s},
                                                         {u"5 saint marys road"_s, u"5 St Mary's Road, Exampleton"_s},
                                                         {u"5 st mary's r"_s, u"5 St Mary's Road, Exampleton"_s},
                                                         {u"vicotria avenue"_s, u"9 Victoria Avenue, Exampleton"_s},
                                                         {u"9 vicotr"_s, u"9 Victoria Avenue, Exampleton"_s},
                                                         {u"vicotria ave"_s, u"9 Victoria Avenue, Exampleton"_s},
                                                         {u"14a part street"_s, u"14A Part Street, Exampleton"_s},
                                                         {u"14 a part street"_s, u"14A Part Street, Exampleton"_s},
                                                         {u"14 a part st"_s, u"14A Part Street, Exampleton"_s},
                                                         {u"7 o connell way"_s, u"7 O'Connell Way, Exampleton"_s},
                                                         {u"7 o conn"_s, u"7 O'Connell Way, Exampleton"_s},
                                                         {u"oconnell wy"_s, u"7 O'Connell Way, Exampleton"_s}};
    for (const auto &[typed, text] : asked) {
        INFO(typed.toStdString());
        CHECK(found(folder, typed).value(0).toLower() == text.toLower());
    }
    CHECK(found(folder, u"9 victoria"_s) == QStringList{u"9 Victoria Avenue, Exampleton"_s}); // no slip: no Victory
    CHECK(found(folder, u"4 mill lane"_s).isEmpty());
    CHECK(found(folder, u"3 qwertyuiop"_s).isEmpty());
}

TEST_CASE("in Wales an address is found in both languages and shown in the one it was asked in", "[gazetteer]")
{
    const DeskFolder folder;
    GazetteerImport import(folder.desk());
    REQUIRE(load(import, writtenOn(1, true), smallTown()));
    const auto hits = AddressService(folder.desk()).find(u"lon y felin"_s, 5).takeResult();
    REQUIRE(hits);
    REQUIRE(hits->size() == 1);
    CHECK(hits->front().text == u"3 Lôn y Felin, Exampleton"_s);
    CHECK(hits->front().textOtherTongue == u"3 Mill Lane, Exampleton"_s);
}

TEST_CASE("change-only files are taken in order, and a renamed street renames its addresses", "[gazetteer]")
{
    const DeskFolder folder;
    GazetteerImport import(folder.desk());
    CHECK(load(import, writtenOn(1, false), smallTown()).error().code == ErrorCode::InvalidInput);
    REQUIRE(load(import, writtenOn(1, true), smallTown()));
    const AddressService addresses(folder.desk());
    const auto slip = [&addresses](const QString &typed) { return addresses.find(typed, 20).takeResult()->size(); };
    CHECK(slip(u"hihg street"_s) == 12);
    CHECK(slip(u"kign street"_s) == 0);

    REQUIRE(load(import, writtenOn(5, false),
                 {street(1, u"KING STREET"_s, u"ENG"_s, u"U"_s), address(112, 12, 1, u"ENG"_s, u"D"_s)}));
    CHECK(found(folder, u"high"_s).isEmpty());
    CHECK(found(folder, u"king"_s).size() == 11);
    CHECK(slip(u"kign street"_s) == 11); // the words that may be meant are those of the list in use
    const auto late = load(import, writtenOn(4, false), {street(1, u"QUEEN STREET"_s)});
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::InvalidInput);
    CHECK(found(folder, u"king"_s).size() == 11);
}

TEST_CASE("an interrupted full load leaves the list in use as it was, and the next one cleans up", "[gazetteer]")
{
    const DeskFolder folder;
    GazetteerImport import(folder.desk());
    REQUIRE(load(import, writtenOn(1, true), smallTown()));

    REQUIRE(import.begin(writtenOn(9, true)).takeResult());
    REQUIRE(import.store({street(7, u"NOWHERE ROAD"_s), address(700, 1, 7)}).takeResult());
    CHECK(found(folder, u"high"_s).size() == 12);
    CHECK(found(folder, u"nowhere"_s).isEmpty());

    REQUIRE(load(import, writtenOn(10, true), {street(8, u"NEW ROAD"_s), address(800, 1, 8)}));
    CHECK(found(folder, u"nowhere"_s).isEmpty());
    CHECK(found(folder, u"high"_s).isEmpty());
    CHECK(found(folder, u"new road"_s) == QStringList{u"1 New Road, Exampleton"_s});
    CHECK(AddressService(folder.desk()).loaded().takeResult()->addresses == 1);
}

TEST_CASE("a full list without a single address leaves the list in use as it was", "[gazetteer]")
{
    const DeskFolder folder;
    GazetteerImport import(folder.desk());
    REQUIRE(load(import, writtenOn(1, true), smallTown()));
    const std::vector<std::vector<QStringList>> empty{
        {}, {street(7, u"NOWHERE ROAD"_s), property(700, u"AA1 1AA"_s)}, {address(700, 1, 7, u"ENG"_s, u"D"_s)}};
    for (const auto &rows : empty) {
        const auto refused = load(import, writtenOn(9, true), rows);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::InvalidInput);
        CHECK(found(folder, u"high"_s).size() == 12);
        CHECK(AddressService(folder.desk()).loaded().takeResult()->addresses == 14);
    }
    // It counts as never loaded: what is older than it is still newer than the list.
    REQUIRE(load(import, writtenOn(5, false), {street(1, u"KING STREET"_s, u"ENG"_s, u"U"_s)}));
    CHECK(found(folder, u"king"_s).size() == 12);
}

TEST_CASE("a full list older than the one in use takes its place only where that is meant", "[gazetteer]")
{
    const DeskFolder folder;
    GazetteerImport import(folder.desk());
    REQUIRE(load(import, writtenOn(3, true), smallTown()));
    REQUIRE(load(import, writtenOn(3, true), smallTown())); // the same once more
    REQUIRE(load(import, writtenOn(5, false), {address(112, 12, 1, u"ENG"_s, u"D"_s)}));
    for (const int day : {1, 4}) { // before the full list, and before the changes to it
        const auto refused = load(import, writtenOn(day, true), {street(8, u"OLD ROAD"_s), address(800, 1, 8)});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::InvalidInput);
        CHECK(found(folder, u"high"_s).size() == 11);
    }
    REQUIRE(import.begin(writtenOn(1, true), GazetteerImport::OlderList::Accepted).takeResult());
    REQUIRE(import.store({street(8, u"OLD ROAD"_s), address(800, 1, 8)}).takeResult());
    while (import.finishStep().takeResult().value()) {
    }
    CHECK(found(folder, u"old road"_s).size() == 1);
    CHECK(found(folder, u"high"_s).isEmpty());
}

TEST_CASE("a bad row fails only itself", "[gazetteer]")
{
    const DeskFolder folder;
    GazetteerImport import(folder.desk());
    REQUIRE(import.begin(writtenOn(1, true)).takeResult());
    const auto stored = import.store({{u"rubbish"_s}, street(1, u"HIGH STREET"_s), address(101, 1, 1)}).takeResult();
    REQUIRE(stored);
    CHECK_FALSE((*stored)[0]);
    CHECK((*stored)[1]);
    CHECK((*stored)[2]);
}
