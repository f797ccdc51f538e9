// SPDX-License-Identifier: MIT
#include "core/services/sample/pet_names.h"

#include <QHash>
#include <QList>

namespace reeve::services {

namespace {

constexpr auto pairs =
    u"Margaret:Maggie,Peggy,Meg Elizabeth:Liz,Betty,Beth,Lizzie Katherine:Kate,Kathy Catherine:Cathy,Kate "
    u"Patricia:Pat,Trish Susan:Sue Christine:Chris Jacqueline:Jackie Deborah:Debbie Dorothy:Dot,Dolly Kathleen:Kath "
    u"Barbara:Babs Pamela:Pam Maureen:Mo Victoria:Vicky Rebecca:Becky Jennifer:Jenny Samantha:Sam Alexandra:Alex "
    u"Jessica:Jess Charlotte:Lottie,Charlie Amelia:Millie Eleanor:Nell,Ellie Josephine:Jo Joanne:Jo Sandra:Sandy "
    u"Theresa:Terri Florence:Flo Winifred:Win Gwendoline:Gwen Emily:Em Sarah:Sally Mary:Molly,Polly Ann:Nan "
    u"William:Bill,Will,Billy Robert:Bob,Rob,Bobby Richard:Dick,Rich,Rick James:Jim,Jimmy,Jamie John:Jack,Johnny "
    u"Thomas:Tom,Tommy Michael:Mick,Mike Edward:Ted,Eddie,Ned Charles:Charlie,Chas George:Geordie Joseph:Joe "
    u"Anthony:Tony Stephen:Steve Steven:Steve David:Dave,Davy Christopher:Chris,Kit Kenneth:Ken Ronald:Ron,Ronnie "
    u"Frederick:Fred Albert:Bert,Bertie Arthur:Art Leonard:Len Stanley:Stan Raymond:Ray Geoffrey:Geoff Peter:Pete "
    u"Alan:Al Andrew:Andy Matthew:Matt Daniel:Dan,Danny Benjamin:Ben Samuel:Sam Nicholas:Nick Alexander:Alex,Sandy "
    u"Joshua:Josh Jonathan:Jon Timothy:Tim Gregory:Greg Philip:Phil Harold:Harry Henry:Harry,Hal Alfred:Alf "
    u"Ernest:Ernie "
    u"Dafydd:Dai Siân:Siani Mohammed:Mo Muhammad:Mo Krzysztof:Krzyś,Chris Katarzyna:Kasia Małgorzata:Gosia "
    u"Agnieszka:Aga Piotr:Piotrek Oluwaseun:Seun Olumide:Olu Babatunde:Tunde Harpreet:Harps Chukwuemeka:Emeka";

} // namespace

QString shortNameOf(const QString &given, Dice &dice)
{
    static const auto names = [] {
        QHash<QString, QStringList> all;
        const auto rows = QStringView(pairs).split(u' ');
        for (const QStringView row : rows) {
            const qsizetype colon = row.indexOf(u':');
            all.insert(row.first(colon).toString(), row.sliced(colon + 1).toString().split(u','));
        }
        return all;
    }();
    const auto found = names.constFind(given);
    if (found == names.constEnd())
        return {};
    return found->at(dice.below(static_cast<quint32>(found->size())));
}

} // namespace reeve::services
