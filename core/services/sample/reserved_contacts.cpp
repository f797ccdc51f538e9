// SPDX-License-Identifier: MIT
#include "core/services/sample/reserved_contacts.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

// Ofcom, "Telephone numbers for use in TV and radio drama programmes": a thousand numbers each. `area` is told apart
// from `start`, to which three digits are added.
struct Range
{
    QLatin1StringView area;
    QLatin1StringView start;
};

constexpr std::array landlines = {
    Range{"01632"_L1, "960"_L1},  Range{"01632"_L1, "960"_L1},  Range{"01632"_L1, "960"_L1},
    Range{"0113"_L1, "496 0"_L1}, Range{"0114"_L1, "496 0"_L1}, Range{"0115"_L1, "496 0"_L1},
    Range{"0116"_L1, "496 0"_L1}, Range{"0117"_L1, "496 0"_L1}, Range{"0118"_L1, "496 0"_L1},
    Range{"0121"_L1, "496 0"_L1}, Range{"0131"_L1, "496 0"_L1}, Range{"0141"_L1, "496 0"_L1},
    Range{"0151"_L1, "496 0"_L1}, Range{"0161"_L1, "496 0"_L1}, Range{"020"_L1, "7946 0"_L1},
    Range{"0191"_L1, "498 0"_L1}, Range{"028"_L1, "9649 6"_L1}, Range{"029"_L1, "2018 0"_L1},
    Range{"03069"_L1, "990"_L1},
};

constexpr Range mobiles{"07700"_L1, "900"_L1};

QString withoutSpaces(QString text)
{
    return text.remove(u' ');
}

ToldNumber numberIn(const Range &range, Dice &dice)
{
    const quint32 last = dice.below(1000);
    QString local = range.start;
    for (const quint32 place : {100U, 10U, 1U})
        local += QChar(u'0' + last / place % 10);

    const QString area = range.area;
    ToldNumber number;
    number.e164 = u"+44"_s + withoutSpaces(area.sliced(1) + local);
    switch (dice.below(8)) {
    case 0:
        number.told = withoutSpaces(area + local);
        break;
    case 1:
        number.told = u"+44 "_s + area.sliced(1) + u' ' + local;
        break;
    case 2:
        number.told = u'(' + area + u") "_s + local;
        break;
    default:
        number.told = area + u' ' + local;
        break;
    }
    return number;
}

// Letters an e-mail address is usually made of: accents dropped, everything else left out.
QString plain(const QString &name)
{
    QString text;
    const QString decomposed = name.normalized(QString::NormalizationForm_D).toLower();
    for (const QChar c : decomposed) {
        if (c >= u'a' && c <= u'z')
            text += c;
        else if (c == u'ł')
            text += u'l';
    }
    return text;
}

} // namespace

ToldNumber mobileNumber(Dice &dice)
{
    return numberIn(mobiles, dice);
}

ToldNumber landlineNumber(Dice &dice)
{
    return numberIn(dice.oneOf(landlines), dice);
}

QString emailAddress(const QString &given, const QString &family, qint64 n, Dice &dice)
{
    static constexpr std::array hosts = {"example.org"_L1, "example.com"_L1, "example.net"_L1};
    const QString first = plain(given).left(20);
    const QString last = plain(family).left(24);
    QString local;
    switch (dice.below(4)) {
    case 0:
        local = first.left(1) + last;
        break;
    case 1:
        local = first;
        break;
    case 2:
        local = first + u'_' + last;
        break;
    default:
        local = first + u'.' + last;
        break;
    }
    if (local.isEmpty() || local.startsWith(u'.') || local.endsWith(u'.'))
        local = u"resident"_s;
    return local + QString::number(n) + u'@' + dice.oneOf(hosts);
}

QString nhsNumber(qint64 n)
{
    QString digits = u"999"_s;
    for (const qint64 place : {100'000, 10'000, 1'000, 100, 10, 1})
        digits += QChar(u'0' + static_cast<int>(n / place % 10));
    int sum = 0;
    for (int i = 0; i < 9; ++i)
        sum += (digits[i].unicode() - u'0') * (10 - i);
    const int check = (11 - sum % 11) % 11;
    return check == 10 ? QString() : digits + QChar(u'0' + check);
}

} // namespace reeve::services
