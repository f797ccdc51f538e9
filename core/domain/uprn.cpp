// SPDX-License-Identifier: MIT
#include "core/domain/uprn.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

Result<Uprn> Uprn::parse(QStringView text)
{
    const QStringView digits = text.trimmed();
    if (digits.isEmpty() || digits.size() > 12)
        return fail(ErrorCode::InvalidInput, u"a UPRN has 1 to 12 digits"_s);

    qint64 number = 0;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9')
            return fail(ErrorCode::InvalidInput, u"a UPRN has digits only"_s);
        number = number * 10 + (c.unicode() - u'0');
    }
    if (number == 0)
        return fail(ErrorCode::InvalidInput, u"a UPRN is not zero"_s);
    return Uprn(number);
}

QString Uprn::toString() const
{
    return QString::number(m_number);
}

} // namespace reeve::domain
