// SPDX-License-Identifier: MIT
// Numbers and codes of a person as they are typed or imported: what is accepted is accepted again in its own form.
#include "tests/fuzz/target.h"

#include "core/domain/email_address.h"
#include "core/domain/ids.h"
#include "core/domain/nhs_number.h"
#include "core/domain/ni_number.h"
#include "core/domain/phone_number.h"
#include "core/domain/postcode.h"
#include "core/domain/uprn.h"

using namespace reeve;
using namespace reeve::domain;

namespace {

template <typename Value>
void comesBack(const QString &text)
{
    if (const auto read = Value::parse(text)) {
        const auto again = Value::parse(read->toString());
        fuzz::mustHold(again.has_value() && *again == *read, "a value is one in its own form too");
    }
}

} // namespace

REEVE_FUZZ_TARGET(value_types)
{
    const QString text = QString::fromUtf8(input);
    comesBack<Postcode>(text);
    comesBack<EmailAddress>(text);
    comesBack<NhsNumber>(text);
    comesBack<NiNumber>(text);
    comesBack<Uprn>(text);
    comesBack<PersonId>(text);
    if (const auto phone = PhoneNumber::parse(text)) {
        fuzz::mustHold(phone->e164().startsWith(u'+'), "a number has its international form");
        static_cast<void>(phone->nationalDigits());
    }
}
