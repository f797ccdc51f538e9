// SPDX-License-Identifier: MIT
#include "ui/person/hit_words.h"

#include "core/domain/phone_number.h"
#include "ui/words/dates.h"

#include <QCoreApplication>
#include <QStringList>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

class Hits
{
    Q_DECLARE_TR_FUNCTIONS(Hits)
};

QString born(const services::PersonHit &hit)
{
    const auto date = domain::PartialDate::parseIso(hit.dateOfBirth);
    if (!date)
        return {};
    if (hit.isDeceased)
        return dateWords(*date);
    return u"%1 (%2)"_s.arg(dateWords(*date)).arg(date->yearsUntil(QDate::currentDate()));
}

} // namespace

QString nameWords(const services::PersonHit &hit)
{
    const QString name = hit.name.isEmpty() ? Hits::tr("(name not known)") : hit.name;
    return hit.knownAs.isEmpty() ? name : Hits::tr("%1 (known as %2)").arg(name, hit.knownAs);
}

QString hitWords(const services::PersonHit &hit)
{
    QStringList parts{born(hit), hit.address, domain::readablePhone(hit.phone)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace reeve::ui
