// SPDX-License-Identifier: MIT
#include "core/domain/bereavement_policy.h"

#include "core/domain/json_reader.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

bool applies(const ToBeTold &body, const Person &person)
{
    return body.paymentScheme.isEmpty() ||
           std::any_of(person.paymentReferences.begin(), person.paymentReferences.end(),
                       [&](const PaymentReference &payment) { return payment.scheme == body.paymentScheme; });
}

} // namespace

Result<BereavementPolicy> BereavementPolicy::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return fail(ErrorCode::InvalidInput, u"the bereavement policy is no JSON object: "_s + error.errorString());

    constexpr auto required = JsonReader::Presence::Required;
    BereavementPolicy policy;
    JsonReader reader(document.object());
    reader.each("to_be_told"_L1, [&](JsonReader &one) {
        ToBeTold body;
        body.code = one.text("code"_L1, required);
        body.labelEn = one.text("en"_L1, required);
        body.labelCy = one.text("cy"_L1, required);
        body.paymentScheme = one.text("payment_scheme"_L1);
        policy.m_bodies.push_back(std::move(body));
    });
    if (!reader.ok())
        return fail(reader.outcome());
    for (const ToBeTold &body : policy.m_bodies) {
        if (std::count_if(policy.m_bodies.begin(), policy.m_bodies.end(),
                          [&](const ToBeTold &other) { return other.code == body.code; }) > 1)
            return fail(ErrorCode::InvalidInput, u"the bereavement policy has two of "_s + body.code);
    }
    return policy;
}

std::vector<BereavementPolicy::Item> BereavementPolicy::itemsFor(const Person &person) const
{
    std::vector<Item> items;
    if (!person.dateOfDeath)
        return items;
    for (const ToBeTold &body : m_bodies) {
        if (!applies(body, person))
            continue;
        Item item{body, {}};
        // Whatever day it was said to be then: they know of the death.
        for (const ValueMark &mark : person.marks) {
            if (mark.field == "date_of_death"_L1 && mark.kind == MarkKind::PassedOn && mark.detail == body.code &&
                (!item.told || item.told->at < mark.at))
                item.told = mark;
        }
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace reeve::domain
