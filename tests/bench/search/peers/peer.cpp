// SPDX-License-Identifier: MIT
#include "tests/bench/search/peers/peer.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace reeve::bench {

namespace {

QString joined(const QStringList &words)
{
    return words.join(u' ');
}

// "smith jones smithjones": whoever leaves the hyphen out is found as well.
QString nameWords(const QString &name)
{
    QString all = joined(peerWords(name));
    if (name.contains(u'-'))
        all += u' ' + joined(peerWords(QString(name).remove(u'-')));
    return all;
}

} // namespace

QStringList peerWords(const QString &text)
{
    static const QRegularExpression date(uR"(\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b)"_s);
    static const QRegularExpression phone(uR"((?:\+44 ?|\b0)[\d ]{7,})"_s);
    static const QRegularExpression postcode(uR"(\b([a-z]{1,2}\d[a-z0-9]?) (\d[a-z]{0,2})\b)"_s);
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    QString read = text.toLower().remove(u'\'').remove(u'\u2019');
    for (auto found = date.match(read); found.hasMatch(); found = date.match(read)) {
        const QString whole =
            found.captured(3) + found.captured(2).rightJustified(2, u'0') + found.captured(1).rightJustified(2, u'0');
        read.replace(found.capturedStart(), found.capturedLength(), whole);
    }
    if (const auto found = phone.match(read); found.hasMatch()) {
        QString digits = found.captured().remove(u' ');
        if (digits.startsWith(u"+44"))
            digits.replace(0, 3, u"0"_s);
        read.replace(found.capturedStart(), found.capturedLength(), u' ' + digits + u' ');
    }
    read.replace(postcode, u"\\1\\2"_s);
    return read.split(others, Qt::SkipEmptyParts);
}

PeerRow peerRow(qint64 number, const domain::Person &person)
{
    PeerRow row;
    row.number = number;
    QStringList names = {nameWords(person.name.given), nameWords(person.knownAs), nameWords(person.name.family),
                         nameWords(person.name.middle)};
    for (const domain::FormerName &former : person.formerNames)
        names << nameWords(former.name.family);
    names.removeAll(QString());
    row.names = joined(names);

    QStringList codes;
    if (person.dateOfBirth) {
        const QString born = person.dateOfBirth->toIso().remove(u'-');
        codes << born << born.left(4);
    }
    for (const domain::ContactPoint &point : person.contactPoints)
        codes << peerWords(point.value);
    for (const domain::Address &address : person.addresses) {
        row.address += joined(peerWords(address.text));
        const QString postcode = address.postcode.toLower();
        codes << QString(postcode).remove(u' ') << postcode.section(u' ', 0, 0);
        if (address.uprn)
            codes << QString::number(*address.uprn);
    }
    codes.removeDuplicates();
    codes.removeAll(QString());
    row.codes = joined(codes);
    return row;
}

std::unique_ptr<Peer> makePeer(const QString &name, const QString &folder)
{
    if (name == u"fts5")
        return makeFullTextPeer(folder);
    if (name == u"trigram")
        return makeTrigramPeer();
    if (name == u"xapian")
        return makeXapianPeer(folder);
    return nullptr;
}

} // namespace reeve::bench
